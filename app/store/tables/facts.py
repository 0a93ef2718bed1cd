"""What is known of municipalities and money: decisions, progress, figures."""

from datetime import date
from decimal import Decimal

from sqlalchemy import String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.extensions import Base
from app.store.columns import (
    NEVER_AGAIN,
    Ore,
    Provenance,
    Texts,
    refers_to,
    texts_column,
)


class DecisionRow(Provenance, Base):
    """What a council decided or signalled, as exactly dated as it is known.

    `result`: unanimous, majority, rejected, postponed; `finality`: provisional,
    final; empty where it is not known. What was read of in a source has no motion.
    """

    __tablename__ = "decision"
    __table_args__ = NEVER_AGAIN

    id: Mapped[int] = mapped_column(primary_key=True)
    municipality: Mapped[str] = mapped_column(
        refers_to("municipality.number"), index=True
    )
    decided_first: Mapped[date]
    decided_last: Mapped[date]
    precision: Mapped[str] = mapped_column(String(20))
    outcome: Mapped[str] = mapped_column(String(40))
    texts: Mapped[Texts] = texts_column()
    body: Mapped[str] = mapped_column(String(20), default="")
    motion: Mapped[str] = mapped_column(String(4000), default="")
    amendments: Mapped[str] = mapped_column(String(4000), default="")
    conditions: Mapped[str] = mapped_column(String(4000), default="")
    result: Mapped[str] = mapped_column(String(20), default="")
    votes_for: Mapped[int | None]
    votes_against: Mapped[int | None]
    finality: Mapped[str] = mapped_column(String(20), default="")
    case_number: Mapped[str] = mapped_column(String(80), default="")


class ReportRow(Provenance, Base):
    """The progress of one activity of one municipality; silence is no report.

    States: done, started, not-done. Both days of each pair are inside.
    """

    __tablename__ = "report"
    __table_args__ = (UniqueConstraint("municipality", "activity"), NEVER_AGAIN)

    id: Mapped[int] = mapped_column(primary_key=True)
    municipality: Mapped[str] = mapped_column(refers_to("municipality.number"))
    activity: Mapped[str] = mapped_column(String(80))
    state: Mapped[str] = mapped_column(String(20))
    start_first: Mapped[date | None]
    start_last: Mapped[date | None]
    finish_first: Mapped[date | None]
    finish_last: Mapped[date | None]
    precision: Mapped[str] = mapped_column(String(20), default="day")
    remaining: Mapped[str | None] = mapped_column(String(20))


class MoneyFigureRow(Provenance, Base):
    """A sum that a public source gives; kinds differ and are never added.

    `debt_service` says of a yearly total whether the loan is in it: included,
    excluded, not-said. It is empty for other kinds. What is the `same_as` another
    sum counts with that one.
    """

    __tablename__ = "money_figure"

    key: Mapped[str] = mapped_column(String(20), primary_key=True)
    entity_kind: Mapped[str] = mapped_column(String(20))
    municipality: Mapped[str | None] = mapped_column(refers_to("municipality.number"))
    entity: Mapped[str] = mapped_column(String(200))
    kind: Mapped[str] = mapped_column(String(40))
    amount: Mapped[Decimal | None] = mapped_column(Ore)
    precision_text: Mapped[str] = mapped_column(String(100), default="")
    period: Mapped[str] = mapped_column(String(100), default="")
    term_years: Mapped[int | None]
    price_year: Mapped[int | None]
    vat: Mapped[str] = mapped_column(String(40), default="")
    includes: Mapped[Texts] = texts_column()
    texts: Mapped[Texts] = texts_column()
    decided: Mapped[str] = mapped_column(String(20), default="")
    same_as: Mapped[str] = mapped_column(String(20), default="")
    debt_service: Mapped[str] = mapped_column(String(20), default="")


class BudgetLineRow(Provenance, Base):
    """A line of the preparation budget of 2018 in both alternatives."""

    __tablename__ = "budget_line"

    key: Mapped[str] = mapped_column(String(80), primary_key=True)
    position: Mapped[int]
    names: Mapped[Texts] = texts_column()
    period_first: Mapped[date]
    period_last: Mapped[date]
    budget: Mapped[Decimal] = mapped_column(Ore)
    revised: Mapped[Decimal] = mapped_column(Ore)
