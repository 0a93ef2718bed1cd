"""The secret addresses by which calendars ask for dates."""

from datetime import datetime

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from app.extensions import Base
from app.store.columns import NEVER_AGAIN, UtcDateTime


class FeedRow(Base):
    """A calendar's address: of what, in which language, and whose.

    The secret part of the address is not kept, only its SHA-256. A feed that has
    been revoked stays, so that its address is never given out again.
    """

    __tablename__ = "feed"
    __table_args__ = NEVER_AGAIN

    id: Mapped[int] = mapped_column(primary_key=True)
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    scope_kind: Mapped[str] = mapped_column(String(20))
    scope_key: Mapped[str] = mapped_column(String(80))
    language: Mapped[str] = mapped_column(String(10))
    made_by: Mapped[str] = mapped_column(String(80), index=True)
    label: Mapped[str] = mapped_column(String(100), default="")
    made_at: Mapped[datetime] = mapped_column(UtcDateTime)
    last_read_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    revoked_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
