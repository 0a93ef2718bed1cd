"""What a shared cost becomes for the others when somebody declines, defers or leaves.

The cost itself is taken not to fall: what one no longer bears, the others bear. Days
are ordinals, a membership is half-open, amounts are øre of whole kroner.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from planning.evaluate import Evaluation
from planning.money import round_to_krone
from planning.rights.cost_keys import Cost, CostKey, Member, Run, Split, split


class Way(StrEnum):
    """What a municipality does; the values stand in addresses."""

    DECLINES = "declines"
    DEFERS = "defers"
    LEAVES = "leaves"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """Who does what; `day` is the new go-live, or the day on which membership ends."""

    numbers: frozenset[str]
    way: Way
    day: int | None = None

    def __post_init__(self) -> None:
        if (self.day is None) != (self.way is Way.DECLINES):
            raise ValueError(f"who {self.way} has another day: {self.day}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """What one pays over the years, as planned and after the step."""

    number: str
    before: int
    after: int

    @property
    def change(self) -> int:
        return self.after - self.before


@dataclass(frozen=True, slots=True, kw_only=True)
class Resplit:
    """The same cost shared twice."""

    before: Split
    after: Split
    gone: frozenset[str]

    @property
    def lines(self) -> tuple[Line, ...]:
        """Everybody that pays in one of the two, in the order of the members."""
        return tuple(
            line
            for number in self.before.paid
            if (line := self.line(number)).before or line.after
        )

    @property
    def others(self) -> tuple[Line, ...]:
        """Those who do nothing themselves."""
        return tuple(it for it in self.lines if it.number not in self.gone)

    def line(self, number: str) -> Line:
        return Line(
            number=number,
            before=self.before.in_all(number),
            after=self.after.in_all(number),
        )

    def changes(self, number: str) -> tuple[int, ...]:
        """What a year costs one more or less."""
        pairs = zip(
            self.before.paid[number],
            self.after.paid.get(number, (0,) * len(self.before.years)),
            strict=True,
        )
        return tuple(after - before for before, after in pairs)


def resplit(
    costs: Mapping[int, Cost],
    members: Sequence[Member],
    keys: Sequence[CostKey],
    step: Step,
) -> Resplit:
    """Share the cost of each year with and without the step."""
    return Resplit(
        before=split(costs, members, keys),
        after=split(costs, tuple(_after(members, step)), keys),
        gone=step.numbers,
    )


def resplit_recorded(
    costs: Mapping[int, Cost],
    members: Sequence[Member],
    keys: Sequence[CostKey],
    numbers: frozenset[str],
) -> Resplit:
    """Share the cost as if some had stayed, and as they leave by what is recorded."""
    stayed = (replace(it, end=None) if it.number in numbers else it for it in members)
    return Resplit(
        before=split(costs, tuple(stayed), keys),
        after=split(costs, members, keys),
        gone=numbers,
    )


def _after(members: Sequence[Member], step: Step) -> Iterator[Member]:
    for member in members:
        if member.number not in step.numbers:
            yield member
        elif step.way is Way.DEFERS and step.day is not None:
            # Who was to come later still is not made to come earlier by waiting.
            yield replace(member, first=max(member.first, step.day))
        elif step.day is not None and step.day > member.first:
            ends = (it for it in (member.end, step.day) if it is not None)
            yield replace(member, end=min(ends))


def members_of(
    evaluation: Evaluation,
    *,
    holdings: Mapping[str, int],
    left: Mapping[str, int],
) -> tuple[Member, ...]:
    """Who shares by the plan: everybody with a date, from its go-live on.

    Args:
        evaluation: the plan; who has no date in it takes no part.
        holdings: the shares of each that are entered.
        left: the day on which the membership of some ends.
    """
    projections = evaluation.projections
    return tuple(
        Member(
            number=it.number,
            population=it.population,
            first=projections[it.number].go_live,
            end=left.get(it.number),
            holding=holdings.get(it.number),
        )
        for it in evaluation.snapshot.municipalities
        if it.number in projections
    )


def estimated_costs(evaluation: Evaluation, years: range) -> dict[int, Cost]:
    """What all of them pay a year for the platform by the projections of the plan.

    Past the years that a projection has, it is taken to go on as it was.
    """
    projections = evaluation.projections.values()
    runs = tuple(
        Run(it.go_live, it.inputs.platform.likely)
        for it in projections
        if it.inputs.platform.likely
    )
    sums = dict.fromkeys(years, 0)
    for projection in projections:
        told = {it.year: it.platform for it in projection.years}
        yearly = round_to_krone(projection.inputs.platform.likely)
        last = max(told, default=0)
        for year in years:
            sums[year] += told.get(year, yearly if year > last else 0)
    return {year: Cost(ore, runs) for year, ore in sums.items()}
