"""Send what waits: what one address is told goes out in one e-mail.

Each recipient's reminders stand in a part of their own, and are remembered as sent by
themselves. What two of them would tell alike is told once.
"""

from collections.abc import Sequence
from datetime import date
from smtplib import SMTP

from flask import current_app, url_for
from flask_babel import force_locale

from app.deadline_sources.deadline import Deadline
from app.extensions import db
from app.jobs.lists import Lists, local_now, scope_of
from app.mail_server import MailServer, NotSent, connected, find_mail_server, send
from app.reminder_mail import Told, build_mail, message_of
from app.scopes import scope_name
from app.stop_address import stop_token
from app.store import reminders
from app.store.beside import now
from app.store.names import LOCALES, names_for
from app.store.recipients import find_recipient
from app.store.reminders import Claim, MailState
from app.store.tables import ReminderRecipientRow
from planning.calendars import to_date


def is_to_send() -> bool:
    """Whether anything waits that may be tried now."""
    is_possible = find_mail_server(current_app.config) is not None
    return is_possible and bool(reminders.list_waiting())


def send_mails() -> int:
    """Send what waits; how many e-mails got off."""
    server = find_mail_server(current_app.config)
    waiting = reminders.list_waiting_together()
    if server is None or not waiting:
        return 0
    lists = Lists()
    try:
        with connected(server) as connection:
            return _send_all(waiting, connection, server, lists)
    except NotSent as error:
        for group in waiting:
            _mark_not_sent(reminders.claim_together(group), error)
        return 0


def _send_all(
    waiting: Sequence[Sequence[int]],
    connection: SMTP,
    server: MailServer,
    lists: Lists,
) -> int:
    sent = 0
    for group in waiting:
        claims = reminders.claim_together(group)
        try:
            sent += _send(claims, connection, server, lists)
        except NotSent as error:
            _mark_not_sent(claims, error)
            if error.is_lost:
                # The others are tried by the next run, on a connection of its own.
                return sent
        except Exception as error:
            db.session.rollback()
            ids = ", ".join(str(it.mail_id) for it in claims)
            current_app.logger.exception("The e-mail %s could not be made", ids)
            for claim in claims:
                told = f"{type(error).__name__}: {error}"
                reminders.mark_not_sent(claim.mail_id, told)
    return sent


def _mark_not_sent(claims: Sequence[Claim], error: NotSent) -> None:
    for claim in claims:
        reminders.mark_not_sent(
            claim.mail_id,
            str(error),
            is_final=error.is_final,
            fault=error.fault.value,
        )


def _send(
    claims: Sequence[Claim], connection: SMTP, server: MailServer, lists: Lists
) -> bool:
    """Send one e-mail of what still holds; of what was moved or done none is told."""
    rows = {it.mail_id: find_recipient(it.recipient_id) for it in claims}
    known = [row for row in rows.values() if row is not None]
    # Who is entered twice in two languages reads the first of them.
    tongue = known[0].language if known else ""
    parts: list[tuple[Claim, ReminderRecipientRow, list[Deadline]]] = []
    for claim in claims:
        row = rows[claim.mail_id]
        held = [] if row is None else _still_held(claim, lists.of(row, tongue))
        if row is None or not held:
            reminders.mark_ended(claim.mail_id, MailState.DROPPED)
        else:
            parts.append((claim, row, held))
    if not parts:
        return False
    with force_locale(LOCALES[tongue]):
        first, to, _held = parts[0]
        mail = build_mail(
            [_part(*it, lists, tongue) for it in parts],
            today=local_now().date(),
            status_date=lists.status_date,
            public_url=current_app.config["PUBLIC_URL"],
        )
        message = message_of(
            mail,
            sender=server.sender,
            to=to.email,
            id=f"{first.mail_id}-{first.made_on:%Y%m%d}",
            at=now(),
            language=tongue,
        )
    send(connection, message)
    for claim, _row, _deadlines in parts:
        reminders.mark_ended(claim.mail_id, MailState.SENT)
    return True


def _still_held(claim: Claim, deadlines: Sequence[Deadline]) -> list[Deadline]:
    """The deadlines of an e-mail that are on the day that it is to tell, and ahead."""
    today = local_now().date()
    held = {(it.deadline, it.day) for it in claim.told}
    return [
        it
        for it in deadlines
        if (it.id, to_date(it.day)) in held
        and not it.is_done
        and to_date(it.day) >= today
    ]


def _part(
    claim: Claim,
    row: ReminderRecipientRow,
    deadlines: list[Deadline],
    lists: Lists,
    tongue: str,
) -> Told:
    scope = scope_of(row)
    return Told(
        scope=scope_name(scope, names_for(lists.plan, tongue)),
        deadlines=tuple(deadlines),
        moved_from=_told_before(claim),
        list_url=url_for("deadlines.index", scope=scope.value),
        stop_url=url_for("deadlines.stop", signed=stop_token(row.id)),
    )


def _told_before(claim: Claim) -> dict[str, date]:
    """The day that was told last of each deadline that has another one now."""
    now_told = set(claim.told)
    told = reminders.list_told(claim.recipient_id)
    last = {it.deadline: it.day for it in told if it not in now_told}
    return {
        it.deadline: last[it.deadline]
        for it in claim.told
        if last.get(it.deadline, it.day) != it.day
    }
