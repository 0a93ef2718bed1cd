"""What the engine is given about money: documented sums and assumptions.

Amounts are whole øre. A figure is one sum that a source or a decision gives for one
municipality; what nobody has said is not here, and is estimated from what is.
"""

from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

# What nobody borrows, writes off or waits for longer than.
LONGEST_YEARS = 100


class FigureKind(StrEnum):
    """What a sum is of; the values stand in files."""

    INVESTMENT = "investment-one-off"
    ANNUAL_TOTAL = "annual-cost-total"
    """Yearly cost in all; `DebtService` says whether the loan is in it."""
    PLATFORM = "annual-platform-cost"
    LEGACY = "annual-legacy-cost"
    BENEFIT = "annual-gain"
    PROJECT = "project-cost"
    """Own cost of the introduction before go-live, in all."""


class DebtService(StrEnum):
    """Whether a yearly total holds interest and instalments of the investment."""

    INCLUDED = "included"
    EXCLUDED = "excluded"
    NOT_SAID = "not-said"


class Basis(StrEnum):
    """How a figure is known, from the surest to what is missing."""

    DOCUMENTED = "documented"
    DECIDED = "decided"
    """Entered on the municipality's own word."""
    DERIVED = "derived"
    """Reckoned from documented figures of the same municipality."""
    ESTIMATED = "estimated"
    """From population and several documented cases; it has a range."""
    ONE_CASE = "one-case"
    """From population and a single documented case; it has no range."""
    MISSING = "missing"
    """Nobody has said, and there is no case to go by: reckoned as nothing."""


KNOWN = frozenset({Basis.DOCUMENTED, Basis.DECIDED, Basis.DERIVED})
"""What rests on the municipality's own figures alone."""


class LoanKind(StrEnum):
    """How a loan is paid back."""

    ANNUITY = "annuity"
    SERIAL = "serial"


@dataclass(frozen=True, slots=True)
class Part:
    """What falls due in one calendar year."""

    year: int
    ore: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One sum of one municipality; `parts` where its years are documented."""

    key: str
    municipality: str
    kind: FigureKind
    ore: int
    basis: Basis = Basis.DOCUMENTED
    parts: tuple[Part, ...] = ()
    term_years: int | None = None
    price_year: int | None = None
    debt_service: DebtService = DebtService.NOT_SAID

    def __post_init__(self) -> None:
        if min(self.ore, *(part.ore for part in self.parts), 0) < 0:
            raise ValueError(f"a sum is not negative: {self.key}")
        if self.term_years is not None and not 1 <= self.term_years <= LONGEST_YEARS:
            raise ValueError(f"not the years of a loan: {self.term_years}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Assumptions:
    """What no source settles and every projection needs.

    Rates are per year (0.04 is four percent); the discount rate is real. Benefits
    grow evenly to their full size over the ramp, which starts when stabilisation
    is over. The alternative "after the programme" goes live so many months after
    the last wave.
    """

    discount_rate: Decimal = Decimal("0.04")
    loan_rate: Decimal = Decimal("0.04")
    loan_term_years: int = 15
    loan_kind: LoanKind = LoanKind.ANNUITY
    depreciation_years: int = 15
    benefit_ramp_months: int = 12
    after_programme_months: int = 12

    def __post_init__(self) -> None:
        for rate in (self.discount_rate, self.loan_rate):
            if not (rate.is_finite() and 0 <= rate <= 1):
                raise ValueError(f"not a rate per year: {rate}")
        for years in (self.loan_term_years, self.depreciation_years):
            if not 1 <= years <= LONGEST_YEARS:
                raise ValueError(f"not a number of years: {years}")
        for months in (self.benefit_ramp_months, self.after_programme_months):
            if not 0 <= months <= 12 * LONGEST_YEARS:
                raise ValueError(f"not a number of months: {months}")


@dataclass(frozen=True, slots=True, kw_only=True)
class MoneyFacts:
    """Everything that the projections of one snapshot rest on."""

    figures: tuple[Figure, ...] = ()
    assumptions: Assumptions = field(default_factory=Assumptions)
