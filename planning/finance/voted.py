"""What a council has voted, beside what is reckoned for the same year.

A vote pays for a cost: it is never added to one. It is compared where both are of
the same kind and in the prices of the same year; where neither says of which year, as
they stand. No sum is converted. What is reckoned spans both ends of the estimates and
both readings of a yearly total. A council often votes the one-off sum for another year
than it is reckoned for: all of it stands beside all that is voted too, as the figures
stand, with what keeps them from being alike. Amounts are øre.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from planning.finance.projection import Inputs, Projection, YearFlow
from planning.money_facts import Basis

Prices = tuple[int | None, ...]


class Purpose(StrEnum):
    """What a sum is voted for; the values stand in rows."""

    NOT_SAID = ""
    INVESTMENT = "investment"
    RUNNING = "running"
    """What the budget of a year bears, interest and instalments too."""
    OTHER = "other"
    """What no projection reckons with, such as shares."""


class Apart(StrEnum):
    """Why a vote is not compared with what is reckoned."""

    NOT_SAID = "not-said"
    OTHER = "other"
    NOT_RECKONED = "not-reckoned"
    """The municipality has no date, or nobody knows what it is to cost."""
    OTHER_PRICES = "other-prices"
    BEYOND = "beyond"
    """The year comes after all that are reckoned."""


class Standing(StrEnum):
    """Where a vote stands to what is reckoned, from its lower to its higher end."""

    BELOW = "below"
    WITHIN = "within"
    ABOVE = "above"


@dataclass(frozen=True, slots=True, kw_only=True)
class Vote:
    """A sum of a decision for a year; `price_year` where the decision says it."""

    year: int
    ore: int
    purpose: Purpose = Purpose.NOT_SAID
    price_year: int | None = None


@dataclass(frozen=True, slots=True)
class Reckoned:
    """What is reckoned for a year; without a range all three are the same."""

    likely: int
    low: int
    high: int

    @property
    def has_range(self) -> bool:
        return self.low != self.high


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """What is voted for one year, purpose and price year.

    `reckoned` is None where `apart` says why it is not compared.
    """

    year: int
    purpose: Purpose
    price_year: int | None
    voted: int
    reckoned: Reckoned | None = None
    apart: Apart | None = None

    @property
    def difference(self) -> int:
        """How much more is voted than is likely; nothing where it isn't compared."""
        return 0 if self.reckoned is None else self.voted - self.reckoned.likely

    @property
    def standing(self) -> Standing | None:
        """Where it stands; None where it isn't compared."""
        if self.reckoned is None:
            return None
        if self.voted < self.reckoned.low:
            return Standing.BELOW
        return Standing.ABOVE if self.voted > self.reckoned.high else Standing.WITHIN


