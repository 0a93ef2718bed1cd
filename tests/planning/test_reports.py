"""Reports as the engine takes them: windows into days, and what nobody dated."""

import pytest

from planning.durations import parse_duration
from planning.network import Activity
from planning.rollout import generate_activities
from planning.snapshot import Precision, Report, ReportState
from tests.planning.programmes import STATUS_DATE, day, programme, report, window


def unreported(key: str) -> Activity:
    rollout = generate_activities(programme())
    return next(it for it in rollout.activities if it.id == f"1516.{key}")


def progress(activity: str, state: ReportState, **known: object) -> Activity:
    said: Report = report(activity, state, **known)  # type: ignore[arg-type]  # as given
    rollout = generate_activities(programme(reports=[said]))
    return next(it for it in rollout.activities if it.id == f"1516.{activity}")


def test_without_a_report_nothing_is_known() -> None:
    training = unreported("training")

    assert (training.actual_start, training.actual_finish) == (None, None)
    assert training.remaining is None


def test_a_milestone_that_is_done_counts_from_the_first_day_it_may_have_been() -> None:
    month = window("2022-12-01", "2022-12-31", Precision.MONTH)

    done = progress("option-exercised", ReportState.DONE, finish=month)

    assert done.actual_start == done.actual_finish == day("2022-12-01")


def test_a_milestone_may_be_reported_by_its_start() -> None:
    done = progress("option-exercised", ReportState.DONE, start=window("2022-12-15"))

    assert done.actual_finish == day("2022-12-15")


def test_work_that_is_done_ended_on_the_last_day_it_may_have() -> None:
    done = progress(
        "training",
        ReportState.DONE,
        start=window("2023-09-01"),
        finish=window("2023-10-01", "2023-10-31"),
    )

    assert done.actual_start == day("2023-09-01")
    assert done.actual_finish == day("2023-11-01")


def test_work_that_is_done_was_done_by_the_status_date() -> None:
    done = progress(
        "training", ReportState.DONE, finish=window("2023-01-01", "2023-12-31")
    )

    assert done.actual_finish == day(STATUS_DATE) + 1


@pytest.mark.parametrize(
    ("activity", "finish"), [("option-exercised", 0), ("training", 1)]
)
def test_what_is_done_at_an_unknown_time_was_done_by_the_status_date(
    activity: str, finish: int
) -> None:
    done = progress(activity, ReportState.DONE)

    assert done.actual_finish == day(STATUS_DATE) + finish


def test_work_that_has_started_may_say_what_is_left() -> None:
    started = progress(
        "training", ReportState.STARTED, start=window("2023-11-01"), remaining="4w"
    )

    assert started.actual_start == day("2023-11-01")
    assert started.actual_finish is None
    assert started.remaining == parse_duration("4w")


def test_work_that_started_at_an_unknown_time_had_by_the_status_date() -> None:
    assert progress("training", ReportState.STARTED).actual_start == day(STATUS_DATE)


@pytest.mark.parametrize(("left", "expected"), [("4w", "4w"), (None, "10w")])
def test_what_is_reported_as_not_done_has_work_left(
    left: str | None, expected: str
) -> None:
    late = progress("training", ReportState.NOT_DONE, remaining=left)

    assert late.actual_start is None
    assert late.remaining == parse_duration(expected)
