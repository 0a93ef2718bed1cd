"""Thresholds that people have set, and the score of the plan over time."""

from datetime import datetime

from sqlalchemy import String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.extensions import Base
from app.store.columns import UtcDateTime, refers_to


class ThresholdRow(Base):
    """A threshold that differs from the usual one; without a row that one holds.

    Keys are critical-by, critical-float and near-critical-float; days.long-lag and
    the like for lengths; share.long-lag and the like for what a check bears.
    """

    __tablename__ = "threshold"

    key: Mapped[str] = mapped_column(String(80), primary_key=True)
    value: Mapped[str] = mapped_column(String(20))


class QualityScoreRow(Base):
    """What the quality of a plan came to from a revision on.

    There is a row where the score or the checks that fail are others than before.
    `failed` are these checks with blanks between. Without `at` it is how the plan was
    before the first change.
    """

    __tablename__ = "quality_score"
    __table_args__ = (UniqueConstraint("plan_id", "revision"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    plan_id: Mapped[int] = mapped_column(refers_to("plan.id"), index=True)
    revision: Mapped[int]
    at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    score: Mapped[int]
    passed: Mapped[int]
    asked: Mapped[int]
    failed: Mapped[str] = mapped_column(String(1000), default="")
