"""Durations as minutes, and minutes as durations.

A duration says how many minutes of work it takes; a lag how many tenths of minutes,
and whether the clock stands still at night. Months are neither: they are written as
the days that they take where they stand, and a text beside them keeps the month.
"""

import re
from typing import NamedTuple

from app.exchange.mspdi.codes import (
    DAYS,
    ELAPSED,
    ELAPSED_DAYS,
    ELAPSED_PERCENT,
    ELAPSED_WEEKS,
    MINUTES_A_DAY,
    MINUTES_ELAPSED,
    PERCENT,
    TENTHS,
    WEEKLY,
)
from planning.calendars import Calendar
from planning.durations import LONGEST, ZERO, Duration, Unit

WRITTEN = re.compile(
    r"(-?)P(?:([0-9]{1,7})D)?"
    r"(?:T(?:([0-9]{1,8})H)?(?:([0-9]{1,9})M)?(?:([0-9]{1,9})(?:\.[0-9]*)?S)?)?"
)


class Lag(NamedTuple):
    """What a link waits, as the format has it."""

    tenths: int
    format: int


class Amount(NamedTuple):
    """A duration that was read, and whether it had to be rounded up to a day."""

    duration: Duration
    is_rounded: bool


def minutes_text(minutes: int) -> str:
    """Minutes as the format writes them."""
    return f"PT{minutes // 60}H{minutes % 60}M0S"


def read_minutes(text: str) -> int | None:
    """Minutes from PT8H0M0S; None where the text is no such thing."""
    found = WRITTEN.fullmatch(text.strip())
    if found is None:
        return None
    sign, days, hours, minutes, seconds = found.groups()
    total = int(days or 0) * MINUTES_ELAPSED + int(hours or 0) * 60 + int(minutes or 0)
    total += int(seconds or 0) // 60
    return -total if sign else total


def write_lag(lag: Duration, *, on_own_calendar: bool, days: int) -> Lag:
    """A lag in the form that comes nearest.

    Args:
        lag: what the link waits.
        on_own_calendar: whether working days are those of the successor, which is
            how the format counts them.
        days: how many days it is where it stands.
    """
    if lag.is_zero:
        return Lag(0, DAYS)
    if lag.unit is Unit.WORKING_DAYS and on_own_calendar:
        return Lag(lag.amount * MINUTES_A_DAY * TENTHS, DAYS)
    if lag.unit is Unit.WEEKS:
        return Lag(lag.amount * 7 * MINUTES_ELAPSED * TENTHS, ELAPSED_WEEKS)
    if lag.unit is Unit.DAYS:
        return Lag(lag.amount * MINUTES_ELAPSED * TENTHS, ELAPSED_DAYS)
    return Lag(days * MINUTES_ELAPSED * TENTHS, ELAPSED_DAYS)


def read_lag(lag: Lag, *, minutes_a_day: int, before: Duration) -> Amount:
    """A lag as a duration; one in percent is that share of the predecessor.

    Raises:
        ValueError: where it is longer than a century.
    """
    if lag.format in PERCENT | ELAPSED_PERCENT:
        days, rest = divmod(before.amount * lag.tenths, 100)
        return Amount(fitting(days + bool(rest), before.unit), bool(rest))
    minutes, odd = divmod(lag.tenths, TENTHS)
    amount = read_amount(minutes, lag.format, minutes_a_day=minutes_a_day)
    return Amount(amount.duration, amount.is_rounded or bool(odd))


def read_amount(minutes: int, format: int, *, minutes_a_day: int) -> Amount:  # noqa: A002 - its name in the files
    """Minutes as whole days, rounded up: elapsed ones of 24 hours, or of work.

    Raises:
        ValueError: where it is longer than a century.
    """
    is_elapsed = format in ELAPSED
    each = MINUTES_ELAPSED if is_elapsed else minutes_a_day
    days = -(-minutes // each)
    is_rounded = minutes % each != 0
    if not is_elapsed:
        return Amount(fitting(days, Unit.WORKING_DAYS), is_rounded)
    if format in WEEKLY and days % 7 == 0:
        return Amount(fitting(days // 7, Unit.WEEKS), is_rounded)
    return Amount(fitting(days, Unit.DAYS), is_rounded)


def fitting(amount: int, unit: Unit) -> Duration:
    """So many of a unit; nothing is simply nothing.

    Raises:
        ValueError: where it is longer than a century.
    """
    return Duration(amount, unit) if amount else ZERO


def is_too_long(minutes: int) -> bool:
    """Whether so many minutes are more than a century, in any unit."""
    return abs(minutes) > LONGEST[Unit.WORKING_DAYS] * MINUTES_A_DAY


def days_of(start: int, finish: int, calendar: Calendar | None) -> int:
    """How many days of a calendar lie between two; of all days where it is None."""
    if calendar is None:
        return max(0, finish - start)
    return max(0, calendar.working_days_between(start, finish))
