"""Kroner in whole øre, with the price year they are counted in.

Inside the engine an amount is an integer of øre: nothing is ever a binary float.
A flow of a projection is rounded to whole kroner once, where it arises, so that
rows and columns add up as they are printed. Amounts of different price years are
never added.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from itertools import accumulate, pairwise
from typing import Self

KRONE = 100


class PriceYearError(ValueError):
    """Amounts of different price years were to be added."""

    def __init__(self, one: int | None, other: int | None) -> None:
        super().__init__(f"prices of {one} and of {other} can't be added")
        self.one = one
        self.other = other


@dataclass(frozen=True, slots=True)
class Amount:
    """So many øre, in the prices of a year; None where the year is not known."""

    ore: int
    price_year: int | None = None

    def __add__(self, other: Self) -> "Amount":
        self._refuse_other_prices(other)
        return Amount(self.ore + other.ore, self.price_year)

    def __sub__(self, other: Self) -> "Amount":
        self._refuse_other_prices(other)
        return Amount(self.ore - other.ore, self.price_year)

    def _refuse_other_prices(self, other: "Amount") -> None:
        if self.price_year != other.price_year:
            raise PriceYearError(self.price_year, other.price_year)


def to_ore(kroner: Decimal) -> int:
    """Øre of an exact number of kroner.

    Raises:
        ValueError: where it is no whole number of øre.
    """
    ore = kroner * KRONE
    if ore != ore.to_integral_value():
        raise ValueError(f"{kroner} kroner is not a whole number of øre")
    return int(ore)


def to_kroner(ore: int) -> Decimal:
    """The exact kroner of some øre."""
    return Decimal(ore) / KRONE


def round_to_krone(ore: Decimal | int) -> int:
    """The øre of the nearest whole krone; half a krone goes away from zero."""
    kroner = (Decimal(ore) / KRONE).quantize(Decimal(1), rounding=ROUND_HALF_UP)
    return int(kroner) * KRONE


def share_of(ore: int, numerator: int, denominator: int) -> int:
    """The øre of a share of a sum, to the nearest whole krone; half a krone goes up."""
    (share,) = shares_of(ore, ((numerator, denominator),))
    return share


def shares_of(ore: int, shares: Iterable[tuple[int, int]]) -> list[int]:
    """The same of many shares, each a numerator and a denominator."""
    # Asked some ten thousand times in a plan: a call for each would double its time.
    twice = 2 * ore
    return [
        (twice * numerator + KRONE * denominator) // (2 * KRONE * denominator) * KRONE
        for numerator, denominator in shares
    ]


def allocate(ore: int, weights: Sequence[int]) -> tuple[int, ...]:
    """A sum of whole kroner in whole kroner by weight; the parts add up to it.

    What is rounded is how much has been given so far, so that no part is further
    from its due than a krone. Nothing needs no weight.
    """
    if not ore:
        return (0,) * len(weights)
    whole = sum(weights)
    given = shares_of(ore, ((so_far, whole) for so_far in accumulate(weights)))
    return tuple(now - before for before, now in pairwise([0, *given]))
