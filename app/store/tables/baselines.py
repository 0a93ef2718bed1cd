"""Baselines: states of the plan that were frozen, each with the decision behind it."""

from datetime import date, datetime

from sqlalchemy import String, Text
from sqlalchemy.orm import Mapped, mapped_column

from app.extensions import Base
from app.store.columns import NEVER_AGAIN, UtcDateTime, refers_to


class BaselineRow(Base):
    """A frozen state; the database refuses to change one.

    `document` has the state and everything that is said here, as the text that
    `checksum` is the sha256 of. One that takes the place of another names it and
    says why; that other one stays as it is.
    """

    __tablename__ = "baseline"
    __table_args__ = NEVER_AGAIN

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(80), unique=True)
    why: Mapped[str] = mapped_column(String(1000))
    decided_by: Mapped[str] = mapped_column(String(200))
    case_number: Mapped[str] = mapped_column(String(80))
    decided_on: Mapped[date]
    made_at: Mapped[datetime] = mapped_column(UtcDateTime)
    by: Mapped[str] = mapped_column(String(80))
    by_name: Mapped[str] = mapped_column(String(200))
    revision: Mapped[int]
    replaces_id: Mapped[int | None] = mapped_column(refers_to("baseline.id"))
    replaced_reason: Mapped[str] = mapped_column(String(1000), default="")
    checksum: Mapped[str] = mapped_column(String(64))
    document: Mapped[str] = mapped_column(Text, deferred=True)
