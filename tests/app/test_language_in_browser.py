"""The language in a browser: chosen with a button, kept from page to page."""

import re
from collections.abc import Iterator

import pytest
from flask import Flask
from playwright.sync_api import Page, expect

from tests.browser import list_violations, served

LIVE = "451 450"


@pytest.fixture
def address(app: Flask) -> Iterator[str]:
    """Serve the app."""
    with served(app) as url:
        yield url


def in_language(page: Page, language: str) -> None:
    expect(page.locator("html")).to_have_attribute("lang", language)


def test_nynorsk_is_chosen_and_kept(page: Page, address: str) -> None:
    page.goto(address)
    in_language(page, "nb")
    expect(page.get_by_text("lørdag").first).to_be_visible()

    page.get_by_role("button", name="Norsk nynorsk").click()
    in_language(page, "nn")
    expect(page.get_by_text("laurdag").first).to_be_visible()
    expect(page.get_by_text("lørdag")).to_have_count(0)
    expect(page.get_by_text(LIVE).first).to_be_visible()
    assert list_violations(page) == []

    page.get_by_role("navigation").get_by_role("link", name="Kommunar").click()
    expect(page).to_have_url(re.compile("/municipalities$"))
    in_language(page, "nn")
    page.reload()
    in_language(page, "nn")


def test_every_language_leads_to_the_others(page: Page, address: str) -> None:
    page.goto(f"{address}/waves/K13")
    page.get_by_role("button", name="English").click()
    expect(page).to_have_url(re.compile("/waves/K13$"))
    expect(page.get_by_text("April – May 2025").first).to_be_visible()
    page.get_by_role("button", name="Norsk nynorsk").click()
    expect(page.get_by_text("april–mai 2025").first).to_be_visible()
    page.get_by_role("button", name="Norsk bokmål").click()
    in_language(page, "nb")
    expect(page).to_have_url(re.compile("/waves/K13$"))
