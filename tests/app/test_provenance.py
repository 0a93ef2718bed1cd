"""Sources of a fact: each with its place, its link and its confidence."""

import pytest
from flask_babel import force_locale

from app.provenance import get_sources, is_url, place_text


@pytest.mark.parametrize(
    ("place", "text"),
    [
        ("line 131", "line 131"),
        ("lines 762-822", "lines 762–822"),
        ("lines 180-190 and 221-222", "lines 180–190, 221–222"),
        ("lines 399,  522 and 564", "lines 399, 522, 564"),
        ("page 7 of the annex", "page 7 of the annex"),
    ],
)
def test_places_in_documents_are_told_in_the_users_language(app, place, text):
    with app.test_request_context(), force_locale("en_GB"):
        assert place_text(place) == text


def test_several_sources_are_paired_with_their_places(plan):
    part = get_sources().part(
        "slides-programme-status-2023 helseplattformen-rollout",
        "line 156 ; https://www.helseplattformen.no/nar-kommer-helseplattformen",
        "derived",
        {"en": "why"},
    )
    slides, page = part.sources
    assert (slides.place[-3:], slides.url) == ("156", None)
    assert (page.place, page.url) == (
        "",
        "https://www.helseplattformen.no/nar-kommer-helseplattformen",
    )
    assert (part.confidence, part.note) == ("derived", {"en": "why"})


def test_a_source_without_a_place_links_to_itself(plan):
    (line,) = get_sources().part("ssb-07459", "", "documented", {}).sources
    assert line.url == "https://www.ssb.no/statbank/table/07459"


def test_a_source_that_is_not_known_is_left_out(plan):
    assert get_sources().part("nobody-knows", "line 1", "assumed", {}).sources == ()


def test_a_fact_without_provenance_has_none(plan):
    part = get_sources().of_fact({}, "population")
    assert (part.confidence, part.sources, part.note) == ("", (), {})


def test_only_addresses_of_the_web_are_linked():
    assert is_url("https://www.ssb.no/")
    assert not is_url("javascript:alert(1)")
    assert not is_url("lines 1-2")


@pytest.mark.parametrize(
    ("page", "bokmal", "english"),
    [
        ("/waves/K13", "koden KI3 er laget", "code KI3 by analogy"),
        ("/municipalities/1515", "IKT-samarbeidet på søre", "ICT co-operation of"),
        ("/facts/plans", "udaterte lysbilder: etter", "undated slides: after"),
        ("/facts/plans", "måneder senere enn før", "months later than before"),
        ("/facts/money", "lederartikkel i avis", "newspaper editorial"),
    ],
)
def test_a_note_is_in_the_users_language(client, page, bokmal, english):
    told = client.get(page).text
    assert bokmal in told
    assert english not in told
    client.post("/language", data={"language": "en_GB", "page": "/"})
    told = client.get(page).text
    assert english in told
    assert bokmal not in told
