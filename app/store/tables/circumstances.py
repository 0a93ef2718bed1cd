"""What plans are held against: bindings, closed periods, components, acceptances."""

from collections.abc import Iterable
from datetime import date

from sqlalchemy import String, UniqueConstraint, false
from sqlalchemy.orm import Mapped, mapped_column

from app.extensions import Base
from app.store.columns import (
    NEVER_AGAIN,
    Provenance,
    Texts,
    refers_to,
    texts_column,
)


class BindingRow(Provenance, Base):
    """Municipalities that want to go live together, and since when."""

    __tablename__ = "binding"
    __table_args__ = (UniqueConstraint("key"), NEVER_AGAIN)

    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(String(80))
    kind: Mapped[str] = mapped_column(String(40))
    names: Mapped[Texts] = texts_column()
    wished_first: Mapped[date | None]
    wished_last: Mapped[date | None]
    precision: Mapped[str] = mapped_column(String(20), default="")


class BindingMemberRow(Base):
    """One municipality of a binding."""

    __tablename__ = "binding_member"
    __table_args__ = (UniqueConstraint("binding_id", "municipality"), NEVER_AGAIN)

    id: Mapped[int] = mapped_column(primary_key=True)
    binding_id: Mapped[int] = mapped_column(refers_to("binding.id"))
    municipality: Mapped[str] = mapped_column(refers_to("municipality.number"))


class ClosedPeriodRow(Provenance, Base):
    """Days of every year on which nobody goes live; it may run over new year."""

    __tablename__ = "closed_period"
    __table_args__ = (UniqueConstraint("key"), NEVER_AGAIN)

    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(String(80))
    names: Mapped[Texts] = texts_column()
    first_month: Mapped[int]
    first_day: Mapped[int]
    last_month: Mapped[int]
    last_day: Mapped[int]
    is_council_recess: Mapped[bool] = mapped_column(
        default=False, server_default=false()
    )


class ComponentRow(Provenance, Base):
    """A national component that a step of every municipality depends on.

    `needed_by` is the key of a step of the template; no date is no promise.
    """

    __tablename__ = "component"
    __table_args__ = (UniqueConstraint("key"), NEVER_AGAIN)

    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(String(80))
    names: Mapped[Texts] = texts_column()
    texts: Mapped[Texts] = texts_column()
    needed_by: Mapped[str] = mapped_column(String(80))
    expected_first: Mapped[date | None]
    expected_last: Mapped[date | None]
    precision: Mapped[str] = mapped_column(String(20), default="")
    is_late: Mapped[bool] = mapped_column(default=False)
    is_delivered: Mapped[bool] = mapped_column(default=False)


class AcceptedConflictRow(Base):
    """A conflict of a plan that the office lets stand, as its numbers stood then.

    `concerns` are the ids that the conflict concerns, joined by `join_ids`.
    """

    __tablename__ = "accepted_conflict"
    __table_args__ = (UniqueConstraint("plan_id", "kind", "concerns"), NEVER_AGAIN)

    id: Mapped[int] = mapped_column(primary_key=True)
    plan_id: Mapped[int] = mapped_column(refers_to("plan.id"))
    kind: Mapped[str] = mapped_column(String(80))
    concerns: Mapped[str] = mapped_column(String(2000))
    numbers: Mapped[str] = mapped_column(String(1000))
    reason: Mapped[str] = mapped_column(String(500))


def join_ids(ids: Iterable[str]) -> str:
    """Ids in one text; no id holds a blank."""
    return " ".join(ids)


def split_ids(joined: str) -> tuple[str, ...]:
    """The ids again."""
    return tuple(joined.split())
