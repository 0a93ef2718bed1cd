"""Planning waves in a browser: by mouse, by keyboard, by touch, several, and back."""

from collections.abc import Iterator

import pytest
from flask import Flask
from playwright.sync_api import Browser, CDPSession, Locator, Page, expect

from tests.browser import list_violations, served, watch

CARD = "#placement-1516"
IN_K13, IN_K14 = f"#wave-K13 {CARD}", f"#wave-K14 {CARD}"
TOLD = ".board-preview .preview__headline"


@pytest.fixture
def address(app: Flask) -> Iterator[str]:
    app.config.update(WTF_CSRF_ENABLED=True)
    with served(app) as url:
        yield url


@pytest.fixture
def board(page: Page, address: str) -> Page:
    page.emulate_media(reduced_motion="reduce")
    page.goto(f"{address}/waves")
    return page


def middle(part: Locator) -> tuple[float, float]:
    # What follows the page, as the bar does, lies over its edges.
    part.evaluate("it => it.scrollIntoView({block: 'center', behavior: 'instant'})")
    box = part.bounding_box()
    assert box is not None
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def drag(page: Page, card: str, column: str) -> None:
    """Take a card and hold it over the top of a column."""
    page.mouse.move(*middle(page.locator(f"{card} .placement__facts")))
    page.mouse.down()
    top = page.locator(f"{column} .wave-column__top").bounding_box()
    assert top is not None
    page.mouse.move(top["x"] + 40, top["y"] + 30, steps=5)


def test_a_municipality_is_moved_by_mouse(board: Page) -> None:
    drag(board, CARD, "#wave-K14")
    expect(board.locator("#wave-K14")).to_have_class("wave-column is-target")
    expect(board.locator(TOLD)).to_contain_text("K14")
    expect(board.locator("#announcements")).to_contain_text("K14")
    board.mouse.up()
    expect(board.locator(IN_K14)).to_be_visible()
    expect(board.locator(IN_K13)).to_have_count(0)
    expect(board.locator("#moved")).to_contain_text("Ulstein")
    expect(board.locator(".placement--ghost")).to_have_count(0)


def test_a_card_that_is_let_go_elsewhere_stays(board: Page) -> None:
    drag(board, CARD, "#wave-K14")
    board.keyboard.press("Escape")
    board.mouse.up()
    drag(board, CARD, "#wave-K13")
    board.mouse.up()
    expect(board.locator(IN_K13)).to_be_visible()
    expect(board.locator("#moved")).to_have_count(0)


def test_a_municipality_is_moved_by_keyboard_alone(board: Page) -> None:
    board.locator(f"{CARD} .placement__choice").focus()
    board.keyboard.press("Tab")
    board.keyboard.press("Tab")
    expect(board.locator(f"{CARD} .placement__grip")).to_be_focused()
    board.keyboard.press("Enter")
    # The ring is as clear as before: the card that holds it does not fade.
    expect(board.locator(CARD)).to_have_css("opacity", "1")
    expect(board.locator("#announcements")).to_contain_text("Ulstein")
    board.keyboard.press("ArrowRight")
    board.keyboard.press("ArrowRight")
    board.keyboard.press("Escape")
    expect(board.locator(".is-target")).to_have_count(0)
    board.keyboard.press(" ")
    board.keyboard.press("ArrowRight")
    expect(board.locator(TOLD)).to_contain_text("K14")
    board.keyboard.press("Enter")
    expect(board.locator(IN_K14)).to_be_visible()
    expect(board.locator("#moved")).to_be_focused()


def test_a_municipality_is_moved_by_touch_on_a_phone(
    browser: Browser, address: str, faults: list[str]
) -> None:
    size = {"width": 390, "height": 844}
    context = browser.new_context(
        viewport=size, has_touch=True, locale="nb-NO", reduced_motion="reduce"
    )
    watch(context, faults)
    page = context.new_page()
    page.goto(f"{address}/waves#wave-K13")
    touch = context.new_cdp_session(page)
    at = middle(page.locator(f"{CARD} .placement__facts"))
    press(touch, "touchStart", at)
    expect(page.locator(".placement--ghost")).to_be_visible()
    jump = page.locator(".board-jumps [data-wave=K14]").bounding_box()
    assert jump is not None
    to = (jump["x"] + 20, jump["y"] + 20)
    press(touch, "touchMove", ((at[0] + to[0]) / 2, (at[1] + to[1]) / 2))
    press(touch, "touchMove", to)
    expect(page.locator(TOLD)).to_contain_text("K14")
    press(touch, "touchEnd")
    expect(page.locator(IN_K14)).to_have_count(1)
    # A swipe scrolls, and lifts nothing.
    at = middle(page.locator("#placement-1577 .placement__facts"))
    press(touch, "touchStart", at)
    press(touch, "touchMove", (at[0], at[1] - 60))
    press(touch, "touchEnd")
    expect(page.locator(".placement--ghost")).to_have_count(0)
    context.close()
    assert not faults


