"""Things of a plan that could give, each tried by itself.

A thing is changed by the least that makes a date so many days earlier, and the dates
are computed anew by the very passes of the plan. A municipality is looked at alone,
with its wave: nobody else's steps set its dates. What can't be edited so, or does not
bring the planned date forward as far as is asked for, is left out. So is what would
have had to be done before the status date: work that is over takes no less time, and
work under way no less than it has taken.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache, partial

from planning.durations import Duration
from planning.evaluate import Evaluation
from planning.programme import schedule_programme
from planning.rollout import GO_LIVE, LIMIT_KEYS, Node, activity_id
from planning.schedule import ScheduledActivity
from planning.snapshot import ActivityKind, Snapshot, TemplateLink, Wave

LONGEST_MONTH = 31
TIMED = frozenset({ActivityKind.WORK, ActivityKind.PHASE})

Dated = Mapping[str, ScheduledActivity]

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
    then is: at least what is asked for.
    """

    kind: LeverKind
    key: str
    successor: str = ""
    before: Duration | int
    after: Duration | int
    gained: int


Change = Callable[[Snapshot, int], Snapshot]


@dataclass(frozen=True, slots=True)
class _Trial:
    """A thing that could give: `changed` makes it less by an amount, up to `most`."""

    kind: LeverKind
    key: str
    successor: str
    before: Duration | int
    most: int
    changed: Change

    def after(self, amount: int) -> Duration | int:
        if isinstance(self.before, Duration):
            return replace(self.before, amount=self.before.amount - amount)
        return self.before - amount


def try_levers(
    evaluation: Evaluation, node: Node, days: int, goal: Goal
) -> tuple[Lever, ...]:
    """Everything that brings a date forward so far when it gives by itself."""
    kinds = list(LeverKind)
    found = _tried(evaluation, node, days, goal)
    return tuple(sorted(found, key=lambda it: (kinds.index(it.kind), -it.gained)))


def _tried(
    evaluation: Evaluation, node: Node, days: int, goal: Goal
) -> Iterator[Lever]:
    alone = alone_with_wave(evaluation.snapshot, node.owner_id)
    before = evaluation.schedule.activities
    now = goal(before[node.id])

    # The least amount that is enough has been tried when it is found.
    @cache
    def dated(trial: _Trial, amount: int) -> Dated:
        snapshot = trial.changed(alone, amount)
        programme = schedule_programme(snapshot, calendar=evaluation.calendar)
        return programme.schedule.activities

    def gained(trial: _Trial, amount: int) -> int:
        return now - goal(dated(trial, amount)[node.id])

    for trial in _trials(evaluation, alone, node, days):
        amount = _least(partial(gained, trial), trial.most, days)
        if amount is None:
            continue
        after = dated(trial, amount)
        if trial.kind is not LeverKind.WAVE_DAY and _is_too_late(
            before, after, alone.status_date
        ):
            continue
        yield Lever(
            kind=trial.kind,
            key=trial.key,
            successor=trial.successor,
            before=trial.before,
            after=trial.after(amount),
            gained=now - goal(after[node.id]),
        )


def _least(gained: Callable[[int], int], most: int, days: int) -> int | None:
    """The least amount that gains so many days; None where the most does not."""
    low, high = 1, most
    if high < low or gained(high) < days:
        return None
    while low < high:
        middle = (low + high) // 2
        if gained(middle) >= days:
            high = middle
        else:
            low = middle + 1
    return high


def _is_too_late(before: Dated, after: Dated, today: int) -> bool:
    """Whether something would have had to begin or end earlier in the past."""
    return any(
        at.start < min(before[id].start, today)
        or at.finish < min(before[id].finish, today)
        for id, at in after.items()
        if not at.done
    )


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
        day = evaluation.reckonings[wave.code].day
        yield _wave_trial(wave, day, days, evaluation.snapshot.status_date)
    setting = _setting(evaluation, node.id)
    for step in alone.plan.template.activities:
        id = activity_id(number, step.key)
        # Work takes time: its least is one of its unit.
        if id in setting and step.kind in TIMED and not activities[id].done:
            yield _duration_trial(step.key, step.duration)
    for link in alone.plan.template.links:
        ends = (activity_id(number, it) for it in (link.predecessor, link.successor))
        if link.lag.amount > 0 and setting.issuperset(ends):
            yield _lag_trial(link)


def _setting(evaluation: Evaluation, id: str) -> set[str]:
    """What a date can come to hang on when one thing gives; all else leaves it be.

    What is where the logic puts it hangs on what drove it there. What is placed late
    hangs on all that follows, and what is planned later than it could be on all that
    comes before.
    """
    network, activities = evaluation.network, evaluation.schedule.activities
    found, waiting = {id}, [id]
    while waiting:
        at = activities[waiting.pop()]
        place = network.index[at.id]
        around = list(at.driven_by)
        if at.start > at.early_start:
            is_late = network.activities[place].is_as_late_as_possible
            side = network.successors if is_late else network.predecessors
            around += (network.activities[it.position].id for it in side[place])
        fresh = set(around) - found
        found |= fresh
        waiting.extend(fresh)
    return found


def _wave_trial(wave: Wave, day: int, days: int, status_date: int) -> _Trial:
    def changed(snapshot: Snapshot, amount: int) -> Snapshot:
        return with_wave_day(snapshot, wave.code, day - amount)

    # What is counted back by months may move some days less than the wave.
    # What is still planned lies on the status date or later.
    most = min(days + LONGEST_MONTH, day - status_date)
    return _Trial(LeverKind.WAVE_DAY, wave.code, "", day, most, changed)


def with_wave_day(snapshot: Snapshot, code: str, day: int) -> Snapshot:
    """The plan with a wave reckoned with another day."""
    waves = tuple(
        replace(it, set_day=day) if it.code == code else it
        for it in snapshot.plan.waves
    )
    return replace(snapshot, plan=replace(snapshot.plan, waves=waves))


def _duration_trial(key: str, duration: Duration) -> _Trial:
    def changed(snapshot: Snapshot, amount: int) -> Snapshot:
        template = snapshot.plan.template
        shorter = replace(duration, amount=duration.amount - amount)
        activities = tuple(
            replace(it, duration=shorter) if it.key == key else it
            for it in template.activities
        )
        made = replace(template, activities=activities)
        return replace(snapshot, plan=replace(snapshot.plan, template=made))

    return _Trial(LeverKind.DURATION, key, "", duration, duration.amount - 1, changed)


def _lag_trial(link: TemplateLink) -> _Trial:
    lag = link.lag

    def changed(snapshot: Snapshot, amount: int) -> Snapshot:
        template = snapshot.plan.template
        less = replace(link, lag=replace(lag, amount=lag.amount - amount))
        links = tuple(less if it == link else it for it in template.links)
        made = replace(template, links=links)
        return replace(snapshot, plan=replace(snapshot.plan, template=made))

    ends = link.predecessor, link.successor
    # A limit is counted back from go-live by a time of its own, from one.
    is_limit = link.predecessor in LIMIT_KEYS and link.successor == GO_LIVE
    return _Trial(LeverKind.LAG, *ends, lag, lag.amount - is_limit, changed)
