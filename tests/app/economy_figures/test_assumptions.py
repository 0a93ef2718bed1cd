"""What every projection assumes: looked at by all, changed by the office."""

import pytest

from app.extensions import db
from app.store import results
from app.store.tables import AssumptionRow
from tests.app.reading import HTMX, as_role, read, row, text_of

AT = "/economy/assumptions"


def value(client, key):
    with client.application.app_context():
        found = db.session.get(AssumptionRow, key)
        return found.value, found.confidence


def assumed(client):
    with client.application.app_context():
        snapshot = results.evaluation(results.current_plan()).snapshot
        return snapshot.money.assumptions


def projection(client, number):
    with client.application.app_context():
        return results.evaluation(results.current_plan()).projections[number]


def seen(client):
    with client.application.app_context():
        return str(results.revision())


def test_each_is_shown_with_its_value_its_meaning_and_its_source(english):
    html = english.get(AT).text
    assert "Discount rate 4%" in row(html, "assumption-discount_rate")
    assert "Loan term 15 years" in row(html, "assumption-loan_term_years")
    assert "Annuity loan" in row(html, "assumption-loan_kind")
    assert "12 months" in row(html, "assumption-benefit_ramp_months")
    term = row(html, "assumption-loan_term_years")
    assert "The averages cover the same years." in term
    assert "Documented" in term
    assert "Assumed" in row(html, "assumption-loan_rate")
    assert html.count("<tr id=") == 7


def test_the_settings_lead_to_them(english):
    assert f'href="{AT}"' in english.get("/settings").text


@pytest.mark.parametrize(
    ("key", "typed", "kept", "told"),
    [
        ("discount_rate", "4,5", "0.045", "Discount rate: 4.5%"),
        ("loan_rate", "5.25 %", "0.0525", "Loan interest: 5.25%"),
        ("loan_rate", "0", "0", "Loan interest: 0%"),
        ("discount_rate", "20", "0.2", "Discount rate: 20%"),
        ("loan_term_years", "20", "20", "Loan term: 20 years"),
        ("loan_term_years", "1", "1", "Loan term: 1 year"),
        ("loan_kind", "serial", "serial", "Kind of loan: Serial loan"),
        ("benefit_ramp_months", "0", "0", "Time until the whole benefit: 0 months"),
        ("depreciation_years", "10", "10", "Depreciation period: 10 years"),
        ("after_programme_months", "24", "24", "“After the programme”: 24 months"),
    ],
)
def test_one_is_changed_told_and_taken_back(english, key, typed, kept, told):
    before = value(english, key)
    answer = english.post(f"{AT}/{key}", data={"value": typed, "note": "Vedtak"})
    assert answer.status_code == 303
    assert answer.location == f"{AT}?moved=1#moved"
    assert value(english, key) == (kept, "entered")
    page = read(english, answer.location)
    assert f"Money is now reckoned with – {told}" in page
    assert "By Programme office (demonstration), 1 December 2023" in page
    assert str(getattr(assumed(english), key)) == kept
    english.post("/history/1/undo")
    assert value(english, key) == before


def test_a_change_moves_the_money_of_all(english):
    before = projection(english, "5054").summary.npv
    answer = english.post(f"{AT}/discount_rate", data={"value": "6", "note": ""})
    assert projection(english, "5054").summary.npv < before
    assert "No dates moved" in read(english, answer.location)


def test_a_dearer_loan_is_told_with_what_it_costs(english):
    answer = english.post(f"{AT}/loan_rate", data={"value": "6", "note": ""})
    told = read(english, answer.location)
    assert "Loan interest: 6%: 66 municipalities worse off by NOK " in told
    assert "(estimate) in all" in told
    assert "No dates moved." in told
    for page in ("/history", "/history/1"):
        assert "66 municipalities worse off by NOK " in read(english, page)


