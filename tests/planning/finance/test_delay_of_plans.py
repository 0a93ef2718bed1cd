"""What moving a go-live costs, from two whole plans."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planning.compare import Comparison, compare
from planning.evaluate import Evaluation, evaluate
from planning.finance.delay import MovedMoney
from planning.finance.projection import Projection
from planning.money import KRONE
from planning.money_facts import Part
from planning.snapshot import Municipality, Snapshot, Wave
from tests.planning.finance.cases import (
    AVEROY,
    FACTS,
    HUSTADVIKA,
    INDRE_FOSEN,
    POPULATIONS,
    ULSTEIN,
    million,
)
from tests.planning.programmes import programme, wave, window

EVERYBODY = (INDRE_FOSEN, AVEROY, HUSTADVIKA, ULSTEIN)


def planned(going: Wave) -> Snapshot:
    """All four in one wave, that nobody has gone live in yet."""
    snapshot = programme(
        going,
        placed=[(number, going.code) for number in EVERYBODY],
        municipalities=[
            Municipality(number=number, population=POPULATIONS[number])
            for number in EVERYBODY
        ],
        status_date="2020-01-01",
    )
    return replace(snapshot, money=FACTS)


def going_on(day: date) -> Evaluation:
    return evaluate(planned(wave("K13", window(day.isoformat()))))


def of(comparison: Comparison, number: str) -> MovedMoney:
    return next(it for it in comparison.money if it.municipality == number)


NOVEMBER = going_on(date(2022, 11, 12))
A_YEAR_LATER = going_on(date(2023, 11, 12))
DELAY = compare(NOVEMBER, A_YEAR_LATER)


def test_indre_fosen_a_year_later() -> None:
    moved = of(DELAY, INDRE_FOSEN)

    assert (moved.first, moved.last) == (2022, 2037)
    assert moved.lines.legacy.ore == million(2)
    assert moved.lines.benefit.ore == -million(2)
    assert moved.lines.platform.ore == pytest.approx(
        -million(1.8361), abs=million(5e-5)
    )
    assert moved.lines.loan.ore == 0
    assert moved.lines.net.ore == pytest.approx(-million(2.1639), abs=million(5e-5))
    assert moved.investment.before.parts == (Part(2022, million(18.5)),)
    assert moved.investment.after.parts == (Part(2023, million(18.5)),)
    assert moved.present_values is None


def test_averoys_total_is_read_in_two_ways() -> None:
    moved = of(DELAY, AVEROY)

    assert moved.net_otherwise is not None
    # A year without the platform spares 2.2 million, and not what the loan leaves.
    dearer = million(2.2) + moved.lines.platform.ore
    assert moved.net_otherwise.ore == moved.lines.net.ore + dearer
    assert of(DELAY, INDRE_FOSEN).net_otherwise is None


def test_a_delay_within_the_year_is_the_same_by_both_readings() -> None:
    moved = of(compare(NOVEMBER, going_on(date(2022, 12, 12))), AVEROY)

    assert moved.net_otherwise is None


def test_hustadvikas_two_years_move_together() -> None:
    investment = of(DELAY, HUSTADVIKA).investment

    before, after = investment.before.parts, investment.after.parts
    assert before == (Part(2021, million(2)), Part(2022, million(28)))
    assert after == (Part(2022, million(2)), Part(2023, million(28)))


def test_in_all_is_every_one_of_them() -> None:
    in_all = DELAY.money_in_all

    assert in_all is not None
    assert in_all.municipalities == len(EVERYBODY)
    assert in_all.lines.net.ore == sum(it.lines.net.ore for it in DELAY.money)
    before, after = in_all.investment.before.parts, in_all.investment.after.parts
    assert sum(it.ore for it in before) == sum(it.ore for it in after)


def test_who_loses_the_date_can_no_longer_be_reckoned() -> None:
    comparison = compare(NOVEMBER, evaluate(planned(wave("K13"))))

    assert comparison.money == ()
    assert set(comparison.no_longer_reckoned) == set(EVERYBODY)


def test_a_plan_and_itself() -> None:
    assert compare(NOVEMBER, going_on(date(2022, 11, 12))).money == ()


@given(st.dates(date(2022, 1, 1), date(2027, 12, 31)), st.integers(1, 900))
def test_a_later_go_live_never_lowers_what_todays_systems_cost(
    day: date, days: int
) -> None:
    later = date.fromordinal(day.toordinal() + days)

    for moved in compare(going_on(day), going_on(later)).money:
        assert moved.lines.legacy.ore >= 0
        assert moved.lines.legacy.ore == -moved.lines.legacy_saved.ore
        assert abs(moved.lines.loan.ore) <= million(0.1)


@given(
    st.dates(date(2022, 1, 1), date(2027, 12, 31)),
    st.dates(date(2022, 1, 1), date(2027, 12, 31)),
)
def test_what_is_told_is_the_difference_of_the_years(one: date, other: date) -> None:
    before, after = going_on(one), going_on(other)

    for moved in compare(before, after).money:
        years = range(moved.first, moved.last + 1)
        was, now = (
            running(plan.projections[moved.municipality], years)
            for plan in (before, after)
        )
        assert moved.lines.net.ore == now - was - moved.lines.loan.ore
        assert moved.lines.net.ore % KRONE == 0


def running(projection: Projection, years: range) -> int:
    """The net of some years before the loan."""
    return sum(
        it.net + it.interest + it.instalment
        for it in projection.years
        if it.year in years
    )
