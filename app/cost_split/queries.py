"""Reads of the keys by which a cost is shared, and of what is shared."""

from collections.abc import Mapping, Sequence

from flask import abort
from sqlalchemy import select

from app.extensions import db
from app.store.tables import CostKeyRow, SharedCostRow

Row = CostKeyRow | SharedCostRow

TABLES: Mapping[str, type[Row]] = {"keys": CostKeyRow, "costs": SharedCostRow}
"""What stands in addresses, and the rows that it stands for."""


def get_row(kind: str, id: int) -> Row:
    """Return one of a kind; an unknown one is not found."""
    return db.session.get(TABLES[kind], id) or abort(404)


def list_keys() -> Sequence[CostKeyRow]:
    """The keys, the earliest first."""
    return db.session.scalars(select(CostKeyRow).order_by(CostKeyRow.from_day)).all()


def list_costs() -> Sequence[SharedCostRow]:
    """What is entered of each year, the earliest first."""
    return db.session.scalars(select(SharedCostRow).order_by(SharedCostRow.year)).all()
