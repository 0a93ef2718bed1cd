"""The table of municipalities: who is in it, in which order, and how it is asked."""

import re

import pytest
from flask.testing import FlaskClient

from tests.app.reading import read


def names(client: FlaskClient, **query: str) -> list[str]:
    """The municipalities of the table, in its order."""
    response = client.get("/municipalities", query_string=query)
    assert response.status_code == 200
    return re.findall(
        r'<th scope="row"><a href="/municipalities/\d{4}">([^<]+)</a>', response.text
    )


def test_all_66_are_there_by_name_with_aa_last(client):
    found = names(client)
    assert len(found) == 66
    assert found[:2] == ["Aukra", "Aure"]
    assert found[-4:] == ["Ørland", "Ørsta", "Åfjord", "Ålesund"]


def test_summary_counts_what_is_shown(english):
    told = read(english, "/municipalities")
    assert "66 of 66 municipalities, 19 of them live, with 750,070 inhabitants" in told


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("ålesund", "Ålesund"),
        ("Aalesund", "Ålesund"),
        ("alesund", "Ålesund"),
        ("RØROS", "Røros"),
        ("roeros", "Røros"),
        ("roros", "Røros"),
        ("nærøy", "Nærøysund"),
        ("naeroey", "Nærøysund"),
        ("1516", "Ulstein"),
    ],
)
def test_a_name_is_found_however_its_letters_are_written(client, typed, found):
    assert names(client, q=typed) == [found]


def test_a_text_of_signs_alone_finds_nothing(english):
    assert names(english, q="%&") == []
    assert "No municipality is like that" in read(english, "/municipalities", q="%&")


def test_filters_narrow_the_table_and_add_up(client):
    assert len(names(client, wave="K13")) == 9
    assert len(names(client, status="live")) == 19
    assert len(names(client, status="planned")) == 47
    assert len(names(client, region="namdal")) == 12
    assert names(client, trust="STO", wave="PD1") == ["Trondheim"]


def test_a_wave_is_asked_for_in_small_letters_too(client):
    assert names(client, wave="pd4") == ["Ålesund"]


def test_the_filter_that_was_chosen_stays_chosen(client):
    page = client.get("/municipalities?wave=K13&q=ulst").text
    assert '<option value="K13" selected>' in page
    assert 'value="ulst"' in page


@pytest.mark.parametrize(
    ("sort", "first", "last"),
    [
        ("number", "Kristiansund", "Rindal"),
        ("population", "Røyrvik", "Trondheim"),
        ("region", "Giske", "Tydal"),
        ("trust", "Aukra", "Åfjord"),
        ("wave", "Trondheim", "Stjørdal"),
    ],
)
def test_every_column_sorts(client, sort, first, last):
    found = names(client, sort=sort)
    assert (found[0], found[-1]) == (first, last)


def test_a_column_sorts_the_other_way_too(client):
    assert names(client, sort="population", order="desc")[0] == "Trondheim"
    # Equals stay in the order of names.
    assert names(client, sort="wave", order="desc")[:2] == ["Frosta", "Inderøy"]


def test_what_has_no_margin_stands_last_whichever_way_it_is_sorted(client):
    live = set(names(client, status="live"))
    assert set(names(client, sort="margin")[-19:]) == live
    assert set(names(client, sort="margin", order="desc")[-19:]) == live


def test_an_unknown_order_is_the_order_of_names(client):
    assert names(client, sort="colour") == names(client)


def test_a_heading_says_how_it_sorts_and_turns(client):
    page = client.get("/municipalities?sort=population&wave=K13").text
    assert 'aria-sort="ascending"' in page
    assert "wave=K13&amp;sort=population&amp;order=desc" in page


def test_a_month_is_never_shown_as_a_day(english):
    told = read(english, "/municipalities", q="Røros")
    assert "November 2022 reported live" in told
    assert "1 November 2022" not in told


def test_window_margin_and_next_limit_are_told(english):
    told = read(english, "/municipalities", q="Ulstein").replace("\u2009", "")
    assert "April–May 2025" in told.replace(" – ", "–")
    assert "1 March 2024" in told
    assert "in 92 days" in told


def test_a_working_group_and_a_council_may_look(client):
    for role in ("council", "working-group"):
        client.post("/demonstration", data={"role": role, "page": "/"})
        assert len(names(client)) == 66
