"""Reminders against a real mail server: told once, told anew, tried again.

Surnadal (1566) may take up its option until a known day; the clock of each test
stands at a chosen distance from that.
"""

from datetime import UTC, date, datetime, timedelta

from sqlalchemy import select

from app.extensions import db
from app.jobs.tasks import run_due
from app.store import results
from app.store.recipients import (
    change_recipient,
    set_reminder_days,
    stop_recipient,
)
from app.store.tables import JobRunRow, ReminderMailRow, ReminderSentRow, WaveRow
from app.store.writing import writing
from tests.app.jobs.conftest import (
    at,
    before,
    connect,
    mail_of,
    recipient,
    remind,
    rows,
)


def set_go_live(app, office, day):
    with app.app_context():
        plan = results.current_plan()
        with writing(plan, by=office, what="waves.date-set"):
            row = db.session.scalar(select(WaveRow).where(WaveRow.code == "K13"))
            row.set_day = day


def text_of(message):
    return message.get_body(("plain",)).get_content()


def test_each_threshold_is_told_once_and_after_a_restart_nothing(
    app, make_app, mail_server, inbox
):
    connect(app, mail_server)
    remind(app, "municipality:1516")
    for days in (31, 30, 29, 15):
        at(app, before(days))
        run_due(app, "one")
        run_due(app, "one")
    url = app.config["SQLALCHEMY_DATABASE_URI"]
    again = connect(make_app(url), mail_server)
    at(again, before(15, hour=10))
    with app.app_context():
        db.session.remove()
    run_due(again, "one")
    assert inbox.subjects == [
        "In 31 days: Last day to withdraw (Ulstein), and 1 more",
        "In 30 days: Last day to withdraw (Ulstein)",
    ]
    told = [(it.deadline, it.threshold) for it in rows(app, ReminderSentRow)]
    assert told == [
        ("1516.withdrawal-limit", 90),
        ("1516.option-limit", 90),
        ("1516.withdrawal-limit", 30),
    ]


def test_an_email_says_what_when_how_sure_and_how_to_stop(app, mail_server, inbox):
    connect(app, mail_server)
    remind(app, "wave:K13", language="nb", email="post@kommune.example")
    at(app, before(3))
    run_due(app, "one")
    (message,) = inbox.messages
    text = text_of(message)
    assert message["To"] == "post@kommune.example"
    assert message["From"] == "Bølgeplan <plan@example.org>"
    assert message["Subject"].startswith("Om 3 dager: Siste dag for å trekke seg (")
    assert "fredag 1. mars 2024 (om 3 dager)" in text
    assert "Foreløpig: ingen dag for produksjonssetting er satt" in text
    assert "https://plan.example.org/bp/deadlines?scope=wave:K13" in text
    assert "https://plan.example.org/bp/deadlines/stop/1-" in text
    assert message["List-Unsubscribe"].strip("<>") in text
    html = message.get_body(("html",)).get_content()
    assert '<html lang="nb">' in html
    assert 'href="https://plan.example.org/bp/dates/1516.withdrawal-limit"' in html
    assert message["Message-ID"] == "<bolgeplan-1-20240227@example.org>"


def test_a_window_is_told_as_one_and_a_long_subject_stays_in_a_line(
    app, mail_server, inbox
):
    connect(app, mail_server)
    remind(app, "programme:", language="nb")
    at(app, before(2))
    run_due(app, "one")
    (message,) = inbox.messages
    assert message["Subject"].startswith(
        "Om 2 dager: Siste dag for å trekke seg (Giske"
    )
    assert "våren 2024 (første dag om 2 dager)" in text_of(message)


def test_a_deadline_that_is_moved_is_told_anew_and_says_so(
    app, office, mail_server, inbox
):
    connect(app, mail_server)
    remind(app, "municipality:1516")
    at(app, before(14))
    run_due(app, "one")
    set_go_live(app, office, date(2025, 4, 11))
    at(app, before(13))
    run_due(app, "one")
    assert len(inbox.messages) == 2
    assert "Monday 11 March 2024 (in 23 days)" in text_of(inbox.messages[1])
    assert "Moved: you were told 1 March 2024 before." in text_of(inbox.messages[1])


