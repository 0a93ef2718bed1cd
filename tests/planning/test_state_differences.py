"""What differs between states, in money and in what is asked for."""

import pytest

from planning.compared import (
    Facts,
    MoneySum,
    Presence,
    Span,
    Statements,
    money_sum,
)
from planning.money_facts import Basis
from planning.state import (
    MonthLoad,
)
from planning.state_differences import (
    Show,
    differing_months,
    differs,
    load_rows,
    loads_differ,
    moved_money,
)
from tests.planning.programmes import day
from tests.planning.states import AUTUMN, SPRING, money, plan


def test_sums_are_of_like_and_like() -> None:
    found = money_sum(
        {
            "1": money(100, price_year=2023),
            "2": money(50, price_year=2023),
            "3": money(70, price_year=2019),
            "4": None,
        }
    )
    assert (found.investment, found.net, found.npv) == (150, 20, 100)
    assert (found.unknown, found.in_other_prices) == ({"4"}, {"3"})


def test_present_values_of_different_years_are_not_added() -> None:
    found = money_sum({"1": money(npv_year=2025), "2": money(npv_year=2026)})
    assert (found.investment, found.npv, found.npv_year) == (200, None, None)


def test_money_is_told_against_money_that_leaves_out_the_same() -> None:
    one = money_sum({"1": money(100, npv=50), "2": None})
    dearer = money_sum({"1": money(120, net=7, npv=40), "2": None})
    more = moved_money(one, dearer)
    assert more is not None
    assert (more.investment, more.net, more.npv) == (20, -3, -10)
    assert moved_money(one, money_sum({"1": money(120), "2": money()})) is None
    assert moved_money(one, money_sum({"1": None})) is None
    later = moved_money(one, money_sum({"1": money(npv_year=2026), "2": None}))
    assert later is not None
    assert later.npv is None


def test_an_estimate_makes_the_sum_one() -> None:
    found = money_sum({"1": money(), "2": money(basis=Basis.ONE_CASE)})
    assert found.is_investment_estimated
    assert not found.is_result_estimated


def test_loads_are_told_by_their_fullest_and_their_worst_month() -> None:
    march, april = day("2025-03-01"), day("2025-04-01")
    before = plan({}, loads={"trainers": (MonthLoad(march, 30, 40),)})
    months = (MonthLoad(march, 60, 40), MonthLoad(april, 50, 20))
    after = plan({}, loads={"trainers": months, "seats": (MonthLoad(april, 9, None),)})
    trainers, seats = load_rows([before, after, Statements({})])
    facts = trainers.facts[1]
    assert (facts.peak, facts.worst, facts.over) == (months[0], months[1], 2)
    assert trainers.facts[0].worst is None
    assert loads_differ(*trainers.facts[:2])
    assert not loads_differ(trainers.facts[0], trainers.facts[2])
    assert seats.facts[0].presence is Presence.NOT_HERE
    assert not seats.facts[1].is_known


def test_months_that_are_past_are_not_told() -> None:
    past, now, later = day("2023-10-01"), day("2023-11-01"), day("2023-12-01")
    before = (MonthLoad(past, 900, 10), MonthLoad(now, 30, 40), MonthLoad(later, 5, 9))
    after = (MonthLoad(past, 900, 10), MonthLoad(now, 30, 40), MonthLoad(later, 8, 9))
    states = [plan({}, loads={"trainers": it}) for it in (before, after)]
    (trainers,) = load_rows(states)
    base, other = trainers.facts
    assert base.peak == other.peak == before[1]
    assert (base.worst, base.over) == (None, 0)
    assert differing_months(base, other) == 1
    assert loads_differ(base, other)


def test_where_nothing_is_ahead_what_another_asks_for_is_all_that_differs() -> None:
    past, later = day("2023-10-01"), day("2023-12-01")
    before = plan({}, loads={"trainers": (MonthLoad(past, 900, 10),)})
    after = plan({}, loads={"trainers": (MonthLoad(later, 8, 9),)})
    (row,) = load_rows([before, after])
    assert row.facts[0].peak == MonthLoad(past, 900, 10)
    assert differing_months(*row.facts) == differing_months(*row.facts[::-1]) == 1


def test_the_fullest_month_is_so_by_the_day() -> None:
    april, may = day("2025-04-01"), day("2025-05-01")
    # As many all month long: more in all where the month has a day more.
    months = (MonthLoad(april, 300, None), MonthLoad(may, 310, None))
    (row,) = load_rows([plan({}, loads={"seats": months})])
    assert row.facts[0].peak == months[0]


@pytest.mark.parametrize("show", Show)
def test_what_is_silent_never_differs(show: Show) -> None:
    silent = Facts(presence=Presence.SILENT)
    assert not differs(silent, Facts(money=MoneySum(known=frozenset("1"))), show)


@pytest.mark.parametrize("show", [it for it in Show if it is not Show.DATES])
def test_what_an_earlier_plan_states_differs_in_dates_alone(show: Show) -> None:
    stated = Facts(go_live=Span(SPRING, SPRING, is_reckoned=False))
    whole = Facts(go_live=Span(AUTUMN, AUTUMN), margin=5, money=money_sum({"1": None}))
    assert not differs(whole, stated, show)
    assert not differs(stated, whole, show)
    assert differs(whole, stated, Show.DATES)
