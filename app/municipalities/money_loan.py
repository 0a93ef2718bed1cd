"""The loan of the investment: both kinds side by side, and what the law asks."""

from dataclasses import dataclass

from flask_babel import gettext as _

from app.assumption_words import rate_text
from app.minimum_words import minimum_text
from app.money_words import exact_text
from app.municipalities.money_choice import LoanChoice, kind_text, loan_text
from app.municipalities.money_years import told_sum
from app.provenance import ProvenancePart
from planning.finance.loans import annuity_payment
from planning.finance.minimum import check_instalments
from planning.finance.projection import Projection
from planning.money import share_of
from planning.money_facts import LoanKind

SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


@dataclass(frozen=True, slots=True)
class MinimumLine:
    """What the law asks in one year, and what is paid."""

    year: int
    minimum: str
    instalment: str
    is_met: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class LoanSide:
    """One kind of loan."""

    kind: LoanKind
    name: str
    is_shown: bool
    first_payment: str
    last_payment: str
    interest: str
    minimum: str
    is_minimum_met: bool
    minimum_lines: tuple[MinimumLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LoanPart:
    """The choice of a loan, and both kinds with the term and rate chosen.

    `held_fast` says what another loan does not change; mostly empty.
    """

    choice: LoanChoice
    told: str
    held_fast: str
    first_year: int
    last_year: int
    sides: tuple[LoanSide, ...]
    depreciation_years: int
    is_estimate: bool
    annuity_formula: str
    serial_formula: str
    sources: tuple[tuple[str, ProvenancePart], ...]


def loan_side(
    projection: Projection, *, is_shown: bool, depreciation_years: int
) -> LoanSide:
    """What one kind of loan takes, by a projection that reckons with it."""
    years = [it for it in projection.years if it.year >= projection.first_averaged]
    checked = check_instalments(projection, depreciation_years=depreciation_years)
    return LoanSide(
        kind=projection.loan.kind,
        name=kind_text(projection.loan.kind),
        is_shown=is_shown,
        first_payment=exact_text(years[0].interest + years[0].instalment),
        last_payment=exact_text(years[-1].interest + years[-1].instalment),
        interest=exact_text(sum(it.interest for it in projection.years)),
        minimum=minimum_text(checked),
        is_minimum_met=all(it.is_met for it in checked),
        minimum_lines=tuple(
            MinimumLine(
                it.year, told_sum(it.minimum), told_sum(it.instalment), it.is_met
            )
            for it in checked
        ),
    )


def annuity_formula(projection: Projection) -> str:
    """How the yearly payment of an annuity comes about, with the numbers in it."""
    terms, drawn = projection.loan, _drawn(projection)
    if not terms.rate_per_year:
        return serial_formula(projection)
    rate = rate_text(terms.rate_per_year)
    power = f"⁻{terms.years}".translate(SUPERSCRIPT)
    payment = exact_text(annuity_payment(drawn, terms))
    return f"{exact_text(drawn)} × {rate} ÷ (1 − (1 + {rate}){power}) = {payment}"


def serial_formula(projection: Projection) -> str:
    """How the yearly instalment of a serial loan comes about."""
    terms, drawn = projection.loan, _drawn(projection)
    each = exact_text(share_of(drawn, 1, terms.years))
    return f"{exact_text(drawn)} ÷ {terms.years} = {each}"


def _drawn(projection: Projection) -> int:
    return sum(it.loan_drawn for it in projection.years)


def shown_loan(choice: LoanChoice) -> str:
    """Which loan the page reckons with, in a sentence."""
    told = loan_text(choice.terms)
    if choice.is_own:
        return _("You are looking at %(loan)s. Nothing is changed.", loan=told)
    return _("Reckoned with %(loan)s.", loan=told)
