"""What is known of a source beside its title, in the user's language.

A source's date is written in a code that needs no language: 2018, 2018-06,
2018-06-26, 2020-autumn, or two of them with a stroke between; "inferred" follows
where it is read out of what the source tells, and "undated" where the source itself
has no date. What is in no code is told as it stands.
"""

import re
from calendar import monthrange
from collections.abc import Callable, Mapping
from datetime import date

from flask_babel import gettext as _

from app.filters import dated
from planning.snapshot import Precision

REDUCED = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")
SEASON = re.compile(r"(\d{4})-(spring|summer|autumn)")
FIRST_MONTHS: Mapping[str, int] = {"spring": 3, "summer": 6, "autumn": 9}
BARE: Mapping[str, Callable[[], str]] = {
    "": lambda: "",
    "undated": lambda: _("undated"),
    "after-status-date": lambda: _("after the status date"),
}
LICENCES: Mapping[str, Callable[[], str]] = {
    "facts-only": lambda: _("Only facts are taken from it, told in our own words."),
    "unchecked": lambda: _(
        "The licence has not been checked; only facts are taken from it."
    ),
}

Span = tuple[date, date, Precision]


def source_date(code: str) -> str:
    """Udatert; etter innholdet høsten 2020: when a source is from."""
    if code in BARE:
        return BARE[code]()
    when, *marks = code.split()
    span = read_span(when)
    if span is None:
        return code
    told = dated(*span)
    if "undated" in marks:
        return _("undated; by what it tells, %(date)s", date=told)
    if "inferred" in marks:
        return _("%(date)s, by what it tells", date=told)
    return told


def licence_text(code: str) -> str:
    """What may be taken from a source; the name of a licence stays as it is."""
    if code in LICENCES:
        return LICENCES[code]()
    return _("Licence: %(name)s", name=code) if code else ""


def read_span(when: str) -> Span | None:
    """The first and last day of one date, or of two with a stroke between."""
    parts = [read_part(part) for part in when.split("/")]
    known = [part for part in parts if part is not None]
    if len(known) != len(parts) or len(parts) > 2:
        return None
    if len(known) == 1:
        return known[0]
    return known[0][0], known[1][1], Precision.WINDOW


def read_part(text: str) -> Span | None:
    """The first and last day of a date as exactly as it is written."""
    season = SEASON.fullmatch(text)
    if season is not None:
        year, month = int(season[1]), FIRST_MONTHS[season[2]]
        return date(year, month, 1), end_of(year, month + 2), Precision.SEASON
    match = REDUCED.fullmatch(text)
    if match is None:
        return None
    year, month, day = (int(part or 0) for part in match.groups())
    if not month:
        return date(year, 1, 1), date(year, 12, 31), Precision.YEAR
    if not day:
        return date(year, month, 1), end_of(year, month), Precision.MONTH
    return date(year, month, day), date(year, month, day), Precision.DAY


def end_of(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, monthrange(year, month)[1])
