"""The whole life of a small company: founding, options, sales, leaving, redemption."""

from tests.app.reading import as_role, read, text_of
from tests.app.shares.sent import (
    AT,
    FOUNDER,
    HAREID,
    ULSTEIN,
    enter,
    found,
    issue,
    leaving,
    purchase,
    refused,
    revision,
    say,
)


def test_the_life_of_a_company(english):
    empty = read(english, AT)
    assert "No shares have been entered" in empty
    assert "owns 60 percent" in empty
    assert "NOK 180,000" in empty
    assert "No shares have been entered" in read(english, f"{AT}/register")
    found(english)
    assert "is not entered. Enter it in the annex first" in refused(
        english, "transfer", purchase()
    )
    say(english, f"annex/{ULSTEIN}", shares="30")
    told = enter(english, "transfer", purchase())
    assert "Trondheim sold 30 shares to Ulstein" in told
    # What is in the ledger is corrected, and never undone.
    assert "Undo" not in told
    say(english, f"annex/{HAREID}", shares="20")
    second = purchase(
        buyer=HAREID,
        shares="",
        numbers="31-50",
        day="2021-11-01",
        notice_on="2021-10-01",
        due_on="2021-11-01",
        board_on="2021-10-12",
    )
    enter(english, "transfer", second)
    onward = purchase(
        seller=ULSTEIN,
        buyer=HAREID,
        shares="5",
        day="2022-06-01",
        notice_on="2022-04-01",
        due_on="2022-06-01",
        board_on="2022-05-10",
    )
    enter(english, "transfer", onward)
    assert "redeemed 25 shares" in enter(english, "redemption", leaving())
    left = "Trondheim redeemed 25 shares from Hareid"
    assert left in read(english, "/history")
    assert_holdings(english)


def assert_holdings(english):
    """Who owned what, year by year, in the table and in the register."""
    before = read(english, AT, day="2019-02-28")
    assert "No shares were issued by 28 February 2019" in before
    assert "3 owners have 1,000 shares" in read(english, AT, day="2021-06-20")
    then = read(english, f"{AT}/register", day="2022-12-31")
    assert "Hareid not entered 20 31–50 A 1 November 2021" in then
    assert "Hareid not entered 5 1–5 A 1 June 2022" in then
    assert "Ulstein not entered 25 6–30 A 20 June 2021" in then
    # A number of a share is its name, and is read back as it is shown.
    assert "401–1000" in then
    now = read(english, AT)
    assert "Ulstein 25 2.5% NOK 25,000 6–30" in now
    assert "Trondheim 375 37.5% NOK 375,000 1–5, 31–400" in now
    assert "All shares 1,000" in now
    picture = english.get(f"{AT}/chart.svg?size=narrow&scheme=dark")
    assert picture.mimetype == "image/svg+xml"
    file = english.get(f"{AT}/register?file=register").text
    assert "Helse Midt-Norge RHF" in file


def test_what_would_be_refused_is_said_before_anything_is_saved(english):
    found(english)
    say(english, f"annex/{ULSTEIN}", shares="30")
    wrong = purchase(shares="40", price="900", notice_on="2021-07-01", due_on="")
    told = refused(english, "transfer", {**wrong, "only": "check"})
    assert "Ulstein buys exactly what the annex says: 30 shares" in told
    assert "Shares always change hands at par, NOK 1,000 a share" in told
    assert "Notice is given before shares change hands" in told
    assert "Give the day on which payment is due" in told
    assert "The board can’t treat it before notice is given, 1 July 2021" in told
    before = revision(english)
    data = {**purchase(), "only": "check", "seen": before}
    answer = english.post(
        f"{AT}/ledger/new/transfer", data=data, headers={"HX-Request": "true"}
    )
    told = text_of(answer.text)
    assert answer.status_code == 200
    assert "<html" not in answer.text
    assert "Nothing speaks against it. It is not saved yet." in told
    assert "30 shares, numbers 1–30. Ulstein has 30 shares on 20 June 2021" in told
    assert "and Trondheim 370 shares" in told
    assert revision(english) == before


