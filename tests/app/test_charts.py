"""Charts: the same values give the same bytes, in colours of the design."""

import re
from pathlib import Path

import pytest

from app.charts import PALETTES, Scheme, Size, draw, without_styles

TOKENS = Path(__file__).resolve().parents[2] / "static/css/tokens.css"


def onto(_figure, axes, palette):
    axes.bar([2023, 2024], [1.5, -0.5], color=palette.costs[0], hatch="//")
    axes.set_title("Æøå")


def test_the_same_values_give_the_same_bytes():
    one = draw(onto, scheme=Scheme.LIGHT, size=Size.WIDE)
    assert one == draw(onto, scheme=Scheme.LIGHT, size=Size.WIDE)
    assert one.startswith(b"<?xml")
    assert b"<dc:date>" not in one


def test_each_scheme_and_size_has_a_picture_of_its_own():
    drawn = {draw(onto, scheme=a, size=b) for a in Scheme for b in Size}
    assert len(drawn) == 4


def test_nothing_is_styled_where_the_policy_forbids_it():
    svg = draw(onto, scheme=Scheme.DARK, size=Size.NARROW)
    assert b"style=" not in svg
    assert b"<style" not in svg
    assert b'fill="#' in svg


def test_styles_become_attributes():
    svg = b'<svg a="1"><style type="text/css">*{}</style><g style="fill: #fff; x: 1"/>'
    plain = without_styles(svg)
    assert b'<g fill="#fff" x="1"/>' in plain
    assert b"<style" not in plain


@pytest.mark.parametrize("scheme", Scheme)
def test_colours_are_those_of_the_style_sheets(scheme):
    light, _media, dark = TOKENS.read_text(encoding="utf-8").partition("@media")
    tokens = dict(re.findall(r"--([\w-]+): (#\w+);", light))
    if scheme is Scheme.DARK:
        tokens |= dict(re.findall(r"--([\w-]+): (#\w+);", dark))
    palette = PALETTES[scheme]
    assert palette.surface == tokens["surface"]
    assert palette.ink == tokens["ink"]
    assert palette.muted == tokens["ink-muted"]
    assert palette.line == tokens["line"]
    waves = {value for name, value in tokens.items() if name.startswith("wave-")}
    assert {*palette.costs, *palette.gains} <= waves
