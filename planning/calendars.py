"""Days as integers; advance and retreat.

A day is an ordinal (`date.toordinal`). Intervals are half-open: what starts on
day 10 and takes two days finishes on day 12. `advance` and `retreat` are a Galois
connection in every unit and sign: advance(s) <= t exactly when s <= retreat(t).
A calendar knows the years 1950 to 2100; a day outside is an error, never a guess.
Where it is not reckoned how far outside, the nearest such day is named.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from itertools import accumulate

from planning.durations import Duration, Unit
from planning.errors import DateOutOfRangeError

FIRST_YEAR, LAST_YEAR = 1950, 2100
FIRST_DAY = date(FIRST_YEAR, 1, 1).toordinal()
LAST_DAY = date(LAST_YEAR, 12, 31).toordinal()

# The first days of all months, and of the one after the last.
MONTHS = (
    *(
        date(year, month, 1).toordinal()
        for year in range(FIRST_YEAR, LAST_YEAR + 1)
        for month in range(1, 13)
    ),
    LAST_DAY + 1,
)

SATURDAY = 5

# Asked many thousand times in a schedule, and quicker so than by the enumeration.
DAYS, WEEKS, IN_MONTHS = Unit.DAYS, Unit.WEEKS, Unit.MONTHS


def to_day(value: date) -> int:
    """The integer that the engine counts with."""
    return value.toordinal()


def to_date(day: int) -> date:
    """The date of a day inside the calendar."""
    return date.fromordinal(_inside(day))


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Calendar:
    """Which days are worked, and how far a duration reaches.

    `working_days` are all there are, ascending; `worked_before[day - FIRST_DAY]`
    is how many of them lie before the day.
    """

    working_days: tuple[int, ...]
    worked_before: tuple[int, ...]

    def __repr__(self) -> str:
        return f"<Calendar: {len(self.working_days)} working days>"

    def advance(self, day: int, duration: Duration) -> int:
        """The first day after `duration`, when it starts on `day`."""
        amount = duration.amount
        if amount < 0:
            return self._back(day, -amount, duration.unit)
        return self._forth(day, amount, duration.unit)

    def retreat(self, day: int, duration: Duration) -> int:
        """The last day on which `duration` can start, to be over by `day`."""
        amount = duration.amount
        if amount < 0:
            return self._forth(day + 1, -amount, duration.unit) - 1
        return self._back(day, amount, duration.unit)

    def is_working(self, day: int) -> bool:
        worked_before = self.worked_before
        at = _inside(day) - FIRST_DAY
        return worked_before[at] < worked_before[at + 1]

    def snap_up(self, day: int) -> int:
        """The first working day at or after `day`."""
        return self._working_day(self._worked_before(_inside(day)))

    def snap_down(self, day: int) -> int:
        """The last working day at or before `day`."""
        return self._working_day(self._worked_before(_inside(day) + 1) - 1)

    def last_working_day(self, day: int) -> int:
        """By which day a thing must be sent for it to be there on `day`."""
        return self.snap_down(day)

    def working_days_between(self, start: int, end: int) -> int:
        """How many working days there are from `start` up to, not including, `end`."""
        return self._worked_before(end) - self._worked_before(start)

    def _forth(self, day: int, amount: int, unit: Unit) -> int:
        if unit is DAYS or amount == 0:
            return _inside(day + amount)
        if unit is WEEKS:
            return _inside(day + 7 * amount)
        if unit is IN_MONTHS:
            return _months_later(day, amount)
        last = self._worked_before(day) + amount - 1
        return _inside(self._working_day(last) + 1)

    def _back(self, day: int, amount: int, unit: Unit) -> int:
        if unit is DAYS or amount == 0:
            return _inside(day - amount)
        if unit is WEEKS:
            return _inside(day - 7 * amount)
        if unit is IN_MONTHS:
            return _months_earlier(day, amount)
        return self._working_day(self._worked_before(day) - amount)

    def _worked_before(self, day: int) -> int:
        # One day past the last is the end of an interval that fills the calendar.
        if not FIRST_DAY <= day <= LAST_DAY + 1:
            raise DateOutOfRangeError(day)
        return self.worked_before[day - FIRST_DAY]

    def _working_day(self, number: int) -> int:
        if number < 0:
            raise DateOutOfRangeError(FIRST_DAY - 1)
        if number >= len(self.working_days):
            raise DateOutOfRangeError(LAST_DAY + 1)
        return self.working_days[number]


@cache
def norway() -> Calendar:
    """Monday to Friday less the public holidays of Norway."""
    # Takes a noticeable time to import, and most tests never need it.
    import holidays  # noqa: PLC0415 - see above

    years = range(FIRST_YEAR, LAST_YEAR + 1)
    return weekdays(frozenset(holidays.country_holidays("NO", years=years)))


@cache
def every_day() -> Calendar:
    """Every day is worked."""
    return _calendar(tuple(range(FIRST_DAY, LAST_DAY + 1)))


def weekdays(holidays: Iterable[date]) -> Calendar:
    """Monday to Friday less the given days."""
    return _weekdays(frozenset(map(to_day, holidays)))


@lru_cache(maxsize=16)
def _weekdays(free: frozenset[int]) -> Calendar:
    return _calendar(
        tuple(
            day
            for day in range(FIRST_DAY, LAST_DAY + 1)
            # The remainder of an ordinal by seven counts from Sunday.
            if (day - 1) % 7 < SATURDAY and day not in free
        )
    )


def without(calendar: Calendar, is_closed: Callable[[int], bool]) -> Calendar:
    """The same calendar less some of its working days."""
    return _calendar(tuple(it for it in calendar.working_days if not is_closed(it)))


def _calendar(working_days: tuple[int, ...]) -> Calendar:
    worked = set(working_days)
    days = range(FIRST_DAY, LAST_DAY + 1)
    return Calendar(
        working_days, tuple(accumulate((day in worked for day in days), initial=0))
    )


def _months_later(day: int, months: int) -> int:
    """The first day from which `months` back is `day` or later."""
    at = _month(day)
    target = at + months
    if target >= len(MONTHS) - 1:
        raise DateOutOfRangeError(LAST_DAY + 1)
    return min(MONTHS[target] + day - MONTHS[at], MONTHS[target + 1])


def _months_earlier(day: int, months: int) -> int:
    """The same day of an earlier month, or that month's last."""
    at = _month(day)
    target = at - months
    if target < 0:
        raise DateOutOfRangeError(FIRST_DAY - 1)
    return min(MONTHS[target] + day - MONTHS[at], MONTHS[target + 1] - 1)


def _month(day: int) -> int:
    return bisect_right(MONTHS, _inside(day)) - 1


def _inside(day: int) -> int:
    if not FIRST_DAY <= day <= LAST_DAY:
        raise DateOutOfRangeError(day)
    return day
