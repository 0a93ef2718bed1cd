"""Whole kroner, exact sums, and prices that don't mix."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planning.money import (
    KRONE,
    Amount,
    PriceYearError,
    allocate,
    round_to_krone,
    share_of,
    to_kroner,
    to_ore,
)

WHOLE_KRONER = st.integers(0, 10**9).map(lambda kroner: kroner * KRONE)


def test_amounts_of_one_price_year_are_added_and_taken_away() -> None:
    assert Amount(300, 2023) + Amount(200, 2023) == Amount(500, 2023)
    assert Amount(300, 2023) - Amount(200, 2023) == Amount(100, 2023)


@pytest.mark.parametrize("other", [2022, None])
def test_amounts_of_different_prices_are_never_added(other: int | None) -> None:
    with pytest.raises(PriceYearError) as refused:
        Amount(300, 2023) + Amount(200, other)
    assert (refused.value.one, refused.value.other) == (2023, other)
    with pytest.raises(PriceYearError):
        Amount(300, 2023) - Amount(200, other)


def test_kroner_become_whole_ore() -> None:
    assert to_ore(Decimal("18500000.50")) == 1_850_000_050
    assert to_kroner(1_850_000_050) == Decimal("18500000.50")


def test_a_part_of_an_ore_is_refused() -> None:
    with pytest.raises(ValueError, match="whole number of øre"):
        to_ore(Decimal("0.005"))


@pytest.mark.parametrize(
    ("ore", "rounded"), [(149, 100), (150, 200), (-150, -200), (0, 0)]
)
def test_half_a_krone_goes_away_from_nothing(ore: int, rounded: int) -> None:
    assert round_to_krone(ore) == rounded


@pytest.mark.parametrize(
    ("share", "kroner"), [((1, 3), 333), ((2, 3), 667), ((1, 2000), 1), ((0, 1), 0)]
)
def test_a_share_is_in_whole_kroner(share: tuple[int, int], kroner: int) -> None:
    assert share_of(1000 * KRONE, *share) == kroner * KRONE


def test_a_sum_is_given_out_by_weight() -> None:
    assert allocate(1000 * KRONE, [1, 1, 1]) == (33_300, 33_400, 33_300)
    assert allocate(1000 * KRONE, [0, 5, 0]) == (0, 100_000, 0)


def test_nothing_is_given_out_without_weights() -> None:
    assert allocate(0, [0, 0]) == (0, 0)


@given(
    WHOLE_KRONER,
    st.lists(st.integers(0, 10**6), min_size=1, max_size=30).filter(any),
)
def test_parts_add_up_and_are_within_a_krone_of_their_due(
    ore: int, weights: list[int]
) -> None:
    parts = allocate(ore, weights)

    assert sum(parts) == ore
    for part, weight in zip(parts, weights, strict=True):
        assert part >= 0
        assert part % KRONE == 0
        assert abs(part - ore * weight / sum(weights)) <= KRONE
