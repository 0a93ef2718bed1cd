"""The clock: one process runs the jobs, it stops when told, and settings are read."""

import shutil
import signal
import subprocess
import sys
from datetime import timedelta
from threading import Event

import pytest

from app.config import ConfigError, read_environment
from app.jobs import clock, tasks
from app.mail_server import find_mail_server
from app.store import jobs
from tests.app.conftest import NOON
from tests.app.jobs.conftest import at

PATIENCE = 30


def test_one_holder_has_the_lease_until_it_gives_it_up_or_is_gone(any_app, make_app):
    second = make_app(any_app.config["SQLALCHEMY_DATABASE_URI"])
    with any_app.app_context():
        assert jobs.take_lease("one")
        assert jobs.take_lease("one")
    with second.app_context():
        assert not jobs.take_lease("two")
        at(second, NOON + jobs.LEASE_LASTS)
        assert jobs.take_lease("two")
    with any_app.app_context():
        assert not jobs.take_lease("one")
        jobs.give_up_lease("one")
        assert not jobs.take_lease("one")
    with second.app_context():
        jobs.give_up_lease("two")
        assert jobs.find_lease() is None
    with any_app.app_context():
        assert jobs.take_lease("one")
        assert jobs.find_lease().holder == "one"


def test_who_has_not_the_lease_runs_nothing(app):
    with app.app_context():
        jobs.take_lease("another")
    tasks.run_due(app, "one")
    with app.app_context():
        assert jobs.list_runs(most=5) == []
    at(app, NOON + timedelta(hours=1))
    tasks.run_due(app, "one")
    with app.app_context():
        (run,) = jobs.list_runs(most=5)
        assert (run.name, run.outcome) == ("tell-deadlines", "unable")


def test_the_clock_wakes_at_once_and_gives_its_lease_back(app, monkeypatch):
    woken = Event()
    holders = []

    def run_due(woken_app, holder):
        holders.append(holder)
        with woken_app.app_context():
            jobs.take_lease(holder)
        woken.set()

    monkeypatch.setattr(clock, "run_due", run_due)
    with clock.clock_beside(app):
        assert woken.wait(PATIENCE)
    assert len(holders) == 1
    with app.app_context():
        assert jobs.find_lease() is None


def test_the_command_runs_until_it_is_told_to_stop(filled_file, tmp_path):
    shutil.copy(filled_file, tmp_path / "bolgeplan.sqlite3")
    process = subprocess.Popen(
        [sys.executable, "-c", "from app.cli import main; main()", "clock"],
        env={
            "PATH": "",
            "BOLGEPLAN_INSTANCE": str(tmp_path),
            "BOLGEPLAN_LANGUAGE": "en",
        },
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stderr is not None
    said = [process.stderr.readline(), process.stderr.readline()]
    process.send_signal(signal.SIGTERM)
    output, messages = process.communicate(timeout=PATIENCE)
    assert (process.returncode, output) == (0, "")
    assert "Traceback" not in messages
    assert "No e-mail is sent" in said[0]
    assert "The clock runs" in said[1]


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("SMTP_PORT", "0"),
        ("SMTP_PORT", "mail"),
        ("SMTP_TLS", "yes"),
        ("SMTP_SENDER", "Plan <plan@example.org>"),
        ("PUBLIC_URL", "plan.example.org"),
        ("PUBLIC_URL", "ftp://plan.example.org"),
    ],
)
def test_a_setting_that_can_not_be_used_is_named(name, typed):
    with pytest.raises(ConfigError, match=f"BOLGEPLAN_{name}: expected"):
        read_environment({f"BOLGEPLAN_{name}": typed})


def test_the_mail_server_is_known_by_host_and_sender_and_its_usual_port(app):
    assert find_mail_server(app.config) is None
    read = read_environment(
        {
            "BOLGEPLAN_SMTP_HOST": "mail.example.org",
            "BOLGEPLAN_SMTP_SENDER": "plan@example.org",
            "BOLGEPLAN_SMTP_TLS": "Implicit",
            "BOLGEPLAN_SMTP_PASSWORD": "a secret",
            "BOLGEPLAN_PUBLIC_URL": "https://plan.example.org/",
        }
    )
    found = find_mail_server({**app.config, **read})
    assert found is not None
    assert found.port == 465
    assert "a secret" not in repr(found)
    assert read["PUBLIC_URL"] == "https://plan.example.org"
