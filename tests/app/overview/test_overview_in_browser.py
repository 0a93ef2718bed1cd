"""The overview in a browser: a visit is kept, and the band can be read."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Literal

import pytest
from flask import Flask
from playwright.sync_api import Page, expect

from app.extensions import db
from app.store import results, visits
from app.store.tables import LastVisitRow, WaveRow
from app.waves import commands
from planning.durations import parse_duration
from tests.app.conftest import NOON
from tests.browser import list_violations, served

OFFICE = "demonstration.programme-office"
# What is drawn of each label, and pairs of them that cover each other.
COVERED = """(band) => {
  const boxes = [...document.querySelectorAll(`${band} .band__words,
    ${band} .band__badge, ${band} .band__status-words`)].map((it) =>
      [it.textContent || it.getAttribute('x'), it.getBoundingClientRect()]);
  const drawing = document.querySelector(band).getBoundingClientRect();
  const faults = [];
  boxes.forEach(([name, one], index) => {
    if (one.left < drawing.left || one.right > drawing.right) {
      faults.push(`${name} is cut`);
    }
    for (const [other, two] of boxes.slice(index + 1)) {
      if (one.left < two.right && two.left < one.right
          && one.top + 2 < two.bottom && two.top + 2 < one.bottom) {
        faults.push(`${name} and ${other}`);
      }
    }
  });
  return faults;
}"""


@pytest.fixture
def address(app: Flask) -> Iterator[str]:
    with served(app) as url:
        yield url


@pytest.mark.parametrize(
    ("width", "scheme", "band"),
    [(1440, "light", ".band--lying"), (1024, "dark", ".band--lying"),
     (390, "dark", ".band--standing"), (768, "light", ".band--standing")],
)  # fmt: skip
def test_the_band_can_be_read(
    page: Page, address: str, width: int, scheme: Literal["light", "dark"], band: str
) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=scheme)
    page.goto(address)
    assert page.evaluate(COVERED, band) == []
    assert list_violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.locator(f"{band} .band__step").nth(7).focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{address}/waves/K13")


def test_opening_the_page_keeps_the_visit_and_a_button_ends_what_is_new(
    page: Page, address: str, app: Flask, office
) -> None:
    with page.expect_response(f"{address}/visit") as answer:
        page.goto(address)
    assert answer.value.status == 204
    app.config["BOLGEPLAN_CLOCK"] = lambda: NOON + timedelta(days=1)
    with app.app_context():
        assert db.session.get(LastVisitRow, OFFICE).seen == NOON
        wave = db.session.query(WaveRow).filter_by(code="K13").one()
        half_a_year = parse_duration("6mo")
        commands.shift(results.current_plan(), wave, half_a_year, by=office)
    app.config["BOLGEPLAN_CLOCK"] = lambda: NOON + timedelta(days=1, minutes=1)
    for _turn in range(2):
        with page.expect_response(f"{address}/visit"):
            page.goto(address)
        expect(page.locator("#since")).to_contain_text("1 endring, av Programkontoret")
    page.get_by_role("button", name="Dette har jeg sett").press("Enter")
    expect(page.locator("#since")).to_contain_text("Ingenting er endret siden")
    expect(page.locator("#since")).to_be_focused()
    with app.app_context():
        assert visits.find_visit(OFFICE).since == NOON + timedelta(days=1, minutes=1)
