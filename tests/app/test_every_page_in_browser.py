"""Every page of the app in a browser: nobody finds anything in the way.

At each size every page is looked at by axe-core, for sideways scrolling, for the
order of its headings and landmarks, and for a focus that shows. What is shown where
nothing fits is a page too, and so is the one that says that there is none.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from flask import Flask
from flask.testing import FlaskClient
from playwright.sync_api import Page

from tests import page_checks
from tests.addresses import NOWHERE, NUMBER, list_pages
from tests.browser import list_violations, served


@dataclass(frozen=True)
class Site:
    """The app as it is served, and the addresses of its pages."""

    url: str
    pages: list[str]


@pytest.fixture
def site(app: Flask, client: FlaskClient) -> Iterator[Site]:
    """Serve the app with a change in its history, for a page to tell of."""
    moved = client.post(f"/waves/placements/{NUMBER}", data={"wave": "K14"})
    assert moved.status_code == 303
    pages = [*list_pages(app, client), moved.location]
    with served(app) as url:
        yield Site(url, pages)


def look(page: Page, site: Site, width: int, schemes: tuple[str, ...]) -> list[str]:
    """Return what is wrong with the pages, seen in one scheme after the other."""
    page.set_viewport_size({"width": width, "height": 900})
    faults = []
    for count, path in enumerate(site.pages):
        scheme = schemes[count % len(schemes)]
        # Without motion, so that a colour is not read on its way to another.
        page.emulate_media(
            color_scheme="dark" if scheme == "dark" else "light",
            reduced_motion="reduce",
        )
        answer = page.goto(f"{site.url}{path}")
        assert answer is not None
        found = [*page_checks.find_faults(page), *list_violations(page)]
        if len(answer.body()) > page_checks.LARGEST_PAGE:
            found.append(f"{len(answer.body())} bytes")
        faults += [f"{path} ({width}, {scheme}): {it}" for it in found]
    return faults


@pytest.mark.parametrize(
    ("width", "schemes"),
    [(1440, ("light",)), (768, ("dark", "light")), (390, ("dark",))],
)
def test_nothing_stands_in_anybodys_way(
    page: Page, site: Site, faults: list[str], width: int, schemes: tuple[str, ...]
) -> None:
    found = look(page, site, width, schemes)
    # That there is no page is what was asked for.
    expected = f"answered 404: {site.url}{NOWHERE}"
    faults[:] = [it for it in faults if it != expected]
    assert not found, "\n".join(found)
