"""Several moves on a slow line, and what is refused: nothing is lost, all is told."""

from collections.abc import Callable, Iterator

import pytest
from flask import Flask
from playwright.sync_api import Locator, Page, Route, expect

from tests.browser import list_violations, served

GISKE, HAREID = "#placement-1532", "#placement-1517"
UNDO = "[data-step=undo]"


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


@pytest.fixture
def held(board: Page) -> list[Route]:
    """Return the moves that have been sent and wait on their way."""
    routes: list[Route] = []

    def hold(route: Route) -> None:
        if route.request.method == "POST":
            routes.append(route)
        else:
            route.continue_()

    board.route("**/waves/placements**", hold)
    board.route("**/history/*/undo", hold)
    return routes


@pytest.fixture
def elsewhere(page: Page, address: str) -> Callable[[str, str], None]:
    """Return what moves a municipality in another tab."""

    def move(number: str, wave: str) -> None:
        other = page.context.new_page()
        other.goto(f"{address}/waves/placements/{number}")
        other.select_option(f"#wave-of-{number}", wave)
        other.click(f"#move-form-{number} .button--primary")
        other.wait_for_url("**moved=**")
        other.close()

    return move


def lift(page: Page, card: str, column: str) -> None:
    """Take a card and hold it over the top of a column."""
    facts = page.locator(f"{card} .placement__facts")
    facts.evaluate("it => it.scrollIntoView({block: 'center', behavior: 'instant'})")
    page.mouse.move(*point(facts))
    page.mouse.down()
    page.mouse.move(*point(page.locator(f"{column} .wave-column__top")), steps=5)


def point(part: Locator) -> tuple[float, float]:
    box = part.bounding_box()
    assert box is not None
    return box["x"] + 40, box["y"] + 30


def drag(page: Page, card: str, column: str) -> None:
    lift(page, card, column)
    page.mouse.up()


def let_go(page: Page, held: list[Route]) -> None:
    """Send on the first of those that wait, as soon as there is one."""
    expect(page.locator("html.is-waiting")).to_have_count(1)
    while not held:
        page.evaluate("null")
    held.pop(0).continue_()


def test_two_quick_moves_are_both_shown(board: Page, held: list[Route]) -> None:
    drag(board, GISKE, "#wave-K14")
    drag(board, HAREID, "#wave-K15")
    expect(board.locator(".placement--pending")).to_have_count(2)
    let_go(board, held)
    expect(board.locator(f"#wave-K14 {GISKE}")).to_be_visible()
    let_go(board, held)
    expect(board.locator(f"#wave-K15 {HAREID}")).to_be_visible()
    expect(board.locator("html")).not_to_have_class("is-waiting")
    expect(board.locator(".placement--pending")).to_have_count(0)
    expect(board.locator(UNDO)).to_contain_text("Hareid")
    board.keyboard.press("Control+z")
    let_go(board, held)
    expect(board.locator(f"#wave-K13 {HAREID}")).to_be_visible()
    expect(board.locator(f"#wave-K14 {GISKE}")).to_be_visible()


def test_undo_waits_for_the_move_that_it_takes_back(
    board: Page, held: list[Route]
) -> None:
    drag(board, GISKE, "#wave-K14")
    drag(board, HAREID, "#wave-K15")
    board.keyboard.press("Control+z")
    for column in ("#wave-K14", "#wave-K15"):
        let_go(board, held)
        expect(board.locator(f"{column} .placement--fresh")).to_have_count(1)
    let_go(board, held)
    expect(board.locator(f"#wave-K13 {HAREID}")).to_be_visible()
    expect(board.locator(f"#wave-K14 {GISKE}")).to_be_visible()


def test_a_card_lifted_before_an_answer_is_dropped_after_it(
    board: Page, held: list[Route]
) -> None:
    drag(board, GISKE, "#wave-K14")
    lift(board, HAREID, "#wave-K14")
    let_go(board, held)
    expect(board.locator(f"#wave-K14 {GISKE}")).to_be_visible()
    expect(board.locator(f"{HAREID}.placement--moving")).to_be_visible()
    board.keyboard.press("Control+z")
    board.mouse.up()
    let_go(board, held)
    expect(board.locator(f"#wave-K14 {HAREID}")).to_be_visible()
    expect(board.locator(f"#wave-K14 {GISKE}")).to_be_visible()


