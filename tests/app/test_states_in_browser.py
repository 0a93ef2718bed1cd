"""A page that waits, that lists its keys, or whose session has ended."""

import threading
from collections.abc import Iterator

import pytest
from flask import Flask
from playwright.sync_api import Page, Route, expect

from tests.browser import list_violations, served

DAY = "2020-01-01"


@pytest.fixture
def address(app: Flask) -> Iterator[str]:
    app.config.update(WTF_CSRF_ENABLED=True)
    with served(app) as url:
        yield url


def test_who_waits_sees_it_and_the_part_is_busy(page: Page, address: str) -> None:
    answers = threading.Event()
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)
        answers.set()

    page.goto(f"{address}/waves/K13")
    page.route("**/waves/K13/day", hold)
    page.fill("#day", "2020-01-01")
    page.click("#wave-dates .card:first-child button")
    expect(page.locator("html")).to_have_class("is-waiting")
    expect(page.locator("[aria-busy]")).to_have_count(1)
    expect(page.locator(".waiting")).to_have_css("opacity", "1")
    assert answers.wait(5)
    held[0].continue_()
    expect(page.locator("#wave-dates .field__error")).to_be_visible()
    expect(page.locator("html")).not_to_have_class("is-waiting")
    expect(page.locator("[aria-busy]")).to_have_count(0)


def test_what_was_typed_outlives_the_session(page: Page, address: str) -> None:
    page.goto(f"{address}/waves/K13")
    page.fill("#day", DAY)
    page.context.clear_cookies()
    page.click("#wave-dates .card:first-child button")
    expect(page.locator("#alert #message")).to_contain_text("en gang til")
    expect(page.locator("#day")).to_have_value(DAY)
    page.click("#wave-dates .card:first-child button")
    expect(page.locator("#wave-dates .field__error")).to_be_visible()
    expect(page.locator("#day")).to_have_value(DAY)


def test_without_a_script_it_can_be_sent_once_more(
    page: Page, address: str, faults: list[str]
) -> None:
    page.route("**/*.js", lambda route: route.fulfill(body=""))
    page.goto(f"{address}/waves/K13")
    page.fill("#day", DAY)
    page.context.clear_cookies()
    page.click("#wave-dates .card:first-child button")
    expect(page.locator("h1")).to_have_text("Økten var avsluttet")
    assert not list_violations(page)
    page.click("main form button")
    expect(page.locator("#day")).to_have_value(DAY)
    # Both refusals are pages of their own here.
    faults[:] = [it for it in faults if not it.startswith("answered 4")]


def test_another_site_gets_no_form_to_send(app: Flask) -> None:
    app.config.update(WTF_CSRF_ENABLED=True)
    client = app.test_client()
    for headers in ({"Sec-Fetch-Site": "cross-site"}, {"Origin": "http://elsewhere"}):
        answer = client.post(
            "/waves/K13/day",
            data={"day": DAY},
            headers={"Host": "localhost", **headers},
        )
        assert answer.status_code == 400
        assert DAY not in answer.text


def test_a_key_lists_the_keys_and_escape_closes_them(page: Page, address: str) -> None:
    page.goto(f"{address}/facts")
    page.keyboard.press("?")
    expect(page.locator("dialog")).to_be_visible()
    expect(page.locator("dialog button")).to_be_focused()
    assert not list_violations(page)
    page.keyboard.press("Escape")
    expect(page.locator("dialog")).to_have_count(0)
    page.locator("#search-text").focus()
    page.keyboard.type("?")
    expect(page.locator("dialog")).to_have_count(0)


def test_the_keys_can_be_turned_off(page: Page, address: str) -> None:
    page.goto(f"{address}/accessibility")
    page.click("[data-search-key]")
    page.keyboard.press("?")
    expect(page.locator("dialog")).to_have_count(0)
