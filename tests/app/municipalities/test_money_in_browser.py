"""The money of a municipality in a browser: opened figures, the chart, a phone."""

from collections.abc import Iterator

import pytest
from flask import Flask
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser import list_violations, served

URLS = ("/municipalities/5054/money", "/municipalities/1554/money")


@pytest.fixture
def address(app: Flask) -> Iterator[str]:
    """Serve the app with all that the fixtures hold."""
    with served(app) as address:
        yield address


def test_a_figure_opens_with_the_keyboard(page: Page, address: str):
    page.goto(f"{address}/municipalities/1516/money")
    figure = page.locator("#input-investment")
    expect(figure.get_by_text("Per innbygger", exact=True)).to_be_hidden()
    figure.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(figure.get_by_text("Per innbygger", exact=True)).to_be_visible()


def test_the_chart_is_drawn_for_the_page_that_it_stands_on(page: Page, address: str):
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        page.goto(f"{address}/municipalities/5054/money")
        picture = page.locator(".cash-flow picture img")
        picture.scroll_into_view_if_needed()
        address_of = "it => it.decode().then(() => it.currentSrc)"
        assert ("scheme=dark" in picture.evaluate(address_of)) == (scheme == "dark")
    assert picture.evaluate("it => it.decode().then(() => it.naturalWidth)") > 0


def test_a_loan_is_looked_at_without_javascript(context: BrowserContext, address: str):
    assert context.browser is not None
    plain = context.browser.new_context(java_script_enabled=False)
    page = plain.new_page()
    page.goto(f"{address}/municipalities/5054/money")
    page.locator("#loan-kind").select_option("serial")
    page.locator("#loan-rate").fill("5")
    page.get_by_role("button", name="Se", exact=True).click()
    expect(page.locator("#loan-looked-at")).to_contain_text("serielån")
    plain.close()


@pytest.mark.parametrize(("width", "scheme"), [(1440, "light"), (390, "dark")])
def test_unfolded_pages_are_for_everybody_and_fit(
    page: Page, address: str, width: int, scheme: str
):
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 844})
    for url in URLS:
        page.goto(f"{address}{url}")
        page.evaluate("document.querySelectorAll('details').forEach(it => it.open = 1)")
        assert list_violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), url
