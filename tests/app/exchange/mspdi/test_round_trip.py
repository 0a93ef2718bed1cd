"""What is written and read again is the same network, with the same dates."""

from collections import Counter
from dataclasses import replace

from hypothesis import given, settings

from app.exchange.mspdi.losses import Losses
from app.exchange.mspdi.project import Project, Span
from app.exchange.mspdi.reading import Read, read_project
from app.exchange.mspdi.writing import write_project
from planning.calendars import Calendar
from planning.errors import PlanningError
from planning.network import Activity, Link, compile_network
from planning.schedule import Schedule, build_schedule
from tests.app.exchange.mspdi.projects import NAMES, projects


def schedule(project: Project) -> Schedule:
    return build_schedule(
        compile_network(project.activities, project.links),
        calendar=project.calendar,
        start=project.start,
        status_date=project.status_date,
        ends=project.ends,
    )


def read_again(project: Project, planned: Schedule) -> Read:
    return read_project(write_project(project, planned, NAMES, Losses()), "file.xml")


def days_of(calendar: Calendar | None) -> tuple[int, ...] | None:
    return None if calendar is None else calendar.working_days


def comparable(activity: Activity) -> tuple[object, object]:
    return replace(activity, calendar=None), days_of(activity.calendar)


def comparable_link(link: Link) -> tuple[object, object]:
    return replace(link, calendar=None), days_of(link.calendar)


@settings(max_examples=150, deadline=None)
@given(projects())
def test_a_network_comes_back_whole(project: Project) -> None:
    try:
        planned = schedule(project)
    except PlanningError:
        return
    read = read_again(project, planned)
    found = read.project
    assert [*map(comparable, found.activities)] == [
        *map(comparable, project.activities)
    ]
    assert Counter(map(comparable_link, found.links)) == Counter(
        map(comparable_link, project.links)
    )
    assert found.calendar.working_days == project.calendar.working_days
    assert (found.start, found.status_date) == (project.start, project.status_date)
    assert (found.ends, found.names) == (project.ends, project.names)
    assert (found.presumed, found.origin) == (project.presumed, project.origin)
    assert found.baselines == project.baselines
    assert read.is_own
    again = schedule(found)
    for id, at in planned.activities.items():
        assert again.activities[id] == at
        assert read.stored[id] == Span(at.start, at.finish)
