"""What the clock does: tell people of deadlines, and send what waits.

Each task works on its own, inside the app's context, and says how much it did. What
is to be told is kept first and sent afterwards: whatever breaks in between is found
again by the next run. Reminders go by the calendar on the wall in Norway.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from smtplib import SMTP
from zoneinfo import ZoneInfo

from flask import Flask, current_app, url_for
from flask_babel import force_locale

from app.deadline_sources.deadline import Deadline
from app.deadline_sources.due import list_due
from app.deadline_sources.listing import list_deadlines, of_scope
from app.extensions import db
from app.language import TIMEZONE
from app.mail_server import (
    MailServer,
    NotSent,
    connected,
    find_mail_server,
    missing_settings,
    send,
)
from app.reminder_mail import build_mail, message_of
from app.scopes import Scope, ScopeKind, scope_name
from app.stop_address import stop_token
from app.store import jobs, reminders, results
from app.store.beside import now
from app.store.names import LOCALES, names_for
from app.store.recipients import (
    find_recipient,
    last_entered,
    list_recipients,
    reminder_days,
)
from app.store.reminders import Claim, MailState
from app.store.tables import ReminderRecipientRow
from planning.calendars import to_date

TOLD_AT = time(7)


@dataclass(frozen=True, slots=True)
class Job:
    """Something that the clock does whenever it is due; the name stands in rows."""

    name: str
    is_due: Callable[[], bool]
    task: Callable[[], int]


def run_due(app: Flask, holder: str) -> None:
    """Run every job that is due, unless another process does."""
    with app.app_context(), app.test_request_context(base_url=_base_url(app)):
        if not jobs.take_lease(holder):
            return
        for job in JOBS:
            if job.is_due():
                run(job)


def run(job: Job) -> None:
    """Run a job and keep how it went; the next one runs all the same."""
    run_id = jobs.begin_run(job.name)
    try:
        count = job.task()
    except jobs.Unable as error:
        jobs.end_run(run_id, error=str(error), outcome=jobs.UNABLE)
    except Exception as error:
        db.session.rollback()
        current_app.logger.exception("The job %s failed", job.name)
        jobs.end_run(run_id, error=f"{type(error).__name__}: {error}")
    else:
        jobs.end_run(run_id, count=count)


def is_to_tell() -> bool:
    """Whether nobody has looked since seven in the morning what is to be told.

    Who is entered later in the day is told that day too: the next may be too late.

    Where nothing can be sent, or could not be the last time, it is looked at once more:
    the run says whether it can.
    """
    ended = jobs.find_last_ended(TELL.name)
    could_not = ended is not None and ended.outcome == jobs.UNABLE
    if could_not or find_mail_server(current_app.config) is None:
        return True
    local = local_now()
    due_at = datetime.combine(local.date(), TOLD_AT, ZoneInfo(TIMEZONE))
    if local < due_at:
        due_at -= timedelta(days=1)
    last, entered = jobs.last_done(TELL.name), last_entered()
    is_new = last is not None and entered is not None and entered > last
    return last is None or last < due_at or is_new


def tell_deadlines() -> int:
    """Keep an e-mail for everybody who has something to be told today.

    Raises:
        Unable: no mail server is named.
    """
    if missing := missing_settings(current_app.config):
        raise jobs.Unable(", ".join(missing))
    reminders.give_up_late()
    lists = Lists()
    today, days = local_now().date(), reminder_days()
    kept = 0
    recipients = [it.id for it in list_recipients() if it.is_active]
    for recipient_id in recipients:
        row = find_recipient(recipient_id)
        if row is None:
            continue
        told = reminders.list_told(recipient_id)
        due = list_due(lists.of(row), today=today, days=days, told=told)
        kept += reminders.keep_mail(recipient_id, today, list(due))
    return kept


def is_to_send() -> bool:
    """Whether anything waits that may be tried now."""
    is_possible = find_mail_server(current_app.config) is not None
    return is_possible and bool(reminders.list_waiting())


def send_mails() -> int:
    """Send what waits; how many got off."""
    server = find_mail_server(current_app.config)
    waiting = reminders.list_waiting()
    if server is None or not waiting:
        return 0
    lists = Lists()
    try:
        with connected(server) as connection:
            return _send_all(waiting, connection, server, lists)
    except NotSent as error:
        for mail_id in waiting:
            if reminders.claim(mail_id) is not None:
                reminders.mark_not_sent(mail_id, str(error))
        return 0


def _send_all(
    waiting: Sequence[int], connection: SMTP, server: MailServer, lists: "Lists"
) -> int:
    sent = 0
    for mail_id in waiting:
        claim = reminders.claim(mail_id)
        if claim is None:
            continue
        try:
            state = _send(claim, connection, server, lists)
        except NotSent as error:
            reminders.mark_not_sent(mail_id, str(error), is_final=error.is_final)
            if error.is_lost:
                # The others are tried by the next run, on a connection of its own.
                return sent
            continue
        except Exception as error:
            db.session.rollback()
            current_app.logger.exception("The e-mail %s could not be made", mail_id)
            reminders.mark_not_sent(mail_id, f"{type(error).__name__}: {error}")
            continue
        reminders.mark_ended(mail_id, state)
        sent += state is MailState.SENT
    return sent


def _send(
    claim: Claim, connection: SMTP, server: MailServer, lists: "Lists"
) -> MailState:
    """Send what still holds of an e-mail; of what was moved or done nothing is told."""
    row = find_recipient(claim.recipient_id)
    if row is None:
        return MailState.DROPPED
    today = local_now().date()
    held = {(it.deadline, it.day) for it in claim.told}
    deadlines = [
        it
        for it in lists.of(row)
        if (it.id, to_date(it.day)) in held
        and not it.is_done
        and to_date(it.day) >= today
    ]
    if not deadlines:
        return MailState.DROPPED
    with force_locale(LOCALES[row.language]):
        mail = build_mail(
            deadlines,
            today=today,
            status_date=lists.status_date,
            scope=scope_name(scope_of(row), names_for(lists.plan, row.language)),
            moved_from=_told_before(claim),
            public_url=current_app.config["PUBLIC_URL"],
            list_url=url_for("deadlines.index", scope=scope_of(row).value),
            stop_url=url_for("deadlines.stop", signed=stop_token(row.id)),
        )
        message = message_of(
            mail,
            sender=server.sender,
            to=row.email,
            id=f"{claim.mail_id}-{claim.made_on:%Y%m%d}",
            at=now(),
            language=row.language,
        )
    send(connection, message)
    return MailState.SENT


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


class Lists:
    """The deadlines in each language that is asked for, listed once each."""

    def __init__(self) -> None:
        self.plan = results.current_plan()
        self._evaluation = results.evaluation(self.plan)
        self._by_language: dict[str, list[Deadline]] = {}
        self.status_date = self._evaluation.snapshot.status_date

    def of(self, row: ReminderRecipientRow) -> list[Deadline]:
        """The deadlines of a recipient's scope, in its language."""
        tongue = row.language
        if tongue not in self._by_language:
            names = names_for(self.plan, tongue)
            with force_locale(LOCALES[tongue]):
                self._by_language[tongue] = list_deadlines(self._evaluation, names)
        return of_scope(self._by_language[tongue], scope_of(row))


def scope_of(row: ReminderRecipientRow) -> Scope:
    """What a recipient is told of."""
    return Scope(ScopeKind(row.scope_kind), row.scope_key)


def local_now() -> datetime:
    """The moment as the clock on the wall shows it."""
    return now().astimezone(ZoneInfo(TIMEZONE))


def _base_url(app: Flask) -> str | None:
    return app.config["PUBLIC_URL"] or None


TELL = Job(jobs.TELL_DEADLINES, is_to_tell, tell_deadlines)
SEND = Job(jobs.SEND_MAIL, is_to_send, send_mails)
JOBS = (TELL, SEND)
"""What is declared here is run, in this order, each time the clock wakes."""
