"""A project written as a file.

Every heading of the outline is a summary task over the lines below it; the whole is
under the project's own, which keeps what the file was written from.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from app.exchange.mspdi.amounts import days_of
from app.exchange.mspdi.calendar_elements import (
    OWN,
    CalendarNames,
    Calendars,
    years_of,
)
from app.exchange.mspdi.clock import EVENING, MORNING, finish_text, start_text
from app.exchange.mspdi.codes import ALIASES, DAYS, ID, MINUTES_A_DAY, NAMESPACE
from app.exchange.mspdi.elements import branch, leaves
from app.exchange.mspdi.losses import Losses
from app.exchange.mspdi.own_texts import ORIGIN
from app.exchange.mspdi.project import Line, Project, Span
from app.exchange.mspdi.tasks import Place, Tasks, heading, slack_limit
from planning.calendars import to_date
from planning.schedule import Schedule

# Project 2010 and later.
SAVE_VERSION = 14
ROOT = f'<Project xmlns="{NAMESPACE}">'
OPENING = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'


def write_project(
    project: Project, schedule: Schedule, names: CalendarNames, losses: Losses
) -> bytes:
    """The file; what it can't hold is noted among the losses."""
    lines = project.outline or [
        Line(1, project.name_of(each.id), each.id) for each in project.activities
    ]
    spans = _spans(schedule)
    calendars = Calendars(project, years_of(spans))
    whole = _around(spans.values(), project.start)
    _note_pairs(project, losses)
    parts = (
        _properties(project, whole),
        branch("ExtendedAttributes", *_fields()),
        branch("Calendars", calendars.write(names, losses)),
        branch(
            "Tasks",
            _project_task(project, whole),
            _tasks(project, schedule, calendars, lines, losses),
        ),
    )
    content = (OPENING, ROOT, *chain.from_iterable(parts), "</Project>", "")
    return "\n".join(content).encode()


def _properties(project: Project, whole: Span) -> Iterator[str]:
    status = project.status_date
    yield from leaves(
        ("SaveVersion", SAVE_VERSION),
        ("Name", f"{project.name}.xml"),
        ("Title", project.name),
        ("ScheduleFromStart", True),
        ("StartDate", start_text(whole.start)),
        ("FinishDate", finish_text(whole.finish, takes_time=True)),
        ("CriticalSlackLimit", slack_limit(project.criticality)),
        ("CalendarUID", OWN),
        ("DefaultStartTime", MORNING.isoformat()),
        ("DefaultFinishTime", EVENING.isoformat()),
        ("MinutesPerDay", MINUTES_A_DAY),
        ("MinutesPerWeek", 5 * MINUTES_A_DAY),
        ("DaysPerMonth", 20),
        ("DefaultTaskType", 1),
        ("DurationFormat", DAYS),
        # Links come before constraints: a date that can't be kept shows as such.
        ("HonorConstraints", False),
        ("NewTasksEstimated", False),
        ("SplitsInProgressTasks", False),
        ("WeekStartDay", 1),
        ("MoveCompletedEndsBack", False),
        ("MoveRemainingStartsBack", False),
        ("MoveRemainingStartsForward", False),
        ("MoveCompletedEndsForward", False),
        ("StatusDate", None if status is None else f"{to_date(status)}T17:00:00"),
        ("NewTasksAreManual", False),
    )


def _fields() -> Iterator[list[str]]:
    for field, (name, alias) in ALIASES.items():
        yield branch(
            "ExtendedAttribute",
            leaves(("FieldID", field), ("FieldName", name), ("Alias", alias)),
        )


def _project_task(project: Project, whole: Span) -> Iterator[str]:
    """The task that stands for the whole; its id tells what the file is."""
    minutes = days_of(*whole, project.calendar) * MINUTES_A_DAY
    text = leaves(("FieldID", ID), ("Value", origin_text(project, whole)))
    yield from branch(
        "Task",
        heading(Place(uid=0, name=project.name, level=0, number="0"), whole, minutes),
        leaves(("Milestone", False), ("Summary", True)),
        branch("ExtendedAttribute", text),
    )


def origin_text(project: Project, whole: Span) -> str:
    """Where a file comes from, and what else it takes to compute the same again."""
    words = [ORIGIN, f"ends={project.ends}"]
    words.append(f"start={to_date(project.start)}/{to_date(whole.start)}")
    if (origin := project.origin) is not None:
        words += [f"critical={project.criticality.critical_by}"]
        words += [f"revision={origin.revision}"]
        words += [f"municipality={origin.municipality}", f"wave={origin.wave}"]
        # The name of a plan may hold blanks: it comes last.
        words += [f"plan={origin.plan}"]
    return " ".join(words)


def _tasks(
    project: Project,
    schedule: Schedule,
    calendars: Calendars,
    lines: Sequence[Line],
    losses: Losses,
) -> Iterator[str]:
    spans = _spans(schedule)
    uids = {it.activity: uid for uid, it in enumerate(lines, 1) if it.activity}
    tasks = Tasks(project, schedule.activities, calendars, uids, losses)
    counts: list[int] = []
    for uid, line in enumerate(lines, 1):
        counts[line.level :] = []
        counts += [0] * (line.level - len(counts))
        counts[-1] += 1
        number = ".".join(map(str, counts))
        place = Place(uid=uid, name=line.name, level=line.level, number=number)
        if line.activity is not None:
            yield from tasks.write(line.activity, place)
            continue
        below = _below(lines, uid)
        span = _around([spans[id] for id in below], project.start)
        minutes = days_of(*span, project.calendar) * MINUTES_A_DAY
        yield from branch(
            "Task",
            heading(place, span, minutes),
            leaves(("Milestone", False), ("Summary", True)),
        )


def _below(lines: Sequence[Line], place: int) -> list[str]:
    """The activities under a heading, which stands before `place`."""
    found = []
    level = lines[place - 1].level
    for line in lines[place:]:
        if line.level <= level:
            break
        if line.activity is not None:
            found.append(line.activity)
    return found


def _spans(schedule: Schedule) -> dict[str, Span]:
    return {id: Span(at.start, at.finish) for id, at in schedule.activities.items()}


def _around(spans: Iterable[Span], otherwise: int) -> Span:
    """From the first start to the last finish."""
    found = tuple(spans)
    start = min((it.start for it in found), default=otherwise)
    return Span(start, max((it.finish for it in found), default=start))


def _note_pairs(project: Project, losses: Losses) -> None:
    """Microsoft Project keeps one link between two tasks."""
    pairs = Counter((it.predecessor, it.successor) for it in project.links)
    for (_predecessor, successor), count in pairs.items():
        if count > 1:
            losses.note("second-links", project.name_of(successor))
