"""What pulled a date along that moved, and what was the first to move.

A planned date is set by its neighbours' planned dates, or by the earliest ones of those
that are planned as late as possible: these may move while the plan stays, as when a
step is reported later than planned. Then what moved them is what pulled.
"""

from collections import deque
from collections.abc import Collection, Mapping

from planning.evaluate import Evaluation
from planning.rollout import GO_LIVE, Owner, activity_id, wave_id

Pulls = Mapping[str, str | None]


def find_pulls(
    before: Evaluation, after: Evaluation, changed: Collection[str]
) -> Pulls:
    """What pulled each date that changed along; None for what moved by itself."""
    return {id: _puller(before, after, id, changed) for id in changed}


def first_mover(id: str, pulls: Pulls) -> str | None:
    """Follow what pulled to where it began; none for what moved by itself."""
    seen = {id}
    at = pulls.get(id)
    if at is None:
        return None
    while (further := pulls.get(at)) is not None and further not in seen:
        seen.add(at)
        at = further
    return at


def _puller(
    before: Evaluation, after: Evaluation, id: str, changed: Collection[str]
) -> str | None:
    # What let go of a date moved it as much as what holds it now.
    for it in (*_pulling(after, id), *_pulling(before, id)):
        if it in changed:
            return it
    return _behind_earliest(before, after, id, changed)


def _behind_earliest(
    before: Evaluation, after: Evaluation, id: str, changed: Collection[str]
) -> str | None:
    """The next date that changed, over earliest ones that moved and are not planned."""
    if not (_follows(before, id) or _follows(after, id)):
        return None
    waiting, seen = deque([id]), {id}
    while waiting:
        at = waiting.popleft()
        for it in (*_driving(after, at), *_driving(before, at)):
            if it in seen:
                continue
            if it in changed:
                return it
            seen.add(it)
            if _earliest(before, it) != _earliest(after, it):
                waiting.append(it)
    return None


def _follows(evaluation: Evaluation, id: str) -> bool:
    """Whether a planned date is the earliest that what comes before it allows."""
    index = evaluation.network.index.get(id)
    if index is None:
        return False
    return not evaluation.network.activities[index].is_as_late_as_possible


def _driving(evaluation: Evaluation, id: str) -> tuple[str, ...]:
    at = evaluation.schedule.activities.get(id)
    return () if at is None else at.driven_by


def _earliest(evaluation: Evaluation, id: str) -> tuple[int, int] | None:
    at = evaluation.schedule.activities.get(id)
    return None if at is None else (at.early_start, at.early_finish)


def _pulling(evaluation: Evaluation, id: str) -> tuple[str, ...]:
    """The neighbours that set a planned date; none where it is not there.

    A municipality's go-live is held by its wave, whatever hangs on it.
    """
    at = evaluation.schedule.activities.get(id)
    if at is None:
        return ()
    node = evaluation.nodes[id]
    if node.owner is Owner.MUNICIPALITY and node.key == GO_LIVE:
        code = evaluation.wave_of(node.owner_id)
        return () if code is None else (wave_id(code),)
    network = evaluation.network
    if network.activities[network.index[id]].is_as_late_as_possible:
        return at.held_by
    # Who changes waves is driven by one that has not moved: it moved to that one.
    return (*at.driven_by, activity_id(node.owner_id, GO_LIVE))
