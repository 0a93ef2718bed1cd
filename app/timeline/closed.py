"""Days on which little is done: public holidays, and periods without a go-live."""

from calendar import monthrange
from collections.abc import Iterable, Iterator
from datetime import date

from app.timeline.scale import Scale, Stretch
from planning.calendars import Calendar, to_date, to_day
from planning.circumstances import ClosedPeriod

SATURDAY = 5


def list_closed(periods: Iterable[ClosedPeriod], scale: Scale) -> tuple[Stretch, ...]:
    """Each year's closed periods, as far as they lie inside a scale."""
    years = range(to_date(scale.first).year - 1, to_date(scale.end - 1).year + 1)
    found = (_in_year(period, year) for period in periods for year in years)
    inside = (
        Stretch(max(it.start, scale.first), min(it.finish, scale.end)) for it in found
    )
    return tuple(
        sorted((it for it in inside if it.start < it.finish), key=lambda it: it.start)
    )


def list_holidays(calendar: Calendar, scale: Scale) -> tuple[int, ...]:
    """The weekdays that are public holidays."""
    return tuple(_holidays(calendar, scale))


def _holidays(calendar: Calendar, scale: Scale) -> Iterator[int]:
    for day in range(scale.first, scale.end):
        # The remainder of an ordinal by seven counts from Sunday.
        if (day - 1) % 7 < SATURDAY and not calendar.is_working(day):
            yield day


def _in_year(period: ClosedPeriod, year: int) -> Stretch:
    """The period that begins in a year; it may run over new year."""
    last = year if period.first <= period.last else year + 1
    return Stretch(_day(year, *period.first), _day(last, *period.last) + 1)


def _day(year: int, month: int, day: int) -> int:
    return to_day(date(year, month, min(day, monthrange(year, month)[1])))
