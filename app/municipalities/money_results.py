"""The key figures of a projection, each opening to how it is reckoned.

A result is as sure as the least sure of what it is reckoned from: beside an estimate
it is an estimate, with the range between the favourable and the unfavourable end.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import accumulate

from flask_babel import gettext as _

from app.assumption_words import rate_text as told_rate
from app.filters import number as number_text
from app.money_words import (
    MoneyPart,
    cost_basis,
    exact_text,
    result_basis,
    share_text,
)
from app.municipalities.money_choice import loan_text
from app.municipalities.money_ranges import (
    about,
    about_figure,
    averaged_text,
    break_even_years,
    shares,
)
from app.municipalities.money_readings import other_readings
from app.municipalities.money_told import Told
from app.price_words import prices_text
from planning.finance.projection import Sourced, Summary
from planning.money_facts import Basis


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """One key figure with what it counts; `other` is what another reading gives."""

    key: str
    label: str
    part: MoneyPart
    note: str = ""
    other: str = ""


def key_figures(told: Told) -> tuple[KeyFigure, ...]:
    """Cost, savings, benefit and net of a year, and what it comes to in the end."""
    span = averaged_text(told.projection)
    found = (
        KeyFigure("cost", _("Cost a year, with the loan"), cost_part(told), span),
        KeyFigure("legacy", _("Saved on today’s systems a year"), saved_part(told)),
        KeyFigure("benefit", _("Benefit a year"), benefit_part(told)),
        KeyFigure("net", _("Net a year"), net_part(told), span),
        KeyFigure("npv", _("Present value in all"), npv_part(told)),
        KeyFigure("break-even", _("Paid back"), break_even_part(told)),
        KeyFigure(
            "share", _("Share of the benefit that must come true"), share_part(told)
        ),
    )
    other = other_readings(told)
    return tuple(replace(it, other=other.get(it.key, "")) for it in found)


def cost_part(told: Told) -> MoneyPart:
    """What a year costs, interest and instalments included."""
    years = told.averaged
    sums = (
        (_("Interest"), sum(it.interest for it in years)),
        (_("Instalments"), sum(it.instalment for it in years)),
        (_("Running the platform"), sum(it.platform for it in years)),
        (_("Own project"), sum(it.project for it in years)),
    )
    shown = [(label, ore) for label, ore in sums if ore]
    inputs, basis = told.inputs, cost_basis(told.projection)
    return MoneyPart(
        text=about(told.projection, lambda it: it.average_annual.cost, basis),
        basis=basis,
        exact=exact_text(told.summary.average_annual.cost),
        inputs=tuple((label, exact_text(ore)) for label, ore in shown),
        formula=divided(
            told,
            sum(ore for _label, ore in sums),
            told.summary.average_annual.cost,
        ),
        rule=_("Averages cover the years of the loan: %(loan)s.", loan=loan(told)),
        sources=told.sources_of(
            (*inputs.investment.figures, *inputs.platform.figures),
            "loan_rate",
            "loan_term_years",
            "loan_kind",
        ),
    )


def saved_part(told: Told) -> MoneyPart:
    """What a year saves on today's systems."""
    return _averaged(
        told,
        told.inputs.legacy,
        lambda it: it.average_annual.legacy_saved,
        sum(it.legacy_saved for it in told.averaged),
        _(
            "Documented sums are saved in full from the year after go-live. Estimated"
            " ones are saved from the day that the old systems are switched off."
        ),
    )


def benefit_part(told: Told) -> MoneyPart:
    """What a year gains."""
    return _averaged(
        told,
        told.inputs.benefit,
        lambda it: it.average_annual.benefit,
        sum(it.benefit for it in told.averaged),
        _(
            "A documented benefit counts in full from the year after go-live. An"
            " estimated one grows evenly once stabilisation is over, to its full size"
            " over %(months)s months.",
            months=told.assumptions.benefit_ramp_months,
        ),
    )


def _averaged(
    told: Told,
    sourced: Sourced,
    value: Callable[[Summary], int],
    total: int,
    rule: str,
) -> MoneyPart:
    basis = Basis.MISSING if sourced.basis is Basis.MISSING else sourced.basis
    return MoneyPart(
        text=about(told.projection, value, basis),
        basis=basis,
        exact=exact_text(value(told.summary)),
        inputs=tuple(told.figure_line(key) for key in sourced.figures),
        formula=divided(told, total, value(told.summary)),
        rule=rule,
        sources=told.sources_of(sourced.figures),
    )


