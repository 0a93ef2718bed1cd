"""What municipalities have committed themselves to, and what follows from votes."""

from datetime import date
from decimal import Decimal

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from app.extensions import Base
from app.store.columns import NEVER_AGAIN, Ore, Provenance, refers_to


class CommitmentFactRow(Provenance, Base):
    """A step of the chain from option to production, or one aside from it.

    Both days are inside. `decision_id` is the decision that it follows from.
    """

    __tablename__ = "commitment_fact"
    __table_args__ = NEVER_AGAIN

    id: Mapped[int] = mapped_column(primary_key=True)
    municipality: Mapped[str] = mapped_column(
        refers_to("municipality.number"), index=True
    )
    kind: Mapped[str] = mapped_column(String(40))
    happened_first: Mapped[date]
    happened_last: Mapped[date]
    precision: Mapped[str] = mapped_column(String(20))
    case_number: Mapped[str] = mapped_column(String(80), default="")
    decision_id: Mapped[int | None] = mapped_column(refers_to("decision.id"))


class DecisionPointRow(Base):
    """A point of a decision, and what it makes once the decision is final.

    `creates`: nothing, fact, deadline, budget, task; the others say what of it.
    """

    __tablename__ = "decision_point"
    __table_args__ = NEVER_AGAIN

    id: Mapped[int] = mapped_column(primary_key=True)
    decision_id: Mapped[int] = mapped_column(refers_to("decision.id"), index=True)
    position: Mapped[int]
    text: Mapped[str] = mapped_column(String(1000))
    creates: Mapped[str] = mapped_column(String(20))
    fact_kind: Mapped[str] = mapped_column(String(40), default="")
    activity: Mapped[str] = mapped_column(String(80), default="")
    day: Mapped[date | None]
    year: Mapped[int | None]
    amount: Mapped[Decimal | None] = mapped_column(Ore)
    purpose: Mapped[str] = mapped_column(String(20), default="")
    price_year: Mapped[int | None]


class CouncilTaskRow(Base):
    """Something that a council has asked to be done."""

    __tablename__ = "council_task"
    __table_args__ = NEVER_AGAIN

    id: Mapped[int] = mapped_column(primary_key=True)
    municipality: Mapped[str] = mapped_column(
        refers_to("municipality.number"), index=True
    )
    text: Mapped[str] = mapped_column(String(1000))
    due_day: Mapped[date | None]
    done_on: Mapped[date | None]
    decision_id: Mapped[int | None] = mapped_column(refers_to("decision.id"))


class CouncilBudgetLineRow(Base):
    """A sum that a council has set aside for a year.

    `purpose` is what it is for, where that is said; so is the price year.
    """

    __tablename__ = "council_budget_line"
    __table_args__ = NEVER_AGAIN

    id: Mapped[int] = mapped_column(primary_key=True)
    municipality: Mapped[str] = mapped_column(
        refers_to("municipality.number"), index=True
    )
    text: Mapped[str] = mapped_column(String(1000))
    year: Mapped[int]
    amount: Mapped[Decimal] = mapped_column(Ore)
    purpose: Mapped[str] = mapped_column(String(20), default="")
    price_year: Mapped[int | None]
    decision_id: Mapped[int | None] = mapped_column(refers_to("decision.id"))
