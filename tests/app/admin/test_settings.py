"""Settings: the status date and the price year, and who may set them."""

from datetime import date

import pytest

from app.store import results
from tests.app.reading import as_role, hidden, read, text_of

DAY, YEAR = "/settings/status-date", "/settings/price-year"


def status_date(app):
    with app.app_context():
        return results.programme().status_date


def price_year(app):
    with app.app_context():
        return results.programme().price_year


def test_the_page_explains_and_shows_what_holds(english):
    html = english.get("/settings").text
    assert 'value="2023-11-30"' in html
    assert "presumed to have gone as planned" in text_of(html)


def test_a_new_status_date_is_seen_on_every_page_with_what_moved(english, app):
    answer = english.post(DAY, data={"day": "2023-12-01"})
    assert answer.status_code == 303
    assert status_date(app) == date(2023, 12, 1)
    told = read(english, answer.location)
    assert "The status date is 1 December 2023" in told
    assert "Status as of 1 December 2023" in told
    assert "Undo" in told


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("", "Give a day."),
        ("30.2.2023", "“30.2.2023” is no day"),
        ("2023-12-02", "The day has not come yet: today is 1 December 2023."),
        ("2023-11-02", "is recorded on 3 November 2023"),
        ("0001-01-01", "is recorded on 3 November 2023"),
    ],
)
def test_a_day_that_cannot_be_is_refused_and_stays_in_the_field(
    english, app, day, said
):
    answer = english.post(DAY, data={"day": day})
    assert answer.status_code == 422
    assert said in text_of(answer.text)
    assert f'value="{day}"' in answer.text
    assert status_date(app) == date(2023, 11, 30)


def test_the_last_recorded_day_itself_is_no_earlier(english, app):
    assert english.post(DAY, data={"day": "2023-11-03"}).status_code == 303
    assert status_date(app) == date(2023, 11, 3)


def test_what_was_reported_holds_the_status_date_too(english, app):
    english.post(
        "/municipalities/1516/steps/preproject-agreed",
        data={"state": "done", "finish": "2023-11-20"},
    )
    answer = english.post(DAY, data={"day": "2023-11-10"})
    assert answer.status_code == 422
    assert "“Ulstein: pre-project agreed” is recorded on 20 November 2023" in text_of(
        answer.text
    )


def test_a_price_year_can_be_noted_and_taken_away(english, app):
    english.post(YEAR, data={"year": "2022"})
    assert price_year(app) == 2022
    assert 'value="2022"' in english.get("/settings").text
    english.post(YEAR, data={"year": ""})
    assert price_year(app) is None


@pytest.mark.parametrize("year", ["1999", "2101", "soon", "-5"])
def test_a_year_that_cannot_be_is_refused(english, app, year):
    answer = english.post(YEAR, data={"year": year})
    assert answer.status_code == 422
    assert f'value="{year}"' in answer.text
    assert price_year(app) is None


def test_who_saw_an_older_setting_is_told_of_the_newer(english, app):
    seen = hidden(english.get("/settings").text, "seen")
    english.post(DAY, data={"day": "2023-11-20", "seen": seen})
    answer = english.post(DAY, data={"day": "2023-11-10", "seen": seen})
    assert answer.status_code == 409
    assert "30 November 2023" in text_of(answer.text)
    assert status_date(app) == date(2023, 11, 20)


def test_undo_brings_the_status_date_back(english, app):
    english.post(DAY, data={"day": "2023-11-20"})
    english.post("/history/1/undo", data={"back": "/settings"})
    assert status_date(app) == date(2023, 11, 30)


@pytest.mark.parametrize("role", ["council", "working-group"])
def test_the_programme_office_alone_sets(client, app, role):
    as_role(client, role)
    assert client.get("/settings").status_code == 403
    assert client.post(DAY, data={"day": "2023-11-20"}).status_code == 403
    assert client.post(YEAR, data={"year": "2022"}).status_code == 403
    assert status_date(app) == date(2023, 11, 30)
