"""What has changed since something was announced: letters, who was first, who goes."""

import re
from datetime import timedelta

from tests.app.announced.sent import (
    AT,
    NEAR,
    announce,
    enter,
    planned,
    prefilled,
    send,
)
from tests.app.conftest import NOON
from tests.app.reading import kept_value, read, text_of
from tests.app.rights.sent import fact
from tests.app.shares.sent import HAREID, revision, say


def test_letters_from_before_a_change_are_told_as_old(company):
    announce(company)
    company.post(f"{AT}/1/letters")
    old = "What is announced was changed after that: make the letters again"
    assert old not in read(company, f"{AT}/1")
    settings = company.application.config
    settings["BOLGEPLAN_CLOCK"] = lambda: NOON + timedelta(minutes=1)
    send(company, "1/change", planned(due_on="2024-02-20"))
    assert old in read(company, f"{AT}/1")
    company.post(f"{AT}/1/letters")
    assert old not in read(company, f"{AT}/1")


def test_old_letters_are_told_before_the_entry_and_after_it(company):
    announce(company, **NEAR)
    company.post(f"{AT}/1/letters")
    clock = {"BOLGEPLAN_CLOCK": lambda: NOON + timedelta(minutes=1)}
    company.application.config.update(clock)
    send(company, "1/change", planned(**{**NEAR, "case_number": "23/78"}))
    assert "changed after these letters were made" in read(company, f"{AT}/1/letters")
    leads = r'button--primary" href="([^"]+)"'
    assert re.findall(leads, company.get(f"{AT}/1").text) == [f"{AT}/1/letters"]
    sent = prefilled(company)
    first = enter(company, sent)
    assert first.status_code == 422
    assert "changed after its letters were made" in text_of(first.text)
    accepted = "not-exercised letters-old"
    assert enter(company, sent, accepted=accepted).status_code == 303
    page = company.get(f"{AT}/1").text
    assert "changed after that: make the letters again" in text_of(page)
    struck = {"day": "2023-11-30", "note": "Wrong.", "seen": revision(company)}
    company.post("/shares/ledger/3/correct", data=struck)
    assert "not in the ledger yet Entry 3, which" in read(company, f"{AT}/1")


def test_who_was_second_keeps_what_was_typed(company):
    announce(company)
    seen = revision(company)
    send(company, "1/change", planned(due_on="2024-02-20"))
    typed = planned(due_on="2024-03-05", case_number="24/1", note="By letter.")
    answer = send(company, "1/change", {**typed, "seen": seen})
    told = text_of(answer.text)
    assert answer.status_code == 409
    assert "Somebody else was first" in told
    assert "20 February 2024" in told
    assert "What you typed is still in the form" in told
    assert kept_value(answer.text, "due_on") == "2024-03-05"
    assert "By letter." in answer.text
    again = {**typed, "seen": kept_value(answer.text, "seen")}
    assert send(company, "1/change", again).status_code == 303
    assert "Payment due 5 March 2024" in read(company, f"{AT}/1")


def test_who_goes_out_with_shares_is_to_be_redeemed(company):
    say(company, f"annex/{HAREID}", shares="20")
    bought = planned(buyer=HAREID, shares="20", day="2021-06-20", price="1000")
    days = {"notice_on": "2021-06-01", "due_on": "2021-07-01", "board_on": "2021-06-15"}
    enter(company, {**bought, **days, "accepted": "not-exercised"})
    assert "Announce the redemption" not in read(company, AT)
    told = fact(company, "notice-given", "1.10.2023")
    answer = company.post(f"/rights/{HAREID}/facts/new", data=told)
    assert answer.status_code == 303, text_of(answer.text)
    html = company.get(AT).text
    assert "1 municipality has given notice or left" in text_of(html)
    assert f"{AT}/new/redemption?seller={HAREID}" in html