def test_what_is_mistyped_is_kept_and_told(english):
    found(english)
    assert "“1 to 9” is no range" in refused(english, "issue", issue(numbers="1 to 9"))
    high = refused(english, "issue", issue(numbers="1-2000000000"))
    assert "highest share number that can be entered is 999999999" in high
    gap = refused(english, "issue", issue(numbers="1101-1200"))
    assert "1001–1100 would be left out. Continue after the last number" in gap
    early = refused(english, "transfer", purchase(due_on="2021-05-31"))
    assert "Payment can’t be due before notice is given, 1 June 2021" in early
    assert "wrong order" in refused(english, "issue", issue(numbers="9-1"))
    later = refused(english, "issue", issue(numbers="2000", day="2023-12-24"))
    assert "give a day up to the status date, 30 November 2023" in later
    far = refused(english, "transfer", purchase(due_on="2221-07-01"))
    assert "See whether the year is right" in far
    both = refused(english, "transfer", purchase(numbers="1-10"))
    assert "These are 10 shares, and the number above is 30" in both
    neither = refused(english, "transfer", purchase(shares=""))
    assert "Say how many shares, or which numbers" in neither
    assert english.get(f"{AT}/ledger/new/gift").status_code == 404


def test_an_entry_is_struck_out_by_another(english):
    found(english)
    say(english, f"annex/{ULSTEIN}", shares="30")
    enter(english, "transfer", purchase())
    at = f"{AT}/ledger/3/correct"
    seen = revision(english)
    day = {"day": "2023-11-30", "seen": seen}
    silent = english.post(at, data=day)
    assert silent.status_code == 422
    assert "Say why the entry is struck out" in silent.text
    answer = english.post(at, data={**day, "note": "Wrong number of shares."})
    told = read(english, answer.location)
    assert "Entry 3 of the share ledger was struck out" in told
    assert "struck out by entry 4" in told
    assert "Ulstein" not in read(english, f"{AT}/register")
    again = english.post(at, data={**day, "note": "Once more."})
    assert "It was struck out already, by entry 4" in text_of(again.text)
    changes = text_of(english.get("/history/1").text)
    assert "Undo" not in changes
    undone = english.post("/history/1/undo")
    assert undone.status_code == 409
    assert "It is in the share ledger, which is only added to" in undone.text
    assert "Trondheim" in read(english, f"{AT}/ledger", owner=FOUNDER)


def test_the_office_alone_writes(english):
    found(english)
    as_role(english, "council")
    for page in (AT, f"{AT}/register", f"{AT}/ledger", f"{AT}/annex"):
        told = english.get(page)
        assert told.status_code == 200
        assert "/new/" not in told.text
    assert english.get(f"{AT}/ledger/new/transfer").status_code == 403
    assert english.post(f"{AT}/ledger/new/issue", data=issue()).status_code == 403


def test_nobody_sells_more_than_there_is(english):
    found(english)
    say(english, f"annex/{ULSTEIN}", shares="450")
    for only in ({}, {"only": "check"}):
        told = refused(english, "transfer", {**purchase(shares="450"), **only})
        assert "Trondheim has only 400 shares on 20 June 2021" in told
    early = refused(english, "transfer", purchase(day="2019-02-01"))
    assert "Trondheim has no shares on 1 February 2019" in early
    nothing = refused(english, "redemption", leaving())
    assert "Hareid has no shares on 1 October 2023" in nothing


def test_what_is_sent_twice_is_entered_once(english):
    found(english)
    say(english, f"annex/{ULSTEIN}", shares="30")
    for kind, sent in (
        ("transfer", purchase()),
        ("issue", issue(numbers="1001-1100")),
    ):
        data = {**sent, "seen": revision(english), "accepted": "not-exercised"}
        path = f"{AT}/ledger/new/{kind}"
        assert english.post(path, data=data).status_code == 303
        again = english.post(path, data=data)
        assert again.status_code == 409
        told = text_of(again.text)
        assert "The ledger has grown since you looked" in told
        assert "it is entered already, and you need do nothing" in told
    assert "Entry 5" not in text_of(english.get("/history").text)
    owned = read(english, AT)
    assert "Ulstein 30" in owned
    assert "All shares 1,100" in owned


def test_what_is_odd_is_told_before_it_is_saved(english):
    found(english)
    say(english, f"annex/{ULSTEIN}", shares="30")
    odd = purchase(day="2021-06-10", due_on="2023-07-01")
    told = refused(english, "transfer", odd)
    assert "It is not saved yet. See whether this is right" in told
    assert "It is not known that Ulstein has used its option" in told
    assert "It takes effect before the board treats it, 15 June 2021" in told
    assert "Payment is due only on 1 July 2023, more than a year after" in told
    # What was read is what is accepted, and nothing besides.
    partly = {**odd, "accepted": "not-exercised due-late"}
    assert "before the board treats it" in refused(english, "transfer", partly)
    enter(english, "transfer", odd)
    more = purchase(shares="1")
    told = refused(english, "transfer", more)
    assert "Ulstein would have more than the 30 shares that the annex" in told
    leaves = leaving(seller=ULSTEIN)
    told = refused(english, "redemption", leaves)
    assert "It is not known that Ulstein has given notice or left" in told
