"""Periods that come back every year."""

from planning.calendars import to_date
from planning.circumstances import ClosedPeriod


def falls_in(period: ClosedPeriod, day: int) -> bool:
    """Whether a day is inside a period, both ends included."""
    at = to_date(day)
    told = [(at.month, at.day)]
    if told == [(2, 28)] and to_date(day + 1).month == 3:
        # The last day of February is the 29th of every year.
        told.append((2, 29))
    first, last = period.first, period.last
    if first <= last:
        return any(first <= it <= last for it in told)
    return any(it >= first or it <= last for it in told)
