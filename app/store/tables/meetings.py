"""When councils and committees meet, and how long their cases take."""

from collections.abc import Iterable
from datetime import date

from sqlalchemy import String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.extensions import Base
from app.store.columns import NEVER_AGAIN, Provenance, refers_to

ORIGINS = ("entered", "imported")


class MeetingRow(Provenance, Base):
    """A day on which a body of a municipality meets, as it was adopted there."""

    __tablename__ = "meeting"
    __table_args__ = (UniqueConstraint("municipality", "body", "day"), NEVER_AGAIN)

    id: Mapped[int] = mapped_column(primary_key=True)
    municipality: Mapped[str] = mapped_column(refers_to("municipality.number"))
    body: Mapped[str] = mapped_column(String(40))
    day: Mapped[date]
    origin: Mapped[str] = mapped_column(String(20), default="entered")


class MeetingRuleRow(Provenance, Base):
    """The nth weekday of every month on which a body meets, less some months.

    Monday is 0, the last of the month is -1; `months_out` are joined by
    `join_months`. Both days are inside, without the last it holds on.
    """

    __tablename__ = "meeting_rule"
    __table_args__ = NEVER_AGAIN

    id: Mapped[int] = mapped_column(primary_key=True)
    municipality: Mapped[str] = mapped_column(refers_to("municipality.number"))
    body: Mapped[str] = mapped_column(String(40))
    weekday: Mapped[int]
    nth: Mapped[int]
    months_out: Mapped[str] = mapped_column(String(40), default="")
    from_day: Mapped[date]
    to_day: Mapped[date | None]


class CaseLeadRow(Provenance, Base):
    """How long a case takes, in days: in a municipality, or for everybody else.

    An empty `committee` says that no committee hears it first.
    """

    __tablename__ = "case_lead"
    __table_args__ = (UniqueConstraint("municipality"), NEVER_AGAIN)

    id: Mapped[int] = mapped_column(primary_key=True)
    municipality: Mapped[str | None] = mapped_column(refers_to("municipality.number"))
    publication_days: Mapped[int]
    notice_days: Mapped[int] = mapped_column(default=0)
    committee: Mapped[str] = mapped_column(String(40), default="")
    committee_days: Mapped[int] = mapped_column(default=0)


def join_months(months: Iterable[int]) -> str:
    """Months in one text, in order."""
    return " ".join(str(it) for it in sorted(set(months)))


def split_months(joined: str) -> frozenset[int]:
    """The months again."""
    return frozenset(map(int, joined.split()))
