"""What an entry moves in the plan: told by the check, by the save, and ever after."""

import re

from tests.app.reading import HTMX, part, read, text_of
from tests.app.shares.sent import AT, enter, found, purchase, revision, say

MELHUS = "5028"


def test_the_check_tells_what_the_entry_would_move(english):
    found(english)
    say(english, f"annex/{MELHUS}", shares="30")
    joined = {"use_agreement_on": "2020-01-15", "cooperation_joined_on": "2020-01-15"}
    say(english, "owners/new", municipality=MELHUS, kind="trust", **joined)
    say(english, "board", day="2023-11-28")
    days = {"notice_on": "2023-11-01", "due_on": "2023-12-10", "board_on": "2023-11-28"}
    sent = purchase(buyer=MELHUS, day="2023-11-28", **days)
    before = revision(english)
    checked = english.post(
        f"{AT}/ledger/new/transfer",
        data={**sent, "only": "check", "seen": before},
        headers=HTMX,
    )
    told = text_of(checked.text)
    assert checked.status_code == 200
    assert "The rules for shares allow it, but look at what it does to the plan" in told
    assert "Not saved. It would be so: Trondheim sold 30 shares to Melhus" in told
    assert "91 days" in told
    assert revision(english) == before
    assert "91 days" in enter(english, "transfer", sent)
    go_live = english.get(f"/dates/{MELHUS}.go-live").text
    assert "Told by the share register" in text_of(part(go_live, "held-title"))
    change = re.search(r"/history/\d+", english.get("/history").text)
    assert change is not None
    assert "Follows “Purchase of shares”" in read(english, change[0])
