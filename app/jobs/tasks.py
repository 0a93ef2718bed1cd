"""What the clock does: tell people of deadlines, and send what waits.

Each task works on its own, inside the app's context, and says how much it did. What
is to be told is kept first and sent afterwards: whatever breaks in between is found
again by the next run. Reminders go by the calendar on the wall in Norway.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from flask import Flask, current_app

from app.deadline_sources.due import list_due
from app.extensions import db
from app.jobs.lists import Lists, local_now
from app.jobs.sending import is_to_send, send_mails
from app.language import TIMEZONE
from app.mail_server import find_mail_server, missing_settings
from app.store import jobs, reminders
from app.store.recipients import (
    find_recipient,
    last_entered,
    list_recipients,
    reminder_days,
)

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


def _base_url(app: Flask) -> str | None:
    return app.config["PUBLIC_URL"] or None


TELL = Job(jobs.TELL_DEADLINES, is_to_tell, tell_deadlines)
SEND = Job(jobs.SEND_MAIL, is_to_send, send_mails)
JOBS = (TELL, SEND)
"""What is declared here is run, in this order, each time the clock wakes."""
