"""The yearly table as a file, in the language of the municipality's papers."""

import csv
import io

import pytest

HAREID = "/municipalities/1517/money.csv"
INDRE_FOSEN = "/municipalities/5054/money.csv"


def rows(response):
    assert response.status_code == 200
    assert response.mimetype == "text/csv"
    text = response.get_data().decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text), delimiter=";"))


def choose(client, locale):
    client.post("/language", data={"language": locale, "page": "/"})


def test_it_holds_every_year_in_whole_kroner(client):
    heading, *years = rows(client.get(INDRE_FOSEN))
    assert heading[:2] == ["År", "Investering, kr"]
    assert [row[0] for row in years] == [str(year) for year in range(2022, 2038)]
    assert "18500000" in {row[1] for row in years}
    assert [row[-1] for row in years].count("produksjonssetting") == 1


def test_a_column_that_is_estimated_says_so(client):
    heading, *_years = rows(client.get(f"{HAREID}?language=nb"))
    estimated = [it for it in heading if it.endswith("(anslag)")]
    assert estimated[0] == "Investering, kr (anslag)"
    assert "Netto, kr (anslag)" in estimated


def test_it_is_in_the_municipalitys_own_form(client):
    response = client.get(HAREID)
    assert response.headers["Content-Language"] == "nn"
    assert rows(response)[0][-1] == "Merknad"
    assert "Renter, kr (overslag)" in rows(response)[0]
    assert client.get(INDRE_FOSEN).headers["Content-Language"] == "nb"


def test_the_users_own_choice_goes_before_it(client):
    choose(client, "en_GB")
    response = client.get(HAREID)
    assert response.headers["Content-Language"] == "en"
    assert rows(response)[0][0] == "Year"


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_the_address_may_ask_for_a_language(client, language):
    choose(client, "en_GB")
    response = client.get(f"{HAREID}?language={language}")
    assert response.headers["Content-Language"] == language


def test_the_page_offers_the_own_form_first(client):
    html = client.get("/municipalities/1517/money").text
    at = [html.index(f"money.csv?language={it}") for it in ("nn", "nb", "en")]
    assert at == sorted(at)


def test_the_loan_that_is_looked_at_is_in_it(client):
    assert rows(client.get(INDRE_FOSEN)) != rows(client.get(f"{INDRE_FOSEN}?rate=8"))


def test_without_a_date_or_a_municipality_there_is_none(client):
    assert client.get("/municipalities/9999/money.csv").status_code == 404
