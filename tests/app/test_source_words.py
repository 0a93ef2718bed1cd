"""From when a source is, and what may be taken from it, in every language."""

import csv
import re
from pathlib import Path

import pytest
from flask_babel import force_locale

from app.source_words import licence_text, read_span, source_date

SOURCES = Path(__file__).parents[2] / "fixtures" / "sources.csv"
NAMED = {"MIT", "NLOD 2.0 / CC BY 4.0"}
BARE = {"undated", "after-status-date"}

DATES = [
    ("2018-06-26", "26. juni 2018", "26. juni 2018", "26 June 2018"),
    ("2023-05", "mai 2023", "mai 2023", "May 2023"),
    ("2025", "2025", "2025", "2025"),
    (
        "2020-autumn undated",
        "udatert; etter innholdet høsten 2020",
        "udatert; etter innhaldet hausten 2020",
        "undated; by what it tells, autumn 2020",
    ),
    (
        "2021-05 inferred",
        "mai 2021, etter innholdet",
        "mai 2021, etter innhaldet",
        "May 2021, by what it tells",
    ),
    ("undated", "udatert", "udatert", "undated"),
    (
        "after-status-date",
        "etter statusdatoen",
        "etter statusdatoen",
        "after the status date",
    ),
    ("påska 2021", "påska 2021", "påska 2021", "påska 2021"),
    ("2021-05/x", "2021-05/x", "2021-05/x", "2021-05/x"),
    ("2021/2022/2023", *["2021/2022/2023"] * 3),
    ("", "", "", ""),
]


def told(app, locale, function, code):
    with app.test_request_context(), force_locale(locale):
        return function(code)


@pytest.mark.parametrize(("code", "nb", "nn", "en"), DATES)
def test_a_date_is_told_in_the_users_language(app, code, nb, nn, en):
    for locale, expected in (("nb_NO", nb), ("nn_NO", nn), ("en_GB", en)):
        assert told(app, locale, source_date, code) == expected


def test_two_months_are_told_once(app):
    assert re.fullmatch(
        r"oktober\s?–\s?november 2023",
        told(app, "nb_NO", source_date, "2023-10/2023-11"),
    )


def test_a_licence_is_told_in_the_users_language(app):
    assert told(app, "nb_NO", licence_text, "facts-only").startswith("Bare fakta")
    assert told(app, "nn_NO", licence_text, "unchecked").startswith("Lisensen er ikkje")
    assert told(app, "en_GB", licence_text, "MIT") == "Licence: MIT"
    assert told(app, "nb_NO", licence_text, "") == ""


def test_every_source_has_a_date_and_a_licence_that_can_be_told():
    with SOURCES.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    for row in rows:
        assert row["licence"] in NAMED | {"facts-only", "unchecked"}, row
        when, *marks = row["date_text"].split()
        assert when in BARE or read_span(when) is not None, row
        assert set(marks) <= {"inferred", "undated"}, row


def test_the_list_of_sources_is_in_bokmal(client):
    page = client.get("/facts/sources").text
    assert "26. juni 2018" in page
    for foreign in ("facts only", "2018-06-26", "Only facts"):
        assert foreign not in page
    assert not re.search(r'class="note" lang=', page)
