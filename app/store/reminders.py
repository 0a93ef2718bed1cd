"""What recipients have been told of deadlines, each thing once, and their e-mails.

That a recipient is told of a deadline is kept before the e-mail is sent, with the day
that the deadline had: one that has been moved is told anew. An e-mail is claimed
before it is sent, so that of two servers one sends it. One that was claimed and never
came to an end is sent again after CLAIM_LASTS: rather twice than never. One that
nobody has tried in time is given up, and what it was to tell counts as not told.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from sqlalchemy import ColumnElement, and_, delete, func, or_, select

from app.extensions import db
from app.store.beside import now, writing_beside
from app.store.recipients import find_recipient
from app.store.tables import (
    ReminderMailRow,
    ReminderRecipientRow,
    ReminderSentRow,
)

CLAIM_LASTS = timedelta(minutes=15)
WAITS = (
    timedelta(minutes=5),
    timedelta(minutes=30),
    timedelta(hours=2),
    timedelta(hours=12),
)
"""How long an e-mail waits after each attempt that failed; then it has failed."""
TOO_LATE = timedelta(hours=24)
"""How long after its time an e-mail that nobody tried is still worth sending."""
LONGEST_ERROR = 500
BROKE_OFF = "broke off while it was sent"
NOBODY_TRIED = "nobody tried for a day; what it was to tell is told anew"


class MailState(StrEnum):
    """How an e-mail stands; the values stand in rows."""

    PENDING = "pending"
    SENDING = "sending"
    SENT = "sent"
    FAILED = "failed"
    DROPPED = "dropped"
    """All that it was to tell has been done or moved before it could be sent."""


@dataclass(frozen=True, slots=True)
class Told:
    """One deadline to be told, at the day it has, because a threshold has passed."""

    deadline: str
    day: date
    threshold: int


@dataclass(frozen=True, slots=True)
class Claim:
    """An e-mail that this process alone may send now."""

    mail_id: int
    recipient_id: int
    made_on: date
    told: tuple[Told, ...]


def list_told(recipient_id: int) -> list[Told]:
    """Everything that a recipient has been told or will be, oldest first."""
    rows = db.session.execute(
        select(ReminderSentRow.deadline, ReminderSentRow.day, ReminderSentRow.threshold)
        .where(ReminderSentRow.recipient_id == recipient_id)
        .order_by(ReminderSentRow.id)
    )
    return [Told(*row) for row in rows]


def keep_mail(recipient_id: int, made_on: date, told: Iterable[Told]) -> bool:
    """Keep what one e-mail is to tell; whether there is anything new to be sent.

    What another server has kept meanwhile is not kept again.
    """
    with writing_beside():
        row = find_recipient(recipient_id)
        is_made = db.session.scalar(
            select(ReminderMailRow.id).where(
                ReminderMailRow.recipient_id == recipient_id,
                ReminderMailRow.made_on == made_on,
            )
        )
        known = set(list_told(recipient_id))
        new = [it for it in told if it not in known]
        if row is None or not row.is_active or is_made is not None or not new:
            return False
        mail = ReminderMailRow(
            recipient_id=recipient_id,
            made_on=made_on,
            state=MailState.PENDING.value,
            next_try_at=now(),
        )
        db.session.add(mail)
        db.session.flush()
        db.session.add_all(
            ReminderSentRow(
                recipient_id=recipient_id,
                mail_id=mail.id,
                deadline=it.deadline,
                day=it.day,
                threshold=it.threshold,
            )
            for it in new
        )
    return True


def give_up_late() -> None:
    """Give up what should have been tried a day ago: it is told anew if it holds."""
    late = now() - TOO_LATE
    with writing_beside():
        rows = db.session.scalars(
            select(ReminderMailRow).where(
                or_(
                    and_(
                        ReminderMailRow.state == MailState.PENDING.value,
                        ReminderMailRow.next_try_at < late,
                    ),
                    and_(
                        ReminderMailRow.state == MailState.SENDING.value,
                        ReminderMailRow.claimed_at < late,
                    ),
                )
            )
        ).all()
        for row in rows:
            row.last_error = row.last_error or NOBODY_TRIED
            _give_up(row)
            db.session.execute(
                delete(ReminderSentRow).where(ReminderSentRow.mail_id == row.id)
            )


def list_waiting() -> list[int]:
    """The e-mails that may be tried now, the oldest first."""
    return [it for group in list_waiting_together() for it in group]


def list_waiting_together() -> list[list[int]]:
    """The same, those to one address together: it gets one e-mail of them."""
    rows = db.session.execute(
        select(ReminderMailRow.id, ReminderRecipientRow.email)
        .join(
            ReminderRecipientRow,
            ReminderRecipientRow.id == ReminderMailRow.recipient_id,
        )
        .where(_is_waiting(now()), ReminderRecipientRow.is_active)
        .order_by(ReminderMailRow.id)
    )
    found: dict[str, list[int]] = {}
    for mail_id, email in rows:
        found.setdefault(email.lower(), []).append(mail_id)
    return list(found.values())


def claim(mail_id: int) -> Claim | None:
    """Let nobody else send an e-mail; None where somebody else does already."""
    return next(iter(claim_together([mail_id])), None)


def claim_together(mail_ids: Iterable[int]) -> list[Claim]:
    """Claim several at once; what somebody else sends already is left out."""
    at = now()
    with writing_beside():
        claims = [_claim(it, at) for it in mail_ids]
    return [it for it in claims if it is not None]


def _claim(mail_id: int, at: datetime) -> Claim | None:
    row = db.session.scalar(
        select(ReminderMailRow).where(ReminderMailRow.id == mail_id, _is_waiting(at))
    )
    if row is None:
        return None
    if row.attempts > len(WAITS):
        # Whoever tried it last came to no end, every time.
        _give_up(row)
        return None
    row.state, row.claimed_at = MailState.SENDING.value, at
    row.attempts += 1
    told = db.session.execute(
        select(ReminderSentRow.deadline, ReminderSentRow.day, ReminderSentRow.threshold)
        .where(ReminderSentRow.mail_id == mail_id)
        .order_by(ReminderSentRow.id)
    )
    return Claim(
        mail_id, row.recipient_id, row.made_on, tuple(Told(*it) for it in told)
    )


def _is_waiting(at: datetime) -> ColumnElement[bool]:
    """Whether it is time to try, or who tried is gone without a word."""
    return or_(
        and_(
            ReminderMailRow.state == MailState.PENDING.value,
            ReminderMailRow.next_try_at <= at,
        ),
        and_(
            ReminderMailRow.state == MailState.SENDING.value,
            ReminderMailRow.claimed_at <= at - CLAIM_LASTS,
        ),
    )


def mark_ended(mail_id: int, state: MailState) -> None:
    """Keep that an e-mail was sent, or need not be."""
    with writing_beside():
        row = db.session.get(ReminderMailRow, mail_id)
        if row is not None:
            row.state, row.claimed_at, row.next_try_at = state.value, None, None
            row.last_error = row.fault = ""
            row.sent_at = now() if state is MailState.SENT else None


def mark_not_sent(
    mail_id: int, why: str, *, is_final: bool = False, fault: str = ""
) -> None:
    """Keep why an e-mail could not be sent, and when it is tried again, if ever."""
    with writing_beside():
        row = db.session.get(ReminderMailRow, mail_id)
        if row is None or row.state == MailState.DROPPED:
            return
        row.last_error, row.fault = why[:LONGEST_ERROR], fault
        if is_final or row.attempts > len(WAITS):
            _give_up(row)
            return
        row.state, row.claimed_at = MailState.PENDING.value, None
        row.next_try_at = now() + WAITS[row.attempts - 1]


def _give_up(row: ReminderMailRow) -> None:
    row.state, row.claimed_at = MailState.FAILED.value, None
    row.next_try_at = None
    row.last_error = row.last_error or BROKE_OFF


def try_again(mail_id: int) -> None:
    """Try an e-mail that has failed, or waits, from now on as if it were new."""
    with writing_beside():
        row = db.session.get(ReminderMailRow, mail_id)
        if row is not None and row.state in {MailState.FAILED, MailState.PENDING}:
            row.state, row.attempts = MailState.PENDING.value, 0
            row.next_try_at = now()


def list_mails(*, recipient_id: int | None = None, most: int) -> list[ReminderMailRow]:
    """The e-mails, the newest first; of one recipient, or of all."""
    sought = select(ReminderMailRow).order_by(ReminderMailRow.id.desc()).limit(most)
    if recipient_id is not None:
        sought = sought.where(ReminderMailRow.recipient_id == recipient_id)
    return list(db.session.scalars(sought))


def last_sent(recipient_id: int) -> datetime | None:
    """When a recipient was last sent anything."""
    return db.session.scalar(
        select(func.max(ReminderMailRow.sent_at)).where(
            ReminderMailRow.recipient_id == recipient_id
        )
    )


def list_unsent() -> list[ReminderMailRow]:
    """The e-mails that could not be sent so far, the oldest first."""
    return list(
        db.session.scalars(
            select(ReminderMailRow)
            .where(
                ReminderMailRow.last_error != "",
                ReminderMailRow.state.in_((MailState.FAILED, MailState.PENDING)),
            )
            .order_by(ReminderMailRow.id)
        )
    )