def press(touch: CDPSession, kind: str, at: tuple[float, float] | None = None) -> None:
    points = [] if at is None else [{"x": at[0], "y": at[1]}]
    touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})


def test_several_are_moved_together_and_back_and_again(board: Page) -> None:
    board.check("#placement-1515 .placement__choice")
    board.check(f"{CARD} .placement__choice")
    expect(board.locator("[data-chosen]")).to_have_text("2")
    board.select_option("#several-wave", "K14")
    expect(board.locator("#several-preview .preview__headline")).to_contain_text("K14")
    board.click("#several .button--primary")
    expect(board.locator(IN_K14)).to_be_visible()
    expect(board.locator("#wave-K14 #placement-1515")).to_be_visible()
    expect(board.locator("[data-step=undo]")).to_contain_text("flyttet til K14")
    board.keyboard.press("Control+z")
    expect(board.locator(IN_K13)).to_be_visible()
    expect(board.locator("#wave-K13 #placement-1515")).to_be_visible()
    board.keyboard.press("Control+Shift+z")
    expect(board.locator(IN_K14)).to_be_visible()


def test_one_of_several_chosen_brings_the_others(board: Page) -> None:
    board.locator("#placement-1515 .placement__choice").click()
    board.locator(f"{CARD} .placement__choice").click(modifiers=["Shift"])
    chosen = board.locator("#wave-K13 .placement__choice:checked").count()
    assert chosen > 2
    drag(board, CARD, "#wave-K15")
    expect(board.locator(TOLD)).to_contain_text("K15")
    board.mouse.up()
    expect(board.locator(f"#wave-K15 {CARD}")).to_be_visible()
    expect(board.locator("#moved")).to_contain_text(f"{chosen - 3} til er flyttet")
    expect(board.locator(".placement__choice:checked")).to_have_count(0)


def test_half_a_year_is_tried_saved_read_undone_and_done_again(
    page: Page, address: str
) -> None:
    page.goto(f"{address}/waves/K13")
    page.fill("#amount", "6")
    page.click(".card:has(#amount) .try-button")
    expect(page.locator("#tried")).to_be_focused()
    expect(page.locator("#tried")).to_contain_text("9 kommuner, 27 frister")
    expect(page.locator("#amount")).to_have_value("6")
    page.click(".card:has(#amount) .button--primary")
    expect(page.locator("#moved")).to_contain_text("9 kommuner, 27 frister")
    page.goto(f"{address}/waves")
    expect(page.locator("#wave-K13")).to_contain_text("november 2025")
    page.click("[data-step=undo]")
    expect(page.locator("#wave-K13")).to_contain_text("mai 2025")
    page.click("[data-step=redo]")
    expect(page.locator("#wave-K13")).to_contain_text("november 2025")


def test_delay_of_everything_is_tried_and_draws_the_board_anew(board: Page) -> None:
    board.click(".board-delay > summary")
    board.fill("#delay-amount", "6")
    board.click("#delay-form .try-button")
    expect(board.locator("#tried")).to_contain_text("47 kommuner")
    expect(board.locator("#wave-K11")).to_contain_text("27. april 2024")
    board.click("#delay-form .button--primary")
    expect(board.locator("#wave-K11")).to_contain_text("27. oktober 2024")
    expect(board.locator("#moved")).to_be_focused()


def test_the_board_can_be_used_by_everybody_while_somebody_is_chosen(
    board: Page,
) -> None:
    board.check(f"{CARD} .placement__choice")
    board.select_option("#several-wave", "K14")
    expect(board.locator("#several-preview .preview__headline")).to_be_visible()
    assert not list_violations(board)


def test_a_phone_shows_one_wave_and_the_way_to_the_others(
    page: Page, address: str
) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{address}/waves")
    page.click(".board-jumps [data-wave=K14] a")
    expect(page.locator("#wave-K14 .wave-column__top")).to_be_in_viewport()
    expect(page.locator("#wave-K13 .wave-column__top")).not_to_be_in_viewport()
    assert page.evaluate("document.documentElement.scrollWidth") == 390
