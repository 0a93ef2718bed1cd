"""The pages of proposals: what a reader sees, and how an answer is entered."""

from datetime import UTC, date, datetime

import pytest

from app.admin.commands import set_status_date
from app.extensions import db
from app.store import results
from app.store.tables import ChangeRow, ProposalAnswerRow, ProposalRow
from tests.app.reading import as_role, kept_value, part, read, text_of

ONE = "/proposals/1"


@pytest.fixture
def moved(english):
    """K13 in October: nine municipalities are asked."""
    assert english.post("/waves/K13/day", data={"day": "2025-10-01"}).status_code == 303
    return english


def send(client, url=ONE, **typed):
    form = {"given_in": "letter", "answered_on": "2023-12-01", **typed}
    seen = kept_value(client.get(url).text, "seen")
    return client.post(url, data={"seen": seen, **form})


def test_nothing_is_proposed_at_first(english):
    assert "Nothing has been proposed" in read(english, "/proposals")
    assert "not agreed" not in read(english, "/")
    assert "Is the date agreed?" not in read(english, "/municipalities/1516")


def test_a_move_stands_in_the_list_and_wherever_the_date_is_shown(moved):
    told = read(moved, "/proposals")
    assert "9 open proposals" in told
    assert "April – May 2025 1 October 2025" in " ".join(told.split())
    assert "30 December 2023" in told
    assert "9 open proposals" in read(moved, "/")
    told = read(moved, "/waves/K13")
    assert "9 proposed dates here are not accepted yet." in told
    told = read(moved, "/municipalities/1516")
    assert "proposed, not accepted yet" in told
    assert "Is the date agreed?" in told
    assert read(moved, "/proposals", wave="K14").count("proposal-") == 0
    assert "No proposal fits" in read(moved, "/proposals", state="rejected")
    assert "0 proposals" in read(moved, "/proposals", state="rejected")
    one = read(moved, "/proposals", body="municipality.1516")
    assert "1 open proposal " in one
    send(moved, verdict="accepted")
    assert "9 proposals" in read(moved, "/proposals", state="all")


def test_a_date_that_was_turned_down_stays_on_the_overview_until_it_is_mended(moved):
    sent = {"verdict": "countered", "day": "2026-02-02", "reason": "School year"}
    assert send(moved, **sent).status_code == 303
    told = read(moved, "/")
    assert "1 date that was turned down, 8 open proposals" in told
    assert "2 February 2026" in told
    moved.post("/waves/K13/day", data={"day": "2026-02-02"})
    told = read(moved, "/")
    assert "turned down" not in told
    assert "8 open proposals" in told


def test_a_window_is_told_as_one_wherever_it_is_shown(english):
    english.post(
        "/waves/K13/window", data={"first": "2025-05-01", "last": "2025-06-30"}
    )
    for address in ("/proposals", ONE, "/", "/municipalities/1516"):
        told = " ".join(read(english, address).split())
        assert "April – May 2025" in told, address
        assert "May – June 2025" in told, address
        assert "1 April 2025 1 May" not in told, address
    file = english.get("/proposals?file=proposals").text
    assert "April" in file
    assert "2025-04-01" not in file


def test_what_was_kept_without_a_window_is_not_told_as_a_day(moved):
    with moved.application.app_context():
        row = db.session.get(ProposalRow, 1)
        row.was = {k: v for k, v in row.was.items() if k != "go-live-last"}
        db.session.commit()
    assert "from 1 April 2025" in read(moved, ONE)


def test_a_day_within_the_agreed_window_asks_nobody(english):
    english.post("/waves/K14/day", data={"day": "2025-10-18"})
    assert "No proposal is open" in read(english, "/proposals")
    told = part(english.get("/proposals?state=closed").text, "proposals")
    assert "within the agreed window" in told
    assert 'data-label="Moved by" class="is-unsaid"' in told
    assert told.count("within the agreed window") == 12


def test_the_list_is_a_file_too(moved):
    file = moved.get("/proposals?file=proposals")
    assert file.mimetype == "text/csv"
    assert "2025-10-01" in file.text


