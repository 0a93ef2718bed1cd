"""What hangs on a date: what is counted from it, what waits for it, what it governs.

What is done is waited for no more. Where it was late, or what is left can only come
late, it holds what comes after it: that can begin no earlier, whatever is planned.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from planning.durations import ZERO, Duration
from planning.explanation import At, Cause, Explainer, Reason, Side
from planning.network import LinkKind
from planning.rollout import GO_LIVE, GOVERNED_BY_LIMIT, Owner, activity_id
from planning.snapshot import ActivityKind
from planning.steps import latest_begin


class Hanging(StrEnum):
    """In which way something hangs on a date."""

    MOVES = "moves"
    HELD = "held"
    WAITS = "waits"
    GOVERNED = "governed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Dependent:
    """Something that hangs on a date, and how.

    `days` are to spare between the two, of what waits or is governed; of what is held
    they are how much later than planned it can begin. Of that the dates are the
    earliest ones, unless they are the planned ones too. `also` are the others that put
    what moves on the same day, `further` is how many dates move with it in their turn.
    """

    id: str
    start: int
    finish: int
    hanging: Hanging
    reason: Reason = Reason.FOLLOWS
    kind: LinkKind = LinkKind.FS
    lag: Duration = ZERO
    days: int = 0
    also: tuple[str, ...] = ()
    further: int = 0


def find_dependents(explainer: Explainer, id: str) -> tuple[Dependent, ...]:
    """What hangs on the planned date of an activity next, by day."""
    at = explainer.at(id)
    moving = [*_moving(explainer, at), *_held(explainer, at)]
    found = {it.id for it in moving}
    others = [
        it
        for it in (*_governed(explainer, at), *_waiting(explainer, at))
        if it.id not in found
    ]
    return tuple(sorted([*moving, *others], key=lambda it: (it.start, it.finish)))


def count_moving(explainer: Explainer, id: str) -> int:
    """How many activities are counted from a date, over however many steps."""
    at = explainer.at(id)
    found = _all_moving(explainer, at)
    if explainer.days_held(at.position):
        found |= _all_moving(explainer, explainer.earliest_of(at.position))
    return len({it.position for it in found})


def _moving(explainer: Explainer, at: At) -> Iterator[Dependent]:
    for after, cause in _counted_from(explainer, at):
        if after.side is Side.PLANNED:
            yield _dependent(explainer, at, after, cause, Hanging.MOVES)


def _held(explainer: Explainer, at: At) -> Iterator[Dependent]:
    """What can begin no earlier because of this, later than planned."""
    first = explainer.earliest_of(at.position)
    if first != at and not explainer.days_held(at.position):
        return
    for after, cause in _counted_from(explainer, first):
        if after.side is Side.EARLIEST or first.side is Side.EARLIEST:
            yield _dependent(explainer, first, after, cause, Hanging.HELD)


def _dependent(
    explainer: Explainer, at: At, after: At, cause: Cause, hanging: Hanging
) -> Dependent:
    start, _begin, finish = explainer.dates(after)
    return Dependent(
        id=explainer.node(after.position).id,
        start=start,
        finish=finish,
        hanging=hanging,
        reason=cause.reason,
        kind=cause.kind,
        lag=cause.lag,
        days=explainer.days_held(after.position) if hanging is Hanging.HELD else 0,
        also=_others(explainer, after, at),
        further=len(_all_moving(explainer, after)),
    )


def _counted_from(explainer: Explainer, at: At) -> Iterator[tuple[At, Cause]]:
    """The dates that this one sets, alone or with others, and how.

    They are planned ones, and the earliest ones that are later than planned.
    """
    for index in dict.fromkeys(_candidates(explainer, at.position)):
        sides = [Side.PLANNED]
        if explainer.days_held(index):
            sides.append(Side.EARLIEST)
        for after in (At(index, side) for side in sides):
            for cause in explainer.causes(after):
                if cause.neighbour == at:
                    yield after, cause
                    break


def _candidates(explainer: Explainer, index: int) -> Iterator[int]:
    network, node = explainer.task.network, explainer.node(index)
    for links in (network.predecessors[index], network.successors[index]):
        yield from (link[0] for link in links)
    if node.owner is Owner.WAVE:
        for placement in explainer.evaluation.snapshot.plan.placements:
            if placement.wave == node.owner_id:
                id = activity_id(placement.municipality, GO_LIVE)
                yield from filter(None, [network.index.get(id)])


def _all_moving(explainer: Explainer, first: At) -> frozenset[At]:
    found: set[At] = set()
    waiting = [first]
    while waiting:
        for after, _cause in _counted_from(explainer, waiting.pop()):
            if after not in found:
                found.add(after)
                waiting.append(after)
    return frozenset(found)


def _others(explainer: Explainer, after: At, at: At) -> tuple[str, ...]:
    neighbours = (cause.neighbour for cause in explainer.causes(after))
    return tuple(
        explainer.node(each.position).id
        for each in neighbours
        if each is not None and each != at
    )


def _waiting(explainer: Explainer, at: At) -> Iterator[Dependent]:
    """What can't come before this is over; nothing waits for a limit."""
    task = explainer.task
    work, planned = task.works[at.position], explainer.planned
    if work.is_done or explainer.node(at.position).kind is ActivityKind.LIMIT:
        return
    for link in task.network.successors[at.position]:
        after, kind, lag, _calendar = link
        if task.works[after].is_done:
            continue
        bound = latest_begin(task, at.position, link, planned)
        yield Dependent(
            id=explainer.node(after).id,
            start=planned.starts[after],
            finish=planned.finishes[after],
            hanging=Hanging.WAITS,
            kind=kind,
            lag=lag,
            days=bound - planned.begins[at.position],
        )


def _governed(explainer: Explainer, at: At) -> Iterator[Dependent]:
    """What has to happen by a limit, unless it has."""
    node, network = explainer.node(at.position), explainer.task.network
    for key, limit in GOVERNED_BY_LIMIT.items():
        index = network.index.get(activity_id(node.owner_id, key))
        if limit != node.key or index is None or explainer.task.works[index].is_done:
            continue
        start, _begin, finish = explainer.dates(At(index, Side.PLANNED))
        yield Dependent(
            id=explainer.node(index).id,
            start=start,
            finish=finish,
            hanging=Hanging.GOVERNED,
            days=explainer.dates(at)[0] - start,
        )
