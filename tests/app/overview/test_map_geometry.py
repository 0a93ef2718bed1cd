"""The map's geometry: where marks stand, how large they are, and on what ground."""

from itertools import combinations
from math import cos, hypot, pi, radians

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.overview.map_drawing import draw
from app.overview.map_ground import draw_areas, draw_degrees, is_within, scale_length
from app.overview.map_labels import box_of
from app.overview.map_marks import (
    CIRCLE,
    LARGEST_RADIUS,
    SHAPES,
    Place,
    area,
    corners_of,
    draw_marks,
    radius_of,
)
from app.overview.map_projection import (
    HEIGHT,
    PARALLELS,
    WIDTH,
    Point,
    fit,
    is_inside,
    project,
)

DEGREE_KM = 6371.0 * pi / 180


def place(number="5001", population=1000, at=(63.43, 10.4), trust="STO"):
    return Place(number, f"name {number}", f"town {number}", trust, population, *at)


@st.composite
def some_places(draw_value):
    """Municipalities anywhere in Norway; some may lie on one spot."""
    positions = st.tuples(
        st.floats(57.9, 71.2, allow_nan=False), st.floats(4.5, 31.2, allow_nan=False)
    )
    spots = draw_value(st.lists(positions, min_size=1, max_size=12))
    return [
        place(
            f"{index:04}",
            draw_value(st.integers(0, 250_000)),
            at,
            draw_value(st.sampled_from(["", "HMR", "HNT", "STO"])),
        )
        for index, at in enumerate(spots)
    ]


@pytest.mark.parametrize("latitude", PARALLELS)
def test_a_parallel_of_the_cone_keeps_its_length(latitude):
    one, other = project(latitude, 9.0), project(latitude, 9.1)
    true = 0.1 * DEGREE_KM * cos(radians(latitude))
    assert hypot(other.x - one.x, other.y - one.y) == pytest.approx(true, rel=1e-5)


@pytest.mark.parametrize("latitude", [62.0, 63.5, 65.0])
def test_shapes_hold_and_distances_are_true_within_a_percent(latitude):
    here = project(latitude, 12.0)
    north, east = project(latitude + 0.01, 12.0), project(latitude, 12.01)
    up = hypot(north.x - here.x, north.y - here.y) / (0.01 * DEGREE_KM)
    right = hypot(east.x - here.x, east.y - here.y)
    right /= 0.01 * DEGREE_KM * cos(radians(latitude))
    assert up == pytest.approx(right, rel=1e-3)
    assert up == pytest.approx(1, abs=0.01)


def test_north_is_up_and_east_is_right():
    frame = fit([(62.0, 6.0), (65.0, 13.0)])
    middle = frame.place(63.5, 9.5)
    assert frame.place(64.0, 9.5).y < middle.y
    assert frame.place(63.5, 10.5).x > middle.x


def test_the_scale_is_that_of_the_ground():
    frame = fit([(62.0, 6.0), (65.0, 13.0)])
    one, other = frame.place(63.5, 9.5), frame.place(63.5 + 50 / DEGREE_KM, 9.5)
    assert one.y - other.y == pytest.approx(scale_length(frame), rel=0.01)


@given(some_places())
@settings(max_examples=40, deadline=None)
def test_every_mark_is_inside_the_frame(places):
    frame = fit([(it.latitude, it.longitude) for it in places])
    for mark in draw_marks(places, frame):
        assert is_inside(mark.at, mark.radius)


@given(some_places(), st.randoms(use_true_random=False))
@settings(max_examples=25, deadline=None)
def test_the_order_of_the_places_is_of_no_matter(places, random):
    frame = fit([(it.latitude, it.longitude) for it in places])
    shuffled = random.sample(places, len(places))
    assert draw_marks(places, frame) == draw_marks(shuffled, frame)


@given(some_places())
@settings(max_examples=25, deadline=None)
def test_areas_are_in_proportion_to_the_inhabitants(places):
    population = {it.number: it.population for it in places}
    largest = max(population.values())
    frame = fit([(it.latitude, it.longitude) for it in places])
    for mark in draw_marks(places, frame):
        share = population[mark.number] / largest if largest else 0
        assert mark.radius**2 == pytest.approx(share * LARGEST_RADIUS**2)


@pytest.mark.parametrize("shape", SHAPES)
def test_a_shape_is_as_large_as_the_circle(shape):
    at = Point(100, 200)
    corners = [(it.x, it.y) for it in corners_of(shape, at, 20)]
    assert area(corners) == pytest.approx(pi * 20**2)


def test_a_circle_has_no_corners():
    assert corners_of(CIRCLE, Point(0, 0), 5) == ()


def test_nobody_lives_on_no_area():
    assert radius_of(0, 1000) == 0
    assert radius_of(1000, 1000) == LARGEST_RADIUS


def test_marks_on_one_spot_part_and_the_larger_moves_less():
    far = [place("1000", 400_000, (62.0, 6.0)), place("1001", 10, (65.0, 13.0))]
    pair = [place("5001", 200_000), place("5028", 20_000)]
    frame = fit([(it.latitude, it.longitude) for it in far + pair])
    marks = {it.number: it for it in draw_marks(far + pair, frame)}
    one, other = marks["5001"], marks["5028"]
    apart = hypot(one.at.x - other.at.x, one.at.y - other.at.y)
    assert apart == pytest.approx(one.room + other.room, abs=0.05)
    true = frame.place(63.43, 10.4)
    moved = [hypot(it.at.x - true.x, it.at.y - true.y) for it in (one, other)]
    assert moved[0] < moved[1]


def test_an_area_ends_where_another_trust_is_nearer():
    members = [("HMR", Point(300, 300)), ("STO", Point(400, 300)), ("", Point(9, 9))]
    west, east = draw_areas(members)
    assert (west.trust, east.trust) == ("HMR", "STO")
    assert all(it.x < 350 for piece in west.pieces for it in piece)
    assert all(it.x > 350 for piece in east.pieces for it in piece)
    assert is_within(Point(300, 300), west.pieces[0])
    assert not is_within(Point(300, 300), east.pieces[0])


def test_two_trusts_on_one_spot_both_have_an_area():
    members = [("HMR", Point(300, 300)), ("STO", Point(300, 300))]
    assert [len(it.pieces) for it in draw_areas(members)] == [1, 1]


def test_degrees_are_those_that_cross_the_frame():
    lines = draw_degrees(fit([(62.1, 5.56), (65.09, 13.59)]))
    assert [it.degrees for it in lines if it.is_latitude] == [62, 63, 64, 65]
    assert {6, 8, 10, 12} <= {it.degrees for it in lines if not it.is_latitude}
    assert all(it.label.x == 0 for it in lines if it.is_latitude)
    assert all(it.label.y == HEIGHT for it in lines if not it.is_latitude)


def test_a_drawing_of_nothing_is_an_empty_frame():
    drawing = draw((), ())
    assert drawing.marks == drawing.areas == drawing.wide.towns == ()
    assert drawing.degrees


@given(some_places())
@settings(max_examples=15, deadline=None)
def test_words_stand_in_the_frame_and_on_no_other_words(places):
    drawing = draw(tuple(places), (("STO", "St. Olavs hospital HF"),))
    for words, size in ((drawing.wide, 15.0), (drawing.narrow, 30.0)):
        boxes = [box_of(it, size) for it in (*words.towns, *words.trusts)]
        assert all(it.is_inside for it in boxes)
        assert not any(one.meets(other) for one, other in combinations(boxes, 2))
        assert all(it.right <= WIDTH for it in boxes)
