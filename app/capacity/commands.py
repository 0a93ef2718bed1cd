"""The writes on resources, what is asked for, what there is, and employees."""

from collections.abc import Iterator
from typing import Any

from app.access import User, require
from app.capacity.filling import (
    DemandEntry,
    EmployeesEntry,
    Entry,
    ResourceEntry,
    Row,
    SupplyEntry,
    entry_of,
    fill,
)
from app.capacity.queries import (
    TABLES,
    list_demands,
    list_resources,
    list_supplies,
)
from app.extensions import db
from app.keys import new_key
from app.store.tables import ChangeRow, DemandRow, PlanRow, ResourceRow, SupplyRow
from app.store.writing import writing

RIGHT = "preconditions.edit"
ADDED = {
    "resources": "capacity.resource-added",
    "demands": "capacity.demand-added",
    "supplies": "capacity.supply-added",
    "employees": "capacity.employees-added",
}
CHANGED = {
    "resources": "capacity.resource-changed",
    "demands": "capacity.demand-changed",
    "supplies": "capacity.supply-changed",
    "employees": "capacity.employees-changed",
}
REMOVED = {
    "resources": "capacity.resource-removed",
    "demands": "capacity.demand-removed",
    "supplies": "capacity.supply-removed",
    "employees": "capacity.employees-removed",
}


def add(plan: PlanRow, kind: str, entry: Entry, *, by: User) -> ChangeRow | None:
    """Add one of a kind."""
    require(by, RIGHT)
    with writing(plan, by=by, what=ADDED[kind], values=_told(entry)) as write:
        row = TABLES[kind]()
        if isinstance(row, ResourceRow) and isinstance(entry, ResourceEntry):
            taken = {it.key for it in list_resources()}
            row.key = new_key(entry.names, taken, nameless=kind)
        fill(row, entry)
        db.session.add(row)
    return write.change


def change(
    plan: PlanRow, kind: str, row: Row, entry: Entry, *, by: User, seen: int
) -> ChangeRow | None:
    """Change what is said of one."""
    require(by, RIGHT)
    with writing(
        plan,
        by=by,
        what=CHANGED[kind],
        values=_told(entry),
        seen=seen,
        touches=[(row.__tablename__, str(row.id))],
    ) as write:
        if entry != entry_of(row):
            fill(row, entry)
    return write.change


def remove(
    plan: PlanRow, kind: str, row: Row, *, by: User, seen: int
) -> ChangeRow | None:
    """Take one away; with a resource goes what is asked of it and what there is."""
    require(by, RIGHT)
    rows = [*_hanging_on(row), row]
    with writing(
        plan,
        by=by,
        what=REMOVED[kind],
        values=_told(entry_of(row)),
        seen=seen,
        touches=[(it.__tablename__, str(it.id)) for it in rows],
    ) as write:
        for it in rows[:-1]:
            db.session.delete(it)
        db.session.flush()
        db.session.delete(row)
    return write.change


def _hanging_on(row: Row) -> Iterator[DemandRow | SupplyRow]:
    if isinstance(row, ResourceRow):
        yield from (it for it in list_demands() if it.resource_id == row.id)
        yield from (it for it in list_supplies() if it.resource_id == row.id)


def _told(entry: Entry) -> dict[str, Any]:
    """What the sentence on a change is made from."""
    match entry:
        case ResourceEntry():
            return {"names": entry.names}
        case EmployeesEntry():
            return {
                "municipality": entry.municipality,
                "employees": entry.employees,
            }
        case DemandEntry() | SupplyEntry():
            resource = db.session.get_one(ResourceRow, entry.resource_id)
            return {"names": resource.names, "quantity": str(entry.quantity)}
