"""Calendars as a week and its exceptions, and back.

The format has no list of working days: it has a week, and periods that differ from
it. A calendar with a holiday in every year is written for some years only; its name
says which, so that Norway's is known again and holds for all years.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import accumulate

from planning.calendars import FIRST_DAY, LAST_DAY, Calendar, every_day, norway

MOST_EXCEPTIONS = 400
YEARS = re.compile(r"([12][0-9]{3})–([12][0-9]{3})$")

# Working or not, from Monday on.
Week = tuple[bool, ...]
ALL_DAYS: Week = (True,) * 7
WORKING_WEEK: Week = (*(True,) * 5, False, False)


@dataclass(frozen=True, slots=True)
class Period:
    """Days from `first` to `last`, both of them, that differ from the week."""

    first: int
    last: int
    is_working: bool


@dataclass(frozen=True, slots=True)
class Pattern:
    """A week, and what differs from it."""

    week: Week
    exceptions: tuple[Period, ...] = ()


@dataclass(frozen=True, slots=True)
class Written:
    """A calendar as a file has it; `years` where it holds for these alone."""

    pattern: Pattern
    years: tuple[int, int] | None = None


def describe(calendar: Calendar, years: tuple[int, int]) -> Written:
    """A calendar for all years where it is short enough, or for the given ones."""
    whole = _pattern(calendar)
    if len(whole.exceptions) <= MOST_EXCEPTIONS:
        return Written(whole)
    return Written(_within(whole, years), years)


def recognise(pattern: Pattern, name: str) -> Calendar:
    """The calendar that a pattern stands for: a known one, or one of its own."""
    found = YEARS.search(name)
    if found:
        years = (int(found[1]), int(found[2]))
        if _within(_pattern(norway()), years) == pattern:
            return norway()
    if pattern == _pattern(every_day()):
        return every_day()
    return build(pattern)


@lru_cache(maxsize=64)
def build(pattern: Pattern) -> Calendar:
    """The calendar of a week and its exceptions; of two for a day, the last."""
    days = range(FIRST_DAY, LAST_DAY + 1)
    works = bytearray(pattern.week[(day - 1) % 7] for day in days)
    for period in pattern.exceptions:
        first, after = max(period.first, FIRST_DAY), min(period.last, LAST_DAY) + 1
        if first < after:
            length = after - first
            start = first - FIRST_DAY
            works[start : start + length] = bytes([period.is_working]) * length
    return Calendar(
        tuple(day for day, is_worked in enumerate(works, FIRST_DAY) if is_worked),
        tuple(accumulate(works, initial=0)),
    )


@lru_cache(maxsize=64)
def _pattern(calendar: Calendar) -> Pattern:
    """The week that most weeks are like, and every day that differs from it."""
    counts = [0] * 7
    for day in calendar.working_days:
        counts[(day - 1) % 7] += 1
    half = (LAST_DAY + 1 - FIRST_DAY) // 14
    week = tuple(count > half for count in counts)
    worked = set(calendar.working_days)
    differing = (
        (day, day in worked)
        for day in range(FIRST_DAY, LAST_DAY + 1)
        if (day in worked) != week[(day - 1) % 7]
    )
    return Pattern(week, tuple(periods(differing)))


def periods(days: Iterable[tuple[int, bool]]) -> Iterator[Period]:
    """Days in a row that differ alike, as one period."""
    open_one: Period | None = None
    for day, works in days:
        if open_one and open_one.last == day - 1 and open_one.is_working == works:
            open_one = Period(open_one.first, day, works)
            continue
        if open_one:
            yield open_one
        open_one = Period(day, day, works)
    if open_one:
        yield open_one


def _within(pattern: Pattern, years: tuple[int, int]) -> Pattern:
    first, last = date(years[0], 1, 1).toordinal(), date(years[1], 12, 31).toordinal()
    return Pattern(
        pattern.week,
        tuple(it for it in pattern.exceptions if first <= it.first <= last),
    )
