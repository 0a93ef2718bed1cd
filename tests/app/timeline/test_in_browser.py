"""The timeline in a browser: looked at closely, unfolded, scrolled by keyboard."""

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Literal
from unicodedata import normalize

import pytest
from flask import Flask
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from tests.browser import list_violations, served

LOOKS = [
    (1440, "light", "?open=K13&zoom=quarter"),
    (390, "dark", "?scope=municipality:1516&at=1516.training&vintage=2023-11"),
    (390, "light", "?scope=wave:K14&zoom=month"),
    (1440, "dark", "?scope=municipality:5054&zoom=month&at=5054.training"),
]


@pytest.fixture
def address(app: Flask) -> Iterator[str]:
    with served(app) as url:
        yield f"{url}/timeline"


def scrolled(page: Page) -> float:
    found: float = page.evaluate("document.getElementById('gantt').scrollLeft")
    return found


@pytest.mark.parametrize(("width", "scheme", "query"), LOOKS)
def test_nothing_is_wrong_with_the_timeline(
    page: Page, address: str, width: int, scheme: Literal["light", "dark"], query: str
) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=scheme)
    page.goto(f"{address}{query}")
    assert list_violations(page) == []
    page.click("#timeline-table summary")
    assert list_violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_row_unfolds_in_place_and_folds_again_by_keyboard(
    page: Page, address: str
) -> None:
    page.goto(address)
    wave = page.locator("[id='r-wave.K13'] a").first
    wave.focus()
    page.keyboard.press("Enter")
    expect(page.locator("[id='r-municipality.1516']")).to_be_visible()
    expect(page).to_have_url(f"{address}?open=K13")
    expect(wave).to_be_focused()
    expect(wave).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("Enter")
    expect(page.locator("[id='r-municipality.1516']")).to_have_count(0)
    page.go_back()
    expect(page.locator("[id='r-municipality.1516']")).to_be_visible()


def test_a_step_is_selected_where_it_stands(page: Page, address: str) -> None:
    page.goto(f"{address}?open=K13,1516")
    step = page.locator("[id='r-1516.training'] .g-n a")
    step.scroll_into_view_if_needed()
    before = step.bounding_box()
    step.click()
    expect(page.locator("#selected-title")).to_have_text("Ulstein: opplæring")
    expect(step).to_be_focused()
    expect(page.locator("[id='r-1516.cutover'] .arrow-sets")).to_have_count(1)
    after = step.bounding_box()
    assert before is not None
    assert after is not None
    assert abs(before["y"] - after["y"]) < 30
    page.locator("#release").click()
    expect(page.locator("#selected-title")).to_have_count(0)


def test_the_zoom_keeps_the_middle_and_the_status_date_is_found_again(
    page: Page, address: str
) -> None:
    page.goto(f"{address}?scope=wave:K13&zoom=month")
    expect(page.locator("#status-date")).to_be_in_viewport()
    region = page.locator("#gantt")
    region.focus()
    begun = scrolled(page)
    for _press in range(8):
        page.keyboard.press("ArrowRight")
    page.wait_for_function(
        "it => document.getElementById('gantt').scrollLeft > it", arg=begun
    )
    page.keyboard.press("End")
    page.get_by_role("link", name="Til statusdatoen").click()
    page.wait_for_function(
        "it => Math.abs(document.getElementById('gantt').scrollLeft - it) < 2",
        arg=begun,
    )
    page.click("#zoom-quarter")
    expect(page.locator("#zoom-quarter")).to_have_attribute("aria-current", "true")
    expect(page.locator("#zoom-quarter")).to_be_focused()
    expect(page.locator("#status-date")).to_be_in_viewport()


def test_what_an_address_selects_is_in_sight(page: Page, address: str) -> None:
    page.goto(f"{address}?open=all&scope=wave:K13&zoom=month&at=1520.archive-closed")
    expect(page.locator("[id='r-1520.archive-closed'] .m")).to_be_in_viewport()