def net_part(told: Told) -> MoneyPart:
    """How much better or worse off the municipality is in a year."""
    mean = told.summary.average_annual
    basis = result_basis(told.inputs)
    return MoneyPart(
        text=about(
            told.projection, lambda it: it.average_annual.net, basis, is_signed=True
        ),
        basis=basis,
        exact=exact_text(mean.net),
        inputs=(
            (_("Saved on today’s systems"), exact_text(mean.legacy_saved)),
            (_("Benefit"), exact_text(mean.benefit)),
            (_("Cost"), exact_text(mean.cost)),
        ),
        formula=f"{exact_text(mean.legacy_saved)} + {exact_text(mean.benefit)}"
        f" − {exact_text(mean.cost)} = {exact_text(mean.net)}",
        rule=_net_rule(told),
        sources=told.all_sources(),
    )


def _net_rule(told: Told) -> str:
    if told.projection.favourable is None:
        return _("Compared with staying on today’s systems.")
    return _(
        "Compared with staying on today’s systems. The range is what comes out with"
        " every cost at its lowest, and with every cost at its highest."
    )


def npv_part(told: Told) -> MoneyPart:
    """What all years are worth at the end of the go-live year."""
    basis = result_basis(told.inputs)
    rate = told_rate(told.assumptions.discount_rate)
    flows = told.projection.years
    return MoneyPart(
        text=about(told.projection, lambda it: it.npv, basis, is_signed=True),
        basis=basis,
        exact=exact_text(told.summary.npv),
        inputs=(
            (_("Investment"), exact_text(sum(it.investment for it in flows))),
            (
                _("Net of all years before the loan, undiscounted"),
                exact_text(sum(it.net_before_financing for it in flows)),
            ),
        ),
        formula=_(
            "The net of each year, with the investment in place of its loan, divided"
            " by (1 + %(rate)s) once for each year after %(year)s; added up.",
            rate=rate,
            year=told.go_live_year,
        ),
        rule=_npv_rule(told, rate),
        sources=told.all_sources("discount_rate"),
    )


def _npv_rule(told: Told, rate: str) -> str:
    value = _(
        "Present value at the end of %(year)s, at a real rate of %(rate)s.",
        year=told.go_live_year,
        rate=rate,
    )
    return f"{value} {prices_text(told.inputs)}"


def break_even_part(told: Told) -> MoneyPart:
    """The year by whose end it has paid for itself."""
    basis = result_basis(told.inputs)
    return MoneyPart(
        text=about_figure(break_even_years(told.projection), basis),
        basis=basis,
        inputs=_turning_point(told),
        rule=_(
            "The first year by whose end what is saved and gained has covered the"
            " investment and the running cost, without interest."
        ),
        sources=told.all_sources(),
    )


def _turning_point(told: Told) -> tuple[tuple[str, str], ...]:
    """What all years come to by the end of the year before it and of that year."""
    flows = told.projection.years
    so_far = list(accumulate(it.net_before_financing for it in flows))
    year = told.summary.break_even_year
    at = len(flows) - 1 if year is None else year - flows[0].year
    return tuple(
        (_("Net before the loan up to %(year)s", year=flows[n].year), exact_text(total))
        for n, total in list(enumerate(so_far))[max(at - 1, 0) : at + 1]
    )


def share_part(told: Told) -> MoneyPart:
    """How much of the benefit must come true for a year to come to nothing."""
    basis = result_basis(told.inputs)
    mean = told.summary.average_annual
    share = told.summary.break_even_benefit_share
    formula = (
        f"({exact_text(mean.cost)} − {exact_text(mean.legacy_saved)})"
        f" ÷ {exact_text(mean.benefit)} = {share_text(share)}"
        if mean.benefit
        else ""
    )
    return MoneyPart(
        text=about_figure(shares(told.projection), basis),
        basis=basis,
        formula=formula,
        rule=_(
            "The share of the benefit at which a year neither costs nor saves: cost"
            " less what is saved on today’s systems, over the benefit."
        ),
        sources=told.all_sources(),
    )


def divided(told: Told, total: int, mean: int) -> str:
    """A sum over the years of the loan, and their mean."""
    count = number_text(len(told.averaged))
    return f"{exact_text(total)} ÷ {count} = {exact_text(mean)}"


def loan(told: Told) -> str:
    """The loan that is reckoned with."""
    return loan_text(told.projection.loan)
