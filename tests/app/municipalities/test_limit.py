"""Naming the day of a limit: it beats the one counted from go-live."""

from datetime import date

import pytest
from sqlalchemy import select

from app.extensions import db
from app.store.tables import DeadlineRow
from tests.app.reading import HTMX, as_role, hidden, row, text_of

PAGE = "/municipalities/1516"
LIMIT = f"{PAGE}/limits/option-limit"
NAMED = {"day": "2024-02-15", "note": "A letter"}


def find_deadline(app):
    with app.app_context():
        return db.session.scalar(
            select(DeadlineRow).where(DeadlineRow.municipality == "1516")
        )


def test_the_form_tells_the_day_that_is_counted(english):
    told = text_of(english.get(LIMIT).text)
    assert "Counted back from go-live it is 1 April 2024, in 123 days." in told


def test_the_named_day_holds_and_the_counted_one_stands_beside_it(english, app):
    answer = english.post(LIMIT, data=NAMED)
    assert answer.status_code == 303
    told = row(english.get(PAGE).text, "limit-option-limit")
    assert "Thursday 15 February 2024" in told
    assert "Counted back from go-live it would be 1 April 2024." in told
    assert "Named for this municipality." in told
    assert "A letter" in told
    assert find_deadline(app).day == date(2024, 2, 15)
    step = row(english.get(PAGE).text, "step-option-limit")
    assert "The day is named for this municipality" in step


def test_a_note_is_in_the_language_of_whoever_wrote_it(client, app):
    client.post(LIMIT, data=NAMED | {"note": "Et brev"})
    assert find_deadline(app).note == {"nb": "Et brev"}
    client.post("/language", data={"language": "en_GB", "page": "/"})
    assert '<span lang="nb">Et brev</span>' in client.get(PAGE).text
    assert 'value="Et brev"' in client.get(LIMIT).text
    # Whoever changes the day alone has not written the note anew.
    client.post(LIMIT, data={"day": "2024-02-16", "note": "Et brev"})
    assert find_deadline(app).note == {"nb": "Et brev"}
    client.post(LIMIT, data={"day": "2024-02-16", "note": "A letter"})
    assert find_deadline(app).note == {"en": "A letter"}
    client.post(LIMIT, data={"day": "2024-02-16", "note": ""})
    assert find_deadline(app).note == {}


def test_htmx_is_answered_with_what_moved(english):
    answer = english.post(LIMIT, data=NAMED, headers=HTMX)
    assert answer.status_code == 200
    assert "is set to 15 February 2024" in text_of(answer.text)
    html = english.get("/municipalities/1516?moved=1&place=option-limit").text
    assert "15 February 2024" in row(html, "limit-option-limit")
    assert 'id="moved"' in html[html.index('id="limit-option-limit"') :]


def test_a_named_day_can_be_changed_and_removed(english, app):
    english.post(LIMIT, data=NAMED)
    assert 'value="2024-02-15"' in english.get(LIMIT).text
    english.post(LIMIT, data={"day": "2024-03-01", "note": ""})
    assert find_deadline(app).day == date(2024, 3, 1)
    english.post(f"{LIMIT}/remove")
    assert find_deadline(app) is None
    assert "Monday 1 April 2024" in row(english.get(PAGE).text, "limit-option-limit")


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({}, "Give the last day."),
        ({"day": "soon"}, "“soon” is no day"),
        ({"day": "2025-04-02"}, "would lie after go-live on 1 April 2025"),
        ({"day": "0204-02-15"}, "See whether the year is right"),
        ({"day": "2024-02-15", "note": "x" * 501}, "at most 500 characters"),
    ],
)
def test_what_cannot_be_is_refused_and_what_was_typed_stays(english, app, given, said):
    for headers in ({}, HTMX):
        answer = english.post(LIMIT, data=given, headers=headers)
        assert answer.status_code == 422
        assert said in text_of(answer.text)
        assert given.get("day", "") in answer.text
    assert find_deadline(app) is None


@pytest.mark.parametrize(
    "path",
    [
        "1516/limits/withdrawal-limit",
        "1516/limits/project-start",
        "5001/limits/option-limit",
        "9999/limits/option-limit",
    ],
)
def test_only_limits_that_agreements_name_can_be_set(client, path):
    assert client.get(f"/municipalities/{path}").status_code == 404
    assert client.post(f"/municipalities/{path}", data=NAMED).status_code == 404


def test_nothing_can_be_removed_that_is_not_there(client):
    assert client.post(f"{LIMIT}/remove").status_code == 404


def test_who_saw_another_day_is_told_of_the_newer(english, app):
    english.post(LIMIT, data=NAMED)
    seen = hidden(english.get(LIMIT).text, "seen")
    english.post(LIMIT, data={**NAMED, "day": "2024-03-01", "seen": seen})
    answer = english.post(f"{LIMIT}/remove", data={"seen": seen})
    assert answer.status_code == 409
    assert find_deadline(app).day == date(2024, 3, 1)


@pytest.mark.parametrize("role", ["council", "working-group"])
def test_the_programme_office_alone_names_days(client, app, role):
    as_role(client, role)
    assert client.get(LIMIT).status_code == 403
    assert client.post(LIMIT, data=NAMED).status_code == 403
    assert find_deadline(app) is None
