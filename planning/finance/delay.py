"""What a change costs: the money that differs between two states of the plan.

Compared are the calendar years that both projections reckon with: from the first of
both beginnings to the earlier of the two ends. In a year before a projection begins
today's systems cost their whole yearly sum and nothing else falls due. A loan counts
in full, whenever it is paid: one that is drawn later is paid in full all the same,
and what falls outside the years compared is no gain. After those years the one and
the other cost, save and gain the same. Every sum is after less before, in øre; a
cost that grows is positive.

Present values are compared only where go-live stands: with another go-live they are
of other years, and differ by the calendar alone.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Self

from planning.calendars import to_date
from planning.finance.gains import Gain, flow_in, whole_loan, yearly_gains
from planning.finance.projection import Projection, Sourced
from planning.finance.readings import ChangedReading, changed_reading
from planning.money_facts import Basis, Part


@dataclass(frozen=True, slots=True)
class Difference:
    """A sum after less the same before; `bases` say how both are known.

    What does not differ rests on nothing; nor does anything rest on a figure that is
    missing, and reckoned as nothing.
    """

    ore: int = 0
    bases: frozenset[Basis] = frozenset()

    def __add__(self, other: Self) -> "Difference":
        return Difference(self.ore + other.ore, self.bases | other.bases)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lines:
    """The lines of a budget that differ; the net is made of all but `legacy`.

    `legacy` is what today's systems cost while they run, `legacy_saved` what they
    no longer cost; where only dates move, one is the other with its sign turned.
    `loan` is interest and instalments, over all its years.
    """

    legacy: Difference = Difference()
    legacy_saved: Difference = Difference()
    benefit: Difference = Difference()
    platform: Difference = Difference()
    project: Difference = Difference()
    loan: Difference = Difference()

    @property
    def net(self) -> Difference:
        """How much better off; negative where the change costs money."""
        gains = (self.legacy_saved, self.benefit)
        costs = (self.platform, self.project, self.loan)
        return Difference(
            sum(it.ore for it in gains) - sum(it.ore for it in costs),
            frozenset().union(*(it.bases for it in (*gains, *costs))),
        )

    def __add__(self, other: Self) -> "Lines":
        return Lines(
            legacy=self.legacy + other.legacy,
            legacy_saved=self.legacy_saved + other.legacy_saved,
            benefit=self.benefit + other.benefit,
            platform=self.platform + other.platform,
            project=self.project + other.project,
            loan=self.loan + other.loan,
        )


@dataclass(frozen=True, slots=True)
class Invested:
    """In which years how much is invested, each year once, and how that is known."""

    parts: tuple[Part, ...] = ()
    bases: frozenset[Basis] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Investment:
    """What is invested, before and after."""

    before: Invested = Invested()
    after: Invested = Invested()

    @property
    def is_moved(self) -> bool:
        return self.before.parts != self.after.parts


@dataclass(frozen=True, slots=True)
class PresentValue:
    """A present value at the end of a year, the one of go-live."""

    year: int
    ore: int
    bases: frozenset[Basis]

    def is_as(self, other: Self) -> bool:
        return (self.year, self.ore) == (other.year, other.ore)


@dataclass(frozen=True, slots=True, kw_only=True)
class MovedMoney:
    """What a change moves for one municipality over the years compared.

    `prices` are the price years of its sums before and after. `net_otherwise` is the
    net by the other reading of a documented total; None where there is but one, or it
    is the same. `present_values` are those before and after; None where go-live moved.
    `gains` are what each year is better by, without the loan. `reading` is that of a
    documented total that can't be any more, or can be again.
    """

    municipality: str
    first: int
    last: int
    prices: frozenset[int | None]
    lines: Lines
    net_otherwise: Difference | None
    investment: Investment
    present_values: tuple[PresentValue, PresentValue] | None
    gains: tuple[Gain, ...] = ()
    reading: ChangedReading | None = None

    @property
    def is_moved(self) -> bool:
        has_gains = any(it.ore for it in self.gains)
        has_sums = has_gains or self.lines != Lines() or self.investment.is_moved
        return has_sums or self._is_worth_other

    @property
    def _is_worth_other(self) -> bool:
        if self.present_values is None:
            return False
        before, after = self.present_values
        return not before.is_as(after)


@dataclass(frozen=True, slots=True, kw_only=True)
class MovedMoneyInAll:
    """The same added up; each municipality over its own years.

    Only sums in the prices of most are added; `in_other_prices` are the rest.
    `investment` adds up those that moved, or became another sum.
    """

    municipalities: int
    in_other_prices: int
    first: int
    last: int
    lines: Lines
    investment: Investment


def moved_money(
    before: Mapping[str, Projection], after: Mapping[str, Projection]
) -> tuple[MovedMoney, ...]:
    """The municipalities whose money differs, of those reckoned before and after."""
    pairs = ((was, after[number]) for number, was in before.items() if number in after)
    compared = (compare_money(was, now) for was, now in pairs if was != now)
    return tuple(it for it in compared if it.is_moved)


def compare_money(was: Projection, now: Projection) -> MovedMoney:
    """What differs for one municipality."""
    first = min(was.years[0].year, now.years[0].year)
    last = min(was.years[-1].year, now.years[-1].year)
    years = range(first, last + 1)
    lines = _lines(was, now, years)
    return MovedMoney(
        municipality=now.municipality,
        first=first,
        last=last,
        prices=frozenset((*was.inputs.prices, *now.inputs.prices)),
        lines=lines,
        net_otherwise=_net_otherwise(was, now, years, lines),
        investment=Investment(before=_invested(was), after=_invested(now)),
        present_values=None if was.go_live != now.go_live else (_npv(was), _npv(now)),
        gains=yearly_gains(was, now),
        reading=changed_reading(was.inputs, now.inputs),
    )


def _lines(was: Projection, now: Projection, years: range) -> Lines:
    pairs = [(flow_in(was, year), flow_in(now, year)) for year in years]

    def difference(line: str, field: str) -> Difference:
        """The sum of a field of the years, which rests on one figure."""
        ore = sum(
            getattr(after, field) - getattr(before, field) for before, after in pairs
        )
        return _difference(ore, *(getattr(it.inputs, line) for it in (was, now)))

    return Lines(
        legacy=difference("legacy", "legacy"),
        legacy_saved=difference("legacy", "legacy_saved"),
        benefit=difference("benefit", "benefit"),
        platform=difference("platform", "platform"),
        project=difference("project", "project"),
        loan=_difference(
            whole_loan(now) - whole_loan(was),
            was.inputs.investment,
            now.inputs.investment,
        ),
    )


def _net_otherwise(
    was: Projection, now: Projection, years: range, lines: Lines
) -> Difference | None:
    platforms = [_platform_otherwise(it, years) for it in (was, now)]
    if platforms[0] is None or platforms[1] is None:
        return None
    # The other platform cost in place of the one that the lines have.
    ore = lines.net.ore + lines.platform.ore - (platforms[1] - platforms[0])
    return None if ore == lines.net.ore else Difference(ore, lines.net.bases)


def _platform_otherwise(projection: Projection, years: range) -> int | None:
    """What the platform costs by the other reading: the same from year to year."""
    other = projection.inputs.platform_excluding_loan
    if other is None:
        return None
    first, last = projection.first_averaged, projection.last_averaged
    return other.likely * sum(first <= year <= last for year in years)


def _difference(ore: int, *rests_on: Sourced) -> Difference:
    return Difference(ore, _known(*rests_on)) if ore else Difference()


def _invested(projection: Projection) -> Invested:
    parts = (Part(it.year, it.investment) for it in projection.years if it.investment)
    return Invested(tuple(parts), _known(projection.inputs.investment))


def _npv(projection: Projection) -> PresentValue:
    year = to_date(projection.go_live).year
    return PresentValue(year, projection.summary.npv, _result_bases(projection))


def _result_bases(projection: Projection) -> frozenset[Basis]:
    """How all that a result rests on is known."""
    it = projection.inputs
    return _known(it.investment, it.platform, it.legacy, it.benefit, it.project)


def _known(*sums: Sourced) -> frozenset[Basis]:
    return frozenset(it.basis for it in sums) - {Basis.MISSING}


def money_in_all(moved: Iterable[MovedMoney]) -> MovedMoneyInAll | None:
    """What the change moves in all; None where it moves no money."""
    found = tuple(moved)
    if not found:
        return None
    ((most, _count),) = Counter(it.prices for it in found).most_common(1)
    every = [it for it in found if it.prices == most]
    return MovedMoneyInAll(
        municipalities=len(every),
        in_other_prices=len(found) - len(every),
        first=min(it.first for it in every),
        last=max(it.last for it in every),
        lines=sum((it.lines for it in every), start=Lines()),
        investment=_invested_in_all(it.investment for it in every),
    )


def _invested_in_all(investments: Iterable[Investment]) -> Investment:
    moved = [it for it in investments if it.is_moved]
    return Investment(
        before=_together(it.before for it in moved),
        after=_together(it.after for it in moved),
    )


def _together(invested: Iterable[Invested]) -> Invested:
    every = tuple(invested)
    return Invested(
        _by_year(part for it in every for part in it.parts),
        frozenset().union(*(it.bases for it in every)),
    )


def _by_year(parts: Iterable[Part]) -> tuple[Part, ...]:
    sums: Counter[int] = Counter()
    for part in parts:
        sums[part.year] += part.ore
    return tuple(Part(year, sums[year]) for year in sorted(sums))
