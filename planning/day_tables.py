"""Calendars as lookup tables: from a day to the day so much later or earlier.

A day counts from 1, the first of the calendar; 0 is every day outside of it, and
`BEYOND` a day after the last that bounds nothing. Each unit is counted in steps of
its own (days, working days, months of 32 days): one table leads from the day to its
step, another from a step to the day. So `days[days[day + to] + back]` is any duration
later or earlier, on any calendar, its amount in `back`. Tables of several calendars
stand one after the other in one array.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple, TypeAlias

import numpy
from numpy.typing import NDArray

from planning.calendars import FIRST_DAY, LAST_DAY, MONTHS, Calendar
from planning.durations import LONGEST, Unit

Integers: TypeAlias = NDArray[numpy.intp]

DAYS = LAST_DAY - FIRST_DAY + 1
OUTSIDE, BEYOND = 0, DAYS + 1
DAY_BEFORE_FIRST = FIRST_DAY - 1
"""What is added to a day of the tables to have its ordinal."""

# How units are numbered: weeks are days, and so is no time in any unit.
BY_DAY, BY_WORKING_DAY, BY_MONTH = range(3)
UNITS = 3
MONTH = 32
"""Steps to a month, so that every day of a month has one."""


class Places(NamedTuple):
    """Where the tables stand, by calendar times `UNITS` plus unit.

    `to` leads to steps. From steps lead: `later` and `earlier`; `later_less` to the
    day before what `later` finds, `earlier_more` to the day after what `earlier`
    does; `up` and `down` to the first day at or after, the last at or before, on
    which work in the unit can begin. `to_down` leads to the steps for `down`, and
    for `later_down`, the finish of what begins there.
    """

    to: Integers
    to_down: Integers
    later: Integers
    earlier: Integers
    later_less: Integers
    earlier_more: Integers
    up: Integers
    down: Integers
    later_down: Integers


@dataclass(frozen=True, slots=True)
class DayTables:
    """The tables of some calendars.

    `nothing` leads every day to step 0, `beyond` leads from that to no bound.
    """

    days: Integers
    places: Places
    nothing: int
    beyond: int


@dataclass(frozen=True, slots=True)
class _Unit:
    """The tables of one unit: steps by day from -1 to `BEYOND` + 1, days by step."""

    steps: Integers
    later: Integers
    earlier: Integers
    most: int


def day_tables(calendars: tuple[Calendar, ...]) -> DayTables:
    """The tables of some calendars, which may name one more than once."""
    kept = tuple(sorted(set(calendars), key=id))
    tables = _tables(kept)
    units = numpy.array([UNITS * kept.index(each) for each in calendars], numpy.intp)
    keys = (units[:, None] + numpy.arange(UNITS)).ravel()
    return DayTables(
        tables.days,
        Places(*(column.take(keys) for column in tables.places)),
        tables.nothing,
        tables.beyond,
    )


@lru_cache(maxsize=16)
def _tables(calendars: tuple[Calendar, ...]) -> DayTables:
    parts: list[Integers] = []
    end = 0

    def add(table: Integers) -> int:
        nonlocal end
        parts.append(table)
        end += len(table)
        return end - len(table)

    nothing = add(numpy.zeros(DAYS + 2, numpy.intp))
    beyond = add(numpy.full(1, BEYOND))
    by_day, by_month = _places(add, _by_day()), _places(add, _by_month())
    found = []
    for calendar in calendars:
        worked = _places(add, _by_working_day(calendar), snaps=True)
        found += [by_day, worked, by_month]
    columns = (numpy.array(column, numpy.intp) for column in zip(*found, strict=True))
    return DayTables(numpy.concatenate(parts), Places(*columns), nothing, beyond)


def _places(
    add: Callable[[Integers], int], unit: _Unit, *, snaps: bool = False
) -> tuple[int, ...]:
    """Add the tables of a unit; a place is that of day 0, or of step 0."""
    to = add(unit.steps) + 1
    later = add(unit.later) + unit.most
    earlier = add(unit.earlier) + unit.most
    inside = unit.later != OUTSIDE
    later_less = add(numpy.where(inside, unit.later - 1, OUTSIDE)) + unit.most
    inside = unit.earlier != OUTSIDE
    earlier_more = add(numpy.where(inside, unit.earlier + 1, OUTSIDE)) + unit.most
    # The step after a day is that of the last working day up to it, and one.
    less = 1 if snaps else 0
    return (
        to,
        to + less,
        later,
        earlier,
        later_less,
        earlier_more,
        earlier,
        earlier - less,
        later - less,
    )


def _by_day() -> _Unit:
    most = DAYS + 3
    days = numpy.arange(-most, 2 * most)
    days[(days < 1) | (days > DAYS)] = OUTSIDE
    return _Unit(numpy.arange(-1, DAYS + 3), days, days, most)


def _by_working_day(calendar: Calendar) -> _Unit:
    """A step is how many working days there are before a day."""
    working = numpy.array(calendar.working_days, numpy.intp) - DAY_BEFORE_FIRST
    before = numpy.array(calendar.worked_before, numpy.intp)
    count, most = len(working), LONGEST[Unit.WORKING_DAYS] + 2
    steps = numpy.concatenate([[-2, -1], before, [count + 1]])
    earlier = numpy.zeros(count + 2 * most, numpy.intp)
    earlier[most : most + count] = working
    later = numpy.zeros(count + 2 * most, numpy.intp)
    later[most + 1 : most + 1 + count] = working + 1
    later[later > DAYS] = OUTSIDE
    return _Unit(steps, later, earlier, most)


def _by_month() -> _Unit:
    """A step is the month and the day in it, each counted from 0."""
    months = numpy.array(MONTHS, numpy.intp) - DAY_BEFORE_FIRST
    count, most = len(months) - 1, MONTH * (LONGEST[Unit.MONTHS] + 1)
    days = numpy.arange(1, DAYS + 1)
    at = numpy.searchsorted(months, days, side="right") - 1
    last = MONTH * count
    inside = MONTH * at + days - months[at]
    steps = numpy.concatenate([[-2, -1], inside, [last, last]])
    target, day = numpy.divmod(numpy.arange(last), MONTH)
    same, after = months[target] + day, months[target + 1]
    later = numpy.zeros(last + 2 * most, numpy.intp)
    later[most : most + last] = numpy.minimum(same, after)
    earlier = numpy.zeros(last + 2 * most, numpy.intp)
    earlier[most : most + last] = numpy.minimum(same, after - 1)
    return _Unit(steps, later, earlier, most)
