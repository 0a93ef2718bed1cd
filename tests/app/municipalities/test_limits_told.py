"""How limits went, and dates that are known no better than to a month."""

from datetime import date

from app.extensions import db
from app.store import results
from tests.app.reading import part, row, text_of

AVEROY = "/municipalities/1554"
INDRE_FOSEN = "/municipalities/5054"


def test_a_passed_limit_says_what_is_presumed(english):
    html = english.get("/municipalities/1573").text
    told = row(html, "limit-option-limit")
    assert "passed Option taken up: presumed done in time, nobody has reported" in told


def test_a_passed_limit_says_what_the_council_decided_against_it(english):
    html = english.get(AVEROY).text
    told = row(html, "limit-option-limit")
    assert "not met Option taken up: the council said no for now" in told
    assert "for now: October 2023." in told
    assert "presumed done in time" not in told
    step = row(html, "step-option-exercised")
    assert "not reported; the council said no for now: October 2023." in step
    assert "presumed as planned" not in step
    assert "presumed done in time" in row(html, "limit-project-start")
    assert "only those who have acceded before" in row(html, "limit-withdrawal-limit")


def test_a_passed_limit_says_that_it_was_met_and_when(english):
    told = row(english.get("/municipalities/1506").text, "limit-option-limit")
    assert "met Option taken up: reported done, 17 June 2021." in told


def test_a_passed_limit_says_that_it_was_missed(english):
    english.post(f"{AVEROY}/steps/preproject", data={"state": "not-done"})
    told = row(english.get(AVEROY).text, "limit-option-limit")
    assert "missed Option taken up: not done in time." in told
    assert "30 May 2024 at the earliest" in told


def test_a_limit_that_is_ahead_is_neither(english):
    told = row(english.get("/municipalities/1516").text, "limit-option-limit")
    assert "presumed" not in told
    assert "missed" not in told


def test_what_is_counted_from_a_month_is_told_to_the_month(english):
    html = english.get(INDRE_FOSEN).text
    told = row(html, "limit-project-start")
    assert "about April 2021" in told
    assert "Thursday" not in told
    assert "days ago" not in told
    assert "about" in row(html, "step-training")


def test_what_is_past_has_no_float(english):
    html = english.get(INDRE_FOSEN).text
    told = row(html, "step-cutover")
    assert "critical" not in told
    assert "float" not in told


def test_a_window_has_a_first_day_and_no_planned_one(english):
    told = text_of(part(english.get("/municipalities/1516").text, "standing"))
    assert "That is the first day of the window" in told
    assert "the day that is planned" not in told


def test_the_date_of_a_trust_is_not_taken_for_the_municipality_s(english):
    told = text_of(part(english.get(AVEROY).text, "earlier-plans"))
    assert "The plan as it stands for Helse Møre og Romsdal HF 27 April 2024" in told
    assert "The plan as it stands for Averøy 9 November 2024" in told


def test_a_quarter_and_its_first_month_are_not_one_day(english):
    for number in ("5001", "1506", "1547", "1576", "1578"):
        told = text_of(english.get(f"/municipalities/{number}").text)
        if "the same first day" in told:
            return
    raise AssertionError("no window begins as the one before")


def test_who_waits_is_told_where_its_limit_has_passed(english, app):
    with app.app_context():
        results.programme().status_date = date(2025, 5, 1)
        db.session.commit()
        results.results().forget()
    told = row(english.get("/municipalities/5035").text, "limit-option-limit")
    assert "Option taken up: the municipality waits: October 2022." in told
