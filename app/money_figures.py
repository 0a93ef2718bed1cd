"""Sums that public sources give, as they give them.

Kinds differ and the price year is almost never known: nothing is added, compared
or computed here.
"""

import re
from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from flask_babel import gettext as _
from flask_babel import ngettext

from app.filters import dated, kroner
from app.provenance import ProvenancePart, Sources
from app.store.columns import Texts
from app.store.tables import MoneyFigureRow
from planning.snapshot import Precision

PAYBACK = "payback-years-claim"
YEAR_AND_MONTH = re.compile(r"([0-9]{4})-(0[1-9]|1[0-2])")


@dataclass(frozen=True, slots=True)
class MoneyLine:
    """One sum, with what it is and where it is told."""

    key: str
    municipality: str | None
    entity: str
    kind: str
    amount: str
    exactness: str
    period: str
    price_year: str
    includes: Texts
    texts: Texts
    same_as: str
    provenance: ProvenancePart


def money_lines(
    rows: Iterable[MoneyFigureRow], sources: Sources
) -> tuple[MoneyLine, ...]:
    """The sums in the order given."""
    return tuple(
        MoneyLine(
            key=row.key,
            municipality=row.municipality,
            entity=row.entity,
            kind=kind_text(row.kind),
            amount=_("no sum given") if row.amount is None else kroner(row.amount),
            exactness="" if row.amount is None else exactness_text(row.precision_text),
            period=period_text(row),
            price_year=price_year_text(row),
            includes=row.includes,
            texts=row.texts,
            same_as=row.same_as,
            provenance=sources.of(row),
        )
        for row in rows
    )


def kind_text(kind: str) -> str:
    """What kind of sum it is."""
    return {
        "annual-cost-total": _("Yearly cost in all"),
        "annual-gain": _("Yearly gain"),
        "annual-legacy-cost": _("Yearly cost of today’s systems"),
        "annual-net-saving": _("Yearly saving, net"),
        "annual-platform-cost": _("Yearly cost of the platform"),
        "budget-overrun": _("Above the budget"),
        "cost-estimate": _("Cost estimate"),
        "cost-frame": _("Cost frame"),
        "deficit": _("Deficit"),
        "extra-authority": _("Extra spending authority"),
        "investment-one-off": _("Investment, one-off"),
        "joining-cost-total": _("Cost of joining in all"),
        "ownership-share": _("Ownership"),
        PAYBACK: _("Payback time, as claimed"),
        "project-cost": _("Own project cost before go-live"),
        "share-purchase": _("Purchase of shares"),
    }.get(kind, kind)


def exactness_text(precision: str) -> str:
    """How exactly the source gives the sum."""
    return {
        "one-decimal": _("given in millions with one decimal"),
        "thousand": _("given in thousands"),
        "whole-million": _("given in whole millions"),
        "close-to": _("“close to” in the source"),
        "tenth-of-a-billion": _("given in tenths of a billion"),
        "may-pass": _("“may pass” in the source"),
    }.get(precision, "")


def period_text(row: MoneyFigureRow) -> str:
    """The year or years that the sum belongs to."""
    period = _("a year") if row.period == "annual" else date_text(row.period)
    if row.term_years is None:
        return period
    years = ngettext("%(num)s year", "%(num)s years", row.term_years)
    if row.kind == PAYBACK:
        return _("within %(years)s, told in %(period)s", years=years, period=period)
    return _("%(period)s, for %(years)s", period=period, years=years)


def date_text(reduced: str) -> str:
    """March 2019 for 2019-03; what is no month stays as it is printed."""
    match = YEAR_AND_MONTH.fullmatch(reduced)
    if match is None:
        return reduced
    first = date(int(match[1]), int(match[2]), 1)
    last = first.replace(day=monthrange(first.year, first.month)[1])
    return dated(first, last, Precision.MONTH)


def price_year_text(row: MoneyFigureRow) -> str:
    """The price year, or that the source does not give it."""
    if row.price_year is None:
        return _("price year not known")
    return _("prices of %(year)s", year=row.price_year)