def test_a_card_lifted_with_the_keys_stays_lifted_by_an_answer(
    board: Page, held: list[Route]
) -> None:
    drag(board, GISKE, "#wave-K14")
    board.locator(f"{HAREID} .placement__grip").focus()
    board.keyboard.press("Enter")
    board.keyboard.press("ArrowRight")
    let_go(board, held)
    expect(board.locator(f"#wave-K14 {GISKE}")).to_be_visible()
    expect(board.locator(f"{HAREID} .placement__grip")).to_be_focused()
    board.keyboard.press("Enter")
    let_go(board, held)
    expect(board.locator(f"#wave-K14 {HAREID}")).to_be_visible()


def test_what_came_of_it_is_told_where_one_is(board: Page) -> None:
    drag(board, GISKE, "#wave-K14")
    told = board.locator(".board-bar__moved")
    expect(told).to_contain_text("Giske er flyttet fra K13 til K14")
    expect(told).to_be_in_viewport()
    expect(board.locator("#announcements")).to_contain_text("Giske er flyttet")
    assert not list_violations(board)
    told.locator("a").click()
    expect(board.locator("#moved")).to_be_in_viewport()


def test_what_is_dragged_does_not_lie_over_what_the_column_says(board: Page) -> None:
    lift(board, GISKE, "#wave-K14")
    headline = board.locator(".board-preview .preview__headline")
    expect(headline).to_contain_text("K14")
    words, ghost = headline.bounding_box(), board.locator(".placement--ghost")
    box = ghost.bounding_box()
    assert words is not None
    assert box is not None
    assert box["y"] + box["height"] <= words["y"]
    board.keyboard.press("Escape")
    board.mouse.up()


def test_who_is_chosen_and_not_shown_is_told_and_comes_along(board: Page) -> None:
    board.check(f"{GISKE} .placement__choice")
    board.check(f"{HAREID} .placement__choice")
    board.select_option("#region", label="Orkidé")
    expect(board.locator(GISKE)).to_have_count(0)
    count = board.locator(".several__count")
    expect(count).to_have_text("2 valgt, 2 av dem vises ikke")
    board.check("#placement-1576 .placement__choice")
    expect(count).to_have_text("3 valgt, 2 av dem vises ikke")
    lift(board, "#placement-1576", "#wave-K15")
    board.keyboard.press("Escape")
    board.mouse.up()
    expect(board.locator("#announcements")).to_have_text("3 kommuner blir der de er.")
    board.select_option("#several-wave", "K15")
    expect(board.locator("#several-preview")).to_contain_text("frister")
    board.click("#several .button--primary")
    expect(board.locator("#moved")).to_contain_text("Aure, Giske og Hareid er flyttet")


def test_what_was_refused_is_told_shortly_and_the_board_is_drawn_anew(
    board: Page, elsewhere: Callable[[str, str], None]
) -> None:
    elsewhere("1532", "K15")
    drag(board, GISKE, "#wave-K14")
    alert = board.locator("#alert")
    expect(alert).to_contain_text("Noen andre kom først")
    expect(alert.locator("tbody tr")).to_have_count(1)
    expect(alert.locator("tbody")).to_contain_text("K15")
    expect(board.locator(f"#wave-K15 {GISKE}")).to_be_visible()
    expect(board.locator(".placement--fresh")).to_have_count(0)
    expect(alert).to_contain_text("Tavlen viser hvordan det er nå")
    box = alert.bounding_box()
    assert box is not None
    assert box["height"] < 300
    alert.locator("[data-close-alert]").click()
    expect(alert).to_be_empty()
    drag(board, GISKE, "#wave-K14")
    expect(board.locator(f"#wave-K14 {GISKE}")).to_be_visible()
