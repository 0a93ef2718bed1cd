"""Sums as they stand in the cells of the economy page: in millions of kroner.

One unit is said once for every table. An estimate is "about" so much, its range
below it; a sum of both kinds says how much of it is estimated.
"""

from dataclasses import dataclass
from decimal import Decimal

from flask_babel import gettext as _

from app.economy.sums import Sum
from app.filters import TO
from app.money_units import MILLION, as_number, round_to, stretch

TENTHS, HUNDREDTHS = 1, 2


@dataclass(frozen=True, slots=True)
class Cell:
    """A sum, the lines below it, whether any of it is estimated; and as a number."""

    text: str
    notes: tuple[str, ...] = ()
    is_estimate: bool = False
    value: Decimal | None = None


def millions(ore: int, decimals: int = TENTHS, *, is_signed: bool = False) -> str:
    """18,5: millions of kroner; with its sign also where it is a plus."""
    unit = MILLION // 10**decimals
    rounded = round_to(ore, unit)
    text = as_number(Decimal(rounded) / MILLION, f"#,##0.{'0' * decimals}")
    return f"+{text}" if is_signed and rounded > 0 else text


def sum_cell(sum_: Sum, decimals: int = TENTHS, *, is_signed: bool = False) -> Cell:
    """A sum of several municipalities."""
    shown = millions(sum_.total, decimals, is_signed=is_signed)
    value = Decimal(round_to(sum_.total, MILLION // 10**decimals)) / MILLION
    if not has_estimate(sum_):
        return Cell(shown, value=value) if sum_.known else Cell(TO)
    notes = []
    if sum_.known:
        estimated = millions(sum_.estimated, decimals, is_signed=is_signed)
        notes.append(_("of which estimated %(sum)s", sum=estimated))
    if sum_.low != sum_.high:
        notes.append(f"({ends_text(sum_, decimals)})")
    told = _("about %(sum)s", sum=shown)
    return Cell(told, tuple(notes), is_estimate=True, value=value)


def has_estimate(sum_: Sum) -> bool:
    """Whether any of it is estimated."""
    return any((sum_.estimated, sum_.low, sum_.high))


def ends_text(sum_: Sum, decimals: int = TENTHS) -> str:
    """6,6–11,3: the ends of what is estimated."""
    return stretch(millions(sum_.low, decimals), millions(sum_.high, decimals))
