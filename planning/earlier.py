"""What would have to give to make a date some days earlier.

Each thing that could give is tried by itself: it is changed by the least that does
it, and the dates are computed anew by the very passes of the plan. A municipality is
looked at alone, with its wave and the dates of the programme: nobody else's steps set
its dates.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from planning.durations import Duration
from planning.evaluate import Evaluation
from planning.programme import schedule_programme
from planning.rollout import GO_LIVE, Node, Owner, activity_id
from planning.schedule import ScheduledActivity
from planning.snapshot import ActivityKind, Placing, Snapshot, Wave

PROJECT_START = "project-start"
LONGEST_MONTH = 31


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


class Answer(StrEnum):
    """Whether a date can be earlier at all, and by what."""

    HAPPENED = "happened"
    NAMED = "named"
    GONE_BY = "gone-by"
    FREE = "free"
    BY_WAVE = "by-wave"
    BY_LEVERS = "by-levers"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Earlier:
    """What would make a date `days` earlier, on the day `target`.

    `earliest` is when it could come with nothing changed, as far as the facts tell.
    `levers` are ordered: those that are enough first. A go-live that is planned for
    `target` has to be reached too: where it can't, `work` is what would have to give
    for that. `short` are the municipalities of a wave that have less to
    spare than is asked for, with their margins.
    """

    answer: Answer
    days: int
    target: int
    earliest: int
    levers: tuple[Lever, ...] = ()
    work: tuple[Lever, ...] = ()
    short: tuple[tuple[str, int], ...] = ()


def find_earlier(evaluation: Evaluation, id: str, days: int) -> Earlier:
    """Say what would have to give for a date to be so many days earlier.

    Args:
        evaluation: the plan with its dates.
        id: an activity of its network.
        days: how much earlier, in calendar days; at least one.
    """
    at, node = evaluation.schedule.activities[id], evaluation.nodes[id]
    found = Earlier(
        answer=_fixed(evaluation, at, node, at.start - days),
        days=days,
        target=at.start - days,
        earliest=at.early_start,
    )
    if found.answer is not Answer.BY_LEVERS:
        return found
    if node.owner is not Owner.MUNICIPALITY:
        code = _wave_code(evaluation, node)
        return replace(
            found,
            answer=Answer.BY_WAVE,
            levers=(_of_wave(evaluation, code, days),),
            short=_short(evaluation, code, days),
        )
    levers = _ordered(_tried(evaluation, node, days, _goal(evaluation, node)))
    work: tuple[Lever, ...] = ()
    if node.key == GO_LIVE and at.early_start > found.target:
        work = _ordered(_tried(evaluation, node, days, _earliest))
        work = tuple(it for it in work if it.kind is not LeverKind.WAVE_DAY)
    answer = Answer.BY_LEVERS if levers else Answer.NOTHING
    return replace(found, answer=answer, levers=levers, work=work)


def _fixed(
    evaluation: Evaluation, at: ScheduledActivity, node: Node, target: int
) -> Answer:
    """Why nothing has to give, or nothing can; else that something could."""
    if at.done:
        return Answer.HAPPENED
    if _is_named(evaluation, node):
        return Answer.NAMED
    if target < evaluation.snapshot.status_date:
        return Answer.GONE_BY
    if node.owner is Owner.PROGRAMME:
        return Answer.NOTHING
    if _is_placed_late(evaluation, node) and at.early_start <= target:
        return Answer.FREE
    return Answer.BY_LEVERS


def _is_named(evaluation: Evaluation, node: Node) -> bool:
    """Whether an agreement or a letter names the day."""
    named = {(it.municipality, it.activity) for it in evaluation.snapshot.deadlines}
    return (node.owner_id, node.key) in named


def _is_placed_late(evaluation: Evaluation, node: Node) -> bool:
    """Whether a step is as late as it may be, and could be done before.

    A limit and a go-live are not: they are where the wave's day puts them.
    """
    if node.kind is ActivityKind.LIMIT or node.key in (GO_LIVE, PROJECT_START):
        return False
    steps = evaluation.snapshot.plan.template.activities
    return any(
        it.key == node.key and it.placing is Placing.AS_LATE_AS_POSSIBLE for it in steps
    )


def _wave_code(evaluation: Evaluation, node: Node) -> str:
    """The wave whose day it is, of a wave or of a trust that goes with one."""
    if node.owner is Owner.WAVE:
        return node.owner_id
    trusts = evaluation.snapshot.trusts
    return next(str(it.wave) for it in trusts if it.code == node.owner_id)


def _of_wave(evaluation: Evaluation, code: str, days: int) -> Lever:
    """The day of the wave, which is what is asked for."""
    day = evaluation.reckonings[code].day
    return Lever(
        kind=LeverKind.WAVE_DAY,
        key=code,
        before=day,
        after=day - days,
        gained=days,
        is_enough=True,
    )


def _short(evaluation: Evaluation, code: str, days: int) -> tuple[tuple[str, int], ...]:
    """Who of a wave has less to spare than that, and how much, the least first."""
    found = [
        (it.municipality, evaluation.margins[it.municipality].days)
        for it in evaluation.snapshot.plan.placements
        if it.wave == code and it.municipality in evaluation.margins
    ]
    return tuple(sorted((it for it in found if it[1] < days), key=lambda it: it[1]))


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


def _tried(
    evaluation: Evaluation,
    node: Node,
    days: int,
    goal: Callable[[ScheduledActivity], int],
) -> Iterator[Lever]:
    """Everything that brings the date forward when it gives by itself."""
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


def _goal(evaluation: Evaluation, node: Node) -> Callable[[ScheduledActivity], int]:
    """What has to come forward: the earliest date of what is placed late."""
    return _earliest if _is_placed_late(evaluation, node) else _planned


def _earliest(at: ScheduledActivity) -> int:
    return at.early_start


def _planned(at: ScheduledActivity) -> int:
    return at.start


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
