"""Checks of the dates: floats, days that can't be, dates that are set or missed.

Dates of one step are told together, with the worst of them.
"""

from collections.abc import Callable, Iterable

from planning.calendars import LAST_DAY
from planning.conflicts.closed_periods import falls_in
from planning.quality.subject import Dated, Subject
from planning.quality.values import Finding, Offender
from planning.thresholds import Check, Length, Thresholds


def find_negative_floats(subject: Subject, thresholds: Thresholds) -> Finding:
    """Dates that can't hold what they lead to."""
    return _of_dates(
        Check.NEGATIVE_FLOAT,
        subject.dates,
        thresholds,
        days=lambda it: max(0, -it.at.total_float),
    )


def find_high_floats(subject: Subject, thresholds: Thresholds) -> Finding:
    """Dates that may slip for long before anybody waits.

    What go-live itself may slip is the margin, and no sign of a link that is missing.
    """
    most = thresholds.days(Length.HIGH_FLOAT)

    def days(it: Dated) -> int:
        own = it.at.total_float - it.shared_float
        return own if own > most else 0

    return _of_dates(Check.HIGH_FLOAT, subject.dates, thresholds, days=days)


def find_unused_floats(subject: Subject, thresholds: Thresholds) -> Finding:
    """What nothing holds back, and is planned for later all the same."""
    most = thresholds.days(Length.UNUSED_FLOAT)

    def days(it: Dated) -> int:
        waits = 0 if it.at.driven_by else it.at.start - it.at.early_start
        return waits if waits > most else 0

    return _of_dates(Check.UNUSED_FLOAT, subject.dates, thresholds, days=days)


def find_invalid_dates(subject: Subject, thresholds: Thresholds) -> Finding:
    """What should have begun, and nobody has said whether it has.

    What is said to have happened after the status date is refused before anything
    is computed, and so can't be here.
    """
    today = LAST_DAY if subject.today is None else subject.today
    return _of_dates(
        Check.INVALID_DATE,
        subject.dates,
        thresholds,
        days=lambda it: today - it.at.start if it.at.presumed else 0,
    )


def find_closed_days(subject: Subject, thresholds: Thresholds) -> Finding:
    """Votes and gates on a day on which nobody meets.

    A go-live may well be on a Saturday: of that, closed periods alone are asked.
    """
    today = subject.today or 0
    gates = [it for it in subject.dates if it.is_gate and it.at.start >= today]

    def days(it: Dated) -> int:
        closed = any(falls_in(each, it.at.start) for each in subject.closed_periods)
        is_free = not it.is_go_live and not subject.calendar.is_working(it.at.start)
        return int(closed or is_free)

    return _of_dates(Check.CLOSED_DAY, gates, thresholds, days=days, counts_days=False)


def find_dates_by_hand(subject: Subject, thresholds: Thresholds) -> Finding:
    """Days that somebody has set, and that stay where the plan moves."""
    found: dict[str, list[str]] = {}
    for it in subject.set_dates:
        if it.is_by_hand:
            found.setdefault(it.key, []).append(it.id)
    return Finding(
        check=Check.DATE_BY_HAND,
        asked=len(subject.set_dates),
        count=sum(map(len, found.values())),
        allowed=thresholds.share(Check.DATE_BY_HAND),
        offenders=tuple(
            Offender(key=key, ids=tuple(ids)) for key, ids in found.items()
        ),
    )


def find_missed_dates(subject: Subject, thresholds: Thresholds) -> Finding:
    """Go-lives that are planned later than they were decided."""
    late = [it for it in subject.promises if it.planned > it.decided]
    return Finding(
        check=Check.MISSED_DATE,
        asked=len(subject.promises),
        count=len(late),
        allowed=thresholds.share(Check.MISSED_DATE),
        offenders=tuple(
            Offender(key=it.id, ids=(it.id,), days=it.planned - it.decided)
            for it in late
        ),
    )


def _of_dates(
    check: Check,
    dates: Iterable[Dated],
    thresholds: Thresholds,
    *,
    days: Callable[[Dated], int],
    counts_days: bool = True,
) -> Finding:
    """The dates of which a number of days is told, by step; zero is no fault."""
    asked = 0
    found: dict[str, list[str]] = {}
    worst: dict[str, int] = {}
    for it in dates:
        asked += 1
        if told := days(it):
            found.setdefault(it.key, []).append(it.at.id)
            worst[it.key] = max(worst.get(it.key, 0), told)
    return Finding(
        check=check,
        asked=asked,
        count=sum(map(len, found.values())),
        allowed=thresholds.share(check),
        offenders=tuple(
            Offender(key=key, ids=tuple(ids), days=worst[key] if counts_days else 0)
            for key, ids in found.items()
        ),
    )
