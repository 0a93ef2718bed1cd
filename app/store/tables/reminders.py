"""Who is reminded of deadlines, what was sent, and what the clock has run."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.extensions import Base
from app.store.columns import NEVER_AGAIN, UtcDateTime, refers_to

SETTING_ID = 1


class ReminderRecipientRow(Base):
    """A role that is told of deadlines by e-mail, of one scope, in one language."""

    __tablename__ = "reminder_recipient"
    __table_args__ = NEVER_AGAIN

    id: Mapped[int] = mapped_column(primary_key=True)
    role: Mapped[str] = mapped_column(String(120))
    email: Mapped[str] = mapped_column(String(254))
    language: Mapped[str] = mapped_column(String(10))
    scope_kind: Mapped[str] = mapped_column(String(20))
    scope_key: Mapped[str] = mapped_column(String(80), default="")
    is_active: Mapped[bool] = mapped_column(default=True)
    entered_at: Mapped[datetime] = mapped_column(UtcDateTime)


class ReminderSettingRow(Base):
    """How many days ahead people are reminded: the one row there is, if any."""

    __tablename__ = "reminder_setting"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    days: Mapped[list[Any]] = mapped_column(JSON)


class ReminderMailRow(Base):
    """One e-mail to one recipient: at most one a day.

    `state` is pending, sending, sent, failed or dropped. `claimed_at` says since when
    it is being sent, `next_try_at` from when on it may be tried again. `fault` is
    the setting to be mended, where `last_error` comes of one.
    """

    __tablename__ = "reminder_mail"
    __table_args__ = (UniqueConstraint("recipient_id", "made_on"), NEVER_AGAIN)

    id: Mapped[int] = mapped_column(primary_key=True)
    recipient_id: Mapped[int] = mapped_column(refers_to("reminder_recipient.id"))
    made_on: Mapped[date]
    state: Mapped[str] = mapped_column(String(20), index=True)
    attempts: Mapped[int] = mapped_column(default=0)
    next_try_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    claimed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    last_error: Mapped[str] = mapped_column(String(500), default="")
    fault: Mapped[str] = mapped_column(String(20), default="")
    sent_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class ReminderSentRow(Base):
    """That a recipient is told of a deadline, at the day it had, for a threshold."""

    __tablename__ = "reminder_sent"
    __table_args__ = (
        UniqueConstraint("recipient_id", "deadline", "day", "threshold"),
        NEVER_AGAIN,
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    recipient_id: Mapped[int] = mapped_column(refers_to("reminder_recipient.id"))
    mail_id: Mapped[int] = mapped_column(refers_to("reminder_mail.id"), index=True)
    deadline: Mapped[str] = mapped_column(String(200))
    day: Mapped[date]
    threshold: Mapped[int]


class JobRunRow(Base):
    """One run of a job; `outcome` is running, done or failed, `count` what it did."""

    __tablename__ = "job_run"
    __table_args__ = NEVER_AGAIN

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(80), index=True)
    started_at: Mapped[datetime] = mapped_column(UtcDateTime)
    finished_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    outcome: Mapped[str] = mapped_column(String(20))
    count: Mapped[int] = mapped_column(default=0)
    error: Mapped[str] = mapped_column(String(500), default="")


class ClockLeaseRow(Base):
    """Which process runs the jobs, and until when if it says nothing more."""

    __tablename__ = "clock_lease"

    name: Mapped[str] = mapped_column(String(20), primary_key=True)
    holder: Mapped[str] = mapped_column(String(120))
    until: Mapped[datetime] = mapped_column(UtcDateTime)
