"""The economy page: what is known, what is estimated, and the table of all."""

import re
from decimal import Decimal

import pytest
from flask.testing import FlaskClient
from sqlalchemy import update

from app.extensions import db
from app.store.tables import OwnFigureRow, WaveRow
from tests.app.reading import HTMX, as_role, part, read, text_of


def names(client: FlaskClient, **query: str) -> list[str]:
    """The municipalities of both tables, in their order."""
    response = client.get("/economy", query_string=query)
    assert response.status_code == 200
    return re.findall(
        r'<th scope="row"><a href="/municipalities/\d{4}/money">([^<]+)</a>',
        response.text,
    )


def table_row(html: str, name: str) -> str:
    """The words of a municipality's row."""
    return text_of(html[html.index(f">{name}</a></th>") :].partition("</tr>")[0])


def test_what_is_documented_and_what_is_estimated_stand_apart(english):
    told = text_of(part(english.get("/economy").text, "in-all"))

    assert "NOK 67.1m Documented investment Averøy, Hustadvika, Indre Fosen" in told
    assert (
        "about NOK 1,622m Estimated investment in the 63 municipalities where it is"
        " not known" in told
    )
    assert "Estimated net a year in the 65 municipalities where not all sums" in told
    assert "Range: NOK 1,334–2,285m" in told
    assert "NOK +0.5m Net a year, documented Indre Fosen" in told
    assert "With some: 2. Estimated throughout: 63. In all: 66." in told
    assert "NOK 478m of it for Trondheim alone" in told


def test_sums_by_wave_say_how_much_of_them_is_estimated(english):
    html = part(english.get("/economy").text, "waves")

    pd2 = text_of(html[html.index("wave=PD2") :].partition("</tr>")[0])
    assert "about 72.9 of which estimated 54.4 (44.7–76.6)" in pd2
    assert "1 known investment" in pd2
    assert "In all 66 3 known investments 750,070 about 1,689.1" in text_of(html)


def test_a_wave_and_a_region_lead_to_their_municipalities(client):
    page = client.get("/economy").text
    assert 'href="/economy?wave=K13#municipalities"' in page
    assert 'href="/economy?region=namdal#municipalities"' in page


def test_years_that_are_the_same_share_a_line(english):
    told = text_of(part(english.get("/economy").text, "years"))

    assert "2022 8 about 553.4 of which estimated 532.9" in told
    assert "2028–2037 each year 66 –" in told
    assert "2041 8" in told


def test_all_66_are_there_documented_ones_first(client):
    found = names(client)
    assert len(found) == 66
    assert found[:3] == ["Averøy", "Hustadvika", "Indre Fosen"]
    assert found[3:5] == ["Aukra", "Aure"]
    assert found[-1] == "Ålesund"


def test_indre_fosen_is_a_fact_and_ulstein_an_estimate(english):
    html = english.get("/economy").text

    fact = table_row(html, "Indre Fosen")
    assert "18.5 +0.50 +5.6 2031 75% documented" in fact
    assert "about" not in fact
    guess = table_row(html, "Ulstein")
    assert "about 19.8 (16.3–27.9) about +0.12 (−2.28 to 1.23)" in guess
    assert "about 2036 2032 at best about 93%" in guess
    assert "estimated" in guess


def test_both_readings_of_averoy_are_shown(english):
    told = table_row(english.get("/economy").text, "Averøy")

    assert "18.6 about +0.08 or −1.59" in told
    assert "or not by 2039" in told
    assert "the yearly sum can be read in two ways" in told


def test_filters_narrow_the_table_and_nothing_else(english):
    assert len(names(english, wave="K13")) == 9
    assert len(names(english, wave="k13")) == 9
    assert len(names(english, region="namdal")) == 12
    assert names(english, basis="documented") == ["Indre Fosen"]
    assert names(english, basis="partly-documented") == ["Averøy", "Hustadvika"]
    assert len(names(english, basis="estimated")) == 63
    assert names(english, trust="STO", wave="PD1") == ["Trondheim"]
    assert names(english, q="aalesund") == ["Ålesund"]
    assert "about NOK 1,622m" in read(english, "/economy", wave="K13")
    assert "9 of 66 municipalities." in read(english, "/economy", wave="K13")


def test_a_filter_that_finds_nobody_says_so(english):
    html = english.get("/economy?q=nowhere").text
    assert "No municipality is like that" in html
    assert "municipalities.csv" not in html


@pytest.mark.parametrize(
    ("sort", "first", "last"),
    [
        ("population", "Røyrvik", "Trondheim"),
        ("investment", "Røyrvik", "Trondheim"),
        ("wave", "Trondheim", "Stjørdal"),
    ],
)
def test_a_column_sorts_both_ways(client, sort, first, last):
    found = names(client, sort=sort, basis="estimated")
    assert (found[0], found[-1]) == (first, last)
    turned = names(client, sort=sort, order="desc", basis="estimated")
    assert set(turned) == set(found)
    if sort != "wave":
        assert turned == found[::-1]


@pytest.mark.parametrize("sort", ["net", "npv", "break-even", "share", "name", "odd"])
def test_every_order_holds_everybody(client, sort):
    assert len(names(client, sort=sort)) == 66


