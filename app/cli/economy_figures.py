"""What `economy` writes of the key figures, and of what they rest on."""

from collections.abc import Iterator

from flask_babel import gettext as _
from flask_babel import ngettext

from app.assumption_words import loan_kind_text, rate_text
from app.cli.economy_words import ends_text, told
from app.cli.output import write, write_table
from app.filters import TO, kroner, number, percent
from app.minimum_words import minimum_text
from app.money_words import (
    basis_text,
    break_even_text,
    cost_basis,
    result_basis,
    share_text,
)
from app.price_words import prices_text
from app.yearly_totals import contradiction_text
from planning.finance.minimum import check_instalments
from planning.finance.projection import Projection, Sourced, Summary
from planning.money import to_kroner
from planning.money_facts import Assumptions, Basis

Row = tuple[str, str, str, str]


def write_key_figures(projection: Projection) -> None:
    """Write what it costs and saves, with range and how it is known."""
    write_table(
        (_("Key figure"), _("NOK"), _("Range"), _("How it is known")),
        (*input_rows(projection), *result_rows(projection)),
        right=(1, 2),
    )


def input_rows(projection: Projection) -> Iterator[Row]:
    """What goes in: once, and a year."""
    inputs = projection.inputs
    for label, figure in (
        (_("Investment, once"), inputs.investment),
        (_("Platform, a year"), inputs.platform),
        (_("Today’s systems, a year"), inputs.legacy),
        (_("Benefits, a year"), inputs.benefit),
        (_("Own project before go-live"), inputs.project),
    ):
        yield (
            label,
            told(figure.likely, figure.basis),
            ends_text(figure.low, figure.high),
            basis_text(figure.basis),
        )


def result_rows(projection: Projection) -> Iterator[Row]:
    """What comes out: averages, present value, and both break-evens."""
    summary = projection.summary
    best = projection.favourable or summary
    worst = projection.unfavourable or summary
    for label, low, likely, high, basis in result_sums(projection, worst, best):
        yield label, told(likely, basis), ends_text(low, high), basis_text(basis)
    known = basis_text(result_basis(projection.inputs))
    yield (
        _("Paid back"),
        break_even_text(summary.break_even_year),
        years_text(best, worst),
        known,
    )
    yield (
        _("Share of the benefit that must come true"),
        share_text(summary.break_even_benefit_share),
        shares_text(best, worst),
        known,
    )


def result_sums(
    projection: Projection, worst: Summary, best: Summary
) -> Iterator[tuple[str, int, int, int, Basis]]:
    """Each sum with its ends and basis: what it is, low, likely, high."""
    inputs = projection.inputs
    low, likely, high = (it.average_annual for it in (worst, projection.summary, best))
    years = f"{projection.first_averaged}{TO}{projection.last_averaged}"
    yield (
        _("Cost a year, average %(years)s", years=years),
        *(high.cost, likely.cost, low.cost),
        cost_basis(projection),
    )
    yield (
        _("Saved on today’s systems, average"),
        *(low.legacy_saved, likely.legacy_saved, high.legacy_saved),
        inputs.legacy.basis,
    )
    yield (
        _("Benefits, average"),
        *(low.benefit, likely.benefit, high.benefit),
        inputs.benefit.basis,
    )
    yield (
        _("Net a year, average"),
        *(low.net, likely.net, high.net),
        result_basis(inputs),
    )
    yield (
        _("Present value at the end of %(year)s", year=projection.first_averaged - 1),
        *(worst.npv, projection.summary.npv, best.npv),
        result_basis(inputs),
    )


def years_text(best: Summary, worst: Summary) -> str:
    """In which year it has paid for itself at best and at worst."""
    if best.break_even_year == worst.break_even_year:
        return ""
    if worst.break_even_year is None:
        return _("%(year)s at best", year=best.break_even_year)
    return f"{best.break_even_year}{TO}{worst.break_even_year}"


def shares_text(best: Summary, worst: Summary) -> str:
    """Which share of the benefits is needed at best and at worst."""
    low, high = best.break_even_benefit_share, worst.break_even_benefit_share
    if low is None or high is None or low == high:
        return ""
    return f"{percent(low)}{TO}{percent(high)}"


def write_basis(projection: Projection, assumptions: Assumptions) -> None:
    """Write what it rests on: figures, rates per inhabitant, assumptions."""
    inputs, loan = projection.inputs, projection.loan
    write(_("What it rests on"))
    for line in (
        *figure_lines(projection),
        _(
            "Loan: %(kind)s over %(years)s at %(rate)s.",
            kind=loan_kind_text(loan.kind).lower(),
            years=ngettext("%(num)s year", "%(num)s years", loan.years),
            rate=rate_text(loan.rate_per_year),
        ),
        minimum_text(
            check_instalments(
                projection, depreciation_years=assumptions.depreciation_years
            )
        ),
        _(
            "Present values at %(rate)s a year, without the loan.",
            rate=rate_text(assumptions.discount_rate),
        ),
        prices_text(inputs),
        contradiction_text(inputs, assumptions),
    ):
        if line:
            write(f"  {line}")


def figure_lines(projection: Projection) -> Iterator[str]:
    """The documented figures, and what estimates multiply the population with."""
    inputs = projection.inputs
    for label, figure in (
        (_("Investment"), inputs.investment),
        (_("Platform"), inputs.platform),
        (_("Today’s systems"), inputs.legacy),
        (_("Benefits"), inputs.benefit),
    ):
        if figure.basis is not Basis.MISSING:
            yield figure_line(label, figure)
    if inputs.is_extrapolated:
        yield _(
            "With %(population)s inhabitants it is larger or smaller than every"
            " municipality with documented sums: here the estimate is least sure.",
            population=number(inputs.population),
        )


def figure_line(label: str, figure: Sourced) -> str:
    """From which sums a figure comes, by their keys, and by which rate."""
    keys = ", ".join(figure.figures)
    if figure.per_inhabitant is None:
        return _(
            "%(label)s: %(basis)s, from %(figures)s.",
            label=label,
            basis=basis_text(figure.basis),
            figures=keys,
        )
    low, likely, high = (kroner(to_kroner(it)) for it in figure.per_inhabitant)
    if figure.basis is Basis.ONE_CASE:
        return _(
            "%(label)s: estimate, %(likely)s per inhabitant, from the one case"
            " %(figures)s.",
            label=label,
            likely=likely,
            figures=keys,
        )
    return _(
        "%(label)s: estimate, %(likely)s per inhabitant (%(low)s to %(high)s),"
        " from %(figures)s.",
        label=label,
        likely=likely,
        low=low,
        high=high,
        figures=keys,
    )