@dataclass(frozen=True, slots=True, kw_only=True)
class ReckonedYears:
    """What is reckoned of one municipality, by year and purpose, up to `last`."""

    prices: Prices
    last: int
    sums: Mapping[tuple[Purpose, int], Reckoned]
    known: frozenset[Purpose]

    def of(self, purpose: Purpose, year: int) -> Reckoned:
        """What is reckoned for a year: nothing before the first."""
        return self.sums.get((purpose, year), Reckoned(0, 0, 0))

    def in_all(self, purpose: Purpose) -> Reckoned:
        """What is reckoned for all years together."""
        found = [it for (of, _year), it in self.sums.items() if of is purpose]
        return Reckoned(
            sum(it.likely for it in found),
            sum(it.low for it in found),
            sum(it.high for it in found),
        )

    def years_of(self, purpose: Purpose) -> tuple[int, ...]:
        """The years that anything is reckoned for."""
        return tuple(
            sorted(
                year
                for (of, year), it in self.sums.items()
                if of == purpose and it.high
            )
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class OneOff:
    """All that is voted for the investment, beside all of it that is reckoned.

    `votes` are the sums by their price year: of several none is added to another, so
    that there is no difference.
    """

    votes: Mapping[int | None, int]
    years: tuple[int, ...]
    reckoned: Reckoned
    reckoned_years: tuple[int, ...]
    prices: Prices

    @property
    def voted(self) -> int | None:
        """What is voted in all; None where it is in prices of several years."""
        return next(iter(self.votes.values())) if len(self.votes) == 1 else None

    @property
    def is_in_same_prices(self) -> bool:
        """Whether both are in the prices of the same year."""
        return self.prices == tuple(self.votes)

    @property
    def is_for_same_years(self) -> bool:
        """Whether it is voted for the years that it is reckoned for."""
        return self.years == self.reckoned_years

    @property
    def is_told_by_year(self) -> bool:
        """Whether the year alone says all that there is to say."""
        is_one_year = self.is_for_same_years and len(self.years) == 1
        return is_one_year and self.is_in_same_prices


def reckon_years(likely: Projection, ends: Sequence[Projection]) -> ReckonedYears:
    """The years of a projection with the span of its ends and readings."""
    found: dict[tuple[Purpose, int], list[int]] = {}
    for projection in (likely, *ends):
        for flow in projection.years:
            kept = found.setdefault((Purpose.INVESTMENT, flow.year), [])
            kept.append(flow.investment)
            running = found.setdefault((Purpose.RUNNING, flow.year), [])
            running.extend(_running(flow, projection))
    return ReckonedYears(
        prices=likely.inputs.prices,
        last=likely.years[-1].year,
        # The likely sum came first.
        sums={key: Reckoned(it[0], min(it), max(it)) for key, it in found.items()},
        known=_known(likely.inputs),
    )


def compare_votes(
    votes: Iterable[Vote], reckoned: ReckonedYears | None
) -> tuple[Compared, ...]:
    """What is voted by year, purpose and price year, each beside what is reckoned.

    `reckoned` is None of a municipality without a date.
    """
    sums: dict[tuple[int, Purpose, int | None], int] = {}
    for it in votes:
        key = (it.year, it.purpose, it.price_year)
        sums[key] = sums.get(key, 0) + it.ore
    return tuple(
        _compared(
            Vote(year=year, purpose=purpose, price_year=prices, ore=ore), reckoned
        )
        for (year, purpose, prices), ore in sorted(sums.items(), key=_in_order)
    )


def compare_one_off(
    votes: Iterable[Vote], reckoned: ReckonedYears | None
) -> OneOff | None:
    """The investment in all; None where nothing is voted, or nothing reckoned."""
    found = [it for it in votes if it.purpose is Purpose.INVESTMENT]
    if not found or reckoned is None or Purpose.INVESTMENT not in reckoned.known:
        return None
    return OneOff(
        votes=sum_by_prices(found),
        years=tuple(sorted({it.year for it in found})),
        reckoned=reckoned.in_all(Purpose.INVESTMENT),
        reckoned_years=reckoned.years_of(Purpose.INVESTMENT),
        prices=reckoned.prices,
    )


def sum_by_prices(votes: Iterable[Vote]) -> dict[int | None, int]:
    """What is voted in all, the sums of each price year apart; the unknown one last."""
    sums: dict[int | None, int] = {}
    for it in votes:
        sums[it.price_year] = sums.get(it.price_year, 0) + it.ore
    return dict(sorted(sums.items(), key=lambda it: _rank(it[0])))


def _compared(vote: Vote, reckoned: ReckonedYears | None) -> Compared:
    apart = _why_apart(vote, reckoned)
    beside = None
    if apart is None and reckoned is not None:
        beside = reckoned.of(vote.purpose, vote.year)
    return Compared(
        year=vote.year,
        purpose=vote.purpose,
        price_year=vote.price_year,
        voted=vote.ore,
        reckoned=beside,
        apart=apart,
    )


def _why_apart(vote: Vote, reckoned: ReckonedYears | None) -> Apart | None:
    if vote.purpose is Purpose.NOT_SAID:
        return Apart.NOT_SAID
    if vote.purpose is Purpose.OTHER:
        return Apart.OTHER
    if reckoned is None or vote.purpose not in reckoned.known:
        return Apart.NOT_RECKONED
    if vote.year > reckoned.last:
        return Apart.BEYOND
    return None if reckoned.prices == (vote.price_year,) else Apart.OTHER_PRICES


def _running(flow: YearFlow, projection: Projection) -> list[int]:
    """What a year's budget bears, by each reading of a yearly total."""
    others = [
        flow.cost - flow.platform + reading.platform.likely
        for reading in projection.readings[1:]
        # A yearly total is level from the year after go-live's.
        if flow.year >= projection.first_averaged
    ]
    return [flow.cost, *others]


def _known(inputs: Inputs) -> frozenset[Purpose]:
    """What is reckoned from anything at all."""
    if inputs.investment.basis is Basis.MISSING:
        return frozenset()
    if inputs.platform.basis is Basis.MISSING:
        return frozenset({Purpose.INVESTMENT})
    return frozenset({Purpose.INVESTMENT, Purpose.RUNNING})


ORDER = (*tuple(Purpose)[1:], Purpose.NOT_SAID)


def _in_order(item: tuple[tuple[int, Purpose, int | None], int]) -> tuple[object, ...]:
    (year, purpose, price_year), _ore = item
    return (year, ORDER.index(purpose), _rank(price_year))


def _rank(price_year: int | None) -> tuple[bool, int]:
    return price_year is None, price_year or 0
