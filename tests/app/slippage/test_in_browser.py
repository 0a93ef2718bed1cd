"""The slippage in a browser: a choice, both schemes, a phone."""

from collections.abc import Iterator

import pytest
from flask import Flask
from playwright.sync_api import Page, expect

from tests.browser import list_violations, served


@pytest.fixture
def address(app: Flask) -> Iterator[str]:
    """Serve the app with all that the fixtures hold."""
    with served(app) as address:
        yield address


def test_a_choice_changes_tables_and_chart_and_the_address(page: Page, address: str):
    page.goto(f"{address}/slippage")
    page.locator("#slippage-scope").select_option("region:namdal")
    expect(page.locator("#in-all-region-namdal")).to_be_visible()
    expect(page).to_have_url(f"{address}/slippage?scope=region%3Anamdal")
    picture = page.locator(".slippage__chart picture img")
    assert picture.evaluate("it => it.decode().then(() => it.naturalWidth)") > 0


@pytest.mark.parametrize(("width", "scheme"), [(1440, "light"), (390, "dark")])
def test_the_page_unfolded_is_for_everybody_and_fits(
    page: Page, address: str, width: int, scheme: str
):
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 844})
    page.goto(f"{address}/slippage")
    page.evaluate("document.querySelectorAll('details').forEach(it => it.open = 1)")
    assert list_violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
