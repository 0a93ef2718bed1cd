"""What holds for every plan, whatever its dates: limits, margins, there and back."""

from calendar import monthrange
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planning.calendars import norway, to_date, to_day
from planning.compare import compare
from planning.conflicts import Kind
from planning.durations import Duration
from planning.evaluate import Evaluation, evaluate
from planning.snapshot import (
    ProgrammeMilestone,
    ReportState,
    Snapshot,
    Window,
    inclusive_window,
)
from planning.waves import delay_main_project
from tests.planning.programmes import NUMBER, iso, programme, report, wave, window

FIRST, LAST = date(2022, 1, 1), date(2030, 12, 31)
MONTHS_BEFORE = {
    "project-start": 19,
    "preproject-limit": 18,
    "withdrawal-limit": 13,
    "option-limit": 12,
}
AWKWARD = (
    date(2024, 2, 29),
    date(2028, 2, 29),
    date(2023, 2, 28),
    date(2025, 3, 31),
    date(2025, 8, 31),
    date(2026, 9, 30),
    date(2030, 12, 31),
)

go_lives = st.dates(FIRST, LAST) | st.sampled_from(AWKWARD)
status_dates = st.dates(date(2018, 1, 1), date(2032, 12, 31))
lengths = st.integers(1, 200)


def months_before(day: date, months: int) -> date:
    """Count back as people do: the same day, or the last of a shorter month."""
    year, month = divmod(12 * day.year + day.month - 1 - months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def planned(
    first: date, *, days: int = 1, status_date: date = date(2023, 11, 30)
) -> Snapshot:
    """A municipality in one wave, whose window is so many days long."""
    span = inclusive_window(first, first + timedelta(days=days - 1))
    return programme(wave("K13", span), status_date=status_date.isoformat())


@pytest.mark.parametrize("go_live", AWKWARD)
def test_the_second_reckoning_knows_the_ends_of_months(go_live: date) -> None:
    assert months_before(go_live, 12).month == go_live.month


def test_a_known_answer() -> None:
    dates = evaluate(planned(date(2025, 4, 26))).dates(NUMBER)

    assert {key: iso(day) for key, day in dates.items()} == {
        "project-start": "2023-09-26",
        "preproject-limit": "2023-10-26",
        "withdrawal-limit": "2024-03-26",
        "option-limit": "2024-04-26",
    }


@given(go_live=go_lives, days=lengths, status_date=status_dates)
def test_every_limit_is_one_subtraction_from_go_live(
    go_live: date, days: int, status_date: date
) -> None:
    evaluation = evaluate(planned(go_live, days=days, status_date=status_date))

    assert evaluation.go_live(NUMBER) == to_day(go_live)
    assert evaluation.dates(NUMBER) == {
        key: to_day(months_before(go_live, months))
        for key, months in MONTHS_BEFORE.items()
    }
    assert not any(limit.is_explicit for limit in evaluation.limits(NUMBER))


@given(go_live=go_lives, status_date=status_dates)
def test_silence_makes_no_conflict_but_that_it_is_silent(
    go_live: date, status_date: date
) -> None:
    evaluation = evaluate(planned(go_live, status_date=status_date))

    (margin,) = evaluation.margins.values()
    assert margin.days >= 0
    found = [it.kind for it in evaluation.conflicts]
    assert found == [Kind.WAVE_NOT_REPORTED] * (go_live < status_date)


@given(go_live=go_lives, status_date=status_dates)
def test_a_margin_is_what_was_planned_less_what_is_possible(
    go_live: date, status_date: date
) -> None:
    evaluation = evaluate(planned(go_live, status_date=status_date))
    margin = evaluation.margins[NUMBER]

    assert margin.planned == to_day(go_live)
    at = evaluation.schedule.activities[f"{NUMBER}.go-live"]
    assert margin.earliest == at.early_start
    assert margin.days == margin.planned - margin.earliest


@given(go_live=go_lives, status_date=status_dates)
def test_what_is_not_done_never_begins_before_the_status_date(
    go_live: date, status_date: date
) -> None:
    snapshot = planned(go_live, status_date=status_date)
    missing = report("project-start", ReportState.NOT_DONE)

    evaluation = evaluate(replace(snapshot, reports=(missing,)))

    start = evaluation.schedule.activities[f"{NUMBER}.project-start"]
    assert start.early_start >= to_day(status_date)
    # Its planned date is where it was: only what is possible has moved.
    assert to_date(start.start) == months_before(go_live, 19)


def dates_of(evaluation: Evaluation) -> dict[str, tuple[int, int]]:
    return {
        id: (at.start, at.finish) for id, at in evaluation.schedule.activities.items()
    }


@given(
    go_live=go_lives,
    days=lengths,
    elsewhere=go_lives,
    status_date=status_dates,
)
def test_moving_a_wave_there_and_back_restores_every_date(
    go_live: date, days: int, elsewhere: date, status_date: date
) -> None:
    here = planned(go_live, days=days, status_date=status_date)
    there = planned(elsewhere, days=days, status_date=status_date)
    before, between, after = evaluate(here), evaluate(there), evaluate(here)

    assert dates_of(after) == dates_of(before)
    assert after.margins == before.margins
    there_comparison, back = compare(before, between), compare(between, after)
    assert [(it.id, it.after, it.before) for it in back.moved] == [
        (it.id, it.before, it.after) for it in there_comparison.moved
    ]
    assert compare(before, after).moved == ()


@given(go_live=go_lives, days=lengths, by=st.integers(-300, 300))
def test_a_delay_in_days_moves_every_go_live_by_as_much(
    go_live: date, days: int, by: int
) -> None:
    snapshot = planned(go_live, days=days)
    plan = delay_main_project(snapshot.plan, Duration(by), calendar=norway())

    evaluation = evaluate(replace(snapshot, plan=plan))

    assert evaluation.go_live(NUMBER) == to_day(go_live) + by


@given(go_live=go_lives, status_date=status_dates)
def test_early_is_never_later_than_planned_while_nobody_reports(
    go_live: date, status_date: date
) -> None:
    evaluation = evaluate(planned(go_live, status_date=status_date))

    for at in evaluation.activities_of(NUMBER):
        assert at.early_start <= at.start, at.id
        assert at.total_float >= 0, at.id
        assert at.presumed == (at.early_start < to_day(status_date)), at.id


@given(
    start=st.dates(date(2010, 1, 1), date(2030, 1, 1)),
    length=st.integers(1, 2000),
    is_done=st.booleans(),
)
def test_a_date_of_the_programme_stands_where_it_is_written(
    start: date, length: int, is_done: bool
) -> None:
    span = Window(to_day(start), to_day(start) + length)
    phase = ProgrammeMilestone(key="phase", window=span, is_phase=True, is_done=is_done)
    snapshot = programme(
        wave("K13", window("2031-01-01")),
        milestones=[phase],
        status_date="2040-01-01",
    )

    at = evaluate(snapshot).schedule.activities["programme.phase"]

    assert (at.start, at.finish) == (span.start, span.end)
