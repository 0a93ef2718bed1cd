"""The documented money figures, as the sources give them, and plain timings.

Amounts are written in millions of kroner and turned into øre.
"""

from datetime import date
from decimal import Decimal

from planning.calendars import norway, to_day
from planning.durations import Duration, Unit
from planning.finance.cashflow import project_economy
from planning.finance.estimates import derive_estimates, prepare_inputs
from planning.finance.loans import LoanTerms
from planning.finance.projection import Projection
from planning.finance.timing import Timing
from planning.money import KRONE
from planning.money_facts import (
    Assumptions,
    Basis,
    DebtService,
    Figure,
    FigureKind,
    MoneyFacts,
    Part,
)

INDRE_FOSEN, AVEROY, HUSTADVIKA, ULSTEIN = "5054", "1554", "1579", "1516"
POPULATIONS = {INDRE_FOSEN: 9977, AVEROY: 5872, HUSTADVIKA: 13341, ULSTEIN: 8500}


def kroner(amount: int | str) -> int:
    """The øre of some kroner."""
    return int(Decimal(amount) * KRONE)


def million(amount: float | str) -> int:
    """The øre of some million kroner."""
    return int(Decimal(str(amount)) * 1_000_000 * KRONE)


def figure(
    municipality: str,
    kind: FigureKind,
    amount: float | str,
    *,
    key: str = "",
    basis: Basis = Basis.DOCUMENTED,
    parts: tuple[Part, ...] = (),
    term_years: int | None = None,
    price_year: int | None = None,
    debt_service: DebtService = DebtService.NOT_SAID,
) -> Figure:
    """One sum in million kroner; its key is its municipality and kind."""
    return Figure(
        key=key or f"{municipality}.{kind}",
        municipality=municipality,
        kind=kind,
        ore=million(amount),
        basis=basis,
        parts=parts,
        term_years=term_years,
        price_year=price_year,
        debt_service=debt_service,
    )


DOCUMENTED = (
    figure(INDRE_FOSEN, FigureKind.INVESTMENT, 18.5, key="E01"),
    figure(
        INDRE_FOSEN,
        FigureKind.ANNUAL_TOTAL,
        3.5,
        key="E02",
        term_years=15,
        debt_service=DebtService.INCLUDED,
    ),
    figure(INDRE_FOSEN, FigureKind.LEGACY, 2, key="E03"),
    figure(INDRE_FOSEN, FigureKind.BENEFIT, 2, key="E04"),
    figure(AVEROY, FigureKind.INVESTMENT, 18.6, key="E06"),
    figure(AVEROY, FigureKind.ANNUAL_TOTAL, 2.2, key="E07"),
    figure(
        HUSTADVIKA,
        FigureKind.INVESTMENT,
        30,
        key="E09",
        parts=(Part(2022, million(2)), Part(2023, million(28))),
    ),
)
FACTS = MoneyFacts(figures=DOCUMENTED)


def timing(
    go_live: str,
    *,
    closed: str | None = None,
    begun: str | None = None,
    ramp_months: int = 12,
) -> Timing:
    """Legacy systems are closed, and benefits begin, on `closed` or at go-live."""
    live = to_day(date.fromisoformat(go_live))
    over = live if closed is None else to_day(date.fromisoformat(closed))
    return Timing(
        project_start=live if begun is None else to_day(date.fromisoformat(begun)),
        go_live=live,
        legacy_closed=over,
        benefits_from=over,
        benefits_full=norway().advance(over, Duration(ramp_months, Unit.MONTHS)),
    )


def projection(
    number: str,
    at: Timing,
    *,
    facts: MoneyFacts = FACTS,
    populations: dict[str, int] = POPULATIONS,
    loan: LoanTerms | None = None,
) -> Projection:
    """What one municipality comes to by the facts."""
    estimates = derive_estimates(facts, populations)
    inputs = prepare_inputs(number, populations.get(number, 0), estimates)
    return project_economy(number, inputs, at, facts.assumptions, loan)


def facts(*figures: Figure, assumptions: Assumptions | None = None) -> MoneyFacts:
    """Those figures and no others."""
    return MoneyFacts(figures=figures, assumptions=assumptions or Assumptions())
