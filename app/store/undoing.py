"""Taking a change back: a new change that restores the old values.

Refused where one of the values has changed since, or where something refers to a row
that would go. Taking back an undo is a redo.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

from sqlalchemy import Connection, Table, delete, insert, select, update

from app.extensions import db
from app.store.capture import KEPT_FOR_GOOD
from app.store.errors import ItemChange, UndoRefused
from app.store.references import find_reference
from app.store.rows import Values, is_row, read_row, rich_value, table_named
from app.store.shares import read_register
from app.store.tables import (
    AnnouncedChangeRow,
    BoardMeetingRow,
    ChangeItemRow,
    ChangeRow,
    MunicipalityRow,
    PlanRow,
    ShareAnnexRow,
    ShareEntryRow,
    ShareOwnerRow,
)
from app.store.writing import Write, item_change, writing
from planning.rights.announced import carried_out_by
from planning.rights.share_owners import OwnerKind
from planning.rights.shares import broken_by

if TYPE_CHECKING:
    from app.access import User

UNDONE = "history.undone"
RESTED_ON = frozenset(
    it.__tablename__ for it in (BoardMeetingRow, ShareAnnexRow, ShareOwnerRow)
)
"""What the entries of the ledger of shares are held against."""


def undo(change: ChangeRow, *, by: "User") -> ChangeRow:
    """Restore what a change replaced; return the new change.

    Raises:
        UndoRefused: with who stands in the way, and since when.
    """
    plan = None if change.plan_id is None else db.session.get(PlanRow, change.plan_id)
    values = {"change": change.id, "what": change.what, "values": change.values}
    with writing(plan, by=by, what=UNDONE, values=values) as write:
        write.undoes_id = change.id
        items = [item_change(item) for item in change.items]
        for item in items:
            _refuse_kept(item)
            _refuse_carried_out(item)
            _refuse_changed(item, change.revision)
        with _kept_under_entries(items):
            _restore(items, write)
            # What refers to nobody can't be judged.
            for item in items:
                _refuse_in_use(item)
                _refuse_needed(item, change.revision)
    assert write.change is not None  # noqa: S101 - the values differ from before
    return write.change


def _restore(items: list[ItemChange], write: Write) -> None:
    for item in items:
        write.capture.touch(item.table, item.row_key)
    restore_rows(items)


def restore_rows(items: list[ItemChange]) -> None:
    """Write past the session: rows keep the numbers that they had.

    References may dangle until the end; names that are unique may not, so that what
    goes makes room first.
    """
    connection = db.session.connection()
    for item in reversed(items):
        if item.field == "" and item.before is None:
            table = table_named(item.table)
            connection.execute(delete(table).where(is_row(table, item.row_key)))
    for item in reversed(items):
        if item.field == "" and item.before is not None:
            _insert(connection, table_named(item.table), item.before)
    for item in reversed(items):
        if item.field:
            table = table_named(item.table)
            value = rich_value(table.c[item.field], item.before)
            connection.execute(
                update(table)
                .where(is_row(table, item.row_key))
                .values({item.field: value})
            )
    db.session.expire_all()


def _insert(connection: Connection, table: Table, values: Values) -> None:
    rich = {name: rich_value(table.c[name], value) for name, value in values.items()}
    connection.execute(insert(table).values(rich))


def _refuse_kept(item: ItemChange) -> None:
    """Refuse to take anything out of a ledger: it is corrected by a new entry."""
    if item.table in KEPT_FOR_GOOD:
        raise UndoRefused("kept", item=item)


def _refuse_carried_out(item: ItemChange) -> None:
    """Refuse to tell otherwise what was announced of an entry that counts."""
    if item.table != AnnouncedChangeRow.__tablename__:
        return
    done = carried_out_by(read_register().ledger, int(item.row_key))
    if done is not None:
        table = ShareEntryRow.__tablename__
        raise _refusal("in-use", item, table, str(done.number), after=0)


@contextmanager
def _kept_under_entries(items: list[ItemChange]) -> Iterator[None]:
    """Refuse where an entry of the ledger would no longer hold, as a form would.

    That the board had met is a fact, whatever was entered before it was known.
    """
    judged = [it for it in items if it.table in RESTED_ON and not _is_met(it)]
    if not judged:
        yield
        return
    before = read_register()
    yield
    broken = broken_by(before.ledger, before.rules, read_register().rules)
    if broken:
        raise UndoRefused("rested-on", item=judged[0], broken=broken)


def _is_met(item: ItemChange) -> bool:
    """Whether a meeting of the board comes back."""
    is_meeting = item.table == BoardMeetingRow.__tablename__
    return is_meeting and item.field == "" and item.before is not None


def _refuse_changed(item: ItemChange, revision: int) -> None:
    """Refuse where the database doesn't hold what the change left there."""
    row = read_row(table_named(item.table), item.row_key)
    if item.field:
        is_same = row is not None and row.get(item.field) == item.after
    elif row is None or item.after is None:
        is_same = row is None and item.after is None
    else:
        is_same = all(row.get(name) == value for name, value in item.after.items())
    if not is_same:
        since = _since(item, row)
        raise _refusal("changed-since", since, item.table, item.row_key, after=revision)


def _since(item: ItemChange, row: Values | None) -> ItemChange:
    """What the change left, and what is there now."""
    left, now = item.after, row
    if item.field:
        now = None if row is None else row.get(item.field)
    elif left is not None and row is not None:
        differing = [name for name in left if row.get(name) != left[name]]
        left = {name: left[name] for name in differing}
        now = {name: row.get(name) for name in differing}
    return replace(item, before=left, after=now)


def _refuse_in_use(item: ItemChange) -> None:
    """Refuse to leave something behind that refers to a row which has gone."""
    if item.field or item.before is not None:
        return
    found = find_reference(item.table, item.row_key)
    if found is not None:
        raise _refusal("in-use", item, *found, after=0)


def _refuse_needed(item: ItemChange, revision: int) -> None:
    """Refuse to leave shares without one whom the agreements give a part of its own.

    An annex that says since what an owner is to buy rests on it too.
    """
    is_owner = item.table == ShareOwnerRow.__tablename__ and item.field == ""
    if not is_owner or item.before is not None or item.after is None:
        return
    number = item.after["municipality"] or ""
    place = db.session.get(MunicipalityRow, number)
    is_founder = place is not None and not place.holds_option
    if is_founder or item.after["kind"] == OwnerKind.COMPANY:
        raise UndoRefused("needed", item=item)
    annex = db.session.scalar(
        select(ShareAnnexRow.id).where(ShareAnnexRow.municipality == number)
    )
    if annex is None:
        return
    found = _refusal(
        "in-use", item, ShareAnnexRow.__tablename__, str(annex), after=revision
    )
    if found.at is not None:
        raise found


def _refusal(
    kind: str, item: ItemChange, table: str, key: str, *, after: int
) -> UndoRefused:
    """The refusal with who last changed the row that stands in the way."""
    last = db.session.scalar(
        select(ChangeRow)
        .join(ChangeItemRow, ChangeItemRow.change_id == ChangeRow.id)
        .where(
            ChangeItemRow.table == table,
            ChangeItemRow.row_key == key,
            ChangeRow.revision > after,
        )
        .order_by(ChangeRow.revision.desc())
    )
    user = (table, key)
    if last is None:
        return UndoRefused(kind, item=item, user=user)
    return UndoRefused(
        kind, item=item, by=last.by, by_name=last.by_name, at=last.at, user=user
    )
