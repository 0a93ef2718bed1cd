"""How a yearly sum falls on calendar years, as exact fractions.

A share is a numerator and a denominator. Years are counted by their days, so that a
leap year's days weigh a little less. Days are ordinals, intervals half-open.

All the municipalities of a wave share its days: what was reckoned for one is kept
for the next.
"""

from datetime import date
from functools import cache, lru_cache

Shares = tuple[tuple[int, int], ...]

NOTHING, WHOLE = (0, 1), (1, 1)


@cache
def first_day(year: int) -> int:
    """The ordinal of New Year's Day."""
    return date(year, 1, 1).toordinal()


@lru_cache(maxsize=256)
def days_of(years: range) -> tuple[tuple[int, int], ...]:
    """The first day of each year and of the one after."""
    return tuple((first_day(year), first_day(year + 1)) for year in years)


@lru_cache(maxsize=256)
def level_after(year: int, years: range) -> Shares:
    """Nothing up to and including a year, the whole in each one after it."""
    return tuple(WHOLE if each > year else NOTHING for each in years)


def waiting(year: int, shares: Shares, years: range) -> Shares:
    """The same shares with nothing up to and including a year."""
    return tuple(
        share if each > year else NOTHING
        for each, share in zip(years, shares, strict=True)
    )


@lru_cache(maxsize=256)
def running_from(day: int, years: range) -> Shares:
    """The part of each year from a day on."""
    return tuple(
        (min(max(end - day, 0), end - start), end - start)
        for start, end in days_of(years)
    )


@lru_cache(maxsize=256)
def growing(begin: int, full: int, years: range) -> Shares:
    """The mean over each year of what grows evenly from nothing to the whole.

    It is nothing up to `begin` and the whole from `full` on. With L the days
    between, the sum of it up to a day t is (t - begin)**2 / 2L while it grows, and
    t - (begin + full) / 2 after that.
    """
    length = full - begin
    if length <= 0:
        return running_from(begin, years)

    def doubled_sum(day: int) -> int:
        if day <= begin:
            return 0
        if day <= full:
            return (day - begin) ** 2
        return length * (2 * day - begin - full)

    return tuple(
        (doubled_sum(end) - doubled_sum(start), 2 * length * (end - start))
        for start, end in days_of(years)
    )


@lru_cache(maxsize=256)
def days_within(begin: int, end: int, years: range) -> tuple[int, ...]:
    """How many days of an interval each year holds."""
    return tuple(
        max(min(after, end) - max(start, begin), 0) for start, after in days_of(years)
    )
