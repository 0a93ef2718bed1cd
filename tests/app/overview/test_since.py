"""What is new to a user: since when, by whom, how much of it, and until when."""

import re
from datetime import UTC, datetime, timedelta

import pytest

from app.overview.since import all_together, in_effect
from app.past_changes import PastChange
from tests.app.conftest import NOON
from tests.app.reading import HTMX, as_role, hidden, part, text_of

STEP = "/municipalities/1516/steps/planning-phase"
LIMIT = "/municipalities/1520/limits/option-limit"
TOMORROW = NOON + timedelta(days=1)


def change(id: int, *, undoes: int | None = None, **moved) -> PastChange:
    return PastChange(
        id=id,
        at=NOON,
        by="office",
        by_name="Programkontoret",
        what="waves.delayed",
        values={},
        moved=moved,
        undoes_id=undoes,
    )


def conflict(kind: str, *concerns: str) -> dict:
    return {"kind": kind, "concerns": list(concerns), "severity": "error"}


def ids(changes) -> list[int]:
    return [it.id for it in changes]


def test_what_was_taken_back_again_does_not_count():
    first, second, undo = change(1), change(2), change(3, undoes=2)
    assert ids(in_effect([undo, second, first])) == [1]


def test_what_was_done_again_counts():
    first, undo, redo = change(1), change(2, undoes=1), change(3, undoes=2)
    assert ids(in_effect([redo, undo, first])) == [1]


def test_an_undo_of_what_was_known_counts():
    assert ids(in_effect([change(9, undoes=2), change(8)])) == [9, 8]


def limits(**moved):
    """Limits that moved, each from a day to a day."""
    return {id: ([day[0]] * 2, [day[1]] * 2) for id, day in moved.items()}


def test_municipalities_deadlines_and_margins_count_once():
    margin = {"municipality": "1516", "before": 0, "after": 9}
    together = all_together(
        [
            change(
                2,
                municipalities=["1516", "1517"],
                limits=limits(option=("02", "03"), project=("02", "03")),
                margins=[margin],
            ),
            change(
                1,
                municipalities=["1516"],
                limits=limits(option=("01", "02")),
                margins=[margin],
            ),
        ]
    )
    assert together.moved["municipalities"] == ["1516", "1517"]
    assert together.moved["deadlines"] == 2
    assert len(together.moved["margins"]) == 1


def test_a_deadline_that_is_back_where_it_was_did_not_move():
    there_and_back = [
        change(2, limits=limits(option=("02", "01"), project=("02", "03"))),
        change(1, limits=limits(option=("01", "02"))),
    ]
    assert all_together(there_and_back).moved["deadlines"] == 1


def test_a_conflict_that_came_and_went_is_no_news():
    came, gone = conflict("deadline-missed", "1516"), conflict("option-late", "1554")
    together = all_together(
        [
            change(3, conflicts_new=[conflict("wave-late", "wave.K13")]),
            change(2, conflicts_gone=[came, gone]),
            change(1, conflicts_new=[came]),
        ]
    )
    (new,) = together.moved["conflicts_new"]
    assert new["kind"] == "wave-late"
    assert together.moved["conflicts_gone"] == [gone]


def test_a_conflict_that_went_and_came_back_is_no_news():
    there = conflict("region-split", "region.fosen", "5054")
    back = conflict("region-split", "region.fosen", "5058")
    together = all_together(
        [change(2, conflicts_new=[back]), change(1, conflicts_gone=[there])]
    )
    assert not together.moved["conflicts_new"]
    assert not together.moved["conflicts_gone"]


@pytest.fixture
def at(app):
    """Return what sets the clock."""

    def set_clock(moment: datetime) -> None:
        app.config["BOLGEPLAN_CLOCK"] = lambda: moment

    return set_clock


def new_part(client) -> str:
    return text_of(part(client.get("/").text, "since"))


def look(client) -> None:
    """Open the overview as a browser does."""
    seen = hidden_revision(client.get("/").text)
    answer = client.post("/visit", data={"seen": seen}, headers=HTMX)
    assert answer.status_code == 204


def hidden_revision(html: str) -> str:
    return html.partition('hx-vals=\'{"seen": "')[2].partition('"')[0]


def test_a_first_visit_tells_what_was_changed_last(english):
    assert "Changed last Nothing has been changed" in new_part(english)
    english.post(STEP, data={"state": "not-done"})
    told = new_part(english)
    assert "Changed last Ulstein: “Planning phase” reported as not done" in told
    assert "I have seen this" not in told