def test_the_note_is_the_writers_and_the_old_source_is_gone(english):
    english.post(f"{AT}/loan_term_years", data={"value": "20", "note": "Vedtak"})
    with english.application.app_context():
        found = db.session.get(AssumptionRow, "loan_term_years")
        assert (found.source, found.reference, found.note) == ("", "", {"en": "Vedtak"})


def test_the_same_again_is_no_change(english):
    form = english.get(f"{AT}/loan_rate").text
    assert 'value="4"' in form
    # What is said of the value as it was is no note on another one.
    assert "no source states the loan rate" not in form
    answer = english.post(f"{AT}/loan_rate", data={"value": "4,0", "note": ""})
    assert answer.location == AT
    assert value(english, "loan_rate") == ("0.04", "assumed")
    assert "no source states the loan rate" in english.get(AT).text


def test_a_note_can_be_changed_alone_once_it_is_ones_own(english):
    data = {"value": "4", "note": "Rundskriv"}
    english.post(f"{AT}/loan_rate", data=data)
    assert value(english, "loan_rate") == ("0.04", "entered")
    assert "Rundskriv</textarea>" in english.get(f"{AT}/loan_rate").text
    assert english.post(f"{AT}/loan_rate", data=data).location == AT
    english.post(f"{AT}/loan_rate", data={"value": "4", "note": ""})
    with english.application.app_context():
        assert db.session.get(AssumptionRow, "loan_rate").note == {}


@pytest.mark.parametrize(
    ("key", "typed", "told"),
    [
        ("discount_rate", "", "Give a rate from 0 to 20 percent."),
        ("discount_rate", "20,01", "Give a rate from 0 to 20 percent."),
        ("discount_rate", "-1", "“-1” is no rate."),
        ("loan_rate", "0,04", "For four percent, write 4."),
        ("loan_term_years", "0", "Give a whole number of years from 1 to 50."),
        ("loan_term_years", "51", "Give a whole number of years from 1 to 50."),
        ("loan_term_years", "", "Give a whole number of years from 1 to 50."),
        ("loan_term_years", "15,5", "“15,5” is no whole number."),
        ("loan_kind", "bullet", "Not a valid choice"),
        ("benefit_ramp_months", "121", "from 0 to 120."),
        ("after_programme_months", "0", "from 1 to 120."),
        ("depreciation_years", "0", "Give a whole number of years from 1 to 50."),
    ],
)
def test_what_cannot_be_is_refused_and_stays_as_typed(english, key, typed, told):
    before = value(english, key)
    data = {"value": typed, "note": "Because"}
    answer = english.post(f"{AT}/{key}", data=data, headers=HTMX)
    assert answer.status_code == 422
    assert told in text_of(answer.text)
    assert "<html" not in answer.text
    assert "Because</textarea>" in answer.text
    assert key == "loan_kind" or f'value="{typed}"' in answer.text
    assert "<html" in english.post(f"{AT}/{key}", data=data).text
    assert value(english, key) == before


def test_the_second_of_two_is_told_of_the_first(english):
    first = seen(english)
    english.post(f"{AT}/loan_rate", data={"value": "5", "note": "", "seen": first})
    late = {"value": "6", "note": "", "seen": first}
    assert english.post(f"{AT}/loan_rate", data=late).status_code == 409
    assert value(english, "loan_rate")[0] == "0.05"


def test_an_unknown_one_is_not_found(client):
    assert client.get(f"{AT}/inflation").status_code == 404


@pytest.mark.parametrize("role", ["council", "working-group"])
def test_everybody_looks_and_the_office_alone_changes(client, role):
    as_role(client, role)
    html = client.get(AT).text
    assert 'id="assumption-loan_rate"' in html
    assert f"{AT}/loan_rate" not in html
    assert client.get(f"{AT}/loan_rate").status_code == 403
    answer = client.post(f"{AT}/loan_rate", data={"value": "5", "note": ""})
    assert answer.status_code == 403
