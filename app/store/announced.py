"""What is announced of shares, as the engine reads it; kept by revision."""

from collections.abc import Mapping
from datetime import date

from sqlalchemy import func, select

from app.extensions import db
from app.store.results import results, revision
from app.store.shares import ranges_of, share_register
from app.store.tables import (
    AnnouncedChangeRow,
    ChangeItemRow,
    ChangeRow,
    LetterRow,
)
from planning.calendars import to_day
from planning.rights.announced import AnnouncedChange, told_of
from planning.rights.ledger import EntryKind


def announced_changes() -> tuple[AnnouncedChange, ...]:
    """Every announcement, in the order in which they were made."""
    key = ("announced", revision())
    found: tuple[AnnouncedChange, ...] | None = results().find(key)
    if found is None:
        found = read_announced()
        results().keep(key, found)
    return found


def read_announced() -> tuple[AnnouncedChange, ...]:
    """The same from the rows, whatever is kept."""
    order = AnnouncedChangeRow.id
    rows = db.session.scalars(select(AnnouncedChangeRow).order_by(order))
    return tuple(map(announced_change, rows))


def find_announced(id: int) -> AnnouncedChange | None:
    """One announcement, if there is such."""
    row = db.session.get(AnnouncedChangeRow, id)
    return None if row is None else announced_change(row)


def announced_change(row: AnnouncedChangeRow) -> AnnouncedChange:
    """What a row says."""
    return AnnouncedChange(
        id=row.id,
        kind=EntryKind(row.kind),
        seller=row.seller,
        buyer=row.buyer,
        day=to_day(row.planned_on),
        shares=row.shares,
        ranges=ranges_of(row.ranges),
        price=row.price,
        due=_day(row.due_on),
        board=_day(row.board_on),
        notice=_day(row.notice_on),
        declined=_day(row.declined_on),
        case_number=row.case_number,
        given_up=_day(row.given_up_on),
    )


def with_all_letters() -> frozenset[int]:
    """The announcements whose letters are all made; a letter raises no revision."""
    made: dict[int | None, set[str]] = {}
    asked = select(LetterRow.announced_id, LetterRow.receiver).where(
        LetterRow.announced_id.is_not(None)
    )
    for id, receiver in db.session.execute(asked).tuples():
        made.setdefault(id, set()).add(receiver)
    if not made:
        return frozenset()
    told = _told()
    return frozenset(id for id in told if {*told[id]} <= made.get(id, set()))


def has_old_letters(id: int) -> bool:
    """Whether what is announced was changed after a letter to who is told was made."""
    told = LetterRow.receiver.in_(_told().get(id, ()))
    made = db.session.scalar(
        select(func.min(LetterRow.made_at)).where(LetterRow.announced_id == id, told)
    )
    if made is None:
        return False
    table = AnnouncedChangeRow.__tablename__
    changed = db.session.scalar(
        select(func.max(ChangeRow.at))
        .join(ChangeItemRow, ChangeItemRow.change_id == ChangeRow.id)
        .where(ChangeItemRow.table == table, ChangeItemRow.row_key == str(id))
    )
    return changed is not None and made < changed


def _told() -> Mapping[int, tuple[str, ...]]:
    """Who is told of each announcement."""
    key = ("told of what is announced", revision())
    found: Mapping[int, tuple[str, ...]] | None = results().find(key)
    if found is None:
        register = share_register()
        found = {
            it.id: told_of(register.ledger, register.rules, it)
            for it in announced_changes()
        }
        results().keep(key, found)
    return found


def _day(value: date | None) -> int | None:
    return None if value is None else to_day(value)
