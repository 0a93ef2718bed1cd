"""Sums over municipalities: what is known and what is estimated is never one."""

from dataclasses import replace

from app.economy.sums import (
    Sum,
    comparable,
    ends,
    net_sum,
    sum_all,
    sum_groups,
    sum_years,
)
from app.store import results
from planning.finance.projection import YearFlow
from planning.money_facts import Basis
from tests.app.economy.projections import projection, sourced, summary

KNOWN = projection("1", investment=sourced(500), net=40)
GUESSED = projection(
    "2",
    investment=sourced(700, Basis.ESTIMATED, spread=100),
    other=Basis.ONE_CASE,
    net=-10,
    spread=30,
)


def test_what_is_known_and_what_is_estimated_are_summed_apart():
    found = sum_all([KNOWN, GUESSED])

    assert found.investment == Sum(known=500, estimated=700, low=600, high=800)
    assert found.investment.total == 1200
    assert found.net == Sum(known=40, estimated=-10, low=-40, high=20)
    assert (found.municipalities, found.documented, found.population) == (2, 1, 2000)


def test_a_net_is_known_only_where_everything_in_it_is():
    part = projection("3", investment=sourced(500), other=Basis.ONE_CASE, net=7)

    found = sum_all([part])
    assert found.investment == Sum(known=500)
    assert found.net == Sum(estimated=7, low=7, high=7)


def test_groups_hold_everybody_once():
    groups = sum_groups([KNOWN, GUESSED], {"1": "a"})

    assert set(groups) == {"a", ""}
    whole = groups["a"] + groups[""]
    assert whole == sum_all([GUESSED, KNOWN])


def test_another_reading_is_an_end_of_the_range():
    read = projection(
        "4", investment=sourced(9), net=5, readings=(summary(5), summary(-60))
    )

    worst, best = ends(read)
    assert (worst.average_annual.net, best.average_annual.net) == (-60, 5)
    assert net_sum(read) == Sum(estimated=5, low=-60, high=5)
    assert sum_all([read]).investment == Sum(known=9)


def test_years_are_added_where_both_have_them():
    early = projection(
        "1", investment=sourced(5), years=(YearFlow(year=2024), YearFlow(year=2025))
    )
    late = projection(
        "2",
        investment=sourced(8, Basis.ESTIMATED),
        other=Basis.ONE_CASE,
        years=(YearFlow(year=2025, investment=8, loan_drawn=8, platform=3),),
    )

    first, second = sum_years([early, late])
    assert (first.year, first.municipalities) == (2024, 1)
    assert (second.year, second.municipalities) == (2025, 2)
    assert second.investment.estimated == 8
    assert second.net.total == -3


def test_amounts_in_the_prices_of_different_years_are_never_added():
    other = projection("3", investment=sourced(1), price_year=2020)

    kept, left = comparable({"1": KNOWN, "2": GUESSED, "3": other})
    assert list(kept) == [KNOWN, GUESSED]
    assert list(left) == [other]
    assert comparable({}) == ((), ())


def test_whose_own_sums_are_in_the_prices_of_different_years_is_in_no_sum():
    mixed = replace(
        GUESSED, inputs=replace(GUESSED.inputs, price_years=(2021, 2024, None))
    )

    kept, left = comparable({"1": KNOWN, "2": GUESSED, "3": mixed})
    assert list(kept) == [KNOWN, GUESSED]
    assert list(left) == [mixed]


def test_the_sums_of_the_programme_add_up_in_every_direction(plan):
    evaluation = results.evaluation(plan)
    projections = list(evaluation.projections.values())
    wave_of = {
        at.municipality: at.wave or "" for at in evaluation.snapshot.plan.placements
    }
    whole = sum_all(projections)

    waves = sum_groups(projections, wave_of).values()
    assert sum(it.investment.total for it in waves) == whole.investment.total
    assert sum(it.net.total for it in waves) == whole.net.total
    years = sum_years(projections)
    assert sum(it.investment.total for it in years) == whole.investment.total
    for it in years:
        gains = it.legacy_saved.total + it.benefit.total
        costs = it.platform.total + it.project.total + it.loans.total
        assert it.net.total == gains - costs


def test_three_investments_of_the_programme_are_documented(plan):
    whole = sum_all(results.evaluation(plan).projections.values())

    assert (whole.municipalities, whole.documented) == (66, 3)
    assert whole.investment.known == 6_710_000_000
    assert whole.net.known == 50_000_000
    # Everybody else by the rate per inhabitant, from 1,850 over 2,250 to 3,170.
    people = 750_070 - 9_977 - 5_872 - 13_341
    found = whole.investment
    assert (found.low, found.estimated, found.high) == (
        people * 185_000,
        people * 225_000,
        people * 317_000,
    )
