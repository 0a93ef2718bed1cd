"""Letting a conflict stand with a reason, opening it again, undoing either."""

import pytest
from sqlalchemy import select

from app.conflict_parts import conflict_id
from app.extensions import db
from app.store import results
from app.store.tables import AcceptedConflictRow, ChangeRow
from planning.conflicts import Conflict, Kind
from tests.app.reading import HTMX, as_role, hidden, read, text_of

REASON = "The council decides again in January."


@pytest.fixture
def declined(app) -> Conflict:
    """Return the conflict over Averøy's no."""
    with app.app_context():
        return find(Kind.COUNCIL_DECLINED)


@pytest.fixture
def address(declined) -> str:
    return f"/conflicts/{conflict_id(declined)}"


def find(kind: Kind) -> Conflict:
    found = results.evaluation(results.current_plan()).conflicts
    return next(it for it in found if it.kind is kind)


def accept(client, address, declined, **given):
    data = {"reason": REASON, "numbers": declined.numbers, **given}
    return client.post(f"{address}/accept", data=data)


def rows(app):
    with app.app_context():
        return db.session.scalars(select(AcceptedConflictRow)).all()


def test_an_accepted_conflict_stays_listed_with_its_reason(
    english, app, address, declined
):
    answer = accept(english, address, declined)
    assert answer.status_code == 303
    assert answer.location.startswith(f"{address}?moved=")
    (row,) = rows(app)
    assert (row.kind, row.concerns) == ("council-declined", "municipality.1554")
    assert (row.numbers, row.reason) == (declined.numbers, REASON)
    told = read(english, "/conflicts")
    assert f"Accepted: {REASON}" in told
    assert "Programme office (demonstration), 1 December 2023" in told
    listed = english.get("/conflicts").text
    assert 'id="section-error"' not in listed
    assert 'id="section-accepted"' in listed
    assert REASON in read(english, address)


def test_what_came_of_it_is_told_with_its_undo(english, app, address, declined):
    answer = accept(english, address, declined)
    told = read(english, answer.location)
    assert "Conflict accepted: “The council of Averøy said no for now" in told
    with app.app_context():
        change = db.session.scalars(select(ChangeRow)).one()
        assert change.what == "conflicts.accepted"
        assert change.values["reason"] == REASON
        undo = f"/history/{change.id}/undo"
    assert undo in english.get(answer.location).text
    english.post(undo)
    assert rows(app) == []
    assert "Averøy said no" in read(english, "/conflicts", severity="error")


def test_the_history_tells_what_was_accepted(english, address, declined):
    accept(english, address, declined)
    told = read(english, "/history")
    assert "Conflict accepted: “The council of Averøy said no for now" in told
    assert REASON in told


def test_htmx_is_answered_with_the_list_and_what_came_of_it(english, address, declined):
    data = {"reason": REASON, "numbers": declined.numbers}
    answer = english.post(
        f"{address}/accept?kind=council-declined", data=data, headers=HTMX
    )
    assert answer.status_code == 200
    assert "<html" not in answer.text
    assert 'id="moved-place" hx-swap-oob="true"' in answer.text
    assert 'id="conflicts"' in answer.text
    told = text_of(answer.text)
    assert "Conflict accepted" in told
    assert "2 of 10 conflicts." in told


def test_the_form_comes_in_place(english, address):
    answer = english.get(address, headers=HTMX)
    assert "<html" not in answer.text
    assert answer.text.count("<form") == 1
    assert "hx-post=" in answer.text
    assert "hx-post=" not in english.get(address).text


@pytest.mark.parametrize(
    ("reason", "said"),
    [
        ("", "Say why it may stand"),
        ("  \r\n ", "Say why it may stand"),
        ("x" * 501, "at most 500 characters"),
    ],
)
def test_without_a_reason_nothing_is_accepted(
    english, app, address, declined, reason, said
):
    for headers in ({}, HTMX):
        answer = english.post(
            f"{address}/accept",
            data={"reason": reason, "numbers": declined.numbers},
            headers=headers,
        )
        assert answer.status_code == 422
        assert said in text_of(answer.text)
        assert reason.strip() in answer.text
    assert rows(app) == []


def test_what_has_changed_since_it_was_read_is_read_again(
    english, app, address, declined
):
    answer = accept(english, address, declined, numbers="error;99")
    assert answer.status_code == 422
    assert "have changed since you opened this page" in text_of(answer.text)
    assert REASON in answer.text
    # The form now stands for what the page tells now.
    assert hidden(answer.text, "numbers") == declined.numbers
    assert rows(app) == []


def test_who_was_second_is_told_of_the_first(english, app, address, declined):
    seen = hidden(english.get(address).text, "seen")
    accept(english, address, declined)
    answer = accept(english, address, declined, reason="Another", seen=seen)
    assert answer.status_code == 409
    assert rows(app)[0].reason == REASON


def test_an_accepted_conflict_can_be_opened_again(english, app, address, declined):
    accept(english, address, declined)
    assert "Open it again" in read(english, address)
    answer = english.post(f"{address}/reopen")
    assert answer.status_code == 303
    assert "Conflict open again" in read(english, answer.location)
    assert rows(app) == []
    assert english.post(f"{address}/reopen").status_code == 404


def test_opening_again_clashes_with_a_newer_reason(english, app, address, declined):
    accept(english, address, declined)
    seen = hidden(english.get(address).text, "seen")
    accept(english, address, declined, reason="A better reason")
    answer = english.post(f"{address}/reopen", data={"seen": seen})
    assert answer.status_code == 409
    assert rows(app)[0].reason == "A better reason"


def test_it_comes_back_when_its_numbers_change(english, app, address, declined):
    accept(english, address, declined)
    english.post("/waves/placements/1554", data={"wave": "K14"})
    told = read(english, "/conflicts", municipality="1554")
    assert "Accepted before; the numbers have changed since." in told
    assert REASON in told
    assert "It was accepted before, and its numbers have changed" in read(
        english, address
    )
    with app.app_context():
        now = find_of(declined)
        assert now.accepted is None
    assert accept(english, address, now, reason="Now too").status_code == 303
    (row,) = rows(app)
    assert (row.numbers, row.reason) == (now.numbers, "Now too")


def find_of(conflict: Conflict) -> Conflict:
    found = results.evaluation(results.current_plan()).conflicts
    return next(it for it in found if it.identity == conflict.identity)


@pytest.mark.parametrize("role", ["council", "working-group"])
def test_the_programme_office_alone_accepts(english, app, address, declined, role):
    as_role(english, role)
    assert accept(english, address, declined).status_code == 403
    assert english.post(f"{address}/reopen").status_code == 403
    assert rows(app) == []
    html = english.get(address).text
    assert "/accept" not in html
    assert "The council of Averøy" in text_of(html)


def test_what_is_no_conflict_cannot_be_accepted(english, declined):
    answer = accept(english, "/conflicts/0123456789ab", declined)
    assert answer.status_code == 404
