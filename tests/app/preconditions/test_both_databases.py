"""What is entered is kept alike on both databases."""

from sqlalchemy import func, select

from app.extensions import db
from app.preconditions import commands
from app.preconditions.commands import entry_of
from app.preconditions.filling import BindingEntry
from app.preconditions.queries import get_row
from app.store import results
from app.store.tables import BindingMemberRow
from app.store.undoing import undo


def test_a_binding_comes_changes_goes_and_comes_back(any_plan, office):
    first = BindingEntry(
        names={"nb": "Felles legevakt"},
        kind="shared-out-of-hours",
        members=frozenset({"1516", "1517"}),
        note={"nb": "Avtale"},
    )
    commands.add(any_plan, "bindings", first, by=office)
    row = get_row("bindings", "felles-legevakt")
    assert entry_of(row) == first
    then = BindingEntry(
        names=first.names,
        kind="other",
        members=frozenset({"1517", "1520"}),
        note={},
    )
    seen = results.revision()
    commands.change(any_plan, "bindings", row, then, by=office, seen=seen)
    assert entry_of(get_row("bindings", "felles-legevakt")) == then
    row = get_row("bindings", "felles-legevakt")
    seen = results.revision()
    gone = commands.remove(any_plan, "bindings", row, by=office, seen=seen)
    assert count_members() == 12
    assert gone is not None
    undo(gone, by=office)
    assert entry_of(get_row("bindings", "felles-legevakt")) == then


def count_members() -> int:
    return db.session.scalar(select(func.count()).select_from(BindingMemberRow)) or 0
