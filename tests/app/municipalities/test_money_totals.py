"""What a reader can add up, and yearly totals that hold the loan."""

import re

from tests.app.reading import part, text_of

INDRE_FOSEN = "/municipalities/5054/money"
ULSTEIN = "/municipalities/1516/money"


def section(client, url, id):
    return text_of(part(client.get(url).text, id)).replace("\u00a0", " ")


def test_the_saving_is_compared_as_exactly_as_it_is_told(client):
    client.post("/economy/assumptions/loan_rate", data={"value": "4,1", "note": ""})
    assert "gir det samme" in section(client, INDRE_FOSEN, "saving")
    html = client.get(f"{INDRE_FOSEN}?rate=8").text
    told = text_of(part(html, "saving"))
    assert "en årlig besparelse" in told
    assert "Beregningen" not in told


def test_a_readers_own_sum_of_an_average_year_comes_out(client):
    told = section(client, ULSTEIN, "in-short")
    assert "I et gjennomsnittsår (2026–2040)" in told
    cards = section(client, ULSTEIN, "in-short")
    saved = re.search(r"spares anslagsvis ([\d,]+) mill", told)
    assert saved
    assert f"{saved[1]} mill. kr Spart på dagens systemer" in cards


def test_a_total_that_the_loan_exceeds_is_told_on_both_pages(client):
    client.post("/economy/assumptions/loan_rate", data={"value": "20", "note": ""})
    said = "skal romme lånet, men lånet alene kommer på om lag 4,0 mill. kr i året"
    assert said in section(client, INDRE_FOSEN, "in-short")
    figures = text_of(client.get("/economy/5054/figures").text)
    assert said in figures.replace("\u00a0", " ")


def test_a_total_smaller_than_the_estimated_loan_is_told(client):
    given = {"amount": "1 mill", "debt_service": "included", "reason": "Sak"}
    client.post("/economy/1516/figures/annual-cost-total", data=given)
    said = "skal romme lånet, men et lån bare til den anslåtte investeringen"
    assert said in section(client, ULSTEIN, "in-short")


def test_a_total_of_its_own_makes_the_cost_known(client):
    given = {"amount": "4 mill", "debt_service": "included", "reason": "Sak"}
    client.post("/economy/1516/figures/annual-cost-total", data=given)
    told = section(client, ULSTEIN, "in-short")
    assert "koster det 4,0 mill. kr, medregnet renter og avdrag" in told
    assert "Noen av beløpene er kjent for kommunen selv" in told
