"""A conflict as every page shows it, with its address and the way to its mend.

The address holds a short sum of what makes it the same conflict in another state
of the plan, so that a link to it stays good.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from flask import url_for

from app.access import User
from app.concerned import municipality_of
from app.conflict_texts import conflict_text, kind_text, mend_text, mend_url
from app.store.names import Names
from planning.conflicts import Conflict
from planning.evaluate import Evaluation
from planning.rollout import Owner

ID_LENGTH = 12


@dataclass(frozen=True, slots=True)
class ConcernPart:
    """What a conflict concerns, and where that can be looked at; may be empty."""

    name: str
    url: str


@dataclass(frozen=True, slots=True)
class MendPart:
    """The nearest mend; its address is empty for those who can't do it."""

    text: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ConflictPart:
    """A conflict in words; `accepted` is the reason, None where it is open."""

    id: str
    url: str
    severity: str
    title: str
    sentence: str
    concerns: tuple[ConcernPart, ...]
    mend: MendPart | None
    accepted: str | None


def conflict_id(conflict: Conflict) -> str:
    """What stands for a conflict in its address."""
    kind, concerns = conflict.identity
    told = "\n".join((kind, *concerns)).encode()
    return hashlib.sha256(told).hexdigest()[:ID_LENGTH]


def find_conflict(evaluation: Evaluation, id: str) -> Conflict | None:
    """The conflict that an address means, if it is there still."""
    return next((it for it in evaluation.conflicts if conflict_id(it) == id), None)


def conflict_part(conflict: Conflict, names: Names, user: User) -> ConflictPart:
    """Tell a conflict to a user."""
    id = conflict_id(conflict)
    mended = mend_text(conflict, names)
    return ConflictPart(
        id=id,
        url=url_for("conflicts.conflict", conflict_id=id),
        severity=conflict.severity.value,
        title=kind_text(conflict.kind),
        sentence=conflict_text(conflict, names),
        concerns=tuple(concern_parts(conflict, names)),
        mend=MendPart(mended, mend_url(conflict, user)) if mended else None,
        accepted=conflict.accepted,
    )


def concern_parts(conflict: Conflict, names: Names) -> Iterator[ConcernPart]:
    """Whom and what it concerns, each once."""
    told: set[str] = set()
    for id in conflict.concerns:
        number = municipality_of(id)
        owner = f"{Owner.MUNICIPALITY}.{number}" if number else id
        if owner not in told:
            told.add(owner)
            yield ConcernPart(names.node(owner), concern_url(owner))


def concern_url(id: str) -> str:
    """Where what an id stands for can be looked at."""
    owner, __, key = id.partition(".")
    match owner:
        case Owner.MUNICIPALITY:
            return url_for("municipalities.municipality", number=key)
        case Owner.WAVE:
            return url_for("waves.wave", code=key)
        case Owner.TRUST:
            return url_for("municipalities.index", trust=key)
        case "region":
            return url_for("municipalities.index", region=key)
        case Owner.PROGRAMME:
            return url_for("facts.plans")
    return ""
