"""Moving a municipality in a browser: in place, with the focus where it belongs."""

from collections.abc import Iterator

import pytest
from flask import Flask
from playwright.sync_api import Page, expect

from tests.browser import served

CARD = "#placement-1516"
FORM = "#move-form-1516"


@pytest.fixture
def address(app: Flask) -> Iterator[str]:
    app.config.update(WTF_CSRF_ENABLED=True)
    with served(app) as url:
        yield url


def test_a_municipality_is_moved_in_place_and_back(page: Page, address: str) -> None:
    page.goto(f"{address}/waves")
    page.click(f"{CARD} .placement__move")
    expect(page.locator("#wave-of-1516")).to_be_focused()
    page.select_option("#wave-of-1516", "K14")
    page.click(f"{FORM} button")
    expect(page.locator(f"#wave-K14 {CARD}")).to_be_visible()
    expect(page.locator(f"#wave-K13 {CARD}")).to_have_count(0)
    expect(page.locator("#moved")).to_be_focused()
    assert page.url == f"{address}/waves"
    page.click("#moved button")
    expect(page.locator(f"#wave-K13 {CARD}")).to_be_visible()


def test_the_form_can_be_left(page: Page, address: str) -> None:
    page.goto(f"{address}/waves")
    page.click(f"{CARD} .placement__move")
    page.click(f"{FORM} a")
    expect(page.locator(FORM)).to_have_count(0)


def test_the_board_is_filtered_while_one_types(page: Page, address: str) -> None:
    page.goto(f"{address}/waves")
    page.fill("#text", "ulst")
    expect(page.locator("#board .placement")).to_have_count(1)
    assert "text=ulst" in page.url


def test_a_date_that_cannot_be_stays_in_its_form(page: Page, address: str) -> None:
    page.goto(f"{address}/waves/K13")
    page.fill("#day", "2020-01-01")
    page.click("#wave-dates .card:first-child button")
    expect(page.locator("#wave-dates .field__error")).to_be_visible()
    expect(page.locator("#day")).to_have_value("2020-01-01")


@pytest.mark.parametrize("width", [1440, 1380, 1320])
def test_the_name_on_a_card_stays_whole(page: Page, address: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{address}/waves")
    for name in page.locator(".board-columns .placement__name").all():
        box = name.bounding_box()
        assert box is not None
        assert box["height"] < 40, name.inner_text()


def test_forms_of_a_wave_stand_alike_and_leave_no_empty_room(
    page: Page, address: str
) -> None:
    page.goto(f"{address}/waves/K13")
    cards = page.locator("#wave-dates .card")
    for row in cards.locator(".row").all():
        tops = {
            box["y"] for it in row.locator("button").all() if (box := it.bounding_box())
        }
        assert len(tops) == 1
    before = cards.first.bounding_box()
    page.fill("#amount", "6")
    page.click(".card:has(#amount) .try-button")
    expect(page.locator("#tried")).to_be_visible()
    after = cards.first.bounding_box()
    assert before is not None
    assert after is not None
    assert after["height"] == before["height"]
