"""Forms opened by their own address: what comes of them is told on another page."""

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


def test_a_report_leads_to_the_municipality(page: Page, address: str) -> None:
    page.goto(f"{address}/municipalities/1557/steps/preproject")
    page.get_by_label("Ikke gjennomført", exact=True).check()
    page.click("#step-form button.button--primary")
    expect(page.locator("#moved button")).to_be_visible()
    expect(page.locator("#standing")).to_be_visible()
    expect(page).to_have_url(f"{address}/municipalities/1557?moved=1")


def test_a_report_that_is_refused_stays_on_its_page(page: Page, address: str) -> None:
    page.goto(f"{address}/municipalities/1557/steps/preproject")
    page.click("#step-form button.button--primary")
    expect(page.locator("main h1")).to_have_count(1)
    expect(page.locator(".error-summary")).to_be_focused()


def test_a_limit_leads_to_the_municipality(page: Page, address: str) -> None:
    page.goto(f"{address}/municipalities/1576/limits/option-limit")
    page.fill("#limit-form input[name=day]", "2024-02-15")
    page.click("#limit-form button.button--primary")
    expect(page.locator("#moved button")).to_be_visible()
    expect(page.locator("#standing")).to_be_visible()


def test_a_move_leads_to_the_board(page: Page, address: str) -> None:
    page.goto(f"{address}/waves/placements/1573")
    page.select_option("#wave-of-1573", "K15")
    page.click("#move-form-1573 button")
    expect(page.locator("#moved button")).to_be_visible()
    expect(page.locator("#wave-K15 #placement-1573")).to_be_visible()
