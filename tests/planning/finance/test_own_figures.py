"""What is known of one municipality, and what beats what."""

import pytest

from planning.finance.loans import LoanTerms, annuity_payment
from planning.finance.own_figures import AT_GO_LIVE, Own, find_own
from planning.finance.projection import RestOf, Sourced
from planning.money_facts import (
    Assumptions,
    Basis,
    DebtService,
    Figure,
    FigureKind,
    Part,
)
from tests.planning.finance.cases import ULSTEIN, figure, kroner, million

INVESTMENT = figure(ULSTEIN, FigureKind.INVESTMENT, 18.5)
SERVICE = kroner(1_663_910)
ESTIMATE = Sourced(
    likely=million(18.5), low=million(10), high=million(30), basis=Basis.ESTIMATED
)


def total(
    amount: float, debt_service: DebtService, basis: Basis = Basis.DOCUMENTED
) -> Figure:
    return figure(
        ULSTEIN,
        FigureKind.ANNUAL_TOTAL,
        amount,
        basis=basis,
        debt_service=debt_service,
    )


def own(*figures: Figure, investment: Sourced | None = None) -> Own:
    return find_own(figures, Assumptions(), investment=investment)


def test_nothing_is_known_of_whom_nobody_has_spoken() -> None:
    assert own() == Own(sums={})


def test_a_sum_is_in_whole_kroner_and_has_no_range() -> None:
    found = own(figure(ULSTEIN, FigureKind.LEGACY, "1.0000005")).sums

    legacy = found[FigureKind.LEGACY]
    assert (legacy.low, legacy.likely, legacy.high) == (kroner(1_000_001),) * 3
    assert legacy.basis is Basis.DOCUMENTED


def test_what_it_has_decided_beats_what_is_documented() -> None:
    decided = figure(ULSTEIN, FigureKind.BENEFIT, 3, basis=Basis.DECIDED, key="own")
    documented = figure(ULSTEIN, FigureKind.BENEFIT, 2)

    for figures in ((decided, documented), (documented, decided)):
        benefit = own(*figures).sums[FigureKind.BENEFIT]
        assert (benefit.likely, benefit.figures) == (million(3), ("own",))
        assert benefit.basis is Basis.DECIDED


def test_of_two_documents_the_later_one_holds() -> None:
    older, newer = (
        figure(ULSTEIN, FigureKind.INVESTMENT, amount, key=key)
        for amount, key in ((30, "E08"), (31, "E09"))
    )

    assert own(older, newer).sums[FigureKind.INVESTMENT].figures == ("E09",)


def test_a_total_with_the_loan_in_it_gives_the_platform() -> None:
    found = own(INVESTMENT, total(3.5, DebtService.INCLUDED))

    platform = found.sums[FigureKind.PLATFORM]
    assert platform.likely == million(3.5) - SERVICE
    assert platform.basis is Basis.DERIVED
    assert platform.figures == (f"{ULSTEIN}.annual-cost-total", INVESTMENT.key)
    assert found.platform_excluding_loan is None


def test_a_total_without_the_loan_is_the_platform() -> None:
    found = own(INVESTMENT, total(3.5, DebtService.EXCLUDED))

    assert found.sums[FigureKind.PLATFORM].likely == million(3.5)
    assert found.sums[FigureKind.PLATFORM].basis is Basis.DOCUMENTED


def test_a_total_of_which_nobody_says_is_read_in_both_ways() -> None:
    found = own(INVESTMENT, total(3.5, DebtService.NOT_SAID))

    assert found.sums[FigureKind.PLATFORM].likely == million(3.5) - SERVICE
    assert found.platform_excluding_loan is not None
    assert found.platform_excluding_loan.likely == million(3.5)


def test_a_total_smaller_than_the_debt_service_does_not_hold_it() -> None:
    found = own(INVESTMENT, total(1.6, DebtService.NOT_SAID))

    assert found.sums[FigureKind.PLATFORM].likely == million(1.6)
    assert found.platform_excluding_loan is None


def test_a_total_that_is_said_to_hold_more_than_itself_leaves_nothing() -> None:
    found = own(INVESTMENT, total(1.6, DebtService.INCLUDED))

    assert found.sums[FigureKind.PLATFORM].likely == 0


def test_a_documented_total_holds_the_loan_of_the_documented_investment() -> None:
    decided = figure(
        ULSTEIN, FigureKind.INVESTMENT, 25, basis=Basis.DECIDED, key="own.investment"
    )
    documented = total(3.5, DebtService.INCLUDED)

    found = own(INVESTMENT, documented, decided).sums
    assert found[FigureKind.INVESTMENT].likely == million(25)
    assert found[FigureKind.PLATFORM].likely == million(3.5) - SERVICE
    assert found[FigureKind.PLATFORM].figures == (documented.key, INVESTMENT.key)


