"""Assumptions and own sums in a browser: sent, refused, and nothing in the way."""

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


def test_a_rate_is_changed_and_taken_back(page: Page, address: str) -> None:
    page.goto(f"{address}/economy/assumptions/loan_rate")
    page.fill("[name=value]", "0,04")
    page.click("#assumption-form button.button--primary")
    expect(page.locator(".error-summary")).to_be_focused()
    page.fill("[name=value]", "5,5")
    page.click("#assumption-form button.button--primary")
    expect(page.locator("#moved")).to_be_focused()
    expect(page.locator("#assumption-loan_rate")).to_contain_text("5,5")
    page.click("#moved .button-form button")
    expect(page.locator("#assumption-loan_rate")).not_to_contain_text("5,5")


def test_an_own_sum_is_entered_from_the_municipalitys_money(
    page: Page, address: str
) -> None:
    page.goto(f"{address}/municipalities/1516/money")
    page.click("text=Kommunens egne tall")
    page.click("#figure-investment-one-off a.button")
    page.fill("[name=amount]", "1.234")
    page.fill("[name=reason]", "Kommunestyresak 45/23")
    page.click("#figure-form button.button--primary")
    expect(page.locator(".error-summary")).to_be_focused()
    expect(page.locator("[name=amount]")).to_have_value("1.234")
    page.fill("[name=amount]", "25 mill")
    page.click("#figure-form button.button--primary")
    expect(page.locator("#figure-investment-one-off")).to_contain_text("25,0 mill. kr")
