"""The table of the municipalities: documented and estimated ones apart."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from flask import url_for
from flask_babel import gettext as _
from flask_babel import ngettext

from app.economy.cells import HUNDREDTHS, Cell, sum_cell
from app.economy.choice import Choice
from app.economy.lines import EconomyLine, Ranked
from app.economy.sums import comparable, sum_all
from app.filters import number
from app.table_choice import Column, sorted_lines, table_columns

NUMBERS = frozenset({"population", "investment", "net", "npv", "break-even", "share"})
SORTED_BY: Mapping[str, Callable[[Ranked], float | str | None]] = {
    "name": lambda it: it.name,
    "population": lambda it: it.projection.inputs.population,
    "wave": lambda it: it.line.sequence,
    "investment": lambda it: it.projection.inputs.investment.likely,
    "net": lambda it: it.projection.summary.average_annual.net,
    "npv": lambda it: it.projection.summary.npv,
    "break-even": lambda it: it.projection.summary.break_even_year,
    "share": lambda it: it.projection.summary.break_even_benefit_share,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class TablePart:
    """Some of the municipalities, and what they come to together.

    `sums` are left out where the amounts are in the prices of different years.
    """

    key: str
    title: str
    lines: tuple[EconomyLine, ...]
    summary: str
    population: str
    investment: Cell | None
    net: Cell | None


def table_parts(ranked: Sequence[Ranked], choice: Choice) -> tuple[TablePart, ...]:
    """Those of whom anything is documented, then those who are estimated."""
    found = sort_ranked(ranked, choice)
    known = [it for it in found if not it.line.is_estimated]
    estimated = [it for it in found if it.line.is_estimated]
    parts = (
        _part("known", _("Documented or given, wholly or in part"), known),
        _part("estimated", _("Estimated"), estimated),
    )
    return tuple(part for part in parts if part.lines)


def sort_ranked(ranked: Sequence[Ranked], choice: Choice) -> tuple[Ranked, ...]:
    """The municipalities in the order that was asked for."""
    by = SORTED_BY[choice.sort]
    return sorted_lines(ranked, by, descending=choice.descending)


def _part(key: str, title: str, ranked: Sequence[Ranked]) -> TablePart:
    kept, left = comparable({it.line.number: it.projection for it in ranked})
    sums = sum_all(kept)
    return TablePart(
        key=key,
        title=title,
        lines=tuple(it.line for it in ranked),
        summary=ngettext("%(num)s municipality", "%(num)s municipalities", len(ranked)),
        population=number(sums.population),
        investment=None if left else sum_cell(sums.investment),
        net=None if left else sum_cell(sums.net, HUNDREDTHS, is_signed=True),
    )


def columns(choice: Choice) -> tuple[Column, ...]:
    """The headings, each with the address that sorts by it."""
    labels = {
        "name": _("Municipality"),
        "population": _("Inhabitants"),
        "wave": _("Wave"),
        "investment": _("Investment"),
        "net": _("Net a year"),
        "npv": _("Present value"),
        "break-even": _("Paid back"),
        "share": _("Share of the benefit that must come true"),
    }
    page_url = partial(url_for, "economy.index", _anchor="municipalities")
    return table_columns(choice, labels, page_url, numbers=NUMBERS)
