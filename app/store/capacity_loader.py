"""Rows to what is asked of the programme, and how much of it there is."""

from typing import Any

from sqlalchemy import Row, select

from app.extensions import db
from app.store.columns import hundredths
from app.store.tables import DemandRow, EmployeeCountRow, ResourceRow, SupplyRow
from planning.calendars import to_day
from planning.capacity_facts import (
    Bound,
    CapacityFacts,
    Demand,
    Per,
    Resource,
    Supply,
)
from planning.durations import ZERO, parse_duration

ASSUMED = "assumed"


def load_capacity() -> CapacityFacts:
    """All of it, in the order in which it was entered."""
    return CapacityFacts(
        **_resources_and_demands(),
        supplies=_supplies(),
        employees=_employees(),
    )


def _resources_and_demands() -> dict[str, Any]:
    """Read together: nothing is asked for but of a resource."""
    rows = db.session.execute(
        select(
            ResourceRow.key,
            ResourceRow.can_fail,
            DemandRow.id,
            DemandRow.quantity,
            DemandRow.per,
            DemandRow.bound,
            DemandRow.step,
            DemandRow.length,
            DemandRow.confidence,
        )
        .outerjoin(DemandRow, DemandRow.resource_id == ResourceRow.id)
        .order_by(ResourceRow.id, DemandRow.id)
    ).all()
    can_fail = {row.key: row.can_fail for row in rows}
    return {
        "resources": tuple(
            Resource(key=key, can_fail=can) for key, can in can_fail.items()
        ),
        "demands": tuple(_demand(row) for row in rows if row.id is not None),
    }


def _demand(row: Row[Any]) -> Demand:
    return Demand(
        resource=row.key,
        amount=hundredths(row.quantity),
        per=Per(row.per),
        bound=Bound(row.bound),
        step=row.step,
        length=parse_duration(row.length) if row.length else ZERO,
        is_assumed=row.confidence == ASSUMED,
    )


def _supplies() -> tuple[Supply, ...]:
    rows = db.session.execute(
        select(
            ResourceRow.key,
            SupplyRow.quantity,
            SupplyRow.from_day,
            SupplyRow.to_day,
            SupplyRow.confidence,
        )
        .join(ResourceRow, ResourceRow.id == SupplyRow.resource_id)
        .order_by(SupplyRow.id)
    )
    return tuple(
        Supply(
            resource=row.key,
            amount=hundredths(row.quantity),
            start=to_day(row.from_day),
            end=None if row.to_day is None else to_day(row.to_day) + 1,
            is_assumed=row.confidence == ASSUMED,
        )
        for row in rows
    )


def _employees() -> dict[str, int]:
    rows = db.session.execute(
        select(EmployeeCountRow.municipality, EmployeeCountRow.employees).order_by(
            EmployeeCountRow.municipality
        )
    )
    return dict(rows.tuples().all())
