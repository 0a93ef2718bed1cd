"""Reads of what the economy page rests on."""

from collections.abc import Sequence

from sqlalchemy import select

from app.extensions import db
from app.store.tables import (
    BudgetLineRow,
    MoneyFigureRow,
    MunicipalityRow,
    RegionRow,
    TrustRow,
)


def list_municipalities() -> Sequence[MunicipalityRow]:
    """All municipalities, by name."""
    return db.session.scalars(
        select(MunicipalityRow).order_by(MunicipalityRow.sort_key)
    ).all()


def list_regions() -> Sequence[RegionRow]:
    """The working-group regions, by name."""
    return db.session.scalars(select(RegionRow).order_by(RegionRow.sort_key)).all()


def list_named_trusts() -> Sequence[TrustRow]:
    """The hospital trusts that the sources name."""
    return db.session.scalars(
        select(TrustRow).where(TrustRow.name != "").order_by(TrustRow.position)
    ).all()


def list_municipal_sums() -> Sequence[MoneyFigureRow]:
    """The sums that public sources give for municipalities."""
    return db.session.scalars(
        select(MoneyFigureRow)
        .where(MoneyFigureRow.municipality.is_not(None))
        .order_by(MoneyFigureRow.key)
    ).all()


def list_budget() -> Sequence[BudgetLineRow]:
    """The lines of the preparation budget of 2018."""
    return db.session.scalars(
        select(BudgetLineRow).order_by(BudgetLineRow.position)
    ).all()
