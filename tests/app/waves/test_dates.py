"""When a wave goes live: a day, its window, moved by some time, and all at once."""

from datetime import date

import pytest

from app.store import results
from app.store.writing import writing
from app.waves.queries import get_wave
from tests.app.reading import HTMX, as_role, part, text_of


def wave(client, code="K13"):
    with client.application.app_context():
        row = get_wave(results.current_plan(), code)
        return row.set_day, row.window_first, row.window_last, row.precision


def go_live(client, number="1516"):
    with client.application.app_context():
        evaluation = results.evaluation(results.current_plan())
        return date.fromordinal(evaluation.go_live(number))


def test_day_that_the_office_sets_wins(english):
    html = english.post("/waves/K13/day", data={"day": "2025-10-01"}, headers=HTMX).text
    assert "K13 moved 183 days later, to 1 October 2025" in html
    assert "9 municipalities, 27 deadlines" in html
    assert "Set by the programme office; the plan says" in html
    assert go_live(english) == date(2025, 10, 1)
    assert wave(english)[1:3] == (date(2025, 4, 1), date(2025, 5, 31))


def test_answer_holds_the_parts_that_the_page_has(english):
    page = english.get("/waves/K13").text
    html = english.post("/waves/K13/day", data={"day": "1.10.2025"}, headers=HTMX).text
    assert "<html" not in html
    for id in ("moved-place", "wave-facts", "wave-dates", "wave-members"):
        assert f'id="{id}"' in html
        assert f'id="{id}"' in page


def test_day_without_javascript_leads_back_to_the_wave(english):
    response = english.post("/waves/K13/day", data={"day": "2025-10-01"})
    assert response.status_code == 303
    assert response.location == "/waves/K13?moved=1#moved"
    assert "K13 moved 183 days later" in english.get("/waves/K13?moved=1").text


def test_first_day_of_the_window_moves_the_costs_alone(english):
    html = english.post("/waves/K13/day", data={"day": "2025-04-01"}, headers=HTMX).text
    # Costs count from the last day of a window, dates from its first.
    assert "K13 is set to 1 April 2025: today’s systems cost" in html
    assert "deadlines" not in part(html, "moved")


def test_day_can_be_taken_back(english):
    english.post("/waves/K13/day", data={"day": "2025-10-01"})
    assert "Follow the window again" in english.get("/waves/K13").text
    html = english.post("/waves/K13/day/clear", headers=HTMX).text
    assert "K13 follows its window again and moved 183 days earlier" in html
    assert wave(english)[0] is None
    assert "Follow the window again" not in english.get("/waves/K13").text


def test_window_can_be_changed(english):
    days = {"first": "2025-10-01", "last": "2025-11-30"}
    html = english.post("/waves/K13/window", data=days, headers=HTMX).text
    assert "K13 moved 183 days later, to the window October" in html
    assert wave(english) == (None, date(2025, 10, 1), date(2025, 11, 30), "window")
    assert "Printed in the source" not in html


@pytest.mark.parametrize(
    ("path", "sent"),
    [
        ("window", {"first": "2025-10-01", "last": "2025-11-30"}),
        ("shift", {"amount": "6", "unit": "mo", "direction": "later"}),
    ],
)
def test_a_note_on_the_window_before_goes_with_it(english, path, sent):
    note = "the company page says April 2025"
    assert note in english.get("/waves/K13").text
    english.post(f"/waves/K13/{path}", data=sent)
    assert note not in english.get("/waves/K13").text
    english.post("/history/1/undo")
    assert note in english.get("/waves/K13").text


@pytest.mark.parametrize(
    ("first", "last", "precision"),
    [
        ("2025-10-01", "2025-10-01", "day"),
        ("2025-10-01", "2025-10-31", "month"),
        ("2025-10-02", "2025-10-31", "window"),
        ("2025-10-01", "2026-09-30", "window"),
    ],
)
def test_window_is_as_exact_as_its_days(client, first, last, precision):
    client.post("/waves/K13/window", data={"first": first, "last": last})
    assert wave(client)[3] == precision


