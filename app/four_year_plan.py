"""The part of a projection that a municipality's economic plan covers.

A council adopts it every autumn for the four years that follow. Amounts are øre.
"""

from dataclasses import dataclass

from planning.calendars import to_date
from planning.finance.projection import Projection

YEARS = 4


@dataclass(frozen=True, slots=True)
class PlanYear:
    """The effect on one year's budget; nothing before the first flow."""

    year: int
    cost: int
    legacy_saved: int
    benefit: int
    net: int


@dataclass(frozen=True, slots=True)
class FourYearPlan:
    """The four years after the status date's, and what they come to."""

    years: tuple[PlanYear, ...]

    @property
    def first(self) -> int:
        return self.years[0].year

    @property
    def last(self) -> int:
        return self.years[-1].year

    @property
    def net(self) -> int:
        return sum(it.net for it in self.years)


def four_year_plan(projection: Projection, status_date: int) -> FourYearPlan:
    """What the plan to be adopted next is told of a projection."""
    first = to_date(status_date).year + 1
    flows = {it.year: it for it in projection.years}
    years = []
    for year in range(first, first + YEARS):
        flow = flows.get(year)
        if flow is None:
            years.append(PlanYear(year, 0, 0, 0, 0))
        else:
            years.append(
                PlanYear(year, flow.cost, flow.legacy_saved, flow.benefit, flow.net)
            )
    return FourYearPlan(tuple(years))
