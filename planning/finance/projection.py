"""What a projection is: a municipality's yearly flows and its key figures.

Amounts are øre, rounded to whole kroner. A cost is positive in a cost's field;
`net` is positive where the municipality is better off than with today's systems.
"""

from dataclasses import dataclass, field
from enum import StrEnum

from planning.finance.loans import LoanTerms
from planning.money_facts import Basis


@dataclass(frozen=True, slots=True)
class RestOf:
    """A yearly total, and the loan's yearly payment that is taken from it."""

    total: int
    payment: int
    basis: Basis = Basis.DOCUMENTED
    """How the total is known."""

    @property
    def is_contradicted(self) -> bool:
        """Whether the loan alone comes to more than a total that is to hold it."""
        return self.payment > self.total


@dataclass(frozen=True, slots=True, kw_only=True)
class Sourced:
    """A sum with its range and what it rests on.

    Without a range low and high are the likely sum. `figures` are the keys of the
    sums it is documented by or reckoned from. `per_inhabitant` is what an estimate
    multiplies the population with: low, likely, high, in øre. `rest_of` is of what a
    yearly total leaves beside the loan: its low end goes with the investment's high
    one, so that both come to the total. `cannot_hold` is of a yearly total of which
    nobody says whether the loan is in it, and that the loan alone comes to more than.
    """

    likely: int
    low: int
    high: int
    basis: Basis
    figures: tuple[str, ...] = ()
    per_inhabitant: tuple[int, int, int] | None = None
    rest_of: RestOf | None = None
    cannot_hold: RestOf | None = None

    @property
    def has_range(self) -> bool:
        return self.low != self.high


@dataclass(frozen=True, slots=True, kw_only=True)
class Inputs:
    """What one municipality's projection is reckoned from.

    The investment is one sum, platform, legacy and benefit are a year's, the
    project is the whole of what is spent on it before go-live. `parts` are the
    years that an investment is documented to fall in, relative to go-live's year,
    with what falls in each. `platform_excluding_loan` is the platform cost by the
    other reading of a yearly total that doesn't say whether the loan is in it; None
    where there is but one reading. `term_years` is the documented term of the loan.
    `price_year` is that of all sums; where they differ it is None, and `price_years`
    has them all, the latest last and None after it where there are unknown ones too.
    """

    population: int
    investment: Sourced
    platform: Sourced
    legacy: Sourced
    benefit: Sourced
    project: Sourced
    parts: tuple[tuple[int, int], ...] = ((0, 1),)
    platform_excluding_loan: Sourced | None = None
    term_years: int | None = None
    price_year: int | None = None
    price_years: tuple[int | None, ...] = ()
    is_extrapolated: bool = False
    """Whether the population lies outside those of the documented cases."""

    @property
    def prices(self) -> tuple[int | None, ...]:
        """The price years of the sums: one, or several that differ."""
        return self.price_years or (self.price_year,)


@dataclass(frozen=True, slots=True, kw_only=True)
class YearFlow:
    """One calendar year. `balance` is what is left of the loan at its end."""

    year: int
    investment: int = 0
    loan_drawn: int = 0
    interest: int = 0
    instalment: int = 0
    balance: int = 0
    project: int = 0
    platform: int = 0
    legacy: int = 0
    legacy_saved: int = 0
    benefit: int = 0

    @property
    def cost(self) -> int:
        """What the year's budget bears: the investment itself is on the loan."""
        return self.project + self.platform + self.interest + self.instalment

    @property
    def net(self) -> int:
        """The effect on the year's budget against today's systems."""
        drawn = self.loan_drawn - self.investment
        return self.legacy_saved + self.benefit - self.cost + drawn

    @property
    def net_before_financing(self) -> int:
        """The same with the investment itself in place of its loan."""
        cost = self.project + self.platform + self.investment
        return self.legacy_saved + self.benefit - cost


@dataclass(frozen=True, slots=True, kw_only=True)
class Averages:
    """Yearly averages over the years of the loan."""

    cost: int
    legacy_saved: int
    benefit: int
    net: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """The key figures.

    `npv` is at the end of the go-live year, before financing. `break_even_year` is
    the first year by whose end the flows before financing have come to nothing
    or more, undiscounted; None where they do not within the years reckoned.
    `break_even_benefit_share` is the share of the benefits that must come true for
    the average net to be nothing: nothing where what is saved on today's systems
    pays for it all, more than 1 where all of them are not enough; None where there
    is no benefit.
    """

    average_annual: Averages
    npv: int
    break_even_year: int | None
    break_even_benefit_share: float | None


class ReadingName(StrEnum):
    """How a yearly total is read that doesn't say whether the loan is in it."""

    DEBT_SERVICE_INCLUDED = "debt-service-included"
    DEBT_SERVICE_EXCLUDED = "debt-service-excluded"


@dataclass(frozen=True, slots=True)
class Reading:
    """One reading of a documented total and what comes of it."""

    name: ReadingName
    platform: Sourced
    summary: Summary


class Provenance(StrEnum):
    """How a projection as a whole is known."""

    DOCUMENTED = "documented"
    GIVEN = "given"
    """Nothing is estimated, and the municipality has given some of it itself."""
    PARTLY_DOCUMENTED = "partly-documented"
    """Some of it is documented or given, the rest estimated."""
    ESTIMATED = "estimated"


@dataclass(frozen=True, slots=True, kw_only=True)
class Projection:
    """The whole answer for one municipality.

    `go_live` is the day that costs count from. `years` begin with the first flow
    and end with the loan. `favourable` and `unfavourable` are the same with every
    cost at its low or high end, and what is saved and gained at the other; None
    where nothing has a range. `readings` has two entries where a documented total
    can be read in two ways, else none. `loan` is what the investment is paid with.
    """

    municipality: str
    go_live: int
    legacy_closed: int
    benefits_from: int
    inputs: Inputs
    provenance: Provenance
    years: tuple[YearFlow, ...]
    first_averaged: int
    last_averaged: int
    summary: Summary
    favourable: Summary | None = None
    unfavourable: Summary | None = None
    readings: tuple[Reading, ...] = ()
    loan: LoanTerms = field(default_factory=LoanTerms)
