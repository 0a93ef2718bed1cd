"""The history: who changed what, newest first, and how it is asked for."""

import pytest

from app.extensions import db
from app.store.tables import ChangeRow
from tests.app.reading import as_role, part, read, text_of

STEP = "/municipalities/1516/steps/planning-phase"
LIMIT = "/municipalities/1520/limits/option-limit"


def report(client, state="not-done"):
    """Report a step of Ulstein."""
    assert client.post(STEP, data={"state": state}).status_code == 303


def name_day(client, day="2024-02-15"):
    """Name the day of a limit of Ørsta."""
    assert client.post(LIMIT, data={"day": day}).status_code == 303


def same_change(change, revision):
    """Return a change like another one, as history keeps it, at its own revision."""
    kept = ("at", "by", "by_name", "what", "values", "moved", "plan_id")
    return ChangeRow(
        revision=revision, items=[], **{name: getattr(change, name) for name in kept}
    )


def test_without_a_change_the_page_says_so(english):
    assert "Nothing has been changed yet" in read(english, "/history")


def test_changes_come_newest_first_with_who_when_and_what(english):
    report(english)
    name_day(english)
    told = read(english, "/history")
    assert "2 changes." in told
    assert told.index("Ørsta: “Limit for taking") < told.index("Ulstein: “Planning")
    assert "Programme office (demonstration)" in told
    # The clock of the tests shows noon in London, which is one o'clock in Oslo.
    assert "1 December 2023 at 13:00" in told


def test_a_change_tells_from_what_to_what(english):
    name_day(english)
    name_day(english, "2024-03-01")
    told = text_of(part(english.get("/history").text, "change-2"))
    assert "last day: 15 February 2024 → became 1 March 2024" in told


def test_a_change_counts_what_moved(english):
    report(english)
    assert "new conflict" in text_of(part(english.get("/history").text, "change-1"))


def test_the_history_is_asked_by_municipality_wave_and_writer(english):
    report(english)
    name_day(english)
    assert "1 change." in read(english, "/history", municipality="1516")
    assert "No change is like that" in read(english, "/history", wave="K13")
    office = "demonstration.programme-office"
    assert "2 changes." in read(english, "/history", by=office)
    assert "No change is like that" in read(english, "/history", by="nobody")


def test_a_move_is_found_by_the_wave_it_left_and_the_one_it_came_to(english):
    english.post("/waves/placements/1516", data={"wave": "K14"})
    for wave in ("K13", "K14"):
        assert "1 change." in read(english, "/history", wave=wave)
    assert "No change is like that" in read(english, "/history", wave="K15")


def test_fifty_changes_stand_on_a_page(english):
    name_day(english)
    with english.application.app_context():
        change = db.session.get_one(ChangeRow, 1)
        for revision in range(change.revision + 1, change.revision + 56):
            db.session.add(same_change(change, revision))
        db.session.commit()
    first = english.get("/history").text
    assert first.count('class="change"') == 50
    assert "/history?page=2" in first
    second = english.get("/history?page=2").text
    assert second.count('class="change"') == 6
    assert "Newer changes" in text_of(second)
    assert "Older changes" not in text_of(second)


@pytest.mark.parametrize("page", ["0", "-1", "many", "99999999999"])
def test_a_page_that_is_no_number_is_the_first(english, page):
    report(english)
    assert "1 change." in read(english, "/history", page=page)


def test_a_page_past_the_last_offers_the_way_back(english):
    report(english)
    assert "No change is like that" in read(english, "/history", page="7")


def test_every_role_may_read_and_the_office_alone_undo(client):
    report(client)
    for role in ("council", "working-group"):
        as_role(client, role)
        page = client.get("/history").text
        assert 'class="change"' in page
        assert "/undo" not in page
        assert client.post("/history/1/undo").status_code == 403
