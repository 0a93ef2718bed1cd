"""Who is reminded, what was sent and what was not, ready to print."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from flask import current_app, url_for
from flask_babel import gettext as _
from flask_babel import ngettext

from app.deadlines.left import of_text
from app.filters import long_date, moment
from app.language import TONGUES
from app.mail_server import find_mail_server, missing_settings
from app.mail_words import fault_text, mail_problems
from app.scopes import Scope, ScopeKind
from app.store import jobs, recipients, reminders
from app.store.names import Names
from app.store.recipients import Recipient
from app.store.reminders import MailState
from app.store.tables import (
    ClockLeaseRow,
    JobRunRow,
    ReminderMailRow,
    ReminderRecipientRow,
)

MOST_RUNS, MOST_MAILS = 10, 20


@dataclass(frozen=True, slots=True, kw_only=True)
class RecipientLine:
    """One recipient in the list."""

    id: int
    role: str
    email: str
    of: str
    list_url: str
    language: str
    last: str
    is_active: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class MailLine:
    """One e-mail: how it stands, and why it did not get off."""

    id: int
    role: str
    role_url: str
    made_on: str
    state: str
    attempts: str
    error: str
    next_try: str
    can_try: bool


@dataclass(frozen=True, slots=True)
class RunLine:
    """One run of a job of the clock."""

    name: str
    started: str
    outcome: str
    is_failed: bool


@dataclass(frozen=True, slots=True)
class Standing:
    """Whether e-mails get off: sentences, and what is missing."""

    said: tuple[str, ...]
    missing: tuple[str, ...]
    has_clock: bool

    @property
    def can_send(self) -> bool:
        """Whether a clock runs and has a mail server to send by."""
        return self.has_clock and not self.missing


@dataclass(frozen=True, slots=True, kw_only=True)
class RecipientsPage:
    """Who is reminded, when, and whether it works."""

    standing: Standing
    recipients: tuple[RecipientLine, ...]
    unsent: tuple[MailLine, ...]
    runs: tuple[RunLine, ...]


@dataclass(frozen=True, slots=True)
class RecipientPage:
    """One recipient, with what it was sent."""

    line: RecipientLine
    mails: tuple[MailLine, ...]


def recipients_page(names: Names) -> RecipientsPage:
    """All recipients, and how sending stands."""
    rows = recipients.list_recipients()
    roles = {it.id: it.role for it in rows}
    unsent = reminders.list_unsent()
    return RecipientsPage(
        standing=standing(current_app.config),
        recipients=tuple(recipient_line(it, names) for it in rows),
        unsent=mail_lines(unsent, roles),
        runs=tuple(_run_line(it) for it in jobs.list_runs(most=MOST_RUNS)),
    )


def recipient_page(row: ReminderRecipientRow, names: Names) -> RecipientPage:
    """One recipient."""
    mails = reminders.list_mails(recipient_id=row.id, most=MOST_MAILS)
    return RecipientPage(
        recipient_line(row, names), mail_lines(mails, {row.id: row.role})
    )


def recipient_line(row: ReminderRecipientRow, names: Names) -> RecipientLine:
    """One recipient, ready to print."""
    scope = scope_of(row)
    last = reminders.last_sent(row.id)
    return RecipientLine(
        id=row.id,
        role=row.role,
        email=row.email,
        of=of_text(scope, names),
        list_url=url_for("deadlines.index", scope=scope.value),
        language=TONGUES.get(row.language, row.language),
        last=moment(last) if last else _("Never"),
        is_active=row.is_active,
    )


def scope_of(row: ReminderRecipientRow) -> Scope:
    """What a recipient is told of."""
    return Scope(ScopeKind(row.scope_kind), row.scope_key)


def mail_lines(
    rows: Iterable[ReminderMailRow], roles: Mapping[int, str]
) -> tuple[MailLine, ...]:
    """E-mails, ready to print."""
    return tuple(_mail_line(it, roles[it.recipient_id]) for it in rows)


def _mail_line(row: ReminderMailRow, role: str) -> MailLine:
    state = MailState(row.state)
    is_waiting = state is MailState.PENDING and row.next_try_at is not None
    return MailLine(
        id=row.id,
        role=role,
        role_url=url_for("deadlines.recipient", recipient_id=row.recipient_id),
        made_on=long_date(row.made_on),
        state=_state_text(state, row),
        attempts=ngettext("%(num)d attempt", "%(num)d attempts", row.attempts),
        error=_error_text(row),
        next_try=moment(row.next_try_at)
        if is_waiting and row.next_try_at
        else _("not tried again by itself"),
        can_try=bool(row.last_error) and state in {MailState.FAILED, MailState.PENDING},
    )


def _error_text(row: ReminderMailRow) -> str:
    """Why it did not get off: in our words, then in those of the mail server."""
    kept = row.last_error
    return {
        reminders.BROKE_OFF: _("Broke off while it was sent"),
        reminders.NOBODY_TRIED: _(
            "Nobody tried for a day; what it was to tell is told anew"
        ),
    }.get(kept) or fault_text(row.fault, kept)


def _state_text(state: MailState, row: ReminderMailRow) -> str:
    return {
        MailState.PENDING: _("waits"),
        MailState.SENDING: _("is being sent"),
        MailState.SENT: _("sent %(at)s", at=moment(row.sent_at)) if row.sent_at else "",
        MailState.FAILED: _("could not be sent"),
        MailState.DROPPED: _("not sent: all of it was done or moved meanwhile"),
    }[state]


def _run_line(row: JobRunRow) -> RunLine:
    did = {
        jobs.TELL_DEADLINES: _("Looked for what is due"),
        jobs.SEND_MAIL: _("Sent what was waiting"),
    }
    # What several recipients at one address are told is one e-mail.
    count = (
        ngettext("%(num)d recipient", "%(num)d recipients", row.count)
        if row.name == jobs.TELL_DEADLINES
        else ngettext("%(num)d e-mail", "%(num)d e-mails", row.count)
    )
    outcome = {
        jobs.RUNNING: _("runs, or broke off"),
        jobs.FAILED: _("failed: %(why)s", why=row.error),
        jobs.UNABLE: _("can send nothing: %(missing)s not set", missing=row.error),
    }.get(row.outcome, count)
    return RunLine(
        did.get(row.name, row.name),
        moment(row.started_at),
        outcome,
        row.outcome == jobs.FAILED,
    )


def standing(config: Mapping[str, Any]) -> Standing:
    """Whether e-mails get off, and what is missing where they don't.

    Another process that runs the clock has settings of its own: what it said of them
    counts, and this process's only where it is the clock, or none has run.
    """
    lease, run = jobs.find_lease(), jobs.find_last_ended(jobs.TELL_DEADLINES)
    is_own = lease is not None and lease.holder.startswith(jobs.process_name())
    if run is None or is_own:
        said, missing = _own_settings(config), missing_settings(config)
    elif run.outcome == jobs.UNABLE:
        said, missing = [], run.error.split(", ")
    else:
        said, missing = [_("The clock has a mail server to send by.")], []
    return Standing(
        (*said, _clock_text(lease)), tuple(missing), has_clock=lease is not None
    )


def entered_text(entered: Recipient) -> str:
    """What becomes of somebody who has just been entered."""
    if not entered.is_active:
        return _("%(role)s is entered, and gets no e-mails.", role=entered.role)
    if standing(current_app.config).can_send:
        return _(
            "%(role)s is entered, and is told within five minutes of what a reminder"
            " is due for.",
            role=entered.role,
        )
    return _(
        "%(role)s is entered, and is told of what a reminder is due for once e-mails"
        " can be sent.",
        role=entered.role,
    )


def again_text() -> str:
    """When an e-mail is tried again that could not be sent."""
    if standing(current_app.config).can_send:
        return _("The e-mail is tried again when the clock wakes next.")
    return _("The e-mail is tried again once e-mails can be sent.")


def _own_settings(config: Mapping[str, Any]) -> list[str]:
    """What the settings of this process say of e-mails."""
    server = find_mail_server(config)
    if server is None:
        return []
    said = [
        _(
            "E-mails come from %(sender)s, by the mail server %(host)s.",
            sender=server.sender,
            host=server.host,
        )
    ]
    said += mail_problems(config)
    if not config["PUBLIC_URL"]:
        said.append(
            _(
                "They hold no links: the installation does not know its own address"
                " (BOLGEPLAN_PUBLIC_URL)."
            )
        )
    return said


def _clock_text(lease: ClockLeaseRow | None) -> str:
    """Whether a clock runs."""
    if lease is None:
        return _(
            "No clock runs now, so nothing is sent. “bolgeplan serve” has one, and"
            " “bolgeplan clock” is one."
        )
    woken = lease.until - jobs.LEASE_LASTS
    return _("The clock runs; it last woke %(at)s.", at=moment(woken))
