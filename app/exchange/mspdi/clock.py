"""Whole days as moments of a working day, and moments as whole days.

A day of work lasts from eight to five, with an hour off: eight hours. What starts
on a day starts at eight. A finish is the end of the last day of work, where ours is
the first day after it; what takes no time has its own day at eight. Read again,
five o'clock is therefore the day after, and eight o'clock the day itself.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, time

from planning.calendars import to_date

MORNING, EVENING = time(8), time(17)
WORKING_TIMES = ((time(8), time(12)), (time(13), time(17)))


def start_text(day: int) -> str:
    """The moment at which a day begins."""
    return f"{to_date(day).isoformat()}T{MORNING.isoformat()}"


def finish_text(day: int, *, takes_time: bool) -> str:
    """The moment at which what is over by a half-open day ends."""
    if not takes_time:
        return start_text(day)
    return f"{to_date(day - 1).isoformat()}T{EVENING.isoformat()}"


@dataclass(frozen=True, slots=True)
class Clock:
    """When a day of a file begins and ends; `rounded` hears of other moments."""

    rounded: Callable[[], None]
    morning: time = MORNING
    evening: time = EVENING

    def start(self, moment: datetime) -> int:
        """The day on which what begins at a moment begins."""
        day = moment.toordinal()
        at = moment.time()
        if at >= self.evening > self.morning:
            return day + 1
        if at > self.morning:
            self.rounded()
        return day

    def finish(self, moment: datetime) -> int:
        """The first day after what ends at a moment."""
        day = moment.toordinal()
        at = moment.time()
        if at <= self.morning:
            return day
        if at < self.evening:
            self.rounded()
        return day + 1
