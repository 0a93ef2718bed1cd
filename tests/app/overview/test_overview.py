"""The first page: where the programme stands, what is due, what is wrong."""

from datetime import date

import pytest

from app.conflict_parts import conflict_id
from app.extensions import db
from app.store import results
from planning.conflicts import Severity
from tests.app.reading import as_role, part, read, text_of

STEP = "/municipalities/1516/steps/planning-phase"


def test_figures_tell_who_is_live(english):
    told = read(english, "/")
    assert "19 municipalities live of 66" in told
    assert "47 municipalities to come" in told
    assert "451,450 inhabitants in municipalities that are live" in told
    assert "60% of 750,070" in told.replace("\xa0", "")


def test_the_next_wave_is_named_with_the_days_to_it(english):
    assert "K11 is the next wave 27 April 2024, in 149 days" in read(english, "/")


def test_all_waves_stand_in_a_list(english):
    html = english.get("/").text
    told = text_of(html[html.index('class="plain-list wave-list"') :])
    assert "PD2 November 2022 reported live 6 municipalities, 34,140" in told
    assert "K11 27 April 2024 stated by a document next 8 municipalities" in told


def wrong(client):
    html = client.get("/").text
    return html[html.index('id="conflicts-title"') :].partition("</section>")[0]


def test_what_matters_is_told_with_how_much_there_is(english):
    told = text_of(wrong(english))
    assert "The council of Averøy said no for now" in told
    assert "The council of Hareid said no for now" in told
    # What is information stands on the page of all.
    assert "The region" not in told
    assert "In all: 1 error, 1 warning, 8 pieces of information." in told
    assert 'href="/conflicts"' in wrong(english)
    assert "in 28 municipalities that are not live have not been reported" in told


def test_conflicts_are_told_with_their_mend_and_where_to_look(english):
    english.post(STEP, data={"state": "not-done"})
    html = wrong(english)
    told = text_of(html)
    assert "Ulstein can go live 90 days after its wave at the earliest." in told
    assert "Move Ulstein to K14, the first wave that is late enough." in told
    assert 'href="/waves/placements/1516?to=K14"' in html
    assert 'class="conflict__sentence" href="/conflicts/' in html


def test_what_the_office_accepts_no_longer_stands_there(english, app):
    with app.app_context():
        serious = [
            it
            for it in results.evaluation(results.current_plan()).conflicts
            if it.severity is not Severity.INFORMATION
        ]
    for it in serious:
        english.post(
            f"/conflicts/{conflict_id(it)}/accept",
            data={"reason": "Known", "numbers": it.numbers},
        )
    told = text_of(wrong(english))
    assert "No error and no warning is open." in told
    assert "In all: 8 pieces of information, 2 accepted." in told


def test_what_is_due_is_grouped_by_date(english):
    told = text_of(part(english.get("/").text, "due"))
    assert "4 December 2023 Monday, in 4 days" in told
    assert "GP offices: Pilot 1" in told
    march = told[told.index("1 March 2024") : told.index("12 March 2024")]
    assert "K13 Limit for withdrawal limit counted from the first day of" in march
    assert "K14 Project start counted from the first day of the window" in march
    assert told.index("1 March 2024") < told.index("1 April 2024")


def test_a_month_among_what_is_due_is_told_as_a_month(english):
    told = text_of(part(english.get("/").text, "due"))
    assert "January 2024 no day is set Programme GP offices: Further" in told
    assert "1 January 2024" not in told


@pytest.mark.parametrize(
    ("days", "has_pilot", "has_april"),
    [("30", True, False), ("90", True, False), ("180", True, True), ("x", True, True)],
)
def test_how_far_ahead_is_looked_is_asked_in_the_address(
    english, days, has_pilot, has_april
):
    told = text_of(part(english.get(f"/?days={days}").text, "due"))
    assert ("Pilot 1" in told) == has_pilot
    assert ("27 April 2024" in told) == has_april


def test_a_limit_whose_thing_is_done_is_due_no_more(english):
    told = text_of(part(english.get("/").text, "due"))
    before = told[told.index("1 April 2024") :]
    assert "Ulstein" in before.partition("26 April")[0]
    for key in ("preproject-agreed", "preproject", "council-decision"):
        english.post(
            f"/municipalities/1516/steps/{key}",
            data={"state": "done", "finish": "2023-11-01"},
        )
    english.post(
        "/municipalities/1516/steps/option-exercised",
        data={"state": "done", "finish": "2023-11-01"},
    )
    told = text_of(part(english.get("/").text, "due"))
    april = told[told.index("1 April 2024") :].partition("26 April")[0]
    assert "Limit for taking up the option limit counted from" in april
    assert "8 municipalities" in april


def test_last_changes_are_linked(english):
    english.post(STEP, data={"state": "not-done"})
    html = english.get("/").text
    assert "Ulstein: “Planning phase” reported as not done" in text_of(html)
    assert 'href="/history/1"' in html


def test_key_figures_have_their_date_and_source(english):
    told = read(english, "/")
    assert "about 34,000 people November 2023" in told
    assert "19 of 66 municipalities November 2023" in told
    assert "Slides on programme status" in told


@pytest.mark.parametrize("role", ["council", "working-group"])
def test_every_role_may_look(client, role):
    as_role(client, role)
    assert client.get("/").status_code == 200


def test_what_is_late_comes_first_and_then_on_the_day_that_can_hold(english):
    english.post("/municipalities/1554/steps/preproject", data={"state": "not-done"})
    told = text_of(part(english.get("/?days=180").text, "due"))
    assert (
        "late Averøy : Pre-project Reported as not done. Should have been done by"
        in told
    )
    assert "8 November 2023, can be done by 29 May 2024 at the earliest." in told
    assert "12 March 2024" in told


def test_a_milestone_that_is_held_back_says_when_it_should_be(english):
    english.post(
        "/municipalities/1554/steps/preproject",
        data={"state": "started", "start": "2023-06-01", "left": "20", "unit": "w"},
    )
    html = part(english.get("/?days=180").text, "due")
    assert "Option taken up late planned for 9 November 2023" in text_of(html)


def test_dates_that_rest_on_an_assumption_are_marked(english):
    told = text_of(part(english.get("/").text, "due"))
    assert "Service agreement signed ≈ assumed" in told
    assert "Limit for withdrawal ≈" not in told
    assert told.count("a duration that no source gives") == 1


def test_a_wave_whose_day_has_passed_without_a_report_is_named(english, app):
    assert "should have gone live by now" not in read(english, "/")
    with app.app_context():
        results.programme().status_date = date(2024, 6, 1)
        db.session.commit()
        results.results().forget()
    told = read(english, "/")
    assert "K11 should have gone live by now (27 April 2024), and nobody" in told
    assert "K12 should have gone live" not in told
    listed = read(english, "/conflicts")
    assert "K11 should have gone live by now (27 April 2024), and nobody" in listed
