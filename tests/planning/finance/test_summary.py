"""Key figures by hand."""

from dataclasses import replace
from decimal import Decimal

import pytest

from planning.finance.cashflow import project_economy
from planning.finance.projection import Inputs, Sourced, Summary
from planning.finance.summary import present_value
from planning.money_facts import Assumptions, Basis
from tests.planning.finance.cases import ULSTEIN, kroner, timing


def level(amount: int) -> Sourced:
    """A documented sum in kroner."""
    ore = kroner(amount)
    return Sourced(likely=ore, low=ore, high=ore, basis=Basis.DOCUMENTED)


def summary(**sums: int) -> Summary:
    """What level sums in kroner come to, over ten years without interest."""
    given = {
        name: level(sums.get(name, 0))
        for name in ("investment", "platform", "legacy", "benefit", "project")
    }
    assumptions = replace(
        Assumptions(),
        loan_rate=Decimal(0),
        loan_term_years=10,
        discount_rate=Decimal(0),
    )
    inputs = Inputs(population=1000, **given)
    return project_economy(ULSTEIN, inputs, timing("2024-06-01"), assumptions).summary


def test_the_first_year_that_has_paid_it_back() -> None:
    assert summary(investment=1000, legacy=500).break_even_year == 2026
    assert summary(investment=1001, legacy=500).break_even_year == 2027


def test_what_is_not_paid_back_within_the_years_never_breaks_even() -> None:
    assert summary(investment=5001, legacy=500).break_even_year is None


def test_what_costs_nothing_breaks_even_at_once() -> None:
    assert summary(legacy=500).break_even_year == 2024


def test_the_share_of_the_benefits_that_must_come_true() -> None:
    # A hundred a year for the loan, thirty saved: seventy of the benefits are needed.
    found = summary(investment=1000, legacy=30, benefit=140)

    assert found.break_even_benefit_share == 0.5


def test_more_than_all_benefits_may_be_needed() -> None:
    assert summary(investment=1000, benefit=50).break_even_benefit_share == 2


def test_no_benefit_is_needed_where_the_old_systems_cost_more() -> None:
    found = summary(investment=1000, legacy=500, benefit=10)

    assert found.break_even_benefit_share == 0


def test_without_benefits_there_is_no_share() -> None:
    assert summary(investment=1000).break_even_benefit_share is None


def test_averages_add_up_as_they_are_printed() -> None:
    averages = summary(
        investment=1000, platform=33, legacy=77, benefit=11
    ).average_annual

    assert averages.cost == kroner(133)
    assert averages.net == averages.legacy_saved + averages.benefit - averages.cost


@pytest.mark.parametrize(
    ("years_before", "worth"), [(0, 100), (1, 104), (-1, 96), (2, 108)]
)
def test_a_flow_is_worth_less_the_later_it_comes(years_before: int, worth: int) -> None:
    found = present_value(
        [kroner(100)], years_before=years_before, rate=Decimal("0.04")
    )

    assert found == kroner(worth)


def test_no_flows_are_worth_nothing() -> None:
    assert present_value([], years_before=3, rate=Decimal("0.04")) == 0
