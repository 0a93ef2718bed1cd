"""The calendars by name on which the time between two steps can be counted.

Which days they have follows from the closed periods that are known: of two plans
with the same periods they are the same calendars.
"""

from collections.abc import Callable, Mapping
from enum import StrEnum
from functools import lru_cache
from typing import TypeAlias

from planning.calendars import Calendar, every_day, norway, without
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
    periods = [ClosedPeriod(key="", first=first, last=last) for first, last in ends]
    return without(norway(), lambda day: any(falls_in(it, day) for it in periods))


CALENDARS: Mapping[LagCalendar, Callable[[Periods], Calendar | None]] = {
    LagCalendar.WORKING_DAYS: lambda _periods: None,
    LagCalendar.EVERY_DAY: lambda _periods: every_day(),
    LagCalendar.COUNCIL_RECESS: _of_recess,
    LagCalendar.GO_LIVE_FREEZE: _outside,
}
