"""Searching through the app: what is found, in which order, and by whom."""

import re
from itertools import groupby
from operator import itemgetter

import pytest

from app.extensions import db
from app.search import queries
from app.store.tables import MunicipalityRow
from app.store.writing import writing
from tests.app.reading import HTMX, as_role, read, text_of

GROUP = re.compile(r'<section class="search-group".*?</section>', re.DOTALL)
LABEL = re.compile(r'search-line__label">([^<]*)<')
LINK = re.compile(r'class="search-line" href="([^"]*)"')


def groups(client, text, **query):
    """What is found: the labels of each group, in the order of the page."""
    html = client.get("/search", query_string={"q": text, **query}).text
    return {
        re.search(r'id="found-(\w+)"', group)[1]: LABEL.findall(group)
        for group in GROUP.findall(html)
    }


@pytest.mark.parametrize("typed", ["Ålesund", "aalesund", "alesund", "ÅLESUND", "1507"])
def test_a_municipality_is_found_however_it_is_written(client, typed):
    assert groups(client, typed)["municipality"][0] == "Ålesund"


@pytest.mark.parametrize("typed", ["K11", "k 11", "KI1", "ki 1", "bølge k11"])
def test_a_wave_is_found_by_either_code(client, typed):
    assert groups(client, typed) == {"wave": ["K11"]}


def test_a_place_is_found_by_its_centre_and_by_its_region(client):
    assert groups(client, "Brekstad") == {"municipality": ["Ørland"]}
    found = groups(client, "værnesregionen")
    assert next(iter(found)) == "region"
    assert "Stjørdal" in found["municipality"]


def test_a_trust_is_found_by_its_short_name(client):
    assert groups(client, "hnt") == {"trust": ["Helse Nord-Trøndelag HF"]}


def test_a_step_is_found_in_either_language(english):
    assert "Limit for withdrawal" in groups(english, "trekke seg")["step"]
    told = read(english, "/search", q="trekke seg")
    assert "also: Frist for å trekke seg" in told


def test_conflicts_and_pages_are_found_in_either_language(english):
    assert groups(english, "kommuner")["page"] == ["Municipalities"]
    kinds = groups(english, "kommunestyret har sagt nei")
    assert len(kinds["conflict"]) == 1


def test_documents_are_found_by_their_titles(client):
    assert (
        "Lysbilder, Indre Fosen kommune (udatert, høsten 2020)"
        in (groups(client, "lysbilder indre fosen")["document"])
    )


def test_one_wrong_letter_is_told_as_close_and_only_where_nothing_else_is(english):
    assert groups(english, "trondhiem")["municipality"] == ["Trondheim"]
    assert "Nothing is called “trondhiem”." in read(english, "/search", q="trondhiem")
    assert "close" not in read(english, "/search", q="trondheim")


def test_the_closest_comes_first(client):
    found = groups(client, "os")["municipality"]
    assert found[:2] == ["Os", "Osen"]


def test_groups_are_cut_and_lead_to_the_rest(english):
    html = english.get("/search?q=15").text
    assert len(groups(english, "15")["municipality"]) == 6
    count = int(re.search(r"Show all (\d+)", html)[1])
    assert count > 20
    all_of_them = groups(english, "15", kind="municipality")
    assert list(all_of_them) == ["municipality"]
    assert len(all_of_them["municipality"]) == count


def test_nothing_found_suggests_something(english):
    told = read(english, "/search", q="xyzzy")
    assert "Nothing is called “xyzzy”." in told
    assert "Search for example for" in told
    assert "Did you mean Levanger" in read(english, "/search", q="levvangre")


@pytest.mark.parametrize("typed", ["", "   ", "***", "\u200b"])
def test_what_has_no_letter_finds_nothing_and_is_no_error(english, typed):
    assert groups(english, typed) == {}
    assert "Search for example for" in read(english, "/search", q=typed)


def test_a_long_or_strange_question_is_a_question(english):
    assert english.get("/search", query_string={"q": "å" * 5000}).status_code == 200
    html = english.get("/search", query_string={"q": "<b>&\"'"}).text
    assert "<b>" not in html
    assert groups(english, "os", kind="nonsense") == groups(english, "os")


@pytest.mark.parametrize("role", ["programme-office", "council", "working-group"])
def test_what_is_found_can_be_gone_to(client, role):
    as_role(client, role)
    urls = set()
    for typed in ("os", "opsjon", "k1", "namdal", "trøndelag", "plan", "hnt"):
        found = LINK.findall(client.get("/search", query_string={"q": typed}).text)
        urls |= {url.replace("&amp;", "&") for url in found}
    assert len(urls) > 20
    split = sorted(url.partition("#")[::2] for url in urls)
    for path, found in groupby(split, itemgetter(0)):
        answer = client.get(path)
        assert answer.status_code == 200, path
        for _path, anchor in found:
            assert not anchor or f'id="{anchor}"' in answer.text, (path, anchor)


def test_a_page_that_one_may_not_see_is_not_found(english):
    assert groups(english, "settings")["page"] == ["Settings"]
    as_role(english, "council")
    assert "page" not in groups(english, "settings")


def test_every_page_has_the_field_and_the_search_has_it_once(client):
    for path in ("/", "/waves", "/search", "/nowhere"):
        html = client.get(path).text
        assert html.count('id="search-text"') == 1, path
        assert html.count('id="search-results"') == 1, path
    assert 'value="namdal"' in client.get("/search?q=namdal").text


def test_the_answer_for_htmx_is_the_page(client):
    page = client.get("/search?q=namdal").text
    assert text_of(client.get("/search?q=namdal", headers=HTMX).text) == text_of(page)
    assert len(page) < 50_000


def test_what_is_found_is_kept_until_something_is_written(app, plan, office):
    with app.test_request_context(base_url="http://localhost"):
        first = queries.list_entries()
        assert queries.list_entries() is first
        row = db.session.get(MunicipalityRow, "1507")
        with writing(plan, by=office, what="settings.status-date"):
            row.name = "Byen"
        labels = [it.label for it in queries.list_entries()]
        assert "Byen" in labels


@pytest.mark.parametrize(
    ("typed", "number"), [("averøy", "1554"), ("aalesund", "1507"), ("1811", "1811")]
)
def test_the_whole_name_of_a_municipality_leads_there(english, typed, number):
    answer = english.get("/search", query_string={"q": typed, "go": "1"})
    assert answer.status_code == 303
    assert answer.location == f"/municipalities/{number}"
    assert english.get("/search", query_string={"q": typed}).status_code == 200


@pytest.mark.parametrize("typed", ["", "aver", "fosen", "K11", "trekke seg"])
def test_what_may_mean_more_or_no_municipality_shows_what_was_found(english, typed):
    answer = english.get("/search", query_string={"q": typed, "go": "1"})
    assert answer.status_code == 200


def test_only_the_field_in_the_header_leads_there(english):
    field = '<input type="hidden" name="go" value="1">'
    assert field in english.get("/").text
    assert field not in english.get("/search").text
