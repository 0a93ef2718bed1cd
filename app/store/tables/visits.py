"""When each user was last here; nobody else's page depends on it."""

from datetime import datetime

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from app.extensions import Base
from app.store.columns import UtcDateTime


class LastVisitRow(Base):
    """A user, by the key that the history keeps, and how far they have looked.

    They have seen what had happened by `seen`; what came after `since` is new to
    the visit that `seen` belongs to. A first visit has no `since`. The revisions say
    the same exactly, whatever the clock said.
    """

    __tablename__ = "last_visit"

    key: Mapped[str] = mapped_column(String(80), primary_key=True)
    seen: Mapped[datetime] = mapped_column(UtcDateTime)
    since: Mapped[datetime | None] = mapped_column(UtcDateTime)
    seen_revision: Mapped[int] = mapped_column(default=0)
    since_revision: Mapped[int | None]
