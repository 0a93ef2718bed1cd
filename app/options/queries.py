"""Reads of municipalities, and of what their limits rest on."""

from collections.abc import Mapping, Sequence

from flask import abort
from sqlalchemy import select

from app.extensions import db
from app.store.tables import (
    DeadlineRow,
    MunicipalityRow,
    PlanRow,
    RegionRow,
    TemplateActivityRow,
)
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


def named_limits(plan: PlanRow, number: str) -> Mapping[str, DeadlineRow]:
    """The days that are named for a municipality, by what they are of."""
    rows = db.session.scalars(
        select(DeadlineRow)
        .where(DeadlineRow.plan_id == plan.id)
        .where(DeadlineRow.municipality == number)
    )
    return {row.activity: row for row in rows}
