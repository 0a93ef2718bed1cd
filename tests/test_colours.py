"""Colours of the waves and the icon: for every eye, on grey paper, in both schemes.

Ten colours can't all lie far apart for somebody who lacks a cone, so that each wave's
code stands on its colour. Two waves that follow each other stand next to each other
on the board, in lists and on the map: those are told apart by colour alone.
"""

import re
from itertools import combinations, pairwise
from pathlib import Path

import pytest

from app.overview.map_kinds import WAVE_SHAPES
from tests.colours import SIGHTS, ciede2000, contrast, distance

TOP = Path(__file__).resolve().parents[1]
TOKENS = TOP / "static/css/tokens.css"
WAVES = 10
NEIGHBOURS, ANY_TWO, ANY_TWO_TO_ANYBODY = 18, 12, 5
GROUNDS = ("paper", "surface", "sunken")


def read_tokens(scheme: str) -> dict[str, str]:
    """Return the colours of a scheme; the dark one changes some of the light."""
    light, _media, dark = TOKENS.read_text(encoding="utf-8").partition("@media")
    texts = [light] if scheme == "light" else [light, dark]
    return {
        name: value
        for text in texts
        for name, value in re.findall(r"--([\w-]+): (#[0-9a-f]{6});", text)
    }


@pytest.fixture(params=["light", "dark"])
def tokens(request):
    return read_tokens(request.param)


def waves_of(tokens: dict[str, str]) -> list[str]:
    return [tokens[f"wave-{number}"] for number in range(1, WAVES + 1)]


@pytest.mark.parametrize(
    ("one", "other", "difference"),
    [
        ((50, 2.6772, -79.7751), (50, 0, -82.7485), 2.0425),
        ((50, 2.5, 0), (73, 25, -18), 27.1492),
        ((50, -1, 2), (50, 0, 0), 2.3669),
        ((2.0776, 0.0795, -1.1350), (0.9033, -0.0636, -0.5514), 0.9082),
        ((22.7233, 20.0904, -46.6940), (23.0331, 14.9730, -42.5619), 2.0373),
    ],
)
def test_differences_are_those_of_the_published_examples(one, other, difference):
    assert ciede2000(one, other) == pytest.approx(difference, abs=0.0001)
    assert ciede2000(other, one) == pytest.approx(difference, abs=0.0001)


def test_red_and_green_are_one_to_who_lacks_a_cone_and_grey_is_grey_to_all():
    for sight in ("protanopia", "deuteranopia"):
        apart = distance("#a05000", "#6e6e00", sight)
        assert apart < distance("#a05000", "#6e6e00", "all three cones") / 2
    for sight in SIGHTS:
        assert distance("#777777", "#777777", sight) == 0
        assert distance("#000000", "#ffffff", sight) == pytest.approx(100, abs=0.1)


@pytest.mark.parametrize("sight", SIGHTS)
def test_waves_that_follow_each_other_are_told_apart_by_every_eye(tokens, sight):
    faults = [
        f"{one} and {other}: {distance(one, other, sight):.1f}"
        for one, other in pairwise(waves_of(tokens))
        if distance(one, other, sight) < NEIGHBOURS
    ]
    assert not faults


def test_any_two_waves_differ(tokens):
    for one, other in combinations(waves_of(tokens), 2):
        assert distance(one, other, "all three cones") >= ANY_TWO, (one, other)
        for sight in ("protanopia", "deuteranopia", "tritanopia"):
            assert distance(one, other, sight) >= ANY_TWO_TO_ANYBODY, (one, other)


def test_a_wave_stands_out_from_every_ground_and_its_code_from_it(tokens):
    for wave in waves_of(tokens):
        assert contrast(wave, tokens["wave-ink"]) >= 4.5, wave
        for ground in GROUNDS:
            assert contrast(wave, tokens[ground]) >= 3, (wave, ground)


def test_on_paper_waves_stand_out_too():
    tokens = read_tokens("light")
    for wave in waves_of(tokens):
        assert contrast(wave, "#ffffff") >= 3


def test_every_wave_has_a_shape_of_its_own_and_its_code_in_every_mark():

    assert len(set(WAVE_SHAPES)) == WAVES
    marks = (TOP / "templates/macros/marks.html").read_text(encoding="utf-8")
    badge = marks.partition("{% macro wave_badge")[2].partition("endmacro")[0]
    assert badge.count("{{ code }}") == badge.count('class="{{ classes }}"') == 2


@pytest.mark.parametrize("tab_bar", ["#ffffff", "#dee1e6", "#202124", "#1c1b22"])
def test_the_icon_stands_out_on_light_and_dark_tab_bars(tab_bar):
    icon = (TOP / "static/favicon.svg").read_text(encoding="utf-8")
    (tile,) = re.findall(r'<rect[^>]* fill="(#\w{6})"', icon)
    lines = set(re.findall(r'stroke="(#\w{6})"', icon))
    assert contrast(tile, tab_bar) >= 3
    assert len(lines) == 3
    assert all(contrast(line, tile) >= 3 for line in lines)
