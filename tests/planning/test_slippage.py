"""The slippage of a scope is followed from vintage to vintage, never by code."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planning.slippage import (
    LATER_OFFER,
    Ends,
    Slip,
    Statement,
    ends_of,
    find_slippage,
    slip_between,
)
from planning.snapshot import Window
from tests.planning.programmes import window


def statement(position: int, first: str, *scopes: str, last: str = "") -> Statement:
    return Statement(
        key=f"S{position}",
        vintage=f"vintage-{position}",
        position=position,
        scopes=scopes,
        window=window(first, last or None),
    )


def test_the_first_vintage_has_slipped_from_nothing() -> None:
    (only,) = find_slippage([statement(1, "2022-05-01", "trust:HNT")], "trust:HNT")

    assert only.days is None


def test_each_vintage_is_compared_with_the_one_before() -> None:
    told = [
        statement(3, "2022-11-01", "trust:HNT"),
        statement(1, "2022-05-01", "trust:HNT", "region:namdal", last="2022-05-31"),
        statement(2, "2022-12-01", "trust:HMR"),
        statement(4, "2022-10-31", "trust:HNT"),
    ]

    steps = find_slippage(told, "trust:HNT")

    assert [step.statement.position for step in steps] == [1, 3, 4]
    assert [step.days for step in steps] == [None, 184, -1]


def test_the_later_of_two_offers_is_a_line_of_its_own() -> None:
    told = [
        statement(1, "2022-05-01", "region:namdal"),
        statement(2, "2023-07-01", "region:namdal" + LATER_OFFER),
    ]

    assert len(find_slippage(told, "region:namdal")) == 1
    assert len(find_slippage(told, "region:namdal" + LATER_OFFER)) == 1


def test_a_scope_that_no_vintage_names_has_no_slippage() -> None:
    assert find_slippage([statement(1, "2022-05-01", "trust:HNT")], "trust:STO") == ()


def test_between_two_days_the_slip_is_exact() -> None:
    slip = slip_between(window("2023-11-04"), window("2024-11-09"))

    assert slip == Slip(371, 371)
    assert slip.is_exact
    assert slip.in_months() == Slip(12, 12)


def test_what_is_known_to_a_month_has_moved_by_so_many_days_at_least_and_at_most() -> (
    None
):
    slip = slip_between(window("2022-05-01", "2022-05-31"), window("2024-11-09"))

    assert slip == Slip(893, 923)
    assert not slip.is_exact
    assert slip.in_months() == Slip(29, 30)


def test_a_day_inside_the_window_before_is_earlier_or_later() -> None:
    slip = slip_between(window("2024-10-01", "2024-11-30"), window("2024-11-09"))

    assert slip == Slip(-21, 39)
    assert slip.in_months() == Slip(-1, 1)


@pytest.mark.parametrize(
    ("days", "months"),
    [(0, 0), (15, 0), (16, 1), (-15, 0), (-16, -1), (365, 12), (-366, -12)],
)
def test_months_are_the_nearest(days: int, months: int) -> None:
    assert Slip(days, days).in_months() == Slip(months, months)


def test_several_who_go_live_apart_have_a_first_and_a_last_date() -> None:
    days = [window("2024-04-27"), window("2025-04-01", "2025-05-31")]

    assert ends_of(days) == Ends(days[0], days[1])
    assert not ends_of(days).is_one
    assert ends_of(days[:1] * 3) == Ends(days[0], days[0])
    assert ends_of(days[:1] * 3).is_one


def test_the_first_is_no_later_than_the_one_that_has_to_be_first() -> None:
    ends = ends_of([window("2025-04-01", "2025-05-31"), window("2025-05-09")])

    assert ends.first == window("2025-04-01", "2025-05-09")
    assert ends.last == window("2025-05-09", "2025-05-31")


KNOWN = st.builds(
    lambda first, days: Window(first, first + days),
    st.integers(738_000, 738_400),
    st.integers(1, 200),
)


@given(st.lists(KNOWN, min_size=1, max_size=6), st.data())
def test_whenever_each_goes_live_both_ends_are_where_they_are_told(
    known: list[Window], data: st.DataObject
) -> None:
    days = [data.draw(st.integers(it.start, it.last)) for it in known]
    ends = ends_of(known)

    assert ends.first.start <= min(days) <= ends.first.last
    assert ends.last.start <= max(days) <= ends.last.last
