"""On a phone a finger hits what it is meant for."""

from collections.abc import Iterator

import pytest
from flask import Flask
from playwright.sync_api import Page

from tests import page_checks
from tests.browser import served

PAGES = (
    "/",
    "/waves/K13",
    "/municipalities",
    "/municipalities/1516",
    "/dates/1516.go-live",
    "/preconditions",
    "/economy",
    "/facts",
)
# Marks in a drawing have a reach of their own.
LOW = (
    "() => {"
    + page_checks.NAMED
    + """
  const targets = [...document.querySelectorAll('a[href], button, summary, select')];
  return targets.filter((it) => {
    const box = it.getBoundingClientRect();
    const isSeen = it.checkVisibility({
      visibilityProperty: true, opacityProperty: true});
    return isSeen && it instanceof HTMLElement && box.width > 2 && box.height < 24;
  }).map((it) => `${named(it)}: ${Math.round(it.getBoundingClientRect().height)}`);
}"""
)


@pytest.fixture
def address(app: Flask) -> Iterator[str]:
    with served(app) as url:
        yield url


def test_no_target_is_lower_than_24_pixels(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    found = []
    for path in PAGES:
        page.goto(f"{address}{path}")
        found += [f"{path}: {it}" for it in page.evaluate(LOW)]
    assert not found, "\n".join(found)
