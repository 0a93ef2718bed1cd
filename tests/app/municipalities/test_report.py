"""Reporting the progress of a step: what is written, shown, refused."""

import re
from datetime import date

import pytest
from sqlalchemy import select

from app.extensions import db
from app.store.tables import ChangeRow, ReportRow
from tests.app.reading import HTMX, as_role, hidden, row, text_of

STEP = "/municipalities/1516/steps/planning-phase"
DONE = {"state": "done", "start": "2023-09-01", "finish": "2023-11-20"}


def find_report(app, activity="planning-phase"):
    with app.app_context():
        return db.session.scalar(
            select(ReportRow).where(
                ReportRow.municipality == "1516", ReportRow.activity == activity
            )
        )


def count_changes(app):
    with app.app_context():
        return len(db.session.scalars(select(ChangeRow.id)).all())


def test_the_form_is_a_page_of_its_own_and_a_part_of_it(english):
    page = english.get(STEP)
    assert page.status_code == 200
    assert "Planned from 1 September 2023." in text_of(page.text)
    assert 'id="step-form"' in page.text


def test_without_javascript_the_report_is_saved_and_its_page_shown(english, app):
    answer = english.post(STEP, data=DONE)
    assert answer.status_code == 303
    page = english.get(answer.location)
    assert "Ulstein: “Planning phase” reported as done" in text_of(page.text)
    assert "/undo" in page.text
    report = find_report(app)
    assert (report.state, report.confidence) == ("done", "entered")
    assert (report.start_first, report.finish_last) == (
        date(2023, 9, 1),
        date(2023, 11, 20),
    )


@pytest.mark.parametrize("sent", [DONE, {"state": "started", "start": "2023-11-01"}])
def test_what_comes_after_go_live_waits_for_its_report(english, app, sent):
    url = "/municipalities/1516/steps/stabilisation"
    answer = english.post(url, data=sent)
    assert answer.status_code == 422
    assert "The programme office reports that first." in answer.text
    assert find_report(app, "stabilisation") is None
    live = {"state": "done", "finish": "2023-08-20"}
    english.post("/municipalities/1516/steps/go-live", data=live)
    assert english.post(url, data=sent).status_code == 303


def test_htmx_is_told_to_fetch_the_page_where_it_was_changed(english):
    answer = english.post(STEP, data=DONE, headers=HTMX)
    assert answer.status_code == 200
    assert "<html" not in answer.text
    assert len(answer.data) < 2_000
    url = re.search(r'hx-get="([^"]+)"', answer.text)[1].replace("&amp;", "&")
    html = english.get(url).text
    assert 'id="moved"' in html[html.index('id="step-planning-phase"') :]
    assert 'id="moved"' not in html[: html.index('id="step-planning-phase"')]
    assert "1 Sept" in row(html, "step-planning-phase")


def test_what_moved_is_told_at_the_top_where_no_step_is_named(english):
    english.post(STEP, data=DONE)
    for place in ("", "nowhere"):
        html = english.get(f"/municipalities/1516?moved=1&place={place}").text
        assert html.index('id="moved"') < html.index('id="standing"')


def test_work_under_way_keeps_what_is_left(client, app):
    client.post(
        STEP, data={"state": "started", "start": "1.9.2023", "left": "8", "unit": "w"}
    )
    report = find_report(app)
    assert (report.state, report.remaining) == ("started", "8w")
    assert report.start_first == date(2023, 9, 1)
    assert report.finish_first is None


def test_what_is_not_done_has_no_dates_whatever_was_typed(client, app):
    client.post(STEP, data={**DONE, "state": "not-done"})
    report = find_report(app)
    assert (report.state, report.start_first, report.finish_first) == (
        "not-done",
        None,
        None,
    )


