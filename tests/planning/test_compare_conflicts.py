"""Which conflicts came, went, changed, were accepted or stayed with a change."""

from dataclasses import replace

from planning.compare import ChangedConflict, Comparison, compare
from planning.conflicts import Conflict, Kind, Severity
from planning.evaluate import evaluate
from planning.snapshot import ReportState
from tests.planning.programmes import NUMBER, programme, report
from tests.planning.test_compare import K13, K14, between

LATE = Conflict(
    kind=Kind.MARGIN_NEGATIVE,
    severity=Severity.ERROR,
    concerns=("1516.go-live",),
    days=12,
)
LATER = replace(LATE, days=40)
ACCEPTED = replace(LATE, accepted="The council knows.")
OTHER = replace(LATE, concerns=("1517.go-live",))


def with_conflicts(before: list[Conflict], after: list[Conflict]) -> Comparison:
    """Compare a plan with itself, but for what is wrong with it."""
    plan = evaluate(programme())
    return compare(
        replace(plan, conflicts=tuple(before)), replace(plan, conflicts=tuple(after))
    )


def kinds(*conflicts: Conflict) -> set[Kind]:
    return {it.kind for it in conflicts}


def test_a_move_solves_a_conflict_and_leaves_another() -> None:
    late = report("project-start", ReportState.NOT_DONE)
    spare = [(NUMBER, "K13"), ("1517", None)]
    before = programme(K13, K14, placed=spare, reports=[late])
    moved_on = [(NUMBER, "K14"), ("1517", None)]
    after = programme(K13, K14, placed=moved_on, reports=[late])

    there = between(before, after)
    back = between(after, before)

    assert Kind.MARGIN_NEGATIVE in kinds(*there.conflicts_gone)
    assert Kind.MUNICIPALITY_WITHOUT_WAVE in kinds(*there.conflicts_stay)
    assert back.conflicts_new == there.conflicts_gone


def test_what_is_as_it_was_stays() -> None:
    comparison = with_conflicts([LATE, OTHER], [OTHER, LATE])

    assert comparison.conflicts_stay == (OTHER, LATE)
    assert comparison.conflicts_new == comparison.conflicts_gone == ()
    assert comparison.conflicts_changed == ()


def test_other_numbers_are_a_change_and_no_other_conflict() -> None:
    comparison = with_conflicts([LATE], [LATER])

    assert comparison.conflicts_changed == (ChangedConflict(LATE, LATER),)
    assert comparison.conflicts_stay == comparison.conflicts_new == ()
    assert comparison.conflicts_gone == ()


def test_what_the_office_accepts_has_not_gone() -> None:
    comparison = with_conflicts([LATE], [ACCEPTED])

    assert comparison.conflicts_accepted == (ACCEPTED,)
    assert comparison.conflicts_gone == ()


def test_what_was_accepted_and_comes_back_is_new() -> None:
    comparison = with_conflicts([ACCEPTED], [LATER])

    assert comparison.conflicts_new == (LATER,)
    assert comparison.conflicts_changed == ()


def test_what_is_accepted_before_and_after_is_not_told() -> None:
    assert with_conflicts([ACCEPTED], [ACCEPTED]) == with_conflicts([], [])
    assert with_conflicts([ACCEPTED], []) == with_conflicts([], [])
