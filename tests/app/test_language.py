"""The language: chosen with a form, kept, and on the command line found."""

from pathlib import Path

import pytest
from flask.testing import FlaskClient

from app import language
from app.language import command_line_locale

ELSEWHERE = [
    "https://evil.example/",
    "//evil.example/",
    "/\\evil.example/",
    "\\\\evil.example",
    "javascript:alert(1)",
    "waves",
    "/waves\r\nSet-Cookie: a=b",
    "/ /evil.example",
    "",
]


def choose(client: FlaskClient, locale: str, page: str = "/") -> tuple[int, str]:
    data = {"language": locale, "page": page}
    answer = client.post("/language", data=data)
    return answer.status_code, answer.location or ""


def test_norwegian_unless_another_is_chosen(client: FlaskClient) -> None:
    assert '<html lang="nb">' in client.get("/nowhere").text


def test_the_choice_is_kept(client: FlaskClient) -> None:
    assert choose(client, "en_GB", "/nowhere?year=2025") == (303, "/nowhere?year=2025")
    assert '<html lang="en">' in client.get("/nowhere").text
    assert choose(client, "nb_NO")[0] == 303
    assert '<html lang="nb">' in client.get("/nowhere").text


def test_the_choice_outlives_the_browser(client: FlaskClient) -> None:
    answer = client.post("/language", data={"language": "en_GB", "page": "/"})
    assert "Expires=" in answer.headers["Set-Cookie"]


def test_a_page_offers_the_other_languages_in_their_own_words(
    client: FlaskClient,
) -> None:
    page = client.get("/nowhere").text
    assert 'value="en_GB" lang="en"' in page
    assert 'value="nn_NO" lang="nn"' in page
    assert 'value="nb_NO"' not in page


def test_nynorsk_can_be_chosen(client: FlaskClient) -> None:
    assert choose(client, "nn_NO", "/nowhere") == (303, "/nowhere")
    page = client.get("/nowhere").text
    assert '<html lang="nn">' in page
    assert "Fann ikkje sida" in page


def test_a_form_that_is_refused_is_come_back_to_in_another_language(
    client: FlaskClient,
) -> None:
    form = "/rights/1516/facts/new"
    refused = client.post(f"{form}?a=b", data={"kind": "x"})
    assert refused.status_code == 422
    assert f'name="page" value="{form}?a=b"' in refused.text
    # What has no page of its own leads to where the form stood.
    for came, page in (
        ("http://localhost/deadlines/recipients?x=y", "/deadlines/recipients?x=y"),
        ("http://elsewhere.example/deadlines", "/"),
        ("http://[", "/"),
        ("", "/"),
    ):
        sent = {"days": "ten"}
        headers = {"Referer": came}
        wrong = client.post("/deadlines/recipients/days", data=sent, headers=headers)
        assert wrong.status_code == 422
        assert f'name="page" value="{page}"' in wrong.text


@pytest.mark.parametrize("page", ELSEWHERE)
def test_the_way_back_never_leads_elsewhere(client: FlaskClient, page: str) -> None:
    assert choose(client, "en_GB", page) == (303, "/")


def test_a_language_that_there_is_not_is_refused(client: FlaskClient) -> None:
    assert choose(client, "tlh")[0] == 400
    with pytest.raises(ValueError, match="tlh"):
        language.choose("tlh")


def test_a_session_with_another_language_falls_back(client: FlaskClient) -> None:
    with client.session_transaction() as session:
        session[language.IN_SESSION] = "tlh"
    assert '<html lang="nb">' in client.get("/nowhere").text


@pytest.mark.parametrize(
    ("asked", "language"),
    [
        ("nn-NO,nn;q=0.9,nb;q=0.8,en;q=0.7", "nn"),
        ("nn", "nn"),
        ("nb;q=0.5,nn;q=0.9", "nn"),
        ("nb-NO,nn;q=0.9", "nb"),
        ("no,nn;q=0.9", "nb"),
        ("en-GB,nn;q=0.9,nb;q=0.8", "nn"),
        ("en-GB,en;q=0.9", "nb"),
        ("nn;q=0,en", "nb"),
        ("de", "nb"),
        ("*", "nb"),
        ("", "nb"),
    ],
)
def test_a_browser_that_prefers_nynorsk_gets_it(
    client: FlaskClient, asked: str, language: str
) -> None:
    page = client.get("/nowhere", headers={"Accept-Language": asked}).text
    assert f'<html lang="{language}">' in page


def test_what_was_chosen_goes_before_what_the_browser_asks_for(
    client: FlaskClient,
) -> None:
    choose(client, "nb_NO")
    page = client.get("/nowhere", headers={"Accept-Language": "nn-NO"}).text
    assert '<html lang="nb">' in page


@pytest.mark.parametrize(
    ("environment", "locale"),
    [
        ({}, "nb_NO"),
        ({"BOLGEPLAN_LANGUAGE": "en"}, "en_GB"),
        ({"BOLGEPLAN_LANGUAGE": "nb", "LANG": "en_US.UTF-8"}, "nb_NO"),
        ({"LANG": "en_US.UTF-8"}, "en_GB"),
        ({"LANG": "nn_NO.UTF-8"}, "nn_NO"),
        ({"LANG": "no"}, "nb_NO"),
        ({"BOLGEPLAN_LANGUAGE": "nn"}, "nn_NO"),
        ({"LC_ALL": "nb_NO.UTF-8", "LANG": "en_US.UTF-8"}, "nb_NO"),
        ({"LC_ALL": "C.UTF-8"}, "nb_NO"),
        ({"LANG": "de_DE.UTF-8"}, "nb_NO"),
        ({"BOLGEPLAN_LANGUAGE": "de", "LANG": "en_GB"}, "en_GB"),
    ],
)
def test_the_command_line_asks_the_environment(
    environment: dict[str, str], locale: str
) -> None:
    assert command_line_locale(environment) == locale


def test_bokmal_has_one_form_of_the_timeline_and_the_board():
    catalogue = Path("app/translations/nb/LC_MESSAGES/messages.po")
    text = catalogue.read_text(encoding="utf-8").lower()
    for stray in ("tidslinja", "bølgetavla", "tavla "):
        assert stray not in text
