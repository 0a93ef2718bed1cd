"""Pages on paper, printed by a browser and read back from the file.

What a table says on the screen stands in the print, its head on every sheet; nothing
lies beyond the edge; what can only be pressed, and every address, stays out.
"""

import re
from collections.abc import Iterator
from io import BytesIO

import pytest
from flask import Flask
from playwright.sync_api import Page
from pypdf import PdfReader

from tests.browser import served

A4, A3_LYING = (595, 842), (1191, 842)
PAGES = (
    "/municipalities",
    "/municipalities/1516",
    "/conflicts",
    "/facts/plans",
    "/template",
    "/accessibility",
)
# The cells of every table that is open on the screen; hidden words are no words.
CELLS = """() => [...document.querySelectorAll('main table td, main table th')]
  .filter((it) => it.checkVisibility())
  .map((it) => {
    const copy = it.cloneNode(true);
    copy.querySelectorAll('.visually-hidden, .button, form, details, title, svg')
      .forEach((hidden) => hidden.remove());
    return copy.textContent;
  })"""
PRESSED = """() => [...document.querySelectorAll(
    'button, input, select, textarea, .sections, .languages, .skip-link, .button')]
  .filter((it) => it.checkVisibility()).map((it) => it.outerHTML.slice(0, 80))"""


@pytest.fixture
def address(app: Flask) -> Iterator[str]:
    with served(app) as url:
        yield url


def printed(page: Page) -> PdfReader:
    """Print a page as its style sheets say, on paper of the size they name."""
    return PdfReader(BytesIO(page.pdf(prefer_css_page_size=True)))


def size_of(pdf: PdfReader) -> tuple[int, int]:
    box = pdf.pages[0].mediabox
    return round(box.width), round(box.height)


def text_and_edge(pdf: PdfReader) -> tuple[str, float]:
    """Return the text without its blanks, and how far right a piece of it begins."""
    edges = [0.0]

    def note(
        text: str, matrix: list[float], place: list[float], *_font: object
    ) -> None:
        if text.strip():
            edges.append(matrix[0] * place[4] + matrix[4])

    texts = [sheet.extract_text(visitor_text=note) for sheet in pdf.pages]
    return squeezed("".join(texts)), max(edges)


def squeezed(text: str) -> str:
    """The letters and figures of a text: how lines are broken does not count."""
    return re.sub(r"[\W_]+", "", text).casefold()


@pytest.mark.parametrize("path", PAGES)
def test_what_a_page_says_is_on_a4(page: Page, address: str, path: str) -> None:
    page.emulate_media(color_scheme="dark")
    page.goto(f"{address}{path}")
    cells = {squeezed(it) for it in page.evaluate(CELLS)}
    pdf = printed(page)
    text, edge = text_and_edge(pdf)
    assert size_of(pdf) == A4
    assert not sorted(it for it in cells if it not in text)
    assert edge < A4[0]
    assert "http" not in text


@pytest.mark.parametrize("path", ["/waves", "/timeline"])
def test_what_is_wide_is_on_a3(page: Page, address: str, path: str) -> None:
    page.goto(f"{address}{path}")
    pdf = printed(page)
    text, edge = text_and_edge(pdf)
    assert size_of(pdf) == A3_LYING
    assert edge < A3_LYING[0]
    names = ["k11", "k12", "k13", "k14", "k15"]
    assert [it for it in names if it in text] == names


def test_every_municipality_is_on_the_printed_board(page: Page, address: str) -> None:
    page.goto(f"{address}/waves")
    names = page.locator("#board .placement__name").all_text_contents()
    text, _edge = text_and_edge(printed(page))
    assert len(names) == 47
    assert not [it for it in names if squeezed(it) not in text]


def test_the_head_of_a_table_is_on_every_sheet(page: Page, address: str) -> None:
    page.goto(f"{address}/municipalities")
    pdf = printed(page)
    sheets = [squeezed(sheet.extract_text()) for sheet in pdf.pages]
    assert len(sheets) > 1
    assert all("kommune" in it and "innbyggere" in it for it in sheets)


@pytest.mark.parametrize("path", [*PAGES, "/waves", "/timeline", "/settings", "/"])
def test_nothing_to_press_is_printed_and_nothing_is_dark(
    page: Page, address: str, path: str
) -> None:
    page.goto(f"{address}{path}")
    page.emulate_media(media="print", color_scheme="dark")
    assert page.evaluate(PRESSED) == []
    ink = page.evaluate("getComputedStyle(document.body).color")
    assert ink == "rgb(0, 0, 0)"
