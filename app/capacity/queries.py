"""Reads of resources, what is asked for, what there is, and employees."""

from collections.abc import Mapping, Sequence

from flask import abort
from sqlalchemy import select

from app.capacity.filling import Row
from app.extensions import db
from app.store.tables import (
    DemandRow,
    EmployeeCountRow,
    MunicipalityRow,
    PlanRow,
    ResourceRow,
    SupplyRow,
    TemplateActivityRow,
)

TABLES: Mapping[str, type[Row]] = {
    "resources": ResourceRow,
    "demands": DemandRow,
    "supplies": SupplyRow,
    "employees": EmployeeCountRow,
}
"""What stands in addresses, and the rows that it stands for."""


def get_row(kind: str, id: int) -> Row:
    """Return one of a kind; an unknown one is not found."""
    return db.session.get(TABLES[kind], id) or abort(404)


def list_resources() -> Sequence[ResourceRow]:
    """What waves can ask for, in the order in which it came."""
    return db.session.scalars(select(ResourceRow).order_by(ResourceRow.id)).all()


def list_demands() -> Sequence[DemandRow]:
    """What municipalities ask for, in the order in which it came."""
    return db.session.scalars(select(DemandRow).order_by(DemandRow.id)).all()


def list_supplies() -> Sequence[SupplyRow]:
    """What there is, by the day from which on it is there."""
    order = (SupplyRow.from_day, SupplyRow.id)
    return db.session.scalars(select(SupplyRow).order_by(*order)).all()


def list_employees() -> Sequence[EmployeeCountRow]:
    """How many employees municipalities have, sorted by the municipality's name."""
    return db.session.scalars(
        select(EmployeeCountRow)
        .join(MunicipalityRow, MunicipalityRow.number == EmployeeCountRow.municipality)
        .order_by(MunicipalityRow.sort_key)
    ).all()


def list_municipalities() -> Sequence[MunicipalityRow]:
    """All municipalities, sorted by name."""
    return db.session.scalars(
        select(MunicipalityRow).order_by(MunicipalityRow.sort_key)
    ).all()


def list_step_keys(plan: PlanRow) -> Sequence[str]:
    """The keys of the steps of the template that take time, in their order."""
    return db.session.scalars(
        select(TemplateActivityRow.key)
        .where(
            TemplateActivityRow.plan_id == plan.id,
            TemplateActivityRow.duration.not_like("0%"),
        )
        .order_by(TemplateActivityRow.position, TemplateActivityRow.id)
    ).all()
