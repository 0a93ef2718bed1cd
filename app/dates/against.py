"""What speaks against a date: what the council has decided, and other conflicts.

The plan presumes that every option is taken up in time. Where the council has said
no or waits, each date that rests on that says so.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from flask_babel import gettext as _

from app.access import User
from app.conflict_parts import ConflictPart, conflict_parts
from app.decisions import AGAINST, OPTION_EXERCISED, find_stance, stance_text
from app.store.names import Names
from planning.conflicts import Conflict, Kind
from planning.evaluate import Evaluation
from planning.rollout import (
    GO_LIVE,
    GOVERNED_BY_LIMIT,
    Owner,
    activity_id,
    wave_id,
)

BY_COUNCIL = frozenset(
    {
        "council-decision",
        "option-exercised",
        "option-limit",
        "preproject-agreed",
        "preproject-limit",
        GO_LIVE,
    }
)
"""What comes to nothing, or stands undecided, when a council says no or waits."""
ABOUT_COUNCIL = AGAINST | {Kind.OPTION_DECIDED_LATE}


@dataclass(frozen=True, slots=True)
class AgainstPart:
    """What the council has decided against a date, and the conflicts about it."""

    sentence: str
    conflicts: tuple[ConflictPart, ...]


def against_part(
    evaluation: Evaluation, id: str, names: Names, user: User
) -> AgainstPart:
    """Tell what speaks against a date; nothing where it all agrees."""
    found = tuple(_conflicts(evaluation, id))
    is_council = any(it.kind in AGAINST for it in found)
    return AgainstPart(
        _sentence(evaluation, evaluation.nodes[id].owner_id) if is_council else "",
        conflict_parts(found, names, user),
    )


def _conflicts(evaluation: Evaluation, id: str) -> Iterator[Conflict]:
    node = evaluation.nodes[id]
    governs = (key for key, limit in GOVERNED_BY_LIMIT.items() if limit == node.key)
    ids = {id, *(activity_id(node.owner_id, key) for key in governs)}
    for conflict in evaluation.conflicts:
        about = conflict.concerns[0]
        if not ids.isdisjoint(conflict.concerns):
            yield conflict
        elif node.owner is not Owner.MUNICIPALITY:
            continue
        elif about == f"{Owner.MUNICIPALITY}.{node.owner_id}":
            if node.key == GO_LIVE or (
                conflict.kind in ABOUT_COUNCIL and node.key in BY_COUNCIL
            ):
                yield conflict
        elif node.key == GO_LIVE and about == _wave(evaluation, node.owner_id):
            yield conflict


def _wave(evaluation: Evaluation, number: str) -> str:
    code = evaluation.wave_of(number)
    return "" if code is None else wave_id(code)


def _sentence(evaluation: Evaluation, number: str) -> str:
    stance = find_stance(evaluation, number)
    if stance is None:
        return ""
    decided = stance_text(stance)
    at = evaluation.schedule.activities.get(activity_id(number, OPTION_EXERCISED))
    if at is not None and at.presumed:
        return _(
            "%(decided)s. Nobody has reported that the option was taken up: the plan"
            " presumes it all the same.",
            decided=decided,
        )
    return _(
        "%(decided)s. The plan presumes all the same that the option is taken up.",
        decided=decided,
    )
