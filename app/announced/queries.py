"""Reads of what is announced: its row, its entries."""

from flask import abort
from sqlalchemy import select

from app.extensions import db
from app.store.tables import AnnouncedChangeRow, ShareEntryRow


def get_announced(id: int) -> AnnouncedChangeRow:
    """One announcement; one that is not there is not found."""
    return db.session.get(AnnouncedChangeRow, id) or abort(404)


def find_announced(id: int | None) -> AnnouncedChangeRow | None:
    """One announcement, if there is such."""
    return None if id is None else db.session.get(AnnouncedChangeRow, id)


def list_entries(id: int) -> list[int]:
    """The numbers of all entries that carried it out, also of those struck out."""
    order = ShareEntryRow.number
    asked = select(order).where(ShareEntryRow.announced_id == id).order_by(order)
    return list(db.session.scalars(asked))
