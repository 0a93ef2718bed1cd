"""What a change costs, between two projections of one municipality."""

from dataclasses import fields, replace
from datetime import date

from planning.calendars import to_day
from planning.finance.delay import (
    Difference,
    Invested,
    Investment,
    Lines,
    PresentValue,
    compare_money,
    money_in_all,
    moved_money,
)
from planning.finance.projection import (
    Averages,
    Inputs,
    Projection,
    Provenance,
    Sourced,
    Summary,
    YearFlow,
)
from planning.money_facts import Basis, Part

NUMBER, TERM = "5054", 15
MILLION = 100_000_000
LEGACY = BENEFIT = 2 * MILLION
INVESTMENT = 185 * MILLION // 10
# 18.5 MNOK at four percent over fifteen years, and what 3.5 MNOK leave beside it.
DEBT_SERVICE = 166_391_100
PLATFORM = 350_000_000 - DEBT_SERVICE
NPV = 555_900_000


def sourced(ore: int, basis: Basis = Basis.DOCUMENTED) -> Sourced:
    return Sourced(likely=ore, low=ore, high=ore, basis=basis)


INPUTS = Inputs(
    population=10_000,
    investment=sourced(INVESTMENT),
    platform=sourced(PLATFORM, Basis.DERIVED),
    legacy=sourced(LEGACY),
    benefit=sourced(BENEFIT),
    project=sourced(0, Basis.MISSING),
)
LIVE = YearFlow(
    year=0,
    interest=DEBT_SERVICE - 100,
    instalment=100,
    platform=PLATFORM,
    legacy_saved=LEGACY,
    benefit=BENEFIT,
)


def planned(go_live: int, *, inputs: Inputs = INPUTS, npv: int = NPV) -> Projection:
    """A municipality that goes live on 1 November of a year, all sums level."""
    invested = inputs.investment.likely
    first = YearFlow(
        year=go_live,
        investment=invested,
        loan_drawn=invested,
        legacy=inputs.legacy.likely,
    )
    live = replace(
        LIVE, legacy_saved=inputs.legacy.likely, benefit=inputs.benefit.likely
    )
    later = [replace(live, year=go_live + year) for year in range(1, TERM + 1)]
    return made_of((first, *later), go_live, inputs=inputs, npv=npv)


def made_of(
    years: tuple[YearFlow, ...], go_live: int, *, inputs: Inputs = INPUTS, npv: int = 0
) -> Projection:
    day = to_day(date(go_live, 11, 1))
    return Projection(
        municipality=NUMBER,
        go_live=day,
        legacy_closed=day,
        benefits_from=day,
        inputs=inputs,
        provenance=Provenance.DOCUMENTED,
        years=years,
        first_averaged=go_live + 1,
        last_averaged=go_live + TERM,
        summary=Summary(
            average_annual=Averages(cost=0, legacy_saved=0, benefit=0, net=0),
            npv=npv,
            break_even_year=None,
            break_even_benefit_share=None,
        ),
    )


def ore(lines: Lines) -> dict[str, int]:
    return {line.name: getattr(lines, line.name).ore for line in fields(Lines)}


def test_a_year_later_costs_a_year_of_todays_systems() -> None:
    moved = compare_money(planned(2022), planned(2023))

    assert (moved.first, moved.last) == (2022, 2037)
    assert ore(moved.lines) == {
        "legacy": LEGACY,
        "legacy_saved": -LEGACY,
        "benefit": -BENEFIT,
        "platform": -PLATFORM,
        "project": 0,
        # Paid a year later, and in full all the same.
        "loan": 0,
    }
    assert moved.lines.net.ore == -LEGACY - BENEFIT + PLATFORM
    assert moved.investment.before.parts == (Part(2022, INVESTMENT),)
    assert moved.investment.after.parts == (Part(2023, INVESTMENT),)
    # They are of other years, and differ by the calendar alone.
    assert moved.present_values is None


def test_a_difference_says_how_it_is_known() -> None:
    lines = compare_money(planned(2022), planned(2023)).lines

    assert lines.legacy.bases == {Basis.DOCUMENTED}
    assert lines.platform.bases == {Basis.DERIVED}
    assert lines.project.bases == frozenset()
    assert lines.net.bases == {Basis.DOCUMENTED, Basis.DERIVED}


