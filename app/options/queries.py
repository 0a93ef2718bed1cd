"""Reads of municipalities, of what their limits rest on, and of their shares."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from flask import abort
from sqlalchemy import select

from app.extensions import db
from app.store.shares import share_register
from app.store.tables import (
    DeadlineRow,
    DecisionRow,
    MunicipalityRow,
    PlanRow,
    RegionRow,
    TemplateActivityRow,
)
from planning.money import to_ore
from planning.rights.ledger import cap_table
from planning.rights.options import OPTION_LIMIT, PREPROJECT_LIMIT, WITHDRAWAL_LIMIT

LIMITS = (PREPROJECT_LIMIT, OPTION_LIMIT, WITHDRAWAL_LIMIT)


def list_municipalities() -> Sequence[MunicipalityRow]:
    """All municipalities, by name."""
    return db.session.scalars(
        select(MunicipalityRow).order_by(MunicipalityRow.sort_key)
    ).all()


def get_municipality(number: str) -> MunicipalityRow:
    """Return a municipality by its number; an unknown one is not found."""
    return db.session.get(MunicipalityRow, number) or abort(404)


def list_regions() -> Sequence[RegionRow]:
    """The working-group regions, by name."""
    return db.session.scalars(select(RegionRow).order_by(RegionRow.sort_key)).all()


def limit_steps(plan: PlanRow) -> Mapping[str, TemplateActivityRow]:
    """The limits of a plan's template, which say what they rest on."""
    rows = db.session.scalars(
        select(TemplateActivityRow)
        .where(TemplateActivityRow.plan_id == plan.id)
        .where(TemplateActivityRow.key.in_(LIMITS))
    )
    return {row.key: row for row in rows}


def list_decisions(number: str) -> Sequence[DecisionRow]:
    """What a council has decided or signalled."""
    return db.session.scalars(
        select(DecisionRow).where(DecisionRow.municipality == number)
    ).all()


def named_limits(plan: PlanRow, number: str) -> Mapping[str, DeadlineRow]:
    """The days that are named for a municipality, by what they are of."""
    rows = db.session.scalars(
        select(DeadlineRow)
        .where(DeadlineRow.plan_id == plan.id)
        .where(DeadlineRow.municipality == number)
    )
    return {row.activity: row for row in rows}


def shares_at_par(number: str, day: int) -> int | None:
    """The shares of a municipality on a day, at par in øre; None where none stand."""
    register = share_register()
    owner_of = {key: it.municipality for key, it in register.rules.owners.items()}
    sums = [
        holding.par_sum
        for holding in cap_table(register.ledger, day).holdings
        if owner_of.get(holding.owner) == number
    ]
    return to_ore(sum(sums, Decimal(0))) if sums else None
