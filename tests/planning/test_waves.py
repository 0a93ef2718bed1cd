"""Moving waves: whole months stay whole months, and what is live stays."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planning.calendars import every_day, norway
from planning.durations import Duration, Unit, parse_duration
from planning.snapshot import Plan, Precision, Template, Window
from planning.waves import delay_main_project, shift_wave, shift_window
from tests.planning.programmes import day, iso, wave, window

CALENDAR = norway()
SIX_MONTHS = parse_duration("6mo")


def dates(shifted: Window) -> tuple[str, str]:
    return iso(shifted.start), iso(shifted.last)


@pytest.mark.parametrize(
    ("first", "last", "by", "expected"),
    [
        ("2025-04-01", "2025-05-31", "6mo", ("2025-10-01", "2025-11-30")),
        ("2025-04-01", "2025-05-31", "-2mo", ("2025-02-01", "2025-03-31")),
        ("2023-02-01", "2023-02-28", "12mo", ("2024-02-01", "2024-02-29")),
        ("2024-11-09", "2024-11-09", "6mo", ("2025-05-09", "2025-05-09")),
        ("2024-08-31", "2024-08-31", "6mo", ("2025-03-01", "2025-03-01")),
        ("2025-04-01", "2025-05-31", "10d", ("2025-04-11", "2025-06-10")),
    ],
)
def test_a_window_moves_with_both_its_ends(
    first: str, last: str, by: str, expected: tuple[str, str]
) -> None:
    moved = shift_window(window(first, last), parse_duration(by), calendar=CALENDAR)

    assert dates(moved) == expected


def test_a_window_keeps_its_precision() -> None:
    month = window("2023-02-01", "2023-02-28", Precision.MONTH)

    moved = shift_window(month, SIX_MONTHS, calendar=CALENDAR)

    assert moved.precision is Precision.MONTH


@pytest.mark.parametrize(
    ("first", "last", "by", "expected"),
    [
        ("2025-01-30", "2025-01-31", "1mo", ("2025-03-01", "2025-03-01")),
        ("2025-03-29", "2025-03-30", "-1mo", ("2025-02-28", "2025-02-28")),
    ],
)
def test_a_window_at_the_end_of_a_month_keeps_a_day(
    first: str, last: str, by: str, expected: tuple[str, str]
) -> None:
    moved = shift_window(window(first, last), parse_duration(by), calendar=CALENDAR)

    assert dates(moved) == expected


@given(
    start=st.integers(day("2020-01-01"), day("2030-12-31")),
    length=st.integers(1, 100),
    amount=st.integers(-60, 60),
    unit=st.sampled_from(list(Unit)),
)
def test_every_window_can_be_moved_by_every_time(
    start: int, length: int, amount: int, unit: Unit
) -> None:
    moved = shift_window(
        Window(start, start + length), Duration(amount, unit), calendar=CALENDAR
    )

    assert moved.start == CALENDAR.advance(start, Duration(amount, unit))
    assert moved.end > moved.start


@given(
    start=st.integers(day("2020-01-01"), day("2030-12-31")),
    length=st.integers(1, 100),
    days=st.integers(-500, 500),
)
def test_moving_by_days_there_and_back_restores_the_window(
    start: int, length: int, days: int
) -> None:
    calendar = every_day()
    there = shift_window(
        Window(start, start + length), Duration(days), calendar=calendar
    )

    assert shift_window(there, Duration(-days), calendar=calendar) == Window(
        start, start + length
    )


def test_a_wave_moves_with_its_window_and_the_day_that_the_office_set() -> None:
    planned = wave("K13", window("2025-04-01", "2025-05-31"), set_day="2025-04-26")

    moved = shift_wave(planned, SIX_MONTHS, calendar=CALENDAR)

    assert moved.window is not None
    assert dates(moved.window) == ("2025-10-01", "2025-11-30")
    assert moved.set_day == day("2025-10-26")


def test_a_wave_without_a_date_still_has_none() -> None:
    planned = wave("K13")

    assert shift_wave(planned, SIX_MONTHS, calendar=CALENDAR) == planned


def test_a_delay_moves_every_wave_but_those_that_are_live() -> None:
    live = wave("PD1", window("2021-10-01", "2021-10-31"), actual=window("2021-10-30"))
    plan = Plan(
        name="current",
        waves=(
            live,
            wave("PD2", window("2022-05-01", "2022-05-31")),
            wave("SW2", window("2023-07-01", "2023-12-31")),
        ),
        placements=(),
        template=Template(activities=(), links=()),
    )

    first, second, third = delay_main_project(plan, SIX_MONTHS, calendar=CALENDAR).waves

    assert first == live
    assert second.window is not None
    assert dates(second.window) == ("2022-11-01", "2022-11-30")
    assert third.window is not None
    assert dates(third.window) == ("2024-01-01", "2024-06-30")
