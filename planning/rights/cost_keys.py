"""How a cost that municipalities bear together is shared between them.

A key says which part is shared by population, which equally and which by holding of
shares, in whole percent; it holds from a day to another, both inside, or for good.
Whoever is a member on a day shares that day's cost. Days are ordinals, amounts øre of
whole kroner; the parts always add up to what is shared.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from planning.finance.shares import first_day
from planning.money import allocate

WHOLE = 100


class KeyKind(StrEnum):
    """What a key shares by."""

    POPULATION = "population"
    EQUAL = "equal"
    HOLDING = "holding"
    MIXED = "mixed"


@dataclass(frozen=True, slots=True, kw_only=True)
class CostKey:
    """One key and the days on which it holds; without a last one it is for good."""

    first: int
    last: int | None = None
    population: int = 0
    equal: int = 0
    holding: int = 0

    def __post_init__(self) -> None:
        parts = self.parts.values()
        if min(parts) < 0 or sum(parts) != WHOLE:
            raise ValueError(f"a key shares 100 percent: {tuple(parts)}")
        if self.last is not None and self.last < self.first:
            raise ValueError(f"a key needs a day: {self.first} to {self.last}")

    @property
    def parts(self) -> Mapping[KeyKind, int]:
        """The percent that are shared by each measure."""
        return {
            KeyKind.POPULATION: self.population,
            KeyKind.EQUAL: self.equal,
            KeyKind.HOLDING: self.holding,
        }

    @property
    def kind(self) -> KeyKind:
        return next(
            (kind for kind, part in self.parts.items() if part == WHOLE), KeyKind.MIXED
        )

    def holds_on(self, day: int) -> bool:
        return self.first <= day and (self.last is None or day <= self.last)


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """Who shares the cost from a day up to, not including, another, or for good.

    `holding` is a number of shares; None where it is not entered.
    """

    number: str
    population: int
    first: int
    end: int | None = None
    holding: int | None = None

    def is_in(self, day: int) -> bool:
        return self.first <= day and (self.end is None or day < self.end)


@dataclass(frozen=True, slots=True)
class Run:
    """What runs from a day on and makes up a cost: so much of it a year."""

    first: int
    yearly: int


@dataclass(frozen=True, slots=True)
class Cost:
    """What is shared in a year; it accrues by what runs, else evenly over the days."""

    ore: int
    runs: tuple[Run, ...] = ()

    def weight(self, start: int, end: int) -> int:
        """How much of it falls on days on which nothing comes or goes."""
        running = sum(it.yearly for it in self.runs if it.first <= start)
        return (end - start) * (running if self.runs else 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Split:
    """What each pays in each year, and what of a year nobody can be asked for.

    `unshared` is of days without a member, without a key, or with a key by holdings
    while none is entered.
    """

    years: tuple[int, ...]
    paid: Mapping[str, tuple[int, ...]]
    unshared: tuple[int, ...]

    def in_all(self, number: str) -> int:
        """What one pays over the years."""
        return sum(self.paid.get(number, ()))


def key_in_force(keys: Iterable[CostKey], day: int) -> CostKey | None:
    """The key that holds on a day; of several the one that began last."""
    found = [it for it in keys if it.holds_on(day)]
    return max(found, key=lambda it: it.first, default=None)


def keys_of_year(keys: Sequence[CostKey], year: int) -> tuple[CostKey, ...]:
    """The keys that are in force on some day of a year, in that order."""
    start, end = first_day(year), first_day(year + 1)
    days = sorted({start, *(it for it in _borders((), keys) if start < it < end)})
    found = (key_in_force(keys, day) for day in days)
    return tuple(dict.fromkeys(it for it in found if it is not None))


def split(
    costs: Mapping[int, Cost], members: Sequence[Member], keys: Sequence[CostKey]
) -> Split:
    """Share the cost of each calendar year between those who are members by then."""
    years = tuple(sorted(costs))
    paid = {it.number: [0] * len(years) for it in members}
    unshared = [0] * len(years)
    for at, year in enumerate(years):
        cost = costs[year]
        spans = _spans(year, members, keys, cost.runs)
        parts = allocate(cost.ore, [cost.weight(*span) for span in spans])
        for (start, _end), part in zip(spans, parts, strict=True):
            shares = share(
                part, [it for it in members if it.is_in(start)], keys, day=start
            )
            for number, ore in shares.items():
                paid[number][at] += ore
            unshared[at] += part - sum(shares.values())
    return Split(
        years=years,
        paid={number: tuple(of_years) for number, of_years in paid.items()},
        unshared=tuple(unshared),
    )


def share(
    ore: int, members: Sequence[Member], keys: Sequence[CostKey], *, day: int
) -> dict[str, int]:
    """A sum shared by the key of a day; nobody has a part where it can't be."""
    key = key_in_force(keys, day)
    if key is None or not members:
        return {}
    parts = allocate(ore, tuple(key.parts.values()))
    paid = dict.fromkeys((it.number for it in members), 0)
    for kind, part in zip(key.parts, parts, strict=True):
        weights = [_weight(kind, it) for it in members]
        if not sum(weights):
            continue
        for member, its in zip(members, allocate(part, weights), strict=True):
            paid[member.number] += its
    return paid


def _weight(kind: KeyKind, member: Member) -> int:
    match kind:
        case KeyKind.POPULATION:
            return member.population
        case KeyKind.HOLDING:
            return member.holding or 0
        case _:
            return 1


def _spans(
    year: int,
    members: Sequence[Member],
    keys: Sequence[CostKey],
    runs: Sequence[Run],
) -> list[tuple[int, int]]:
    """The days of a year, parted where a member, a key or a cost comes or goes."""
    start, end = first_day(year), first_day(year + 1)
    borders = (*_borders(members, keys), *(it.first for it in runs))
    inside = {it for it in borders if start < it < end}
    days = [start, *sorted(inside), end]
    return list(pairwise(days))


def _borders(members: Iterable[Member], keys: Iterable[CostKey]) -> Iterator[int]:
    for member in members:
        yield member.first
        if member.end is not None:
            yield member.end
    for key in keys:
        yield key.first
        if key.last is not None:
            yield key.last + 1
