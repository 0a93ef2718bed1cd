"""Reads of what is announced: its row, its entries, when it was changed."""

from datetime import datetime

from flask import abort
from sqlalchemy import func, select

from app.extensions import db
from app.store.tables import (
    AnnouncedChangeRow,
    ChangeItemRow,
    ChangeRow,
    ShareEntryRow,
)


def get_announced(id: int) -> AnnouncedChangeRow:
    """One announcement; one that is not there is not found."""
    return db.session.get(AnnouncedChangeRow, id) or abort(404)


def list_entries(id: int) -> list[int]:
    """The numbers of all entries that carried it out, also of those struck out."""
    order = ShareEntryRow.number
    asked = select(order).where(ShareEntryRow.announced_id == id).order_by(order)
    return list(db.session.scalars(asked))


def last_changed(id: int) -> datetime | None:
    """When what is announced was last entered or changed."""
    table = AnnouncedChangeRow.__tablename__
    return db.session.scalar(
        select(func.max(ChangeRow.at))
        .join(ChangeItemRow, ChangeItemRow.change_id == ChangeRow.id)
        .where(ChangeItemRow.table == table, ChangeItemRow.row_key == str(id))
    )
