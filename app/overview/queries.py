"""Reads of what has been changed last."""

from collections.abc import Sequence

from sqlalchemy import select

from app.extensions import db
from app.store.tables import ChangeRow

SHOWN_CHANGES = 5


def list_last_changes() -> Sequence[ChangeRow]:
    """The last changes, newest first."""
    return db.session.scalars(
        select(ChangeRow).order_by(ChangeRow.id.desc()).limit(SHOWN_CHANGES)
    ).all()
