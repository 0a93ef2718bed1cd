"""Loans by hand: what the sources' loan costs, and the corners of the formulas."""

from decimal import Decimal

import pytest

from planning.finance.loans import Loan, LoanTerms, annuity_payment, repayments
from planning.money_facts import LoanKind, Part
from tests.planning.finance.cases import kroner, million

SERIAL = LoanTerms(kind=LoanKind.SERIAL)


def loan(amount: int, terms: LoanTerms | None = None, year: int = 2022) -> Loan:
    """A loan that is drawn in one year and paid back from the next."""
    return Loan(
        draws=(Part(year, amount),),
        first_instalment=year + 1,
        terms=terms or LoanTerms(),
    )


def test_the_annuity_of_the_sources_loan() -> None:
    assert annuity_payment(million(18.5), LoanTerms()) == kroner(1_663_910)

    years = repayments(loan(million(18.5)))
    assert [it.year for it in years] == list(range(2022, 2038))
    assert {it.payment for it in years[1:]} == {kroner(1_663_910)}
    interest = sum(it.interest for it in years)
    assert interest == pytest.approx(million(6.459), abs=kroner(500))


def test_the_serial_loan_of_the_same_sum() -> None:
    _, first, *_, last = repayments(loan(million(18.5), SERIAL))

    assert first.payment == pytest.approx(million(1.9733), abs=kroner(50))
    assert last.payment == pytest.approx(million(1.2827), abs=kroner(50))
    years = repayments(loan(million(18.5), SERIAL))
    interest = sum(it.interest for it in years)
    assert interest == pytest.approx(million(5.920), abs=kroner(500))


def test_the_year_of_the_draw_costs_nothing() -> None:
    drawn, *_ = repayments(loan(million(18.5)))

    assert (drawn.drawn, drawn.payment, drawn.balance) == (
        million(18.5),
        0,
        million(18.5),
    )


def test_what_is_drawn_early_bears_interest_until_the_instalments_begin() -> None:
    early = Loan(
        draws=(Part(2022, million(2)), Part(2023, million(28))), first_instalment=2024
    )

    before, go_live, *after = repayments(early)
    assert (before.interest, go_live.interest) == (0, kroner(80_000))
    assert go_live.balance == million(30)
    assert tuple(after) == repayments(loan(million(30), year=2023))[1:]


def test_a_year_without_a_draw_between_two_has_its_interest() -> None:
    early = Loan(
        draws=(Part(2020, million(1)), Part(2022, million(1))), first_instalment=2023
    )

    drawing = repayments(early)[:3]
    assert [it.drawn for it in drawing] == [million(1), 0, million(1)]
    assert [it.interest for it in drawing] == [0, kroner(40_000), kroner(40_000)]


@pytest.mark.parametrize("kind", LoanKind)
def test_a_loan_without_interest_is_paid_back_evenly(kind: LoanKind) -> None:
    terms = LoanTerms(kind=kind, rate_per_year=Decimal(0), years=3)

    years = repayments(loan(kroner(1000), terms))[1:]
    assert [it.instalment for it in years] == [kroner(333), kroner(334), kroner(333)]
    assert {it.interest for it in years} == {0}
    assert annuity_payment(kroner(1000), terms) == kroner(333)


@pytest.mark.parametrize("kind", LoanKind)
def test_a_loan_of_one_year_is_paid_back_at_once(kind: LoanKind) -> None:
    terms = LoanTerms(kind=kind, years=1)

    (_, only) = repayments(loan(kroner(1000), terms))
    assert (only.interest, only.instalment, only.balance) == (
        kroner(40),
        kroner(1000),
        0,
    )


def test_a_krone_over_fifty_years_has_no_interest_below_nothing() -> None:
    years = repayments(loan(kroner(1), LoanTerms(years=50)))

    assert min(it.interest for it in years) == 0
    assert sum(it.instalment for it in years) == kroner(1)


def test_nothing_borrowed_is_nothing_paid() -> None:
    years = repayments(Loan(draws=(), first_instalment=2023))

    assert len(years) == 15
    assert {it.payment for it in years} == {0}


def test_a_loan_needs_a_year() -> None:
    with pytest.raises(ValueError, match="needs a year"):
        LoanTerms(years=0)


def test_a_rate_is_not_negative() -> None:
    with pytest.raises(ValueError, match="no negative rate"):
        LoanTerms(rate_per_year=Decimal("-0.01"))


def test_a_draw_comes_before_the_instalments() -> None:
    with pytest.raises(ValueError, match="2023"):
        Loan(draws=(Part(2023, kroner(1)),), first_instalment=2023)


@pytest.mark.parametrize("ore", [-100, 150])
def test_whole_kroner_are_drawn(ore: int) -> None:
    with pytest.raises(ValueError, match="whole kroner"):
        loan(ore)
