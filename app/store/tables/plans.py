"""Plans: waves, who is in them, the template, the programme's own dates."""

from datetime import date

from sqlalchemy import String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.extensions import Base
from app.store.columns import (
    NEVER_AGAIN,
    ActualWindow,
    PlannedWindow,
    Provenance,
    Texts,
    refers_to,
    texts_column,
)


class PlanRow(Base):
    """A plan; kinds: current, baseline, scenario."""

    __tablename__ = "plan"
    __table_args__ = NEVER_AGAIN

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(80), unique=True)
    kind: Mapped[str] = mapped_column(String(20))
    titles: Mapped[Texts] = texts_column()


class WaveRow(Provenance, PlannedWindow, ActualWindow, Base):
    """A deployment wave of one plan; its code means nothing in another plan."""

    __tablename__ = "wave"
    __table_args__ = (UniqueConstraint("plan_id", "code"), NEVER_AGAIN)

    id: Mapped[int] = mapped_column(primary_key=True)
    plan_id: Mapped[int] = mapped_column(refers_to("plan.id"), index=True)
    code: Mapped[str] = mapped_column(String(20))
    alias: Mapped[str] = mapped_column(String(20), default="")
    sequence: Mapped[int]
    series: Mapped[str] = mapped_column(String(10), default="")
    printed: Mapped[str] = mapped_column(String(100), default="")
    set_day: Mapped[date | None]
    actual_source: Mapped[str] = mapped_column(String(200), default="")
    actual_reference: Mapped[str] = mapped_column(String(1000), default="")


class PlacementRow(Provenance, Base):
    """A municipality in a wave of a plan, or in none yet.

    `decided_day` is the go-live that the plan reckoned with as it was decided: the
    first day of the window of the wave it was decided into. A move leaves it.
    """

    __tablename__ = "placement"
    __table_args__ = (UniqueConstraint("plan_id", "municipality"), NEVER_AGAIN)

    id: Mapped[int] = mapped_column(primary_key=True)
    plan_id: Mapped[int] = mapped_column(refers_to("plan.id"), index=True)
    municipality: Mapped[str] = mapped_column(refers_to("municipality.number"))
    wave_id: Mapped[int | None] = mapped_column(refers_to("wave.id"), index=True)
    decided_day: Mapped[date | None]


class TrustPlacementRow(Provenance, Base):
    """A hospital trust in a wave of a plan, or in none yet."""

    __tablename__ = "trust_placement"
    __table_args__ = (UniqueConstraint("plan_id", "trust"), NEVER_AGAIN)

    id: Mapped[int] = mapped_column(primary_key=True)
    plan_id: Mapped[int] = mapped_column(refers_to("plan.id"), index=True)
    trust: Mapped[str] = mapped_column(refers_to("trust.code"))
    wave_id: Mapped[int | None] = mapped_column(refers_to("wave.id"))


class TemplateActivityRow(Provenance, Base):
    """One step of the rollout template of a plan."""

    __tablename__ = "template_activity"
    __table_args__ = (UniqueConstraint("plan_id", "key"), NEVER_AGAIN)

    id: Mapped[int] = mapped_column(primary_key=True)
    plan_id: Mapped[int] = mapped_column(refers_to("plan.id"), index=True)
    key: Mapped[str] = mapped_column(String(80))
    position: Mapped[int] = mapped_column(default=0)
    phase: Mapped[str] = mapped_column(String(20), default="before")
    kind: Mapped[str] = mapped_column(String(20))
    names: Mapped[Texts] = texts_column()
    duration: Mapped[str] = mapped_column(String(20))
    placing: Mapped[str] = mapped_column(String(10))
    option_holders_only: Mapped[bool] = mapped_column(default=False)
    explanation: Mapped[Texts] = texts_column()


class TemplateLinkRow(Provenance, Base):
    """One edge of the rollout template of a plan; `calendar` is that of the lag."""

    __tablename__ = "template_link"
    __table_args__ = (
        UniqueConstraint("plan_id", "predecessor", "successor", "kind"),
        NEVER_AGAIN,
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    plan_id: Mapped[int] = mapped_column(refers_to("plan.id"), index=True)
    predecessor: Mapped[str] = mapped_column(String(80))
    successor: Mapped[str] = mapped_column(String(80))
    kind: Mapped[str] = mapped_column(String(2))
    lag: Mapped[str] = mapped_column(String(20))
    calendar: Mapped[str] = mapped_column(
        String(20), default="working-days", server_default="working-days"
    )
    explanation: Mapped[Texts] = texts_column()


class MilestoneRow(Provenance, PlannedWindow, Base):
    """A date of the programme; `track` is programme or gp."""

    __tablename__ = "milestone"
    __table_args__ = (UniqueConstraint("plan_id", "key"), NEVER_AGAIN)

    id: Mapped[int] = mapped_column(primary_key=True)
    plan_id: Mapped[int] = mapped_column(refers_to("plan.id"), index=True)
    key: Mapped[str] = mapped_column(String(80))
    track: Mapped[str] = mapped_column(String(20), default="programme")
    position: Mapped[int] = mapped_column(default=0)
    kind: Mapped[str] = mapped_column(String(20))
    names: Mapped[Texts] = texts_column()
    printed: Mapped[str] = mapped_column(String(100), default="")
    after: Mapped[str | None] = mapped_column(String(80))
    is_done: Mapped[bool] = mapped_column(default=False)


class DeadlineRow(Provenance, Base):
    """A last day that an agreement or letter names for one municipality."""

    __tablename__ = "deadline"
    __table_args__ = (
        UniqueConstraint("plan_id", "municipality", "activity"),
        NEVER_AGAIN,
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    plan_id: Mapped[int] = mapped_column(refers_to("plan.id"), index=True)
    municipality: Mapped[str] = mapped_column(refers_to("municipality.number"))
    activity: Mapped[str] = mapped_column(String(80))
    day: Mapped[date]
