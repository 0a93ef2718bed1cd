"""The page of all conflicts: what is told, in what order, for whom."""

import re

import pytest

from tests.app.reading import as_role, read, text_of

LIST = "/conflicts"


def sections(html: str) -> list[str]:
    return [part.partition('"')[0] for part in html.split('id="section-')[1:]]


def test_the_programme_as_it_is_shows_what_a_knowledgeable_person_would_say(english):
    told = read(english, LIST)
    assert "The council of Averøy said no for now: October 2023." in told
    assert "The limit for taking up the option passed on 9 November 2023." in told
    assert "The council of Hareid said no for now: 21 October 2021." in told
    assert "Leka has signalled that it waits: 2022." in told
    assert "Orkland has postponed" not in told
    assert "Joint introduction in Namdal" not in told


def test_the_worst_stands_first(english):
    assert sections(english.get(LIST).text) == ["error", "warning", "information"]


def test_kinds_stand_together_with_their_explanation(english):
    told = read(english, LIST)
    assert told.count("Region in more than one wave") == 2  # heading and filter
    assert "The municipalities of a working-group region that are not live" in told
    assert "It may be meant that they go apart" in told


def test_a_conflict_tells_whom_it_concerns_and_its_mend(english):
    html = english.get(LIST, query_string={"municipality": "1554"}).text
    assert 'href="/municipalities/1554"' in html
    assert "/waves/placements/1554?to=K13" in html
    assert "Move Averøy to K13" in text_of(html)


@pytest.mark.parametrize("role", ["council", "working-group"])
def test_who_cannot_mend_or_accept_is_offered_neither(english, role):
    as_role(english, role)
    html = english.get(LIST, query_string={"municipality": "1554"}).text
    assert "Move Averøy to K13" in text_of(html)
    assert "/waves/placements/" not in html
    assert "Accept with a reason" not in html


@pytest.mark.parametrize(
    ("asked", "there", "not_there"),
    [
        ({"severity": "error"}, "Averøy said no", "Hareid said no"),
        ({"kind": "council-waits"}, "Leka has signalled", "Averøy said no"),
        ({"wave": "k12"}, "Averøy", "Leka has signalled"),
        ({"region": "namdal"}, "Leka has signalled", "Averøy said no"),
        ({"trust": "HMR"}, "Averøy said no", "Leka has signalled"),
        ({"municipality": "1517"}, "Hareid said no", "Averøy said no"),
        ({"state": "open"}, "Averøy said no", "There is no such thing"),
    ],
)
def test_filters_stand_in_the_address(english, asked, there, not_there):
    told = read(english, LIST, **asked)
    assert there in told
    assert not_there not in told
    assert "Show all" in told


def test_a_late_component_reaches_everybody_who_is_not_live(english):
    assert "is late, and no date is known" in read(english, LIST, municipality="1516")
    assert "is late, and no date is known" not in read(
        english, LIST, municipality="5054"
    )


def test_a_filter_that_finds_nothing_leads_back(english):
    for asked in ({"wave": "K99"}, {"kind": "nothing"}, {"state": "accepted"}):
        told = read(english, LIST, **asked)
        assert "No conflict is like that" in told


def test_the_address_of_a_conflict_explains_it(english):
    html = english.get(LIST, query_string={"municipality": "1554"}).text
    address = html.split('class="conflict__sentence" href="')[1].partition('"')[0]
    told = read(english, address)
    assert "The council of Averøy said no for now" in told
    assert "Why it matters" in told
    assert "Each council decides for itself" in told


def test_a_conflict_that_is_gone_says_so(english):
    answer = english.get(f"{LIST}/0123456789ab")
    assert answer.status_code == 404
    assert "it has been solved" in text_of(answer.text)
    assert english.get(f"{LIST}/never").status_code == 404


def test_the_dates_of_a_conflict_open_to_what_sets_them(english):
    listed = english.get("/conflicts?municipality=1554").text
    url = re.search(r'href="(/conflicts/[0-9a-f]{12})', listed)
    assert url
    page = english.get(url[1]).text

    opened = re.search(r'class="date-link [^"]*" href="(/dates/[^"]+)"', page)
    assert opened
    assert english.get(opened[1]).status_code == 200
