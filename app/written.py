"""Days and numbers as each language writes them; what was written is kept.

How a day or a number is written depends on itself, the pattern and the language alone:
what is kept is never out of date. A page writes the same few hundred over and over.
"""

from datetime import date
from decimal import Decimal
from functools import lru_cache

from babel import Locale
from babel.dates import format_date, format_interval
from babel.numbers import format_decimal

KEPT = 20_000


@lru_cache(KEPT)
def write_day(day: date, pattern: str, locale: Locale | None) -> str:
    """Write a day; a moment is none, for its day is that of the user's clock."""
    return str(format_date(day, pattern, locale=locale))


@lru_cache(KEPT)
def write_stretch(first: date, last: date, skeleton: str, locale: Locale | None) -> str:
    """Write two days once: what they share is not said twice."""
    return str(format_interval(first, last, skeleton, locale=locale))


def write_number(
    value: Decimal | float, pattern: str | None, locale: Locale | None
) -> str:
    """Write a number with a true minus."""
    return _write_digits(str(value), pattern, locale)


@lru_cache(KEPT)
def _write_digits(digits: str, pattern: str | None, locale: Locale | None) -> str:
    """By its digits: 0 and −0 are equal, and are not written alike."""
    written = str(format_decimal(Decimal(digits), pattern, locale=locale))
    return written.replace("-", "\N{MINUS SIGN}")
