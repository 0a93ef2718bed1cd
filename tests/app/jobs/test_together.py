"""One address is told everything in one e-mail; each reminder is remembered once."""

import pytest

from app.config import ConfigError, read_environment
from app.config_words import config_error_text
from app.jobs.tasks import run_due
from app.mail_server import Fault, MailServer, NotSent, connected
from app.mail_words import asks_for_mail, fault_text, mail_problems
from app.store.tables import ReminderMailRow, ReminderSentRow
from tests.app.jobs.conftest import at, before, connect, free_port, remind, rows
from tests.app.jobs.test_reminders import text_of


def told(app):
    return [(it.recipient_id, it.deadline) for it in rows(app, ReminderSentRow)]


def test_two_scopes_of_one_address_come_in_one_e_mail_with_a_part_each(
    app, mail_server, inbox
):
    connect(app, mail_server)
    remind(app, "municipality:1516", email="plan@kommune.example")
    remind(app, "municipality:1517", email="Plan@kommune.example")
    remind(app, "municipality:1516", email="other@kommune.example")
    at(app, before(3))
    run_due(app, "one")
    run_due(app, "one")
    assert [it["To"] for it in inbox.messages] == [
        "plan@kommune.example",
        "other@kommune.example",
    ]
    text = text_of(inbox.messages[0])
    ulstein, hareid = (
        text.index(f"Deadlines that come closer, for {it}:")
        for it in ("Ulstein", "Hareid")
    )
    assert ulstein < hareid
    assert "Ulstein: https://plan.example.org/bp/deadlines/stop/1-" in text
    assert "Hareid: https://plan.example.org/bp/deadlines/stop/2-" in text
    html = inbox.messages[0].get_body(("html",)).get_content()
    assert html.count("<h2>") == len(rows_of(app, 1)) + len(rows_of(app, 2))
    assert [it.state for it in rows(app, ReminderMailRow)] == ["sent"] * 3
    assert len(set(told(app))) == len(told(app))
    assert {id for id, _deadline in told(app)} == {1, 2, 3}


def rows_of(app, recipient_id):
    return [it for it in told(app) if it[0] == recipient_id]


def test_what_both_scopes_have_is_told_once_and_remembered_for_both(
    app, mail_server, inbox
):
    connect(app, mail_server)
    remind(app, "wave:K13")
    remind(app, "municipality:1516", language="nb")
    at(app, before(3))
    run_due(app, "one")
    (message,) = inbox.messages
    text = text_of(message)
    assert message["Content-Language"] == "en"
    assert "For Ulstein: all that comes closer stands above." in text
    assert message["Subject"].startswith("In 3 days: Last day to withdraw (Giske")
    assert {1, 2} == {id for id, it in told(app) if it == "1516.withdrawal-limit"}
    page = app.test_client().get(text.rpartition("example.org/bp")[2].strip())
    assert page.status_code == 200
    assert "K13" in page.text.partition("<ul>")[2]


def test_what_fails_for_an_address_waits_for_all_of_it(app, mail_server, inbox):
    connect(app, mail_server)
    remind(app, "municipality:1516")
    remind(app, "municipality:1517")
    inbox.busy.add("a@b.no")
    at(app, before(3))
    run_due(app, "one")
    assert [it.state for it in rows(app, ReminderMailRow)] == ["pending"] * 2
    inbox.busy.clear()
    at(app, before(3, minute=5))
    run_due(app, "one")
    assert len(inbox.messages) == 1
    assert [it.state for it in rows(app, ReminderMailRow)] == ["sent"] * 2


def test_a_fault_names_the_setting_and_the_mend_on_the_page(app, mail_server):
    connect(app, mail_server)
    remind(app, "municipality:1516")
    app.config["SMTP_TLS"] = "starttls"
    at(app, before(3))
    run_due(app, "one")
    client = app.test_client()
    page = client.get("/deadlines/recipients").text
    assert rows(app, ReminderMailRow)[0].fault == Fault.NO_STARTTLS
    assert "BOLGEPLAN_SMTP_TLS" in page


@pytest.mark.parametrize(
    ("host", "fault", "named"),
    [
        ("127.0.0.1", Fault.NO_ANSWER, "BOLGEPLAN_SMTP_PORT"),
        ("nowhere.invalid", Fault.HOST, "BOLGEPLAN_SMTP_HOST"),
    ],
)
def test_a_server_that_is_not_there_is_told_by_its_setting(app, host, fault, named):
    server = MailServer(host=host, port=free_port(), sender="a@b.no", tls="none")
    with pytest.raises(NotSent) as caught, connected(server):
        pass
    assert caught.value.fault is fault
    with app.test_request_context():
        assert named in fault_text(fault, "refused")
        assert fault_text("", "550 gone") == "550 gone"


def test_settings_that_can_not_work_are_told_with_the_mend(app):
    config = {
        **{f"SMTP_{it}": "" for it in ("HOST", "SENDER", "USER", "PASSWORD")},
        "SMTP_TLS": "none",
    }
    with app.test_request_context():
        assert not asks_for_mail(config)
        (missing,) = mail_problems(config)
        assert "BOLGEPLAN_SMTP_HOST=smtp.example.org, BOLGEPLAN_SMTP_SENDER" in missing
        wrong = {**config, "SMTP_HOST": "h", "SMTP_USER": "plan"}
        assert asks_for_mail(wrong)
        named = " ".join(mail_problems(wrong))
        assert "BOLGEPLAN_SMTP_HOST" not in named
        for name in ("SENDER", "PASSWORD", "TLS"):
            assert f"BOLGEPLAN_SMTP_{name}" in named
        with pytest.raises(ConfigError) as caught:
            read_environment({"BOLGEPLAN_SMTP_PORT": "many"})
        found = config_error_text(caught.value)
        assert found.startswith("BOLGEPLAN_SMTP_PORT")
        assert "587" in found
        assert found != str(caught.value)
        assert config_error_text(ConfigError("as it is")) == "as it is"
