"""Reads of shares: the rows of the ledger, the owners, what sources say of them."""

from collections.abc import Sequence

from sqlalchemy import select

from app.extensions import db
from app.store.tables import MoneyFigureRow, ShareEntryRow, ShareOwnerRow

OF_SHARES = ("ownership-share", "share-purchase")


def list_entries() -> Sequence[ShareEntryRow]:
    """The rows of the ledger, the newest first."""
    order = ShareEntryRow.number.desc()
    return db.session.scalars(select(ShareEntryRow).order_by(order)).all()


def list_owners() -> Sequence[ShareOwnerRow]:
    """All who own shares, or may come to."""
    return db.session.scalars(select(ShareOwnerRow).order_by(ShareOwnerRow.key)).all()


def list_known_sums() -> Sequence[MoneyFigureRow]:
    """What public sources say of who owns the company, and of what shares cost."""
    asked = select(MoneyFigureRow).where(MoneyFigureRow.kind.in_(OF_SHARES))
    return db.session.scalars(asked.order_by(MoneyFigureRow.key)).all()
