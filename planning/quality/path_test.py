"""The critical path test: delay the first step, and see whether the finish follows.

Municipalities that go in the same wave and have the same reports and limits have
the same network: one of them is tried for all. Months and working days differ in
length, so that the finish may follow by some days more or less.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from planning.calendars import Calendar
from planning.network import (
    Activity,
    Constraint,
    ConstraintKind,
    Link,
    compile_network,
)
from planning.programme import before_all
from planning.quality.values import Finding, Offender, Unit
from planning.rollout import (
    GO_LIVE,
    Node,
    activity_id,
    generate_activities,
)
from planning.schedule import Ends, Schedule, build_schedule
from planning.snapshot import ActivityKind, Municipality, Snapshot
from planning.thresholds import Check, Length, Thresholds

TOLERANCE = 7


@dataclass(frozen=True, slots=True)
class Trial:
    """A step that is delayed, and the finish that should follow."""

    first: str
    goal: str


def try_programme(
    snapshot: Snapshot,
    nodes: Mapping[str, Node],
    schedule: Schedule,
    thresholds: Thresholds,
    *,
    calendar: Calendar,
) -> Finding:
    """Try every municipality that is not live."""
    alike = _alike(snapshot, schedule)
    tried = [group[0] for group in alike]
    rollout = generate_activities(
        replace(snapshot, municipalities=tuple(tried), trusts=())
    )
    limits = {id for id, node in nodes.items() if node.kind is ActivityKind.LIMIT}
    trials = [_trial(schedule, activity_id(it.number, GO_LIVE), limits) for it in tried]
    days = thresholds.days(Length.TEST_DELAY)
    delayed = build_schedule(
        compile_network(
            _delayed(rollout.activities, trials, schedule, days), rollout.links
        ),
        calendar=calendar,
        start=before_all(snapshot),
        status_date=snapshot.status_date,
        ends=Ends.OWN_FINISH,
    )
    return _finding(
        thresholds,
        asked=sum(map(len, alike)),
        offenders=[
            Offender(
                key=trial.first,
                ids=tuple(activity_id(it.number, GO_LIVE) for it in group),
                days=moved,
            )
            for trial, group in zip(trials, alike, strict=True)
            if abs((moved := _moved(trial, schedule, delayed)) - days) > TOLERANCE
        ],
    )


def try_network(
    activities: Iterable[Activity],
    links: Iterable[Link],
    schedule: Schedule,
    thresholds: Thresholds,
    *,
    calendar: Calendar,
    start: int,
    status_date: int | None,
    ends: Ends,
) -> Finding:
    """Try the one path that sets the finish of a network."""
    path = schedule.critical_path
    if not path:
        return _finding(thresholds, asked=0, offenders=[])
    trial = Trial(path[0], path[-1])
    days = thresholds.days(Length.TEST_DELAY)
    delayed = build_schedule(
        compile_network(_delayed(activities, [trial], schedule, days), links),
        calendar=calendar,
        start=start,
        status_date=status_date,
        ends=ends,
    )
    moved = _moved(trial, schedule, delayed)
    faults = [Offender(key=trial.first, ids=(trial.goal,), days=moved)]
    holds = abs(moved - days) <= TOLERANCE
    found = _finding(thresholds, asked=1, offenders=[] if holds else faults)
    return replace(found, counted_in=Unit.FINISHES)


def _alike(snapshot: Snapshot, schedule: Schedule) -> list[list[Municipality]]:
    """The municipalities ahead, those whose networks are the same together."""
    wave_of = {at.municipality: at.wave for at in snapshot.plan.placements}
    said: dict[str, list[object]] = {}
    for report in snapshot.reports:
        of_anyone = replace(report, municipality="")
        said.setdefault(report.municipality, []).append(of_anyone)
    for deadline in snapshot.deadlines:
        named = replace(deadline, municipality="")
        said.setdefault(deadline.municipality, []).append(named)
    groups: dict[object, list[Municipality]] = {}
    for it in snapshot.municipalities:
        at = schedule.activities.get(activity_id(it.number, GO_LIVE))
        if at is not None and not at.done:
            key = (
                wave_of[it.number],
                it.holds_option,
                frozenset(said.get(it.number, ())),
            )
            groups.setdefault(key, []).append(it)
    return list(groups.values())


def _trial(schedule: Schedule, goal: str, limits: set[str]) -> Trial:
    """What begins first of all that drives a finish; a limit is nothing to delay."""
    at = schedule.activities
    found, waiting = {goal}, [goal]
    while waiting:
        fresh = [
            id
            for id in at[waiting.pop()].driven_by
            if id not in found and id not in limits and not at[id].done
        ]
        found.update(fresh)
        waiting.extend(fresh)
    return Trial(min(found, key=lambda id: (at[id].early_start, id)), goal)


def _delayed(
    activities: Iterable[Activity],
    trials: Iterable[Trial],
    schedule: Schedule,
    days: int,
) -> list[Activity]:
    """The same, with some that can't be over before so many days later."""
    firsts = {trial.first for trial in trials}
    return [
        replace(
            each,
            constraint=Constraint(
                kind=ConstraintKind.FINISH_NO_EARLIER_THAN,
                day=schedule.activities[each.id].early_finish + days,
            ),
        )
        if each.id in firsts
        else each
        for each in activities
    ]


def _moved(trial: Trial, before: Schedule, after: Schedule) -> int:
    goal = trial.goal
    early = before.activities[goal].early_finish
    return after.activities[goal].early_finish - early


def _finding(
    thresholds: Thresholds, *, asked: int, offenders: list[Offender]
) -> Finding:
    return Finding(
        check=Check.CRITICAL_PATH_TEST,
        asked=asked,
        count=sum(len(it.ids) for it in offenders),
        allowed=thresholds.share(Check.CRITICAL_PATH_TEST),
        offenders=tuple(offenders),
    )
