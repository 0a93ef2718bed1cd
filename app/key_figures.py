"""Figures of the programme, each with its own date and source."""

from dataclasses import dataclass

from flask_babel import gettext as _
from sqlalchemy import select

from app.extensions import db
from app.filters import dated, number
from app.provenance import ProvenancePart, Sources
from app.store.columns import Texts
from app.store.tables import KeyFigureRow
from planning.snapshot import Precision

# How notes in English say that a source rounds.
ROUND = "about"


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """One figure, ready to print; `unit` and `name` are data."""

    key: str
    value: str
    unit: Texts
    name: Texts
    dated: str
    provenance: ProvenancePart


def list_key_figures(sources: Sources) -> tuple[KeyFigure, ...]:
    """All figures in the order in which they are told."""
    rows = db.session.scalars(select(KeyFigureRow).order_by(KeyFigureRow.position))
    return tuple(
        KeyFigure(
            key=row.key,
            value=value_text(row),
            unit=row.unit,
            name=row.names,
            dated=date_text(row),
            provenance=sources.of(row),
        )
        for row in rows
    )


def value_text(row: KeyFigureRow) -> str:
    """The figure, what it is out of where that is known, and whether it is round."""
    if row.note.get("en", "").startswith(ROUND):
        return _("about %(figure)s", figure=number(row.value))
    if row.out_of is None:
        return number(row.value)
    return _("%(part)s of %(whole)s", part=number(row.value), whole=number(row.out_of))


def date_text(row: KeyFigureRow) -> str:
    """When the figure held, as its source tells it."""
    if row.dated_first is None or row.dated_last is None:
        return row.dated_text
    first = row.dated_first
    # A source that names a month gives no day, though it was written on one.
    if (first.year, first.month) == (row.dated_last.year, row.dated_last.month):
        return dated(first.replace(day=1), row.dated_last, Precision.MONTH)
    return row.dated_text
