"""Averøy's yearly total can't hold a loan at nine percent, and that is said."""

import pytest
from flask_babel import force_locale

from app.moved_readings import reading_sentences
from app.store.names import names_for
from tests.app.reading import text_of

AT = "/economy/assumptions/loan_rate"
LOST = "Alone it comes to NOK 2.3m a year now, so it can’t be."
RESTED = "Estimates for others rested on both readings of it"


def read(client, path):
    return text_of(client.get(path).text)


@pytest.fixture
def dearer(english):
    english.post(AT, data={"value": "9", "note": ""})
    return english


def test_the_change_tells_the_reading_that_is_lost(dearer):
    for page in ("/economy/assumptions?moved=1", "/history/1"):
        told = read(dearer, page)
        assert "Averøy: nobody says whether the loan is in the yearly sum" in told
        assert LOST in told
        assert RESTED in told
    dearer.post(AT, data={"value": "4", "note": ""})
    told = read(dearer, "/history/2")
    assert "It comes to NOK 1.7m a year now, so it may be." in told
    assert "rested on one reading of it, and rest on both now" in told


def test_a_change_that_loses_none_tells_none(english):
    english.post(AT, data={"value": "8", "note": ""})
    assert "nobody says whether" not in read(english, "/history/1")


def test_the_figure_says_why_it_is_not_read_so(dearer):
    own = read(dearer, "/municipalities/1554/money")
    assert "at 9% the loan alone comes to about NOK 2.3m a year" in own
    assert "(the loan can’t be in it)" in read(dearer, "/municipalities/1505/money")
    method = read(dearer, "/economy")
    assert "so it can’t be: that reading is no case" in method


def test_what_one_has_decided_moves_nobodys_estimate(app, plan):
    reading = {"is_lost": True, "is_case": False, "total": 2_200_000, "payment": 1}
    both = [
        {"municipality": "1554", "reading": {**reading, "is_lost": it}}
        for it in (True, False)
    ]
    with app.test_request_context(), force_locale("en_GB"):
        told = list(
            reading_sentences(
                {"money": {"municipalities": both}}, names_for(plan, "en")
            )
        )
    assert len(told) == 2
