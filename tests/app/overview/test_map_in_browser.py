"""The map in a browser: chosen by keyboard, followed by link, without a fault."""

from collections.abc import Iterator
from typing import Literal

import pytest
from flask import Flask
from playwright.sync_api import Page, expect

from tests.browser import list_violations, served

LOOKS = [
    (width, scheme, by)
    for width in (390, 1440)
    for scheme, by in (("light", "wave"), ("dark", "margin"))
]


@pytest.fixture
def address(app: Flask) -> Iterator[str]:
    with served(app) as url:
        yield url


@pytest.mark.parametrize(("width", "scheme", "by"), LOOKS)
def test_nothing_is_wrong_with_the_map(
    page: Page, address: str, width: int, scheme: Literal["light", "dark"], by: str
) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=scheme)
    page.goto(f"{address}/?map={by}")
    page.click("#map-table summary")
    assert list_violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    drawing = page.locator(".map__drawing").bounding_box()
    assert drawing is not None
    assert drawing["width"] > min(width, 1200) * 0.7


def test_a_choice_by_keyboard_keeps_its_place(page: Page, address: str) -> None:
    page.goto(address)
    page.locator("#map-by-margin").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#map-by-margin")).to_have_attribute("aria-current", "true")
    expect(page.locator("#map-by-margin")).to_be_focused()
    expect(page).to_have_url(f"{address}/?map=margin")
    expect(page.locator(".map__legend")).to_contain_text("Ingen dag å gå på")


def test_a_mark_leads_to_its_municipality(page: Page, address: str) -> None:
    page.goto(address)
    page.get_by_role("link", name="Trondheim i PD1").focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{address}/municipalities/5001")


def test_the_drawing_can_be_passed_over(page: Page, address: str) -> None:
    page.goto(address)
    page.locator(".map__skip").focus()
    expect(page.locator(".map__skip")).to_be_visible()
    page.keyboard.press("Enter")
    expect(page.locator("#map-end")).to_be_focused()
