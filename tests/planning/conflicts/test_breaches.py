"""Deadlines and pinned dates in any network, against what its logic allows."""

import pytest

from planning.calendars import every_day
from planning.conflicts import Conflict, Kind, Severity, find_breaches
from planning.durations import parse_duration
from planning.network import (
    Activity,
    Constraint,
    ConstraintKind,
    Link,
    compile_network,
)
from planning.schedule import build_schedule
from tests.planning.programmes import day

START = day("2024-01-01")


def breaches(
    second: Activity, *, first: str = "10d", status_date: int | None = None
) -> tuple[Conflict, ...]:
    """Two activities in a row; the first takes ten days from the start."""
    network = compile_network(
        [Activity(id="A", duration=parse_duration(first)), second],
        [Link(predecessor="A", successor="B")],
    )
    schedule = build_schedule(
        network, calendar=every_day(), start=START, status_date=status_date
    )
    return find_breaches(network, schedule)


def second(**fields: object) -> Activity:
    return Activity(id="B", duration=parse_duration("5d"), **fields)  # type: ignore[arg-type]  # as given


def pinned(kind: str, days: int) -> Constraint:
    return Constraint(kind=ConstraintKind(kind), day=START + days)


def test_a_deadline_that_is_kept_is_no_conflict() -> None:
    assert breaches(second(deadline=START + 15)) == ()


def test_a_missed_deadline_says_by_how_many_days() -> None:
    (found,) = breaches(second(deadline=START + 12))

    assert (found.kind, found.days) == (Kind.DEADLINE_MISSED, 3)
    assert (found.severity, found.concerns) == (Severity.ERROR, ("B",))


@pytest.mark.parametrize(
    ("constraint", "days"),
    [
        (pinned("start-no-later-than", 9), 1),
        (pinned("must-start-on", 8), 2),
        (pinned("finish-no-later-than", 12), 3),
        (pinned("must-finish-on", 11), 4),
    ],
)
def test_a_date_against_the_logic_says_by_how_many_days(
    constraint: Constraint, days: int
) -> None:
    (found,) = breaches(second(constraint=constraint))

    assert (found.kind, found.days) == (Kind.DATE_AGAINST_LOGIC, days)


@pytest.mark.parametrize(
    "constraint",
    [
        pinned("start-no-later-than", 10),
        pinned("must-start-on", 12),
        pinned("finish-no-later-than", 15),
        pinned("start-no-earlier-than", 3),
        pinned("finish-no-earlier-than", 3),
        Constraint(kind=ConstraintKind.AS_LATE_AS_POSSIBLE),
        None,
    ],
)
def test_a_date_that_the_logic_allows_is_no_conflict(
    constraint: Constraint | None,
) -> None:
    assert breaches(second(constraint=constraint)) == ()


def test_a_missed_deadline_hides_no_broken_date() -> None:
    found = breaches(second(deadline=START + 12, constraint=pinned("must-start-on", 8)))

    assert [it.kind for it in found] == [
        Kind.DEADLINE_MISSED,
        Kind.DATE_AGAINST_LOGIC,
    ]


def test_what_is_done_breaks_nothing() -> None:
    done = second(deadline=START + 1, actual_start=START + 10, actual_finish=START + 15)

    assert breaches(done, status_date=START + 20) == ()


def test_what_has_begun_has_kept_or_broken_its_start_long_ago() -> None:
    begun = second(constraint=pinned("start-no-later-than", 5), actual_start=START + 10)

    assert breaches(begun, status_date=START + 12) == ()
