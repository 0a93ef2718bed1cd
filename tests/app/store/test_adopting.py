"""A scenario becomes the plan: all of it in one transaction, or nothing."""

from datetime import date

import pytest
from sqlalchemy import select

from app.extensions import db
from app.store import overlay, results, scenarios
from app.store.adopting import Agreed, adopt, needs_word, preview
from app.store.baselines import Details, find_state, list_baselines
from app.store.errors import ClashError, ScenarioRefused
from app.store.laying import Standing
from app.store.tables import ChangeRow, PlacementRow, ScenarioRow, WaveRow
from app.store.undoing import undo
from app.waves.commands import move, shift
from app.waves.queries import find_wave, get_placement
from planning.durations import parse_duration
from planning.plan_state import plan_state
from planning.state_document import state_document

DETAILS = Details(
    name="Før vedtak 23/77",
    why="Vedtatt i styringsgruppen.",
    decided_by="Styringsgruppen",
    case_number="23/77",
    decided_on=date(2023, 12, 1),
)
NOTHING_SAID = Agreed()


@pytest.fixture
def scenario_id(any_plan, office):
    """Ulstein in K14, and K13 a month later."""
    row = scenarios.make_scenario(
        any_plan.id, "Senere K13", "", owner=office.key, owner_name=office.name
    )
    return fill(row.id, any_plan.id, office)


def fill(row_id, plan_id, office):
    overlay.open_scenario(row_id)
    try:
        put_ulstein(plan_id, "K14", office)
        plan = results.current_plan()
        shift(plan, find_wave(plan, "K13"), parse_duration("1mo"), by=office)
    finally:
        overlay.leave_scenario()
    return row_id


def put_ulstein(plan_id, code, office):
    plan = results.current_plan()
    placement, wave = get_placement(plan, "1516"), find_wave(plan, code)
    move(plan, placement, wave, by=office, seen=results.revision())


def seen(scenario_id):
    return results.revision(), db.session.get_one(ScenarioRow, scenario_id).version


def state():
    found = state_document(plan_state(results.evaluation(results.current_plan())))
    return {**found, "revision": None}


def state_in(scenario_id):
    overlay.open_scenario(scenario_id)
    try:
        return state()
    finally:
        overlay.leave_scenario()


def adopt_now(scenario_id, office, agreed=NOTHING_SAID):
    return adopt(scenario_id, DETAILS, agreed, by=office, seen=seen(scenario_id))


def test_the_plan_becomes_what_the_scenario_showed(scenario_id, office):
    shown, before = state_in(scenario_id), state()

    change = adopt_now(scenario_id, office)

    assert state() == shown
    assert shown != before
    (baseline,) = list_baselines()
    assert {**state_document(find_state(baseline)), "revision": None} == before
    row = db.session.get_one(ScenarioRow, scenario_id)
    assert (row.adopted_change, row.adopted_at) == (change.id, change.at)


def test_the_history_tells_of_it_as_one_change(scenario_id, office):
    adopt_now(scenario_id, office)

    change = db.session.scalars(select(ChangeRow)).one()

    assert change.what == "scenarios.adopted"
    assert change.values == {
        "scenario": scenario_id,
        "name": "Senere K13",
        "case": "23/77",
        "why": "Vedtatt i styringsgruppen.",
        "decided_by": "Styringsgruppen",
        "decided_on": "2023-12-01",
        "baseline": "Før vedtak 23/77",
    }
    assert {it.table for it in change.items} == {"placement", "wave"}


def test_it_is_undone_like_any_change_and_the_baseline_stays(scenario_id, office):
    before = state()

    undo(adopt_now(scenario_id, office), by=office)

    assert state() == before
    assert len(list_baselines()) == 1


def test_what_is_shown_before_is_what_comes(scenario_id, office):
    row = db.session.get_one(ScenarioRow, scenario_id)

    shown = preview(row, NOTHING_SAID, by=office)

    assert list_baselines() == []
    assert [it.standing for it in shown.laid] == [Standing.HOLDS] * 2
    assert shown.trial.change.moved == adopt_now(scenario_id, office).moved


