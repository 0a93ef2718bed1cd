"""A scenario that was laid before is laid the same way, and anew where that is due."""

import pytest

from app.extensions import db
from app.scenarios import commands as scenario_commands
from app.store import laying, overlay
from app.store.laying import Standing
from app.store.loader import load_snapshot
from app.waves import commands
from app.waves.queries import get_placement, get_wave
from planning.durations import parse_duration

LATER = parse_duration("3mo")


@pytest.fixture
def scenario(plan, office):
    """A scenario that shifts a wave and moves somebody; it is left again."""
    id = scenario_commands.make(plan, "Senere K13", "", by=office).id
    overlay.open_scenario(id)
    commands.shift(plan, get_wave(plan, "K13"), LATER, by=office)
    commands.move(plan, get_placement(plan, "1516"), get_wave(plan, "K14"), by=office)
    overlay.leave_scenario()
    return id


def look(plan, scenario):
    """How its changes stand, the plan in it, and how often a change was weighed."""
    weighed = []
    with pytest.MonkeyPatch.context() as patch:
        one_by_one = laying._do_again
        patch.setattr(
            laying, "_do_again", lambda *it: weighed.append(it) or one_by_one(*it)
        )
        laid = overlay.open_scenario(scenario).laid
    snapshot = load_snapshot(plan)
    overlay.leave_scenario()
    return laid, snapshot, len(weighed)


def test_the_second_page_weighs_nothing_and_sees_the_same(app, plan, scenario):
    app.extensions["bolgeplan_results"].forget()
    plain = load_snapshot(plan)
    laid, snapshot, weighed = look(plan, scenario)
    assert weighed == 2
    assert snapshot != plain
    assert look(plan, scenario) == (laid, snapshot, 0)
    assert load_snapshot(plan) == plain


def test_a_write_to_the_plan_has_each_change_weighed_anew(plan, office, scenario):
    look(plan, scenario)
    commands.move(plan, get_placement(plan, "1516"), get_wave(plan, "K15"), by=office)
    laid, _snapshot, weighed = look(plan, scenario)
    assert weighed == 2
    assert laid[1].standing is Standing.REPLACES_ANOTHER


def test_a_change_that_is_taken_back_is_laid_no_more(plan, office, scenario):
    laid, before, _weighed = look(plan, scenario)
    scenario_commands.take_back(scenario, laid[0].change_id, by=office)
    left, after, weighed = look(plan, scenario)
    assert (len(left), weighed) == (1, 1)
    assert after != before
    db.session.rollback()
