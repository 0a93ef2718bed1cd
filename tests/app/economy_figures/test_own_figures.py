"""A municipality's own sums, entered by the office on its word."""

from decimal import Decimal

import pytest

from app.economy_figures.queries import list_own_figures
from app.store import results
from planning.money_facts import Basis
from tests.app.reading import HTMX, as_role, read, text_of

ULSTEIN, FOSEN = "/economy/1516/figures", "/economy/5054/figures"
INVESTMENT = f"{ULSTEIN}/investment-one-off"
TOTAL = f"{FOSEN}/annual-cost-total"


def sent(**given):
    """A sum as its form sends it."""
    return {"amount": "18,5 mill", "price_year": "", "reason": "Sak 12/23", **given}


def own(client, number="1516"):
    with client.application.app_context():
        return {
            kind: (row.amount, row.price_year, row.debt_service, row.reason)
            for kind, row in list_own_figures(number).items()
        }


def inputs(client, number):
    with client.application.app_context():
        plan = results.current_plan()
        return results.evaluation(plan).projections[number].inputs


def part(html, kind):
    """The words on one sum."""
    return text_of(html[html.index(f'id="figure-{kind}"') :].partition("</section>")[0])


def seen(client):
    with client.application.app_context():
        return str(results.revision())


def test_all_sums_of_a_municipality_are_in_the_prices_of_one_year(english):
    english.post(INVESTMENT, data=sent(price_year="2021"))
    benefit = f"{ULSTEIN}/annual-gain"

    answer = english.post(benefit, data=sent(price_year="2024"))
    assert answer.status_code == 422
    assert (
        "Another sum of the municipality is in the prices of 2021. Give all its sums"
        " in the prices of the same year." in text_of(answer.text)
    )
    assert english.post(benefit, data=sent(price_year="2021")).status_code == 303
    assert english.post(INVESTMENT, data=sent(price_year="")).status_code == 303
    assert english.post(INVESTMENT, data=sent(price_year="2021")).status_code == 303
    assert english.post(INVESTMENT, data=sent(price_year="2022")).status_code == 422


def test_without_own_sums_the_page_shows_what_is_reckoned_with(english):
    fosen = english.get(FOSEN).text
    investment = part(fosen, "investment-one-off")
    assert "Reckoned with NOK 18.5m documented" in investment
    assert "nothing entered" in investment
    assert "NOK 18,500,000" in investment
    assert "derived" in part(fosen, "annual-platform-cost")
    assert "NOK 3,500,000, a year, for 15 years" in part(fosen, "annual-cost-total")
    assert "estimate" in part(english.get(ULSTEIN).text, "investment-one-off")
    assert "not known" in part(fosen, "project-cost")


def test_a_sum_is_entered_beats_the_estimate_and_is_taken_back(english):
    before = inputs(english, "1516").investment
    answer = english.post(INVESTMENT, data=sent(price_year="2024"))
    assert answer.status_code == 303
    assert answer.location == f"{ULSTEIN}?moved=1#moved"
    assert own(english) == {
        "investment-one-off": (Decimal(18500000), 2024, "", "Sak 12/23")
    }
    now = inputs(english, "1516").investment
    assert (now.likely, now.basis) == (18_500_000_00, Basis.DECIDED)
    html = english.get(answer.location).text
    assert "Ulstein: “Investment, one-off” is NOK 18,500,000, by its own word" in (
        text_of(html)
    )
    told = part(html, "investment-one-off")
    assert "given by the municipality" in told
    assert "NOK 18,500,000 , prices of 2024" in told
    assert "Sak 12/23" in told
    assert "By Programme office (demonstration), 1 December 2023" in told
    assert "Without its own word about NOK 19.8m (16.3–27.9) estimate" in told
    english.post("/history/1/undo")
    assert own(english) == {}
    assert inputs(english, "1516").investment == before


def test_a_sum_is_replaced_and_removed(english):
    english.post(INVESTMENT, data=sent())
    form = english.get(INVESTMENT).text
    assert 'value="18 500 000"' in form
    assert "Sak 12/23</textarea>" in form
    assert "Without the municipality’s own word: about NOK" in text_of(form)
    english.post(INVESTMENT, data=sent(amount="20 000 000,50", reason="Ny sak"))
    assert own(english)["investment-one-off"][0] == Decimal("20000000.50")
    answer = english.post(f"{INVESTMENT}/remove")
    assert answer.status_code == 303
    assert "own figure for “Investment, one-off” was removed" in read(
        english, answer.location
    )
    assert own(english) == {}
    english.post("/history/3/undo")
    assert own(english)["investment-one-off"][3] == "Ny sak"


def test_a_documented_sum_is_shown_beside_the_own_one(english):
    url = f"{FOSEN}/annual-gain"
    english.post(url, data=sent(amount="1 500 000"))
    told = part(english.get(FOSEN).text, "annual-gain")
    assert "NOK 1,500,000" in told
    assert "NOK 2,000,000, a year" in told
    assert "Without its own word NOK 2.0m documented" in told
    assert inputs(english, "5054").benefit.likely == 1_500_000_00


