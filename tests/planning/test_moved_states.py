"""What moved between two states: as two evaluations tell it, but for the chains."""

from dataclasses import replace

from hypothesis import given

from planning.compare import MovedDate, compare
from planning.conflicts import Conflict, Kind, Severity
from planning.evaluate import evaluate
from planning.finance.delay import compare_money
from planning.moved_states import moved_conflicts, moved_dates, moved_kroner
from planning.plan_state import plan_state
from planning.rollout import Owner
from planning.snapshot import HealthTrust, ProgrammeMilestone, Snapshot
from planning.state import PlanState
from tests.planning.finance.test_delay import planned
from tests.planning.programmes import NUMBER, day, programme, wave, window
from tests.planning.random_programmes import programmes


def state_of(snapshot: Snapshot) -> PlanState:
    return plan_state(evaluate(snapshot))


def of_plan(moved: tuple[MovedDate, ...]) -> dict[str, tuple[object, ...]]:
    return {
        it.id: (it.before, it.after, it.days)
        for it in moved
        if it.owner in (Owner.MUNICIPALITY, Owner.WAVE)
    }


@given(programmes(), programmes())
def test_dates_move_as_two_evaluations_tell_it(one: Snapshot, other: Snapshot) -> None:
    before, after = evaluate(one), evaluate(other)
    moved = moved_dates(plan_state(before), plan_state(after))
    assert of_plan(moved) == of_plan(compare(before, after).moved)


@given(programmes(), programmes())
def test_the_other_way_round_is_as_far_back(one: Snapshot, other: Snapshot) -> None:
    states = state_of(one), state_of(other)
    there = moved_dates(*states)
    back = {it.id: it for it in moved_dates(*reversed(states))}
    assert {it.id for it in there} == set(back)
    for it in there:
        turned = back[it.id]
        assert (turned.before, turned.after) == (it.after, it.before)
        moved_both_ends = it.before and it.after and it.before[0] != it.after[0]
        if moved_both_ends:
            assert turned.days == -it.days


@given(programmes())
def test_nothing_moved_between_a_state_and_itself(snapshot: Snapshot) -> None:
    state = state_of(snapshot)
    assert moved_dates(state, state) == ()
    assert moved_kroner(state, state) == ()
    conflicts = moved_conflicts(state, state)
    assert (conflicts.new, conflicts.gone, conflicts.changed) == ((), (), ())


def test_waves_trusts_and_the_programme_move_as_well() -> None:
    def state(go_live: str, milestone: str) -> PlanState:
        return state_of(
            programme(
                wave("K13", window(go_live)),
                trusts=[HealthTrust(code="HNT", wave="K13")],
                milestones=[ProgrammeMilestone(key="tests", window=window(milestone))],
            )
        )

    moved = {
        it.id: (it.before, it.days)
        for it in moved_dates(
            state("2025-04-26", "2024-02-01"), state("2025-10-26", "2024-02-11")
        )
        if it.owner is not Owner.MUNICIPALITY
    }
    first = day("2025-04-26")
    assert moved == {
        "wave.K13": ((first, first), 183),
        "trust.HNT": ((first, first), 183),
        "programme.tests": ((day("2024-02-01"), day("2024-02-01")), 10),
    }


def test_money_moves_by_as_much_as_two_projections_tell() -> None:
    was, now = planned(2025), planned(2027)
    evaluation = evaluate(programme())
    before, after = (
        plan_state(replace(evaluation, projections={NUMBER: it})) for it in (was, now)
    )
    (moved,) = moved_kroner(before, after)
    expected = compare_money(was, now)
    assert (moved.first, moved.last) == (expected.first, expected.last)
    assert moved.net == expected.lines.net.ore


def test_money_that_nobody_can_reckon_any_more_is_told_as_that() -> None:
    evaluation = evaluate(programme())
    before = plan_state(replace(evaluation, projections={NUMBER: planned(2025)}))
    after = plan_state(replace(evaluation, projections={}))
    (moved,) = moved_kroner(before, after)
    assert moved.before is not None
    assert (moved.after, moved.net) == (None, None)


def test_conflicts_came_went_or_have_other_numbers() -> None:
    def late(days: int, concerns: str, accepted: str | None = None) -> Conflict:
        return Conflict(
            kind=Kind.DEADLINE_MISSED,
            severity=Severity.ERROR,
            concerns=(concerns,),
            days=days,
            accepted=accepted,
        )

    state = state_of(programme())
    a, b, c = late(1, "1.go-live"), late(2, "2.go-live"), late(3, "3.go-live")
    later = late(9, "2.go-live")
    moved = moved_conflicts(
        replace(state, conflicts=(a, b)),
        replace(state, conflicts=(later, c, late(1, "4.go-live", "known"))),
    )
    assert (moved.new, moved.gone, moved.changed) == ((c,), (a,), ((b, later),))
