"""A conflict as every page shows it, with its address and the way to its mend.

The address holds a short sum of what makes it the same conflict in another state
of the plan, so that a link to it stays good.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from flask import url_for

from app.access import User
from app.concerned import BINDING, COMPONENT, REGION, RESOURCE, municipality_of
from app.conflict_texts import (
    conflict_text,
    kind_text,
    mark_text,
    mend_text,
    mend_url,
)
from app.mending import is_one_command
from app.store.names import Names
from planning.conflicts import Conflict, Kind
from planning.evaluate import Evaluation
from planning.rollout import Owner

ID_LENGTH = 12
TRIED_BY = "plan.edit"
"""The right to try a mend out and to take it: that of the commands that do it."""


@dataclass(frozen=True, slots=True)
class ConcernPart:
    """What a conflict concerns, and where that can be looked at; may be empty."""

    name: str
    url: str


@dataclass(frozen=True, slots=True)
class MendPart:
    """The nearest mend of a conflict; its address is empty for who can't do it.

    `can_be_tried` says that it is one command, and theirs.
    """

    id: str
    text: str
    url: str
    can_be_tried: bool


@dataclass(frozen=True, slots=True)
class ConflictMark:
    """A conflict in two or three words, where there is room for no more."""

    text: str
    severity: str
    sentence: str
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


def list_own(evaluation: Evaluation) -> Mapping[str, Sequence[Conflict]]:
    """What is open, by the municipality (its number) or the id that it is about."""
    found: dict[str, list[Conflict]] = {}
    for conflict in evaluation.conflicts:
        if conflict.accepted is None:
            about = conflict.concerns[0]
            found.setdefault(municipality_of(about) or about, []).append(conflict)
    return found


def conflict_marks(
    conflicts: Iterable[Conflict], names: Names
) -> tuple[ConflictMark, ...]:
    """A mark for each kind among some conflicts, the worst first."""
    marks: dict[Kind, ConflictMark] = {}
    for it in conflicts:
        if it.kind not in marks:
            text, sentence = mark_text(it), conflict_text(it, names)
            marks[it.kind] = ConflictMark(text, it.severity, sentence, conflict_url(it))
    return tuple(marks.values())


def conflict_url(conflict: Conflict) -> str:
    """The address of a conflict."""
    return url_for("conflicts.conflict", conflict_id=conflict_id(conflict))


def conflict_parts(
    conflicts: Iterable[Conflict], names: Names, user: User
) -> tuple[ConflictPart, ...]:
    """Some conflicts: those that are open, and then those that are accepted."""
    in_order = sorted(conflicts, key=lambda it: it.accepted is not None)
    return tuple(conflict_part(it, names, user) for it in in_order)


def conflict_part(conflict: Conflict, names: Names, user: User) -> ConflictPart:
    """Tell a conflict to a user."""
    return ConflictPart(
        id=conflict_id(conflict),
        url=conflict_url(conflict),
        severity=conflict.severity.value,
        title=kind_text(conflict.kind),
        sentence=conflict_text(conflict, names),
        concerns=tuple(concern_parts(conflict, names)),
        mend=_mend_part(conflict, names, user),
        accepted=conflict.accepted,
    )


def _mend_part(conflict: Conflict, names: Names, user: User) -> MendPart | None:
    text, url = mend_text(conflict, names), mend_url(conflict, user)
    if not text:
        return None
    can_be_tried = user.may(TRIED_BY) and is_one_command(conflict)
    return MendPart(conflict_id(conflict), text, url, can_be_tried)


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
    addresses: Mapping[str, Callable[[], str]] = {
        Owner.MUNICIPALITY: lambda: url_for("municipalities.municipality", number=key),
        Owner.WAVE: lambda: url_for("waves.wave", code=key),
        Owner.TRUST: lambda: url_for("municipalities.index", trust=key),
        Owner.PROGRAMME: lambda: url_for("facts.plans"),
        REGION: lambda: url_for("municipalities.index", region=key),
        BINDING: lambda: url_for("preconditions.index", _anchor=id.replace(".", "-")),
        COMPONENT: lambda: url_for("preconditions.index", _anchor=id.replace(".", "-")),
        RESOURCE: lambda: url_for("capacity.index", resource=key),
    }
    return addresses[owner]() if owner in addresses else ""
