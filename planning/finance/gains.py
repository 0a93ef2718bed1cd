"""How much better off a municipality is from year to year, its loan apart.

Before a projection begins nothing is gained: today's systems run on. After it ends
every year is as its last one. So the gains of one state less those of another can be
added up to any year, whichever years the two reckon with.
"""

from dataclasses import dataclass
from itertools import groupby

from planning.finance.projection import Projection, YearFlow


@dataclass(frozen=True, slots=True)
class Gain:
    """By how much, in øre, each year from `first` to `last` is better."""

    first: int
    last: int
    ore: int


def yearly_gains(was: Projection, now: Projection) -> tuple[Gain, ...]:
    """What is gained from year to year, after less before; the last goes on so."""
    first = min(was.years[0].year, now.years[0].year)
    last = max(was.years[-1].year, now.years[-1].year)
    years = range(first, last + 1)
    alike = groupby(years, key=lambda year: _gained(now, year) - _gained(was, year))
    found = ((ore, list(these)) for ore, these in alike)
    return tuple(Gain(these[0], these[-1], ore) for ore, these in found)


def _gained(projection: Projection, year: int) -> int:
    it = flow_in(projection, min(year, projection.years[-1].year))
    return it.legacy_saved + it.benefit - it.platform - it.project


def flow_in(projection: Projection, year: int) -> YearFlow:
    """A year of a projection; before its first, today's systems run on."""
    index = year - projection.years[0].year
    if index < 0:
        return YearFlow(year=year, legacy=projection.inputs.legacy.likely)
    return projection.years[index]


def whole_loan(projection: Projection) -> int:
    """Interest and instalments of all years."""
    return sum(it.interest + it.instalment for it in projection.years)
