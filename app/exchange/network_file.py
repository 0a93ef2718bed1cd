"""The stand-alone network file: read, checked, and answered with a schedule.

Dates in a file compare with the half-open finish, and so do those of the answer.
Nothing is taken from a file that anything is wrong with. Estimates and risks are
kept as they are written; a schedule does not need them.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from app.exchange.breach_texts import breach_text
from app.exchange.checking import (
    Checker,
    NetworkFileError,
    ProblemError,
    parse_json,
)
from app.exchange.network_calendars import Calendars
from app.exchange.network_entries import (
    Ids,
    RiskEntry,
    ThreePoints,
    read_activity,
    read_link,
    read_risk,
)
from planning.calendars import Calendar, to_date
from planning.conflicts import find_breaches
from planning.network import Activity, Link, Network, compile_network
from planning.schedule import Ends, Schedule, ScheduledActivity, build_schedule
from planning.thresholds import Criticality

FILE_KEYS = (
    "start",
    "status_date",
    "calendar",
    "calendars",
    "activities",
    "links",
    "risks",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkFile:
    """A network file that nothing is wrong with, except perhaps a cycle."""

    start: int
    status_date: int | None = None
    calendar: Calendar
    activities: tuple[Activity, ...]
    links: tuple[Link, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)
    estimates: Mapping[str, ThreePoints] = field(default_factory=dict)
    risks: tuple[RiskEntry, ...] = ()
    ends: Ends = Ends.NETWORK_FINISH
    criticality: Criticality = field(default_factory=Criticality)


def read_network_file(text: str, name: str) -> NetworkFile:
    """Read a file; `name` is what its errors call it.

    Raises:
        NetworkFileError: with everything that is wrong.
    """
    check = Checker()
    try:
        file = _file(check, parse_json(text))
    except ProblemError as error:
        raise NetworkFileError(name, (error.problem,)) from error
    if file is None or check.problems:
        raise NetworkFileError(name, tuple(check.problems))
    return file


def schedule_document(file: NetworkFile) -> dict[str, Any]:
    """The schedule of a file, as its readers get it.

    Raises:
        PlanningError: where the activities form a cycle, or the facts or the
            calendar leave nothing to compute.
    """
    network = compile_network(file.activities, file.links)
    schedule = build_schedule(
        network,
        calendar=file.calendar,
        start=file.start,
        status_date=file.status_date,
        ends=file.ends,
        critical_by=file.criticality.critical_by,
        critical_float=file.criticality.critical_float,
    )
    return {
        "start": _iso(schedule.start),
        "finish": _iso(schedule.finish),
        "critical_path": list(schedule.critical_path),
        "activities": {
            activity.id: activity_document(schedule.activities[activity.id])
            for activity in file.activities
        },
        "conflicts": list(_conflicts(file, network, schedule)),
    }


def _conflicts(
    file: NetworkFile, network: Network, schedule: Schedule
) -> Iterator[dict[str, Any]]:
    """What is wrong, each with the activity that it is about."""
    for conflict in find_breaches(network, schedule):
        concerned = conflict.concerns[0]
        activity = network.activities[network.index[concerned]]
        scheduled = schedule.activities[concerned]
        yield {
            "kind": conflict.kind.value,
            "severity": conflict.severity.value,
            "activity": concerned,
            "days": conflict.days,
            "text": breach_text(conflict, activity, scheduled, file.names),
        }


def activity_document(
    at: ScheduledActivity, *, is_ahead: bool = True
) -> dict[str, Any]:
    """One activity of a schedule, as files have it; the past is not critical."""
    return {
        "early_start": _iso(at.early_start),
        "early_finish": _iso(at.early_finish),
        "late_start": _iso(at.late_start),
        "late_finish": _iso(at.late_finish),
        "total_float": at.total_float,
        "free_float": at.free_float,
        "interfering_float": at.interfering_float,
        "critical": at.critical and is_ahead,
        "driven_by": list(at.driven_by),
        "start": _iso(at.start),
        "finish": _iso(at.finish),
        "presumed": at.presumed,
    }


def _iso(day: int) -> str:
    return to_date(day).isoformat()


def _file(check: Checker, value: Any) -> NetworkFile | None:
    needed = ("start", "activities")
    found = check.record(value, "", required=needed, known=FILE_KEYS)
    start = check.optional(check.day, found, "start", "")
    status_date = check.optional(check.day, found, "status_date", "")
    named = Calendars(check, found.get("calendars", {}))
    calendar = named.read(check, found.get("calendar", "norway"), "calendar")

    listed = isinstance(found.get("activities"), list)
    given = list(check.items(found.get("activities", []), "activities"))
    ids = Ids(given, listed=listed)
    entries = [read_activity(check, entry, place, ids, named) for place, entry in given]
    links = [
        read_link(check, entry, place, ids, named)
        for place, entry in check.items(found.get("links", []), "links")
    ]
    risks = [
        read_risk(check, entry, place, ids)
        for place, entry in check.items(found.get("risks", []), "risks")
    ]
    if start is None:
        return None
    read = [entry for entry in entries if entry is not None]
    return NetworkFile(
        start=start,
        status_date=status_date,
        calendar=calendar,
        activities=tuple(entry.activity for entry in read),
        links=tuple(link for link in links if link is not None),
        names={each.activity.id: each.name for each in read if each.name},
        estimates={each.activity.id: each.estimate for each in read if each.estimate},
        risks=tuple(risk for risk in risks if risk is not None),
    )
