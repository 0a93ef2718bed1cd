"""Reads of owners, the annex and the board's meetings."""

from collections.abc import Sequence

from flask import abort
from sqlalchemy import or_, select

from app.extensions import db
from app.store.shares import share_register
from app.store.tables import (
    AnnouncedChangeRow,
    BoardMeetingRow,
    MunicipalityRow,
    ShareAnnexRow,
    ShareEntryRow,
    ShareOwnerRow,
)
from planning.rights.share_owners import OwnerKind


def list_owners() -> Sequence[ShareOwnerRow]:
    """All owners, by their keys."""
    return db.session.scalars(select(ShareOwnerRow).order_by(ShareOwnerRow.key)).all()


def get_owner(key: str) -> ShareOwnerRow:
    """An owner; one that is not there is not found."""
    return db.session.get(ShareOwnerRow, key) or abort(404)


def is_needed(key: str) -> bool:
    """Whether an owner is the company itself, or the one who sells to the others."""
    owner = share_register().rules.owners.get(key)
    return owner is not None and (owner.is_founder or owner.kind is OwnerKind.COMPANY)


def is_in_ledger(key: str) -> bool:
    """Whether an entry names an owner, or what is announced does."""
    entry, announced = ShareEntryRow, AnnouncedChangeRow
    entries = select(entry.number).where(or_(entry.seller == key, entry.buyer == key))
    planned = select(announced.id).where(
        or_(announced.seller == key, announced.buyer == key)
    )
    asked = entries.union_all(planned).limit(1)
    return db.session.scalar(asked) is not None


def list_municipalities() -> Sequence[MunicipalityRow]:
    """All municipalities by name."""
    order = MunicipalityRow.sort_key
    return db.session.scalars(select(MunicipalityRow).order_by(order)).all()


def get_option_holder(number: str) -> MunicipalityRow:
    """A municipality with an option; another one has no number in the annex."""
    row = db.session.get(MunicipalityRow, number)
    return row if row is not None and row.holds_option else abort(404)


def list_annex() -> dict[str, ShareAnnexRow]:
    """The numbers of the annex, by municipality."""
    return {it.municipality: it for it in db.session.scalars(select(ShareAnnexRow))}


def list_meetings() -> Sequence[BoardMeetingRow]:
    """The meetings of the board, the latest first."""
    order = BoardMeetingRow.day.desc()
    return db.session.scalars(select(BoardMeetingRow).order_by(order)).all()


def get_meeting(meeting_id: int) -> BoardMeetingRow:
    """A meeting of the board; one that is not there is not found."""
    return db.session.get(BoardMeetingRow, meeting_id) or abort(404)
