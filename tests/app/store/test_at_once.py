"""Several at once, and the power gone in the middle."""

import os
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from app.extensions import db
from app.store import results
from app.store.errors import ClashError
from app.store.tables import ChangeRow, WaveRow
from app.store.writing import writing

TOP = Path(__file__).parents[3]
WRITES = 6


def set_days(app, by, code, start) -> int:
    """Write several times, each on what the other may just have changed."""
    for turn in range(WRITES):
        with app.app_context():
            plan = results.current_plan()
            results.evaluation(plan)
            wave = db.session.scalars(select(WaveRow).where(WaveRow.code == code)).one()
            with writing(plan, by=by, what="waves.date-set"):
                wave.set_day = start + timedelta(days=turn)
    return WRITES


def test_writers_at_once_wait_for_each_other(any_app, office, council):
    with ThreadPoolExecutor(2) as pool:
        jobs = [
            pool.submit(set_days, any_app, office, "K13", date(2025, 4, 1)),
            pool.submit(set_days, any_app, council, "K14", date(2025, 10, 1)),
        ]
        assert [job.result() for job in jobs] == [WRITES, WRITES]
    with any_app.app_context():
        changes = db.session.scalars(select(ChangeRow).order_by(ChangeRow.id)).all()
        revisions = [change.revision for change in changes]
        assert revisions == list(range(2, 2 + 2 * WRITES))
        assert results.revision() == revisions[-1]
        plan = results.current_plan()
        kept = results.evaluation(plan)
        assert kept.snapshot == results.evaluate_now(plan).snapshot


def test_of_two_who_looked_at_the_same_only_one_gets_it(any_app, office, council):
    def grab(by) -> bool:
        with any_app.app_context():
            plan = results.current_plan()
            wave = db.session.scalars(
                select(WaveRow).where(WaveRow.code == "K13")
            ).one()
            touches = [("wave", str(wave.id))]
            day = date(2025, 5, 1 + len(by.key))
            try:
                with writing(plan, by=by, what="test", seen=1, touches=touches):
                    wave.set_day = day
            except ClashError:
                return False
            return True

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(grab, [office, council])) == [False, True]


def test_a_reader_sees_one_state_as_long_as_it_looks(any_app, office):
    with any_app.app_context():
        plan = results.current_plan()
        before = results.revision()
        with ThreadPoolExecutor(1) as pool:
            pool.submit(set_days, any_app, office, "K13", date(2025, 4, 1)).result()
        assert results.revision() == before
        assert results.evaluation(plan).snapshot.revision == before
        db.session.rollback()
        assert results.revision() == before + WRITES


WRITER = """
import sys
from datetime import date, timedelta
from sqlalchemy import select
from app import create_app
from app.access import Role, User
from app.extensions import db
from app.store import results
from app.store.tables import WaveRow
from app.store.writing import writing

app = create_app({"SQLALCHEMY_DATABASE_URI": sys.argv[1], "SECRET_KEY": "x" * 40})
by = User("office", Role.PROGRAMME_OFFICE, "Office")
with app.app_context():
    plan = results.current_plan()
    turn = 0
    while True:
        turn += 1
        wave = db.session.scalars(select(WaveRow).where(WaveRow.code == "K13")).one()
        with writing(plan, by=by, what="test") as write:
            wave.set_day = date(2025, 4, 1) + timedelta(days=turn % 30)
        print(write.change.revision, flush=True)
"""


@pytest.mark.parametrize("delay", [0.0, 0.03])
def test_nothing_acknowledged_is_lost_when_the_process_is_killed(any_app, delay):
    address = any_app.config["SQLALCHEMY_DATABASE_URI"]
    with subprocess.Popen(
        [sys.executable, "-c", WRITER, address],
        cwd=TOP,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(TOP)},
    ) as writer:
        assert writer.stdout is not None
        for _ in range(3):
            acknowledged = writer.stdout.readline()
        time.sleep(delay)
        writer.send_signal(signal.SIGKILL)
        rest = writer.stdout.read().split()
    last = int((rest or [acknowledged])[-1])
    with any_app.app_context():
        changes = db.session.scalars(select(ChangeRow).order_by(ChangeRow.id)).all()
        assert results.revision() == changes[-1].revision >= last
        assert [change.revision for change in changes] == list(
            range(2, changes[-1].revision + 1)
        )
        assert all(change.items for change in changes)
        wave = db.session.scalars(select(WaveRow).where(WaveRow.code == "K13")).one()
        assert wave.set_day.isoformat() == changes[-1].items[0].after


def test_sqlite_is_asked_to_keep_its_promises(app):
    with app.app_context(), db.engine.connect() as connection:
        pragmas = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "foreign_keys", "synchronous", "busy_timeout")
        }
    assert pragmas == {
        "journal_mode": "wal",
        "foreign_keys": 1,
        "synchronous": 2,
        "busy_timeout": 20_000,
    }
