"""The writes on keys and shared costs."""

from typing import Any

from app.access import User, require
from app.cost_split.filling import CostEntry, Entry, entry_of, fill
from app.cost_split.queries import TABLES, Row
from app.extensions import db
from app.store.tables import ChangeRow
from app.store.writing import writing

RIGHT = "rights.edit"
ADDED = {"keys": "costs.key-added", "costs": "costs.cost-added"}
CHANGED = {"keys": "costs.key-changed", "costs": "costs.cost-changed"}
REMOVED = {"keys": "costs.key-removed", "costs": "costs.cost-removed"}


def add(kind: str, entry: Entry, *, by: User) -> ChangeRow | None:
    """Add one of a kind."""
    require(by, RIGHT)
    with writing(None, by=by, what=ADDED[kind], values=_told(entry)) as write:
        row = TABLES[kind]()
        fill(row, entry)
        db.session.add(row)
    return write.change


def change(
    kind: str, row: Row, entry: Entry, *, by: User, seen: int
) -> ChangeRow | None:
    """Change what is said of one."""
    require(by, RIGHT)
    touched = [(row.__tablename__, str(row.id))]
    told = _told(entry)
    with writing(
        None, by=by, what=CHANGED[kind], values=told, seen=seen, touches=touched
    ) as write:
        if entry != entry_of(row):
            fill(row, entry)
    return write.change


def remove(kind: str, row: Row, *, by: User, seen: int) -> ChangeRow | None:
    """Take one away."""
    require(by, RIGHT)
    touched = [(row.__tablename__, str(row.id))]
    told = _told(entry_of(row))
    with writing(
        None, by=by, what=REMOVED[kind], values=told, seen=seen, touches=touched
    ) as write:
        db.session.delete(row)
    return write.change


def _told(entry: Entry) -> dict[str, Any]:
    """What the sentence on a change is made from."""
    if isinstance(entry, CostEntry):
        return {"year": entry.year, "amount": str(entry.amount)}
    return {"day": entry.from_day.isoformat()}
