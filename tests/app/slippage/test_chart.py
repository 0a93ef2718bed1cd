"""The chart of the slippage: the same values, the same bytes, in the right words."""

import re

import pytest
from flask_babel import force_locale

from app.charts import Scheme, Size
from app.slippage.charts import picture_of, slippage_svg
from app.slippage.points import Mark, Point, ScopeLine
from app.slippage.texts import slip_label, slip_sentence
from tests.planning.programmes import window

CHART = "/slippage/chart.svg"


def line(*dates, mark=Mark.PLANNED):
    points = [
        Point(mark=mark, said=window(f"202{number}-01-01"), window=window(*each))
        for number, each in enumerate(dates)
    ]
    return ScopeLine("trust:X", "Trust", tuple(points))


@pytest.mark.parametrize(
    ("before", "after", "label", "sentence"),
    [
        (["2024-01-01"], ["2024-01-11"], "+10 days", "10 days later"),
        (["2024-01-11"], ["2024-01-01"], "−10 days", "10 days earlier"),
        (["2024-01-11"], ["2024-01-11"], "unchanged", "unchanged"),
        (
            ["2024-01-01", "2024-01-31"],
            ["2024-03-01"],
            "+30 to +60 days",
            "30 to 60 days later",
        ),
        (
            ["2024-03-01"],
            ["2024-01-01", "2024-01-31"],
            "−60 to −30 days",
            "30 to 60 days earlier",
        ),
        (
            ["2024-01-01", "2024-01-31"],
            ["2024-01-11"],
            "−20 to +10 days",
            "between 20 days earlier and 10 days later",
        ),
    ],
)
def test_the_slip_is_told_as_exactly_as_it_is_known(
    app, before, after, label, sentence
):
    with app.test_request_context(), force_locale("en_GB"):
        assert slip_label(line(before, after)) == label
        assert slip_sentence(line(before, after)) == sentence


def drawn(app, *lines, scheme=Scheme.LIGHT, size=Size.WIDE):
    with app.test_request_context():
        return slippage_svg(lines, scheme=scheme, size=size)


def test_the_same_dates_give_the_same_bytes(app):
    one = line(["2022-05-01", "2022-05-31"], ["2022-11-09"])
    assert drawn(app, one) == drawn(app, one)
    assert drawn(app, one, scheme=Scheme.DARK) != drawn(app, one)


def test_what_went_live_and_what_is_derived_look_otherwise(app):
    dates = (["2022-05-01", "2022-05-31"], ["2022-11-09"])
    assert len({drawn(app, line(*dates, mark=mark)) for mark in Mark}) == len(Mark)


def test_a_picture_has_three_panels_in_a_row_and_one_on_a_phone():
    assert (picture_of(7, is_wide=True).rows, picture_of(7, is_wide=True).columns) == (
        3,
        3,
    )
    assert picture_of(2, is_wide=True).columns == 2
    assert picture_of(3, is_wide=False).columns == 1
    assert picture_of(3, is_wide=True).width == 960


def test_it_stands_after_its_tables_with_the_words_for_it(english):
    html = english.get("/slippage").text.partition("</main>")[0]
    assert html.rindex("</table>") < html.index("<picture>")
    alt = re.search(r'<img[^>]* alt="([^"]+)"', html)
    assert alt is not None
    assert (
        "Helse Nord-Trøndelag HF from May 2022 to 9 November 2024, "
        "893 to 923 days later" in alt[1]
    )
    picture = html[html.index("<picture>") :].partition("</picture>")[0]
    urls = re.findall(r'(?:srcset|src)="([^" ]+)"', picture)
    assert len(urls) == 4
    for url in urls:
        answer = english.get(url.replace("&amp;", "&"))
        assert answer.status_code == 200
        assert answer.mimetype == "image/svg+xml"
        assert b"style=" not in answer.data


def test_of_many_the_words_stand_in_the_table(english):
    html = english.get("/slippage?scope=municipality").text
    assert 'alt="Planned go-live by the date of each plan, for 19 of those' in html


def test_it_is_sent_once(client):
    first = client.get(CHART)
    again = client.get(CHART, headers={"If-None-Match": first.headers["ETag"]})
    assert again.status_code == 304
    assert client.get(CHART).data == first.data


@pytest.mark.parametrize(
    "query", [{"scheme": "dark"}, {"size": "narrow"}, {"scope": "trust:HMR"}]
)
def test_another_question_has_another_picture(client, query):
    assert client.get(CHART, query_string=query).data != client.get(CHART).data


def test_what_is_not_known_in_an_address_is_left_as_it_is(client):
    odd = {"scheme": "red", "size": "huge", "scope": "nobody"}
    assert client.get(CHART, query_string=odd).data == client.get(CHART).data


def test_it_follows_the_plan(client):
    before = client.get(CHART).data
    client.post("/waves/K12/day", data={"day": "2025-02-01"})
    assert client.get(CHART).data != before
