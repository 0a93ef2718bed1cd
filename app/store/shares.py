"""The share register as the engine reads it: the ledger, and what entries keep to.

Kept by revision, as the answers of the plan are.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sqlalchemy import select

from app.extensions import db
from app.store.errors import ClashError
from app.store.results import results, revision
from app.store.tables import (
    BoardMeetingRow,
    ChangeItemRow,
    ChangeRow,
    MunicipalityRow,
    ShareAnnexRow,
    ShareEntryRow,
    ShareOwnerRow,
)
from app.store.writing import is_of_this_history, item_change
from planning.calendars import to_day
from planning.rights.ledger import (
    CapTable,
    EntryKind,
    Ledger,
    ShareEntry,
    cap_table,
)
from planning.rights.share_owners import Owner, OwnerKind, ShareRules
from planning.rights.share_ranges import Range


@dataclass(frozen=True, slots=True)
class ShareRegister:
    """All entries in the order of their numbers, and what they are held against."""

    ledger: Ledger
    rules: ShareRules


def share_register() -> ShareRegister:
    """The register as the session sees it."""
    key = ("shares", revision())
    found: ShareRegister | None = results().find(key)
    if found is None:
        found = read_register()
        results().keep(key, found)
    return found


def owned_on(day: int) -> CapTable:
    """Who owns how much at the end of a day."""
    key = ("capitalisation", day, revision())
    found: CapTable | None = results().find(key)
    if found is None:
        found = cap_table(share_register().ledger, day)
        results().keep(key, found)
    return found


def read_register() -> ShareRegister:
    """The same from the rows, whatever is kept."""
    rows = db.session.scalars(select(ShareEntryRow).order_by(ShareEntryRow.number))
    return ShareRegister(tuple(map(share_entry, rows)), _rules())


def refuse_grown(seen: int) -> None:
    """Refuse whoever has not seen the whole ledger, such as one who sends twice.

    Raises:
        ClashError: an entry was made after `seen`, with what it says.
    """
    table, entry = ShareEntryRow.__tablename__, ChangeItemRow.table
    last = db.session.scalar(
        select(ChangeRow)
        .join(ChangeItemRow, ChangeItemRow.change_id == ChangeRow.id)
        .where(ChangeRow.revision > seen, entry == table)
        .order_by(ChangeRow.id.desc())
    )
    if last is not None:
        items = tuple(item_change(it) for it in last.items if it.table == table)
        raise ClashError(by=last.by, by_name=last.by_name, at=last.at, items=items)
    if not is_of_this_history(seen):
        raise ClashError(by_name="", at=None, items=())


def _rules() -> ShareRules:
    owners = db.session.execute(
        select(ShareOwnerRow, MunicipalityRow.holds_option).join(
            MunicipalityRow,
            MunicipalityRow.number == ShareOwnerRow.municipality,
            isouter=True,
        )
    )
    annex = select(ShareAnnexRow.municipality, ShareAnnexRow.shares)
    days = db.session.scalars(select(BoardMeetingRow.day).order_by(BoardMeetingRow.day))
    return ShareRules(
        owners={row.key: _owner(row, holds_option) for row, holds_option in owners},
        annex=dict(db.session.execute(annex).tuples().all()),
        board_days=tuple(map(to_day, days)),
    )


def _owner(row: ShareOwnerRow, holds_option: bool | None) -> Owner:
    """An owner; the municipality without an option sells to the others."""
    return Owner(
        key=row.key,
        kind=OwnerKind(row.kind),
        is_public=row.is_public,
        is_founder=holds_option is False,
        municipality=row.municipality or "",
        use_agreement=_day(row.use_agreement_on),
        joined=_day(row.cooperation_joined_on),
    )


def share_entry(row: ShareEntryRow) -> ShareEntry:
    """What a row of the ledger says."""
    return ShareEntry(
        number=row.number,
        kind=EntryKind(row.kind),
        day=to_day(row.day),
        seller=row.seller or "",
        buyer=row.buyer or "",
        ranges=ranges_of(row.ranges),
        share_class=row.share_class,
        price=row.price or Decimal(0),
        due=_day(row.due_on),
        board=_day(row.board_on),
        notice=_day(row.notice_on),
        declined=_day(row.declined_on),
        case_number=row.case_number,
        corrects=row.corrects,
        announced=row.announced_id,
    )


def ranges_of(kept: Iterable[Iterable[int]]) -> tuple[Range, ...]:
    """Pairs of numbers as ranges."""
    return tuple(Range(*pair) for pair in kept)


def _day(value: date | None) -> int | None:
    return None if value is None else to_day(value)
