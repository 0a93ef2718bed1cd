"""The band of time: places in order, labels that never cover each other."""

import re
from dataclasses import replace
from datetime import date
from itertools import pairwise
from math import hypot

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from app.extensions import db
from app.overview.band import band_part
from app.overview.band_layout import (
    GAP,
    Label,
    Mark,
    place_in_lanes,
    push_down,
    quarter_of,
    scale_for,
    stand_beside,
)
from app.store import results
from app.store.names import names_for
from app.store.tables import WaveRow
from app.waves import commands
from planning.calendars import to_day
from tests.app.reading import part, text_of

WIDTH = 1000.0
LIVE = ["PD1", "PD2", "PD3", "PD4", "PD5"]
PLANNED = ["K11", "K12", "K13", "K14", "K15"]
DAYS = st.integers(to_day(date(2000, 1, 1)), to_day(date(2060, 12, 31)))
LABELS = st.lists(
    st.builds(Label, at=st.floats(16, WIDTH - 16), width=st.floats(20, 180)),
    max_size=16,
)


def day(text: str) -> int:
    return to_day(date.fromisoformat(text))


def test_a_scale_is_of_whole_quarters():
    scale = scale_for([day("2022-05-07"), day("2026-05-31")], start=0, length=100)
    assert scale.first == day("2022-04-01")
    assert scale.end == day("2026-07-01")
    assert len(scale.quarters) == 18
    assert scale.years == tuple(day(f"{year}-01-01") for year in range(2023, 2027))


@given(st.lists(DAYS, min_size=2, max_size=8))
def test_a_later_day_is_further_on_and_all_are_inside(days):
    scale = scale_for(days, start=10, length=500)
    places = [scale.at(it) for it in sorted(days)]
    assert places == sorted(places)
    assert len(set(places)) == len(set(days))
    assert 10 <= places[0] <= places[-1] <= 510
    assert all(quarter_of(it) == it for it in scale.quarters)


@given(LABELS, st.none() | st.floats(16, WIDTH - 16))
def test_labels_never_cover_each_other(labels, line):
    placed = place_in_lanes(labels, start=0, end=WIDTH, line=line)
    boxes = [(it.lane, it.left, it.left + label.width)
             for label, it in zip(labels, placed, strict=True)]  # fmt: skip
    for index, (lane, left, right) in enumerate(boxes):
        for other_lane, other_left, other_right in boxes[index + 1 :]:
            apart = left >= other_right + GAP - 1e-6 or other_left >= right + GAP - 1e-6
            assert lane != other_lane or apart


@given(LABELS)
def test_labels_stay_inside_the_drawing(labels):
    for label, it in zip(
        labels, place_in_lanes(labels, start=0, end=WIDTH), strict=True
    ):
        assert it.left >= 0
        assert it.left + label.width <= WIDTH + 1e-6


@given(st.lists(st.floats(0, 500), max_size=20))
def test_labels_beside_the_band_keep_their_order_and_distance(places):
    pushed = push_down(places, height=27)
    order = sorted(range(len(places)), key=lambda it: (places[it], it))
    tops = [pushed[it] for it in order]
    assert all(b - a >= 27 - 1e-6 for a, b in pairwise(tops))
    assert all(pushed[it] >= places[it] for it in order)


def test_marks_on_one_day_stand_beside_each_other():
    assert stand_beside([Mark(50, 11), Mark(50, 13), Mark(50, 5, aside=24)]) == (
        0,
        28,
        50,
    )
    assert stand_beside([Mark(50, 15), Mark(50, 5, aside=24), Mark(70, 15)]) == (
        0,
        24,
        0,
    )


@given(
    st.lists(
        st.builds(Mark, at=st.floats(0, 500), radius=st.floats(5, 15)), max_size=12
    )
)
def test_no_mark_hides_another(marks):
    asides = stand_beside(marks)
    assert min(asides, default=0) == 0
    for index, (one, aside) in enumerate(zip(marks, asides, strict=True)):
        for other, further in zip(marks[:index], asides, strict=False):
            apart = abs(aside - further) >= one.radius + other.radius
            assert apart or abs(one.at - other.at) >= min(one.radius, other.radius)


@pytest.fixture
def band(app, plan):
    with app.test_request_context():
        return band_part(results.evaluation(plan), names_for(plan, "nb"))


def test_every_wave_and_every_trust_with_a_wave_is_drawn(band):
    for drawing in (band.lying, band.standing):
        assert len(drawing.steps) == 13
        waves = [it for it in drawing.steps if it.code]
        assert [it.code.text for it in waves] == LIVE + PLANNED
        assert {it.code.text for it in waves if it.is_live} == set(LIVE)


def test_marks_stand_in_the_order_of_their_days(band):
    across = [float(it.x) for it in band.lying.steps if it.code]
    down = [float(it.y) for it in band.standing.steps if it.code]
    assert across == sorted(across)
    assert down == sorted(down)


def test_what_is_live_lies_before_the_status_line_and_what_is_planned_after(band):
    line = float(band.lying.status.x1)
    for it in band.lying.steps:
        assert (float(it.x) < line) == it.is_live


def test_a_window_is_drawn_as_long_as_it_is(band):
    by_code = {it.code.text: it for it in band.lying.steps if it.code}
    assert by_code["K11"].window is None
    assert float(by_code["K13"].window.width) == pytest.approx(
        float(by_code["K15"].window.width), abs=0.2
    )
    assert by_code["K13"].window.x == by_code["K13"].x


def test_the_larger_wave_has_the_larger_mark(band):
    radius = {it.code.text: float(it.radius) for it in band.lying.steps if it.code}
    assert max(radius, key=radius.get) == "PD1"
    assert radius["K15"] > radius["K14"]


def test_the_list_of_waves_comes_first_and_says_the_same(english):
    html = part(english.get("/").text, "waves")
    assert html.index("wave-list") < html.index("band--lying")
    told = text_of(html.partition("band--lying")[0])
    assert "8 municipalities, 49,561 inhabitants, with Helse Møre og Romsdal HF" in told
    drawn = html.partition("band--lying")[2].partition("</svg>")[0]
    assert 'href="/waves/K13"' in drawn
    assert re.search(r"<title>K13, planned for April.*2025: 9 municipalities<", drawn)


def test_a_plan_without_dates_has_no_band(app, plan):
    evaluation = results.evaluation(plan)

    snapshot = evaluation.snapshot
    undated = replace(snapshot, plan=replace(snapshot.plan, waves=()), trusts=())
    empty = replace(evaluation, snapshot=undated)
    with app.test_request_context():
        assert band_part(empty, names_for(plan, "nb")) is None


def test_waves_of_one_day_are_both_seen(app, plan, office):
    row = db.session.scalars(select(WaveRow).where(WaveRow.code == "K14")).one()
    commands.set_day(plan, row, date(2025, 4, 1), by=office)
    with app.test_request_context():
        both = band_part(results.evaluation(plan), names_for(plan, "nb"))
    for drawing in (both.lying, both.standing):
        one, two = (
            it for it in drawing.steps if it.code and it.code.text in {"K13", "K14"}
        )
        apart = hypot(float(one.x) - float(two.x), float(one.y) - float(two.y))
        assert apart >= float(one.radius) + float(two.radius)
