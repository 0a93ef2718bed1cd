"""How pages are laid out on paper, read back from the file by position.

No line lies on another; no heading stands alone at the foot of a sheet; what sums a
table up stands once; nothing is printed that only the screen can use.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO

import pytest
from flask import Flask
from playwright.sync_api import Page
from pypdf import PageObject, PdfReader

from tests.browser import served

PAGES = (
    "/",
    "/municipalities/1516",
    "/municipalities/1516/money",
    "/municipalities/1554",
    "/conflicts",
    "/dates/5054.go-live",
    "/economy",
    "/slippage",
    "/template",
    "/waves",
    "/waves/K13",
)
HEADINGS = """() => [...document.querySelectorAll('h1, h2, h3, caption')]
  .filter((it) => it.checkVisibility() && !it.classList.contains('visually-hidden'))
  .map((it) => it.textContent.replace(/\\s+/g, ' ').trim())"""


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of text where it stands, in points from the lower left corner."""

    left: float
    base: float
    size: float
    text: str

    @property
    def right(self) -> float:
        """No letter is narrower than this in the mean."""
        return self.left + 0.4 * self.size * len(self.text)


@pytest.fixture
def address(app: Flask) -> Iterator[str]:
    with served(app) as url:
        yield url


def printed(page: Page) -> PdfReader:
    return PdfReader(BytesIO(page.pdf(prefer_css_page_size=True)))


def pieces(sheet: PageObject) -> list[Piece]:
    found: list[Piece] = []

    def note(
        text: str, at: list[float], place: list[float], _font: object, size: float
    ) -> None:
        if text.strip():
            left = at[0] * place[4] + at[2] * place[5] + at[4]
            base = at[1] * place[4] + at[3] * place[5] + at[5]
            found.append(Piece(left, base, abs(size * place[3] * at[3]), text.strip()))

    sheet.extract_text(visitor_text=note)
    return found


def on_top(one: Piece, other: Piece) -> bool:
    """Whether two pieces stand on lines too near each other, and meet."""
    apart = abs(one.base - other.base)
    return (
        0.5 < apart < 0.6 * min(one.size, other.size)
        and one.left < other.right
        and other.left < one.right
    )


@pytest.mark.parametrize("path", PAGES)
def test_no_line_lies_on_another_and_no_heading_ends_a_sheet(
    page: Page, address: str, path: str
) -> None:
    page.emulate_media(color_scheme="dark")
    page.goto(f"{address}{path}")
    headings = {squeezed(it) for it in page.evaluate(HEADINGS)}
    assert headings
    for sheet in printed(page).pages:
        found = pieces(sheet)
        assert found, "an empty sheet"
        assert squeezed(last_line(found)) not in headings
        assert not [
            (one.text, other.text)
            for number, one in enumerate(found)
            for other in found[number + 1 :]
            if on_top(one, other)
        ]


def last_line(found: list[Piece]) -> str:
    lowest = min(it.base for it in found)
    return "".join(it.text for it in found if it.base - lowest < 1)


def squeezed(text: str) -> str:
    return "".join(text.split()).casefold()


def test_the_sum_of_a_table_is_printed_once(page: Page, address: str) -> None:
    page.goto(f"{address}/economy")
    feet = page.locator("main tfoot")
    assert feet.count() > 1
    page.emulate_media(media="print")
    shown = feet.evaluate_all("them => them.map((it) => getComputedStyle(it).display)")
    assert set(shown) == {"table-row-group"}
    text = squeezed("".join(sheet.extract_text() for sheet in printed(page).pages))
    # Tall enough to go over several sheets: its sum is the last.
    long = squeezed(feet.last.locator("td").first.inner_text())
    assert long
    assert text.count(long) == 1


@pytest.mark.parametrize("path", ["/conflicts", "/waves/K13", "/economy", "/history"])
def test_no_field_leaves_its_label_on_paper(
    page: Page, address: str, path: str
) -> None:
    page.goto(f"{address}{path}")
    page.emulate_media(media="print")
    labels = page.locator("main :is(label, legend, form)")
    assert [it for it in labels.all() if it.is_visible()] == []
    assert not page.locator("#wave-dates").is_visible()


@pytest.mark.parametrize("path", ["/slippage", "/municipalities/1516/money"])
def test_a_chart_is_light_on_paper_whatever_the_screen_is(
    page: Page, address: str, path: str
) -> None:
    page.emulate_media(color_scheme="dark")
    page.goto(f"{address}{path}", wait_until="networkidle")
    charts = page.locator("figure img")
    charts.first.scroll_into_view_if_needed()
    charts.first.evaluate("it => it.decode()")
    screen = [
        it.evaluate("it => it.currentSrc") for it in charts.all() if it.is_visible()
    ]
    page.emulate_media(media="print", color_scheme="dark")
    paper = [it for it in charts.all() if it.is_visible()]
    assert len(screen) == len(paper) == 1
    assert "scheme=dark" in screen[0]
    assert "scheme" not in paper[0].evaluate("it => it.currentSrc")
    assert paper[0].evaluate("it => it.complete && it.naturalWidth > 0")


def test_all_years_of_the_money_can_be_read(page: Page, address: str) -> None:
    page.goto(f"{address}/municipalities/1516/money")
    years = page.locator("#year-table tbody th").all_inner_texts()
    last = years[-1].split()[0]
    lying = [it for it in printed(page).pages if it.mediabox.width > 800]
    assert len(lying) == 1
    found = pieces(lying[0])
    assert last in {it.text for it in found}
    assert min(it.size for it in found) >= 7.9


def test_the_board_is_printed_with_heads_and_whole_cards(
    page: Page, address: str
) -> None:
    page.goto(f"{address}/waves")
    live = page.locator("details.wave-column--live li a").all_text_contents()
    cards = page.locator(".placement").evaluate_all(
        """them => them.map((it) => [it.closest('.wave-column').dataset.wave,
        ...it.querySelector('.placement__facts').innerText.split('\\n').slice(-1),
        it.querySelector('.placement__name').textContent])"""
    )
    sheets = [squeezed(it.extract_text()) for it in printed(page).pages]
    assert len(live) == 19
    assert not [it for it in live if squeezed(it) not in "".join(sheets)]
    for wave, people, name in cards:
        # The sheet with a card's name has the rest of it, and the head of its wave.
        assert any(
            all(squeezed(it) in sheet for it in (name, people, wave))
            for sheet in sheets
        ), name
    edge = max(it.right for it in pieces(printed(page).pages[0]))
    assert edge > 0.9 * 1191


def test_the_legend_of_a_drawing_is_on_its_sheet(page: Page, address: str) -> None:
    page.goto(f"{address}/timeline?scope=municipality:1516")
    assert len(printed(page).pages) == 1
