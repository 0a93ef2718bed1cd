"""Who changed what, when, from what to what; and what has been seeded."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, DateTime, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.extensions import Base


class ChangeRow(Base):
    """One write: one verb of a user, one revision.

    `what` is a stable kind ("waves.moved") and `values` fill its sentence.
    `moved` is what the recomputed plan says about the change.
    """

    __tablename__ = "change"

    id: Mapped[int] = mapped_column(primary_key=True)
    revision: Mapped[int] = mapped_column(unique=True)
    plan_id: Mapped[int | None] = mapped_column(ForeignKey("plan.id"))
    at: Mapped[datetime] = mapped_column(DateTime(timezone=True))
    by: Mapped[str] = mapped_column(String(80))
    by_name: Mapped[str] = mapped_column(String(200))
    what: Mapped[str] = mapped_column(String(80))
    values: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    moved: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    undoes_id: Mapped[int | None] = mapped_column(ForeignKey("change.id"))
    items: Mapped[list["ChangeItemRow"]] = relationship(
        order_by="ChangeItemRow.id", cascade="all, delete-orphan"
    )


class ChangeItemRow(Base):
    """One field of one row, before and after; a new or removed row has one side.

    `field` is empty for a whole row that came or went.
    """

    __tablename__ = "change_item"

    id: Mapped[int] = mapped_column(primary_key=True)
    change_id: Mapped[int] = mapped_column(ForeignKey("change.id"), index=True)
    table: Mapped[str] = mapped_column("table_name", String(80), index=True)
    row_key: Mapped[str] = mapped_column(String(200), index=True)
    field: Mapped[str] = mapped_column(String(80), default="")
    before: Mapped[Any] = mapped_column(JSON, nullable=True)
    after: Mapped[Any] = mapped_column(JSON, nullable=True)


class SeedRow(Base):
    """A fixture row that has been loaded, so that loading can be repeated."""

    __tablename__ = "seed"

    table: Mapped[str] = mapped_column("table_name", String(80), primary_key=True)
    key: Mapped[str] = mapped_column(String(200), primary_key=True)
    row_key: Mapped[str] = mapped_column(String(200))
    digest: Mapped[str] = mapped_column(String(64))
