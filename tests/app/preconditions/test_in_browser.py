"""Preconditions in a browser: a form refused and sent, and nothing in the way."""

from collections.abc import Iterator

import pytest
from flask import Flask
from playwright.sync_api import Page, expect

from tests.browser import served


@pytest.fixture
def address(app: Flask) -> Iterator[str]:
    app.config.update(WTF_CSRF_ENABLED=True)
    with served(app) as url:
        yield url


def test_a_binding_is_refused_in_its_place_and_then_saved(
    page: Page, address: str
) -> None:
    page.goto(f"{address}/preconditions/bindings/new")
    page.fill("[name=name_nb]", "Felles legevakt")
    page.check("#member-1516")
    page.click("#entry-form button.button--primary")
    expect(page.locator(".error-summary")).to_be_focused()
    expect(page.locator("[name=name_nb]")).to_have_value("Felles legevakt")
    expect(page.locator("#member-1516")).to_be_checked()
    page.check("#member-5007")
    page.click("#entry-form button.button--primary")
    expect(page.locator("#moved")).to_be_focused()
    expect(page.locator("#binding-felles-legevakt")).to_contain_text("K14")
    page.click("#moved .button-form button")
    expect(page.locator("#binding-felles-legevakt")).to_have_count(0)
    expect(page.locator("h1")).to_have_text("Rammer")