def test_an_answer_is_entered_told_and_undone(moved):
    answer = send(moved, verdict="accepted", case_number="24/17")
    assert answer.status_code == 303
    told = read(moved, answer.location)
    assert "accepted the proposed go-live: 1 October 2025" in told
    assert "Accepted on 1 December 2023 (letter, case 24/17)." in told
    assert "Enter the answer" not in told
    assert "8 open proposals" in read(moved, "/proposals")
    with moved.application.app_context():
        change = db.session.scalars(
            db.select(ChangeRow).order_by(ChangeRow.id.desc())
        ).first()
        assert change.what == "proposals.answered"
    assert moved.post(f"/history/{change.id}/undo").status_code == 303
    assert "9 open proposals" in read(moved, "/proposals")
    assert "answered on" in read(moved, f"/history/{change.id}")


@pytest.mark.parametrize(
    ("typed", "refusal"),
    [
        ({}, "Choose what was answered."),
        ({"verdict": "rejected"}, "Say why in a sentence or two."),
        (
            {"verdict": "countered", "reason": "Valg"},
            "Give the day that was asked for instead.",
        ),
        (
            {"verdict": "countered", "reason": "Valg", "day": "2025-10-01"},
            "That is the day that was proposed.",
        ),
        (
            {"verdict": "accepted", "answered_on": "2023-11-01"},
            "it can’t have been answered before.",
        ),
        (
            {"verdict": "accepted", "answered_on": "2024-11-01"},
            "It can’t have been answered after today.",
        ),
    ],
)
def test_what_can_not_be_is_refused_and_kept(moved, typed, refusal):
    answer = send(moved, case_number="24/99", **typed)
    assert answer.status_code == 422
    assert refusal in text_of(answer.text)
    assert kept_value(answer.text, "case_number") == "24/99"
    with moved.application.app_context():
        assert db.session.scalars(db.select(ProposalAnswerRow)).all() == []


def test_an_answer_is_not_from_before_the_proposal_was_entered(english):
    later = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
    english.application.config["BOLGEPLAN_CLOCK"] = lambda: later
    english.post("/waves/K13/day", data={"day": "2025-10-01"})
    refused = send(english, verdict="accepted", answered_on="2025-01-01")
    assert refused.status_code == 422
    assert "It was entered on 21 November 2026" in text_of(refused.text)
    future = send(english, verdict="accepted", answered_on="2026-11-22")
    assert "after today" in text_of(future.text)
    given = send(english, verdict="accepted", answered_on="2026-11-21")
    assert given.status_code == 303


def test_another_date_is_told_and_met_by_moving_there(moved):
    send(moved, verdict="countered", reason="Ferie", day="3.11.2025")
    told = read(moved, ONE)
    assert "3 November 2025 instead." in told
    assert "Ferie" in told
    assert "answered with another date" in told


def test_who_answers_twice_is_told_that_somebody_was_first(moved):
    seen = kept_value(moved.get(ONE).text, "seen")
    form = {"given_in": "letter", "answered_on": "2023-12-01", "verdict": "accepted"}
    assert moved.post(ONE, data={**form, "seen": seen}).status_code == 303
    assert moved.post(ONE, data={**form, "seen": seen}).status_code == 409


def test_the_time_to_answer_is_a_setting(moved):
    assert "No document says how long" in read(moved, "/proposals")
    seen = kept_value(moved.get("/proposals").text, "seen")
    form = {"seen": seen, "answer_days": "60"}
    assert moved.post("/proposals/time", data=form).status_code == 303
    assert "within 60 days" in read(moved, "/proposals")
    moved.post("/waves/K13/day", data={"day": "2025-11-03"})
    assert "29 January 2024" in read(moved, "/proposals")
    with moved.application.app_context():
        seen = str(results.revision())
    bad = moved.post("/proposals/time", data={"seen": seen, "answer_days": "0"})
    assert bad.status_code == 422


def test_past_its_deadline_it_says_so_and_others_only_look(moved, office):
    with moved.application.app_context():
        plan = results.current_plan()
        set_status_date(plan, date(2024, 2, 1), by=office, seen=None)
    assert "9 open proposals, 9 past their deadline." in read(moved, "/")
    council = as_role(moved, "council")
    assert "Enter the answer" not in read(council, ONE)
    sentence = "The programme office enters the answer; send it there."
    assert sentence in read(council, ONE)
    assert sentence in read(council, "/proposals")
    assert council.post(ONE, data={}).status_code == 403
    assert council.get("/proposals/999").status_code == 404