def test_names_and_dates_stay_in_sight(page: Page, address: str) -> None:
    page.goto(f"{address}?scope=wave:K13&open=all&zoom=month")
    page.evaluate("document.getElementById('gantt').scrollTo(1500, 900)")
    region = page.locator("#gantt").bounding_box()
    head = page.locator(".gantt__head").bounding_box()
    name = page.locator(".g-n").nth(40).bounding_box()
    assert region is not None
    assert head is not None
    assert name is not None
    assert abs(head["y"] - region["y"]) < 3
    assert abs(name["x"] - region["x"]) < 3


def test_another_scope_and_an_earlier_plan_are_chosen_in_place(
    page: Page, address: str
) -> None:
    page.goto(address)
    page.focus("#timeline-scope")
    page.select_option("#timeline-scope", "region:namdal")
    expect(page.locator("h1")).to_have_text("Tidslinje: Namdal regionråd")
    expect(page).to_have_title("Tidslinje: Namdal regionråd – Bølgeplan")
    expect(page.locator("#announcements")).to_have_text(
        "Tidslinje: Namdal regionråd: 13 rader vises"
    )
    expect(page.locator("#timeline-scope")).to_be_focused()
    page.select_option("#timeline-vintage", "2020-06")
    expect(page.locator(".gantt .baseline")).to_have_count(13)
    expect(page).to_have_url(re.compile(r"scope=region%3Anamdal.*vintage=2020-06"))


def test_a_bar_leads_to_what_sets_its_date(page: Page, address: str) -> None:
    page.goto(f"{address}?scope=municipality:1516")
    page.locator("[id='r-1516.training'] svg a .b").click()
    expect(page).to_have_url(re.compile(r"/dates/1516\.training$"))
    expect(page.locator("h1")).to_contain_text("pplæring")


def test_on_paper_the_names_of_dates_come_again_on_every_sheet(
    page: Page, address: str
) -> None:
    page.goto(f"{address}?scope=wave:K13&open=all")
    names = page.locator(".g-n").all_inner_texts()
    sheets = PdfReader(BytesIO(page.pdf(prefer_css_page_size=True))).pages
    box = sheets[0].mediabox
    assert [round(float(it)) for it in (box.width, box.height)] == [1191, 842]
    told = [it.extract_text() for it in sheets]
    rows = [text for text in told if "Prosjektstart" in text]
    assert len(rows) > 4
    assert all("2024" in text and "Status 30. nov. 2023" in text for text in rows)
    # Letters that are drawn as one are read as two.
    words = normalize("NFKC", " ".join(" ".join(told).split()))
    assert all(" ".join(name.split()) in words for name in names)


def test_on_paper_rows_stand_under_their_dates(page: Page, address: str) -> None:
    page.goto(f"{address}?scope=wave:K13&open=1516&zoom=quarter")
    page.emulate_media(media="print")
    lefts = page.locator(".gantt__head svg, .g > svg").evaluate_all(
        "all => all.map(it => Math.round(it.getBoundingClientRect().left))"
    )
    assert len(set(lefts)) == 1


@pytest.mark.parametrize(
    ("width", "query"),
    [(1440, "?open=K13"), (390, "?scope=municipality:1516&at=1516.training")],
)
def test_what_the_left_edge_cuts_still_has_its_year(
    page: Page, address: str, width: int, query: str
) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{address}{query}")
    for further in (0, 37, 160):
        page.evaluate(f"document.getElementById('gantt').scrollLeft += {further}")
        first, cut = page.evaluate(FIRST_YEAR)
        # A year whose end is too near to name it leaves the edge to the next.
        assert first < 60
        assert cut == []


FIRST_YEAR = """async () => {
  const painted = (done) => requestAnimationFrame(() => requestAnimationFrame(done));
  await new Promise(painted);
  const corner = document.querySelector(".gantt__corner").getBoundingClientRect();
  const shown = (it) => it.getAttribute("visibility") !== "hidden";
  const named = [...document.querySelectorAll(".h-group, .h-tick")].filter(shown);
  const from = (it) => it.getBoundingClientRect().left - corner.right;
  const seen = named.filter((it) => it.getBoundingClientRect().right > corner.right);
  const years = seen.filter((it) => it.classList.contains("h-group"));
  const cut = seen.filter((it) => from(it) < 0).map((it) => it.textContent);
  return [Math.min(...years.map(from)), cut];
}"""
