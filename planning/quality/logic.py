"""Checks of the logic: what waits for what, how long things take, and who says so."""

from collections.abc import Callable, Iterable
from fractions import Fraction

from planning.durations import Duration, Unit
from planning.network import ConstraintKind, LinkKind
from planning.quality.subject import Step, Subject, Tie
from planning.quality.values import Finding, Offender
from planning.thresholds import Check, Length, Thresholds

HARD = frozenset(
    {
        ConstraintKind.MUST_START_ON,
        ConstraintKind.MUST_FINISH_ON,
        ConstraintKind.START_NO_LATER_THAN,
        ConstraintKind.FINISH_NO_LATER_THAN,
    }
)
DAYS_OF = {
    Unit.DAYS: Fraction(1),
    Unit.WEEKS: Fraction(7),
    # Five of seven; a holiday more or less makes no long duration.
    Unit.WORKING_DAYS: Fraction(7, 5),
    # The mean month of the calendar.
    Unit.MONTHS: Fraction(146_097, 4_800),
}


def days_of(duration: Duration) -> int:
    """How many calendar days a duration takes, on the mean of the calendar."""
    return round(duration.amount * DAYS_OF[duration.unit])


def find_missing_predecessors(subject: Subject, thresholds: Thresholds) -> Finding:
    """Steps that wait for nothing: no delay reaches them."""
    waiting = {tie.successor for tie in subject.ties}
    return _of_steps(
        Check.MISSING_PREDECESSOR,
        subject,
        thresholds,
        is_fault=lambda step: step.key not in waiting,
    )


def find_missing_successors(subject: Subject, thresholds: Thresholds) -> Finding:
    """Steps that nothing waits for: their delay reaches nobody."""
    awaited = {tie.predecessor for tie in subject.ties}
    return _of_steps(
        Check.MISSING_SUCCESSOR,
        subject,
        thresholds,
        is_fault=lambda step: step.key not in awaited,
    )


def find_negative_lags(subject: Subject, thresholds: Thresholds) -> Finding:
    """Links by which something begins before what it waits for is over."""
    return _of_ties(
        Check.NEGATIVE_LAG,
        subject.ties,
        thresholds,
        is_fault=lambda tie: tie.lag.amount < 0,
    )


def find_long_lags(subject: Subject, thresholds: Thresholds) -> Finding:
    """Time that passes between two steps and is no step itself.

    What is counted from a limit is a rule, and no time in which anything happens.
    """
    longest = thresholds.days(Length.LONG_LAG)
    ties = [tie for tie in subject.ties if not tie.is_of_limit]
    return _of_ties(
        Check.LONG_LAG,
        ties,
        thresholds,
        is_fault=lambda tie: days_of(tie.lag) > longest,
    )


def find_link_kinds(subject: Subject, thresholds: Thresholds) -> Finding:
    """Links that do not simply say: first this, then that."""
    return _of_ties(
        Check.LINK_KIND,
        subject.ties,
        thresholds,
        is_fault=lambda tie: tie.kind is not LinkKind.FS,
    )


def find_hard_constraints(subject: Subject, thresholds: Thresholds) -> Finding:
    """Dates that must be, or may not be later, whatever the logic says."""
    return _of_steps(
        Check.HARD_CONSTRAINT,
        subject,
        thresholds,
        is_fault=lambda step: (
            step.constraint is not None and step.constraint.kind in HARD
        ),
    )


def find_long_durations(subject: Subject, thresholds: Thresholds) -> Finding:
    """Steps so long that nobody sees in time that they are late."""
    longest = thresholds.days(Length.LONG_DURATION)
    faults = [it for it in subject.steps if days_of(it.duration) > longest]
    return Finding(
        check=Check.LONG_DURATION,
        asked=_count_estimates(subject),
        count=len(faults),
        allowed=thresholds.share(Check.LONG_DURATION),
        offenders=tuple(
            Offender(key=it.key, ids=it.ids, days=days_of(it.duration)) for it in faults
        ),
    )


def find_estimates_without_source(subject: Subject, thresholds: Thresholds) -> Finding:
    """Steps whose duration is a guess: neither a source nor a person stands for it."""
    faults = [
        it for it in subject.steps if not it.is_sourced and not it.duration.is_zero
    ]
    return Finding(
        check=Check.ESTIMATE_WITHOUT_SOURCE,
        asked=_count_estimates(subject) if subject.has_sources else 0,
        count=len(faults),
        allowed=thresholds.share(Check.ESTIMATE_WITHOUT_SOURCE),
        offenders=tuple(Offender(key=it.key, ids=it.ids) for it in faults),
    )


def find_cycle() -> Finding:
    """None, ever: a plan in which things wait for each other is refused."""
    return Finding(check=Check.CYCLE, asked=0, count=0, allowed=0)


def _count_estimates(subject: Subject) -> int:
    return sum(not it.duration.is_zero for it in subject.steps)


def _of_steps(
    check: Check,
    subject: Subject,
    thresholds: Thresholds,
    *,
    is_fault: Callable[[Step], bool],
) -> Finding:
    faults = [it for it in subject.steps if is_fault(it)]
    return Finding(
        check=check,
        asked=len(subject.steps),
        count=len(faults),
        allowed=thresholds.share(check),
        offenders=tuple(Offender(key=it.key, ids=it.ids) for it in faults),
    )


def _of_ties(
    check: Check,
    ties: Iterable[Tie],
    thresholds: Thresholds,
    *,
    is_fault: Callable[[Tie], bool],
) -> Finding:
    asked = list(ties)
    faults = [it for it in asked if is_fault(it)]
    return Finding(
        check=check,
        asked=len(asked),
        count=len(faults),
        allowed=thresholds.share(check),
        offenders=tuple(
            Offender(
                key=it.predecessor,
                successor=it.successor,
                ids=it.ids,
                days=days_of(it.lag),
            )
            for it in faults
        ),
    )
