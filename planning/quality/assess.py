"""Every check in a row, in the order in which a planner reads them."""

from collections.abc import Callable, Mapping, Sequence

from planning.calendars import Calendar
from planning.network import Activity, Link
from planning.quality import dates, logic
from planning.quality.path_test import try_network, try_programme
from planning.quality.subject import Subject, network_subject, programme_subject
from planning.quality.values import Finding, Quality
from planning.rollout import Node
from planning.schedule import Ends, Schedule
from planning.snapshot import Snapshot
from planning.thresholds import Thresholds

Rule = Callable[[Subject, Thresholds], Finding]

OF_LOGIC: tuple[Rule, ...] = (
    logic.find_missing_predecessors,
    logic.find_missing_successors,
    logic.find_negative_lags,
    logic.find_long_lags,
    logic.find_link_kinds,
    logic.find_hard_constraints,
    logic.find_long_durations,
    logic.find_estimates_without_source,
)
OF_DATES: tuple[Rule, ...] = (
    dates.find_negative_floats,
    dates.find_high_floats,
    dates.find_unused_floats,
    dates.find_invalid_dates,
    dates.find_closed_days,
    dates.find_dates_by_hand,
    dates.find_missed_dates,
)


def assess_programme(
    snapshot: Snapshot,
    nodes: Mapping[str, Node],
    activities: Sequence[Activity],
    schedule: Schedule,
    *,
    calendar: Calendar,
) -> Quality:
    """Ask everything of the plan of the programme."""
    subject = programme_subject(
        snapshot, nodes, activities, schedule, calendar=calendar
    )
    path = try_programme(
        snapshot, nodes, schedule, snapshot.thresholds, calendar=calendar
    )
    return _quality(subject, snapshot.thresholds, path)


def assess_network(
    activities: Sequence[Activity],
    links: Sequence[Link],
    schedule: Schedule,
    thresholds: Thresholds,
    *,
    calendar: Calendar,
    start: int,
    status_date: int | None = None,
    ends: Ends = Ends.NETWORK_FINISH,
) -> Quality:
    """Ask of a network that stands by itself what can be asked of one."""
    subject = network_subject(
        activities, links, schedule, calendar=calendar, today=status_date
    )
    path = try_network(
        activities,
        links,
        schedule,
        thresholds,
        calendar=calendar,
        start=start,
        status_date=status_date,
        ends=ends,
    )
    return _quality(subject, thresholds, path)


def _quality(
    subject: Subject,
    thresholds: Thresholds,
    path: Finding,
) -> Quality:
    return Quality(
        findings=(
            *(rule(subject, thresholds) for rule in OF_LOGIC),
            *(rule(subject, thresholds) for rule in OF_DATES),
            path,
            logic.find_cycle(),
        ),
        thresholds=thresholds,
    )
