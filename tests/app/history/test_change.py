"""One change in full, its file for a spreadsheet, its undo and redo."""

import csv
import io

import pytest
from sqlalchemy import select

from app.extensions import db
from app.history.undone import Undone
from app.spreadsheets import safe
from app.store import results
from app.store.tables import ReportRow, TemplateActivityRow
from tests.app.reading import part, read, text_of

STEP = "/municipalities/1516/steps/planning-phase"


@pytest.fixture
def moved(english):
    """Return a client that has set a wave's day."""
    english.post("/waves/K13/day", data={"day": "2025-05-10"})
    return english


@pytest.fixture
def reported(english):
    """Return a client that has reported a step of Ulstein."""
    english.post(STEP, data={"state": "not-done"})
    return english


def find_report(app):
    with app.app_context():
        return db.session.scalar(
            select(ReportRow).where(
                ReportRow.municipality == "1516",
                ReportRow.activity == "planning-phase",
            )
        )


def test_an_unknown_change_is_not_found(client):
    files = [f"/history/1/{name}.csv" for name in ("moved", "money", "conflicts")]
    for path in ("/history/1", *files, "/history/x"):
        assert client.get(path).status_code == 404
    assert client.post("/history/1/undo").status_code == 404


def test_a_change_shows_what_was_changed_and_what_moved(moved):
    told = read(moved, "/history/1")
    assert "K13" in told
    assert "10 May 2025" in told
    assert "39 days later" in told


def test_many_dates_are_opened_one_municipality_at_a_time(moved):
    page = moved.get("/history/1").text
    assert "Whose dates moved" in text_of(page)
    assert 'id="moved-1516"' not in page
    assert "of=1516" in page
    page = moved.get("/history/1?of=1516").text
    assert 'id="moved-1516"' in page
    assert 'id="moved-1520"' not in page
    page = moved.get("/history/1?of=all").text
    assert 'id="moved-1516"' in page
    assert 'id="moved-1520"' in page


def test_few_dates_are_shown_at_once(reported):
    assert "Whose dates moved" not in read(reported, "/history/1")


def test_the_file_opens_in_a_spreadsheet(moved):
    answer = moved.get("/history/1/moved.csv")
    assert answer.mimetype == "text/csv"
    name = "bolgeplan-change-1-dates-2023-12-01.csv"
    assert name in answer.headers["Content-Disposition"]
    text = answer.data.decode()
    assert text.startswith("\ufeff")
    rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff")), delimiter=";"))
    by_name = {(row["Whose"], row["What"]): row for row in rows}
    go_live = by_name["Ulstein", "Go-live"]
    assert (go_live["First day before"], go_live["First day after"]) == (
        "2025-04-01",
        "2025-05-10",
    )
    assert go_live["Days"] == "39"
    # Four weeks from the day itself: the last day of work, not the day after.
    centre = by_name["Ulstein", "Command centre in operation"]
    assert centre["Last day after"] == "2025-06-06"


def test_a_change_shows_conflicts_and_what_it_costs(moved):
    told = read(moved, "/history/1")
    assert "What it costs" in told
    assert "Over 2025–2040 the 9 municipalities are " in told
    assert "estimate from one case" in told
    assert " were there before and stayed." in told
    page = moved.get("/history/1").text
    assert "/history/1/money.csv" in page
    assert "/history/1/conflicts.csv" in page


def test_what_costs_nothing_says_nothing_of_money(english):
    english.post("/waves/K11/day", data={"day": "2024-04-27"})
    page = english.get("/history/1").text
    assert "No dates moved." in text_of(page)
    assert "What it costs" not in text_of(page)
    assert "money.csv" not in page


@pytest.mark.parametrize("what", ["money", "conflicts"])
def test_money_and_conflicts_have_files_of_their_own(moved, what):
    answer = moved.get(f"/history/1/{what}.csv")
    assert answer.mimetype == "text/csv"
    name = f"bolgeplan-change-1-{what}-2023-12-01.csv"
    assert name in answer.headers["Content-Disposition"]
    assert len(answer.data.decode().splitlines()) > 5


def test_a_move_is_answered_shortly(english):
    for wave in ("K14", "K13"):
        answer = english.post(
            "/waves/placements/1516",
            data={"wave": wave},
            headers={"HX-Request": "true"},
        )
        assert answer.status_code == 200
        assert len(answer.data) < 50_000


def test_the_file_says_by_what_chain_each_date_moved_and_who_moved_it(moved):
    text = moved.get("/history/1/moved.csv").data.decode().removeprefix("\ufeff")
    rows = list(csv.DictReader(io.StringIO(text), delimiter=";"))
    by_name = {(row["Whose"], row["What"]): row for row in rows}
    limit = by_name["Ulstein", "Limit for taking up the option"]
    assert limit["Chain"] == "Ulstein: go-live ← Wave K13"
    assert {row["Who"] for row in rows} == {"Programme office (demonstration)"}
    assert all(
        row["When"] == "2023-12-01 13:00" and "K13" in row["Change"] for row in rows
    )


