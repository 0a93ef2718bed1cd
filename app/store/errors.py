"""What the store refuses, and the values that a sentence for the user is made from.

The sentences are in `seed/texts.py`, `backup_texts.py` and `app/errors.py`; the text
of an exception is a plain technical one.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from planning.rights.refusals import Refusal


class StoreError(Exception):
    """The store has not done what it was asked; nothing has changed."""


class DatabaseError(StoreError):
    """The database is not in a state that this version can work with.

    Kinds: empty, behind, newer, foreign, damaged, unreachable, no-plan,
    unloaded.
    """

    def __init__(self, kind: str, **values: Any) -> None:
        super().__init__(f"{kind}: {values}" if values else kind)
        self.kind = kind
        self.values = values


class BackupError(StoreError):
    """A backup cannot be written or read. Kinds: see `backup_texts`."""

    def __init__(self, kind: str, **values: Any) -> None:
        super().__init__(f"{kind}: {values}" if values else kind)
        self.kind = kind
        self.values = values


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One thing wrong with a fixture file; line 1 is its header, 0 the whole file."""

    file: str
    line: int
    column: str
    kind: str
    values: dict[str, Any] = field(default_factory=dict)


class FixtureError(StoreError):
    """Everything that is wrong with the fixture files; nothing was loaded."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        first = problems[0]
        super().__init__(
            f"{len(problems)} problems; first: {first.file}, line {first.line}, "
            f"column {first.column!r}: {first.kind} {first.values}"
        )
        self.problems = problems


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemChange:
    """One field of one row that somebody changed, with both values."""

    table: str
    row_key: str
    field: str
    before: Any
    after: Any


class ClashError(StoreError):
    """Somebody changed the same row after the user had looked at it."""

    def __init__(
        self,
        *,
        by_name: str,
        at: datetime | None,
        items: tuple[ItemChange, ...],
        by: str = "",
    ) -> None:
        super().__init__(f"changed in the meantime by {by_name} at {at}: {items}")
        self.by = by
        self.by_name = by_name
        self.at = at
        self.items = items


class UndoRefused(StoreError):  # noqa: N818 - reads as what the user is told
    """A change can't be taken back: something was built on it since.

    Kinds: changed-since, in-use (by the row that `user` names), needed (an owner that
    the agreements give a part of its own), gone, kept (of a ledger), rested-on (by
    entries of one: `broken` are these, with what would speak against each).
    Who and when are empty where it was no user.
    """

    def __init__(
        self,
        kind: str,
        *,
        item: ItemChange,
        by_name: str = "",
        at: datetime | None = None,
        by: str = "",
        broken: Mapping[int, tuple[Refusal, ...]] | None = None,
        user: tuple[str, str] | None = None,
    ) -> None:
        super().__init__(f"{kind}: {item}, by {by_name or 'nobody'} at {at}")
        self.by = by
        self.user = user
        self.broken = broken or {}
        self.kind = kind
        self.item = item
        self.by_name = by_name
        self.at = at


class ScenarioRefused(StoreError):  # noqa: N818 - reads as what the user is told
    """What was asked for can't be part of a scenario, or of this one.

    Kinds: fact (what has happened, or holds for every plan), whole-row (something
    added or removed), not-own, adopted, unknown, name-used (by another of the owner's
    that is open); of adopting also unsettled (a change needs somebody's word first),
    nothing.
    """

    def __init__(self, kind: str) -> None:
        super().__init__(kind)
        self.kind = kind
