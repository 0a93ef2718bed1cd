"""What earlier plans said: dated statements about scopes, never a full plan."""

from datetime import date
from typing import Any

from sqlalchemy import JSON, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.extensions import Base
from app.store.columns import (
    PlannedWindow,
    Provenance,
    Texts,
    refers_to,
    texts_column,
)


class VintageRow(Base):
    """A plan as a document of its time told it."""

    __tablename__ = "vintage"

    key: Mapped[str] = mapped_column(String(40), primary_key=True)
    position: Mapped[int]
    names: Mapped[Texts] = texts_column()
    dated_first: Mapped[date]
    dated_last: Mapped[date]
    precision: Mapped[str] = mapped_column(String(20))
    note: Mapped[Texts] = texts_column()


class StatementRow(Provenance, PlannedWindow, Base):
    """One date that a vintage gives for one or more scopes.

    Scopes: `trust:HNT`, `region:namdal`, `municipality:5054`, `wave:K13`,
    `rest-of:HMR`; `#later` marks the second of two dates offered.
    """

    __tablename__ = "statement"

    key: Mapped[str] = mapped_column(String(20), primary_key=True)
    vintage: Mapped[str] = mapped_column(refers_to("vintage.key"), index=True)
    position: Mapped[int]
    code: Mapped[str] = mapped_column(String(40))
    kind: Mapped[str] = mapped_column(String(20))
    scope_texts: Mapped[Texts] = texts_column()
    scopes: Mapped[list[Any]] = mapped_column(JSON, default=list)
    printed: Mapped[str] = mapped_column(String(200), default="")


class VintageDeadlineRow(Provenance, Base):
    """A limit that an earlier plan offered a scope; `offered`: first or later."""

    __tablename__ = "vintage_deadline"
    __table_args__ = (UniqueConstraint("vintage", "scope", "kind", "offered"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    vintage: Mapped[str] = mapped_column(refers_to("vintage.key"))
    scope: Mapped[str] = mapped_column(String(80))
    scope_kind: Mapped[str] = mapped_column(String(20))
    kind: Mapped[str] = mapped_column(String(40))
    day: Mapped[date]
    offered: Mapped[str] = mapped_column(String(20))
    texts: Mapped[Texts] = texts_column()


class KnownAfterwardsRow(Provenance, Base):
    """What public pages tell of the time after the status date; never in the plan."""

    __tablename__ = "known_afterwards"

    key: Mapped[str] = mapped_column(String(40), primary_key=True)
    position: Mapped[int] = mapped_column(default=0)
    municipality: Mapped[str | None] = mapped_column(refers_to("municipality.number"))
    trust: Mapped[str | None] = mapped_column(refers_to("trust.code"))
    known_first: Mapped[date | None]
    known_last: Mapped[date | None]
    precision: Mapped[str] = mapped_column(String(20), default="")
    texts: Mapped[Texts] = texts_column()
