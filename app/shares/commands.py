"""The writes on the ledger of shares: entries are added, and nothing else."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from app.access import User, require
from app.extensions import db
from app.store.announced import find_announced
from app.store.columns import Texts
from app.store.names import Names
from app.store.shares import read_register, refuse_grown
from app.store.tables import ChangeRow, ShareEntryRow
from app.store.writing import writing
from planning.calendars import to_date
from planning.rights.announced import check_carrying
from planning.rights.ledger import EntryKind, Ledger, ShareEntry, next_number
from planning.rights.refusals import Refusal
from planning.rights.shares import check_entry

RIGHT = "rights.edit"
WHAT = {
    EntryKind.ISSUE: "shares.issued",
    EntryKind.TRANSFER: "shares.sold",
    EntryKind.REDEMPTION: "shares.redeemed",
    EntryKind.CORRECTION: "shares.corrected",
}


class EntryRefused(Exception):  # noqa: N818 - reads as what the user is told
    """The ledger has changed since the entry was looked at, and takes it no more."""

    def __init__(self, refusals: tuple[Refusal, ...]) -> None:
        super().__init__(", ".join(it.kind for it in refusals))
        self.refusals = refusals


def enter(
    entry: ShareEntry,
    note: Texts,
    names: Names,
    *,
    by: User,
    at: datetime,
    seen: int | None = None,
) -> ChangeRow | None:
    """Add an entry; it is checked again where nobody else can write meanwhile.

    Raises:
        ClashError: the ledger has grown after `seen`.
        EntryRefused: with every reason.
    """
    require(by, RIGHT)
    what, values = WHAT[entry.kind], _told(entry, names)
    with writing(None, by=by, what=what, values=values) as write:
        if seen is not None:
            refuse_grown(seen)
        register = read_register()
        numbered = replace(entry, number=next_number(register.ledger))
        refusals = (
            *check_entry(register.ledger, register.rules, numbered),
            *_refused_as_announced(register.ledger, numbered),
        )
        if refusals:
            raise EntryRefused(refusals)
        db.session.add(_row(numbered, note, at))
    return write.change


def _refused_as_announced(ledger: Ledger, entry: ShareEntry) -> Iterator[Refusal]:
    """Why it can't carry out what it says that it does."""
    announced = None if entry.announced is None else find_announced(entry.announced)
    if announced is not None:
        yield from check_carrying(ledger, announced, entry)


def _told(entry: ShareEntry, names: Names) -> dict[str, Any]:
    """What the sentence on the entry is made from."""
    if entry.kind is EntryKind.CORRECTION:
        return {"entry": entry.corrects}
    told = {"buyer": names.owner(entry.buyer), "shares": entry.shares}
    return {**told, "seller": names.owner(entry.seller)} if entry.seller else told


def _row(entry: ShareEntry, note: Texts, at: datetime) -> ShareEntryRow:
    is_correction = entry.kind is EntryKind.CORRECTION
    return ShareEntryRow(
        number=entry.number,
        kind=entry.kind.value,
        day=to_date(entry.day),
        entered_at=at,
        seller=entry.seller or None,
        buyer=entry.buyer or None,
        ranges=[[it.first, it.last] for it in entry.ranges],
        share_class=entry.share_class,
        price=None if is_correction else entry.price,
        due_on=_date(entry.due),
        board_on=_date(entry.board),
        notice_on=_date(entry.notice),
        declined_on=_date(entry.declined),
        case_number=entry.case_number,
        corrects=entry.corrects,
        announced_id=entry.announced,
        confidence="entered",
        note=note,
    )


def _date(day: int | None) -> date | None:
    return None if day is None else to_date(day)
