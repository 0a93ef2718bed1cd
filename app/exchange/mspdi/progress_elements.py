"""What is reported of an activity, as the format has it.

It knows done, begun and not begun. That a start is not known, that the rest goes as
planned, or that somebody said "not done": that stands in a text beside it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from app.exchange.mspdi.amounts import days_of, minutes_text
from app.exchange.mspdi.clock import finish_text, start_text
from app.exchange.mspdi.codes import MINUTES_A_DAY
from app.exchange.mspdi.elements import leaves
from app.exchange.mspdi.own_texts import (
    AS_PLANNED,
    NO_FINISH,
    NO_START,
    NOT_DONE,
    REMAINING,
    write_amount,
)
from planning.calendars import Calendar
from planning.network import Activity
from planning.schedule import ScheduledActivity

ALL = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How far an activity has come; `marks` keep what the format can't say."""

    percent: int = 0
    start: str | None = None
    finish: str | None = None
    worked: int = 0
    left: int = 0
    marks: Mapping[str, str] = field(default_factory=dict)
    loss: str = ""

    def elements(self) -> Iterator[str]:
        """The elements of a task that say it."""
        yield from leaves(
            ("PercentComplete", self.percent),
            ("ActualStart", self.start),
            ("ActualFinish", self.finish),
            ("ActualDuration", minutes_text(self.worked)),
            ("RemainingDuration", minutes_text(self.left)),
        )


def standing_of(
    activity: Activity,
    at: ScheduledActivity,
    calendar: Calendar,
    minutes: int,
    status_date: int | None,
) -> Standing:
    """How far an activity has come, of the minutes that it takes in all."""
    if at.done:
        return _done(activity, at, minutes)
    if activity.actual_start is not None:
        return _under_way(activity, at, calendar, minutes, status_date)
    if activity.remaining is None:
        return Standing(left=minutes)
    marks = {NOT_DONE: str(activity.remaining)}
    return Standing(left=minutes, marks=marks, loss="not-done")


def _done(activity: Activity, at: ScheduledActivity, minutes: int) -> Standing:
    marks, loss = {}, ""
    if activity.actual_start is None:
        marks[NO_START] = ""
        loss = "" if activity.is_milestone else "start-unknown"
    if activity.actual_finish is None:
        marks[NO_FINISH] = ""
    if activity.remaining is not None:
        marks[REMAINING] = write_amount(activity.remaining, 0)
    return Standing(
        percent=ALL,
        start=start_text(at.start),
        finish=finish_text(at.finish, takes_time=at.finish > at.start),
        worked=minutes,
        marks=marks,
        loss=loss,
    )


def _under_way(
    activity: Activity,
    at: ScheduledActivity,
    calendar: Calendar,
    minutes: int,
    status_date: int | None,
) -> Standing:
    """What is left is worked from the status date on, or from its own start."""
    begin = at.start if status_date is None else max(at.start, status_date)
    mark, kept = AS_PLANNED, activity.duration
    if activity.remaining is not None:
        mark, kept = REMAINING, activity.remaining
        # What is left may begin later than the status date.
        begin = max(begin, calendar.retreat(at.finish, activity.remaining))
    left = min(minutes, days_of(begin, at.finish, calendar) * MINUTES_A_DAY)
    percent = min(ALL - 1, ALL * (minutes - left) // minutes) if minutes else 0
    return Standing(
        percent=percent,
        start=start_text(at.start),
        worked=minutes - left,
        left=left,
        marks={mark: write_amount(kept, left)},
    )
