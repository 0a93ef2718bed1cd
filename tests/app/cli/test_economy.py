"""`bolgeplan economy` on the programme as the fixtures have it."""

import re
from collections.abc import Callable

import pytest
from sqlalchemy import delete, update

from app.extensions import db
from app.store.tables import AssumptionRow, MoneyFigureRow, PlacementRow, WaveRow
from tests.app.cli.conftest import Run
from tests.app.conftest import MakeApp

Change = Callable[..., None]

INDRE_FOSEN, AVEROY, HUSTADVIKA, ULSTEIN = "5054", "1554", "1579", "1516"
IS_GAIN = MoneyFigureRow.kind == "annual-gain"
CONTRACT = (
    *("municipality", "plan", "prices", "price_year", "provenance", "investment"),
    *("average_annual", "break_even_benefit_share", "npv", "discount_rate"),
    *("break_even_year", "years", "alternatives"),
)


@pytest.fixture
def change(database_url: str, make_app: MakeApp) -> Change:
    """Return what runs a statement on the database that the commands work on."""
    app = make_app(database_url)

    def execute(statement) -> None:
        with app.app_context():
            db.session.execute(statement)
            db.session.commit()

    return execute


@pytest.fixture
def document(run: Run):
    """Return what gives the document of a municipality."""

    def read(municipality: str):
        answer = run("economy", municipality, "--format", "json")
        assert (answer.status, answer.err) == (0, "")
        return answer.document

    return read


def test_prices_are_fixed_where_all_sums_are_in_those_of_one_year(
    document, change: Change
) -> None:
    own = MoneyFigureRow.municipality == INDRE_FOSEN
    change(update(MoneyFigureRow).where(own).values(price_year=2022))
    found = document(INDRE_FOSEN)
    assert (found["prices"], found["price_year"]) == ("fixed", 2022)
    assert found["price_years"] == []

    change(update(MoneyFigureRow).where(own, IS_GAIN).values(price_year=2024))
    found = document(INDRE_FOSEN)
    assert (found["prices"], found["price_year"]) == ("nominal", None)
    assert found["price_years"] == [2022, 2024]


def test_what_indre_fosen_documents_comes_out_to_the_krone(document) -> None:
    found = document(INDRE_FOSEN)

    assert found["municipality"] == INDRE_FOSEN
    assert (found["plan"], found["prices"], found["price_year"]) == (
        *("current", "nominal"),
        None,
    )
    assert (found["provenance"], found["investment"]) == ("documented", 18_500_000)
    assert found["average_annual"] == {
        "cost": 3_500_000,
        "legacy_saved": 2_000_000,
        "benefit": 2_000_000,
        "net": 500_000,
    }
    assert found["break_even_benefit_share"] == 0.75
    assert round(found["npv"], -3) == 5_559_000
    assert (found["break_even_year"], found["discount_rate"]) == (2031, 0.04)
    assert (found["first_averaged"], found["last_averaged"]) == (2023, 2037)
    assert found["inputs"]["platform"]["basis"] == "derived"
    assert round(found["inputs"]["platform"]["likely"], -2) == 1_836_100
    assert found["ranges"] is None


def test_the_document_has_all_that_scripts_rely_on(document) -> None:
    found = document(ULSTEIN)

    assert set(CONTRACT) <= set(found)
    assert set(found["average_annual"]) == {"cost", "legacy_saved", "benefit", "net"}
    assert set(found["years"][0]) >= {
        *("year", "investment", "loan_drawn", "interest", "instalment", "project"),
        *("platform", "legacy", "legacy_saved", "benefit", "net"),
    }
    assert all(isinstance(it["net"], int) for it in found["years"])
    assert all(
        {"name", "average_annual_net", "npv"} <= set(it) for it in found["alternatives"]
    )


def test_the_rows_of_every_year_add_up(document) -> None:
    for number in (INDRE_FOSEN, AVEROY, HUSTADVIKA, ULSTEIN):
        found = document(number)
        for it in found["years"]:
            costs = it["platform"] + it["project"] + it["interest"] + it["instalment"]
            drawn = it["loan_drawn"] - it["investment"]
            gains = it["legacy_saved"] + it["benefit"]
            assert it["net"] == gains - costs + drawn
        assert found["loan"]["drawn"] == sum(it["instalment"] for it in found["years"])


def test_the_loan_costs_what_it_is_known_to(document) -> None:
    loan = document(INDRE_FOSEN)["loan"]

    assert (loan["kind"], loan["rate"], loan["term_years"]) == ("annuity", 0.04, 15)
    assert loan["drawn"] == 18_500_000
    assert round(loan["interest_total"], -3) == 6_459_000


def test_averoys_yearly_sum_is_read_in_two_ways(document) -> None:
    found = document(AVEROY)

    included, excluded = found["readings"]
    assert [included["name"], excluded["name"]] == [
        "debt-service-included",
        "debt-service-excluded",
    ]
    assert included["average_annual"] == found["average_annual"]
    assert found["average_annual"]["cost"] == 2_200_000
    assert excluded["platform"] == 2_200_000
    assert excluded["average_annual"]["net"] < 0 < included["average_annual"]["net"]
    assert found["provenance"] == "partly-documented"


def test_hustadvikas_one_sum_falls_in_two_years(document) -> None:
    years = {it["year"]: it for it in document(HUSTADVIKA)["years"]}

    assert years[2022]["investment"] == 2_000_000
    assert years[2023]["investment"] == 28_000_000
    assert years[2023]["interest"] == 80_000


