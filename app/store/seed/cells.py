"""One cell of a fixture file: text to value, or what is wrong with it.

Blanks around a value don't count. An empty cell means that it is not known.
"""

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

from planning.calendars import FIRST_YEAR, LAST_YEAR
from planning.durations import Duration, DurationError, parse_duration

Reader = Callable[[str], Any]

ISO_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
MONTH_AND_DAY = re.compile(r"([0-9]{2})-([0-9]{2})")
LEAP_YEAR = 2024
WHOLE = re.compile(r"-?[0-9]{1,18}")
MUNICIPALITY_NUMBER = re.compile(r"[0-9]{4}")
NUMBER = re.compile(r"-?[0-9]{1,9}(\.[0-9]{1,12})?")


class CellError(Exception):
    """A cell can't be read. Kinds: see `texts`."""

    def __init__(self, kind: str, **values: Any) -> None:
        super().__init__(f"{kind}: {values}")
        self.kind = kind
        self.values = values


def text(cell: str) -> str:
    """Any text, or none."""
    return cell


def filled(cell: str) -> str:
    """A text that has to be there."""
    if not cell:
        raise CellError("empty-cell")
    return cell


def optional(reader: Reader) -> Reader:
    """The same, or None where the cell is empty."""

    def read(cell: str) -> Any:
        return reader(cell) if cell else None

    return read


def blank(reader: Reader) -> Reader:
    """The same, or an empty text where the cell is empty."""

    def read(cell: str) -> Any:
        return reader(cell) if cell else ""

    return read


def between(reader: Reader, least: float, most: float) -> Reader:
    """A number, not outside its bounds; both are inside."""

    def read(cell: str) -> Any:
        value = reader(cell)
        if not least <= value <= most:
            raise CellError("out-of-range", value=cell, least=least, most=most)
        return value

    return read


def not_negative(reader: Reader) -> Reader:
    """A number from nought."""

    def read(cell: str) -> Any:
        value = reader(cell)
        if value < 0:
            raise CellError("negative", value=cell)
        return value

    return read


def day(cell: str) -> date:
    """A date, as 2025-04-01, in the years that the calendar knows."""
    if not ISO_DATE.fullmatch(filled(cell)):
        raise CellError("bad-date", value=cell)
    try:
        value = date.fromisoformat(cell)
    except ValueError as error:
        raise CellError("bad-date", value=cell) from error
    if not FIRST_YEAR <= value.year <= LAST_YEAR:
        raise CellError("far-date", value=cell, least=FIRST_YEAR, most=LAST_YEAR)
    return value


def month_and_day(cell: str) -> tuple[int, int]:
    """A day of every year, as 07-31; 02-29 is the last of February."""
    match = MONTH_AND_DAY.fullmatch(filled(cell))
    if match is None:
        raise CellError("bad-month-and-day", value=cell)
    month, number_of_day = int(match[1]), int(match[2])
    try:
        date(LEAP_YEAR, month, number_of_day)
    except ValueError as error:
        raise CellError("bad-month-and-day", value=cell) from error
    return month, number_of_day


def whole(cell: str) -> int:
    """A whole number."""
    if not WHOLE.fullmatch(filled(cell)):
        raise CellError("bad-whole", value=cell)
    return int(cell)


def number(cell: str) -> float:
    """A number with a decimal point."""
    if not NUMBER.fullmatch(filled(cell)):
        raise CellError("bad-number", value=cell)
    return float(cell)


def decimal(cell: str) -> Decimal:
    """An exact number with a decimal point."""
    if not NUMBER.fullmatch(filled(cell)):
        raise CellError("bad-number", value=cell)
    return Decimal(cell)


def kroner(cell: str) -> Decimal:
    """A sum of whole kroner."""
    return Decimal(whole(cell))


def flag(cell: str) -> bool:
    """Yes or no."""
    return bool(one_of("yes", "no")(cell) == "yes")


def municipality_number(cell: str) -> str:
    """The four digits of a municipality."""
    if not MUNICIPALITY_NUMBER.fullmatch(filled(cell)):
        raise CellError("bad-municipality-number", value=cell)
    return cell


def lag(cell: str) -> str:
    """A duration, as 7mo, or as -2w."""
    return str(_duration(cell))


def duration(cell: str) -> str:
    """A duration that something can take, as 7mo."""
    value = _duration(cell)
    if value.amount < 0:
        raise CellError("negative-duration", value=cell)
    return str(value)


def _duration(cell: str) -> Duration:
    try:
        return parse_duration(filled(cell))
    except DurationError as error:
        raise CellError("bad-duration", value=cell) from error


def one_of(*allowed: str) -> Reader:
    """One of a few words."""

    def read(cell: str) -> str:
        if filled(cell) not in allowed:
            raise CellError("unknown-value", value=cell, allowed=allowed)
        return cell

    return read
