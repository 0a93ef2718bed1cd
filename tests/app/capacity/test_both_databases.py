"""What is entered is kept alike on both databases."""

from datetime import date
from decimal import Decimal

from app.capacity import commands
from app.capacity.filling import (
    DemandEntry,
    EmployeesEntry,
    ResourceEntry,
    SupplyEntry,
    entry_of,
)
from app.capacity.queries import get_row, list_resources, list_step_keys
from app.store import results
from app.store.undoing import undo


def entries_about(resource: int):
    """One entry of each kind that is about a resource."""
    return {
        "demands": DemandEntry(
            resource_id=resource,
            quantity=Decimal("0.75"),
            per="employees",
            bound="after",
            step="",
            length="4w",
            is_assumed=True,
            note={"nb": "Møte"},
        ),
        "supplies": SupplyEntry(
            resource_id=resource,
            quantity=Decimal(12),
            from_day=date(2024, 1, 1),
            to_day=None,
            is_assumed=False,
            note={},
        ),
        "employees": EmployeesEntry(
            municipality="1516", employees=420, is_assumed=False, note={}
        ),
    }


def test_all_kinds_come_and_go_and_come_back(any_plan, office):
    rooms = ResourceEntry(names={"nb": "Rom"}, unit="seats", can_fail=True)
    commands.add(any_plan, "resources", rooms, by=office)
    id = list_resources()[-1].id
    entries = entries_about(id)
    for kind, entry in entries.items():
        commands.add(any_plan, kind, entry, by=office)
    assert entry_of(get_row("demands", 6)) == entries["demands"]
    assert entry_of(get_row("supplies", 1)) == entries["supplies"]
    assert entry_of(get_row("employees", 1)) == entries["employees"]
    seen = results.revision()
    row = get_row("resources", id)
    gone = commands.remove(any_plan, "resources", row, by=office, seen=seen)
    assert gone is not None
    undo(gone, by=office)
    assert entry_of(get_row("resources", id)) == rooms
    assert entry_of(get_row("demands", 6)) == entries["demands"]
    assert "training" in list_step_keys(any_plan)
    assert "go-live" not in list_step_keys(any_plan)
