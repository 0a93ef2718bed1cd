"""The table of the municipalities as a file for a spreadsheet.

Sums are whole kroner; low and high are the ends of a range, the same as the likely
sum where there is none. What the council has voted is in no other sum.
"""

from collections.abc import Sequence
from decimal import Decimal

from flask_babel import gettext as _

from app.economy.lines import Ranked
from app.economy.sums import ends
from app.how_dated import HowDated, how_text
from app.money_words import basis_text, provenance_text, result_basis
from app.spreadsheets import Value, spreadsheet
from app.store.names import Names
from app.store.tables import MunicipalityRow
from app.vote_words import PURPOSES, voted_cells, voted_heading
from app.votes import VotedLine
from planning.calendars import to_date
from planning.finance.voted import Vote
from planning.money import KRONE
from planning.rollout import GO_LIVE, activity_id


def economy_csv(
    ranked: Sequence[Ranked],
    rows: Sequence[MunicipalityRow],
    names: Names,
    how_dated: HowDated,
    voted: Sequence[VotedLine],
) -> bytes:
    """Return the file: one line a municipality, in the order of the table."""
    by_number = {row.number: row for row in rows}
    votes: dict[str, tuple[Vote, ...]] = {}
    for it in voted:
        votes[it.municipality] = (*votes.get(it.municipality, ()), it.vote)
    lines = (
        [
            *_cells(it, by_number[it.line.number], names, how_dated),
            *voted_cells(votes.get(it.line.number, ())),
        ]
        for it in ranked
    )
    return spreadsheet(headings(), lines)


def headings() -> list[str]:
    """What the columns are."""
    return [
        _("Number"),
        _("Municipality"),
        _("Region"),
        _("Health trust"),
        _("Inhabitants"),
        _("Wave"),
        _("Has left"),
        _("Costs from"),
        _("%(what)s: how it is known", what=_("Costs from")),
        _("Investment, NOK"),
        _("Investment, low"),
        _("Investment, high"),
        _("How the investment is known"),
        _("Net a year, NOK"),
        _("Net a year, at worst"),
        _("Net a year, at best"),
        _("Present value, NOK"),
        _("Present value, at worst"),
        _("Present value, at best"),
        _("Paid back"),
        _("Share of the benefit that must come true"),
        _("How the net is known"),
        _("All in all"),
        _("Larger or smaller than the cases"),
        *map(voted_heading, PURPOSES),
        _("Prices of the vote"),
    ]


def _cells(
    it: Ranked, row: MunicipalityRow, names: Names, how_dated: HowDated
) -> list[Value]:
    projection = it.projection
    inputs, summary = projection.inputs, projection.summary
    worst, best = ends(projection)
    share = summary.break_even_benefit_share
    return [
        row.number,
        row.name,
        names.region(row.region) if row.region else "",
        names.trust(row.trust) if row.trust else "",
        inputs.population,
        it.line.wave,
        _("yes") if it.line.has_left else _("no"),
        to_date(projection.go_live).isoformat(),
        how_text(how_dated.of(activity_id(row.number, GO_LIVE))),
        *(_kroner(each) for each in (inputs.investment.likely, inputs.investment.low)),
        _kroner(inputs.investment.high),
        basis_text(inputs.investment.basis),
        _kroner(summary.average_annual.net),
        _kroner(worst.average_annual.net),
        _kroner(best.average_annual.net),
        *map(_kroner, (summary.npv, worst.npv, best.npv)),
        summary.break_even_year,
        None if share is None else round(Decimal(share), 4),
        basis_text(result_basis(inputs)),
        provenance_text(projection.provenance),
        _("yes") if inputs.is_extrapolated else _("no"),
    ]


def _kroner(ore: int) -> int:
    """Whole kroner: a projection has no others."""
    return ore // KRONE
