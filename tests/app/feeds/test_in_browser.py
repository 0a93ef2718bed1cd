"""A calendar's address in a browser: made, copied with one press, revoked."""

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


def test_an_address_is_made_copied_and_revoked(page: Page, address: str) -> None:
    page.goto(f"{address}/waves/K13")
    page.click(".page-header__tools a[href*='/feeds']")
    page.wait_for_url("**/feeds?of=wave:K13")
    page.click("main form button.button--primary")
    page.wait_for_url("**/feeds/*")
    expect(page.locator(".feed-address")).to_be_focused()
    assert not list_violations(page)
    page.click("[data-copy]")
    expect(page.locator("[data-copy]")).to_have_text("Kopiert")
    expect(page.locator("#announcements")).to_have_text("Kopiert")
    assert page.evaluate("document.getSelection().toString()").endswith(".ics")
    page.click("#revoke button.button--danger")
    page.wait_for_url("**/feeds")
    expect(page.locator(".messages")).to_contain_text("trukket tilbake")
    expect(page.locator(".feed-line")).to_have_count(0)
