"""A scenario is seen through the plan, and never becomes it by itself."""

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import select

from app.admin.commands import set_status_date
from app.extensions import db
from app.scenarios import commands as scenario_commands
from app.store import overlay, results, scenarios
from app.store.errors import ScenarioRefused
from app.store.laying import Standing
from app.store.tables import (
    ChangeRow,
    ProgrammeRow,
    ScenarioChangeRow,
    WaveRow,
)
from app.store.trial import try_out
from app.waves import commands
from app.waves.queries import get_placement, get_wave
from planning.calendars import to_day
from planning.durations import parse_duration

HALF_A_YEAR = parse_duration("6mo")


@pytest.fixture
def scenario(plan, office):
    """A scenario of the programme office, open in this session."""
    row = scenario_commands.make(plan, "Senere K13", "", by=office)
    id = row.id
    overlay.open_scenario(id)
    return id


def go_live(plan, code):
    wave = next(
        it for it in results.evaluation(plan).snapshot.plan.waves if it.code == code
    )
    return wave.reckoning.day


def test_a_change_is_seen_in_the_scenario_alone(plan, office, scenario):
    before, revision = go_live(plan, "K13"), results.revision()
    change = commands.shift(plan, get_wave(plan, "K13"), HALF_A_YEAR, by=office)
    assert (
        change is not None and change.moved["dates"]
        if "dates" in change.moved
        else True
    )
    assert go_live(plan, "K13") > before
    assert results.revision() == revision
    overlay.leave_scenario()
    assert go_live(plan, "K13") == before
    assert db.session.scalars(select(ChangeRow)).all() == []
    kept = db.session.scalars(select(ScenarioChangeRow)).one()
    assert (kept.what, kept.position) == ("waves.shifted", 1)


def test_a_shift_moves_with_the_plan_and_a_set_wins_and_says_so(plan, office, scenario):
    commands.shift(plan, get_wave(plan, "K13"), HALF_A_YEAR, by=office)
    commands.set_day(plan, get_wave(plan, "K14"), date(2026, 3, 2), by=office)
    overlay.leave_scenario()
    commands.set_day(plan, get_wave(plan, "K13"), date(2025, 6, 1), by=office)
    commands.set_day(plan, get_wave(plan, "K14"), date(2026, 2, 2), by=office)
    opened = overlay.open_scenario(scenario)
    assert go_live(plan, "K13") == to_day(date(2025, 12, 1))
    assert go_live(plan, "K14") == to_day(date(2026, 3, 2))
    assert [it.standing for it in opened.laid] == [Standing.REPLACES_ANOTHER] * 2
    assert [(it.before, it.after) for it in opened.laid[1].instead] == [
        ("2026-02-02", "2026-03-02")
    ]


def test_a_shift_says_where_it_starts_from_now(plan, office, scenario):
    commands.set_day(plan, get_wave(plan, "K13"), date(2025, 5, 5), by=office)
    commands.shift(plan, get_wave(plan, "K13"), HALF_A_YEAR, by=office)
    commands.shift(plan, get_wave(plan, "K14"), HALF_A_YEAR, by=office)
    commands.shift(plan, get_wave(plan, "K14"), HALF_A_YEAR, by=office)
    holds = [it.standing for it in overlay.open_scenario(scenario).laid]
    assert holds == [Standing.HOLDS] * 4
    overlay.leave_scenario()
    days = date(2025, 12, 1), date(2025, 12, 31)
    commands.set_window(plan, get_wave(plan, "K14"), days, by=office)
    opened = overlay.open_scenario(scenario)
    # What a scenario has moved itself is no news to its own next shift.
    assert [it.standing for it in opened.laid] == [
        Standing.HOLDS,
        Standing.HOLDS,
        Standing.REPLACES_ANOTHER,
        Standing.HOLDS,
    ]
    assert [(it.field, it.before, it.after) for it in opened.laid[2].instead] == [
        ("window_first", "2025-12-01", "2026-06-01"),
        ("window_last", "2025-12-31", "2026-06-30"),
    ]


