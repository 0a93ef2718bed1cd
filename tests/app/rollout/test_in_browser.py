"""The template in a browser: a step made longer, seen first, saved, taken back."""

from collections.abc import Iterator

import pytest
from flask import Flask
from playwright.sync_api import Page, expect

from tests.browser import list_violations, served

PHONE = {"width": 390, "height": 844}
WIDE = {"width": 1440, "height": 900}


@pytest.fixture
def address(app: Flask) -> Iterator[str]:
    app.config.update(WTF_CSRF_ENABLED=True)
    with served(app) as url:
        yield url


def test_training_is_made_longer_and_taken_back(page: Page, address: str) -> None:
    page.goto(f"{address}/template")
    page.locator("#course-training").click()
    expect(page.locator(".course__chosen h3")).to_have_text("Opplæring")
    expect(page.locator("#course-training")).to_be_focused()
    page.locator(".course__chosen-head a").click()

    page.locator("#amount").fill("14")
    page.locator("#step-form .try-button").click()
    expect(page.locator("#tried")).to_be_focused()
    expect(page.locator(".effect__steps")).to_contain_text("28 dager tidligere")
    expect(page.locator("#amount")).to_have_value("14")
    page.locator(".effect summary").click()
    expect(page.locator(".effect__places tbody tr")).to_have_count(12)
    page.locator(".effect button").click()
    expect(page.locator(".effect__places tbody tr")).to_have_count(47)

    page.locator("#step-form .button--primary").click()
    expect(page.locator("#moved")).to_contain_text("Opplæring")
    step = page.locator("#step-training")
    expect(step).to_contain_text("14 uker")
    page.locator("#moved .button-form button").click()
    expect(step).to_contain_text("10 uker")


def test_links_are_drawn_where_one_points(page: Page, address: str) -> None:
    page.goto(f"{address}/template")
    row = page.locator(".t-row", has=page.locator("title", has_text="Opplæring"))
    expect(row.locator(".t-before")).to_be_hidden()
    row.locator(".t-work").hover()
    expect(row.locator(".t-before")).to_be_visible()


def test_what_is_in_sight_stays_when_a_step_is_chosen(page: Page, address: str) -> None:
    page.set_viewport_size(PHONE)
    page.goto(f"{address}/template")
    sheet = page.locator(".course__sheet")
    sheet.evaluate("it => { it.scrollLeft = 600; }")
    page.locator(".t-row", has=page.locator("title", has_text="Opplæring")).locator(
        ".t-work"
    ).click()
    expect(page.locator("#announcements")).to_contain_text("Opplæring: ")
    assert sheet.evaluate("it => it.scrollLeft") == 600


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_course_and_effect_are_for_everybody_and_fit_a_phone(
    page: Page, address: str, scheme: str
) -> None:
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size(PHONE)
    page.goto(f"{address}/template?step=training")
    assert fits(page)
    page.set_viewport_size(WIDE)
    assert list_violations(page) == []
    page.goto(f"{address}/template/steps/training")
    page.locator("#amount").fill("30")
    page.locator("#step-form .try-button").click()
    page.locator(".effect summary").click()
    assert list_violations(page) == []
    page.set_viewport_size(PHONE)
    assert fits(page)


def fits(page: Page) -> bool:
    """Whether nothing makes the page scroll sideways."""
    width = "document.documentElement.scrollWidth"
    return bool(page.evaluate(f"{width} <= document.documentElement.clientWidth"))
