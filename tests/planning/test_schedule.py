"""Schedules: examples of what is no matter of files.

Known answers for whole networks are in `tests/cases`, laws in `test_laws.py`.
"""

import pytest

from planning.calendars import FIRST_DAY, LAST_DAY, norway
from planning.errors import DateOutOfRangeError
from planning.network import compile_network
from planning.schedule import Bound, Ends, build_schedule
from tests.networks import START, activity, day, link, schedule

LATE = "as-late-as-possible"


def test_activities_come_in_the_order_of_the_network() -> None:
    found = schedule([activity("B"), activity("A")], [link("A", "B")])
    assert list(found.activities) == ["A", "B"]


def test_an_empty_network_starts_and_finishes_on_its_start() -> None:
    found = schedule([])
    assert (found.start, found.finish) == (day(START), day(START))
    assert (found.critical_path, found.activities) == ((), {})


def test_in_the_programme_an_end_is_bounded_by_its_own_early_finish() -> None:
    both = [activity("short", "5d"), activity("long", "50d")]
    alone = schedule(both).activities["short"]
    assert (alone.total_float, alone.critical) == (45, False)
    within = schedule(both, ends=Ends.OWN_FINISH).activities["short"]
    assert (within.total_float, within.critical) == (0, True)


def test_in_the_programme_float_counts_to_the_go_live_and_not_to_the_end() -> None:
    go_live = activity(
        "go-live", "0d", constraint=LATE, deadline="2024-02-01", is_target=True
    )
    found = schedule(
        [
            activity("training", "10d"),
            go_live,
            activity("wave", "0d", constraint="must-start-on", on="2024-02-01"),
            activity("archive", "300d"),
        ],
        [
            link("training", "go-live"),
            link("go-live", "archive"),
            link("wave", "archive"),
        ],
        ends=Ends.OWN_FINISH,
    ).activities
    assert found["go-live"].start == day("2024-02-01")
    assert found["go-live"].early_start == day("2024-01-11")
    assert (found["training"].total_float, found["training"].critical) == (21, True)
    assert found["archive"].total_float == 0


def test_a_target_makes_what_drives_it_critical_though_it_has_float() -> None:
    activities = [
        activity("A", "3d"),
        activity("B", "1d"),
        activity("go-live", "0d", deadline="2024-02-01", is_target=True),
    ]
    found = schedule(
        activities,
        [link("A", "go-live"), link("B", "go-live")],
        ends=Ends.OWN_FINISH,
    ).activities
    assert [found[id].critical for id in ("A", "B", "go-live")] == [True, False, True]
    assert found["A"].total_float == 28


def test_an_end_as_late_as_possible_is_planned_for_the_network_s_finish() -> None:
    found = schedule([activity("A", "20d"), activity("B", "2d", constraint=LATE)])
    assert found.activities["B"].start == day("2024-01-19")
    assert found.activities["B"].held_by == ()


def test_an_end_as_late_as_possible_is_planned_early_in_the_programme() -> None:
    found = schedule(
        [activity("A", "20d"), activity("B", "2d", constraint=LATE)],
        ends=Ends.OWN_FINISH,
    )
    assert found.activities["B"].start == day(START)


def test_what_is_as_late_as_possible_says_who_holds_it() -> None:
    found = schedule(
        [
            activity("A", "1d", constraint=LATE),
            activity("B", "1d", constraint="must-start-on", on="2024-01-11"),
            activity("C", "1d", constraint="must-start-on", on="2024-01-10"),
            activity("D", "1d", constraint="must-start-on", on="2024-01-09"),
        ],
        [link("A", "B"), link("A", "C", lag="-1d"), link("A", "D", "SS")],
    )
    assert found.activities["A"].start == day("2024-01-09")
    assert found.activities["A"].held_by == ("D",)
    assert found.activities["B"].held_by == ()


