"""What preconditions do not allow, as sentences with the mend.

Empty: nothing speaks against it. 29 February counts as a day of every year.
"""

from calendar import monthrange
from collections.abc import Iterable
from datetime import date, timedelta

from flask_babel import gettext as _
from flask_babel import ngettext

from app.filters import long_date
from app.preconditions.words import LEAP_YEAR, MonthDay

FEWEST_MEMBERS = 2
# Later than this after the status date is a slip of the keyboard.
YEARS_AHEAD = 20
EARLIEST_EXPECTED = date(2010, 1, 1)


def refuse_day(month: int, day: int, name: str) -> str:
    """Say why a month does not have a day; `name` is the month's."""
    days = monthrange(LEAP_YEAR, month)[1]
    if 1 <= day <= days:
        return ""
    return _(
        "Give a day from 1 to %(days)s: %(month)s has no other.", days=days, month=name
    )


def refuse_periods(periods: Iterable[tuple[MonthDay, MonthDay]]) -> str:
    """Say that a year would have no day left to go live on."""
    closed = {day for first, last in periods for day in days_of(first, last)}
    if len(closed) < days_in_year():
        return ""
    return _(
        "With the other closed periods, no day of the year would be left to go live on."
    )


def days_of(first: MonthDay, last: MonthDay) -> Iterable[int]:
    """The days of a period as days of the year, also over new year."""
    start, end = (date(LEAP_YEAR, *day).timetuple().tm_yday for day in (first, last))
    if start <= end:
        return range(start, end + 1)
    return (*range(start, days_in_year() + 1), *range(1, end + 1))


def days_in_year() -> int:
    """The days of a year that has a 29 February."""
    return date(LEAP_YEAR, 12, 31).timetuple().tm_yday


def refuse_members(count: int) -> str:
    """Say that one alone is bound to nobody."""
    if count >= FEWEST_MEMBERS:
        return ""
    return ngettext(
        "Choose at least %(num)s municipality.",
        "Choose at least %(num)s municipalities.",
        FEWEST_MEMBERS,
    )


def refuse_expected(first: date, last: date, status_date: date) -> str:
    """Say why a component can't be expected so."""
    if last < first:
        return _("The last day can’t be before the first.")
    latest = status_date + timedelta(days=366 * YEARS_AHEAD)
    if first < EARLIEST_EXPECTED or last > latest:
        return _(
            "Give days from %(first)s to %(last)s. See whether the year is right.",
            first=long_date(EARLIEST_EXPECTED),
            last=long_date(latest),
        )
    return ""


def refuse_state(
    *, is_late: bool, is_delivered: bool, first: date | None, status_date: date
) -> str:
    """Say why what is said of a delivery can't all be true."""
    if is_delivered and is_late:
        return _("What has been delivered is no longer late: take one of the two away.")
    if is_delivered and first is not None and first > status_date:
        return _(
            "What has been delivered can’t be expected after the status date,"
            " %(day)s. Take away the days.",
            day=long_date(status_date),
        )
    return ""
