"""Who is reminded of deadlines, and how many days ahead.

A recipient is a role with an e-mail address. The address is a person's own affair: it
has no history, and where a recipient is removed it is gone.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, func, select

from app.extensions import db
from app.store.beside import now, writing_beside
from app.store.tables import (
    ReminderMailRow,
    ReminderRecipientRow,
    ReminderSentRow,
    ReminderSettingRow,
)
from app.store.tables.reminders import SETTING_ID

TOLD_BY = ("email", "scope_kind", "scope_key", "is_active")
"""What says where and of what a recipient is told: changed, it is looked at anew."""
USUAL_DAYS = (180, 90, 30, 14, 3)


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipient:
    """What the office enters of a recipient."""

    role: str
    email: str
    language: str
    scope_kind: str
    scope_key: str
    is_active: bool


def list_recipients() -> Sequence[ReminderRecipientRow]:
    """Everybody who is entered, in that order."""
    return db.session.scalars(
        select(ReminderRecipientRow).order_by(ReminderRecipientRow.id)
    ).all()


def find_recipient(recipient_id: int) -> ReminderRecipientRow | None:
    """One of them."""
    return db.session.get(ReminderRecipientRow, recipient_id)


def list_at_address(row: ReminderRecipientRow) -> Sequence[ReminderRecipientRow]:
    """The others who get e-mails at the address of a recipient."""
    return db.session.scalars(
        select(ReminderRecipientRow)
        .where(
            func.lower(ReminderRecipientRow.email) == row.email.lower(),
            ReminderRecipientRow.id != row.id,
            ReminderRecipientRow.is_active,
        )
        .order_by(ReminderRecipientRow.id)
    ).all()


def find_same(entered: Recipient) -> Sequence[ReminderRecipientRow]:
    """Those who are told of the same at the same address, however it is written."""
    return db.session.scalars(
        select(ReminderRecipientRow).where(
            func.lower(ReminderRecipientRow.email) == entered.email.lower(),
            ReminderRecipientRow.scope_kind == entered.scope_kind,
            ReminderRecipientRow.scope_key == entered.scope_key,
        )
    ).all()


def add_recipient(entered: Recipient) -> int:
    """Enter a recipient; what comes back is its number."""
    with writing_beside():
        row = ReminderRecipientRow(entered_at=now(), **_fields(entered))
        db.session.add(row)
        db.session.flush()
        return row.id


def change_recipient(recipient_id: int, entered: Recipient) -> None:
    """Change what is entered of a recipient, unless it has gone meanwhile."""
    with writing_beside():
        row = find_recipient(recipient_id)
        if row is not None:
            fields = _fields(entered)
            if any(getattr(row, name) != fields[name] for name in TOLD_BY):
                row.entered_at = now()
            for name, value in fields.items():
                setattr(row, name, value)


def stop_recipient(recipient_id: int) -> None:
    """Send a recipient nothing more, until the office says otherwise."""
    with writing_beside():
        row = find_recipient(recipient_id)
        if row is not None:
            row.is_active = False


def remove_recipient(recipient_id: int) -> None:
    """Forget a recipient, its address, and what it was sent."""
    with writing_beside():
        for table in (ReminderSentRow, ReminderMailRow):
            db.session.execute(delete(table).where(table.recipient_id == recipient_id))
        row = find_recipient(recipient_id)
        if row is not None:
            db.session.delete(row)


def _fields(entered: Recipient) -> dict[str, str | bool]:
    return {name: getattr(entered, name) for name in Recipient.__slots__}


def last_entered() -> datetime | None:
    """When somebody was last entered who gets e-mails, or is to be told otherwise."""
    return db.session.scalar(
        select(func.max(ReminderRecipientRow.entered_at)).where(
            ReminderRecipientRow.is_active
        )
    )


def reminder_days() -> tuple[int, ...]:
    """How many days ahead people are reminded, the farthest first."""
    row = db.session.get(ReminderSettingRow, SETTING_ID)
    return USUAL_DAYS if row is None else tuple(int(it) for it in row.days)


def set_reminder_days(days: Iterable[int]) -> None:
    """Remind people so many days ahead."""
    kept = sorted(set(days), reverse=True)
    with writing_beside():
        row = db.session.get(ReminderSettingRow, SETTING_ID)
        if row is None:
            db.session.add(ReminderSettingRow(id=SETTING_ID, days=kept))
        else:
            row.days = kept
