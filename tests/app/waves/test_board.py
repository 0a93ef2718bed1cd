"""The board shows every wave with who is in it, and what was asked for."""

import re

import pytest
from flask.testing import FlaskClient

from app.waves.choice import SIZES

ALL = ("PD1", "PD2", "PD3", "PD4", "PD5", "K11", "K12", "K13", "K14", "K15")


def read(client: FlaskClient, url: str) -> str:
    """The page as text, with single blanks."""
    response = client.get(url)
    assert response.status_code == 200
    text = re.sub(r"<[^>]+>", " ", response.text)
    return re.sub(r"[\s ]+", " ", text)


def column(client: FlaskClient, url: str, code: str) -> str:
    """The part of the board that shows one wave."""
    html = client.get(url).text
    return html[html.index(f'id="wave-{code}"') :].partition("</section>")[0]


def test_every_wave_has_its_column(english):
    html = english.get("/waves").text
    assert [code for code in ALL if f'id="wave-{code}"' in html] == list(ALL)


def test_board_says_how_many_are_live(english):
    told = read(english, "/waves")
    assert "19 of 66 municipalities are live, 47 are planned." in told


def test_column_shows_alias_window_and_day_reckoned_with(english):
    told = column(english, "/waves", "K13")
    assert "KI3" in told
    assert re.search(r"April\W+May 2025", told)
    assert "Reckoned from 1 April 2025" in told
    assert "costs from 31 May 2025" in told


def test_column_counts_whom_it_holds(english):
    told = column(english, "/waves", "K13")
    assert "9 municipalities" in told
    assert told.count('class="placement"') == 9


def test_column_names_its_trust(english):
    assert "Helse Møre og Romsdal HF" in column(english, "/waves", "K11")


def test_what_is_not_reported_is_marked(english):
    assert "presumed as planned" in column(english, "/waves", "K11")


def test_names_stand_in_the_order_of_the_alphabet(client):
    told = column(client, "/waves", "K13")
    names = re.findall(r'class="placement__name"[^>]*>([^<]+)<', told)
    assert names[0] == "Giske"
    assert names[-2:] == ["Volda", "Ørsta"]


def test_nobody_is_without_a_wave_at_first(client):
    assert 'id="wave-none"' not in client.get("/waves").text


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("text=oersta", 1),
        ("text=Ørsta", 1),
        ("text=1516", 1),
        ("region=namdal", 12),
        ("status=live", 19),
        ("status=planned", 47),
        ("trust=STO&status=live", 8),
        ("size=smallest", 12),
        ("size=largest", 7),
        ("size=large&status=planned&trust=STO", 3),
        ("size=giant", 0),
        ("text=nowhere", 0),
        ("region=atlantis", 0),
    ],
)
def test_filter_shows_those_asked_for(english, query, shown):
    told = read(english, f"/waves?{query}")
    assert f"Showing {shown} of 66" in told


def test_sizes_hold_everybody_once(english):
    told = [read(english, f"/waves?size={key}") for key in SIZES]
    shown = [int(re.search(r"Showing (\d+) of 66", it)[1]) for it in told]
    assert sum(shown) == 66
    assert "2,000 to 4,999" in told[0]


def test_filter_that_nobody_fits_says_so_with_the_way_on(english):
    html = english.get("/waves?region=namdal&size=largest").text
    assert "Nobody fits all of this" in html
    assert 'class="wave-column"' not in html
    assert "Show all" in html


def test_filter_stays_in_its_fields(client):
    html = client.get("/waves?text=stein&region=namdal").text
    assert 'value="stein"' in html
    assert '<option selected value="namdal">' in html


def test_text_that_is_typed_is_shown_and_not_run(client):
    html = client.get("/waves?text=%3Cscript%3E").text
    assert "<script>" not in html
    assert "&lt;script&gt;" in html


def test_those_who_may_not_edit_see_no_way_to_move(client):
    with client.session_transaction() as session:
        session["demonstration-role"] = "council"
    html = client.get("/waves").text
    assert "/waves/placements/" not in html
    assert "/waves/delay" not in html


def test_page_tells_what_a_change_moved_where_its_address_names_one(english):
    made = english.post("/waves/placements/1516", data={"wave": "K14"})
    assert made.status_code == 303
    assert "Ulstein moved from K13 to K14" in read(english, made.location)


@pytest.mark.parametrize("named", ["", "x", "-1", "999", "99999999999999999999"])
def test_address_that_names_no_change_shows_the_board(client, named):
    response = client.get(f"/waves?moved={named}")
    assert response.status_code == 200
    assert 'id="moved"' not in response.text
