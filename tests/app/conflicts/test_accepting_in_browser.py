"""Accepting in the list, as somebody does it with mouse and keyboard."""

from collections.abc import Iterator

import pytest
from flask import Flask
from playwright.sync_api import Browser, Page, expect

from app.conflict_parts import conflict_id
from app.store import results
from tests.browser import list_violations, served

SCHEMES = ("light", "dark")


@pytest.fixture
def address(app: Flask) -> Iterator[str]:
    app.config.update(WTF_CSRF_ENABLED=True)
    with served(app) as url:
        yield url


@pytest.fixture
def first(app: Flask) -> str:
    """Return the address part of the worst conflict."""
    with app.app_context():
        return conflict_id(results.evaluation(results.current_plan()).conflicts[0])


def test_a_conflict_is_accepted_where_it_stands(
    page: Page, address: str, first: str
) -> None:
    page.goto(f"{address}/conflicts")
    page.locator(f"#conflict-{first} > p > a.button").click()
    expect(page.locator(f"#reason-{first}")).to_be_focused()
    page.click(f"#accept-{first} button")
    expect(page.locator(f"#accept-{first} .field__error")).to_be_visible()
    assert list_violations(page) == []
    page.fill(f"#reason-{first}", "Kommunestyret tar saken opp i januar.")
    page.click(f"#accept-{first} button")
    expect(page.locator("#moved")).to_be_focused()
    expect(page.locator("#section-accepted")).to_be_visible()
    expect(page.locator("#section-error")).to_have_count(0)


def test_the_form_can_be_put_away(page: Page, address: str, first: str) -> None:
    page.goto(f"{address}/conflicts")
    page.locator(f"#conflict-{first} > p > a.button").click()
    page.locator(f"#accept-{first} a").click()
    expect(page.locator(f"#accept-{first}")).to_have_count(0)
    expect(page).to_have_url(f"{address}/conflicts")


def test_a_filter_stands_in_the_address(page: Page, address: str, first: str) -> None:
    page.goto(f"{address}/conflicts")
    page.select_option("#filter-severity", "information")
    expect(page.locator(f"#conflict-{first}")).to_have_count(0)
    assert "severity=information" in page.url


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", [1440, 390])
def test_everybody_can_use_the_pages(
    browser: Browser, address: str, first: str, scheme: str, width: int
) -> None:
    context = browser.new_context(
        locale="nb-NO",
        color_scheme="dark" if scheme == "dark" else "light",
        viewport={"width": width, "height": 900},
    )
    page = context.new_page()
    for path in ("/conflicts", f"/conflicts/{first}", "/conflicts/0123456789ab"):
        page.goto(f"{address}{path}")
        assert list_violations(page) == []
        wide = "document.documentElement.scrollWidth > innerWidth"
        assert page.evaluate(wide) is False
    context.close()
