"""The least instalment that the law asks for, reckoned for one loan alone.

The Norwegian municipal act (kommuneloven of 2018) § 14-18, first paragraph: the
instalments of a year are in all at least the year's depreciation, times the debt
over the book value of what is depreciated, both when the year begins:

    minimum = depreciation * debt / book value

The law asks it of all loans and assets of a municipality together. Here it is
reckoned as if the municipality had this loan and this asset only, which is written
off evenly from the year after go-live: a loan that falls short of it has to be made
up for by others. With D years of depreciation the fraction is debt / (years left).
Amounts are øre; the minimum is rounded down to the whole krone, so that nothing
falls short by rounding.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from planning.finance.projection import Projection, YearFlow
from planning.money import KRONE


@dataclass(frozen=True, slots=True)
class MinimumInstalment:
    """What the law asks of this loan in a year, and what is paid."""

    year: int
    minimum: int
    instalment: int

    @property
    def is_met(self) -> bool:
        return self.instalment >= self.minimum

    @property
    def shortfall(self) -> int:
        return max(self.minimum - self.instalment, 0)


def check_instalments(
    projection: Projection, *, depreciation_years: int
) -> tuple[MinimumInstalment, ...]:
    """The minimum of each year of the loan beside its instalment."""
    years = [
        flow for flow in projection.years if flow.year >= projection.first_averaged
    ]
    return minimum_instalments(years, depreciation_years=depreciation_years)


def minimum_instalments(
    years: Iterable[YearFlow], *, depreciation_years: int
) -> tuple[MinimumInstalment, ...]:
    """The minimum of each year; the first is the first year of depreciation.

    Once the asset is written off the fraction gives no answer, and a debt without
    an asset is due: the minimum is all that is left.

    Raises:
        ValueError: where nothing is written off in any year.
    """
    if depreciation_years < 1:
        raise ValueError(f"an asset is written off over a year: {depreciation_years}")
    found = []
    for passed, flow in enumerate(years):
        debt = flow.balance + flow.instalment
        left = max(depreciation_years - passed, 1)
        minimum = debt // (left * KRONE) * KRONE
        found.append(MinimumInstalment(flow.year, minimum, flow.instalment))
    return tuple(found)
