"""What holds for whatever two projections are compared."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from planning.finance.delay import MovedMoney, compare_money, money_in_all
from planning.finance.projection import Projection, YearFlow
from tests.planning.finance.test_delay import LEGACY, made_of, ore

sums = st.integers(min_value=0, max_value=50).map(lambda kroner: kroner * 100)


@st.composite
def projections(draw: st.DrawFn) -> Projection:
    """Any yearly sums, today's systems running until some year and saved after."""
    first = draw(st.integers(2020, 2030))
    running = draw(st.integers(0, 6))
    years = []
    for index in range(draw(st.integers(1, 12))):
        invested = draw(sums)
        legacy = LEGACY if index <= running else draw(sums)
        years.append(
            YearFlow(
                year=first + index,
                investment=invested,
                loan_drawn=invested,
                interest=draw(sums),
                instalment=draw(sums),
                project=draw(sums),
                platform=draw(sums),
                legacy=legacy,
                legacy_saved=LEGACY - legacy,
                benefit=draw(sums),
            )
        )
    return made_of(tuple(years), first, npv=draw(sums))


@given(projections())
def test_between_a_projection_and_itself_is_nothing(projection: Projection) -> None:
    assert not compare_money(projection, projection).is_moved


@given(projections(), projections())
def test_the_way_back_costs_what_the_way_there_saved(
    one: Projection, other: Projection
) -> None:
    there, back = compare_money(one, other), compare_money(other, one)

    assert ore(there.lines) == {name: -it for name, it in ore(back.lines).items()}
    assert there.lines.net.ore == -back.lines.net.ore
    assert (there.first, there.last) == (back.first, back.last)
    assert there.investment.before == back.investment.after
    assert (there.present_values or ())[::-1] == (back.present_values or ())


def running(flow: YearFlow) -> int:
    """The net of a year before its loan."""
    return flow.net + flow.interest + flow.instalment


@given(projections(), projections())
def test_the_lines_add_up_to_the_net_of_the_years(
    one: Projection, other: Projection
) -> None:
    moved = compare_money(one, other)

    def net(projection: Projection) -> int:
        years = range(moved.first, moved.last + 1)
        loan = sum(it.interest + it.instalment for it in projection.years)
        return sum(running(it) for it in projection.years if it.year in years) - loan

    assert moved.lines.net.ore == net(other) - net(one)
    assert moved.lines.legacy.ore == -moved.lines.legacy_saved.ore


@given(projections(), st.integers(0, 8))
def test_a_loan_that_is_drawn_later_is_paid_in_full(
    projection: Projection, years: int
) -> None:
    later = replace(
        projection,
        years=tuple(replace(it, year=it.year + years) for it in projection.years),
    )

    moved = compare_money(projection, later)

    assert moved.lines.loan.ore == 0


@given(projections(), st.integers(0, 8))
def test_a_later_go_live_never_lowers_what_todays_systems_cost(
    projection: Projection, years: int
) -> None:
    later = replace(
        projection,
        years=tuple(replace(it, year=it.year + years) for it in projection.years),
    )

    assert compare_money(projection, later).lines.legacy.ore >= 0


@given(st.lists(projections(), min_size=2, max_size=5))
def test_in_all_is_the_sum_of_each(found: list[Projection]) -> None:
    moved: list[MovedMoney] = [
        compare_money(found[0], projection) for projection in found[1:]
    ]

    in_all = money_in_all(moved)

    assert in_all is not None
    assert in_all.lines.net.ore == sum(it.lines.net.ore for it in moved)
    assert in_all.lines.legacy.ore == sum(it.lines.legacy.ore for it in moved)
