"""Moving a municipality: in place, on a page of its own, and when it can't be."""

import pytest

from app.store import results
from app.waves.queries import get_placement
from tests.builders import ULSTEIN

HTMX = {"HX-Request": "true"}
URL = f"/waves/placements/{ULSTEIN}"
TRONDHEIM = "/waves/placements/5001"


def wave_of(client, number=ULSTEIN):
    with client.application.app_context():
        return results.evaluation(results.current_plan()).wave_of(number)


def test_form_is_a_page_of_its_own(english):
    html = english.get(URL).text
    assert "<html" in html
    assert "Move Ulstein" in html
    assert '<option selected value="K13">' in html


def test_form_opens_in_place(english):
    html = english.get(URL, headers=HTMX).text
    assert "<html" not in html
    assert 'id="move-form-1516"' in html
    assert 'id="move-form-1516"' in english.get(URL).text


def test_form_offers_planned_waves_with_their_dates(english):
    html = english.get(URL, headers=HTMX).text
    assert "K14, October" in html
    assert "Without a wave" in html
    assert 'value="PD5"' not in html


def test_move_without_javascript_leads_to_the_board(english):
    response = english.post(URL, data={"wave": "K14"})
    assert response.status_code == 303
    assert response.location.startswith("/waves?moved=")
    assert wave_of(english) == "K14"


def test_move_keeps_the_filter_of_the_board(english):
    response = english.post(f"{URL}?region=syvstjerna", data={"wave": "K14"})
    assert "region=syvstjerna" in response.location


def test_move_is_answered_with_both_columns_and_what_moved(english):
    response = english.post(URL, data={"wave": "K14"}, headers=HTMX)
    html = response.text
    assert response.status_code == 200
    assert "<html" not in html
    assert "Ulstein moved from K13 to K14: 1 municipality, 3 deadlines, " in html
    assert html.count("hx-swap-oob") == 4
    assert 'id="wave-K13"' in html
    assert 'id="wave-K14"' in html
    assert 'id="wave-K12"' not in html


def test_move_can_be_undone_from_its_answer(english):
    english.post(URL, data={"wave": "K14"}, headers=HTMX)
    html = english.get("/waves?moved=1").text
    assert 'action="/history/1/undo"' in html
    response = english.post("/history/1/undo", data={"back": "/waves"})
    assert response.location == "/waves?moved=2"
    assert wave_of(english) == "K13"
    assert (
        "Undone: Ulstein moved from K13 to K14" in english.get(response.location).text
    )


@pytest.mark.parametrize("typed", ["KI4", "ki4", "k14", " K14 "])
def test_codes_are_read_with_their_aliases(client, typed):
    assert client.post(URL, data={"wave": typed}).status_code == 303
    assert wave_of(client) == "K14"


def test_municipality_can_be_without_a_wave(english):
    html = english.post(URL, data={"wave": ""}, headers=HTMX).text
    assert wave_of(english) is None
    assert "Ulstein taken out of K13" in html
    assert "1 new conflict" in html
    assert "Ulstein is in no wave." in html
    # A column has come: the board is fetched anew.
    assert 'hx-get="/waves" hx-trigger="load"' in html
    assert 'id="wave-none"' in english.get("/waves").text


def test_municipality_without_a_wave_can_be_placed(english):
    english.post(URL, data={"wave": ""})
    html = english.post(URL, data={"wave": "K12"}, headers=HTMX).text
    assert "Ulstein placed in K12" in html
    assert "1 conflict solved" in html


def test_what_a_user_moves_is_marked_as_entered(client):
    client.post(URL, data={"wave": "K14"})
    with client.application.app_context():
        row = get_placement(results.current_plan(), ULSTEIN)
        assert (row.confidence, row.source, row.reference) == ("entered", "", "")


def test_move_to_the_same_wave_is_told(english):
    response = english.post(URL, data={"wave": "K13"}, headers=HTMX)
    assert response.status_code == 422
    assert "It is in K13 already. Choose another wave." in response.text
    assert english.get("/history/1").status_code == 404


def test_unknown_wave_is_refused_and_kept_in_its_sentence(english):
    response = english.post(URL, data={"wave": "K99"}, headers=HTMX)
    assert response.status_code == 422
    assert "There is no wave called “K99”. Choose one of the list." in response.text
    assert "<html" not in response.text
    assert wave_of(english) == "K13"


def test_live_wave_is_refused(english):
    response = english.post(URL, data={"wave": "PD5"})
    assert response.status_code == 422
    assert "PD5 is live already. Choose a wave that is still planned." in response.text
    assert "<html" in response.text


def test_municipality_that_is_live_stays(english):
    response = english.post(TRONDHEIM, data={"wave": "K14"}, headers=HTMX)
    assert response.status_code == 422
    assert "Trondheim is live. What has happened can&#39;t be moved" in response.text
    assert wave_of(english, "5001") == "PD1"


@pytest.mark.parametrize("number", ["0000", "x", "15166"])
def test_unknown_municipality_is_not_found(client, number):
    url = f"/waves/placements/{number}"
    assert client.get(url).status_code == 404
    assert client.post(url, data={"wave": "K14"}).status_code == 404


def test_second_of_two_who_saw_the_same_is_told_of_the_first(english):
    english.post(URL, data={"wave": "K14", "seen": "1"})
    response = english.post(URL, data={"wave": "K15", "seen": "1"}, headers=HTMX)
    assert response.status_code == 409
    assert wave_of(english) == "K14"


@pytest.mark.parametrize("role", ["council", "working-group"])
def test_only_the_office_moves(client, role):
    with client.session_transaction() as session:
        session["demonstration-role"] = role
    assert client.post(URL, data={"wave": "K14"}).status_code == 403
    assert client.get(URL).status_code == 403
    assert wave_of(client) == "K13"


def test_an_address_can_propose_a_wave(english):
    html = english.get(f"{URL}?to=K15").text
    assert '<option selected value="K15">' in html
    assert wave_of(english) == "K13"
    assert '<option selected value="K13">' in english.get(URL).text
