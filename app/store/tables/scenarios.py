"""Scenarios: named sets of small changes on top of a plan, nothing of it copied."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.extensions import Base
from app.store.columns import NEVER_AGAIN, UtcDateTime, refers_to


class ScenarioRow(Base):
    """A scenario; its owner alone sees it until it is shared.

    `version` is raised by each change of what it comes to. `forked_from` names the
    scenario whose changes it began with, which may have gone. One that has been
    adopted names the change of the plan that it became, and is changed no more.
    """

    __tablename__ = "scenario"
    __table_args__ = NEVER_AGAIN

    id: Mapped[int] = mapped_column(primary_key=True)
    plan_id: Mapped[int] = mapped_column(refers_to("plan.id"), index=True)
    name: Mapped[str] = mapped_column(String(80))
    note: Mapped[str] = mapped_column(String(1000), default="")
    owner: Mapped[str] = mapped_column(String(80), index=True)
    owner_name: Mapped[str] = mapped_column(String(200))
    made_at: Mapped[datetime] = mapped_column(UtcDateTime)
    is_shared: Mapped[bool] = mapped_column(default=False)
    forked_from: Mapped[int | None]
    version: Mapped[int] = mapped_column(default=0)
    adopted_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    adopted_change: Mapped[int | None]
    changes: Mapped[list["ScenarioChangeRow"]] = relationship(
        order_by="ScenarioChangeRow.position", cascade="all, delete-orphan"
    )


class ScenarioChangeRow(Base):
    """One change of a scenario, as the history would keep it of the plan.

    `items` are the fields it sets, each with the value that it replaced, and with
    `seen`: the fields that act together with it, as the plan had them then. What has
    been taken back stays until another change is made, so that it can be done again.
    """

    __tablename__ = "scenario_change"
    __table_args__ = NEVER_AGAIN

    id: Mapped[int] = mapped_column(primary_key=True)
    scenario_id: Mapped[int] = mapped_column(refers_to("scenario.id"), index=True)
    position: Mapped[int]
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    by: Mapped[str] = mapped_column(String(80))
    by_name: Mapped[str] = mapped_column(String(200))
    what: Mapped[str] = mapped_column(String(80))
    values: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    moved: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    items: Mapped[list[dict[str, Any]]] = mapped_column(JSON, default=list)
    is_taken_back: Mapped[bool] = mapped_column(default=False)
