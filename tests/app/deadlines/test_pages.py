"""The list of deadlines and who is reminded, as people read and fill them in."""

import pytest

from app.extensions import db
from app.jobs.tasks import run_due
from app.stop_address import stop_token
from app.store.recipients import list_recipients, reminder_days
from tests.app.reading import HTMX, as_role, read, row, text_of

OFFICE = {
    "role": "Local project manager",
    "email": "post@kommune.example",
    "language": "nn",
    "of": "municipality:1516",
    "is_active": "y",
}


def test_the_list_says_what_whose_when_and_how_sure(english):
    page = english.get("/deadlines?scope=wave:K13").text
    text = text_of(page)
    assert "Wave K13: 18 deadlines ahead" in text
    assert "Days are counted from the status date, 30 November 2023." in text
    first = row(page, "deadline-1532-withdrawal-limit")
    assert "Last day to withdraw" in first
    assert "Giske , Hareid , Herøy" in first
    assert "1 March 2024 Friday, in 92 days" in first
    assert "Provisional: no day of go-live is set" in first
    assert "The next 180 days" in text
    file = english.get("/deadlines?scope=wave:K13&file=deadlines")
    assert file.mimetype == "text/csv"
    assert "2024-03-01" in file.text


def test_windows_what_has_passed_and_what_is_done_are_told_as_what_they_are(english):
    ahead = read(english, "/deadlines", scope="municipality:1516", ahead="all")
    assert "April – May 2025 the first day in 488 days Provisional: no day is" in ahead
    passed = read(english, "/deadlines", ahead="passed", kind="limit")
    assert "Last day to agree on a pre-project" in passed
    assert "days ago" in passed
    done = read(english, "/deadlines", ahead="done", kind="go-live")
    assert "Trondheim" in done
    assert "Has happened" in done
    assert "No deadline fits" in read(english, "/deadlines", kind="answer")


def test_a_moved_wave_asks_for_answers_and_they_are_deadlines_too(english):
    english.post("/waves/K13/day", data={"day": "2025-11-03"})
    text = read(english, "/deadlines", kind="answer", ahead="30")
    assert "Answer to the proposed date" in text
    assert "30 December 2023 Saturday, in 30 days Asked for by the programme" in text
    other = read(english, "/deadlines", kind="answer", scope="wave:K11")
    assert "No deadline fits" in other


def test_what_the_address_asks_and_there_is_not_is_left_out(english):
    text = read(english, "/deadlines", scope="wave:X1", kind="x", ahead="9999999")
    assert "The whole programme: 42 deadlines ahead" in text


def test_a_recipient_is_entered_changed_stopped_and_forgotten(app, english):
    answer = english.post("/deadlines/recipients/new", data=OFFICE)
    assert answer.status_code == 303
    text = read(english, "/deadlines/recipients")
    assert "is entered, and is told of what a reminder is due for once e-mails" in text
    assert "within five minutes" not in text
    assert "Local project manager post@kommune.example Ulstein Norsk nynorsk" in text
    assert (
        "No e-mail is sent: BOLGEPLAN_SMTP_HOST, BOLGEPLAN_SMTP_SENDER not set." in text
    )
    assert "No clock runs now" in text
    changed = {**OFFICE, "of": "programme:", "email": "a.b+c@kommune.example"}
    english.post("/deadlines/recipients/1", data=changed)
    text = read(english, "/deadlines/recipients")
    assert "a.b+c@kommune.example The whole programme" in text
    english.post("/deadlines/recipients/1/remove")
    assert "Nobody is reminded yet" in read(english, "/deadlines/recipients")
    with app.app_context():
        assert list_recipients() == []


