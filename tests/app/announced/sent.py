"""What is sent of announcements, and of the entries that carry them out."""

from tests.app.reading import kept_value, read, text_of
from tests.app.shares.sent import FOUNDER, ULSTEIN, revision

AT = "/shares/announced"


def planned(**given):
    """Ulstein is to buy what its option gives, in the year after the status date."""
    return {
        "seller": FOUNDER,
        "buyer": ULSTEIN,
        "shares": "30",
        "price": "",
        "day": "2024-02-01",
        "notice_on": "2023-11-20",
        "due_on": "2024-02-10",
        "case_number": "23/77",
        **given,
    }


def send(client, path, data, *, accepted="not-exercised"):
    sent = {"seen": revision(client), "accepted": accepted, **data}
    return client.post(f"{AT}/{path}", data=sent)


def announce(client, **given):
    answer = send(client, "new/transfer", planned(**given))
    assert answer.status_code == 303, text_of(answer.text)
    return read(client, answer.location)


NEAR = {"day": "2023-11-28", "notice_on": "2023-09-10", "due_on": "2023-11-30"}
LEDGER = "/shares/ledger/new/transfer"


def prefilled(client):
    """What the form of the entry says when it comes from the announcement."""
    form = client.get(f"{LEDGER}?announced=1").text
    assert "This carries out what was announced" in text_of(form)
    names = ("announced", "shares", "price", "day", "notice_on", "due_on", "board_on")
    sent = {it: kept_value(form, it) for it in names}
    return {**sent, "seller": FOUNDER, "buyer": ULSTEIN, "accepted": "not-exercised"}


def enter(client, sent, **given):
    return client.post(LEDGER, data={**sent, "seen": revision(client), **given})
