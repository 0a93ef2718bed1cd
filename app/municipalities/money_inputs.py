"""What a projection is reckoned from, each sum with how it is known.

A documented or decided sum opens to its source, a derived one to what it is derived
from, an estimate to the inhabitants, the rate for each, and the cases.
"""

from dataclasses import dataclass

from flask_babel import gettext as _

from app.assumption_words import rate_text as told_rate
from app.filters import TO, kroner
from app.filters import number as number_text
from app.money_words import MoneyPart, exact_text, sourced_text
from app.municipalities.money_told import Told
from planning.finance.loans import LoanTerms
from planning.finance.projection import Sourced
from planning.money import to_kroner
from planning.money_facts import Basis, FigureKind, LoanKind


@dataclass(frozen=True, slots=True)
class InputLine:
    """One sum that goes into the projection."""

    key: str
    label: str
    when: str
    part: MoneyPart


def input_lines(told: Told) -> tuple[InputLine, ...]:
    """All five, as the projection reckons with them."""
    inputs, once, yearly = told.inputs, _("once"), _("a year")
    given = (
        (FigureKind.INVESTMENT, inputs.investment, once),
        (FigureKind.PLATFORM, inputs.platform, yearly),
        (FigureKind.LEGACY, inputs.legacy, yearly),
        (FigureKind.BENEFIT, inputs.benefit, yearly),
        (FigureKind.PROJECT, inputs.project, once),
    )
    return tuple(
        InputLine(kind.name.lower(), input_name(kind), when, input_part(told, kind, it))
        for kind, it, when in given
    )


def input_name(kind: FigureKind) -> str:
    """What is reckoned with, as people call it."""
    return {
        FigureKind.INVESTMENT: _("Investment"),
        FigureKind.PLATFORM: _("Running the platform"),
        FigureKind.LEGACY: _("Today’s systems, saved once they are off"),
        FigureKind.BENEFIT: _("Benefit"),
        FigureKind.PROJECT: _("Own project before go-live"),
        FigureKind.ANNUAL_TOTAL: _("Yearly cost in all"),
    }[kind]


def input_part(told: Told, kind: FigureKind, sourced: Sourced) -> MoneyPart:
    """One sum with what it opens to."""
    if sourced.basis is Basis.MISSING:
        return _missing(sourced)
    if sourced.basis in {Basis.DOCUMENTED, Basis.DECIDED}:
        return _given(told, kind, sourced)
    if sourced.per_inhabitant is None:
        return _derived(told, sourced)
    return _estimated(told, kind, sourced, sourced.per_inhabitant)


def _given(told: Told, kind: FigureKind, sourced: Sourced) -> MoneyPart:
    """A sum that a source or the municipality itself gives."""
    inputs = [told.figure_line(key) for key in sourced.figures]
    if kind is FigureKind.INVESTMENT and len(told.inputs.parts) > 1:
        inputs += [
            (_("of which in %(year)s", year=flow.year), exact_text(flow.investment))
            for flow in told.projection.years
            if flow.investment
        ]
    inputs += told.reason_lines(sourced.figures)
    return MoneyPart(
        text=sourced_text(sourced),
        basis=sourced.basis,
        exact=exact_text(sourced.likely),
        inputs=tuple(inputs),
        rule=_level_rule(kind),
        sources=told.sources_of(sourced.figures),
    )


def _level_rule(kind: FigureKind) -> str:
    if kind is FigureKind.INVESTMENT:
        return _("The investment falls due in the go-live year and is paid by a loan.")
    if kind is FigureKind.PROJECT:
        return _("Spent evenly over the days that lead to go-live.")
    return _(
        "A documented yearly sum is the same every year, from the year after go-live."
    )


def _derived(told: Told, sourced: Sourced) -> MoneyPart:
    """The platform's cost, from a yearly total and the loan's payment."""
    terms = derivation_terms(told)
    rest_of = sourced.rest_of
    payment = 0 if rest_of is None else rest_of.payment
    loan_line = _(
        "Payment of an annuity loan over %(years)s years at %(rate)s",
        years=terms.years,
        rate=told_rate(terms.rate_per_year),
    )
    total, rest = exact_text(sourced.likely + payment), exact_text(sourced.likely)
    return MoneyPart(
        text=sourced_text(sourced),
        basis=sourced.basis,
        exact=rest,
        inputs=(
            *(told.figure_line(key) for key in sourced.figures),
            (loan_line, exact_text(payment)),
        ),
        formula=f"{total} − {exact_text(payment)} = {rest}" if sourced.likely else "",
        rule=_derived_rule(told),
        sources=told.sources_of(sourced.figures, "loan_rate"),
    )


def _derived_rule(told: Told) -> str:
    if told.projection.readings:
        return _(
            "Nobody says whether interest and instalments are in the yearly total. Here"
            " it is read with them in it: what is left after them is the cost of"
            " running the platform. The other reading stands beside it."
        )
    return _(
        "The documented yearly total holds interest and instalments. What is left of it"
        " after them is the cost of running the platform."
    )


def _estimated(
    told: Told, kind: FigureKind, sourced: Sourced, rate: tuple[int, int, int]
) -> MoneyPart:
    """So much for each inhabitant, by what others have documented."""
    people = number_text(told.inputs.population)
    return MoneyPart(
        text=sourced_text(sourced),
        basis=sourced.basis,
        exact=exact_text(sourced.likely),
        inputs=(
            (_("Inhabitants"), people),
            (_("For each inhabitant"), rate_text(rate)),
            *(told.case_line(case, kind) for case in told.cases(kind)),
        ),
        formula=f"{people} × {exact_text(rate[1])} = {exact_text(sourced.likely)}",
        rule=_estimate_rule(sourced.basis),
        sources=told.sources_of(sourced.figures),
    )


def _estimate_rule(basis: Basis) -> str:
    if basis is Basis.ONE_CASE:
        return _(
            "There is one documented case. What it comes to per inhabitant is used for"
            " all, rounded to ten kroner, and shows no range."
        )
    return _(
        "The least and the most per inhabitant among the documented cases are the"
        " ends of the range, the one in the middle is the likely sum; each rounded to"
        " ten kroner."
    )


def _missing(sourced: Sourced) -> MoneyPart:
    return MoneyPart(
        text=sourced_text(sourced),
        basis=sourced.basis,
        rule=_("What nobody has given and no case tells is reckoned as nothing."),
    )


def rate_text(rate: tuple[int, int, int]) -> str:
    """2 250 kr (1 850–3 170): the likely sum and its ends, for each inhabitant."""
    low, likely, high = (to_kroner(ore) for ore in rate)
    if low == high:
        return kroner(likely)
    return f"{kroner(likely)} ({number_text(low)}{TO}{number_text(high)})"


def derivation_terms(told: Told) -> LoanTerms:
    """The annuity by which a documented total is parted, whatever is looked at."""
    assumed = told.assumptions
    return LoanTerms(
        LoanKind.ANNUITY,
        assumed.loan_rate,
        told.inputs.term_years or assumed.loan_term_years,
    )
