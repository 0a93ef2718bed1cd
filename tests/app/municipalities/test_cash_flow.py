"""The cash flow as a picture: from its own address, the same until something moves."""

import re

import pytest

from app.charts import Scheme, Size
from app.municipalities.charts import CashFlow, Series, cash_flow_svg
from tests.app.reading import part

MILLION = 100_000_000
INDRE_FOSEN = "/municipalities/5054/cash-flow.svg"


def flow(*, is_estimate):
    return CashFlow(
        years=(2023, 2024, 2025),
        costs=(Series("Loan", (0, MILLION, MILLION)),),
        gains=(Series("Benefit", (0, 0, 2 * MILLION), is_estimate),),
        net=Series("Net", (0, -MILLION, MILLION), is_estimate),
    )


def drawn(app, *, is_estimate):
    with app.test_request_context():
        return cash_flow_svg(
            flow(is_estimate=is_estimate), scheme=Scheme.LIGHT, size=Size.WIDE
        )


def test_the_same_flows_give_the_same_bytes(app):
    assert drawn(app, is_estimate=True) == drawn(app, is_estimate=True)


def test_what_is_estimated_is_hatched_and_the_line_dashed(app):
    known, estimated = drawn(app, is_estimate=False), drawn(app, is_estimate=True)
    assert b"<pattern" not in known
    assert b"<pattern" in estimated
    assert b"stroke-dasharray" in estimated
    assert b'stroke-dasharray="7' not in known


def test_the_page_shows_it_with_words_and_after_its_table(client):
    html = client.get("/municipalities/5054/money").text
    years = part(html, "years")
    assert years.index('id="year-table"') < years.index("<picture>")
    alt = re.search(r'alt="([^"]+)"', years)
    assert alt is not None
    assert "fra 2022 til 2037" in alt[1]
    assert "3,5 mill. kr" in alt[1]
    for url in re.findall(r'(?:srcset|src)="([^" ]+)"', years):
        response = client.get(url.replace("&amp;", "&"))
        assert response.status_code == 200
        assert response.mimetype == "image/svg+xml"


def test_it_is_sent_once(client):
    first = client.get(INDRE_FOSEN)
    tag = first.headers["ETag"]
    again = client.get(INDRE_FOSEN, headers={"If-None-Match": tag})
    assert again.status_code == 304
    assert not again.data
    assert client.get(INDRE_FOSEN).data == first.data


@pytest.mark.parametrize(
    "query", [{"scheme": "dark"}, {"size": "narrow"}, {"kind": "serial"}]
)
def test_another_question_has_another_picture(client, query):
    assert client.get(INDRE_FOSEN, query_string=query).data != (
        client.get(INDRE_FOSEN).data
    )


def test_what_is_not_known_in_an_address_is_left_as_it_is(client):
    odd = client.get(INDRE_FOSEN, query_string={"scheme": "red", "size": "huge"})
    assert odd.data == client.get(INDRE_FOSEN).data


def test_it_speaks_the_readers_language(client):
    norwegian = client.get(INDRE_FOSEN).data
    client.post("/language", data={"language": "en_GB", "page": "/"})
    assert client.get(INDRE_FOSEN).data != norwegian


def test_it_follows_the_plan(client):
    before = client.get("/municipalities/1516/cash-flow.svg").data
    moved = client.post("/waves/placements/1516", data={"wave": "K15"})
    assert moved.status_code in {200, 303}
    assert client.get("/municipalities/1516/cash-flow.svg").data != before
