"""What would have to give to make a date some days earlier."""

from dataclasses import dataclass, replace
from enum import StrEnum

from planning.evaluate import Evaluation, evaluate_dates
from planning.levers import (
    Lever,
    LeverKind,
    alone_with_wave,
    try_levers,
    with_wave_day,
)
from planning.rollout import GO_LIVE, Node, Owner
from planning.schedule import ScheduledActivity
from planning.snapshot import ActivityKind, Placing

PROJECT_START = "project-start"


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

    `earliest` is when it could come with nothing changed, as far as the facts tell; of
    a go-live with the wave on the day that is asked for.
    Each of `levers` is enough by itself for the planned date. A go-live that is planned
    for `target` has to be reached too: where it can't, `work` is what would have to
    give for that, each enough by itself. `short` are the municipalities of the wave
    that have less to spare than it would move, with their margins; not the one whose
    go-live it is, of which `work` tells.
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
    levers = try_levers(evaluation, node, days, _planned)
    answer = Answer.BY_LEVERS if levers else Answer.NOTHING
    found = replace(
        found,
        answer=answer,
        levers=levers,
        short=_short_along(evaluation, node, levers),
    )
    return _with_work(evaluation, node, found) if node.key == GO_LIVE else found


def _with_work(evaluation: Evaluation, node: Node, found: Earlier) -> Earlier:
    """Whether the work is done by then, once the wave has the day; and what would."""
    day = next(
        (it for it in found.levers if it.kind is LeverKind.WAVE_DAY),
        None,
    )
    if day is None or not isinstance(day.after, int):  # pragma: no cover
        # Go-live comes with its wave wherever anything makes it earlier.
        return found
    alone = alone_with_wave(evaluation.snapshot, node.owner_id)
    moved = evaluate_dates(with_wave_day(alone, day.key, day.after))
    earliest = moved.schedule.activities[node.id].early_start
    found = replace(found, earliest=earliest)
    if earliest <= found.target:
        return found
    work = try_levers(moved, node, earliest - found.target, _earliest)
    steps = tuple(it for it in work if it.kind is not LeverKind.WAVE_DAY)
    return replace(found, work=steps)


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
    )


def _short_along(
    evaluation: Evaluation, node: Node, levers: tuple[Lever, ...]
) -> tuple[tuple[str, int], ...]:
    """Who of the wave of a municipality can’t come along, where that is to move."""
    wave = next((it for it in levers if it.kind is LeverKind.WAVE_DAY), None)
    if wave is None:
        return ()
    assert isinstance(wave.before, int)  # noqa: S101 - a wave has a day
    assert isinstance(wave.after, int)  # noqa: S101 - a wave has a day
    told = node.owner_id if node.key == GO_LIVE else ""
    short = _short(evaluation, wave.key, wave.before - wave.after)
    return tuple(it for it in short if it[0] != told)


def _short(evaluation: Evaluation, code: str, days: int) -> tuple[tuple[str, int], ...]:
    """Who of a wave has less to spare than that, and how much, the least first."""
    found = [
        (it.municipality, evaluation.margins[it.municipality].days)
        for it in evaluation.snapshot.plan.placements
        if it.wave == code and it.municipality in evaluation.margins
    ]
    return tuple(sorted((it for it in found if it[1] < days), key=lambda it: it[1]))


def _earliest(at: ScheduledActivity) -> int:
    return at.early_start


def _planned(at: ScheduledActivity) -> int:
    return at.start
