"""Loans and present values against another reckoning, and what always holds.

numpy-financial reckons with floats: what is rounded to the krone here is compared
within a krone, and a little more where sums are so large that floats tell less.
"""

from decimal import Decimal

import numpy_financial
import pytest
from hypothesis import given
from hypothesis import strategies as st

from planning.finance.loans import Loan, LoanTerms, annuity_payment, repayments
from planning.finance.summary import present_value
from planning.money import KRONE
from planning.money_facts import LoanKind, Part

PRINCIPALS = st.integers(0, 10**9).map(lambda kroner: kroner * KRONE)
# From 0.01 to 20 percent.
RATES = st.integers(1, 2000).map(lambda parts: Decimal(parts) / 10_000)
TERMS = st.builds(
    LoanTerms,
    kind=st.sampled_from(LoanKind),
    rate_per_year=st.just(Decimal(0)) | RATES,
    years=st.integers(1, 50),
)
ANNUITIES = st.builds(LoanTerms, rate_per_year=RATES, years=st.integers(1, 50))


@st.composite
def loans(draw: st.DrawFn) -> Loan:
    """Sums that are drawn over some years, and paid back."""
    draws = draw(st.dictionaries(st.integers(2015, 2025), PRINCIPALS, max_size=4))
    return Loan(
        draws=tuple(Part(year, ore) for year, ore in draws.items()),
        first_instalment=draw(st.integers(2026, 2030)),
        terms=draw(TERMS),
    )


@given(PRINCIPALS, ANNUITIES)
def test_the_payment_of_an_annuity(principal: int, terms: LoanTerms) -> None:
    expected = -numpy_financial.pmt(
        float(terms.rate_per_year), terms.years, principal / KRONE
    )

    assert annuity_payment(principal, terms) / KRONE == pytest.approx(
        expected, rel=1e-9, abs=0.51
    )


@given(PRINCIPALS, ANNUITIES)
def test_interest_and_instalments_of_an_annuity(
    principal: int, terms: LoanTerms
) -> None:
    loan = Loan(draws=(Part(2022, principal),), first_instalment=2023, terms=terms)

    for period, year in enumerate(repayments(loan)[1:], 1):
        given = (float(terms.rate_per_year), period, terms.years, principal / KRONE)
        interest, instalment = (
            -numpy_financial.ipmt(*given),
            -numpy_financial.ppmt(*given),
        )
        near = {"rel": 1e-8, "abs": 2}
        assert year.interest / KRONE == pytest.approx(float(interest), **near)
        assert year.instalment / KRONE == pytest.approx(float(instalment), **near)


@given(
    st.lists(st.integers(-(10**9), 10**9), min_size=1, max_size=40),
    st.just(Decimal(0)) | RATES,
    st.integers(-5, 5),
)
def test_present_values(kroner: list[int], rate: Decimal, years_before: int) -> None:
    found = present_value(
        [each * KRONE for each in kroner], years_before=years_before, rate=rate
    )

    at_first = numpy_financial.npv(float(rate), kroner)
    expected = at_first * float(1 + rate) ** years_before
    assert found / KRONE == pytest.approx(float(expected), rel=1e-9, abs=1.5)


@given(loans())
def test_what_is_drawn_is_paid_back(loan: Loan) -> None:
    years = repayments(loan)

    assert sum(it.drawn for it in years) == loan.principal
    assert sum(it.instalment for it in years) == loan.principal
    assert years[-1].balance == 0


@given(loans())
def test_every_year_follows_from_the_one_before(loan: Loan) -> None:
    balance = 0
    for year in repayments(loan):
        due = balance * loan.terms.rate_per_year
        assert abs(year.interest - due) <= 2 * KRONE
        assert year.balance == balance + year.drawn - year.instalment
        assert min(year.interest, year.instalment, year.balance) >= 0
        assert not any(it % KRONE for it in (year.interest, year.instalment))
        balance = year.balance


@given(loans())
def test_a_loan_runs_without_a_gap_to_its_term(loan: Loan) -> None:
    years = [it.year for it in repayments(loan)]

    assert years == list(range(years[0], years[0] + len(years)))
    assert years[-1] == loan.first_instalment + loan.terms.years - 1


@given(PRINCIPALS, PRINCIPALS, TERMS)
def test_a_larger_loan_never_costs_less(one: int, other: int, terms: LoanTerms) -> None:
    def whole_cost(principal: int) -> int:
        draws = (Part(2022, principal),)
        loan = Loan(draws=draws, first_instalment=2023, terms=terms)
        return sum(it.payment for it in repayments(loan))

    assert whole_cost(min(one, other)) <= whole_cost(max(one, other))
