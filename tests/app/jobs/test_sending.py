"""E-mails to a real server: one of two servers sends, what fails is tried again."""

from datetime import date, timedelta

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult

from app.jobs.tasks import run_due
from app.store import reminders
from app.store.tables import JobRunRow, ReminderMailRow
from tests.app.jobs.conftest import (
    LOCALHOST,
    at,
    before,
    connect,
    free_port,
    mail_of,
    remind,
    rows,
)

WITHDRAWAL = date(2024, 3, 1)


def test_two_servers_on_one_database_send_once(any_app, make_app, mail_server, inbox):
    url = any_app.config["SQLALCHEMY_DATABASE_URI"]
    first, second = any_app, make_app(url)
    remind(first, "municipality:1516")
    for app in (first, second):
        connect(app, mail_server)
        at(app, before(3))
    # Each holds the other's lease for expired: what is claimed keeps them apart.
    run_due(first, "first")
    at(second, before(3) + timedelta(minutes=20))
    run_due(second, "second")
    run_due(first, "first")
    assert len(inbox.messages) == 1
    assert [it.name for it in rows(first, JobRunRow)] == ["tell-deadlines", "send-mail"]
    with second.app_context():
        mail = mail_of(second).id
        assert reminders.claim(mail) is None


def test_of_two_servers_one_claims_and_the_other_waits(any_app, make_app):
    """The first is gone without a word: a quarter of an hour later it is tried."""
    first, second = any_app, make_app(any_app.config["SQLALCHEMY_DATABASE_URI"])
    id = remind(first, "municipality:1516")
    told = reminders.Told("1516.withdrawal-limit", WITHDRAWAL, 30)
    with first.app_context():
        assert reminders.keep_mail(id, date(2024, 2, 1), [told])
        assert not reminders.keep_mail(id, date(2024, 2, 1), [told])
        assert not reminders.keep_mail(id, date(2024, 2, 2), [told])
        mail = mail_of(first).id
        assert reminders.claim(mail) is not None
    with second.app_context():
        assert reminders.list_waiting() == []
        assert reminders.claim(mail) is None
        noon = second.config["BOLGEPLAN_CLOCK"]()
        at(second, noon + timedelta(minutes=15))
        assert reminders.list_waiting() == [mail]
        found = reminders.claim(mail)
        assert found is not None
        assert found.told == (told,)


def test_what_can_not_be_sent_is_tried_again_at_its_times_and_then_has_failed(
    app, mail_server, inbox
):
    connect(app, mail_server)
    remind(app, "municipality:1516")
    mail_server.stop()
    moment = before(3)
    tried = []
    for _minutes in range(0, 16 * 60, 5):
        at(app, moment)
        attempts = mail_of(app).attempts if rows(app, ReminderMailRow) else 0
        run_due(app, "one")
        if mail_of(app).attempts > attempts:
            tried.append(moment - before(3))
        moment += timedelta(minutes=5)
    hours = [it / timedelta(hours=1) for it in tried]
    assert hours == pytest.approx([0, 5 / 60, 35 / 60, 155 / 60, 875 / 60])
    failed = mail_of(app)
    assert failed.state == "failed"
    assert "refused" in failed.last_error


def test_a_refused_mailbox_holds_nobody_else_up_and_can_be_tried_again(
    app, mail_server, inbox
):
    connect(app, mail_server)
    remind(app, "municipality:1516", email="gone@example.org")
    remind(app, "municipality:1516", email="here@example.org")
    inbox.refused.add("gone@example.org")
    at(app, before(3))
    run_due(app, "one")
    assert [it["To"] for it in inbox.messages] == ["here@example.org"]
    client = app.test_client()
    client.environ_base["HTTP_HOST"] = "localhost"
    client.post("/language", data={"language": "en_GB", "page": "/"})
    page = client.get("/deadlines/recipients").text
    assert "550 5.1.1 no such mailbox" in page
    assert "could not be sent, 1 attempt<" in page
    assert "not tried again by itself" in page
    inbox.refused.clear()
    client.post("/deadlines/recipients/mails/1/again")
    run_due(app, "one")
    assert len(inbox.messages) == 2
    assert "no such mailbox" not in client.get("/deadlines/recipients").text


def test_an_e_mail_that_can_not_be_made_holds_nobody_else_up(
    app, mail_server, inbox, caplog
):
    connect(app, mail_server)
    remind(app, "municipality:1516", email="a..b@example.org")
    remind(app, "municipality:1516", email="here@example.org")
    at(app, before(3))
    run_due(app, "one")
    assert [it["To"] for it in inbox.messages] == ["here@example.org"]
    first, second = rows(app, ReminderMailRow)
    assert (first.state, second.state) == ("pending", "sent")
    assert first.last_error


def test_who_tries_and_never_comes_to_an_end_gives_up_at_last(app):
    id = remind(app, "municipality:1516")
    told = reminders.Told("1516.withdrawal-limit", WITHDRAWAL, 30)
    moment = app.config["BOLGEPLAN_CLOCK"]()
    with app.app_context():
        reminders.keep_mail(id, date(2024, 2, 1), [told])
        claims = []
        for _attempt in range(7):
            claims.append(reminders.claim(1) is not None)
            moment += reminders.CLAIM_LASTS
            at(app, moment)
        assert claims == [True] * 5 + [False] * 2
        (mail,) = reminders.list_unsent()
        assert (mail.state, mail.last_error) == ("failed", reminders.BROKE_OFF)


@pytest.mark.filterwarnings("ignore:Requiring AUTH:UserWarning")
def test_a_server_that_asks_for_a_name_gets_it_and_no_secret_goes_unhidden(app, inbox):
    """A server without TLS, where TLS is asked for, is not talked to."""
    server = Controller(
        inbox,
        hostname=LOCALHOST,
        port=free_port(),
        authenticator=lambda *given: AuthResult(
            success=given[-1].password == b"pw", handled=False
        ),
        auth_required=True,
        auth_require_tls=False,
    )
    server.start()
    connect(app, server)
    app.config.update(SMTP_USER="plan", SMTP_PASSWORD="wrong", SMTP_TLS="starttls")
    remind(app, "municipality:1516")
    told = []
    for minutes, settings in (
        (0, {}),
        (5, {"SMTP_TLS": "none"}),
        (35, {"SMTP_PASSWORD": "pw"}),
    ):
        app.config.update(settings)
        at(app, before(3) + timedelta(minutes=minutes))
        run_due(app, "one")
        told.append(mail_of(app).last_error)
    server.stop()
    assert "STARTTLS" in told[0]
    assert told[1].startswith("535")
    assert "wrong" not in "".join(told)
    assert told[2] == ""
    assert len(inbox.messages) == 1


def test_what_nobody_tried_for_a_day_is_told_anew_and_once(app, mail_server, inbox):
    connect(app, mail_server)
    remind(app, "municipality:1516")
    inbox.busy.add("a@b.no")
    at(app, before(85))
    run_due(app, "one")
    inbox.busy.clear()
    at(app, before(84, hour=10))
    run_due(app, "one")
    assert [it[:10] for it in inbox.subjects] == ["In 84 days"]
    assert [it.state for it in rows(app, ReminderMailRow)] == ["failed", "sent"]
    at(app, before(2))
    run_due(app, "one")
    assert [it[:10] for it in inbox.subjects[1:]] == ["In 2 days:"]