def test_a_milestone_happens_on_a_day(client, app):
    url = "/municipalities/1516/steps/preproject-agreed"
    client.post(url, data={"state": "done", "finish": "2023-10-02"})
    report = find_report(app, "preproject-agreed")
    assert report.start_first == report.finish_first == date(2023, 10, 2)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({}, "Choose one of the answers."),
        ({"state": "done"}, "Say on which day it was done."),
        ({"state": "started"}, "Say on which day it started."),
        ({"state": "done", "finish": "2023-12-01"}, "after the status date"),
        ({"state": "started", "start": "2024-01-01"}, "after the status date"),
        ({**DONE, "start": "2023-11-21"}, "can’t be done before it started"),
        ({"state": "done", "finish": "31.2.2023"}, "“31.2.2023” is no day"),
        ({"state": "done", "finish": "0023-11-20"}, "See whether the year is right"),
        (
            {"state": "started", "start": "2023-11-01", "left": "1000"},
            "a whole number from 0 to 999",
        ),
        (
            {"state": "started", "start": "2023-11-01", "left": "some"},
            "“some” is no whole number.",
        ),
    ],
)
def test_what_cannot_be_is_refused_and_what_was_typed_stays(english, app, given, said):
    for headers in ({}, HTMX):
        answer = english.post(STEP, data=given, headers=headers)
        assert answer.status_code == 422
        assert said in text_of(answer.text)
        assert ("<html" in answer.text) == (not headers)
        for name, typed in given.items():
            assert name == "state" or f'value="{typed}"' in answer.text
    assert find_report(app) is None


def test_a_milestone_cannot_be_under_way(english):
    url = "/municipalities/1516/steps/preproject-agreed"
    answer = english.post(url, data={"state": "started", "start": "2023-10-01"})
    assert answer.status_code == 422


@pytest.mark.parametrize(
    "path",
    [
        "1516/steps/option-limit",
        "1516/steps/no-such-step",
        "9999/steps/training",
        "5001/steps/share-purchase",
        "1516/steps/training/withdraw",
    ],
)
def test_limits_and_what_is_not_there_cannot_be_reported(client, app, path):
    answer = client.post(f"/municipalities/{path}", data=DONE)
    assert answer.status_code == 404
    assert count_changes(app) == 0


def test_a_report_can_be_replaced_and_withdrawn(english, app):
    english.post(STEP, data=DONE)
    assert "Reported done" in text_of(english.get(STEP).text)
    english.post(STEP, data={"state": "not-done"})
    assert find_report(app).state == "not-done"
    answer = english.post(f"{STEP}/withdraw", headers=HTMX)
    assert "was withdrawn" in text_of(answer.text)
    assert find_report(app) is None


def test_to_say_the_same_again_changes_nothing(english, app):
    english.post(STEP, data=DONE)
    answer = english.post(STEP, data=DONE, headers=HTMX)
    assert "Nothing was changed" in text_of(answer.text)
    assert count_changes(app) == 1


def test_who_saw_an_older_report_is_told_of_the_newer(english, app):
    english.post(STEP, data=DONE)
    seen = hidden(english.get(STEP).text, "seen")
    english.post(STEP, data={"state": "not-done", "seen": seen})
    answer = english.post(STEP, data={**DONE, "seen": seen})
    assert answer.status_code == 409
    told = text_of(answer.text)
    assert "Somebody else was first" in told
    assert "Ulstein: Planning phase" in told
    assert find_report(app).state == "not-done"


def test_who_saw_no_report_is_told_of_the_first(english, app):
    seen = hidden(english.get(STEP).text, "seen")
    english.post(STEP, data={"state": "not-done", "seen": seen})
    answer = english.post(STEP, data={**DONE, "seen": seen})
    assert answer.status_code == 409


def test_a_working_group_may_report_and_a_council_may_not(client, app):
    as_role(client, "council")
    assert client.post(STEP, data=DONE).status_code == 403
    assert client.get(STEP).status_code == 403
    as_role(client, "working-group")
    assert client.post(STEP, data=DONE).status_code == 303
    assert find_report(app) is not None


def test_undoing_from_the_page_leads_back_to_it(english, app):
    answer = english.post(STEP, data=DONE)
    page = english.get(answer.location).text
    back = hidden(page, "back")
    answer = english.post("/history/1/undo", data={"back": back})
    assert answer.status_code == 303
    assert answer.location == "/municipalities/1516?moved=2"
    assert "Undone" in text_of(english.get(answer.location).text)
    assert find_report(app) is None


def test_a_source_makes_way_for_what_was_entered(client, app):
    client.post(
        "/municipalities/1506/steps/option-exercised",
        data={"state": "done", "finish": "2021-06-18"},
    )
    with app.app_context():
        report = db.session.scalar(
            select(ReportRow).where(
                ReportRow.municipality == "1506",
                ReportRow.activity == "option-exercised",
            )
        )
    assert (report.source, report.confidence) == ("", "entered")
    assert report.finish_first == date(2021, 6, 18)
