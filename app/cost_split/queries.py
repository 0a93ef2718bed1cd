"""Reads of keys and shared costs, and of who holds shares or has left."""

from collections.abc import Mapping, Sequence

from flask import abort
from sqlalchemy import select

from app.extensions import db
from app.store.shares import share_register
from app.store.tables import CostKeyRow, SharedCostRow
from planning.evaluate import Evaluation
from planning.rights.ledger import cap_table
from planning.rights.ways_out import ways_out

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


def holdings(day: int) -> Mapping[str, int]:
    """How many shares each municipality that has any holds on a day."""
    register = share_register()
    owners = register.rules.owners
    return {
        owners[it.owner].municipality: it.shares
        for it in cap_table(register.ledger, day).holdings
        if owners[it.owner].municipality
    }


def left_days(evaluation: Evaluation) -> Mapping[str, int]:
    """The day on which each has left, or will by its notice."""
    return {
        number: day
        for number, way in ways_out(evaluation.snapshot).items()
        if (day := way.when.last if way.has_left else way.ends) is not None
    }
