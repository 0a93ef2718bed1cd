"""What a municipality's sums are reckoned with, now and without its own."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from app.money_words import MoneyPart, sourced_text
from app.yearly_totals import contradiction_text
from planning.evaluate import Evaluation
from planning.finance.estimates import derive_estimates, prepare_inputs
from planning.finance.loans import LoanTerms, annuity_payment
from planning.finance.projection import Inputs, Sourced
from planning.money import to_kroner
from planning.money_facts import KNOWN, Basis, FigureKind, MoneyFacts


class Reckoned:
    """The inputs of one municipality, whether or not it has a date."""

    def __init__(self, evaluation: Evaluation, number: str) -> None:
        snapshot = evaluation.snapshot
        self._number = number
        self._money = snapshot.money
        self._populations = {it.number: it.population for it in snapshot.municipalities}
        self._inputs = self._prepare(snapshot.money)

    def now(self, kind: FigureKind) -> MoneyPart | None:
        """What is reckoned with; a yearly total is not, only what is left of it."""
        return _part(self._inputs, kind)

    def otherwise(self, kind: FigureKind) -> MoneyPart | None:
        """What would be reckoned with without the municipality's own sum."""
        figures = tuple(
            it
            for it in self._money.figures
            if (it.municipality, it.kind, it.basis)
            != (self._number, kind, Basis.DECIDED)
        )
        return _part(self._prepare(replace(self._money, figures=figures)), kind)

    def contradiction(self) -> str:
        """That the loan exceeds a total that is to hold it; mostly empty."""
        return contradiction_text(self._inputs, self._money.assumptions)

    def debt_service(self) -> Decimal | None:
        """What the loan costs a year in kroner, where the investment is known."""
        investment, assumed = self._inputs.investment, self._money.assumptions
        if investment.basis not in KNOWN:
            return None
        terms = LoanTerms(
            rate_per_year=assumed.loan_rate,
            years=self._inputs.term_years or assumed.loan_term_years,
        )
        return to_kroner(annuity_payment(investment.likely, terms))

    def _prepare(self, money: MoneyFacts) -> Inputs:
        estimates = derive_estimates(money, self._populations)
        return prepare_inputs(self._number, self._populations[self._number], estimates)


def _part(inputs: Inputs, kind: FigureKind) -> MoneyPart | None:
    sums: Mapping[FigureKind, Sourced] = {
        FigureKind.INVESTMENT: inputs.investment,
        FigureKind.PROJECT: inputs.project,
        FigureKind.PLATFORM: inputs.platform,
        FigureKind.LEGACY: inputs.legacy,
        FigureKind.BENEFIT: inputs.benefit,
    }
    sourced = sums.get(kind)
    if sourced is None:
        return None
    return MoneyPart(text=sourced_text(sourced), basis=sourced.basis)
