"""Progress: what reports leave of an activity, and which cannot be true."""

import pytest

from planning.calendars import every_day, norway
from planning.durations import ZERO, Duration, Unit
from planning.errors import (
    ActualAfterStatusError,
    ActualOrderError,
    DateOutOfRangeError,
)
from planning.network import Activity
from planning.progress import ANY_DAY, Standing, Work, read_progress
from tests.networks import activity, day, schedule

TODAY = "2024-01-10"


def work(one: Activity, *, status_date: str | None = TODAY) -> Work:
    today = None if status_date is None else day(status_date)
    (found,) = read_progress([one], calendar=norway(), status_date=today)
    return found


@pytest.mark.parametrize(
    ("options", "standing"),
    [
        ({}, Standing.NOT_REPORTED),
        ({"remaining": "2d"}, Standing.NOT_DONE),
        ({"started": "2024-01-02"}, Standing.UNDER_WAY),
        ({"started": "2024-01-02", "remaining": "2d"}, Standing.UNDER_WAY),
        ({"finished": "2024-01-09"}, Standing.DONE),
        ({"finished": "2024-01-09", "remaining": "2d"}, Standing.DONE),
    ],
)
def test_a_report_says_where_an_activity_stands(
    options: dict[str, str], standing: Standing
) -> None:
    assert work(activity("A", **options)).standing is standing


@pytest.mark.parametrize(
    ("duration", "started", "left"),
    [
        ("20d", "2024-01-02", Duration(12)),
        ("2w", "2024-01-02", Duration(6)),
        ("1mo", "2024-01-02", Duration(23)),
        # Seven are worked from the 2nd to the 10th; the 10th is still to come.
        ("10wd", "2024-01-02", Duration(4, Unit.WORKING_DAYS)),
        ("5d", "2024-01-02", ZERO),
        ("3wd", "2024-01-02", Duration(0, Unit.WORKING_DAYS)),
        ("1mo", TODAY, Duration(1, Unit.MONTHS)),
    ],
)
def test_the_rest_of_what_is_under_way(
    duration: str, started: str, left: Duration
) -> None:
    assert work(activity("A", duration, started=started)).left == left


def test_without_a_status_date_all_is_left_from_the_actual_start() -> None:
    found = work(activity("A", "3w", started="2024-01-02"), status_date=None)
    assert (found.left, found.floor) == (Duration(3, Unit.WEEKS), day("2024-01-02"))


def test_a_milestone_that_has_begun_is_done() -> None:
    for remaining in (None, "0d"):
        found = work(activity("A", "0d", started="2024-01-02", remaining=remaining))
        assert (found.start, found.finish) == (day("2024-01-02"), day("2024-01-02"))
    waiting = work(activity("A", "0d", started="2024-01-02", remaining="2d"))
    assert waiting.standing is Standing.UNDER_WAY


def test_only_what_is_left_in_working_days_snaps() -> None:
    assert work(activity("A", "5wd")).snaps
    assert not work(activity("A", "5d")).snaps
    assert not work(activity("A", "0wd")).snaps
    assert not work(activity("A", "5wd", remaining="2d")).snaps


@pytest.mark.parametrize(
    ("kind", "earliest", "latest"),
    [
        ("start-no-earlier-than", "2024-02-05", None),
        ("start-no-later-than", None, "2024-02-05"),
        ("must-start-on", "2024-02-05", "2024-02-05"),
        # Five working days that reach Monday the 5th begin on the Tuesday before,
        # and those that are over by then on the Monday before.
        ("finish-no-earlier-than", "2024-01-30", None),
        ("finish-no-later-than", None, "2024-01-29"),
        ("must-finish-on", "2024-01-30", "2024-01-29"),
    ],
)
def test_a_constraint_bounds_the_begin(
    kind: str, earliest: str | None, latest: str | None
) -> None:
    found = work(activity("A", "5wd", constraint=kind, on="2024-02-05"))
    assert found.earliest == (ANY_DAY if earliest is None else day(earliest))
    assert found.latest == (None if latest is None else day(latest))


@pytest.mark.parametrize(
    ("kind", "floor", "latest"),
    [
        ("start-no-earlier-than", TODAY, None),
        ("must-start-on", TODAY, None),
        ("start-no-later-than", TODAY, None),
        ("finish-no-earlier-than", "2024-02-03", None),
        ("must-finish-on", "2024-02-03", "2024-02-03"),
        ("as-late-as-possible", TODAY, None),
    ],
)
def test_the_start_of_what_has_begun_is_a_fact(
    kind: str, floor: str, latest: str | None
) -> None:
    on = None if kind == "as-late-as-possible" else "2024-02-05"
    begun = activity(
        "A", "9d", started="2024-01-08", remaining="2d", constraint=kind, on=on
    )
    found = work(begun)
    assert found.floor == day(floor)
    assert found.latest == (None if latest is None else day(latest))


def test_the_earlier_of_two_late_dates_counts() -> None:
    options = {"constraint": "finish-no-later-than", "on": "2024-02-10"}
    early = work(activity("A", "5d", deadline="2024-02-05", **options))
    late = work(activity("A", "5d", deadline="2024-02-20", **options))
    assert early.latest == day("2024-01-31")
    assert late.latest == day("2024-02-05")


@pytest.mark.parametrize(
    ("duration", "options", "wrong"),
    [
        ("5d", {"started": "2024-01-11"}, "2024-01-11"),
        ("5d", {"finished": "2024-01-12"}, "2024-01-12"),
        ("0d", {"finished": "2024-01-11"}, "2024-01-11"),
        ("0d", {"started": "2024-01-11"}, "2024-01-11"),
    ],
)
def test_nothing_has_happened_after_the_status_date(
    duration: str, options: dict[str, str], wrong: str
) -> None:
    with pytest.raises(ActualAfterStatusError) as refused:
        work(activity("A", duration, **options))
    error = refused.value
    assert (error.id, error.day, error.status_date) == ("A", day(wrong), day(TODAY))
    assert wrong in str(error)


@pytest.mark.parametrize(
    ("duration", "finished"), [("5d", "2024-01-11"), ("0d", TODAY)]
)
def test_the_status_date_itself_has_happened(duration: str, finished: str) -> None:
    assert work(activity("A", duration, finished=finished)).is_done


def test_nothing_finishes_before_it_starts() -> None:
    reversed_dates = activity("A", started="2024-01-05", finished="2024-01-04")
    with pytest.raises(ActualOrderError) as refused:
        work(reversed_dates)
    error = refused.value
    assert error.id == "A"
    assert (error.actual_start, error.actual_finish) == (
        day("2024-01-05"),
        day("2024-01-04"),
    )
    assert "2024-01-05" in str(error)


def test_a_day_that_no_date_has_is_told_as_a_number() -> None:
    assert "day 99999999999" in str(DateOutOfRangeError(99999999999))
    assert "day 0" in str(DateOutOfRangeError(0))


def test_a_finish_that_must_be_later_keeps_what_is_under_way_going() -> None:
    """Logic and dates are kept for what remains; the start stays a fact."""
    begun = activity(
        "A",
        "9d",
        started="2024-01-08",
        remaining="2d",
        constraint="finish-no-earlier-than",
        on="2024-02-05",
    )
    at = schedule([begun], status_date=TODAY, calendar=every_day()).activities["A"]
    assert (at.early_start, at.early_finish) == (day("2024-01-08"), day("2024-02-05"))
