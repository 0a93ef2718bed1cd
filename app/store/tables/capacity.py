"""What waves ask of the programme, and how much of it there is."""

from datetime import date
from decimal import Decimal

from sqlalchemy import String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.extensions import Base
from app.store.columns import (
    NEVER_AGAIN,
    Hundredths,
    Provenance,
    Texts,
    refers_to,
    texts_column,
)

UNITS = ("persons", "people", "crews", "seats")
"""What resources are counted in: persons are full-time, people need not be."""


class ResourceRow(Base):
    """Something that waves ask for; `unit` is what it is counted in."""

    __tablename__ = "resource"
    __table_args__ = (UniqueConstraint("key"), NEVER_AGAIN)

    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(String(80))
    names: Mapped[Texts] = texts_column()
    unit: Mapped[str] = mapped_column(String(20))
    can_fail: Mapped[bool] = mapped_column(default=False)


class DemandRow(Provenance, Base):
    """How much every municipality asks for, by what, and when.

    `step` is a key of the template, `length` that of a span around go-live.
    """

    __tablename__ = "demand"
    __table_args__ = NEVER_AGAIN

    id: Mapped[int] = mapped_column(primary_key=True)
    resource_id: Mapped[int] = mapped_column(refers_to("resource.id"))
    quantity: Mapped[Decimal] = mapped_column(Hundredths)
    per: Mapped[str] = mapped_column(String(20))
    bound: Mapped[str] = mapped_column(String(20))
    step: Mapped[str] = mapped_column(String(80), default="")
    length: Mapped[str] = mapped_column(String(20), default="")


class SupplyRow(Provenance, Base):
    """How much there is from a day on, to another or for good; both are inside."""

    __tablename__ = "supply"
    __table_args__ = NEVER_AGAIN

    id: Mapped[int] = mapped_column(primary_key=True)
    resource_id: Mapped[int] = mapped_column(refers_to("resource.id"))
    quantity: Mapped[Decimal] = mapped_column(Hundredths)
    from_day: Mapped[date]
    to_day: Mapped[date | None]


class EmployeeCountRow(Provenance, Base):
    """How many employees of a municipality will use the solution."""

    __tablename__ = "employee_count"
    __table_args__ = (UniqueConstraint("municipality"), NEVER_AGAIN)

    id: Mapped[int] = mapped_column(primary_key=True)
    municipality: Mapped[str] = mapped_column(refers_to("municipality.number"))
    employees: Mapped[int]