def test_what_others_did_since_is_told_and_stays_during_the_visit(english, at):
    look(as_role(english, "council"))
    at(TOMORROW)
    english.post("/demonstration", data={"role": "programme-office", "page": "/"})
    english.post(STEP, data={"state": "not-done"})
    english.post(LIMIT, data={"day": "2024-02-15"})
    as_role(english, "council")
    at(TOMORROW + timedelta(minutes=10))
    for _turn in range(2):
        told = new_part(english)
        assert "Since you were here last 2 changes, by Programme office (dem" in told
        assert "You were here on 1 December 2023 at 13:00." in told
        assert "Ulstein: “Planning phase” reported as not done" in told
        assert "2 new conflicts" in told
        assert "Conflicts that came Ulstein can go live 90 days after" in told
        look(english)


def test_what_moved_is_told_with_a_verb_and_once(english, at):
    look(english)
    at(TOMORROW)
    english.post("/waves/K13/day", data={"day": "2025-06-10"})
    once = new_part(english)
    english.post("/waves/K13/day", data={"day": "2025-06-11"})
    told = new_part(english)
    (places,) = re.findall(r"dates moved in (\d+) municipalities", told)
    (moved,) = re.findall(r"(\d+) deadlines moved", told)
    assert f"dates moved in {places} municipalities {moved} deadlines moved" in once
    assert int(moved) > int(places) > 1


def test_the_next_visit_begins_after_half_an_hour(english, at):
    look(english)
    at(TOMORROW)
    english.post(STEP, data={"state": "not-done"})
    look(english)
    assert "1 change, by" in new_part(english)
    at(TOMORROW + timedelta(minutes=31))
    told = new_part(english)
    assert "Nothing has been changed since 2 December 2023 at 13:00." in told
    assert "Changed last Ulstein: “Planning phase”" in told


def test_the_way_leads_to_the_history_since_then(english, at):
    english.post(LIMIT, data={"day": "2024-02-15"})
    look(english)
    at(TOMORROW)
    english.post(STEP, data={"state": "not-done"})
    html = part(english.get("/").text, "since")
    assert 'href="/history?since=2023-12-01T12:00:00Z"' in html
    told = text_of(english.get("/history?since=2023-12-01T12:00:00Z").text)
    assert "1 change since 1 December 2023 at 13:00." in told
    assert "Ulstein" in told
    assert "Ørsta: “Limit" not in told


@pytest.mark.parametrize(
    "typed",
    ["", "yesterday", "2023-12-01", "0001-01-01T00:00:00Z", "9999-12-31T23:59Z"],
)
def test_a_moment_that_is_none_asks_for_everything(english, typed):
    english.post(STEP, data={"state": "not-done"})
    answer = english.get("/history", query_string={"since": typed})
    assert "1 change." in text_of(answer.text)


def test_filters_keep_the_moment(english):
    html = english.get("/history?since=2023-12-01T12:00:00Z&wave=K13").text
    assert hidden(html, "since") == "2023-12-01T12:00:00Z"
    assert "No change is like that" in text_of(html)


def test_what_has_been_seen_is_new_no_more(english, at):
    look(english)
    at(TOMORROW)
    english.post(STEP, data={"state": "not-done"})
    seen = hidden(part(english.get("/").text, "since"), "seen")
    answer = english.post("/seen", data={"seen": seen}, headers=HTMX)
    assert answer.status_code == 200
    assert "<html" not in answer.text
    assert "Nothing has been changed since" in text_of(answer.text)
    assert "Nothing has been changed since" in new_part(english)


def test_without_javascript_a_button_says_what_has_been_seen(english, at):
    english.post("/seen")
    at(TOMORROW)
    english.post(STEP, data={"state": "not-done"})
    assert "1 change, by" in new_part(english)
    at(TOMORROW + timedelta(minutes=1))
    answer = english.post("/seen")
    assert (answer.status_code, answer.location) == (303, "/#since")
    assert "Nothing has been changed since" in new_part(english)
    assert english.post("/visit").status_code == 303


def test_a_form_without_a_revision_is_not_taken(english):
    assert english.post("/visit", data={"seen": "x"}).status_code in {400, 409, 422}


@pytest.mark.parametrize("role", ["council", "working-group"])
def test_everybody_has_a_visit(client, role):
    as_role(client, role)
    assert client.post("/visit", headers=HTMX).status_code == 204


def test_many_changes_are_counted_and_not_added_up(english, app, at, monkeypatch):
    monkeypatch.setattr("app.overview.queries.READ_CHANGES", 1)
    look(english)
    at(TOMORROW.astimezone(UTC))
    english.post(STEP, data={"state": "not-done"})
    english.post(LIMIT, data={"day": "2024-02-15"})
    told = new_part(english)
    assert "2 changes, by" in told
    assert "new conflict" not in told