def test_the_whole_change_is_there_for_another_program(moved):
    answer = moved.get("/history/1/moved.json")
    found = answer.get_json()
    dates = {it["id"]: it for it in found["dates"]}

    assert answer.mimetype == "application/json"
    assert (found["id"], found["what"]) == (1, "waves.date-set")
    assert found["by"] == "Programme office (demonstration)"
    assert dates["1516.option-limit"]["days"] == 39
    assert dates["1516.option-limit"]["chain"][0] == "1516.go-live"
    assert found["items"]
    assert {"money", "conflicts_new", "conflicts_gone"} <= found.keys()


def test_the_file_names_waves_and_trusts_too(english):
    english.post("/waves/K12/day", data={"day": "2024-11-19"})
    text = english.get("/history/1/moved.csv").data.decode().removeprefix("\ufeff")
    whose = {row["Whose"] for row in csv.DictReader(io.StringIO(text), delimiter=";")}
    assert {"K12", "Helse Nord-Trøndelag HF", "Heim"} <= whose


def test_what_came_and_went_has_one_side_empty(english):
    english.post("/waves/placements/1516", data={"wave": ""})
    text = english.get("/history/1/moved.csv").data.decode().removeprefix("\ufeff")
    rows = list(csv.DictReader(io.StringIO(text), delimiter=";"))
    assert rows
    assert {row["First day after"] for row in rows} == {""}
    assert all(row["Last day before"] for row in rows)


@pytest.mark.parametrize("sign", ["=", "+", "-", "@"])
def test_a_text_that_begins_like_a_formula_stays_a_text(moved, app, sign):
    assert safe(f"{sign}SUM(A1)") == f"'{sign}SUM(A1)"
    assert safe("Ulstein") == "Ulstein"
    with app.app_context():
        step = db.session.scalar(
            select(TemplateActivityRow).where(TemplateActivityRow.key == "training")
        )
        step.names = {"en": f"{sign}1+1"}
        db.session.commit()
        results.results().forget()
    text = moved.get("/history/1/moved.csv").data.decode()
    assert f";'{sign}1+1;" in text
    assert f",{sign}1+1" not in text


def test_undo_restores_and_says_what_moved_back(reported, app):
    answer = reported.post("/history/1/undo")
    assert answer.status_code == 303
    assert answer.location == "/history/2"
    assert find_report(app) is None
    assert "This change took another one back." in read(reported, "/history/2")


def test_what_was_undone_is_marked_and_can_be_done_again(reported, app):
    reported.post("/history/1/undo")
    page = reported.get("/history").text
    assert "Undone" in text_of(part(page, "change-1"))
    assert "/history/1/undo" not in page
    assert "Do it again" in text_of(part(page, "change-2"))
    assert "no longer holds" in read(reported, "/history/1")

    reported.post("/history/2/undo")
    assert find_report(app).state == "not-done"
    page = reported.get("/history").text
    assert "change--undone" not in part(page, "change-1").partition(">")[0]
    assert "/history/1/undo" in page


def test_undo_is_refused_where_somebody_built_on_it(reported, app):
    reported.post(STEP, data={"state": "done", "finish": "2023-11-01"})
    answer = reported.post("/history/1/undo")
    assert answer.status_code == 409
    told = text_of(answer.text)
    assert "Programme office (demonstration)" in told
    assert "Ulstein: Planning phase" in told
    assert find_report(app).state == "done"


@pytest.mark.parametrize(
    ("back", "location"),
    [
        ("/waves?wave=K13&moved=1", "/waves?wave=K13&moved=2"),
        ("/municipalities/1516#steps", "/municipalities/1516?moved=2#steps"),
        ("https://elsewhere.example/", "/history/2"),
        ("//elsewhere.example/", "/history/2"),
        ("/\\elsewhere.example/", "/history/2"),
        ("/" + "x" * 3000, "/history/2"),
    ],
)
def test_undo_returns_to_a_page_of_ours_alone(reported, back, location):
    assert reported.post("/history/1/undo", data={"back": back}).location == location


def test_an_undo_that_was_undone_is_in_effect_no_more():
    undone = Undone([(2, 1), (3, 2), (4, 3)])
    assert [undone.by(id) for id in (1, 2, 3, 4)] == [2, None, 4, None]
    assert Undone([(2, 1), (3, 2)]).by(1) is None
    assert Undone([(2, 1), (3, 2), (4, 1)]).by(1) == 4