def test_an_estimate_has_its_range_and_says_what_it_rests_on(document) -> None:
    found = document(ULSTEIN)

    assert found["provenance"] == "estimated"
    investment = found["inputs"]["investment"]
    assert investment["per_inhabitant"] == [1_850, 2_250, 3_170]
    assert investment["likely"] == 2_250 * found["inputs"]["population"]
    assert investment["low"] < investment["likely"] < investment["high"]
    for one_case in ("legacy", "benefit"):
        figure = found["inputs"][one_case]
        assert figure["basis"] == "one-case"
        assert figure["low"] == figure["likely"] == figure["high"]
    assert found["inputs"]["project"]["basis"] == "missing"
    worst, best = (
        found["ranges"][it]["average_annual"]["net"]
        for it in ("unfavourable", "favourable")
    )
    assert worst < found["average_annual"]["net"] < best


def test_the_alternatives_stand_side_by_side(document) -> None:
    as_planned, later, after, stay = document(ULSTEIN)["alternatives"]

    assert (as_planned["name"], as_planned["wave"]) == ("as-planned", "K13")
    assert (later["name"], later["wave"]) == ("later-wave", "K14")
    assert (after["name"], after["wave"]) == ("after-programme", None)
    assert as_planned["go_live"] < later["go_live"] < after["go_live"]
    assert (stay["name"], stay["average_annual_net"], stay["npv"]) == ("stay", 0, 0)


def test_who_is_live_has_no_other_date(document) -> None:
    found = [it["name"] for it in document(INDRE_FOSEN)["alternatives"]]
    assert found == ["as-planned", "stay"]


def test_the_economic_plan_covers_the_next_four_years(document) -> None:
    plan = document(INDRE_FOSEN)["four_year_plan"]
    assert [it["year"] for it in plan["years"]] == [2024, 2025, 2026, 2027]
    assert plan["net"] == 2_000_000


def test_the_minimum_instalment_is_checked_every_year(document) -> None:
    found = document(INDRE_FOSEN)["minimum_instalment"]

    assert len(found) == 15
    first = found[0]
    assert first["minimum"] == 18_500_000 // 15
    assert not first["is_met"]
    assert found[-1]["is_met"]


def test_a_municipality_is_asked_for_by_its_name(document) -> None:
    assert document("averøy") == document(AVEROY)
    assert document("Indre Fosen")["name"] == "Indre Fosen"


def test_an_unknown_municipality_is_refused_with_what_may_be_meant(run: Run) -> None:
    answer = run("economy", "Ulsten")

    assert (answer.status, answer.out) == (2, "")
    assert "There is no municipality “Ulsten”" in answer.err
    assert "1516 Ulstein" in answer.err
    assert run("economy", ULSTEIN, "--plan", "nothing").status == 2


def test_without_a_wave_there_is_nothing_to_reckon_from(
    run: Run, change: Change
) -> None:
    change(delete(PlacementRow).where(PlacementRow.municipality == ULSTEIN))
    answer = run("economy", ULSTEIN)

    assert (answer.status, answer.out) == (1, "")
    assert (
        "Ulstein is in no wave of the plan “The rollout plan of November 2023”"
        in answer.err
    )


def test_without_a_date_there_is_nothing_to_reckon_from(
    run: Run, change: Change
) -> None:
    undated = {"window_first": None, "window_last": None, "set_day": None}
    change(update(WaveRow).where(WaveRow.code == "K13").values(**undated))
    answer = run("economy", ULSTEIN, "--format", "json")

    assert (answer.status, answer.out) == (1, "")
    assert "The wave K13 that Ulstein is in has no date" in answer.err


def test_people_read_sums_ranges_and_how_they_are_known(run: Run) -> None:
    answer = run("economy", ULSTEIN)

    assert (answer.status, answer.err) == (0, "")
    told = re.sub(r" {2,}", "  ", answer.out)
    assert "Ulstein (1516), The rollout plan of November 2023: estimated" in told
    assert "Investment, once  about NOK 19.8m  NOK 16.3–27.9m  estimate" in told
    assert "Benefits, a year  about NOK 1.8m  estimate from one case" in told
    assert "Own project before go-live  –  not known" in told
    assert "The years hold estimates" in told
    assert "NOK 2,250 per inhabitant (NOK 1,850 to NOK 3,170), from E01, E06" in told


def test_people_read_what_is_documented_to_the_krone(run: Run) -> None:
    told = re.sub(r" {2,}", "  ", run("economy", INDRE_FOSEN).out)

    assert "Investment, once  NOK 18,500,000  documented" in told
    assert "Net a year, average  NOK 500,000  derived" in told
    assert "Share of the benefit that must come true  75%  derived" in told
    assert "below the lawful minimum in" in told
    assert "estimate" not in told


def test_both_readings_are_told_to_people(run: Run) -> None:
    told = re.sub(r" {2,}", "  ", run("economy", AVEROY).out)

    assert "can be read in two ways" in told
    assert "Interest and instalments are in it  NOK 527,096" in told
    assert "Interest and instalments come on top  NOK 2,200,000" in told


def test_bokmal_is_spoken(run: Run) -> None:
    answer = run("economy", INDRE_FOSEN, BOLGEPLAN_LANGUAGE="nb")

    assert answer.status == 0
    assert "Nøkkeltall" in answer.out
    assert "18\u00a0500\u00a0000 kr" in answer.out.replace("\u202f", "\u00a0")


def test_a_total_that_the_loan_exceeds_is_told(run: Run, change: Change) -> None:
    change(
        update(AssumptionRow)
        .where(AssumptionRow.key == "loan_rate")
        .values(value="0.2")
    )
    told = run("economy", INDRE_FOSEN).out
    assert "The yearly sum of NOK 3.5m is said to hold the loan" in told
