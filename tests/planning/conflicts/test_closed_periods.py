"""Days on which nobody goes live, and the nearest on which one may."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planning.calendars import to_date, to_day
from planning.circumstances import ClosedPeriod
from planning.conflicts import Conflict, Kind, Mend, Severity
from planning.conflicts.closed_periods import falls_in
from planning.evaluate import evaluate
from planning.snapshot import ReportState, Wave
from tests.planning.programmes import NUMBER, day, programme, report, wave, window

JULY = ClosedPeriod(key="july", first=(7, 1), last=(7, 31))
CHRISTMAS = ClosedPeriod(key="christmas", first=(12, 20), last=(1, 6))


def closed(
    planned: Wave, *periods: ClosedPeriod, status_date: str = "2023-11-30"
) -> tuple[Conflict, ...]:
    snapshot = programme(
        planned, placed=[], closed_periods=periods, status_date=status_date
    )
    return evaluate(snapshot).conflicts


@pytest.mark.parametrize(
    ("period", "inside", "outside"),
    [
        (JULY, ["2025-07-01", "2025-07-31"], ["2025-06-30", "2025-08-01"]),
        (
            CHRISTMAS,
            ["2025-12-20", "2025-12-31", "2026-01-01", "2026-01-06"],
            ["2025-12-19", "2026-01-07"],
        ),
    ],
)
def test_both_ends_are_closed(
    period: ClosedPeriod, inside: list[str], outside: list[str]
) -> None:
    assert all(falls_in(period, day(text)) for text in inside)
    assert not any(falls_in(period, day(text)) for text in outside)


@pytest.mark.parametrize(
    ("text", "from_leap", "to_leap", "to_28"),
    [
        ("2024-02-28", False, True, True),
        ("2024-02-29", True, True, False),
        ("2025-02-28", True, True, True),
        ("2025-02-27", False, True, True),
        ("2025-03-01", True, False, False),
    ],
)
def test_leap_day_is_the_last_of_every_february(
    text: str, from_leap: bool, to_leap: bool, to_28: bool
) -> None:
    def inside(first: tuple[int, int], last: tuple[int, int]) -> bool:
        return falls_in(ClosedPeriod(key="p", first=first, last=last), day(text))

    assert inside((2, 29), (3, 31)) is from_leap
    assert inside((2, 1), (2, 29)) is to_leap
    assert inside((2, 1), (2, 28)) is to_28
    # Running over new year, from and to the same ends.
    assert inside((2, 29), (1, 31)) is from_leap
    assert inside((12, 1), (2, 29)) is to_leap


@given(st.dates(date(2020, 1, 1), date(2032, 12, 31)), st.integers(0, 400))
def test_a_period_and_what_is_left_of_the_year_are_never_both_closed(
    at: date, days: int
) -> None:
    start = to_date(to_day(at))
    end = to_date(to_day(at) + days % 360)
    first, last = (start.month, start.day), (end.month, end.day)
    closed_days = ClosedPeriod(key="p", first=first, last=last)

    assert falls_in(closed_days, to_day(start))
    assert falls_in(closed_days, to_day(end))


def test_a_wave_on_an_open_day_is_no_conflict() -> None:
    assert closed(wave("K13", window("2025-06-30")), JULY, CHRISTMAS) == ()


def test_a_wave_on_a_closed_day_is_a_warning() -> None:
    (found,) = closed(wave("K13", window("2025-07-03")), CHRISTMAS, JULY)

    assert found.kind is Kind.GO_LIVE_IN_CLOSED_PERIOD
    assert found.severity is Severity.WARNING
    assert found.concerns == ("wave.K13",)
    assert found.values == (
        ("day", "2025-07-03"),
        ("period", "july"),
        ("next-free", "2025-06-30"),
    )
    assert found.mend == Mend("set-wave-day", "K13", "2025-06-30")


def test_of_two_days_as_near_the_later_is_named() -> None:
    (found,) = closed(wave("K13", window("2025-07-16")), JULY)

    assert found.mend == Mend("set-wave-day", "K13", "2025-08-01")


def test_a_day_inside_the_window_is_nearer_than_any_other() -> None:
    (found,) = closed(wave("K13", window("2025-07-01", "2025-08-31")), JULY)

    assert found.mend == Mend("set-wave-day", "K13", "2025-08-01")


def test_a_window_is_told_where_its_first_day_is_reckoned_with() -> None:
    planned = window("2025-07-01", "2025-08-31")

    (in_window,) = closed(wave("K13", planned), JULY)
    (on_a_day,) = closed(wave("K13", planned, set_day="2025-07-10"), JULY)

    assert in_window.values[-2:] == (
        ("window-first", "2025-07-01"),
        ("window-last", "2025-08-31"),
    )
    assert "window-first" not in dict(on_a_day.values)


def test_a_day_that_the_office_set_is_mended_by_the_nearest() -> None:
    # 31 May is in the window, and further away.
    planned = wave("K13", window("2025-04-01", "2025-05-31"), set_day="2025-07-05")

    (found,) = closed(planned, JULY)

    assert found.mend == Mend("set-wave-day", "K13", "2025-06-30")


def test_of_two_days_as_near_the_one_in_the_window_is_named() -> None:
    planned = wave("K13", window("2025-06-01", "2025-07-20"), set_day="2025-07-16")

    (found,) = closed(planned, JULY)

    assert found.mend == Mend("set-wave-day", "K13", "2025-06-30")


@pytest.mark.parametrize(
    ("decided", "free"),
    [("2025-04-01", "2025-06-30"), ("2025-07-05", "2025-08-01"), (None, "2025-08-01")],
)
def test_nobody_is_sent_to_a_day_that_silence_does_not_support(
    decided: str | None, free: str
) -> None:
    # The introduction has begun, and nobody has reported anything.
    found = evaluate(
        programme(
            wave("K13", window("2025-07-05")),
            decided={} if decided is None else {NUMBER: decided},
            closed_periods=[JULY],
            status_date="2024-03-01",
        )
    ).conflicts

    (closed_day,) = (it for it in found if it.kind is Kind.GO_LIVE_IN_CLOSED_PERIOD)
    assert closed_day.mend == Mend("set-wave-day", "K13", free)


def test_no_day_that_the_facts_forbid_is_named() -> None:
    # A year and the pre-project from the status date: 30 August 2025.
    found = evaluate(
        programme(
            wave("K13", window("2025-07-05")),
            reports=[report("preproject", ReportState.NOT_DONE)],
            closed_periods=[JULY],
            status_date="2024-02-29",
        )
    ).conflicts

    (closed_day,) = (it for it in found if it.kind is Kind.GO_LIVE_IN_CLOSED_PERIOD)
    (late,) = (it for it in found if it.kind is Kind.MARGIN_NEGATIVE)
    earliest = to_date(day("2025-07-05") + late.days).isoformat()
    assert closed_day.mend == Mend("set-wave-day", "K13", earliest)


def test_a_window_that_is_closed_all_through_leaves_the_days_around() -> None:
    (found,) = closed(wave("K13", window("2025-07-05", "2025-07-25")), JULY)

    assert found.mend == Mend("set-wave-day", "K13", "2025-06-30")


def test_no_day_before_the_status_date_is_named() -> None:
    planned = wave("K13", window("2025-07-03"))

    (found,) = closed(planned, JULY, status_date="2025-07-02")

    assert found.mend == Mend("set-wave-day", "K13", "2025-08-01")


def test_periods_that_meet_are_left_together() -> None:
    august = ClosedPeriod(key="august", first=(8, 1), last=(8, 15))

    (found,) = closed(wave("K13", window("2025-07-31")), JULY, august)

    assert dict(found.values)["next-free"] == "2025-08-16"


def test_where_every_day_is_closed_none_is_named() -> None:
    always = ClosedPeriod(key="always", first=(1, 1), last=(12, 31))

    (found,) = closed(wave("K13", window("2025-07-31")), always)

    assert found.values == (("day", "2025-07-31"), ("period", "always"))
    assert found.mend == Mend("set-wave-day", "K13")


def test_the_calendar_ends_the_search() -> None:
    (found,) = closed(wave("K13", window("2100-12-24")), CHRISTMAS)

    assert dict(found.values)["next-free"] == "2100-12-19"
    assert found.mend == Mend("set-wave-day", "K13", "2100-12-19")


@pytest.mark.parametrize(
    "planned",
    [
        wave("K13"),
        wave("K13", window("2023-07-03"), actual=window("2023-07-03")),
    ],
)
def test_what_is_live_or_has_no_date_is_none(planned: Wave) -> None:
    found = closed(planned, JULY)

    assert Kind.GO_LIVE_IN_CLOSED_PERIOD not in {it.kind for it in found}
