"""The calendars of a file, as far as they are whole days."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, time

from app.exchange.mspdi.codes import MINUTES_A_DAY, MINUTES_ELAPSED
from app.exchange.mspdi.fields import Fields, one_line
from app.exchange.mspdi.losses import Losses
from app.exchange.mspdi.weeks import WORKING_WEEK, Pattern, Period, recognise
from planning.calendars import FIRST_DAY, LAST_DAY, Calendar

DAILY = 1
EXCEPTION = 0
MOST_PERIODS = 20_000
MOST_CALENDARS = 50


@dataclass(frozen=True, slots=True)
class Found:
    """A calendar, and how many minutes its days have."""

    calendar: Calendar
    name: str
    minutes_a_day: int


def read_calendars(project: Fields, losses: Losses) -> dict[int, Found]:
    """The base calendars by number; those of people and machines are left out."""
    every: dict[int, Fields] = {}
    for at in project.all("Calendars", "Calendar"):
        uid = at.whole("UID")
        if uid is not None:
            every[uid] = at
    found: dict[int, Found] = {}
    for uid, at in every.items():
        base = at.whole("BaseCalendarUID")
        if at.flag("IsBaseCalendar") or base is None or base not in every:
            if len(found) == MOST_CALENDARS:
                at.check.report(at.place, "too-many-calendars", most=MOST_CALENDARS)
                return found
            found[uid] = _read(at, losses)
        else:
            losses.note("resource-calendars", at.text("Name") or str(uid))
    return found


def _read(at: Fields, losses: Losses) -> Found:
    name = one_line(at.text("Name"))
    week = list(WORKING_WEEK)
    lengths: Counter[int] = Counter()
    periods: list[Period] = []
    for day in at.all("WeekDays", "WeekDay"):
        kind, works = day.whole("DayType"), day.flag("DayWorking")
        if kind is None:
            continue
        if kind == EXCEPTION:
            periods += _period(day, works=works)
        elif kind <= 7:
            # The format counts from Sunday.
            week[(kind - 2) % 7] = works
            lengths[_minutes(day)] += works
    for exception in at.all("Exceptions", "Exception"):
        periods += _exception(exception, name, losses)
    if at.has("WorkWeeks", "WorkWeek"):
        losses.note("work-weeks", name)
    if len(periods) > MOST_PERIODS:
        at.check.report(at.place, "too-many-periods", most=MOST_PERIODS)
        periods = []
    pattern = Pattern(tuple(week), tuple(sorted(set(periods), key=_order)))
    usual = max(lengths, key=lambda it: lengths[it]) if lengths else 0
    if len([it for it in lengths if lengths[it]]) > 1:
        losses.note("uneven-days", name)
    return Found(recognise(pattern, name), name, usual or MINUTES_A_DAY)


def _order(period: Period) -> tuple[int, int]:
    return period.first, period.last


def _minutes(day: Fields) -> int:
    """How many minutes are worked on a day."""
    total = 0
    for at in day.all("WorkingTimes", "WorkingTime"):
        start, end = _time(at.text("FromTime")), _time(at.text("ToTime"))
        if start is None or end is None:
            continue
        length = (end.hour - start.hour) * 60 + end.minute - start.minute
        total += length if length > 0 else length + MINUTES_ELAPSED
    return total or MINUTES_A_DAY


def _time(text: str) -> time | None:
    try:
        return time.fromisoformat(text)
    except ValueError:
        return None


def _exception(at: Fields, name: str, losses: Losses) -> Iterator[Period]:
    """What differs from the week; of what comes back again, what is in its dates."""
    works = at.flag("DayWorking")
    if works and at.has("WorkingTimes") and _minutes(at) < MINUTES_A_DAY // 2:
        losses.note("short-days", name)
    kind, every = at.whole("Type") or DAILY, at.whole("Period") or 1
    if kind == DAILY and every == 1:
        yield from _period(at, works=works)
        return
    if (at.whole("Occurrences") or 0) == 1:
        yield from (replace(it, last=it.first) for it in _period(at, works=works))
        return
    losses.note("recurring-exceptions", name)


def _period(at: Fields, *, works: bool) -> Iterator[Period]:
    for period in at.all("TimePeriod"):
        first, last = _day(period, "FromDate"), _day(period, "ToDate")
        if first is not None and last is not None and first <= last:
            yield Period(max(first, FIRST_DAY), min(last, LAST_DAY), works)


def _day(at: Fields, tag: str) -> int | None:
    """A day of a calendar, which may lie outside ours."""
    text = at.text(tag)
    try:
        return datetime.fromisoformat(text).toordinal() if text else None
    except ValueError:
        at.check.report(f"{at.place}/{tag}", "bad-moment", text=text)
        return None