def test_window_of_whole_months_moves_as_whole_months(english):
    sent = {"amount": "1", "unit": "mo", "direction": "later"}
    html = english.post("/waves/K13/shift", data=sent, headers=HTMX).text
    assert "K13 moved 1 month later" in html
    assert wave(english)[1:3] == (date(2025, 5, 1), date(2025, 6, 30))


def test_wave_can_be_moved_earlier_and_back(english):
    before = wave(english)
    sent = {"amount": "2", "unit": "w", "direction": "earlier"}
    html = english.post("/waves/K13/shift", data=sent, headers=HTMX).text
    assert "K13 moved 2 weeks earlier" in html
    assert wave(english)[1] == date(2025, 3, 18)
    english.post("/waves/K13/shift", data={**sent, "direction": "later"})
    assert wave(english)[:3] == before[:3]


def test_day_that_is_set_moves_with_its_window(client):
    client.post("/waves/K13/day", data={"day": "2025-04-26"})
    sent = {"amount": "6", "unit": "mo", "direction": "later"}
    client.post("/waves/K13/shift", data=sent)
    assert wave(client)[:2] == (date(2025, 10, 26), date(2025, 10, 1))


def test_delay_of_the_main_project_moves_all_that_is_planned(english):
    live, planned = wave(english, "PD5"), wave(english, "K11")
    sent = {"amount": "6", "unit": "mo", "direction": "later"}
    html = english.post("/waves/delay", data=sent, headers=HTMX).text
    assert "The main project was delayed by 6 months: 47 municipalities" in html
    assert "141 deadlines" in html
    assert wave(english, "PD5") == live
    assert planned[1] == date(2024, 4, 27)
    assert wave(english, "K11")[1] == date(2024, 10, 27)
    assert wave(english, "K15")[1:3] == (date(2026, 10, 1), date(2026, 11, 30))


def test_delay_is_one_change_and_one_undo(english):
    before = wave(english, "K11"), wave(english, "K15")
    sent = {"amount": "6", "unit": "mo", "direction": "later"}
    response = english.post("/waves/delay", data=sent)
    assert response.location == "/waves?moved=1#moved"
    english.post("/history/1/undo")
    assert (wave(english, "K11"), wave(english, "K15")) == before


def test_main_project_can_be_brought_forward(english):
    sent = {"amount": "1", "unit": "mo", "direction": "earlier"}
    html = english.post("/waves/delay", data=sent, headers=HTMX).text
    assert "The main project was brought forward by 1 month" in html


@pytest.mark.parametrize(
    ("path", "sent", "told"),
    [
        ("day", {"day": ""}, "Give a day."),
        ("day", {"day": "soon"}, "“soon” is no day."),
        ("day", {"day": "2025-02-30"}, "“2025-02-30” is no day."),
        ("day", {"day": "2023-11-29"}, "29 November 2023 is before the status date"),
        ("day", {"day": "2205-04-01"}, "See whether the year is right."),
        ("day", {"day": "0001-01-01"}, "is before the status date"),
        ("window", {"first": "", "last": "2025-05-31"}, "Give a day."),
        (
            "window",
            {"first": "2025-06-01", "last": "2025-05-31"},
            "The last day is before the first.",
        ),
        (
            "window",
            {"first": "2023-01-01", "last": "2025-05-31"},
            "is before the status date",
        ),
        (
            "window",
            {"first": "2025-04-01", "last": "2035-05-31"},
            "A window is a year at most, and this one is 3,713 days.",
        ),
        ("shift", {"amount": ""}, "Give a whole number."),
        ("shift", {"amount": "abc"}, "Give a whole number from 1 to 600."),
        ("shift", {"amount": "0"}, "Give a whole number from 1 to 600."),
        ("shift", {"amount": "1.5"}, "Give a whole number from 1 to 600."),
        ("shift", {"amount": "601"}, "Give a whole number from 1 to 600."),
        (
            "shift",
            {"amount": "24", "direction": "earlier"},
            "K13 can&#39;t be moved that far: 1 April 2023 is before the status date.",
        ),
        ("shift", {"amount": "600"}, "See whether the year is right."),
        ("shift", {"amount": "6", "unit": "years"}, "Not a valid choice"),
    ],
)
def test_date_that_cannot_be_is_refused_with_the_mend(english, path, sent, told):
    data = {"unit": "mo", "direction": "later", **sent}
    before = wave(english)
    response = english.post(f"/waves/K13/{path}", data=data, headers=HTMX)
    assert response.status_code == 422
    assert told in response.text
    assert "<html" not in response.text
    assert wave(english) == before


