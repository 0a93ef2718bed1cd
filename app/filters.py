"""Dates, money, durations and numbers as people read them, in their language.

The functions are for pages and, under the same names, filters of templates. A
day is a date or an integer of the engine. What is known to a month, a season or a
year is never shown as a day; half-open finishes are shown by their last day.
"""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from babel.dates import format_skeleton
from flask import Flask
from flask_babel import (
    format_date,
    format_datetime,
    format_percent,
    get_locale,
    ngettext,
    to_user_timezone,
)
from flask_babel import gettext as _
from markupsafe import Markup, escape

from app.language import language
from app.store.columns import find_tongue
from app.written import write_day, write_number, write_stretch
from planning.calendars import to_date
from planning.durations import Duration, Unit, parse_duration
from planning.snapshot import Precision, Window

Day = date | int
DAYS_A_WEEK = 7
MINUS = "−"
TO = "–"


def init_app(app: Flask) -> None:
    """Let templates use the functions as filters."""
    for function in FILTERS:
        app.add_template_filter(function)


def long_date(day: Day) -> str:
    """1. april 2025."""
    return _written(day, "long")


def short_date(day: Day) -> str:
    """1. apr. 2025."""
    return _written(day, "medium")


def weekday(day: Day) -> str:
    """Tirsdag, as it stands inside a sentence."""
    return _written(day, "EEEE")


def iso_date(day: Day) -> str:
    """2025-04-01, for attributes and addresses."""
    return as_date(day).isoformat()


def moment(at: datetime) -> str:
    """30. november 2023 kl. 14:05, as the clock on the wall showed it."""
    return _(
        "%(date)s at %(time)s",
        date=format_datetime(at, "d MMMM y" if language() == "en" else "d. MMMM y"),
        time=format_datetime(at, "HH:mm"),
    )


def local_minute(at: datetime) -> str:
    """2023-11-30 14:05, by the same clock: for a spreadsheet to sort by."""
    local: datetime = to_user_timezone(at)
    return f"{local:%Y-%m-%d %H:%M}"


def span(start: Day, finish: Day) -> str:
    """1. apr.–31. mai 2025, for work that is over when the finish comes."""
    first, last = as_date(start), last_day(start, finish)
    if first == last:
        return short_date(first)
    return between(first, last, "yMMMd")


def last_day(start: Day, finish: Day) -> date:
    """Return the last day of a half-open stretch; a milestone's own day."""
    first, end = as_date(start), as_date(finish)
    return end if end <= first else date.fromordinal(end.toordinal() - 1)


def window(value: Window) -> str:
    """April–mai 2025: a window of the engine, as exactly as it is known."""
    return dated(to_date(value.start), to_date(value.last), value.precision)


def dated(first: date, last: date, precision: str) -> str:
    """Høsten 2022: a date between two days, both included, with its precision."""
    known = Precision(precision)
    if first == last:
        return long_date(first)
    if known == Precision.SEASON:
        return season(first, last)
    if not is_of_whole_months(first, last):
        return between(first, last, "yMMMMd")
    return whole_months(first, last, known)


def whole_months(first: date, last: date, known: Precision) -> str:
    """Name a stretch of whole months by what it is: a quarter, a half year …"""
    months = last.month - first.month + 12 * (last.year - first.year) + 1
    if known == Precision.QUARTER and months == 3:
        return str(format_skeleton("yQQQQ", first, locale=get_locale()))
    if known == Precision.HALF_YEAR and months == 6:
        return half_year(first)
    if known == Precision.YEAR and months % 12 == 0:
        return years(first.year, last.year)
    if months == 1:
        return str(format_skeleton("yMMMM", first, locale=get_locale()))
    return between(first, last, "yMMMM")


def is_of_whole_months(first: date, last: date) -> bool:
    """Whether two days, both included, begin and end whole months."""
    return first.day == 1 and date.fromordinal(last.toordinal() + 1).day == 1


def between(first: date, last: date, skeleton: str) -> str:
    """Name two days once: what they share is not said twice."""
    return write_stretch(first, last, skeleton, get_locale())


def years(first: int, last: int) -> str:
    """2019, or 2019–2023."""
    return str(first) if first == last else f"{first}{TO}{last}"


def half_year(first: date) -> str:
    """Første halvår 2023, within a sentence."""
    if first.month < 7:
        return _("first half of %(year)s", year=first.year)
    return _("second half of %(year)s", year=first.year)


