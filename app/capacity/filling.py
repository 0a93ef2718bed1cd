"""What a user says of capacity, into rows and back again.

What is entered is the user's own: it no longer leans on the source of what it
replaces. Whoever enters a number says whether it is an assumption.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from app.store.columns import Texts
from app.store.tables import DemandRow, EmployeeCountRow, ResourceRow, SupplyRow

ENTERED, ASSUMED = "entered", "assumed"
Row = ResourceRow | DemandRow | SupplyRow | EmployeeCountRow


@dataclass(frozen=True, slots=True, kw_only=True)
class ResourceEntry:
    """Something that waves ask for."""

    names: Texts
    unit: str
    can_fail: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class DemandEntry:
    """How much every municipality asks for, by what, and when."""

    resource_id: int
    quantity: Decimal
    per: str
    bound: str
    step: str
    length: str
    is_assumed: bool
    note: Texts


@dataclass(frozen=True, slots=True, kw_only=True)
class SupplyEntry:
    """How much there is; both days are inside, without the last it is for good."""

    resource_id: int
    quantity: Decimal
    from_day: date
    to_day: date | None
    is_assumed: bool
    note: Texts


@dataclass(frozen=True, slots=True, kw_only=True)
class EmployeesEntry:
    """How many employees of a municipality will use the solution."""

    municipality: str
    employees: int
    is_assumed: bool
    note: Texts


Entry = ResourceEntry | DemandEntry | SupplyEntry | EmployeesEntry


def entry_of(row: Row) -> Entry:
    """What a row says."""
    match row:
        case ResourceRow():
            return ResourceEntry(names=row.names, unit=row.unit, can_fail=row.can_fail)
        case DemandRow():
            return DemandEntry(
                resource_id=row.resource_id,
                quantity=row.quantity,
                per=row.per,
                bound=row.bound,
                step=row.step,
                length=row.length,
                is_assumed=row.confidence == ASSUMED,
                note=row.note,
            )
        case SupplyRow():
            return SupplyEntry(
                resource_id=row.resource_id,
                quantity=row.quantity,
                from_day=row.from_day,
                to_day=row.to_day,
                is_assumed=row.confidence == ASSUMED,
                note=row.note,
            )
    return EmployeesEntry(
        municipality=row.municipality,
        employees=row.employees,
        is_assumed=row.confidence == ASSUMED,
        note=row.note,
    )


def fill(row: Row, entry: Entry) -> None:
    """Put what was said into a row."""
    match row, entry:
        case ResourceRow(), ResourceEntry():
            row.names, row.unit = entry.names, entry.unit
            row.can_fail = entry.can_fail
            return
        case DemandRow(), DemandEntry():
            row.resource_id, row.quantity = entry.resource_id, entry.quantity
            row.per, row.bound = entry.per, entry.bound
            row.step, row.length = entry.step, entry.length
        case SupplyRow(), SupplyEntry():
            row.resource_id, row.quantity = entry.resource_id, entry.quantity
            row.from_day, row.to_day = entry.from_day, entry.to_day
        case EmployeeCountRow(), EmployeesEntry():
            row.municipality, row.employees = entry.municipality, entry.employees
        case _:
            raise ValueError(f"{entry!r} is no entry for {row!r}")
    row.note = entry.note
    row.confidence = ASSUMED if entry.is_assumed else ENTERED
    row.source = row.reference = ""
