"""What is not agreed to is a conflict of the plan that holds, whoever asks for it."""

from datetime import date

from app.admin.commands import set_status_date
from app.extensions import db
from app.store import overlay, results, scenarios
from app.store.proposals import load_unsettled
from app.store.tables import ChangeRow
from app.store.trial import try_out
from app.store.undoing import undo
from planning.conflicts import Conflict, Kind
from tests.app.store.test_proposals import (
    BODY,
    NOVEMBER,
    OCTOBER,
    answer,
    move_wave,
    rows,
)
from tests.builders import plan_row

DECEMBER = date(2025, 12, 1)
KINDS = {Kind.PROPOSAL_REJECTED, Kind.PROPOSAL_COUNTERED, Kind.PROPOSAL_UNANSWERED}


def told() -> list[tuple[Kind, str]]:
    """What the plan says, which is what it says when it is read anew."""
    plan = results.current_plan()
    kept = _of(results.evaluation(plan).conflicts)
    assert kept == _of(results.evaluate_now(plan).conflicts)
    return [(it.kind, it.concerns[0]) for it in kept]


def _of(conflicts: tuple[Conflict, ...]) -> list[Conflict]:
    return [it for it in conflicts if it.kind in KINDS]


def test_the_programme_begins_with_all_agreed(plan):
    assert told() == []


def test_what_is_turned_down_is_a_conflict_until_the_plan_fits(any_plan, office):
    move_wave(any_plan, OCTOBER, by=office)
    assert told() == []
    given = answer(any_plan, rows(BODY)[0].id, "countered", by=office, day=NOVEMBER)
    assert told() == [(Kind.PROPOSAL_COUNTERED, BODY)]
    undo(given, by=office)
    assert told() == []
    undo(db.session.get_one(ChangeRow, given.id + 1), by=office)
    assert told() == [(Kind.PROPOSAL_COUNTERED, BODY)]
    move_wave(any_plan, NOVEMBER, by=office)
    assert told() == []
    move_wave(any_plan, OCTOBER, by=office)
    assert told() == [(Kind.PROPOSAL_COUNTERED, BODY)]


def test_who_has_not_answered_in_time_is_told_with_the_day_that_passed(
    any_plan, office
):
    move_wave(any_plan, OCTOBER, by=office)
    answer(any_plan, rows(BODY)[0].id, "rejected", by=office)
    assert told() == [(Kind.PROPOSAL_REJECTED, BODY)]
    set_status_date(any_plan, date(2023, 12, 31), by=office, seen=None)
    assert [kind for kind, _body in told()] == [
        Kind.PROPOSAL_REJECTED,
        *[Kind.PROPOSAL_UNANSWERED] * 8,
    ]
    move_wave(any_plan, NOVEMBER, by=office)
    assert told() == []


def test_a_trial_and_a_scenario_show_what_would_fit(plan, office):
    move_wave(plan, OCTOBER, by=office)
    answer(plan, rows(BODY)[0].id, "rejected", by=office)
    tried = try_out(plan, lambda: move_wave(plan, None, by=office))
    assert _of(tried.after.conflicts) == []
    row = scenarios.make_scenario(
        plan.id, "Tilbake", "", owner=office.key, owner_name=office.name
    )
    overlay.open_scenario(row.id)
    try:
        move_wave(results.current_plan(), None, by=office)
        assert told() == []
    finally:
        overlay.leave_scenario()
    assert told() == [(Kind.PROPOSAL_REJECTED, BODY)]


def test_only_the_plan_that_holds_binds(plan, office):
    move_wave(plan, OCTOBER, by=office)
    answer(plan, rows(BODY)[0].id, "rejected", by=office)
    assert len(load_unsettled(plan)) == 1
    assert load_unsettled(plan_row()) == ()


def test_what_was_said_before_holds_until_it_is_answered_anew(any_plan, office):
    move_wave(any_plan, OCTOBER, by=office)
    answer(any_plan, rows(BODY)[0].id, "rejected", by=office)
    move_wave(any_plan, NOVEMBER, by=office)
    assert told() == []
    again = move_wave(any_plan, OCTOBER, by=office)
    assert told() == [(Kind.PROPOSAL_REJECTED, BODY)]
    undo(again, by=office)
    answer(any_plan, rows(BODY)[-1].id, "countered", by=office, day=DECEMBER)
    move_wave(any_plan, date(2025, 11, 10), by=office)
    assert told() == [(Kind.PROPOSAL_COUNTERED, BODY)]
    answer(any_plan, rows(BODY)[-1].id, "accepted", by=office)
    assert told() == []


def test_what_is_agreed_is_told_as_it_is_kept_where_the_plan_took_another_day(
    any_plan, office
):
    move_wave(any_plan, OCTOBER, by=office)
    answer(any_plan, rows(BODY)[0].id, "rejected", by=office)
    move_wave(any_plan, DECEMBER, by=office)
    answer(any_plan, rows(BODY)[-1].id, "countered", by=office, day=NOVEMBER)
    move_wave(any_plan, NOVEMBER, by=office)
    assert told() == []
    move_wave(any_plan, OCTOBER, by=office)
    assert told() == [(Kind.PROPOSAL_REJECTED, BODY)]
    found = _of(results.evaluation(results.current_plan()).conflicts)
    assert dict(found[0].values)["agreed"] == "2025-11-03"