@pytest.mark.parametrize(
    ("field", "typed", "told"),
    [
        ("role", " ", "Write the role"),
        ("email", "a@b", "Write one e-mail address alone"),
        ("email", "a@b.no, c@d.no", "Write one e-mail address alone"),
        ("email", "", "Write the e-mail address."),
        ("email", "post@blåbær.no", "An address can have the letters a–z alone."),
        ("of", "wave:X1", "Choose the programme, a municipality, a region or a wave."),
        ("language", "fr", "Choose one of the languages."),
    ],
)
def test_what_is_wrong_with_a_recipient_is_told_and_the_rest_is_kept(
    english, field, typed, told
):
    answer = english.post("/deadlines/recipients/new", data={**OFFICE, field: typed})
    assert answer.status_code == 422
    assert told in text_of(answer.text)
    kept = OFFICE["role"] if field != "role" else OFFICE["email"]
    assert kept in answer.text


def test_the_days_are_a_setting(app, english):
    for typed in ("", "ten", "-3", "731", "1 2 3 4 5 6 7 8 9 10 11"):
        answer = english.post("/deadlines/recipients/days", data={"days": typed})
        assert answer.status_code == 422, typed
    english.post("/deadlines/recipients/days", data={"days": "7, 60,7"})
    assert 'value="60, 7"' in english.get("/deadlines/recipients").text
    with app.app_context():
        assert reminder_days() == (60, 7)


def test_a_recipient_stops_its_e_mails_by_its_own_address_alone(app, english):
    english.post("/deadlines/recipients/new", data=OFFICE)
    with app.app_context():
        token = stop_token(1)
    anybody = app.test_client()
    anybody.environ_base["HTTP_HOST"] = "plan.example.org"
    page = anybody.get(f"/deadlines/stop/{token}")
    assert page.status_code == 200
    assert OFFICE["email"] not in page.text
    assert anybody.post(f"/deadlines/stop/{token}").status_code == 303
    for wrong in (f"2{token[1:]}", token[:-1], "1", "x-y", "1-æ"):
        assert anybody.post(f"/deadlines/stop/{wrong}").status_code == 404, wrong
    with app.app_context():
        (kept,) = list_recipients()
        assert not kept.is_active
        db.session.remove()
    assert "stopped" in read(english, "/deadlines/recipients")


def test_who_may_not_set_anything_sees_the_list_and_no_address(english):
    council = as_role(english, "council")
    assert "Who is reminded" not in read(council, "/deadlines")
    assert council.get("/deadlines/recipients").status_code == 403


def test_the_list_alone_is_answered_to_a_choice(english):
    part = english.get("/deadlines?kind=limit", headers=HTMX)
    assert part.status_code == 200
    assert len(part.data) < 50_000


def test_whether_e_mails_get_off_is_what_the_clock_says_of_its_own_settings(
    app, make_app, english
):
    """The clock is a process of its own, with settings that the server has not."""
    clock = make_app(app.config["SQLALCHEMY_DATABASE_URI"])
    run_due(clock, "clock")
    text = read(english, "/deadlines/recipients")
    assert "No e-mail is sent" in text
    assert "can send nothing: BOLGEPLAN_SMTP_HOST, BOLGEPLAN_SMTP_SENDER" in text
    clock.config.update(SMTP_HOST="mail.example.org", SMTP_SENDER="plan@example.org")
    run_due(clock, "clock")
    text = read(english, "/deadlines/recipients")
    assert "No e-mail is sent" not in text
    assert "The clock has a mail server to send by. The clock runs" in text


def test_the_same_address_is_told_of_the_same_once(english):
    english.post("/deadlines/recipients/new", data=OFFICE)
    again = {**OFFICE, "role": "Another", "email": "POST@kommune.Example"}
    answer = english.post("/deadlines/recipients/new", data=again)
    assert answer.status_code == 422
    text = text_of(answer.text)
    assert "post@kommune.example is told of this already, as Local project" in text
    assert "POST@kommune.Example" in answer.text
    other = {**again, "of": "wave:K13"}
    assert english.post("/deadlines/recipients/new", data=other).status_code == 303
    assert english.post("/deadlines/recipients/1", data=OFFICE).status_code == 303
    assert english.post("/deadlines/recipients/2", data=again).status_code == 422
    assert "comes in one e-mail, with a part for each line of the list" in read(
        english, "/deadlines/recipients"
    )
