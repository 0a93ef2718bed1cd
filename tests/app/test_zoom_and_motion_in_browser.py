"""Pages enlarged, without motion, and in the colours of the reader's own machine."""

from collections.abc import Iterator

import pytest
from flask import Flask
from flask.testing import FlaskClient
from playwright.sync_api import Page

from tests import page_checks
from tests.addresses import list_pages
from tests.browser import served

# What is left of 1440 pixels at 200 per cent, and of 1280 at 200 and at 400.
ZOOMED = ((720, 450), (640, 512), (320, 256))
MOVING = """() => [...document.querySelectorAll('*')].filter((it) => {
  const style = getComputedStyle(it);
  const times = (style.transitionDuration + ',' + style.animationDuration).split(',');
  return times.some((time) => parseFloat(time) > 0.01)
    && (style.animationName !== 'none' || !/^(opacity|none)$/.test(
      style.transitionProperty));
}).map((it) => it.outerHTML.slice(0, 80))"""
CURRENT = """() => {
  const of = (it) => getComputedStyle(it).borderBottomColor;
  const [here, there] = ['[aria-current]', 'a:not([aria-current])'].map((it) =>
    document.querySelector('.sections ' + it));
  return [of(here), of(there)];
}"""

# What is chosen beside what is not, and whether marks have an edge.
CHOSEN = """() => [...document.querySelectorAll('.ranges')].map((list) =>
  ['a[aria-current]', 'a:not([aria-current])'].map((it) =>
    getComputedStyle(list.querySelector(it)).backgroundColor))"""
EDGES = """() => [...document.querySelectorAll('.badge')].map((it) =>
  getComputedStyle(it).borderTopWidth)"""


@pytest.fixture
def address(app: Flask) -> Iterator[str]:
    with served(app) as url:
        yield url


def test_enlarged_pages_are_read_without_scrolling_sideways(
    page: Page, app: Flask, client: FlaskClient, address: str, faults: list[str]
) -> None:
    client.post("/waves/placements/1516", data={"wave": "K14"})
    found = []
    for path in list_pages(app, client):
        page.goto(f"{address}{path}")
        for width, height in ZOOMED:
            page.set_viewport_size({"width": width, "height": height})
            wide = page.evaluate(page_checks.OVERFLOW)
            found += [f"{path} ({width}): {it}" for it in wide]
    # That there is no page is what was asked for.
    faults[:] = [it for it in faults if not it.startswith("answered 404")]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("path", ["/", "/waves", "/timeline", "/municipalities/1516"])
def test_who_wants_no_motion_gets_none(page: Page, address: str, path: str) -> None:
    page.emulate_media(reduced_motion="reduce")
    page.goto(f"{address}{path}")
    page.evaluate("document.documentElement.classList.add('is-waiting')")
    assert page.evaluate(MOVING) == []
    behaviour = "getComputedStyle(document.documentElement).scrollBehavior"
    assert page.evaluate(behaviour) == "auto"


@pytest.mark.parametrize("path", ["/", "/waves", "/timeline", "/municipalities/1516"])
def test_in_the_readers_own_colours_nothing_is_lost(
    page: Page, address: str, path: str
) -> None:
    page.emulate_media(forced_colors="active")
    page.goto(f"{address}{path}")
    assert page.evaluate(page_checks.FOCUS) == []
    here, elsewhere = page.evaluate(CURRENT)
    assert here != elsewhere


def test_in_the_readers_own_colours_what_is_chosen_differs_and_marks_have_edges(
    page: Page, address: str
) -> None:
    page.emulate_media(forced_colors="active")
    page.goto(f"{address}/")
    chosen = page.evaluate(CHOSEN)
    assert len(chosen) == 2
    assert all(here != there for here, there in chosen)
    assert set(page.evaluate(EDGES)) == {"1px"}