def test_after_a_long_stop_one_email_tells_the_nearest_threshold(
    app, mail_server, inbox
):
    connect(app, mail_server)
    id = remind(app, "municipality:1516")
    at(app, before(2))
    run_due(app, "one")
    assert len(inbox.messages) == 1
    found = {(it.deadline, it.threshold) for it in rows(app, ReminderSentRow)}
    assert ("1516.withdrawal-limit", 3) in found
    assert len([it for it in found if it[0] == "1516.withdrawal-limit"]) == 1
    with app.app_context():
        stop_recipient(id)
    at(app, before(-28))
    run_due(app, "one")
    assert len(inbox.messages) == 1


def test_what_has_passed_by_the_calendar_on_the_wall_is_not_told(
    app, mail_server, inbox
):
    """The plan is seen from 2023; it is 2026 outside."""
    connect(app, mail_server)
    remind(app, "programme:")
    at(app, datetime(2026, 11, 21, 9, tzinfo=UTC))
    run_due(app, "one")
    assert inbox.messages == []
    assert rows(app, ReminderMailRow) == []


def test_the_thresholds_are_a_setting_and_seven_in_the_morning_is_norwegian(
    app, mail_server, inbox
):
    connect(app, mail_server)
    remind(app, "municipality:1516")
    with app.app_context():
        set_reminder_days([7])
    at(app, before(8))
    run_due(app, "one")
    at(app, before(7, hour=5, minute=55))
    run_due(app, "one")
    assert inbox.messages == []
    at(app, before(7, hour=6))
    run_due(app, "one")
    assert inbox.subjects == ["In 7 days: Last day to withdraw (Ulstein)"]


def test_without_a_mail_server_nothing_piles_up(app):
    remind(app, "municipality:1516")
    at(app, before(3))
    run_due(app, "one")
    assert rows(app, ReminderMailRow) == []


def test_what_was_moved_before_it_could_be_sent_is_not_told_as_it_was(
    app, office, mail_server, inbox
):
    connect(app, mail_server)
    remind(app, "municipality:1516")
    inbox.busy.add("a@b.no")
    with app.app_context():
        set_reminder_days([3])
    at(app, before(3))
    run_due(app, "one")
    set_go_live(app, office, date(2025, 6, 1))
    inbox.busy.clear()
    at(app, before(3) + timedelta(minutes=5))
    run_due(app, "one")
    assert inbox.messages == []
    assert mail_of(app).state == "dropped"


def test_a_job_that_breaks_is_kept_with_its_reason(
    app, mail_server, monkeypatch, caplog
):
    connect(app, mail_server)
    monkeypatch.setattr("app.jobs.tasks.list_recipients", lambda: 1 / 0)
    at(app, before(3))
    run_due(app, "one")
    (run,) = rows(app, JobRunRow)
    assert (run.outcome, run.error) == (
        "failed",
        "ZeroDivisionError: division by zero",
    )


def test_who_is_entered_during_the_day_is_told_that_day(app, mail_server, inbox):
    connect(app, mail_server)
    at(app, before(3, hour=6))
    run_due(app, "one")
    at(app, before(3, hour=9))
    id = remind(app, "municipality:1516")
    for minutes in (5, 10):
        at(app, before(3, hour=9, minute=minutes))
        run_due(app, "one")
    (first,) = inbox.subjects
    assert first.startswith("In 3 days: Last day to withdraw (Ulstein)")
    at(app, before(0, hour=10))
    with app.app_context():
        change_recipient(id, recipient("municipality:1515"))
    at(app, before(0, hour=10, minute=5))
    run_due(app, "one")
    (second,) = inbox.subjects[1:]
    assert second.startswith("Today: Last day to withdraw (Herøy)")
