"""A name without a single space stays inside a phone, wherever it stands."""

from collections.abc import Iterator

import pytest
from flask import Flask
from flask.testing import FlaskClient
from playwright.sync_api import Page

from tests import page_checks
from tests.app.preconditions import sent
from tests.browser import served

NAME = ("Interkommunalresponssenterløsning" * 4)[:116]
STEP = {
    "name_nb": NAME,
    "name_nn": "",
    "name_en": "Training",
    "amount": "14",
    "unit": "w",
    "placing": "alap",
}
PAGES = (
    "/",
    "/preconditions",
    "/preconditions/bindings/new",
    "/history",
    "/history/1",
    "/history/2",
    "/waves",
    "/waves/K13",
    "/conflicts",
    "/template",
    "/template/steps/training",
    "/municipalities/1516",
    "/municipalities/1516/steps/training",
    "/dates/1516.training",
    "/timeline?scope=municipality:1516&at=1516.training",
)


@pytest.fixture
def address(app: Flask, client: FlaskClient) -> Iterator[str]:
    answer = client.post(sent.NEW_BINDING, data=sent.binding(name_nb=NAME))
    assert answer.status_code == 303
    client.post("/waves/placements/1516", data={"wave": "K14"})
    answer = client.post("/template/steps/training", data=STEP)
    assert answer.status_code == 303, answer.text
    with served(app) as url:
        yield url


def test_a_long_name_never_makes_a_phone_scroll_sideways(
    page: Page, address: str
) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    found = []
    for path in PAGES:
        page.goto(f"{address}{path}")
        found += [f"{path}: {it}" for it in page.evaluate(page_checks.OVERFLOW)]
    assert not found, "\n".join(found)