def test_who_is_as_before_is_not_told() -> None:
    there = {NUMBER: planned(2022)}

    assert moved_money(there, {NUMBER: planned(2022)}) == ()
    assert moved_money(there, {}) == moved_money({}, there) == ()
    assert money_in_all(()) is None


def test_what_moves_no_money_is_not_told() -> None:
    """A range that grows is another answer, and the same money."""
    wide = replace(INPUTS, benefit=replace(INPUTS.benefit, high=3 * MILLION))

    assert (
        moved_money({NUMBER: planned(2022)}, {NUMBER: planned(2022, inputs=wide)}) == ()
    )


def test_a_present_value_that_moves_alone_is_told() -> None:
    (moved,) = moved_money(
        {NUMBER: planned(2022)}, {NUMBER: planned(2022, npv=2 * NPV)}
    )

    assert moved.lines == Lines()
    assert not moved.investment.is_moved
    known = frozenset({Basis.DOCUMENTED, Basis.DERIVED})
    assert moved.present_values == (
        PresentValue(2022, NPV, known),
        PresentValue(2022, 2 * NPV, known),
    )


def test_another_sum_is_told_in_the_same_year() -> None:
    dearer = replace(INPUTS, investment=sourced(2 * INVESTMENT, Basis.DECIDED))

    moved = compare_money(planned(2022), planned(2022, inputs=dearer))

    assert moved.investment == Investment(
        before=Invested((Part(2022, INVESTMENT),), frozenset({Basis.DOCUMENTED})),
        after=Invested((Part(2022, 2 * INVESTMENT),), frozenset({Basis.DECIDED})),
    )
    assert moved.lines.net == Difference()


def test_a_dearer_loan_counts_in_all_its_years() -> None:
    was = planned(2022)
    dearer = replace(
        planned(2023),
        years=tuple(
            replace(it, interest=it.interest + 100 if it.interest else 0)
            for it in planned(2023).years
        ),
    )

    assert compare_money(was, dearer).lines.loan.ore == TERM * 100


def test_todays_systems_may_cost_more_than_was_thought() -> None:
    """What they cost until go-live, and what is saved after it, both grow."""
    dearer = replace(INPUTS, legacy=sourced(LEGACY + MILLION))

    lines = compare_money(planned(2022), planned(2022, inputs=dearer)).lines

    assert lines.legacy.ore == MILLION
    assert lines.legacy_saved.ore == lines.net.ore == TERM * MILLION


def test_far_apart_only_todays_systems_are_compared() -> None:
    moved = compare_money(planned(2022), planned(2060))

    assert (moved.first, moved.last) == (2022, 2037)
    assert moved.lines.legacy.ore == TERM * LEGACY
    assert moved.lines.loan.ore == 0


def test_several_are_added_up_each_over_its_own_years() -> None:
    one = compare_money(planned(2022), planned(2023))
    other = compare_money(planned(2025), planned(2024))
    same_year = replace(other, investment=Investment(before=Invested((Part(2022, 1),))))

    in_all = money_in_all([one, one, other])

    assert in_all is not None
    assert (in_all.municipalities, in_all.first, in_all.last) == (3, 2022, 2039)
    assert in_all.lines == one.lines
    assert in_all.investment.before.parts == (
        Part(2022, 2 * INVESTMENT),
        Part(2025, INVESTMENT),
    )
    added = money_in_all([one, same_year])
    assert added is not None
    assert added.investment.before.parts == (Part(2022, INVESTMENT + 1),)


def test_sums_in_other_prices_are_not_added() -> None:
    fixed = replace(INPUTS, price_year=2024)
    most = compare_money(planned(2022), planned(2023))
    other = compare_money(planned(2022, inputs=fixed), planned(2023, inputs=fixed))
    turned = compare_money(planned(2022), planned(2023, inputs=fixed))

    assert (most.prices, other.prices, turned.prices) == (
        frozenset({None}),
        frozenset({2024}),
        frozenset({None, 2024}),
    )
    in_all = money_in_all([other, most, most, turned])
    assert in_all is not None
    assert (in_all.municipalities, in_all.in_other_prices) == (2, 2)
    assert in_all.lines.net.ore == 2 * most.lines.net.ore


def test_what_has_not_moved_is_in_no_sum_of_investments() -> None:
    moved = compare_money(planned(2022), planned(2022, npv=0))

    in_all = money_in_all([moved])

    assert in_all is not None
    assert in_all.investment == Investment()