def test_an_own_total_holds_the_loan_of_the_own_investment() -> None:
    decided = figure(
        ULSTEIN, FigureKind.INVESTMENT, 9.25, basis=Basis.DECIDED, key="own.investment"
    )
    own_total = total(3.5, DebtService.INCLUDED, Basis.DECIDED)

    found = own(INVESTMENT, decided, own_total).sums
    assert found[FigureKind.PLATFORM].likely == million(3.5) - kroner(831_955)
    assert found[FigureKind.PLATFORM].figures == (own_total.key, decided.key)


@pytest.mark.parametrize("said", [DebtService.INCLUDED, DebtService.NOT_SAID])
def test_without_an_investment_a_total_is_not_split(said: DebtService) -> None:
    assert FigureKind.PLATFORM not in own(total(3.5, said)).sums


def test_split_by_an_estimate_the_platform_is_an_estimate_too() -> None:
    found = own(total(3.5, DebtService.INCLUDED), investment=ESTIMATE)

    platform = found.sums[FigureKind.PLATFORM]
    assert platform.likely == million(3.5) - SERVICE
    assert platform.basis is Basis.ESTIMATED
    assert FigureKind.INVESTMENT not in found.sums


def test_the_range_of_the_loan_turns_round_in_what_a_total_leaves() -> None:
    found = own(total(3.5, DebtService.INCLUDED), investment=ESTIMATE)

    platform = found.sums[FigureKind.PLATFORM]
    assert platform.low == million(3.5) - annuity_payment(ESTIMATE.high, LoanTerms())
    assert platform.high == million(3.5) - annuity_payment(ESTIMATE.low, LoanTerms())
    assert platform.rest_of == RestOf(million(3.5), SERVICE)


def test_a_total_that_the_loan_alone_exceeds_is_contradicted() -> None:
    for amount, is_contradicted in ((1.6, True), (3.5, False)):
        found = own(INVESTMENT, total(amount, DebtService.INCLUDED))
        rest_of = found.sums[FigureKind.PLATFORM].rest_of
        assert rest_of is not None
        assert rest_of.is_contradicted is is_contradicted


def test_a_total_that_the_loan_alone_exceeds_can_not_hold_it() -> None:
    found = own(INVESTMENT, total(1.6, DebtService.NOT_SAID))
    platform = found.sums[FigureKind.PLATFORM]
    assert platform.likely == million(1.6)
    assert platform.cannot_hold == RestOf(million(1.6), SERVICE)
    assert found.platform_excluding_loan is None
    both = own(INVESTMENT, total(3.5, DebtService.NOT_SAID))
    assert both.sums[FigureKind.PLATFORM].cannot_hold is None


def test_a_platform_cost_beats_a_total() -> None:
    platform = figure(ULSTEIN, FigureKind.PLATFORM, 2)

    found = own(INVESTMENT, platform, total(3.5, DebtService.NOT_SAID))
    assert found.sums[FigureKind.PLATFORM].figures == (platform.key,)
    assert found.platform_excluding_loan is None


def test_a_decided_total_beats_a_documented_platform_cost() -> None:
    platform = figure(ULSTEIN, FigureKind.PLATFORM, 2)
    decided = total(3.5, DebtService.EXCLUDED, Basis.DECIDED)

    assert own(platform, decided).sums[FigureKind.PLATFORM].likely == million(3.5)
    both = (figure(ULSTEIN, FigureKind.PLATFORM, 2, basis=Basis.DECIDED), decided)
    assert own(*both).sums[FigureKind.PLATFORM].likely == million(2)


def test_the_term_of_the_total_holds_before_the_investments() -> None:
    investment = figure(ULSTEIN, FigureKind.INVESTMENT, 1, term_years=10)
    of_total = figure(ULSTEIN, FigureKind.ANNUAL_TOTAL, 1, term_years=20)

    assert own(investment).term_years == 10
    assert own(investment, of_total).term_years == 20
    assert own(INVESTMENT).term_years is None


def test_the_documented_term_is_the_one_that_splits_the_total() -> None:
    of_total = figure(
        ULSTEIN,
        FigureKind.ANNUAL_TOTAL,
        3.5,
        term_years=1,
        debt_service=DebtService.INCLUDED,
    )
    investment = figure(ULSTEIN, FigureKind.INVESTMENT, 1)

    # Back in a year with four percent.
    platform = own(investment, of_total).sums[FigureKind.PLATFORM]
    assert platform.likely == million(3.5) - million(1.04)


def test_the_last_documented_year_is_that_of_go_live() -> None:
    parts = (Part(2022, million(2)), Part(2023, million(28)))
    investment = figure(ULSTEIN, FigureKind.INVESTMENT, 30, parts=parts)

    assert own(investment).parts == ((-1, million(2)), (0, million(28)))


def test_without_parts_the_investment_falls_due_at_go_live() -> None:
    nothing = figure(ULSTEIN, FigureKind.INVESTMENT, 0, parts=(Part(2022, 0),))

    assert own(INVESTMENT).parts == AT_GO_LIVE
    assert own(nothing).parts == AT_GO_LIVE