def test_nobody_holds_what_its_own_deadline_does() -> None:
    found = schedule(
        [
            activity("A", "1d", constraint=LATE, deadline="2024-01-05"),
            activity("B", "1d", constraint="must-start-on", on="2024-01-11"),
        ],
        [link("A", "B")],
    )
    assert found.activities["A"].start == day("2024-01-04")
    assert found.activities["A"].held_by == ()


def test_every_predecessor_that_sets_the_start_is_named_once() -> None:
    found = schedule(
        [activity("A", "5d"), activity("B", "5d"), activity("C", "4d"), activity("D")],
        [
            link("B", "D"),
            link("A", "D"),
            link("A", "D", "SS", "5d"),
            link("C", "D"),
        ],
    )
    assert found.activities["D"].driven_by == ("A", "B")


def test_a_weekend_between_does_not_hide_the_driver() -> None:
    found = schedule(
        [activity("A", "5d"), activity("B", "6d"), activity("C", "1wd")],
        [link("A", "C"), link("B", "C")],
        start="2024-01-08",
        calendar=norway(),
    )
    assert found.activities["C"].driven_by == ("A", "B")


def test_the_path_goes_around_what_is_done() -> None:
    found = schedule(
        [
            activity("A", "5d", started=START, finished="2024-01-06"),
            activity("B", "5d"),
            activity("C", "2d"),
        ],
        [link("A", "C"), link("B", "C")],
    )
    assert found.activities["C"].driven_by == ("A", "B")
    assert found.critical_path == ("B", "C")
    assert not found.activities["A"].critical


def test_nothing_is_critical_where_all_is_done() -> None:
    found = schedule([activity("A", "5d", started=START, finished="2024-01-06")])
    assert found.critical_path == ()
    assert not found.activities["A"].critical


def test_the_path_ends_with_what_ends_the_network() -> None:
    found = schedule([activity("A"), activity("end", "0d")], [link("A", "end")])
    assert found.critical_path == ("A", "end")


@pytest.mark.parametrize(
    ("bound", "options"),
    [
        (Bound.NETWORK_START, {}),
        (Bound.CONSTRAINT, {"constraint": "start-no-earlier-than", "on": "2024-02-01"}),
        (Bound.STATUS_DATE, {"remaining": "5wd"}),
        (Bound.ACTUAL, {"started": "2024-01-09"}),
        (Bound.ACTUAL, {"started": "2024-01-02", "finished": "2024-01-09"}),
        (Bound.PRESUMED, {"constraint": LATE, "deadline": "2024-01-10"}),
        (Bound.STATUS_DATE, {"constraint": LATE, "deadline": "2024-03-01"}),
    ],
)
def test_an_early_start_says_what_it_hangs_on(
    bound: Bound, options: dict[str, str]
) -> None:
    found = schedule(
        [activity("A", "5wd", **options)],
        status_date="2024-01-20",
        calendar=norway(),
    )
    assert found.activities["A"].bound is bound


def test_a_link_is_named_before_a_date_on_the_same_day() -> None:
    pinned = activity("B", constraint="start-no-earlier-than", on="2024-01-06")
    found = schedule([activity("A", "5d"), pinned], [link("A", "B")])
    assert found.activities["A"].bound is Bound.NETWORK_START
    assert found.activities["B"].bound is Bound.LINK


@pytest.mark.parametrize(
    ("options", "start", "pinned"),
    [
        # On the way forward, on the way back, and while the facts are read.
        ({}, LAST_DAY - 3, None),
        ({}, FIRST_DAY, "1950-01-05"),
        ({"finished": "1950-01-05"}, FIRST_DAY, None),
    ],
)
def test_dates_outside_the_calendar_name_the_activity(
    options: dict[str, str], start: int, pinned: str | None
) -> None:
    kind = None if pinned is None else "must-start-on"
    end = activity("end", "0d", constraint=kind, on=pinned)
    network = compile_network([activity("A", "3w", **options), end], [link("A", "end")])
    with pytest.raises(DateOutOfRangeError) as refused:
        build_schedule(network, calendar=norway(), start=start)
    assert refused.value.activity == "A"
    assert "A" in str(refused.value)
