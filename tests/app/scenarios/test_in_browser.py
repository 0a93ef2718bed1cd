"""A scenario in a browser: the gestures of the board, and the plan as it was."""

import re

from playwright.sync_api import Page, expect

from tests.browser import list_violations, served

CARD = "#placement-1516"
GRIP = f"{CARD} .placement__grip"

# The timeline scrolls in itself: the bar of the scenario takes nothing from it.
FIRST_ROW_IS_SEEN = """() => {
  const bottom = document.querySelector(".gantt__head").getBoundingClientRect().bottom;
  return document.querySelector(".g-n").getBoundingClientRect().top >= bottom - 1;
}"""


def test_from_the_board_into_a_scenario_and_out(page: Page, app) -> None:
    app.config.update(WTF_CSRF_ENABLED=True)
    with served(app) as address:
        page.goto(f"{address}/waves")
        page.get_by_role("button", name="Prøv i et scenario").click()
        page.wait_for_url("**/scenarios/1/plan/waves")
        expect(page.locator(".scenario-bar")).to_be_in_viewport()
        counts = page.locator("#scenario-counts")
        page.locator(GRIP).focus()
        page.keyboard.press("Enter")
        page.keyboard.press("ArrowRight")
        bubble = page.locator(".board-preview")
        expect(bubble).to_contain_text("Til K14")
        expect(bubble).not_to_contain_text("endringer")
        page.keyboard.press("Enter")
        expect(page.locator(f"#wave-K14 {CARD}")).to_be_visible()
        expect(counts).to_contain_text("1 endring")
        page.keyboard.press("Control+z")
        expect(page.locator("#moved-place")).to_contain_text("Angret: Ulstein")
        expect(page.locator(f"#wave-K13 {CARD}")).to_be_visible()
        expect(counts).to_contain_text("0 endringer")
        page.keyboard.press("Control+y")
        expect(page.locator(f"#wave-K14 {CARD}")).to_be_visible()
        expect(counts).to_contain_text("1 endring")
        page.locator(".scenario-bar__leave").click()
        page.wait_for_url(re.compile(r":\d+/waves"))
        expect(page.locator(f"#wave-K13 {CARD}")).to_be_visible()
        check_pages_inside(page, f"{address}/scenarios/1/plan")


def check_pages_inside(page: Page, top: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{top}/waves")
    assert not list_violations(page)
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    page.goto(f"{top}/timeline")
    assert page.evaluate(FIRST_ROW_IS_SEEN)
