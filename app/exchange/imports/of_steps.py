"""Steps of municipalities: how long they take, by when, how far they have come.

How long a step takes belongs to the template: it can be another only where the file
has it so in every municipality.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from app.exchange.imports.changes import ChangeKind, Misfit, PlanChange
from app.exchange.mspdi.project import Project
from planning.calendars import to_date
from planning.durations import Duration
from planning.evaluate import Evaluation
from planning.network import Activity
from planning.rollout import GO_LIVE, GOVERNED_BY_LIMIT, Owner, activity_id, wave_id
from planning.snapshot import ActivityKind

SETTABLE = frozenset(GOVERNED_BY_LIMIT.values())


class Step(NamedTuple):
    """A step of one municipality, in the file and in the plan."""

    number: str
    key: str
    file: Activity
    plan: Activity
    is_limit: bool


def compare_steps(
    project: Project, planned: Project, evaluation: Evaluation
) -> Iterator[PlanChange | Misfit]:
    """What is said of steps otherwise than in the plan."""
    steps = list(_steps(project, planned, evaluation))
    is_whole = planned.origin is not None and planned.origin.is_whole
    yield from _durations(steps, is_whole=is_whole)
    go_lives = _go_lives(project, steps, evaluation)
    for step in steps:
        yield from _bounds(step, go_lives)
        if _said(step.file) != _said(step.plan):
            yield _report(step, evaluation)
        if step.file.calendar is not None:
            yield Misfit(kind="task-calendar", subject=step.plan.id)


def _steps(
    project: Project, planned: Project, evaluation: Evaluation
) -> Iterator[Step]:
    plan = {it.id: it for it in planned.activities}
    for activity in project.activities:
        node = evaluation.nodes.get(activity.id)
        if node is None or node.owner is not Owner.MUNICIPALITY:
            continue
        if activity.id in plan:
            is_limit = node.kind is ActivityKind.LIMIT
            planned_as = plan[activity.id]
            yield Step(node.owner_id, node.key, activity, planned_as, is_limit)


def _durations(
    steps: Sequence[Step], *, is_whole: bool
) -> Iterator[PlanChange | Misfit]:
    by_key: dict[str, list[Step]] = {}
    for step in steps:
        by_key.setdefault(step.key, []).append(step)
    for key, found in by_key.items():
        if all(it.file.duration == it.plan.duration for it in found):
            continue
        after = {it.file.duration for it in found}
        if len(after) > 1:
            for it in found:
                if it.file.duration != it.plan.duration:
                    yield Misfit(kind="one-duration", subject=it.plan.id)
        elif not is_whole:
            yield Misfit(kind="part-duration", subject=found[0].plan.id)
        else:
            yield _duration(key, found[0].plan.duration, after.pop())


def _duration(key: str, before: Duration, after: Duration) -> PlanChange:
    return PlanChange(
        kind=ChangeKind.DURATION,
        target=key,
        before={"duration": str(before)},
        after={"duration": str(after)},
    )


def _go_lives(
    project: Project, steps: Sequence[Step], evaluation: Evaluation
) -> dict[str, set[int | None]]:
    """The deadlines that go-lives may have: the wave's day, or that of most in it.

    The file keeps the day that the wave had when it was written.
    """
    pinned = {it.id: it.constraint.day for it in project.activities if it.constraint}
    codes = {it.number: evaluation.wave_of(it.number) or "" for it in steps}
    deadlines: dict[str, Counter[int | None]] = {}
    for step in steps:
        if step.key == GO_LIVE:
            found = deadlines.setdefault(codes[step.number], Counter())
            found[step.file.deadline] += 1
    allowed = {}
    for number, code in codes.items():
        tied = project.tied.get(activity_id(number, GO_LIVE), code)
        allowed[number] = {pinned.get(wave_id(it)) for it in (code, tied)}
        for deadline, count in deadlines.get(code, Counter()).most_common(1):
            if count > 1:
                allowed[number].add(deadline)
    return allowed


def _bounds(
    step: Step, go_lives: Mapping[str, set[int | None]]
) -> Iterator[PlanChange | Misfit]:
    """A limit that is named is the plan's; any other date that is typed is not."""
    file, plan = step.file, step.plan
    if file.constraint != plan.constraint:
        yield Misfit(kind="typed-date", subject=plan.id)
    if file.deadline == plan.deadline:
        return
    if step.key == GO_LIVE:
        if file.deadline not in go_lives[step.number]:
            yield Misfit(kind="go-live-deadline", subject=plan.id)
    elif step.key in SETTABLE:
        yield PlanChange(
            kind=ChangeKind.LIMIT,
            target=plan.id,
            before=_day(plan.deadline),
            after=_day(file.deadline),
        )
    elif step.is_limit:
        yield Misfit(kind="counted-limit", subject=plan.id)
    elif GOVERNED_BY_LIMIT.get(step.key) not in SETTABLE or file.deadline is not None:
        yield Misfit(kind="own-deadline", subject=plan.id)


def _day(day: int | None) -> dict[str, str]:
    return {} if day is None else {"day": to_date(day).isoformat()}


def _said(activity: Activity) -> tuple[object, ...]:
    return activity.actual_start, activity.actual_finish, activity.remaining


def _report(step: Step, evaluation: Evaluation) -> PlanChange | Misfit:
    if evaluation.nodes[step.plan.id].kind is ActivityKind.LIMIT:
        return Misfit(kind="limit-reported", subject=step.plan.id)
    return PlanChange(
        kind=ChangeKind.REPORT,
        target=step.plan.id,
        before=_told(step.plan),
        after=_told(step.file),
    )


def _told(activity: Activity) -> dict[str, str]:
    """What is known: first and last day, and what is left."""
    told = {}
    start, finish = activity.actual_start, activity.actual_finish
    if finish is None and activity.is_milestone:
        finish = start
    if start is not None:
        told["start"] = to_date(start).isoformat()
    if finish is not None:
        last = finish if activity.is_milestone else finish - 1
        told["finish"] = to_date(last).isoformat()
    elif activity.remaining is not None:
        told["remaining"] = str(activity.remaining)
    return told