def test_a_failure_in_the_midst_leaves_nothing(scenario_id, office, monkeypatch):
    before, revision = state(), results.revision()
    monkeypatch.setattr("app.store.adopting._marking", lambda *_given: fail)

    with pytest.raises(RuntimeError, match="in the midst"):
        adopt_now(scenario_id, office)

    assert (state(), results.revision()) == (before, revision)
    assert list_baselines() == []
    assert db.session.scalars(select(ChangeRow)).all() == []
    assert db.session.get_one(ScenarioRow, scenario_id).adopted_at is None


def fail(_change):
    db.session.flush()
    assert db.session.scalars(select(WaveRow)).all()
    raise RuntimeError("in the midst")


def test_it_is_adopted_once_and_changed_no_more(scenario_id, office):
    adopt_now(scenario_id, office)

    with pytest.raises(ScenarioRefused, match="adopted"):
        adopt_now(scenario_id, office)
    with pytest.raises(ScenarioRefused, match="adopted"):
        scenarios.take_back(scenario_id, 1, by=office.key)
    assert len(list_baselines()) == 1


def test_who_saw_an_older_plan_is_told_what_changed(scenario_id, office):
    looked = seen(scenario_id)
    put_ulstein(1, "K15", office)

    with pytest.raises(ClashError) as refused:
        adopt(scenario_id, DETAILS, NOTHING_SAID, by=office, seen=looked)

    assert [it.row_key for it in refused.value.items]
    assert list_baselines() == []


def test_who_saw_an_older_scenario_is_refused(scenario_id, office):
    looked = seen(scenario_id)
    scenarios.take_back(scenario_id, 2, by=office.key)

    with pytest.raises(ClashError):
        adopt(scenario_id, DETAILS, NOTHING_SAID, by=office, seen=looked)


def flagged(scenario_id, office):
    """Somebody has put Ulstein elsewhere in the plan meanwhile."""
    put_ulstein(1, "K15", office)
    row = db.session.get_one(ScenarioRow, scenario_id)
    return preview(row, NOTHING_SAID, by=office).laid[0]


def wave_of_ulstein():
    placed = select(PlacementRow.wave_id).where(PlacementRow.municipality == "1516")
    return db.session.get_one(WaveRow, db.session.scalar(placed)).code


def test_a_change_that_replaces_another_value_needs_a_word(scenario_id, office):
    laid = flagged(scenario_id, office)

    assert laid.standing is Standing.REPLACES_ANOTHER
    assert needs_word(laid, NOTHING_SAID)
    with pytest.raises(ScenarioRefused, match="unsettled"):
        adopt_now(scenario_id, office)
    assert wave_of_ulstein() == "K15"


def test_it_is_done_all_the_same_where_somebody_says_so(scenario_id, office):
    laid = flagged(scenario_id, office)

    adopt_now(scenario_id, office, Agreed(done=frozenset({laid.change_id})))

    assert wave_of_ulstein() == "K14"


def test_it_is_left_out_where_somebody_says_so(scenario_id, office):
    laid = flagged(scenario_id, office)

    adopt_now(scenario_id, office, Agreed(left_out=frozenset({laid.change_id})))

    assert wave_of_ulstein() == "K15"


def test_nothing_is_adopted_where_nothing_would_change(scenario_id, office):
    agreed = Agreed(left_out=frozenset({1, 2}))

    with pytest.raises(ScenarioRefused, match="nothing"):
        adopt_now(scenario_id, office, agreed)
    assert list_baselines() == []


def test_what_it_comes_to_is_tried_once_for_each_state(scenario_id, office):
    def look(agreed=NOTHING_SAID):
        row = db.session.get_one(ScenarioRow, scenario_id)
        return preview(row, agreed, by=office)

    first = look()
    assert look() is first
    left_out = look(Agreed(left_out=frozenset({first.laid[0].change_id})))
    assert len(left_out.laid) == len(first.laid) - 1
    put_ulstein(1, "K15", office)
    assert look().laid[0].standing is Standing.REPLACES_ANOTHER