def test_a_shift_of_a_window_is_flagged_where_the_plan_set_a_day(
    plan, office, scenario
):
    commands.shift(plan, get_wave(plan, "K13"), HALF_A_YEAR, by=office)
    overlay.leave_scenario()
    commands.set_day(plan, get_wave(plan, "K13"), date(2025, 4, 26), by=office)
    (laid,) = overlay.open_scenario(scenario).laid
    assert laid.standing is Standing.REPLACES_ANOTHER


def test_what_the_plan_has_done_itself_is_so_already(plan, office, scenario):
    commands.move(plan, get_placement(plan, "1516"), get_wave(plan, "K14"), by=office)
    overlay.leave_scenario()
    commands.move(plan, get_placement(plan, "1516"), get_wave(plan, "K14"), by=office)
    opened = overlay.open_scenario(scenario)
    assert [it.standing for it in opened.laid] == [Standing.SO_ALREADY]


def test_what_went_live_meanwhile_is_not_moved(plan, office, scenario):
    commands.shift(plan, get_wave(plan, "K13"), HALF_A_YEAR, by=office)
    overlay.leave_scenario()
    wave = db.session.scalar(select(WaveRow).where(WaveRow.code == "K13"))
    wave.actual_first = wave.actual_last = date(2023, 11, 4)
    db.session.commit()
    opened = overlay.open_scenario(scenario)
    assert [it.standing for it in opened.laid] == [Standing.NOT_POSSIBLE]
    assert not opened.laid[0].is_laid


def test_what_is_laid_over_the_plan_is_never_committed(plan, office, scenario):
    commands.shift(plan, get_wave(plan, "K13"), HALF_A_YEAR, by=office)
    with pytest.raises(TypeError, match="never committed"):
        db.session.commit()
    db.session.rollback()


def test_facts_are_no_part_of_a_scenario(plan, office, scenario):
    with pytest.raises(ScenarioRefused, match="fact"):
        set_status_date(plan, date(2023, 12, 1), by=office, seen=1)
    overlay.leave_scenario()
    assert db.session.scalar(select(ProgrammeRow.status_date)) == date(2023, 11, 30)
    assert db.session.scalars(select(ScenarioChangeRow)).all() == []


def test_another_user_looks_and_does_not_touch(plan, office, scenario):
    other = replace(office, key="other")
    with pytest.raises(ScenarioRefused, match="not-own"):
        commands.shift(plan, get_wave(plan, "K13"), HALF_A_YEAR, by=other)


def test_a_trial_in_a_scenario_leaves_it_as_it_was(plan, office, scenario):
    commands.shift(plan, get_wave(plan, "K13"), HALF_A_YEAR, by=office)
    shifted = go_live(plan, "K13")
    trial = try_out(
        plan,
        lambda: commands.shift(plan, get_wave(plan, "K13"), HALF_A_YEAR, by=office),
    )
    assert trial.change is not None
    assert go_live(plan, "K13") == shifted
    assert len(db.session.scalars(select(ScenarioChangeRow)).all()) == 1


def test_what_is_taken_back_can_be_done_again_until_something_else_is(
    plan, office, scenario
):
    before = go_live(plan, "K13")
    change = commands.shift(plan, get_wave(plan, "K13"), HALF_A_YEAR, by=office)
    assert scenarios.take_back(scenario, change.id, by="office")
    overlay.lay_anew()
    assert go_live(plan, "K13") == before
    undo, redo = scenarios.scenario_steps(scenario)
    assert undo is None
    assert redo is not None
    assert redo.id == change.id
    assert scenarios.do_again(scenario, change.id, by="office")
    overlay.lay_anew()
    assert go_live(plan, "K13") > before
    scenarios.take_back(scenario, change.id, by="office")
    overlay.lay_anew()
    commands.set_day(plan, get_wave(plan, "K14"), date(2026, 3, 2), by=office)
    kept = db.session.scalars(select(ScenarioChangeRow)).all()
    assert [it.what for it in kept] == ["waves.date-set"]
