"""The least instalment of the municipal act, for one loan."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planning.finance.loans import LoanTerms
from planning.finance.minimum import check_instalments, minimum_instalments
from planning.finance.projection import YearFlow
from planning.money_facts import FigureKind, LoanKind
from tests.planning.finance.cases import (
    HUSTADVIKA,
    INDRE_FOSEN,
    facts,
    figure,
    kroner,
    projection,
    timing,
)

LIVE = timing("2022-11-30")


def test_the_first_instalments_of_an_annuity_fall_short() -> None:
    first, *_, last = check_instalments(
        projection(INDRE_FOSEN, LIVE), depreciation_years=15
    )

    # A fifteenth of 18.5 million, against what is left of the payment.
    assert (first.year, first.minimum) == (2023, kroner(1_233_333))
    assert first.instalment == kroner(1_663_910 - 740_000)
    assert not first.is_met
    assert first.shortfall == kroner(1_233_333 - 923_910)
    assert (last.year, last.is_met, last.shortfall) == (2037, True, 0)


def test_years_before_the_loan_is_paid_back_are_not_asked_of() -> None:
    found = check_instalments(
        projection(HUSTADVIKA, timing("2023-11-03")), depreciation_years=15
    )

    assert [it.year for it in found] == list(range(2024, 2039))


def test_an_asset_that_is_used_up_leaves_the_whole_debt_due() -> None:
    found = check_instalments(projection(INDRE_FOSEN, LIVE), depreciation_years=5)

    debts = [
        flow.balance + flow.instalment for flow in projection(INDRE_FOSEN, LIVE).years
    ]
    assert [it.minimum for it in found[4:]] == debts[5:]
    # Only the last instalment clears what is left.
    assert [it.is_met for it in found[4:]] == [False] * 10 + [True]


def test_an_asset_is_written_off_over_a_year_at_least() -> None:
    with pytest.raises(ValueError, match="written off"):
        minimum_instalments([YearFlow(year=2023)], depreciation_years=0)


@given(
    st.integers(0, 10**8),
    st.integers(1, 40),
    st.integers(0, 10),
    st.integers(0, 2000).map(lambda parts: Decimal(parts) / 10_000),
)
def test_a_serial_loan_no_longer_than_the_asset_lasts_is_enough(
    amount: int, years: int, longer: int, rate: Decimal
) -> None:
    terms = LoanTerms(kind=LoanKind.SERIAL, rate_per_year=rate, years=years)
    investment = figure(INDRE_FOSEN, FigureKind.INVESTMENT, amount / 1_000_000)
    found = projection(INDRE_FOSEN, LIVE, facts=facts(investment), loan=terms)

    checked = check_instalments(found, depreciation_years=years + longer)
    assert all(it.is_met for it in checked)
