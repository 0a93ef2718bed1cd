"""How long before or after go-live a day is: "5 months and 12 days before"."""

from flask_babel import gettext as _

from app.filters import counted
from planning.calendars import Calendar
from planning.durations import Duration, Unit


def when_text(day: int, go_live: int, calendar: Calendar) -> str:
    """Whole months, and the days that are left."""
    if day == go_live:
        return _("at go-live")
    if day < go_live:
        return _("%(time)s before", time=_time(*_before(day, go_live, calendar)))
    return _("%(time)s after", time=_time(*_after(day, go_live, calendar)))


def _before(day: int, go_live: int, calendar: Calendar) -> tuple[int, int]:
    months = 0
    reached = go_live
    while (further := calendar.retreat(go_live, _months(months + 1))) >= day:
        months, reached = months + 1, further
    return months, reached - day


def _after(day: int, go_live: int, calendar: Calendar) -> tuple[int, int]:
    months = 0
    reached = go_live
    while (further := calendar.advance(go_live, _months(months + 1))) <= day:
        months, reached = months + 1, further
    return months, day - reached


def _months(amount: int) -> Duration:
    return Duration(amount, Unit.MONTHS)


def _time(months: int, days: int) -> str:
    told = [
        counted(amount, unit)
        for amount, unit in ((months, Unit.MONTHS), (days, Unit.DAYS))
        if amount
    ]
    if len(told) == 2:
        return _("%(months)s and %(days)s", months=told[0], days=told[1])
    return told[0]