def test_what_was_typed_is_kept_on_the_page(english):
    response = english.post("/waves/K13/day", data={"day": "soon"})
    assert response.status_code == 422
    assert "<html" in response.text
    assert 'value="soon"' in response.text
    assert 'value="2025-05-31"' in response.text


def test_delay_that_cannot_be_is_refused_in_its_form(english):
    sent = {"amount": "24", "unit": "mo", "direction": "earlier"}
    response = english.post("/waves/delay", data=sent, headers=HTMX)
    assert response.status_code == 422
    assert 'id="delay-form"' in response.text
    assert "K11 can&#39;t be moved that far" in response.text
    page = english.post("/waves/delay", data=sent)
    assert page.status_code == 422
    assert "<html" in page.text


@pytest.mark.parametrize("path", ["day", "day/clear", "window", "shift"])
def test_wave_that_is_live_keeps_its_date(english, path):
    before = wave(english, "PD5")
    data = {"day": "2025-10-01", "first": "2025-10-01", "last": "2025-10-02"}
    response = english.post(f"/waves/PD5/{path}", data=data)
    assert response.status_code == 422
    assert "PD5 is live. The day on which it happened is a fact" in response.text
    assert wave(english, "PD5") == before


@pytest.mark.parametrize("path", ["K13/day", "K13/window", "K13/shift", "delay"])
def test_only_the_office_sets_dates(client, path):
    with client.session_transaction() as session:
        session["demonstration-role"] = "working-group"
    before = wave(client)
    assert client.post(f"/waves/{path}", data={"day": "2025-10-01"}).status_code == 403
    assert wave(client) == before


def test_second_of_two_who_saw_the_same_date_is_told_of_the_first(english):
    english.post("/waves/K13/day", data={"day": "2025-10-01", "seen": "1"})
    late = {"day": "2025-11-01", "seen": "1"}
    response = english.post("/waves/K13/day", data=late, headers=HTMX)
    assert response.status_code == 409
    assert wave(english)[0] == date(2025, 10, 1)


def test_wave_without_a_date_has_none_to_move(english, app, office):
    with app.app_context():
        plan = results.current_plan()
        row = get_wave(plan, "K13")
        with writing(plan, by=office, what="waves.date-cleared") as write:
            row.window_first = row.window_last = None
    assert write.change is not None
    assert "without a date" in english.get("/waves/K13").text
    sent = {"amount": "1", "unit": "mo", "direction": "later"}
    response = english.post("/waves/K13/shift", data=sent, headers=HTMX)
    assert response.status_code == 422
    assert "There is no planned date to move." in response.text
    days = {"first": "2025-04-01", "last": "2025-04-30"}
    assert english.post("/waves/K13/window", data=days).status_code == 303


def test_an_address_can_propose_a_day(english):
    html = english.get("/waves/K13?day=2025-04-26").text
    assert 'value="2025-04-26"' in html
    assert 'value="2025-04-26"' not in english.get("/waves/K13?day=soon").text
    # It is proposed, and nothing more.
    assert "Set by the programme office" not in html
    assert "Not saved. It would be so:" in html
    assert "Not saved" not in english.get("/waves/K13?day=2020-04-26").text
    assert "Not saved" not in english.get("/waves/K13").text
    council = as_role(english, "council")
    assert "Not saved" not in council.get("/waves/K13?day=2025-04-26").text


def test_a_trial_tells_the_new_date_the_first_limit_and_the_margin(english):
    data = {"amount": "6", "unit": "mo", "direction": "later", "try": "yes"}
    told = text_of(english.post("/waves/K13/shift", data=data, headers=HTMX).text)
    assert "Go-live: October – November 2025; it was April – May 2025." in told
    assert "pre-project, 1 April 2024; it was 1 October 2023." in told
    assert "Least margin in the wave: +93 days; it was 0 days." in told
