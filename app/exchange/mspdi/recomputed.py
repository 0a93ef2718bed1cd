"""A file of Microsoft Project computed by our own engine, and what differs.

Dates are half-open, as those of every network file.
"""

from datetime import date
from typing import Any

from app.exchange.mspdi.project import Project, Span
from app.exchange.mspdi.reading import Read
from app.exchange.network_file import NetworkFile, schedule_document
from planning.calendars import to_date
from planning.errors import CycleError, PlanningError


def network_file(project: Project) -> NetworkFile:
    """The network of a file, as one that can be scheduled by itself."""
    return NetworkFile(
        start=project.start,
        status_date=project.status_date,
        calendar=project.calendar,
        activities=project.activities,
        links=project.links,
        names=project.names,
        ends=project.ends,
        criticality=project.criticality,
    )


def recomputed_document(read: Read) -> dict[str, Any]:
    """The schedule of a file, and every date of it that differs from the stored one.

    Raises:
        PlanningError: where the links form a cycle, or the facts or the calendar
            leave nothing to compute.
    """
    try:
        document = schedule_document(network_file(read.project))
    except PlanningError as error:
        _name_activities(error, read.project)
        raise
    if read.project.origin is not None:
        _leave_past(document, read.project)
    return {**document, "differences": _differences(read, document)}


def _leave_past(document: dict[str, Any], project: Project) -> None:
    """Call critical what lies ahead alone, as all pages of the plan do."""
    activities = document["activities"]
    day = project.status_date
    today = "" if day is None else to_date(day).isoformat()
    for id, at in activities.items():
        if id in project.passing or at["early_finish"] <= today:
            at["critical"] = False
    critical = [id for id, at in activities.items() if at["critical"]]
    path: list[str] = []
    ahead = sorted(critical, key=lambda it: activities[it]["early_finish"])[-1:]
    while ahead:
        path.append(ahead[0])
        drivers = activities[path[-1]]["driven_by"]
        ahead = [it for it in drivers if activities[it]["critical"]]
    document["critical_path"] = path[::-1]


def _name_activities(error: PlanningError, project: Project) -> None:
    """Let an error say what people call the tasks: they don't see their numbers."""

    def named(id: str) -> str:
        return f"{project.name_of(id)} ({id})"

    if isinstance(error, CycleError):
        error.ids = tuple(map(named, error.ids))
    for key in ("id", "activity"):
        id = getattr(error, key, None)
        if id is not None:
            setattr(error, key, named(id))


def _differences(read: Read, document: dict[str, Any]) -> list[dict[str, Any]]:
    """Activities whose start or finish is another; `days` is how much later each is."""
    found = []
    for id, at in document["activities"].items():
        stored = read.stored.get(id)
        if stored is None:
            continue
        computed = (at["start"], at["finish"])
        if computed != _iso(stored):
            found.append(
                {
                    "activity": id,
                    "name": read.project.name_of(id),
                    "stored": dict(zip(("start", "finish"), _iso(stored), strict=True)),
                    "computed": {"start": at["start"], "finish": at["finish"]},
                    "days": _days(_iso(stored), computed),
                }
            )
    return found


def _days(stored: tuple[str, str], computed: tuple[str, str]) -> dict[str, int]:
    """How much later each end is than in the file; less than nothing is earlier."""
    moved = (
        (date.fromisoformat(now) - date.fromisoformat(before)).days
        for before, now in zip(stored, computed, strict=True)
    )
    return dict(zip(("start", "finish"), moved, strict=True))


def _iso(span: Span) -> tuple[str, str]:
    return to_date(span.start).isoformat(), to_date(span.finish).isoformat()
