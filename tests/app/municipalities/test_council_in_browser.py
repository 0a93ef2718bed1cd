"""A council's errand on a phone, and a conflict that is mended where it stands."""

from collections.abc import Iterator

import pytest
from flask import Flask
from playwright.sync_api import Browser, Page, expect

from tests.browser import list_violations, served


@pytest.fixture
def address(app: Flask) -> Iterator[str]:
    """Serve the app with all that the fixtures hold."""
    app.config["WTF_CSRF_ENABLED"] = True
    with served(app) as address:
        yield address


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    """A page on a phone, which is touched and has no mouse."""
    context = browser.new_context(
        viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True
    )
    yield context.new_page()
    context.close()


def test_averoeys_limits_are_found_on_a_phone_in_two_taps(phone: Page, address: str):
    phone.goto(address)
    phone.locator("[data-search-open]").tap()
    phone.locator("#search-text").press_sequentially("averoy")
    phone.locator("#search-results a").first.tap()
    phone.wait_for_url("**/municipalities/1554")
    sentence = phone.locator(".council__sentence")
    expect(sentence).to_be_in_viewport()
    expect(sentence).to_contain_text("fristen for å utløse opsjonen gikk ut 9.")
    strip = phone.locator("#strip")
    expect(strip).to_contain_text("torsdag 9. november 2023")
    expect(strip).to_contain_text("om 345 dager")
    tops = [it.bounding_box()["y"] for it in phone.locator(".strip__day").all()]
    assert tops == sorted(tops)
    assert len(set(tops)) == len(tops)
    assert phone.evaluate("document.documentElement.scrollWidth") <= 390


def test_a_mend_is_looked_at_left_taken_and_undone(page: Page, address: str):
    page.goto(f"{address}/municipalities/1554")
    conflict = page.locator("#wrong .conflict").first
    conflict.get_by_role("link", name="Se hva dette gjør").click()
    expect(conflict.locator(".tried")).to_be_focused()
    expect(conflict.locator(".tried")).to_contain_text("fra K12 til K13")
    assert list_violations(page) == []
    conflict.get_by_role("link", name="La det være").click()
    expect(conflict.locator(".tried")).to_have_count(0)

    conflict.get_by_role("link", name="Se hva dette gjør").click()
    conflict.get_by_role("button", name="Gjør det").click()
    moved = page.locator("#moved")
    expect(moved).to_contain_text("fra K12 til K13")
    assert page.url.startswith(f"{address}/municipalities/1554?moved=")
    expect(page.locator("#council")).to_contain_text("K13")
    moved.get_by_role("button", name="Angre").click()
    expect(page.locator("#standing .wave")).to_have_text("K12")
