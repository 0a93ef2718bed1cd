"""What `economy` writes of the years, of both readings, and of the alternatives."""

from collections.abc import Iterable

from flask_babel import gettext as _

from app.alternative_words import alternative_text
from app.cli.economy_words import amount, ends_text, told
from app.cli.output import write, write_table
from app.filters import TO, short_date
from app.four_year_plan import FourYearPlan
from app.money_words import UNSURE, break_even_text, result_basis
from planning.finance.alternatives import Alternative, AlternativeName
from planning.finance.projection import Projection, ReadingName, YearFlow
from planning.money_facts import Basis


def write_readings(projection: Projection) -> None:
    """Write what comes of both ways to read a documented sum."""
    names = {
        ReadingName.DEBT_SERVICE_INCLUDED: _("Interest and instalments are in it"),
        ReadingName.DEBT_SERVICE_EXCLUDED: _("Interest and instalments come on top"),
    }
    basis = result_basis(projection.inputs)
    write(_("The yearly cost in the source can be read in two ways:"))
    write_table(
        (_("Reading"), _("Platform a year"), _("Net a year"), _("Present value")),
        (
            (
                names[it.name],
                told(it.platform.likely, it.platform.basis),
                told(it.summary.average_annual.net, basis),
                told(it.summary.npv, basis),
            )
            for it in projection.readings
        ),
        right=(1, 2, 3),
    )


def write_years(projection: Projection) -> None:
    """Write every calendar year that is reckoned with, in kroner."""
    write_table(
        (
            _("Year"),
            _("Investment"),
            _("Loan drawn"),
            _("Interest"),
            _("Instalment"),
            _("Own project"),
            _("Platform"),
            _("Today’s systems"),
            _("Saved on them"),
            _("Benefits"),
            _("Net"),
        ),
        ((str(it.year), *map(amount, sums_of(it))) for it in projection.years),
        right=range(1, 11),
    )
    if result_basis(projection.inputs) in UNSURE:
        write(_("The years hold estimates: they show the size of it, to no krone."))


def sums_of(it: YearFlow) -> tuple[int, ...]:
    """The sums of a year in øre, in the order of the table."""
    return (
        it.investment,
        it.loan_drawn,
        it.interest,
        it.instalment,
        it.project,
        it.platform,
        it.legacy,
        it.legacy_saved,
        it.benefit,
        it.net,
    )


def write_plan(plan: FourYearPlan, *, basis: Basis) -> None:
    """Write what it does to the economic plan that is adopted next."""
    write(
        _(
            "Effect on the economic plan %(first)s–%(last)s, in all: %(net)s",
            first=plan.first,
            last=plan.last,
            net=told(plan.net, basis),
        )
    )


def write_alternatives(
    alternatives: Iterable[Alternative], *, year: int, basis: Basis
) -> None:
    """Write the alternatives side by side."""
    write_table(
        (
            _("Alternative"),
            _("Wave"),
            _("Costs from"),
            _("Net a year"),
            _("Range"),
            _("Present value, end of %(year)s", year=year),
            _("Paid back in"),
        ),
        (alternative_row(it, basis) for it in alternatives),
        right=(3, 4, 5),
    )
    write(
        _(
            "The alternatives are measured by the same calendar years, those of the"
            " plan’s loan; each loan counts in full. What leaving the decided plan"
            " costs in addition is not known and not in it."
        )
    )


def alternative_row(it: Alternative, basis: Basis) -> tuple[str, ...]:
    """One alternative; who stays is what all others are measured against."""
    best, worst = it.favourable, it.unfavourable
    stays = it.name is AlternativeName.STAY
    known = Basis.DERIVED if stays else basis
    return (
        alternative_text(it.name),
        it.wave or TO,
        TO if it.go_live is None else short_date(it.go_live),
        told(it.summary.average_annual.net, known),
        ""
        if best is None or worst is None
        else ends_text(worst.average_annual.net, best.average_annual.net),
        told(it.summary.npv, known),
        TO if stays else break_even_text(it.summary.break_even_year),
    )
