"""The table of the municipalities as a file."""

import csv
import io

from flask.testing import FlaskClient

from tests.app.reading import as_role


def rows(client: FlaskClient, **query: str) -> list[dict[str, str]]:
    """The lines of the file, by the headings of its columns."""
    response = client.get("/economy/municipalities.csv", query_string=query)
    assert response.status_code == 200
    assert response.mimetype == "text/csv"
    assert "bolgeplan-economy-2023-12-01.csv" in response.headers["Content-Disposition"]
    text = response.data.decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text), delimiter=";"))


def test_the_file_has_everybody_with_whole_kroner(english):
    found = {it["Number"]: it for it in rows(english)}

    assert len(found) == 66
    indre_fosen = found["5054"]
    assert indre_fosen["Investment, NOK"] == "18500000"
    assert indre_fosen["Net a year, NOK"] == "500000"
    assert indre_fosen["Share of the benefit that must come true"] == "0,7500"
    assert indre_fosen["How the investment is known"] == "documented"
    assert indre_fosen["Paid back"] == "2031"
    ulstein = found["1516"]
    assert ulstein["How the investment is known"] == "estimate"
    low, likely, high = (
        int(ulstein[it])
        for it in ("Investment, low", "Investment, NOK", "Investment, high")
    )
    assert low < likely < high
    assert ulstein["Larger or smaller than the cases"] == "no"
    assert found["5001"]["Larger or smaller than the cases"] == "yes"


def test_the_file_says_how_the_day_that_costs_count_from_is_known(english):
    found = {it["Number"]: it["Costs from: how it is known"] for it in rows(english)}

    assert found["5001"] == "reported"
    assert found["1516"] == "stated by a document"
    assert "" not in found.values()


def test_the_file_is_what_the_table_shows_in_its_order(english):
    found = rows(english, wave="K13", sort="population", order="desc")

    people = [int(it["Inhabitants"]) for it in found]
    assert len(people) == 9
    assert people == sorted(people, reverse=True)


def test_averoys_other_reading_is_its_worst_case(english):
    (averoy,) = rows(english, q="Averøy")
    assert int(averoy["Net a year, at worst"]) < 0 < int(averoy["Net a year, at best"])


def test_the_file_speaks_the_users_language(client):
    assert "Kommune" in rows(client)[0]


def test_a_council_may_take_the_file(client):
    assert len(rows(as_role(client, "council"))) == 66