def test_a_heading_says_how_it_sorts_and_turns(client):
    page = client.get("/economy?sort=net&wave=K13").text
    assert 'aria-sort="ascending"' in page
    assert "wave=K13&amp;sort=net&amp;order=desc#municipalities" in page


def test_a_part_is_summed_with_what_is_estimated_of_it(english):
    html = english.get("/economy", query_string={"region": "sio"}).text
    foot = html[html.index("<tfoot>") :].partition("</tfoot>")[0]
    assert "In all" in text_of(foot)
    assert "about" in text_of(foot)


def test_the_cases_behind_the_estimates_are_shown(english):
    told = text_of(part(english.get("/economy").text, "method"))

    assert "Indre Fosen: NOK 1,854" in told
    assert "Hustadvika: NOK 2,249" in told
    assert "Averøy: NOK 3,168" in told
    assert "NOK 2,250 NOK 1,850–3,170" in told
    assert "Averøy: NOK 90 or NOK 375, since the source can be read in two ways" in told
    assert told.count("One case: the true sum may be quite another.") == 2
    assert "from 5,872 to 13,341 inhabitants" in told
    assert "over 15 years at 4% interest" in told


def test_what_is_documented_and_not_used_is_told(english):
    told = text_of(part(english.get("/economy").text, "method"))

    assert "Orkland : Cost of joining in all, NOK 60.0m" in told
    assert "Ålesund : Above the budget, NOK 28.0m" in told
    # The same sum in an older budget is no other sum.
    assert "Hustadvika :" not in told


def test_the_budget_of_2018_is_told_in_both_alternatives(english):
    told = text_of(part(english.get("/economy").text, "method"))
    assert "a budget of NOK 2,400,000, or NOK 4,000,000 in the revised" in told


def give(client: FlaskClient, kind: str, kroner: int, **given) -> None:
    """Enter a sum that Ulstein gives itself."""
    with client.application.app_context():
        db.session.add(
            OwnFigureRow(
                municipality="1516", kind=kind, amount=Decimal(kroner), **given
            )
        )
        db.session.commit()


def test_what_a_municipality_gives_itself_is_no_estimate(english):
    give(english, "investment-one-off", 25_000_000)
    give(english, "project-cost", 1_000_000)
    html = english.get("/economy").text

    told = table_row(html, "Ulstein")
    assert "25.0 about" in told
    assert "partly known own sums given" in told
    assert "documented or given by the municipality" in text_of(part(html, "in-all"))
    assert "NOK 92.1m" in text_of(part(html, "in-all"))
    assert "Own project" in text_of(part(html, "years"))


def test_who_gives_every_sum_is_told_as_given(english):
    for kind in (
        *("investment-one-off", "annual-platform-cost"),
        *("annual-legacy-cost", "annual-gain"),
    ):
        give(english, kind, 3_000_000)
    html = english.get("/economy").text

    told = text_of(part(html, "in-all"))
    assert "a year that is documented or given by the municipality Ulstein, " in told
    assert "With every sum documented or given by the municipality: 1." in told
    assert "Range: NOK −190 to 100m" in told
    assert "in the 64 municipalities where not all sums are known" in told
    assert "documented or given by the municipality own sums" in table_row(
        html, "Ulstein"
    )
    assert names(english, basis="given") == ["Ulstein"]
    assert names(english, basis="documented") == ["Indre Fosen"]


def test_sums_in_other_prices_are_in_no_sum(english):
    kinds = (
        *("investment-one-off", "annual-platform-cost"),
        *("annual-legacy-cost", "annual-gain"),
    )
    for kind in kinds:
        give(english, kind, 3_000_000, price_year=2022)
    told = read(english, "/economy")

    assert "In the prices of other years, and therefore in no sum: Ulstein." in told
    assert "NOK 67.1m Documented investment" in told
    assert "66 of 66 municipalities." in told


def test_who_has_no_date_is_named_and_in_no_sum(english):
    with english.application.app_context():
        undated = {"window_first": None, "window_last": None, "set_day": None}
        db.session.execute(
            update(WaveRow).where(WaveRow.code == "K14").values(**undated)
        )
        db.session.commit()
    told = read(english, "/economy")

    assert "12 municipalities have no date for their go-live and are in no sum:" in told
    assert "54 of 66 municipalities." in told
    assert names(english, region="namdal") == []


def test_without_any_date_there_is_nothing_to_reckon_with(english):
    with english.application.app_context():
        for column in ("window_first", "window_last", "set_day", "actual_first"):
            db.session.execute(update(WaveRow).values({column: None}))
        db.session.execute(update(WaveRow).values(actual_last=None))
        db.session.commit()
    assert "There is nothing to reckon with" in read(english, "/economy")


def test_looking_answers_with_the_whole_page_that_htmx_picks_from(client):
    page = client.get("/economy?wave=K13", headers=HTMX).text
    assert 'id="economy-tables"' in page


@pytest.mark.parametrize("role", ["council", "working-group", "programme-office"])
def test_everybody_may_look(client, role):
    assert len(names(as_role(client, role))) == 66


def test_the_page_is_light(client):
    assert len(client.get("/economy").data) < 300_000


def test_bokmal_is_spoken_throughout(client):
    told = read(client, "/economy").replace("\u00a0", " ")
    assert "Dokumentert investering" in told
    assert "ca. 1 622 mill. kr" in told
    assert "Slik er det anslått" in told
