"""Every page of the app in a browser: nobody finds anything in the way.

At each size every page is looked at by axe-core, for sideways scrolling, for the
order of its headings and landmarks, and for a focus that shows; enlarged, for sideways
scrolling. What is shown where nothing fits is a page too, and so is the one that says
that there is none.

A page is loaded once and seen at one size after the other. Which is the first goes
round, so that at every size a third of the pages has been loaded.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from playwright.sync_api import Page

from tests import page_checks
from tests.addresses import NOWHERE, NUMBER, list_pages
from tests.app.conftest import MakeApp, copied
from tests.browser import list_violations, served

HEIGHT = 900
# Each width with its schemes, which the pages take in turn.
LOOKS = ((1440, ("light",)), (768, ("dark", "light")), (390, ("dark",)))
# What is left of 1440 pixels at 200 per cent, and of 1280 at 200 and at 400.
ENLARGED = ((720, 450), (640, 512), (320, 256))
PARTS = 6
WRONG = "<html lang=nb><title>Prøve</title><h1>Prøve</h1><img src=data:,>"


@dataclass(frozen=True)
class Site:
    """The app as it is served, and the addresses of its pages."""

    url: str
    pages: list[str]


@pytest.fixture(scope="module")
def site(
    filled_file: Path, tmp_path_factory: pytest.TempPathFactory, make_any_app: MakeApp
) -> Iterator[Site]:
    """Serve the app with a change in its history, for a page to tell of."""
    path = tmp_path_factory.mktemp("site") / "bolgeplan.sqlite3"
    app = make_any_app(copied(filled_file, path))
    client: FlaskClient = app.test_client()
    moved = client.post(f"/waves/placements/{NUMBER}", data={"wave": "K14"})
    assert moved.status_code == 303
    pages = [*list_pages(app, client), moved.location]
    with served(app) as url:
        yield Site(url, pages)


def load(page: Page, address: str) -> list[str]:
    """Open a page; what comes back is what is wrong with its size in bytes."""
    answer = page.goto(address)
    assert answer is not None
    size = len(answer.body())
    return [f"{size} bytes"] if size > page_checks.LARGEST_PAGE else []


def show(page: Page, width: int, scheme: str) -> None:
    """Make the page so wide, in a scheme."""
    page.set_viewport_size({"width": width, "height": HEIGHT})
    # Without motion, so that a colour is not read on its way to another.
    page.emulate_media(
        color_scheme="dark" if scheme == "dark" else "light", reduced_motion="reduce"
    )


def look(page: Page, width: int, scheme: str) -> list[str]:
    """Return what is wrong with the page, seen so wide in a scheme."""
    show(page, width, scheme)
    found = [*page_checks.find_faults(page), *list_violations(page)]
    return [f"({width}, {scheme}): {it}" for it in found]


def look_enlarged(page: Page) -> list[str]:
    """Return what can only be read by scrolling sideways."""
    found = []
    for width, height in ENLARGED:
        page.set_viewport_size({"width": width, "height": height})
        wide = page.evaluate(page_checks.OVERFLOW)
        found += [f"({width}, enlarged): {it}" for it in wide]
    return found


def look_all_round(page: Page, address: str, turn: int) -> list[str]:
    """Return what is wrong with a page that is loaded once, at any size."""
    first = turn % len(LOOKS)
    looks = [
        (width, schemes[turn % len(schemes)])
        for width, schemes in (*LOOKS[first:], *LOOKS[:first])
    ]
    show(page, *looks[0])
    found = load(page, address)
    for width, scheme in looks:
        found += look(page, width, scheme)
    return found + look_enlarged(page)


@pytest.mark.parametrize("part", range(PARTS))
def test_nothing_stands_in_anybodys_way(
    page: Page, site: Site, faults: list[str], part: int
) -> None:
    turns = list(enumerate(site.pages))[part::PARTS]
    found = [
        f"{path} {it}"
        for turn, path in turns
        for it in look_all_round(page, f"{site.url}{path}", turn)
    ]
    # That there is no page is what was asked for.
    expected = f"answered 404: {site.url}{NOWHERE}"
    faults[:] = [it for it in faults if it != expected]
    assert not found, "\n".join(found)


def test_what_stands_in_the_way_is_found_however_often_it_is_looked(page: Page) -> None:
    page.set_content(WRONG)
    for _ in range(2):
        assert any(it.startswith("image-alt: ") for it in list_violations(page))
        assert page_checks.find_faults(page)
