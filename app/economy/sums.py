"""Sums over municipalities, with what is known and what is estimated apart.

Amounts are øre. A sum is known where sources or the municipality itself give it, or
it is reckoned from such sums alone; of the rest the sum of the low and of the high
ends is kept, which is wider than the truth is likely to be. A net is known only
where everything in it is. A documented sum that can be read in two ways counts as
estimated, from the one reading to the other. Sums in the prices of different years
are never added.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from app.money_words import UNSURE, cost_basis, result_basis
from planning.finance.projection import Projection, Sourced, Summary, YearFlow
from planning.money_facts import Basis


@dataclass(frozen=True, slots=True, kw_only=True)
class Sum:
    """Øre in all: what is known, and what is estimated with its range."""

    known: int = 0
    estimated: int = 0
    low: int = 0
    high: int = 0

    @property
    def total(self) -> int:
        return self.known + self.estimated

    def __add__(self, other: "Sum") -> "Sum":
        return Sum(
            known=self.known + other.known,
            estimated=self.estimated + other.estimated,
            low=self.low + other.low,
            high=self.high + other.high,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupSums:
    """What some municipalities come to together: once, and a year on average."""

    municipalities: int = 0
    documented: int = 0
    """How many of them have an investment that is known."""
    population: int = 0
    investment: Sum = Sum()
    cost: Sum = Sum()
    legacy_saved: Sum = Sum()
    benefit: Sum = Sum()
    net: Sum = Sum()

    def __add__(self, other: "GroupSums") -> "GroupSums":
        return GroupSums(
            municipalities=self.municipalities + other.municipalities,
            documented=self.documented + other.documented,
            population=self.population + other.population,
            investment=self.investment + other.investment,
            cost=self.cost + other.cost,
            legacy_saved=self.legacy_saved + other.legacy_saved,
            benefit=self.benefit + other.benefit,
            net=self.net + other.net,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class YearSums:
    """One calendar year of some municipalities; `loans` is interest and instalments.

    `municipalities` are those whose reckoned years hold this one.
    """

    year: int
    municipalities: int = 0
    investment: Sum = Sum()
    loans: Sum = Sum()
    project: Sum = Sum()
    platform: Sum = Sum()
    legacy_saved: Sum = Sum()
    benefit: Sum = Sum()
    net: Sum = Sum()

    def __add__(self, other: "YearSums") -> "YearSums":
        return replace(
            self,
            municipalities=self.municipalities + other.municipalities,
            investment=self.investment + other.investment,
            loans=self.loans + other.loans,
            project=self.project + other.project,
            platform=self.platform + other.platform,
            legacy_saved=self.legacy_saved + other.legacy_saved,
            benefit=self.benefit + other.benefit,
            net=self.net + other.net,
        )


def is_known(basis: Basis) -> bool:
    """Whether a figure of this basis is no estimate."""
    return basis not in UNSURE


def sourced_sum(figure: Sourced) -> Sum:
    """One figure as a sum."""
    known = is_known(figure.basis)
    return as_sum(figure.likely, figure.low, figure.high, known=known)


def net_sum(projection: Projection) -> Sum:
    """A municipality's yearly net on average, from its worst case to its best."""
    worst, best = ends(projection)
    return as_sum(
        projection.summary.average_annual.net,
        worst.average_annual.net,
        best.average_annual.net,
        known=is_net_known(projection),
    )


def is_net_known(projection: Projection) -> bool:
    """Whether everything that the net is made of is known, in one reading."""
    return is_known(result_basis(projection.inputs)) and not projection.readings


def is_cost_known(projection: Projection) -> bool:
    """Whether what a year costs is known, in one reading."""
    return is_known(cost_basis(projection)) and not projection.readings


def ends(projection: Projection) -> tuple[Summary, Summary]:
    """The key figures at the worst and at the best end of all ranges and readings."""
    summary = projection.summary
    found = [
        projection.unfavourable or summary,
        projection.favourable or summary,
        *(reading.summary for reading in projection.readings),
    ]
    by_net = sorted(found, key=lambda it: it.average_annual.net)
    return by_net[0], by_net[-1]


def as_sum(likely: int, low: int, high: int, *, known: bool) -> Sum:
    """A likely sum with its ends; what is known has none."""
    return Sum(known=likely) if known else Sum(estimated=likely, low=low, high=high)


def group_of(projection: Projection) -> GroupSums:
    """What one municipality adds to its groups."""
    inputs = projection.inputs
    worst, best = (it.average_annual for it in ends(projection))
    average = projection.summary.average_annual
    return GroupSums(
        municipalities=1,
        documented=int(is_known(inputs.investment.basis)),
        population=inputs.population,
        investment=sourced_sum(inputs.investment),
        cost=as_sum(
            average.cost, best.cost, worst.cost, known=is_cost_known(projection)
        ),
        legacy_saved=as_sum(
            average.legacy_saved,
            worst.legacy_saved,
            best.legacy_saved,
            known=is_known(inputs.legacy.basis),
        ),
        benefit=as_sum(
            average.benefit,
            worst.benefit,
            best.benefit,
            known=is_known(inputs.benefit.basis),
        ),
        net=net_sum(projection),
    )


def sum_groups(
    projections: Iterable[Projection], key_of: Mapping[str, str]
) -> dict[str, GroupSums]:
    """The sums by whatever group each municipality is in; "" is none."""
    found: dict[str, GroupSums] = {}
    for projection in projections:
        key = key_of.get(projection.municipality, "")
        found[key] = found.get(key, GroupSums()) + group_of(projection)
    return found


def sum_all(projections: Iterable[Projection]) -> GroupSums:
    """The sums of all."""
    return sum(map(group_of, projections), start=GroupSums())


def sum_years(projections: Iterable[Projection]) -> tuple[YearSums, ...]:
    """The sums of every year that anybody's projection holds, in order."""
    found: dict[int, YearSums] = {}
    for projection in projections:
        for flow in projection.years:
            before = found.get(flow.year) or YearSums(year=flow.year)
            found[flow.year] = before + _year_of(flow, projection)
    return tuple(found[year] for year in sorted(found))


def _year_of(flow: YearFlow, projection: Projection) -> YearSums:
    inputs = projection.inputs
    loan = is_known(inputs.investment.basis)
    platform = is_known(inputs.platform.basis) and not projection.readings
    return YearSums(
        year=flow.year,
        municipalities=1,
        investment=_flow(flow.investment, known=loan),
        loans=_flow(flow.interest + flow.instalment, known=loan),
        project=_flow(flow.project, known=is_known(inputs.project.basis)),
        platform=_flow(flow.platform, known=platform),
        legacy_saved=_flow(flow.legacy_saved, known=is_known(inputs.legacy.basis)),
        benefit=_flow(flow.benefit, known=is_known(inputs.benefit.basis)),
        net=_flow(flow.net, known=is_net_known(projection)),
    )


def _flow(ore: int, *, known: bool) -> Sum:
    """A year's flow; ranges are told of whole municipalities, not of single years."""
    return as_sum(ore, ore, ore, known=known)


def comparable(
    projections: Mapping[str, Projection],
) -> tuple[Sequence[Projection], Sequence[Projection]]:
    """The projections in the prices that most are in, and those in others."""
    years = Counter(it.inputs.prices for it in projections.values())
    if not years:
        return (), ()
    (most, _count), *_rest = years.most_common()
    kept = [it for it in projections.values() if it.inputs.prices == most]
    left = [it for it in projections.values() if it.inputs.prices != most]
    return kept, left
