"""Reads of what a municipality's money rests on."""

from sqlalchemy import select

from app.extensions import db
from app.store.money_loader import own_figure_key
from app.store.tables import AssumptionRow, MoneyFigureRow, OwnFigureRow


def list_figures() -> dict[str, MoneyFigureRow]:
    """The sums that public sources give of municipalities, by their keys."""
    rows = db.session.scalars(
        select(MoneyFigureRow)
        .where(MoneyFigureRow.municipality.is_not(None))
        .order_by(MoneyFigureRow.key)
    )
    return {row.key: row for row in rows}


def list_own_figures(number: str) -> dict[str, OwnFigureRow]:
    """What a municipality has given itself, by the key that the engine knows."""
    rows = db.session.scalars(
        select(OwnFigureRow).where(OwnFigureRow.municipality == number)
    )
    return {own_figure_key(row.municipality, row.kind): row for row in rows}


def list_assumptions() -> dict[str, AssumptionRow]:
    """What every projection assumes, by its key."""
    return {row.key: row for row in db.session.scalars(select(AssumptionRow))}
