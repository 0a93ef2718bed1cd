"""When jobs are run: the one door to APScheduler.

The clock wakes every five minutes, seven in the morning among them, and asks each job
whether it is due: tables say so, which a stop and a start do not change. A small
installation has it inside the server, a large one as a process of its own; where two
are at work, one of them holds the lease.
"""

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from zoneinfo import ZoneInfo

from apscheduler.schedulers.background import (  # type: ignore[import-untyped]  # has no types
    BackgroundScheduler,
)
from apscheduler.triggers.cron import (  # type: ignore[import-untyped]  # has no types
    CronTrigger,
)
from flask import Flask

from app.jobs.tasks import run_due
from app.language import TIMEZONE
from app.store import jobs

ZONE = ZoneInfo(TIMEZONE)


@contextmanager
def clock_beside(app: Flask) -> Iterator[None]:
    """Run the jobs beside what else the process does."""
    scheduler = BackgroundScheduler(timezone=ZONE)
    holder = holder_name()
    scheduler.add_job(
        run_due,
        CronTrigger(minute="*/5", timezone=ZONE),
        args=[app, holder],
        # What was missed while it stood still is done once.
        coalesce=True,
        max_instances=1,
        misfire_grace_time=None,
        next_run_time=datetime.now(ZONE),
    )
    scheduler.start()
    try:
        yield
    finally:
        scheduler.shutdown(wait=True)
        with app.app_context():
            jobs.give_up_lease(holder)


def holder_name() -> str:
    """What tells this process from every other that may hold the lease."""
    return f"{jobs.process_name()}{secrets.token_hex(4)}"
