"""The economy page in a browser: the table is asked in place, on a phone too."""

from collections.abc import Iterator

import pytest
from flask import Flask
from playwright.sync_api import Page, expect

from tests.browser import served


@pytest.fixture
def address(app: Flask) -> Iterator[str]:
    """Serve the app with all that the fixtures hold."""
    with served(app) as address:
        yield address


def test_the_tables_are_asked_in_place_and_the_file_follows(page: Page, address: str):
    page.goto(f"{address}/economy")
    page.locator("#filter-wave").select_option("K13")

    tables = page.locator("#economy-tables")
    expect(tables.locator("tbody tr")).to_have_count(9)
    assert "wave=K13" in page.url
    file = tables.locator("a.economy__file")
    assert "wave=K13" in (file.get_attribute("href") or "")

    page.locator("#filter-q").press_sequentially("ulst")
    expect(tables.locator("tbody tr")).to_have_count(1)
    expect(page.locator("#filter-q")).to_be_focused()
