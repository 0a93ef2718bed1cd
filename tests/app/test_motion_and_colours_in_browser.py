"""Pages without motion, and in the colours of the reader's own machine."""

from collections.abc import Iterator

import pytest
from flask import Flask
from playwright.sync_api import Page

from tests import page_checks
from tests.browser import served

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
