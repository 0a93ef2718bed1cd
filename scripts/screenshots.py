"""Take a picture of every page, for eyes to look at: `make screenshots`.

Each page of the app at the width of a phone and of a desk, light and dark, on a
fresh database with the real programme and one change in its history. What is in the
folder already is replaced. Addresses as arguments take those pages alone.
"""

import re
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

from flask import Flask
from playwright.sync_api import Page, sync_playwright
from sqlalchemy import select

from app.access import demonstration_user
from app.extensions import db
from app.store import results
from app.store.tables import PlacementRow, WaveRow
from app.waves.commands import move
from bench.programme import MUNICIPALITY, OTHER_WAVE, client_of, filled_app
from tests.addresses import list_pages
from tests.browser import ARGUMENTS, find_program, served

FOLDER = Path(__file__).resolve().parent.parent / "screenshots"
WIDTHS, HEIGHT = (390, 1440), 900
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
# A chart has a picture for each width and scheme, and some wait to be scrolled to.
LOADED = """() => [...document.images].every((it) => {
  it.loading = 'eager';
  return it.complete;
})"""


def main(wanted: list[str]) -> None:
    """Take the pictures of some pages, or of all."""
    with filled_app() as app:
        change_something(app)
        addresses = wanted or list_pages(app, client_of(app))
        FOLDER.mkdir(exist_ok=True)
        if not wanted:
            for old in FOLDER.glob("*.png"):
                old.unlink()
        with served(app) as top, opened() as page:
            for taken in take(page, top, addresses):
                print(taken.relative_to(FOLDER.parent))


def change_something(app: Flask) -> None:
    """Move a municipality, so that the history has a page to show."""
    with app.test_request_context():
        plan = results.current_plan()
        placed = PlacementRow.municipality == MUNICIPALITY
        wave = select(WaveRow).where(WaveRow.code == OTHER_WAVE)
        move(
            plan,
            db.session.scalars(select(PlacementRow).where(placed)).one(),
            db.session.scalars(wave).one(),
            by=demonstration_user(),
        )


@contextmanager
def opened() -> Iterator[Page]:
    """Give a page of a Norwegian reader's browser."""
    program = find_program()
    if program is None:
        sys.exit("There is no Chromium: sudo apt-get install chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=ARGUMENTS)
        try:
            yield browser.new_page(
                locale="nb-NO", timezone_id="Europe/Oslo", reduced_motion="reduce"
            )
        finally:
            browser.close()


def take(page: Page, top: str, addresses: Iterable[str]) -> Iterator[Path]:
    """Take the pictures; every page is opened once and then seen in all ways."""
    for address in addresses:
        page.goto(top + address)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": HEIGHT})
            for scheme in SCHEMES:
                page.emulate_media(color_scheme=scheme)
                page.wait_for_function(LOADED)
                path = FOLDER / f"{name_of(address)}-{width}-{scheme}.png"
                page.screenshot(path=path, full_page=True)
                yield path


def name_of(address: str) -> str:
    """Name a file after an address: waves-K13, or overview for the first page."""
    return re.sub(r"[^\w.]+", "-", address).strip("-") or "overview"


if __name__ == "__main__":
    main(sys.argv[1:])
