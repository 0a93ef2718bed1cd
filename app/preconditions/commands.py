"""The writes on bindings, closed periods and national components."""

from collections.abc import Iterable

from app.access import User, require
from app.extensions import db
from app.keys import new_key
from app.preconditions.filling import (
    BindingEntry,
    ComponentEntry,
    Entry,
    PeriodEntry,
    Row,
    binding_entry,
    component_entry,
    fill,
    period_entry,
)
from app.preconditions.queries import (
    TABLES,
    list_member_keys_since,
    list_member_rows,
    list_rows,
)
from app.store.tables import (
    BindingMemberRow,
    BindingRow,
    ChangeRow,
    ClosedPeriodRow,
    PlanRow,
)
from app.store.writing import writing

RIGHT = "preconditions.edit"
MEMBERS = BindingMemberRow.__tablename__
ADDED = {
    "bindings": "preconditions.binding-added",
    "periods": "preconditions.period-added",
    "components": "preconditions.component-added",
}
CHANGED = {
    "bindings": "preconditions.binding-changed",
    "periods": "preconditions.period-changed",
    "components": "preconditions.component-changed",
}
REMOVED = {
    "bindings": "preconditions.binding-removed",
    "periods": "preconditions.period-removed",
    "components": "preconditions.component-removed",
}
# The last part of the address where one is added.
NEW = "new"


def add(plan: PlanRow, kind: str, entry: Entry, *, by: User) -> ChangeRow | None:
    """Add a binding, a period or a component."""
    require(by, RIGHT)
    with writing(plan, by=by, what=ADDED[kind], values={"names": entry.names}) as write:
        taken = {NEW, *(row.key for row in list_rows(kind))}
        key = new_key(entry.names, taken, nameless=kind)
        row = TABLES[kind](key=key)
        fill(row, entry)
        db.session.add(row)
        db.session.flush()
        _put_members(row, entry)
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
        values={"names": entry.names},
        seen=seen,
        touches=_touched(row, seen),
    ) as write:
        if entry != entry_of(row):
            fill(row, entry)
            _put_members(row, entry)
    return write.change


def remove(
    plan: PlanRow, kind: str, row: Row, *, by: User, seen: int
) -> ChangeRow | None:
    """Take one away; the plan is no longer held against it."""
    require(by, RIGHT)
    with writing(
        plan,
        by=by,
        what=REMOVED[kind],
        values={"names": row.names},
        seen=seen,
        touches=_touched(row, seen),
    ) as write:
        for member in _members(row):
            db.session.delete(member)
        db.session.flush()
        db.session.delete(row)
    return write.change


def entry_of(row: Row) -> BindingEntry | PeriodEntry | ComponentEntry:
    """What a row says, with the members of a binding."""
    if isinstance(row, BindingRow):
        return binding_entry(row, (it.municipality for it in _members(row)))
    if isinstance(row, ClosedPeriodRow):
        return period_entry(row)
    return component_entry(row)


def _put_members(row: Row, entry: Entry) -> None:
    """Let a binding bind those that were chosen; who stays keeps the row."""
    if not isinstance(entry, BindingEntry):
        return
    rows = {it.municipality: it for it in _members(row)}
    for number in sorted(rows.keys() - entry.members):
        db.session.delete(rows[number])
    for number in sorted(entry.members - rows.keys()):
        db.session.add(BindingMemberRow(binding_id=row.id, municipality=number))


def _members(row: Row) -> list[BindingMemberRow]:
    return list(list_member_rows(row.id)) if isinstance(row, BindingRow) else []


def _touched(row: Row, seen: int) -> Iterable[tuple[str, str]]:
    """The row and its members, those too that came or went in the meantime."""
    yield row.__tablename__, str(row.id)
    if isinstance(row, BindingRow):
        keys = {str(it.id) for it in _members(row)}
        for key in sorted(keys | list_member_keys_since(row.id, seen)):
            yield MEMBERS, key
