"""The map on the overview: what its marks, its legend and its table say."""

import re
from itertools import combinations
from math import hypot

import pytest

from app.extensions import db
from app.overview.map_drawing import draw
from app.overview.map_projection import is_inside
from app.overview.queries import list_places
from app.store import results
from app.store.tables import MunicipalityRow, WaveRow
from tests.app.reading import as_role, part, text_of

STEP = "/municipalities/1516/steps/planning-phase"


def map_of(client, query=""):
    return part(client.get(f"/{query}").text, "map")


def places_on(html):
    return re.findall(r'<a class="map__place[^>]*>', html)


def legend(html):
    return text_of(html.partition("map__legend")[2].partition("</ul>")[0])


def test_every_municipality_is_a_link_with_a_name(english):
    found = places_on(map_of(english))
    assert len(found) == 66
    assert (
        'href="/municipalities/1516" aria-label="Ulstein in K13: planned, no day to'
        ' spare. Inhabitants: 8,797"'
    ) in "".join(found)
    assert 'aria-label="Trondheim in PD1: live. Inhabitants: 212,660"' in found[0]


def test_the_table_stands_before_the_drawing_and_holds_the_same(english):
    html = map_of(english)
    table, _table, drawing = html.partition("</table>")
    assert len(re.findall(r'<th scope="row">', table)) == len(places_on(drawing)) == 66
    told = text_of(table)
    assert "Ulstein Helse Møre og Romsdal HF 8,797 K13 0 days" in told
    assert "Trondheim St. Olavs hospital HF 212,660 PD1 live" in told


def test_waves_are_told_by_shape_and_by_name(english):
    html = map_of(english)
    assert "PD1 1 municipality PD2 6 municipalities" in legend(html)
    assert "without a wave" not in legend(html)
    shapes = set(re.findall(r'<path class="mark (wave--\d+)"', html))
    assert len(shapes) == 9
    assert '<circle class="mark wave--1"' in html


@pytest.mark.parametrize(
    ("by", "told"),
    [
        ("status", "Live 19 municipalities Planned 47 municipalities"),
        ("margin", "No day to spare 27 municipalities Up to 180 days to spare 12"),
        ("margin", "Live: no date left to hold 19 municipalities"),
        ("x", "PD1 1 municipality"),
    ],
)
def test_what_the_marks_tell_is_asked_in_the_address(english, by, told):
    html = map_of(english, f"?map={by}")
    assert told in legend(html)
    chosen = by if by != "x" else "wave"
    assert f'id="map-by-{chosen}" href="/?map={chosen}" aria-current="true"' in html


def test_what_else_is_asked_for_stays(english):
    assert 'href="/?map=status&amp;days=30"' in map_of(english, "?days=30")
    due = part(english.get("/?map=status").text, "due")
    assert 'href="/?days=90&amp;map=status"' in due
    assert 'href="/?days=90"' in part(english.get("/").text, "due")


def test_a_date_that_cannot_hold_has_its_own_mark(english):
    english.post(STEP, data={"state": "not-done"})
    html = map_of(english, "?map=margin")
    assert "The planned date can’t hold 1 municipality" in legend(html)
    assert "Ulstein in K13: planned 90 days too early. Inhabitants: 8,797" in html


def test_who_is_in_no_wave_or_in_one_without_a_date_is_shown_all_the_same(english, app):
    with app.app_context():
        wave = db.session.query(WaveRow).filter_by(code="K15").one()
        wave.window_first = wave.window_last = None
        db.session.commit()
        results.results().forget()
    english.post("/waves/placements/1516", data={"wave": ""})
    html = map_of(english, "?map=margin")
    assert "Without a date to hold" in legend(html)
    assert "Steinkjer in K15: planned, without a date." in html


def test_all_real_marks_are_inside_and_apart(plan):
    marks = draw(tuple(list_places()), ()).marks
    assert len(marks) == db.session.query(MunicipalityRow).count() == 66
    assert all(is_inside(it.at, it.radius) for it in marks)
    for one, other in combinations(marks, 2):
        apart = hypot(one.at.x - other.at.x, one.at.y - other.at.y)
        assert apart > one.radius + other.radius


def test_the_ground_has_degrees_trusts_and_towns(english):
    told = text_of(map_of(english))
    for word in ("63° N", "10° E", "50 km", "St. Olavs hospital HF", "Namsos"):
        assert word in told


def test_it_speaks_norwegian_too(client):
    told = text_of(map_of(client))
    assert "Kommunene på kartet" in told
    assert "10° Ø" in told


@pytest.mark.parametrize("role", ["council", "working-group"])
def test_every_role_sees_the_map(client, role):
    as_role(client, role)
    assert len(places_on(map_of(client))) == 66


@pytest.mark.parametrize("by", ["wave", "status", "margin"])
def test_the_page_stays_light(client, by):
    assert len(client.get(f"/?map={by}").data) < 300_000
