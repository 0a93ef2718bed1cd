"""Reads of assumptions, of own sums and of those that sources give."""

from collections.abc import Sequence

from flask import abort
from sqlalchemy import select

from app.assumption_words import ASSUMPTIONS
from app.economy_figures.words import KINDS
from app.extensions import db
from app.store.tables import (
    AssumptionRow,
    MoneyFigureRow,
    MunicipalityRow,
    OwnFigureRow,
)
from planning.money_facts import FigureKind


def list_assumptions() -> Sequence[AssumptionRow]:
    """The assumptions in their order."""
    return db.session.scalars(
        select(AssumptionRow)
        .where(AssumptionRow.key.in_(ASSUMPTIONS))
        .order_by(AssumptionRow.position, AssumptionRow.key)
    ).all()


def get_assumption(key: str) -> AssumptionRow:
    """Return an assumption by its key; an unknown one is not found."""
    row = db.session.get(AssumptionRow, key) if key in ASSUMPTIONS else None
    return row or abort(404)


def get_municipality(number: str) -> MunicipalityRow:
    """Return a municipality; an unknown number is not found."""
    return db.session.get(MunicipalityRow, number) or abort(404)


def get_kind(text: str) -> FigureKind:
    """Return a kind of sum that can be entered; another one is not found."""
    return FigureKind(text) if text in KINDS else abort(404)


def list_own_figures(number: str) -> dict[str, OwnFigureRow]:
    """The own sums of a municipality, by kind."""
    rows = db.session.scalars(
        select(OwnFigureRow).where(OwnFigureRow.municipality == number)
    )
    return {row.kind: row for row in rows}


def find_own_figure(number: str, kind: FigureKind) -> OwnFigureRow | None:
    """One own sum of a municipality, if it has been entered."""
    return list_own_figures(number).get(kind)


def other_price_years(number: str, kind: FigureKind) -> Sequence[int]:
    """The known price years of what else is reckoned with, without the one kind."""
    own = list_own_figures(number)
    rows: dict[str, OwnFigureRow | MoneyFigureRow] = {
        row.kind: row for row in list_sourced_figures(number) if row.amount is not None
    }
    rows.update(own)
    return sorted(
        {
            row.price_year
            for row in rows.values()
            if row.price_year is not None and row.kind != kind.value
        }
    )


def list_sourced_figures(number: str) -> Sequence[MoneyFigureRow]:
    """What sources give of a municipality, of the kinds that can be entered."""
    return db.session.scalars(
        select(MoneyFigureRow)
        .where(MoneyFigureRow.municipality == number, MoneyFigureRow.kind.in_(KINDS))
        .order_by(MoneyFigureRow.key)
    ).all()
