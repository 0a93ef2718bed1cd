"""A change is flagged where the plan has moved what acts together with what it sets."""

import re
from datetime import date

import pytest

from app.extensions import db
from app.scenarios import commands as scenario_commands
from app.store import overlay
from app.store.laying import Standing
from app.store.tables import ScenarioChangeRow
from app.waves import commands
from app.waves.queries import get_wave
from planning.durations import parse_duration
from tests.app.reading import kept_value

LATER = {"amount": 2, "unit": "mo", "direction": "later"}
FLAG = "something that acts together with it is not"


def words(html):
    return " ".join(re.sub(r"<[^>]+>", " ", html.partition("<main")[2]).split())


@pytest.fixture
def scenario(plan, office):
    """A scenario of the programme office that sets K11's day and K15's window."""
    id = scenario_commands.make(plan, "Vinduer", "", by=office).id
    overlay.open_scenario(id)
    commands.set_day(plan, get_wave(plan, "K11"), date(2024, 5, 11), by=office)
    days = date(2026, 8, 1), date(2026, 9, 30)
    commands.set_window(plan, get_wave(plan, "K15"), days, by=office)
    overlay.leave_scenario()
    return id


def stand(scenario):
    laid = overlay.open_scenario(scenario).laid
    overlay.leave_scenario()
    return laid


def test_untouched_all_holds(scenario):
    assert [it.standing for it in stand(scenario)] == [Standing.HOLDS] * 2


def test_a_day_is_flagged_where_the_plan_moved_the_window(plan, office, scenario):
    commands.shift(plan, get_wave(plan, "K11"), parse_duration("2mo"), by=office)
    laid = stand(scenario)
    assert [it.standing for it in laid] == [Standing.REPLACES_ANOTHER, Standing.HOLDS]
    assert laid[0].instead == ()
    assert {(it.field, it.before, it.after) for it in laid[0].meanwhile} == {
        ("window_first", "2024-04-27", "2024-06-27"),
        ("window_last", "2024-04-27", "2024-06-27"),
    }


def test_a_window_is_flagged_where_the_plan_set_a_day(plan, office, scenario):
    commands.set_day(plan, get_wave(plan, "K15"), date(2026, 4, 25), by=office)
    laid = stand(scenario)
    assert [it.standing for it in laid] == [Standing.HOLDS, Standing.REPLACES_ANOTHER]
    assert [(it.field, it.after) for it in laid[1].meanwhile] == [
        ("set_day", "2026-04-25")
    ]


def test_where_the_plan_is_back_nothing_is_flagged(plan, office, scenario):
    for by in ("2mo", "-2mo"):
        commands.shift(plan, get_wave(plan, "K11"), parse_duration(by), by=office)
    assert {it.standing for it in stand(scenario)} == {Standing.HOLDS}


def test_what_the_scenario_itself_has_set_around_it_is_no_flag(plan, office, scenario):
    overlay.open_scenario(scenario)
    commands.set_day(plan, get_wave(plan, "K15"), date(2026, 9, 5), by=office)
    overlay.leave_scenario()
    assert {it.standing for it in stand(scenario)} == {Standing.HOLDS}


def test_what_was_kept_without_remembering_stays_as_it_was(plan, office, scenario):
    for row in db.session.query(ScenarioChangeRow):
        row.items = [
            {name: it for name, it in item.items() if name != "seen"}
            for item in row.items
        ]
    db.session.commit()
    commands.shift(plan, get_wave(plan, "K11"), parse_duration("2mo"), by=office)
    assert {it.standing for it in stand(scenario)} == {Standing.HOLDS}


def test_it_is_told_where_it_is_kept_and_where_it_is_adopted(english):
    english.post("/scenarios", data={"name": "K11 i mai", "note": ""})
    day = {"day": "2024-05-11"}
    english.post("/scenarios/1/plan/waves/K11/day", data=day)
    english.post("/waves/K11/shift", data=LATER)
    page = english.get("/scenarios/1").text
    assert FLAG in words(page)
    told = "27 April 2024 when the change was made, 27 June 2024 in the plan now."
    assert told in words(page)
    asked = words(english.get("/scenarios/1/adopt").text)
    assert told in asked
    assert "Make it the plan" not in asked
    token = kept_value(page, "told")
    english.post("/scenarios/1/changes/1/keep", data={"told": token})
    assert FLAG not in words(english.get("/scenarios/1").text)
    assert "Make it the plan" in words(english.get("/scenarios/1/adopt").text)
