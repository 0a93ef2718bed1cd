"""Durations: what can be written, and what cannot."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planning.durations import (
    LONGEST,
    ZERO,
    Duration,
    DurationError,
    Unit,
    parse_duration,
)


@pytest.mark.parametrize(
    ("text", "duration"),
    [
        ("5d", Duration(5)),
        ("10wd", Duration(10, Unit.WORKING_DAYS)),
        ("3w", Duration(3, Unit.WEEKS)),
        ("7mo", Duration(7, Unit.MONTHS)),
        ("-5wd", Duration(-5, Unit.WORKING_DAYS)),
        (" 0d\n", ZERO),
        ("007d", Duration(7)),
    ],
)
def test_a_duration_is_a_number_and_a_unit(text: str, duration: Duration) -> None:
    assert parse_duration(text) == duration


@pytest.mark.parametrize(
    "text",
    ["", "d", "5", "5 d", "+5d", "5D", "5m", "1.5d", "1,5d", "--5d", "5dd", "٣d"],
)
def test_anything_else_is_refused_with_its_text(text: str) -> None:
    with pytest.raises(DurationError) as refused:
        parse_duration(text)
    assert refused.value.text == text


@pytest.mark.parametrize("text", ["123456d", "99999mo", "-99999w"])
def test_more_than_a_century_is_a_slip_of_the_keyboard(text: str) -> None:
    with pytest.raises(DurationError):
        parse_duration(text)


@pytest.mark.parametrize("unit", Unit)
def test_the_longest_duration_is_no_longer_than_the_longest_in_days(
    unit: Unit,
) -> None:
    days = {"d": 1, "wd": 7 / 5, "w": 7, "mo": 30.44}[unit]
    assert LONGEST[unit] * days <= LONGEST[Unit.DAYS]
    with pytest.raises(ValueError, match="longer than a century"):
        Duration(LONGEST[unit] + 1, unit)


def test_only_an_amount_of_nothing_is_zero() -> None:
    assert Duration(0, Unit.MONTHS).is_zero
    assert not Duration(-1).is_zero


@given(st.integers(-999, 999), st.sampled_from(Unit))
def test_what_is_written_is_read_again(amount: int, unit: Unit) -> None:
    duration = Duration(amount, unit)
    assert parse_duration(str(duration)) == duration
