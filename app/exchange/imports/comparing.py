"""A file of our own against the plan as it is now.

Only what people decide is compared: dates that follow from it are computed anew. A
file of a part of a plan is compared with that part alone.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from app.exchange.imports.changes import (
    ChangeKind,
    Compared,
    Misfit,
    PlanChange,
)
from app.exchange.imports.of_links import compare_links
from app.exchange.imports.of_placements import compare_placements
from app.exchange.imports.of_steps import compare_steps
from app.exchange.mspdi.project import Project
from app.exchange.mspdi.reading import Read
from app.exchange.mspdi.wave_ties import pinned_day
from planning.calendars import to_date
from planning.evaluate import Evaluation
from planning.network import Activity
from planning.rollout import Node, Owner


def compare_with_plan(read: Read, planned: Project, evaluation: Evaluation) -> Compared:
    """What a file says otherwise.

    Args:
        read: the file.
        planned: the plan, or the same part of it, as it would be written now.
        evaluation: what the plan comes to.
    """
    found = [
        *_tasks(read, planned),
        *_waves(read, planned, evaluation),
        *compare_placements(read.project, planned, evaluation),
        *compare_steps(read.project, planned, evaluation),
        *compare_links(read.project, planned, evaluation),
        *_owned(read.project, planned, evaluation.nodes),
        *_settings(read.project, planned),
    ]
    return Compared(
        changes=tuple(it for it in found if isinstance(it, PlanChange)),
        misfits=tuple(it for it in found if isinstance(it, Misfit)),
    )


@dataclass(frozen=True, slots=True)
class _Sides:
    """An activity in the file and in the plan."""

    file: Activity
    plan: Activity


def _both(project: Project, planned: Project) -> dict[str, _Sides]:
    plan = {it.id: it for it in planned.activities}
    return {
        it.id: _Sides(it, plan[it.id]) for it in project.activities if it.id in plan
    }


def _tasks(read: Read, planned: Project) -> Iterator[Misfit]:
    """Tasks that one side alone has."""
    known = {it.id for it in planned.activities}
    there = {it.id for it in read.project.activities}
    for id in sorted(there - known):
        if id.startswith("#"):
            continue
        yield Misfit(kind="new-task", subject=read.project.name_of(id), of=id)
    for name in read.copied:
        yield Misfit(kind="copied-task", subject=name)
    for id in sorted(known - there):
        yield Misfit(kind="missing-task", subject=id)


def _waves(
    read: Read, planned: Project, evaluation: Evaluation
) -> Iterator[PlanChange | Misfit]:
    """The day of a wave: what it is pinned to, or where somebody has put it."""
    for id, sides in _both(read.project, planned).items():
        node = evaluation.nodes[id]
        if node.owner is not Owner.WAVE:
            continue
        before = evaluation.reckonings[node.owner_id].day
        after = pinned_day(sides.file)
        if after is None and id in read.stored:
            after = read.stored[id].start
        if sides.plan.actual_start is not None:
            if _reported(sides.file) != _reported(sides.plan):
                yield Misfit(kind="live-wave", subject=id)
        elif sides.file.actual_start is not None:
            yield Misfit(kind="wave-reported", subject=id)
        elif after is not None and after != before:
            yield PlanChange(
                kind=ChangeKind.WAVE_DAY,
                target=node.owner_id,
                before={"day": to_date(before).isoformat()},
                after={"day": to_date(after).isoformat()},
            )


def _reported(activity: Activity) -> tuple[int | None, int | None]:
    return activity.actual_start, activity.actual_finish


def _owned(
    project: Project, planned: Project, nodes: Mapping[str, Node]
) -> Iterator[Misfit]:
    """Dates of the programme and of trusts: facts, or set elsewhere."""
    for id, sides in _both(project, planned).items():
        is_elsewhere = nodes[id].owner in {Owner.PROGRAMME, Owner.TRUST}
        if is_elsewhere and _told(sides.file) != _told(sides.plan):
            yield Misfit(kind="programme-date", subject=id)


def _told(activity: Activity) -> tuple[object, ...]:
    constraint = activity.constraint
    pinned = None if constraint is None else (constraint.kind, constraint.day)
    return pinned, activity.duration, activity.deadline, *_reported(activity)


def _settings(project: Project, planned: Project) -> Iterator[Misfit]:
    """What holds for all: the calendar, the status date."""
    if project.calendar.working_days != planned.calendar.working_days:
        yield Misfit(kind="calendar", subject=project.name)
    if project.status_date != planned.status_date:
        yield Misfit(kind="status-date", subject=project.name)
