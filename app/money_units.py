"""Sums as numbers: in which unit, and how exactly. Sums are øre."""

from decimal import ROUND_HALF_UP, Decimal

from flask_babel import get_locale
from flask_babel import gettext as _

from app.filters import MINUS, TO
from app.written import write_number
from planning.money import KRONE, to_kroner

MILLION = 1_000_000 * KRONE
THOUSAND = 1_000 * KRONE
TEN_THOUSANDS = 10 * THOUSAND
TENTH = MILLION // 10


def in_millions(*sums: int) -> bool:
    """Whether sums that stand together are told in millions, all of them."""
    if max(map(abs, sums)) >= MILLION:
        return True
    return any(sums) and all(it % TENTH == 0 for it in sums)


def stretch(low: str, high: str) -> str:
    """6,6–11,3; in words where a minus would meet the dash."""
    if low == high:
        return low
    if MINUS in low + high:
        return _("%(low)s to %(high)s", low=low, high=high)
    return f"{low}{TO}{high}"


def tenths(ore: int) -> str:
    """18,5: millions of kroner with one decimal."""
    return as_number(Decimal(round_to(ore, TENTH)) / MILLION, "#,##0.0")


def estimate_unit(*sums: int) -> int:
    """What an estimate below a million is rounded to: no finer than it is known."""
    is_small = max(map(abs, sums)) < TEN_THOUSANDS
    return THOUSAND if is_small else TEN_THOUSANDS


def in_kroner(ore: int, unit: int) -> str:
    """340 000: kroner rounded to a unit."""
    return as_number(to_kroner(round_to(ore, unit)), "#,##0")


def as_number(value: Decimal, pattern: str) -> str:
    """A number with a true minus."""
    return write_number(value, pattern, get_locale())


def round_to(ore: int, unit: int) -> int:
    """The nearest multiple of a unit; half of it goes away from zero."""
    return int((Decimal(ore) / unit).quantize(Decimal(1), ROUND_HALF_UP)) * unit
