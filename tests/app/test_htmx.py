"""How a change is answered, with JavaScript and without."""

import json

import pytest
from flask import Flask, session
from flask.testing import FlaskClient

from app import access, htmx

FRAGMENT = {"HX-Request": "true"}
WORDS = "Ulstein er flyttet til bølge K14"


@pytest.fixture
def changing(app: Flask, client: FlaskClient) -> FlaskClient:
    """Return a client of an app with a few changes to make."""
    answers = {
        "moved": lambda: htmx.saved(
            '<p id="part">Flyttet</p>', page_url="/there", announce=WORDS
        ),
        "noted": lambda: htmx.saved(page_url="/there"),
        "made": lambda: htmx.moved_to("/there", announce=WORDS),
        "wrong": lambda: htmx.refused('<p id="part">Feil</p>'),
    }
    for name, answer in answers.items():
        view = access.needs("plan.edit")(answer)
        app.add_url_rule(f"/{name}", name, view, methods=["POST"])
    return client


def flashed(client: FlaskClient) -> list[str]:
    with client.session_transaction() as kept:
        return [message for _kind, message in kept.get("_flashes", [])]


def test_a_saved_change_answers_with_what_moved(changing: FlaskClient) -> None:
    answer = changing.post("/moved", headers=FRAGMENT)
    assert answer.status_code == 200
    assert answer.text == '<p id="part">Flyttet</p>'
    assert json.loads(answer.headers["HX-Trigger"]) == {"announce": {"text": WORDS}}
    assert not flashed(changing)


def test_without_javascript_it_leads_to_the_page_which_says_it(
    changing: FlaskClient,
) -> None:
    answer = changing.post("/moved")
    assert (answer.status_code, answer.location) == (303, "/there")
    assert flashed(changing) == [WORDS]
    assert WORDS in changing.get("/there").text
    assert not flashed(changing)


def test_a_change_that_shows_nothing_swaps_nothing(changing: FlaskClient) -> None:
    answer = changing.post("/noted", headers=FRAGMENT)
    assert answer.status_code == 204
    assert "HX-Trigger" not in answer.headers
    assert changing.post("/noted").location == "/there"


def test_a_change_that_leads_to_another_page_goes_there(changing: FlaskClient) -> None:
    answer = changing.post("/made", headers=FRAGMENT)
    assert answer.headers["HX-Redirect"] == "/there"
    assert flashed(changing) == [WORDS]
    assert changing.post("/made").status_code == 303


def test_a_refusal_is_no_success(changing: FlaskClient) -> None:
    answer = changing.post("/wrong", headers=FRAGMENT)
    assert answer.status_code == 422
    assert "Feil" in answer.text


def test_only_htmx_wants_a_fragment(app: Flask) -> None:
    with app.test_request_context(headers=FRAGMENT):
        assert htmx.wants_fragment()
    with app.test_request_context(headers={"HX-Boosted": "true"}):
        assert not htmx.wants_fragment()
        assert not session
