"""The page of a municipality in a browser: a report in place, its undo, a phone."""

from collections.abc import Iterator

import pytest
from flask import Flask
from playwright.sync_api import Page, expect

from tests.browser import served


@pytest.fixture
def address(app: Flask) -> Iterator[str]:
    """Serve the app with all that the fixtures hold."""
    app.config["WTF_CSRF_ENABLED"] = True
    with served(app) as address:
        yield address


def test_a_report_is_made_in_place_refused_mended_and_undone(page: Page, address: str):
    page.goto(f"{address}/municipalities/1516")
    page.locator("#report-planning-phase").click()
    form = page.locator("#step-form")
    expect(form).to_be_focused()

    form.locator("button.button--primary").click()
    expect(form.locator(".error-summary")).to_be_focused()
    form.get_by_label("Ikke gjennomført", exact=True).check()
    expect(form.locator("input[name=finish]")).to_be_hidden()
    form.locator("button.button--primary").click()

    moved = page.locator("#step-planning-phase #moved")
    expect(moved).to_be_focused()
    expect(page.locator("#standing")).to_contain_text("−90 dager")
    expect(page).to_have_url(f"{address}/municipalities/1516")

    moved.locator(".button-form button").click()
    expect(page).to_have_url(f"{address}/municipalities/1516?moved=2")
    expect(page.locator("#standing")).not_to_contain_text("−90 dager")


def test_a_limit_is_named_in_place(page: Page, address: str):
    page.goto(f"{address}/municipalities/1516")
    page.locator("#set-option-limit").click()
    form = page.locator("#limit-form")
    form.locator("input[name=day]").fill("2024-02-15")
    form.locator("button.button--primary").click()
    row = page.locator("#limit-option-limit")
    expect(row).to_contain_text("15. februar 2024")
    expect(row.locator("#moved")).to_be_focused()


def test_the_table_is_asked_while_one_types(page: Page, address: str):
    page.goto(f"{address}/municipalities")
    page.locator("#filter-q").press_sequentially("roeros")
    expect(page.locator(".municipalities tbody tr")).to_have_count(1)
    expect(page.locator("#filter-q")).to_be_focused()
    assert "q=roeros" in page.url
