"""What the chart of a municipality's cash flow shows."""

from flask_babel import gettext as _

from app.money_words import UNSURE, result_basis, sentence_text
from app.municipalities.charts import CashFlow, Series
from app.municipalities.money_told import Told
from planning.finance.projection import Projection
from planning.money_facts import Basis


def cash_flow(projection: Projection) -> CashFlow:
    """The flows of a projection; what is nothing in every year is left out."""
    inputs, flows = projection.inputs, projection.years
    return CashFlow(
        years=tuple(it.year for it in flows),
        costs=_shown(
            Series(
                _("Interest and instalments"),
                tuple(it.interest + it.instalment for it in flows),
                is_estimate=is_unsure(inputs.investment.basis),
            ),
            Series(
                _("Running the platform"),
                tuple(it.platform for it in flows),
                is_estimate=is_unsure(inputs.platform.basis),
            ),
            Series(
                _("Own project"),
                tuple(it.project for it in flows),
                is_estimate=is_unsure(inputs.project.basis),
            ),
        ),
        gains=_shown(
            Series(
                _("Saved on today’s systems"),
                tuple(it.legacy_saved for it in flows),
                is_estimate=is_unsure(inputs.legacy.basis),
            ),
            Series(
                _("Benefit"),
                tuple(it.benefit for it in flows),
                is_estimate=is_unsure(inputs.benefit.basis),
            ),
        ),
        net=Series(
            _("Net"),
            tuple(it.net for it in flows),
            is_estimate=is_unsure(result_basis(inputs)),
        ),
    )


def chart_text(told: Told) -> str:
    """What the picture shows, for who doesn't see it."""
    mean = told.summary.average_annual
    basis = result_basis(told.inputs)
    saved = mean.legacy_saved + mean.benefit
    return _(
        "Bars for each year from %(first)s to %(last)s. In an average year of the loan"
        " the cost is %(cost)s, what is saved and gained is %(saved)s, and %(net)s is"
        " left over.",
        first=told.projection.years[0].year,
        last=told.projection.last_averaged,
        cost=sentence_text(mean.cost, mean.cost, mean.cost, basis),
        saved=sentence_text(saved, saved, saved, basis),
        net=sentence_text(mean.net, mean.net, mean.net, basis, is_signed=True),
    )


def _shown(*series: Series) -> tuple[Series, ...]:
    return tuple(it for it in series if any(it.sums))


def is_unsure(basis: Basis) -> bool:
    """Whether what rests on it is drawn as an estimate."""
    return basis in UNSURE
