"""The calendars by name on which the time between two steps can be counted.

Which days they have follows from the closed periods that are known: of two plans
with the same periods they are the same calendars.
"""

from collections.abc import Callable, Mapping
from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import TypeAlias

from planning.calendars import Calendar, every_day, norway, to_date, to_day, without
from planning.circumstances import ClosedPeriod
from planning.periods import falls_in


class LagCalendar(StrEnum):
    """Which days count as working days."""

    WORKING_DAYS = "working-days"
    EVERY_DAY = "every-day"
    COUNCIL_RECESS = "council-recess"
    GO_LIVE_FREEZE = "go-live-freeze"


Periods: TypeAlias = tuple[ClosedPeriod, ...]
MonthDay: TypeAlias = tuple[int, int]

LEAP_YEAR = 2000
END_OF_FEBRUARY = (2, 28)


def find_calendar(name: LagCalendar, periods: Periods) -> Calendar | None:
    """The calendar of a name; None for the one that everything is scheduled on."""
    return CALENDARS[name](periods)


def _of_recess(periods: Periods) -> Calendar | None:
    return _outside(tuple(it for it in periods if it.is_council_recess))


def _outside(periods: Periods) -> Calendar | None:
    """Working days outside some periods."""
    return _kept(frozenset((it.first, it.last) for it in periods)) if periods else None


@lru_cache(maxsize=16)
def _kept(ends: frozenset[tuple[MonthDay, MonthDay]]) -> Calendar:
    """One year with all its days is looked at: the others are the same."""
    periods = [ClosedPeriod(key="", first=first, last=last) for first, last in ends]
    year = range(to_day(date(LEAP_YEAR, 1, 1)), to_day(date(LEAP_YEAR + 1, 1, 1)))
    closed = {
        month_day(day) for day in year if any(falls_in(it, day) for it in periods)
    }

    def is_closed(day: int) -> bool:
        at = month_day(day)
        if at == END_OF_FEBRUARY:
            # Of most years it is the last of the month.
            return any(falls_in(it, day) for it in periods)
        return at in closed

    return without(norway(), is_closed)


def month_day(day: int) -> MonthDay:
    """Which day of the year it is."""
    at = to_date(day)
    return at.month, at.day


CALENDARS: Mapping[LagCalendar, Callable[[Periods], Calendar | None]] = {
    LagCalendar.WORKING_DAYS: lambda _periods: None,
    LagCalendar.EVERY_DAY: lambda _periods: every_day(),
    LagCalendar.COUNCIL_RECESS: _of_recess,
    LagCalendar.GO_LIVE_FREEZE: _outside,
}