def test_a_yearly_total_says_whether_the_loan_is_in_it(english):
    without = english.post(TOTAL, data=sent(amount="3 mill"))
    assert without.status_code == 422
    assert "Choose one of the answers." in text_of(without.text)
    english.post(TOTAL, data=sent(amount="3 mill", debt_service="excluded"))
    assert own(english, "5054")["annual-cost-total"][2] == "excluded"
    assert inputs(english, "5054").platform.likely == 3_000_000_00
    told = part(english.get(FOSEN).text, "annual-cost-total")
    assert "interest and instalments not included" in told


def test_a_total_that_the_loan_alone_exceeds_is_refused(english):
    data = sent(amount="1,5 mill", debt_service="included")
    answer = english.post(TOTAL, data=data)
    assert answer.status_code == 422
    assert "comes to about NOK 1,663,9" in text_of(answer.text)
    assert own(english, "5054") == {}
    # Where the investment is an estimate, nobody knows what the loan comes to.
    url = f"{ULSTEIN}/annual-cost-total"
    assert english.post(url, data=data).status_code == 303


def test_the_platforms_own_cost_goes_before_the_total(english):
    english.post(TOTAL, data=sent(amount="4 mill", debt_service="included"))
    english.post(f"{FOSEN}/annual-platform-cost", data=sent(amount="2 mill"))
    assert inputs(english, "5054").platform.likely == 2_000_000_00
    told = part(english.get(FOSEN).text, "annual-cost-total")
    assert "Not reckoned with: the platform’s own cost has been entered." in told


def test_an_own_project_cost_is_no_longer_nothing(english):
    english.post(f"{ULSTEIN}/project-cost", data=sent(amount="500 000"))
    assert inputs(english, "1516").project.likely == 500_000_00


def test_the_own_sum_is_no_case_for_others(english):
    before = inputs(english, "1517").investment
    english.post(INVESTMENT, data=sent(amount="90 mill"))
    assert inputs(english, "1517").investment == before


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"amount": ""}, "Give the sum."),
        ({"amount": "1.234"}, "can be read in two ways"),
        ({"amount": "-1"}, "A sum can’t be less than nothing."),
        ({"amount": "much"}, "“much” is no sum."),
        ({"amount": "200 000 mill"}, "more than 100 billion kroner"),
        ({"price_year": "1999"}, "Write a year from 2000 to 2100"),
        ({"price_year": "soon"}, "“soon” is no whole number."),
        ({"reason": " "}, "Say where the sum comes from."),
        ({"reason": "x" * 501}, "Write at most 500 characters."),
    ],
)
def test_what_cannot_be_is_refused_and_stays_as_typed(english, given, told):
    answer = english.post(INVESTMENT, data=sent(**given), headers=HTMX)
    assert answer.status_code == 422
    assert told in text_of(answer.text)
    assert "<html" not in answer.text
    for name, typed in given.items():
        assert name == "reason" or f'value="{typed}"' in answer.text
    assert "<html" in english.post(INVESTMENT, data=sent(**given)).text
    assert own(english) == {}


def test_the_second_of_two_is_told_of_the_first(english):
    first = seen(english)
    english.post(INVESTMENT, data=sent(seen=first))
    assert (
        english.post(INVESTMENT, data=sent(amount="1", seen=first)).status_code == 409
    )
    assert english.post(f"{INVESTMENT}/remove", data={"seen": first}).status_code == 409
    assert own(english)["investment-one-off"][0] == Decimal(18500000)


def test_the_same_again_is_no_change(english):
    english.post(INVESTMENT, data=sent())
    answer = english.post(INVESTMENT, data=sent(amount="18 500 000"))
    assert answer.location == ULSTEIN
    assert seen(english) == "2"


@pytest.mark.parametrize(
    "url",
    [
        "/economy/9999/figures",
        "/economy/9999/figures/project-cost",
        f"{ULSTEIN}/deficit",
        f"{ULSTEIN}/nothing",
    ],
)
def test_what_there_is_not_is_not_found(client, url):
    assert client.get(url).status_code == 404


def test_nothing_to_remove_is_not_found(client):
    assert client.post(f"{INVESTMENT}/remove").status_code == 404


def test_with_htmx_the_answer_leads_to_the_page(english):
    answer = english.post(INVESTMENT, data=sent(), headers=HTMX)
    assert answer.status_code == 204
    assert answer.headers["HX-Redirect"] == f"{ULSTEIN}?moved=1#moved"


@pytest.mark.parametrize("role", ["council", "working-group"])
def test_everybody_looks_and_the_office_alone_enters(client, role):
    as_role(client, role)
    html = client.get(ULSTEIN).text
    assert 'id="figure-investment-one-off"' in html
    assert INVESTMENT not in html
    assert client.get(INVESTMENT).status_code == 403
    assert client.post(INVESTMENT, data=sent()).status_code == 403
    assert client.post(f"{INVESTMENT}/remove").status_code == 403
