"""Making, seeing and revoking a calendar's address."""

import re

import pytest
from icalendar import Calendar
from sqlalchemy import func, select

from app.extensions import db
from app.store.tables import FeedRow
from tests.app.reading import as_role, read, text_of

GIVEN = {"of": "wave:K13", "language": "en", "label": "Outlook at work"}


def make(client, **given):
    return client.post("/feeds", data={**GIVEN, **given})


def address_in(html):
    return re.search(r'value="(http://localhost/calendar/[^"]+\.ics)"', html)


def test_the_address_is_shown_once_and_opens_the_calendar(english):
    answer = make(english)
    assert answer.status_code == 303
    page = english.get(answer.location)
    url = address_in(page.text)[1]
    assert url.replace("http:", "webcal:") in page.text
    for program in ("Outlook", "Google", "Apple"):
        assert program in page.text
    calendar = Calendar.from_ical(english.get(url).data)
    assert str(calendar["x-wr-calname"]) == "Bølgeplan: Wave K13"
    again = english.get(answer.location)
    assert again.status_code == 200
    assert not address_in(again.text)
    assert "shown once" in text_of(again.text)


def test_an_address_that_only_this_machine_reaches_says_so(english):
    page = english.get(make(english).location)
    assert "from this machine only" in text_of(page.text)


@pytest.mark.parametrize(
    ("page", "of"),
    [
        ("/waves/K13", "wave:K13"),
        ("/municipalities/1516", "municipality:1516"),
        ("/municipalities?region=namdal", "region:namdal"),
    ],
)
def test_a_page_leads_to_the_form_for_its_own_dates(english, page, of):
    text = english.get(page).text
    assert f"/feeds?of={of}" in text
    form = english.get(f"/feeds?of={of}").text
    assert f'<option selected value="{of}">' in form


def test_a_wave_may_be_asked_for_by_its_alias(english):
    assert (
        '<option selected value="wave:K13">' in english.get("/feeds?of=wave:KI3").text
    )


def test_own_addresses_are_listed_and_revoked_after_a_question(english):
    location = make(english).location
    words = read(english, "/feeds")
    assert "Wave K13 Outlook at work" in words
    assert "Last read by a calendar Never" in words
    url = address_in(english.get(location).text)[1]
    question = english.get(location)
    assert "This can’t be undone" in text_of(question.text)
    answer = english.post(f"{location}/revoke")
    assert answer.status_code == 303
    page = text_of(english.get(answer.location).text)
    assert "The calendar address of Wave K13 is revoked." in page
    assert "You have none yet" in page
    assert english.get(url).status_code == 404
    assert english.get(location).status_code == 404
    assert english.post(f"{location}/revoke").status_code == 404


def test_another_user_neither_sees_nor_revokes_it(english):
    location = make(english).location
    as_role(english, "council")
    assert "You have none yet" in read(english, "/feeds")
    assert english.get(location).status_code == 404
    assert english.post(f"{location}/revoke").status_code == 404
    assert make(english).status_code == 303


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"of": ""}, "Choose a municipality, a region or a wave."),
        ({"of": "wave:K99"}, "Choose a municipality, a region or a wave."),
        ({"language": "fr"}, "Choose one of the languages."),
        ({"label": "x" * 101}, "Write at most 100 characters."),
    ],
)
def test_what_is_wrong_is_told_and_what_was_typed_stays(app, english, given, told):
    answer = make(english, **given)
    assert answer.status_code == 422
    assert told in text_of(answer.text)
    assert (given.get("label") or "Outlook at work") in answer.text
    with app.app_context():
        assert db.session.scalar(select(func.count(FeedRow.id))) == 0
