"""What the plan of waves does not allow, as sentences with the mend.

What is recorded is a fact and stays where it is. A planned day lies on or after the
status date, and not so far ahead that it can only be a slip of the keyboard. An
empty answer means that nothing speaks against it.
"""

from datetime import date, timedelta

from flask_babel import gettext as _

from app.filters import long_date, number
from planning.calendars import norway
from planning.durations import Duration
from planning.errors import DateOutOfRangeError
from planning.evaluate import Evaluation
from planning.snapshot import Wave
from planning.waves import shift_wave

FURTHEST_DAYS = 20 * 366
LONGEST_WINDOW = timedelta(days=366)


def is_called(wave: Wave, typed: str) -> bool:
    """Whether a code, typed in capital letters, is the wave's own or an alias."""
    return typed in {wave.code.upper(), *(alias.upper() for alias in wave.aliases)}


def is_municipality_live(evaluation: Evaluation, number: str) -> bool:
    """Whether the go-live of a municipality is recorded."""
    return evaluation.is_live(number)


def refuse_leaving(evaluation: Evaluation, number: str, *, name: str) -> str:
    """Say why a municipality can't be moved at all."""
    if not is_municipality_live(evaluation, number):
        return ""
    return _(
        "%(municipality)s is live. What has happened can't be moved to another wave.",
        municipality=name,
    )


def refuse_joining(wave: Wave) -> str:
    """Say why nobody can be moved into a wave any more."""
    if not wave.is_live:
        return ""
    return _(
        "%(wave)s is live already. Choose a wave that is still planned.",
        wave=wave.code,
    )


def refuse_dating(wave: Wave) -> str:
    """Say why the date of a wave can't be changed."""
    if not wave.is_live:
        return ""
    return _(
        "%(wave)s is live. The day on which it happened is a fact, not a plan.",
        wave=wave.code,
    )


def refuse_day(day: int, *, status_date: int) -> str:
    """Say why a day, which may lie outside the calendar, can't be planned."""
    if day < status_date:
        return _(
            "%(day)s is before the status date. What is still planned lies on "
            "%(status_date)s or later.",
            day=long_date(date.fromordinal(day)),
            status_date=long_date(status_date),
        )
    if day > status_date + FURTHEST_DAYS:
        return _(
            "%(day)s is more than twenty years ahead. See whether the year is right.",
            day=long_date(date.fromordinal(day)),
        )
    return ""


def refuse_window(first: date, last: date) -> str:
    """Say why two days can't be a window."""
    if last < first:
        return _("The last day is before the first. See whether they changed places.")
    if last - first > LONGEST_WINDOW:
        return _(
            "A window is a year at most, and this one is %(days)s days. See whether"
            " the years are right.",
            days=number((last - first).days + 1),
        )
    return ""


def refuse_shift(wave: Wave, by: Duration, *, status_date: int) -> str:
    """Say why a wave can't be moved so far."""
    try:
        reckoning = shift_wave(wave, by, calendar=norway()).reckoning
    except DateOutOfRangeError:
        return _("%(wave)s can't be moved out of the calendar.", wave=wave.code)
    if reckoning is None:
        return ""
    reason = refuse_day(reckoning.day, status_date=status_date)
    return reason and _(
        "%(wave)s can't be moved that far: %(reason)s", wave=wave.code, reason=reason
    )
