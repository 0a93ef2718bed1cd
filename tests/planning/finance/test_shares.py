"""Parts of calendar years, against a count of the days."""

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planning.finance.shares import (
    Shares,
    days_within,
    first_day,
    growing,
    level_after,
    running_from,
)

YEARS = range(2022, 2030)
DAYS = st.integers(first_day(2021), first_day(2031))


def day(text: str) -> int:
    return date.fromisoformat(text).toordinal()


def fractions(shares: Shares) -> list[Fraction]:
    return [Fraction(*share) for share in shares]


def test_what_is_level_is_whole_from_the_year_after() -> None:
    assert fractions(level_after(2023, range(2022, 2026))) == [0, 0, 1, 1]


def test_what_runs_from_a_day_counts_that_day() -> None:
    shares = running_from(day("2024-12-31"), range(2023, 2026))

    assert fractions(shares) == [0, Fraction(1, 366), 1]


def test_what_grows_over_a_calendar_year_is_half_there_in_it() -> None:
    shares = growing(day("2023-01-01"), day("2024-01-01"), range(2022, 2025))

    assert fractions(shares) == [0, Fraction(1, 2), 1]


def test_what_grows_over_two_years_is_a_quarter_and_three_quarters_there() -> None:
    shares = growing(day("2022-01-01"), day("2024-01-01"), range(2022, 2025))

    assert fractions(shares) == [Fraction(1, 4), Fraction(3, 4), 1]


def test_what_grows_in_no_time_is_there_from_its_day() -> None:
    begin = day("2023-07-02")

    assert growing(begin, begin, YEARS) == running_from(begin, YEARS)


@pytest.mark.parametrize(
    ("first", "end", "days"),
    [
        ("2022-12-30", "2023-01-03", [2, 2, 0]),
        ("2020-01-01", "2022-01-02", [1, 0, 0]),
        ("2023-05-05", "2023-05-05", [0, 0, 0]),
    ],
)
def test_the_days_of_an_interval_in_each_year(
    first: str, end: str, days: list[int]
) -> None:
    assert days_within(day(first), day(end), range(2022, 2025)) == tuple(days)


@given(DAYS, st.integers(1, 1200))
def test_what_grows_is_the_sum_of_its_days(begin: int, length: int) -> None:
    full = begin + length

    def in_the_middle_of(each: int) -> Fraction:
        grown = Fraction(2 * (each - begin) + 1, 2 * length)
        return min(max(grown, Fraction(0)), Fraction(1))

    for year, share in zip(YEARS, growing(begin, full, YEARS), strict=True):
        days = range(first_day(year), first_day(year + 1))
        mean = sum(map(in_the_middle_of, days), Fraction(0)) / len(days)
        assert Fraction(*share) == mean


@given(DAYS, DAYS)
def test_what_begins_later_is_never_more(one: int, other: int) -> None:
    early, late = sorted((one, other))

    for made in (
        lambda begin: running_from(begin, YEARS),
        lambda begin: growing(begin, begin + 365, YEARS),
    ):
        pairs = zip(fractions(made(early)), fractions(made(late)), strict=True)
        assert all(0 <= less <= more <= 1 for more, less in pairs)
