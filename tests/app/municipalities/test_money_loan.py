"""Looking at another loan: what comes out, and that nothing is changed."""

from decimal import Decimal

import pytest

from app.municipalities.money_choice import read_loan, read_rate, read_term
from app.store import results
from planning.finance.loans import LoanTerms
from planning.money_facts import LoanKind
from tests.app.reading import part, text_of

URL = "/municipalities/5054/money"
ASSUMED = LoanTerms()


def loan(client, **query):
    html = client.get(URL, query_string=query).text
    return text_of(part(html, "loan")).replace("\u00a0", " ")


def test_both_kinds_stand_side_by_side(client):
    told = loan(client)
    assert "Regnet med et annuitetslån over 15 år til 4 %." in told
    assert "1 663 910 kr 1 663 910 kr 6 458 650 kr" in told
    assert "1 973 333 kr 1 282 666 kr 5 920 000 kr" in told


def test_the_loan_opens_to_its_formula(client):
    told = loan(client)
    assert "18 500 000 kr × 4 % ÷ (1 − (1 + 4 %)⁻¹⁵) = 1 663 910 kr" in told
    assert "18 500 000 kr ÷ 15 = 1 233 333 kr" in told


def test_the_lawful_minimum_is_checked(client):
    told = loan(client)
    annuity, serial = told.split("Serielån", 1)
    assert "ikke overholdt" in annuity
    assert "under lovens minste avdrag i 14 år" in annuity
    assert "minst så store som lovens minste avdrag alle år" in serial


def test_another_loan_can_be_looked_at(client):
    with client.application.app_context():
        before = results.revision()
    told = loan(client, kind="serial", term="20", rate="5,5")
    assert "Du ser på et serielån over 20 år til 5,5 %." in told
    assert "Tilbake til lånet som er forutsatt" in told
    html = client.get(URL, query_string={"kind": "serial", "term": "20"}).text
    assert "2023–2042" in text_of(part(html, "in-short"))
    assert "cash-flow.svg?v=1&amp;kind=serial&amp;term=20&amp;rate=4" in html
    with client.application.app_context():
        assert results.revision() == before


def test_what_is_documented_stays_with_another_loan(client):
    html = client.get(URL, query_string={"rate": "8"}).text
    assert "3 500 000 kr − 1 663 910 kr = 1 836 090 kr" in text_of(
        part(html, "input-platform")
    ).replace("\u00a0", " ")


def test_what_cannot_be_read_is_told_and_kept(client):
    told = client.get(URL, query_string={"term": "many", "rate": "-1"})
    assert told.status_code == 200
    html = part(told.text, "loan")
    assert 'value="many"' in html
    assert 'value="-1"' in html
    assert html.count('aria-invalid="true"') == 2
    assert "Løpetiden er et helt antall år, fra 1 til 50." in text_of(html)
    assert "«-1» er ingen rente. Skriv den i prosent" in text_of(html)


@pytest.mark.parametrize(
    ("text", "rate"),
    [
        ("4", "0.04"),
        ("4,5", "0.045"),
        ("4.5 %", "0.045"),
        ("0", "0"),
        ("20", "0.2"),
    ],
)
def test_a_rate_is_typed_in_percent(text, rate):
    assert read_rate(text) == Decimal(rate)


@pytest.mark.parametrize(
    "text", ["20,1", "-1", "nan", "inf", "1e9", "0,04", "1.234", "4 5"]
)
def test_a_rate_is_refused_as_on_the_form_of_the_assumption(app, text):
    with app.test_request_context(), pytest.raises(ValueError, match=r"\.$"):
        read_rate(text)


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("0,04", "er mindre enn en tidels prosent. For fire prosent, skriv 4."),
        ("1.234", "Skriv renten i prosent, med høyst to desimaler."),
        ("20,1", "Skriv en rente fra 0 til 20 prosent."),
    ],
)
def test_a_share_or_too_many_decimals_are_no_rate(client, typed, told):
    html = part(client.get(URL, query_string={"rate": typed}).text, "loan")
    assert told in text_of(html)
    assert f'value="{typed}"' in html


def test_what_another_loan_leaves_alone_is_told_beside_it(client):
    told = loan(client)
    assert "Et annet lån her lar plattformen koste 1,8 mill. kr i året" in told
    assert "den årlige summen på 3,5 mill. kr" in told
    ulstein = client.get("/municipalities/1516/money").text
    assert "Et annet lån her" not in text_of(part(ulstein, "loan"))


def test_a_single_year_is_no_span(client):
    html = client.get(URL, query_string={"term": "1"}).text
    assert "2023–2023" not in html
    assert "(2023) koster det" in text_of(part(html, "in-short"))


@pytest.mark.parametrize(
    ("text", "years"),
    [("1", 1), ("50", 50), ("51", None), ("0", None), ("1.5", None), ("²", None)],
)
def test_a_term_is_a_whole_number_of_years(text, years):
    assert read_term(text) == years


def test_an_empty_address_asks_for_the_loan_assumed(app):
    with app.test_request_context():
        choice = read_loan({"kind": "gift"}, ASSUMED)
    assert choice.terms == ASSUMED
    assert not choice.is_own
    assert choice.arguments == {}


def test_a_loan_without_interest_can_be_looked_at(client):
    told = loan(client, rate="0", term="1", kind="annuity")
    assert "18 500 000 kr" in told
    assert LoanKind.ANNUITY.value in client.get(URL).text
