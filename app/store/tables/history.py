"""Who changed what, when, from what to what; and what has been seeded."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Index, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.extensions import Base
from app.store.columns import NEVER_AGAIN, UtcDateTime, refers_to


class ChangeRow(Base):
    """One write: one verb of a user, one revision.

    `what` is a stable kind ("waves.moved") and `values` fill its sentence.
    `moved` is what the recomputed plan says about the change. `plan_id` refers to
    nothing: history outlives its plan.
    """

    __tablename__ = "change"
    __table_args__ = NEVER_AGAIN

    id: Mapped[int] = mapped_column(primary_key=True)
    revision: Mapped[int] = mapped_column(unique=True)
    plan_id: Mapped[int | None] = mapped_column(index=True)
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    by: Mapped[str] = mapped_column(String(80))
    by_name: Mapped[str] = mapped_column(String(200))
    what: Mapped[str] = mapped_column(String(80))
    values: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    moved: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    undoes_id: Mapped[int | None] = mapped_column(refers_to("change.id"))
    items: Mapped[list["ChangeItemRow"]] = relationship(
        order_by="ChangeItemRow.id", cascade="all, delete-orphan"
    )


class ChangeItemRow(Base):
    """One field of one row, before and after; a new or removed row has one side.

    `field` is empty for a whole row that came or went.
    """

    __tablename__ = "change_item"
    __table_args__ = (Index(None, "table_name", "row_key"), NEVER_AGAIN)

    id: Mapped[int] = mapped_column(primary_key=True)
    change_id: Mapped[int] = mapped_column(refers_to("change.id"), index=True)
    table: Mapped[str] = mapped_column("table_name", String(80))
    row_key: Mapped[str] = mapped_column(String(200))
    field: Mapped[str] = mapped_column(String(80), default="")
    before: Mapped[Any | None] = mapped_column(JSON(none_as_null=True))
    after: Mapped[Any | None] = mapped_column(JSON(none_as_null=True))


class SeedRow(Base):
    """A fixture row that has been loaded, so that loading can be repeated."""

    __tablename__ = "seed"

    table: Mapped[str] = mapped_column("table_name", String(80), primary_key=True)
    key: Mapped[str] = mapped_column(String(200), primary_key=True)
    row_key: Mapped[str] = mapped_column(String(200))
    digest: Mapped[str] = mapped_column(String(64))