def season(first: date, last: date) -> str:
    """Høsten 2022: the season in whose months the middle of the window falls."""
    middle = date.fromordinal((first.toordinal() + last.toordinal()) // 2)
    year = last.year
    if middle.month in {3, 4, 5}:
        return _("spring %(year)s", year=year)
    if middle.month in {6, 7, 8}:
        return _("summer %(year)s", year=year)
    if middle.month in {9, 10, 11}:
        return _("autumn %(year)s", year=year)
    return _("winter %(year)s", year=year)


def _written(day: Day, pattern: str) -> str:
    given = as_date(day)
    if isinstance(given, datetime):
        # Its day is that of the clock on the user's wall.
        return str(format_date(given, pattern))
    return write_day(given, pattern, get_locale())


def as_date(day: Day) -> date:
    """Return a day of the engine, or a date, as a date."""
    return day if isinstance(day, date) else to_date(day)


def duration(value: Duration | str) -> str:
    """7 måneder, 10 virkedager."""
    given = parse_duration(value) if isinstance(value, str) else value
    sign = MINUS if given.amount < 0 else ""
    return sign + counted(abs(given.amount), given.unit)


def counted(amount: int, unit: Unit) -> str:
    """Return so many of a unit, in words."""
    texts: Mapping[Unit, Callable[[int], str]] = {
        Unit.DAYS: days,
        Unit.WORKING_DAYS: lambda n: ngettext(
            "%(num)s working day", "%(num)s working days", n
        ),
        Unit.WEEKS: lambda n: ngettext("%(num)s week", "%(num)s weeks", n),
        Unit.MONTHS: lambda n: ngettext("%(num)s month", "%(num)s months", n),
    }
    return texts[unit](amount)


def days(amount: int) -> str:
    """183 dager."""
    return str(ngettext("%(num)s day", "%(num)s days", amount))


def moved(amount: int) -> str:
    """183 dager senere, 12 dager tidligere."""
    if amount > 0:
        return str(ngettext("%(num)s day later", "%(num)s days later", amount))
    if amount < 0:
        return str(ngettext("%(num)s day earlier", "%(num)s days earlier", -amount))
    return _("on the same day")


def signed_days(amount: int) -> str:
    """+12 dager, −3 dager: a margin or a float."""
    sign = MINUS if amount < 0 else "+" if amount > 0 else ""
    return sign + days(abs(amount))


def in_weeks(amount: int) -> str:
    """60 days in whole weeks and the days over; empty under a week."""
    weeks, rest = divmod(abs(amount), DAYS_A_WEEK)
    if not weeks:
        return ""
    told = counted(weeks, Unit.WEEKS)
    if not rest:
        return told
    return _("%(weeks)s and %(days)s", weeks=told, days=days(rest))


def number(value: Decimal | int) -> str:
    """18 500 000."""
    return write_number(value, None, get_locale())


def percent(share: Decimal | float) -> str:
    """12 %."""
    return str(format_percent(share)).replace("-", MINUS)


def kroner(amount: Decimal | int) -> str:
    """18 500 000 kr; øre only where there are any."""
    rounded = Decimal(amount)
    pattern = None if rounded == rounded.to_integral_value() else "#,##0.00"
    text = write_number(rounded, pattern, get_locale())
    return _("NOK %(amount)s", amount=text)


def mnok(amount: Decimal | int) -> str:
    """18,5 MNOK, with one decimal and never less than it says."""
    text = write_number(Decimal(amount) / 1_000_000, "#,##0.0", get_locale())
    return _("NOK %(amount)s million", amount=text)


def text(texts: Mapping[str, str]) -> Markup:
    """Return a text in the user's language; in another one it says so."""
    own = language()
    tongue = find_tongue(texts, own)
    if tongue in {own, ""}:
        return escape(texts.get(tongue, ""))
    return Markup('<span lang="{}">{}</span>').format(tongue, texts[tongue])


def plain_text(texts: Mapping[str, str]) -> str:
    """Return a text in the user's language, or whichever there is."""
    return texts.get(find_tongue(texts, language()), "")


FILTERS: tuple[Callable[..., Any], ...] = (
    dated,
    days,
    duration,
    iso_date,
    kroner,
    last_day,
    long_date,
    mnok,
    moment,
    moved,
    number,
    percent,
    plain_text,
    season,
    short_date,
    signed_days,
    span,
    text,
    weekday,
    window,
    years,
)
