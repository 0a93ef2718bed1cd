"""When councils and committees meet: what is entered, and what rules give.

Days are ordinals. What is entered is the calendar that was adopted: of a calendar
year in which a body has an entered meeting its rules give none. A rule gives no
meeting on a public holiday, nor in the councils' recess: which day it is moved to
nobody knows before it is entered. Such days are told apart as skipped.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache

from planning.calendars import SATURDAY, norway, to_date
from planning.circumstances import ClosedPeriod
from planning.periods import falls_in

LAST = -1
"""As the `nth` of a rule: the last of the month."""
NTHS = (1, 2, 3, 4, LAST)
WEEK = 7


class Body(StrEnum):
    """Who meets; the values stand in files."""

    COUNCIL = "council"
    EXECUTIVE = "executive-committee"
    HEALTH = "health-committee"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """The nth weekday of every month, less some months, from a day on.

    Monday is 0; both `first` and `last` are inside, without the latter it holds on.
    """

    body: Body
    weekday: int
    nth: int
    first: int
    last: int | None = None
    months_out: frozenset[int] = frozenset()

    def __post_init__(self) -> None:
        if not 0 <= self.weekday < WEEK or self.nth not in NTHS:
            raise ValueError(f"no such day of a month: {self.weekday}, {self.nth}")


class Skipped(StrEnum):
    """Why a rule gives no meeting on a day that it names."""

    HOLIDAY = "holiday"
    RECESS = "recess"


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """A day on which a body meets, or would by its rule if it were not skipped."""

    body: Body
    day: int
    is_entered: bool
    skipped: Skipped | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingCalendar:
    """What is known of when the bodies of one municipality meet."""

    entered: tuple[tuple[Body, int], ...] = ()
    rules: tuple[Rule, ...] = ()

    @property
    def is_empty(self) -> bool:
        return not self.entered and not self.rules


Periods = tuple[ClosedPeriod, ...]


def list_meetings(
    calendar: MeetingCalendar, body: Body, first: int, last: int, periods: Periods
) -> tuple[Meeting, ...]:
    """When a body meets from one day to another, both inside, in order."""
    found = list_days(calendar, body, first, last, periods)
    return tuple(it for it in found if it.skipped is None)


def list_days(
    calendar: MeetingCalendar, body: Body, first: int, last: int, periods: Periods
) -> tuple[Meeting, ...]:
    """The same with the days that its rules name and that are skipped."""
    entered = {day for whose, day in calendar.entered if whose is body}
    years = {to_date(day).year for day in entered}
    named = {
        day: skipped
        for rule in calendar.rules
        if rule.body is body
        for day, skipped in _named(rule, first, last, periods)
        if to_date(day).year not in years
    }
    meetings = [
        Meeting(body=body, day=day, is_entered=True)
        for day in entered
        if first <= day <= last
    ]
    meetings += [
        Meeting(body=body, day=day, is_entered=False, skipped=skipped)
        for day, skipped in named.items()
    ]
    return tuple(sorted(meetings, key=lambda it: it.day))


def unknown_years(
    calendar: MeetingCalendar, bodies: Iterable[Body], first: int, last: int
) -> tuple[int, ...]:
    """The years between two days of which some body has no meeting that is known."""
    years = range(to_date(first).year, to_date(last).year + 1)
    known = [_known_years(calendar, body, years) for body in bodies]
    return tuple(year for year in years if not all(year in it for it in known))


def _known_years(calendar: MeetingCalendar, body: Body, years: range) -> set[int]:
    entered = {to_date(day).year for whose, day in calendar.entered if whose is body}
    rules = [it for it in calendar.rules if it.body is body]
    return entered | {
        year for year in years if any(_named(it, *_ends(year), ()) for it in rules)
    }


def _ends(year: int) -> tuple[int, int]:
    return date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal()


@lru_cache(maxsize=4096)
def _named(
    rule: Rule, first: int, last: int, periods: Periods
) -> tuple[tuple[int, Skipped | None], ...]:
    """The days that a rule names between two, with why they are skipped."""
    start = max(first, rule.first)
    end = last if rule.last is None else min(last, rule.last)
    return tuple(
        (day, _skipped(day, periods))
        for day in _of_months(rule, start, end)
        if start <= day <= end
    )


def _of_months(rule: Rule, start: int, end: int) -> Iterator[int]:
    """The day of the rule in every month that two days and those between lie in."""
    if end < start:
        return
    at, stop = to_date(start), to_date(end)
    for month in range(at.year * 12 + at.month - 1, stop.year * 12 + stop.month):
        year, number = month // 12, month % 12 + 1
        if number not in rule.months_out:
            yield _nth_of_month(year, number, rule.weekday, rule.nth)


def _nth_of_month(year: int, month: int, weekday: int, nth: int) -> int:
    if nth == LAST:
        after = date(year + month // 12, month % 12 + 1, 1).toordinal()
        return after - 1 - (after - 2 - weekday) % WEEK
    first = date(year, month, 1).toordinal()
    # The remainder of an ordinal by seven counts from Sunday.
    return first + (weekday - (first - 1)) % WEEK + WEEK * (nth - 1)


def _skipped(day: int, periods: Periods) -> Skipped | None:
    if (day - 1) % WEEK < SATURDAY and not norway().is_working(day):
        return Skipped.HOLIDAY
    if any(falls_in(it, day) for it in periods if it.is_council_recess):
        return Skipped.RECESS
    return None
