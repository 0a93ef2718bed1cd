"""A municipality in every state that it can be in, told in words."""

from datetime import date

import pytest
from sqlalchemy import select

from app.extensions import db
from app.store import results
from app.store.tables import ReportRow, WaveRow
from tests.app.reading import part, read, row, text_of

PAGE = "/municipalities/1516"


def report(client, key, **given):
    answer = client.post(f"{PAGE}/steps/{key}", data=given)
    assert answer.status_code == 303


@pytest.fixture
def without_wave(english):
    """Return a client for whom Ulstein is in no wave."""
    english.post("/waves/placements/1516", data={"wave": ""})
    return english


def test_a_plan_that_cannot_hold_says_by_how_much(english):
    report(english, "planning-phase", state="not-done")
    html = english.get(PAGE).text
    told = text_of(part(html, "standing") + part(html, "wrong"))
    assert "−90 days" in told
    assert "The planned date can’t hold" in told
    assert "90 days after it" in told
    assert "Move Ulstein to K14, the first wave that is late enough." in told


def test_without_a_wave_there_is_nothing_to_count_from(without_wave):
    told = read(without_wave, PAGE)
    assert "without a wave" in told
    assert "The municipality is in no wave, so there is no date to hold." in told
    assert "there is nothing to count the steps from" in told


def test_without_a_wave_it_stands_in_the_table_and_can_be_asked_for(without_wave):
    told = read(without_wave, "/municipalities", wave="none")
    assert "1 of 66 municipalities" in told
    assert "without a wave" in told
    told = read(without_wave, "/municipalities", sort="wave")
    assert told.rindex("Ulstein") > told.rindex("Stjørdal")


def test_without_a_wave_a_step_can_be_reported_and_a_limit_named(without_wave):
    report(without_wave, "preproject-agreed", state="done", finish="2023-10-02")
    url = f"{PAGE}/limits/option-limit"
    assert without_wave.get(url).status_code == 200
    answer = without_wave.post(url, data={"day": "9999-02-15"})
    assert "lies too far ahead" in text_of(answer.text)
    assert without_wave.post(url, data={"day": "2024-02-15"}).status_code == 303


def test_a_wave_without_a_date_is_nothing_to_measure_against(english, app):
    with app.app_context():
        wave = db.session.scalar(select(WaveRow).where(WaveRow.code == "K13"))
        wave.window_first = wave.window_last = None
        db.session.commit()
        results.results().forget()
    told = read(english, PAGE)
    assert "without a date" in told
    assert "The wave has no date, so there is nothing to measure against." in told
    assert "without a date" in read(english, "/municipalities", q="Ulstein")
    assert "every wave has a date" not in read(english, "/")


def test_a_day_that_the_office_set_looks_set(english):
    english.post("/waves/K13/day", data={"day": "2025-05-10"})
    html = part(english.get(PAGE).text, "standing")
    assert 'date date--set"' in html
    assert "Set by the programme office; the plan says April" in text_of(html)
    assert "set by the office" in read(english, "/municipalities", q="Ulstein")
    assert "10 May 2025 set by people set by the office" in read(english, "/")


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (
            {"state": "started", "start": "2023-10-15", "left": "8", "unit": "w"},
            "Started 15 October 2023, 8 weeks left",
        ),
        ({"state": "started", "start": "2023-10-15"}, "Started 15 October 2023"),
        ({"state": "not-done"}, "Not done"),
    ],
)
def test_progress_is_told_in_words(english, given, said):
    report(english, "planning-phase", **given)
    told = row(english.get(PAGE).text, "step-planning-phase")
    assert said in told
    assert "Entered" in told
    again = text_of(english.get(f"{PAGE}/steps/planning-phase").text)
    assert f"Reported: {said}." in again


def test_what_has_begun_is_counted_from_the_status_date(english):
    report(english, "planning-phase", state="started", start="2023-10-15")
    told = row(english.get(PAGE).text, "step-planning-phase")
    assert "what is left is counted from the status date" in told


def test_a_form_is_filled_with_what_was_reported(english):
    report(
        english,
        "planning-phase",
        state="started",
        start="2023-10-15",
        left="8",
        unit="w",
    )
    html = english.get(f"{PAGE}/steps/planning-phase").text
    assert 'value="2023-10-15"' in html
    assert 'value="8"' in html
    assert "checked" in html
    assert '<option selected value="w">' in html


def test_a_report_without_a_day_says_that_it_is_not_known(english, app):
    with app.app_context():
        for key, state in (("planning-phase", "started"), ("project-start", "done")):
            db.session.add(
                ReportRow(
                    municipality="1516", activity=key, state=state, confidence="derived"
                )
            )
        db.session.commit()
        results.results().forget()
    html = english.get(PAGE).text
    unknown = "at a time that is not known"
    assert f"Started {unknown}" in row(html, "step-planning-phase")
    assert unknown in row(html, "step-project-start")


def test_a_month_is_not_put_into_a_field_for_a_day(english):
    html = english.get("/municipalities/5020/steps/option-exercised").text
    assert "Reported done: 2022." in text_of(html)
    assert 'value="2022' not in html


def test_steps_after_go_live_follow_what_is_done(english, app):
    with app.app_context():
        day = date(2023, 5, 1)
        db.session.add(
            ReportRow(
                municipality="1507",
                activity="command-centre",
                state="not-done",
                start_first=day,
                confidence="derived",
            )
        )
        db.session.commit()
        results.results().forget()
    told = row(english.get("/municipalities/1507").text, "step-command-centre")
    assert "It is not done, so it comes after the status date." in told


def test_the_steps_of_what_is_live_are_folded(english):
    html = english.get("/municipalities/5001").text
    assert "The steps until go-live" in text_of(html)
    assert '<details class="phase">' in html
