"""Dates proposed to those who decide for themselves, and what they answered."""

from datetime import date
from typing import Any

from sqlalchemy import JSON, String
from sqlalchemy.orm import Mapped, mapped_column

from app.extensions import Base
from app.store.columns import NEVER_AGAIN, refers_to


class ProposalRow(Base):
    """Dates that a change of the plan proposed to a body; the write keeps it.

    `body` is as "municipality.1516" or "trust.HNT". `was` and `becomes` are ISO days
    by key, empty where nothing is planned. `closing` says why it was closed without
    an answer, by which change and on which status date.
    """

    __tablename__ = "proposal"
    __table_args__ = NEVER_AGAIN

    id: Mapped[int] = mapped_column(primary_key=True)
    body: Mapped[str] = mapped_column(String(80), index=True)
    was: Mapped[dict[str, Any]] = mapped_column(JSON)
    becomes: Mapped[dict[str, Any]] = mapped_column(JSON)
    change_id: Mapped[int] = mapped_column(refers_to("change.id"))
    made_on: Mapped[date]
    answer_by: Mapped[date]
    closing: Mapped[str] = mapped_column(String(20), default="")
    closed_by: Mapped[int | None] = mapped_column(refers_to("change.id"))
    closed_on: Mapped[date | None]


class ProposalAnswerRow(Base):
    """What a body answered, with where it stands; the office enters it.

    `verdict` is accepted, rejected or countered, `day` the go-live that the body
    proposes instead. `given_in` is letter, e-mail, minutes or other.
    """

    __tablename__ = "proposal_answer"

    proposal_id: Mapped[int] = mapped_column(
        refers_to("proposal.id"), primary_key=True, autoincrement=False
    )
    verdict: Mapped[str] = mapped_column(String(20))
    day: Mapped[date | None]
    reason: Mapped[str] = mapped_column(String(1000), default="")
    given_in: Mapped[str] = mapped_column(String(20))
    case_number: Mapped[str] = mapped_column(String(80), default="")
    answered_on: Mapped[date]
