"""What the documents say of three municipalities has to come out of the engine."""

import pytest

from planning.finance.loans import LoanTerms
from planning.finance.projection import Provenance, ReadingName
from planning.money_facts import Basis, LoanKind
from tests.planning.finance.cases import (
    AVEROY,
    HUSTADVIKA,
    INDRE_FOSEN,
    kroner,
    million,
    projection,
    timing,
)

NOVEMBER_2022 = timing("2022-11-30", closed="2023-03-28")


def in_millions(ore: int) -> float:
    return ore / million(1)


def test_indre_fosen_is_half_a_million_a_year_better() -> None:
    found = projection(INDRE_FOSEN, NOVEMBER_2022)

    assert (found.first_averaged, found.last_averaged) == (2023, 2037)
    averages = found.summary.average_annual
    assert averages.cost == million(3.5)
    assert averages.legacy_saved == million(2)
    assert averages.benefit == million(2)
    assert averages.net == million(0.5)
    assert found.provenance is Provenance.DOCUMENTED


def test_indre_fosens_benefits_may_fall_to_three_quarters() -> None:
    summary = projection(INDRE_FOSEN, NOVEMBER_2022).summary

    assert summary.break_even_benefit_share == 0.75
    assert summary.break_even_year == 2031


def test_indre_fosens_present_value() -> None:
    npv = projection(INDRE_FOSEN, NOVEMBER_2022).summary.npv

    assert in_millions(npv) == pytest.approx(5.559, abs=0.0005)


def test_indre_fosens_platform_is_what_the_loan_leaves_of_the_total() -> None:
    platform = projection(INDRE_FOSEN, NOVEMBER_2022).inputs.platform

    assert in_millions(platform.likely) == pytest.approx(1.8361, abs=0.00005)
    assert platform.basis is Basis.DERIVED
    assert platform.figures == ("E02", "E01")


def test_every_year_of_indre_fosen_is_level() -> None:
    go_live, *after = projection(INDRE_FOSEN, NOVEMBER_2022).years

    assert (go_live.year, go_live.legacy) == (2022, million(2))
    assert go_live.investment == go_live.loan_drawn == million(18.5)
    assert (go_live.platform, go_live.legacy_saved, go_live.benefit) == (0, 0, 0)
    assert go_live.net == 0
    assert [it.year for it in after] == list(range(2023, 2038))
    assert {it.cost for it in after} == {million(3.5)}
    assert {it.net for it in after} == {million(0.5)}


def test_averoy_is_read_in_two_ways() -> None:
    found = projection(AVEROY, timing("2024-11-09"))

    included, excluded = found.readings
    assert included.name is ReadingName.DEBT_SERVICE_INCLUDED
    assert included.summary == found.summary
    assert included.summary.average_annual.cost == million(2.2)
    assert in_millions(included.platform.likely) == pytest.approx(0.5271, abs=0.00005)
    assert excluded.name is ReadingName.DEBT_SERVICE_EXCLUDED
    assert excluded.platform.likely == million(2.2)
    cost = excluded.summary.average_annual.cost
    assert in_millions(cost) == pytest.approx(2.2 + 1.6729, abs=0.0001)


def test_what_averoy_saves_and_gains_rests_on_one_case() -> None:
    inputs = projection(AVEROY, timing("2024-11-09")).inputs

    for sourced in (inputs.legacy, inputs.benefit):
        assert sourced.basis is Basis.ONE_CASE
        assert sourced.likely == kroner(200 * 5872)
        assert not sourced.has_range


def test_hustadvika_borrows_in_two_years() -> None:
    before, go_live, first, *_ = projection(HUSTADVIKA, timing("2023-11-03")).years

    assert (before.year, before.loan_drawn, before.interest) == (2022, million(2), 0)
    # Four percent of two million; the instalments begin after go-live.
    assert (go_live.loan_drawn, go_live.interest) == (million(28), kroner(80_000))
    assert (go_live.instalment, go_live.balance) == (0, million(30))
    assert (first.year, first.interest) == (2024, kroner(1_200_000))


def test_hustadvikas_loan_is_paid_back_in_full() -> None:
    years = projection(HUSTADVIKA, timing("2023-11-03")).years

    assert sum(it.loan_drawn for it in years) == million(30)
    assert sum(it.instalment for it in years) == million(30)
    assert years[-1].balance == 0


def test_hustadvikas_years_follow_its_go_live() -> None:
    years = projection(HUSTADVIKA, timing("2025-11-03")).years

    drawn = {it.year: it.loan_drawn for it in years if it.loan_drawn}
    assert drawn == {2024: million(2), 2025: million(28)}


def test_a_council_can_look_at_the_other_loan() -> None:
    serial = LoanTerms(kind=LoanKind.SERIAL)
    found = projection(INDRE_FOSEN, NOVEMBER_2022, loan=serial)

    assert in_millions(found.years[1].cost) == pytest.approx(1.9733 + 1.8361, abs=1e-4)
    assert found.inputs == projection(INDRE_FOSEN, NOVEMBER_2022).inputs
    assert found.loan == serial
