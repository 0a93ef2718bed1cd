"""`make screenshots`: each page is taken in all ways, under a name of its own."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from scripts import screenshots
from tests.browser import served


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("/", "overview"),
        ("/waves/K13", "waves-K13"),
        ("/waves?text=finnes-ikke", "waves-text-finnes-ikke"),
        ("/history/1?of=1516#moved", "history-1-of-1516-moved"),
    ],
)
def test_a_picture_is_named_after_its_address(address, name):
    assert screenshots.name_of(address) == name


def test_a_page_is_taken_narrow_and_wide_light_and_dark(
    app, browser: Browser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(screenshots, "FOLDER", tmp_path)
    page = browser.new_page()
    with served(app) as top:
        taken = list(screenshots.take(page, top, ["/history"]))
    page.close()
    assert {it.name for it in taken} == {
        f"history-{width}-{scheme}.png"
        for width in (390, 1440)
        for scheme in ("light", "dark")
    }
    assert len({it.read_bytes() for it in taken}) == 4


def test_a_change_is_made_for_the_history_to_show(app, client):
    screenshots.change_something(app)
    assert client.get("/history/1").status_code == 200
