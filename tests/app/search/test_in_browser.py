"""The search with the keyboard, on a phone, and for those who listen."""

from collections.abc import Iterator

import pytest
from flask import Flask
from playwright.sync_api import Page, expect

from tests.browser import list_violations, served


@pytest.fixture
def address(app: Flask) -> Iterator[str]:
    app.config.update(WTF_CSRF_ENABLED=True)
    with served(app) as url:
        yield url


def test_a_key_opens_it_and_arrows_lead_to_what_was_found(
    page: Page, address: str
) -> None:
    page.goto(f"{address}/facts")
    field, found = page.locator("#search-text"), page.locator("#search-results a")
    page.keyboard.press("/")
    expect(field).to_be_focused()
    page.keyboard.type("averoy")
    expect(found.first).to_contain_text("Averøy")
    expect(page.locator("#search-status")).to_contain_text("averoy")
    page.keyboard.press("ArrowDown")
    expect(found.first).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(field).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Escape")
    expect(field).to_be_focused()
    expect(found.first).not_to_be_visible()
    page.keyboard.type("/")
    expect(field).to_have_value("averoy/")
    page.keyboard.press("Backspace")
    expect(found.first).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{address}/municipalities/1554")


def test_the_key_can_be_turned_off(page: Page, address: str) -> None:
    page.goto(f"{address}/search")
    switch = page.locator("[data-search-key]")
    expect(switch).to_have_attribute("aria-pressed", "true")
    switch.click()
    expect(switch).to_have_attribute("aria-pressed", "false")
    page.goto(f"{address}/facts")
    page.keyboard.press("/")
    expect(page.locator("#search-text")).not_to_be_focused()


def test_on_its_page_the_address_follows_what_is_typed(
    page: Page, address: str
) -> None:
    page.goto(f"{address}/search")
    page.locator("#search-text").fill("ki3")
    expect(page.locator("#search-results a").first).to_contain_text("K13")
    expect(page).to_have_url(f"{address}/search?q=ki3")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1440])
def test_nothing_stands_in_anybodys_way(
    page: Page, address: str, scheme: str, width: int
) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.set_viewport_size({"width": width, "height": 844})
    page.goto(f"{address}/facts")
    if width == 390:
        expect(page.locator("#search-text")).not_to_be_visible()
        page.click("[data-search-open]")
    page.locator("#search-text").fill("namdal")
    expect(page.locator("#search-results a").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert not list_violations(page)
    for query in ("namdal", "xyzzy"):
        page.goto(f"{address}/search?q={query}")
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert not list_violations(page)


def test_without_scripts_the_icon_leads_to_the_page(page: Page, address: str) -> None:
    context = page.context.browser.new_context(  # type: ignore[union-attr]
        java_script_enabled=False, viewport={"width": 390, "height": 844}
    )
    plain = context.new_page()
    plain.goto(address)
    plain.click("[data-search-open]")
    plain.fill("#search-text", "averøy")
    plain.press("#search-text", "Enter")
    expect(plain.locator("#search-results a").first).to_contain_text("Averøy")
    context.close()
