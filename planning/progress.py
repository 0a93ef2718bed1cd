"""What the reports leave of each activity.

Done is a fact; under way leaves a rest to be placed at or after the status date;
what is reported as not done starts at the status date at the earliest. Silence is
no report. Where nothing bounds a day, an earliest one is `ANY_DAY`, a latest one
is None.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from planning.calendars import Calendar, to_date
from planning.durations import ZERO, Duration, Unit
from planning.errors import (
    ActualAfterStatusError,
    ActualOrderError,
    DateOutOfRangeError,
)
from planning.network import Activity, ConstraintKind

# Before every day that a calendar knows.
ANY_DAY = 0


class Standing(StrEnum):
    """What is said of an activity."""

    NOT_REPORTED = "not-reported"
    NOT_DONE = "not-done"
    UNDER_WAY = "under-way"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Work:
    """What there is to place of an activity, and between which days.

    `left` begins no earlier than `floor` (the facts) and `earliest` (its own
    constraint) and, at the price of negative float, no later than `latest` (its
    own constraint and deadline). `start` and `finish` are facts. `calendar` has
    the working days that count for it.
    """

    standing: Standing
    left: Duration
    calendar: Calendar
    start: int | None = None
    finish: int | None = None
    floor: int = ANY_DAY
    earliest: int = ANY_DAY
    latest: int | None = None

    @property
    def is_done(self) -> bool:
        return self.standing is Standing.DONE

    @property
    def snaps(self) -> bool:
        """Only work that is counted in working days begins on one."""
        return self.left.unit is Unit.WORKING_DAYS and self.left.amount > 0

    def snap_up(self, day: int) -> int:
        """The first day at or after `day` on which what is left can begin."""
        return self.calendar.snap_up(day) if self.snaps else day

    def snap_down(self, day: int) -> int:
        """The last day at or before `day` on which what is left can begin."""
        return self.calendar.snap_down(day) if self.snaps else day


def read_progress(
    activities: Iterable[Activity], *, calendar: Calendar, status_date: int | None
) -> tuple[Work, ...]:
    """What is left of each activity on the status date.

    Raises:
        ActualAfterStatusError: where something is said to happen after it.
        ActualOrderError: where a finish lies before its start.
        DateOutOfRangeError: where a date leads out of the calendar.
    """
    return tuple(read_work(activity, calendar, status_date) for activity in activities)


def read_work(activity: Activity, calendar: Calendar, status_date: int | None) -> Work:
    """What is left of one activity of a network on this calendar."""
    try:
        return _work(activity, activity.calendar or calendar, status_date)
    except DateOutOfRangeError as error:
        raise DateOutOfRangeError(error.day, activity.id) from error


def _work(activity: Activity, calendar: Calendar, status_date: int | None) -> Work:
    start, finish = _facts(activity)
    if status_date is not None:
        _refuse_future(activity, start, finish, status_date)
    if finish is not None:
        if start is None:
            start = calendar.retreat(finish, activity.duration)
        return Work(Standing.DONE, ZERO, calendar, start, finish)
    if start is not None:
        return _under_way(activity, start, calendar, status_date)

    not_done = activity.remaining is not None
    left = activity.duration if activity.remaining is None else activity.remaining
    return Work(
        Standing.NOT_DONE if not_done else Standing.NOT_REPORTED,
        left,
        calendar,
        floor=status_date if not_done and status_date is not None else ANY_DAY,
        earliest=_earliest(activity, left, calendar),
        latest=_latest(activity, left, calendar),
    )


def _facts(activity: Activity) -> tuple[int | None, int | None]:
    start, finish = activity.actual_start, activity.actual_finish
    left = activity.duration if activity.remaining is None else activity.remaining
    # A milestone that has begun is over, unless somebody says what is left of it.
    if finish is None and activity.is_milestone and left.is_zero:
        finish = start
    for day in (start, finish):
        if day is not None:
            to_date(day)
    if start is not None and finish is not None and finish < start:
        raise ActualOrderError(activity.id, start, finish)
    return start, finish


def _refuse_future(
    activity: Activity, start: int | None, finish: int | None, status_date: int
) -> None:
    if start is not None and start > status_date:
        raise ActualAfterStatusError(activity.id, start, status_date)
    # The finish of work is the day after its last.
    last = status_date if activity.is_milestone else status_date + 1
    if finish is not None and finish > last:
        raise ActualAfterStatusError(activity.id, finish, status_date)


def _under_way(
    activity: Activity, start: int, calendar: Calendar, status_date: int | None
) -> Work:
    floor = start if status_date is None else status_date
    left = activity.remaining
    if left is None:
        left = _rest(activity.duration, start, floor, calendar)
    return Work(
        Standing.UNDER_WAY,
        left,
        calendar,
        start,
        floor=max(floor, _earliest(activity, left, calendar)),
        latest=_latest(activity, left, calendar),
    )


def _rest(length: Duration, start: int, today: int, calendar: Calendar) -> Duration:
    """What is left on a day of work that goes as it was meant to."""
    if start == today:
        return length
    finish = max(today, calendar.advance(start, length))
    if length.unit is Unit.WORKING_DAYS:
        days = calendar.working_days_between(today, finish)
        return Duration(days, Unit.WORKING_DAYS)
    return Duration(finish - today)


def _earliest(activity: Activity, left: Duration, calendar: Calendar) -> int:
    """The first day on which what is left may begin by its own constraint."""
    constraint = activity.constraint
    if constraint is None or constraint.day is None:
        return ANY_DAY
    match constraint.kind:
        case ConstraintKind.START_NO_EARLIER_THAN | ConstraintKind.MUST_START_ON:
            begun = activity.actual_start is not None
            return ANY_DAY if begun else constraint.day
        case ConstraintKind.FINISH_NO_EARLIER_THAN | ConstraintKind.MUST_FINISH_ON:
            # The least start whose finish reaches the day.
            return calendar.retreat(constraint.day - 1, left) + 1
        case _:
            return ANY_DAY


def _latest(activity: Activity, left: Duration, calendar: Calendar) -> int | None:
    """The last day on which what is left may begin by its own dates."""
    latest = None
    if activity.deadline is not None:
        latest = calendar.retreat(activity.deadline, left)
    constraint = activity.constraint
    if constraint is None or constraint.day is None:
        return latest
    match constraint.kind:
        case ConstraintKind.START_NO_LATER_THAN | ConstraintKind.MUST_START_ON:
            # The start of what has begun is a fact.
            if activity.actual_start is not None:
                return latest
            bound = constraint.day
        case ConstraintKind.FINISH_NO_LATER_THAN | ConstraintKind.MUST_FINISH_ON:
            bound = calendar.retreat(constraint.day, left)
        case _:
            return latest
    return bound if latest is None else min(latest, bound)
