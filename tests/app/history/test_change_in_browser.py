"""A change in full, in a browser: dates, conflicts and money, on any screen."""

from collections.abc import Iterator

import pytest
from flask import Flask
from playwright.sync_api import Page, expect

from tests.browser import list_violations, served

DELAY = {"amount": "6", "unit": "mo", "direction": "later"}


@pytest.fixture
def address(app: Flask) -> Iterator[str]:
    """Return where an app answers in which the main project has been delayed."""
    client = app.test_client()
    client.environ_base["HTTP_HOST"] = "localhost"
    assert client.post("/waves/delay", data=DELAY).status_code == 303
    with served(app) as url:
        yield url


def test_what_stayed_opens_on_demand(page: Page, address: str) -> None:
    page.goto(f"{address}/history/1")
    stayed = page.locator("#moved-conflicts details")
    expect(stayed.locator("li").first).to_be_hidden()
    stayed.locator("summary").click()
    expect(stayed.locator("li").first).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", ["/history", "/history/1"])
def test_the_history_can_be_used_by_everybody(
    page: Page, address: str, path: str, scheme: str
) -> None:
    page.emulate_media(color_scheme=scheme)
    page.goto(f"{address}{path}")
    assert not list_violations(page)


@pytest.mark.parametrize("path", ["/history", "/history/1", "/waves?moved=1"])
def test_the_history_fits_a_phone(page: Page, address: str, path: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{address}{path}")
    assert page.evaluate("document.documentElement.scrollWidth") == 390
