"""Undo and redo on the board: one's own steps, and what stands in their way."""

import re

import pytest

from app.store import results
from app.store.own_steps import OwnSteps, Step, last_steps
from app.store.writing import writing
from app.waves.queries import get_placement, get_wave
from tests.app.reading import as_role, text_of

ME, YOU = "me", "you"
MINE = [Step(1, ME), Step(2, ME)]


@pytest.mark.parametrize(
    ("steps", "undo", "redo"),
    [
        ([], None, None),
        ([Step(1, YOU)], None, None),
        (MINE, 2, None),
        ([*MINE, Step(3, ME, 2)], 1, 3),
        ([*MINE, Step(3, ME, 2), Step(4, ME, 1)], None, 4),
        ([*MINE, Step(3, ME, 2), Step(4, ME, 1), Step(5, ME, 4)], 5, 3),
        ([*MINE, Step(3, ME, 2), Step(4, ME, 3)], 4, None),
        # A new change forgets what could be done again.
        ([*MINE, Step(3, ME, 2), Step(4, ME)], 4, None),
        # So does nobody else's.
        ([*MINE, Step(3, ME, 2), Step(4, YOU)], 1, 3),
        # What somebody else undid is not there to be undone.
        ([*MINE, Step(3, YOU, 2)], 1, None),
        ([*MINE, Step(3, ME, 2), Step(4, YOU, 3)], 1, None),
        # What one undid of somebody else's is a deed of one's own.
        ([Step(1, YOU), Step(2, ME, 1)], 2, None),
    ],
)
def test_last_steps(steps, undo, redo):
    assert last_steps(steps, ME) == OwnSteps(undo, redo)


def button(html, name):
    """The words of a button of the board."""
    found = re.search(rf'<button[^>]*data-step="{name}".*?</button>', html, re.DOTALL)
    assert found is not None
    return " ".join(text_of(found[0]).split())


def test_nothing_to_undo_is_told(english):
    html = english.get("/waves").text
    assert "You have changed nothing that could be undone." in button(html, "undo")
    assert "You have undone nothing" in button(html, "redo")
    assert html.count('aria-disabled="true"') == 2


def test_own_last_change_is_undone_and_done_again(english):
    english.post("/waves/placements/1516", data={"wave": "K14"})
    html = english.get("/waves").text
    assert button(html, "undo") == "Undo : Ulstein moved from K13 to K14"
    assert 'action="/history/1/undo"' in html
    english.post("/history/1/undo")
    html = english.get("/waves").text
    assert button(html, "redo") == "Redo : Ulstein moved from K13 to K14"
    assert "nothing that could be undone" in button(html, "undo")
    english.post("/history/2/undo")
    assert button(english.get("/waves").text, "undo").endswith("from K13 to K14")


def test_what_somebody_else_has_changed_since_is_refused(app, english, office):
    english.post("/waves/placements/1516", data={"wave": "K14"})
    with app.test_request_context():
        plan = results.current_plan()
        row, wave = get_placement(plan, "1516"), get_wave(plan, "K15")
        values = {"municipality": "1516", "before": "K14", "after": "K15"}
        what = "waves.municipality-moved"
        with writing(plan, by=office, what=what, values=values):
            row.wave_id = wave.id
    assert 'action="/history/1/undo"' in english.get("/waves").text
    response = english.post("/history/1/undo", data={"back": "/waves"})
    assert response.status_code == 409
    assert "Programkontoret" in response.text


def test_what_one_undid_of_somebody_else_is_told_as_it_is(app, english, office):
    with app.test_request_context():
        plan = results.current_plan()
        row, wave = get_placement(plan, "1516"), get_wave(plan, "K15")
        values = {"municipality": "1516", "before": "K13", "after": "K15"}
        what = "waves.municipality-moved"
        with writing(plan, by=office, what=what, values=values):
            row.wave_id = wave.id
    english.post("/history/1/undo")
    told = button(english.get("/waves").text, "undo")
    assert told == "Undo : Undone: Ulstein moved from K13 to K15"


@pytest.mark.parametrize("role", ["council", "working-group"])
def test_those_who_may_not_undo_see_no_way_to(client, role):
    as_role(client, role)
    assert "data-step" not in client.get("/waves").text
