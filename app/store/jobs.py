"""What the clock has run, and which process runs it.

Of several processes one holds the lease and runs the jobs. It takes it anew each time
it wakes; where it is gone without a word, another takes it when it has run out.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import delete, func, select

from app.extensions import db
from app.store.beside import now, writing_beside
from app.store.tables import ClockLeaseRow, JobRunRow

LEASE = "clock"
LEASE_LASTS = timedelta(minutes=12)
KEPT = timedelta(days=90)
RUNNING, DONE, FAILED = "running", "done", "failed"
LONGEST_ERROR = 500


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


def end_run(run_id: int, *, count: int = 0, error: str = "") -> None:
    """Keep how a run ended; of those that found nothing to do, only the last."""
    with writing_beside():
        row = db.session.get(JobRunRow, run_id)
        if row is None:
            return
        row.finished_at, row.count = now(), count
        row.outcome = FAILED if error else DONE
        row.error = error[:LONGEST_ERROR]
        db.session.execute(
            delete(JobRunRow).where(
                JobRunRow.name == row.name,
                JobRunRow.id < run_id,
                JobRunRow.outcome == DONE,
                JobRunRow.count == 0,
            )
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
