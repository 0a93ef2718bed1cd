"""What the clock has run, and which process runs it.

Of several processes one holds the lease and runs the jobs. It takes it anew each time
it wakes; where it is gone without a word, another takes it when it has run out. What
a run can't do because a setting is missing is kept with it: other processes do not
know the settings of this one.
"""

import os
import socket
from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import delete, func, select

from app.extensions import db
from app.store.beside import now, writing_beside
from app.store.tables import ClockLeaseRow, JobRunRow

LEASE = "clock"
LEASE_LASTS = timedelta(minutes=12)
KEPT = timedelta(days=90)
RUNNING, DONE, FAILED, UNABLE = "running", "done", "failed", "unable"
TELL_DEADLINES, SEND_MAIL = "tell-deadlines", "send-mail"
LONGEST_ERROR = 500


class Unable(Exception):  # noqa: N818 - what has become of a run
    """A job can't be done as long as settings are missing; names them."""


def process_name() -> str:
    """What this process is called as the holder of a lease; more may follow it."""
    return f"{socket.gethostname()[:60]}, {os.getpid()}, "


def take_lease(holder: str) -> bool:
    """Whether this process may run the jobs now, and nobody else until it runs out."""
    at = now()
    with writing_beside():
        row = db.session.get(ClockLeaseRow, LEASE)
        if row is None:
            row = ClockLeaseRow(name=LEASE, holder=holder, until=at)
            db.session.add(row)
        if row.holder != holder and row.until > at:
            return False
        row.holder, row.until = holder, at + LEASE_LASTS
    return True


def give_up_lease(holder: str) -> None:
    """Let another process run the jobs at once."""
    with writing_beside():
        row = db.session.get(ClockLeaseRow, LEASE)
        if row is not None and row.holder == holder:
            db.session.delete(row)


def find_lease() -> ClockLeaseRow | None:
    """Who runs the jobs; None where nobody does, or nobody says so any more."""
    row = db.session.get(ClockLeaseRow, LEASE)
    return row if row is not None and row.until > now() else None


def begin_run(name: str) -> int:
    """Keep that a job has begun, and forget what is long past."""
    with writing_beside():
        db.session.execute(
            delete(JobRunRow).where(
                JobRunRow.name == name, JobRunRow.started_at < now() - KEPT
            )
        )
        row = JobRunRow(name=name, started_at=now(), outcome=RUNNING)
        db.session.add(row)
        db.session.flush()
        return row.id


def end_run(run_id: int, *, count: int = 0, error: str = "", outcome: str = "") -> None:
    """Keep how a run ended; of those that found nothing to do, only the last."""
    with writing_beside():
        row = db.session.get(JobRunRow, run_id)
        if row is None:
            return
        row.finished_at, row.count = now(), count
        row.outcome = outcome or (FAILED if error else DONE)
        row.error = error[:LONGEST_ERROR]
        db.session.execute(
            delete(JobRunRow).where(
                JobRunRow.name == row.name,
                JobRunRow.id < run_id,
                JobRunRow.outcome.in_((DONE, UNABLE)),
                JobRunRow.count == 0,
            )
        )


def find_last_ended(name: str) -> JobRunRow | None:
    """The last run of a job that came to an end without breaking."""
    return db.session.scalar(
        select(JobRunRow)
        .where(JobRunRow.name == name, JobRunRow.outcome.in_((DONE, UNABLE)))
        .order_by(JobRunRow.id.desc())
        .limit(1)
    )


def last_done(name: str) -> datetime | None:
    """When a job last began that was then done."""
    return db.session.scalar(
        select(func.max(JobRunRow.started_at)).where(
            JobRunRow.name == name, JobRunRow.outcome == DONE
        )
    )


def list_runs(*, most: int) -> Sequence[JobRunRow]:
    """The runs, the newest first."""
    return db.session.scalars(
        select(JobRunRow).order_by(JobRunRow.id.desc()).limit(most)
    ).all()
