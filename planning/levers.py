"""Things of a plan that could give, each tried by itself.

A thing is changed by the least that makes a date so many days earlier, and the dates
are computed anew by the very passes of the plan. A municipality is looked at alone,
with its wave: nobody else's steps set its dates.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from planning.durations import Duration
from planning.evaluate import Evaluation
from planning.programme import schedule_programme
from planning.rollout import Node, activity_id
from planning.schedule import ScheduledActivity
from planning.snapshot import Snapshot, Wave

LONGEST_MONTH = 31

Goal = Callable[[ScheduledActivity], int]
"""Which day of an activity is to come forward."""


class LeverKind(StrEnum):
    """What gives: the day of a wave, how long a step takes, the time between two."""

    WAVE_DAY = "wave-day"
    DURATION = "duration"
    LAG = "lag"


@dataclass(frozen=True, slots=True, kw_only=True)
class Lever:
    """One thing that could give, and what is gained by it.

    `key` is a wave's code or a step, `successor` the later step of a lag. `before` and
    `after` are durations, or days of a wave. `gained` is how many days earlier the date
    then is: at least what is asked for where `is_enough`, else all that it can give.
    """

    kind: LeverKind
    key: str
    successor: str = ""
    before: Duration | int
    after: Duration | int
    gained: int
    is_enough: bool


@dataclass(frozen=True, slots=True)
class _Trial:
    """A thing that could give: `step` makes it less by an amount, up to `most`."""

    kind: LeverKind
    key: str
    successor: str
    before: Duration | int
    most: int
    changed: Callable[[int], Snapshot]

    def after(self, amount: int) -> Duration | int:
        if isinstance(self.before, Duration):
            return replace(self.before, amount=self.before.amount - amount)
        return self.before - amount


def try_levers(
    evaluation: Evaluation, node: Node, days: int, goal: Goal
) -> tuple[Lever, ...]:
    """Everything that brings a date forward when it gives by itself.

    Those that are enough come first.
    """
    return _ordered(_tried(evaluation, node, days, goal))


def _tried(
    evaluation: Evaluation,
    node: Node,
    days: int,
    goal: Goal,
) -> Iterator[Lever]:
    alone = alone_with_wave(evaluation.snapshot, node.owner_id)
    now = goal(_scheduled(evaluation, alone, node))

    def gained(trial: _Trial, amount: int) -> int:
        return now - goal(_scheduled(evaluation, trial.changed(amount), node))

    for trial in _trials(evaluation, alone, node, days):
        best = gained(trial, trial.most)
        if best <= 0:
            continue
        low, high = 1, trial.most
        while best >= days and low < high:
            middle = (low + high) // 2
            if gained(trial, middle) >= days:
                high = middle
            else:
                low = middle + 1
        amount = high if best >= days else trial.most
        yield Lever(
            kind=trial.kind,
            key=trial.key,
            successor=trial.successor,
            before=trial.before,
            after=trial.after(amount),
            gained=gained(trial, amount),
            is_enough=best >= days,
        )


def _scheduled(
    evaluation: Evaluation, snapshot: Snapshot, node: Node
) -> ScheduledActivity:
    programme = schedule_programme(snapshot, calendar=evaluation.calendar)
    return programme.schedule.activities[node.id]


def alone_with_wave(snapshot: Snapshot, number: str) -> Snapshot:
    """A municipality with its wave and nobody else; its dates stay what they are."""
    plan = snapshot.plan
    placements = tuple(it for it in plan.placements if it.municipality == number)
    codes = {it.wave for it in placements}
    waves = tuple(it for it in plan.waves if it.code in codes)
    return replace(
        snapshot,
        plan=replace(plan, placements=placements, waves=waves, milestones=()),
        municipalities=tuple(
            it for it in snapshot.municipalities if it.number == number
        ),
        trusts=(),
        reports=tuple(it for it in snapshot.reports if it.municipality == number),
        deadlines=tuple(it for it in snapshot.deadlines if it.municipality == number),
    )


def _trials(
    evaluation: Evaluation, alone: Snapshot, node: Node, days: int
) -> Iterator[_Trial]:
    activities, number = evaluation.schedule.activities, node.owner_id
    code = evaluation.wave_of(number)
    (wave,) = (it for it in alone.plan.waves if it.code == code)
    if not wave.is_live:
        yield _wave_trial(alone, wave, evaluation.reckonings[wave.code].day, days)
    for step in alone.plan.template.activities:
        at = activities.get(activity_id(number, step.key))
        if at is not None and not at.done and step.duration.amount > 0:
            yield _duration_trial(alone, step.key, step.duration)
    for link in alone.plan.template.links:
        ends = (activity_id(number, it) for it in (link.predecessor, link.successor))
        if link.lag.amount > 0 and all(it in activities for it in ends):
            yield _lag_trial(alone, link.predecessor, link.successor, link.lag)


def _wave_trial(alone: Snapshot, wave: Wave, day: int, days: int) -> _Trial:
    def changed(amount: int) -> Snapshot:
        moved = replace(wave, set_day=day - amount)
        waves = tuple(moved if it is wave else it for it in alone.plan.waves)
        return replace(alone, plan=replace(alone.plan, waves=waves))

    # What is counted back by months may move some days less than the wave.
    most = days + LONGEST_MONTH
    return _Trial(LeverKind.WAVE_DAY, wave.code, "", day, most, changed)


def _duration_trial(alone: Snapshot, key: str, duration: Duration) -> _Trial:
    def changed(amount: int) -> Snapshot:
        template = alone.plan.template
        shorter = replace(duration, amount=duration.amount - amount)
        activities = tuple(
            replace(it, duration=shorter) if it.key == key else it
            for it in template.activities
        )
        made = replace(template, activities=activities)
        return replace(alone, plan=replace(alone.plan, template=made))

    return _Trial(LeverKind.DURATION, key, "", duration, duration.amount, changed)


def _lag_trial(
    alone: Snapshot, predecessor: str, successor: str, lag: Duration
) -> _Trial:
    def changed(amount: int) -> Snapshot:
        template = alone.plan.template
        less = replace(lag, amount=lag.amount - amount)
        links = tuple(
            replace(it, lag=less)
            if (it.predecessor, it.successor, it.lag) == (predecessor, successor, lag)
            else it
            for it in template.links
        )
        made = replace(template, links=links)
        return replace(alone, plan=replace(alone.plan, template=made))

    return _Trial(LeverKind.LAG, predecessor, successor, lag, lag.amount, changed)


def _ordered(levers: Iterable[Lever]) -> tuple[Lever, ...]:
    kinds = list(LeverKind)
    return tuple(
        sorted(
            levers,
            key=lambda it: (not it.is_enough, kinds.index(it.kind), -it.gained),
        )
    )
