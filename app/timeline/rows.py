"""Which rows a timeline has: a tree by scope, and what is unfolded of it.

A branch is known by its id: an id of the network where it is one activity, else of
what it gathers (`municipality.1516`, `region.namdal`, `programme`). Its `key` is the
word by which an address unfolds it; what holds nothing has none.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

MOST_ROOM = 270
"""What the rows of one page may take: more makes it larger than it should be."""


class Sort(StrEnum):
    """What a row stands for; the values are class names too."""

    GROUP = "group"
    WAVE = "wave"
    REGION = "region"
    TRUST = "trust"
    MUNICIPALITY = "municipality"
    STEP = "step"
    DATE = "date"


BODIES = frozenset({Sort.MUNICIPALITY, Sort.TRUST})
"""Who decides for itself, and is asked about its date."""


@dataclass(frozen=True, slots=True)
class Branch:
    """Something with dates, and what it unfolds into."""

    id: str
    sort: Sort
    key: str = ""
    inside: tuple["Branch", ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """A branch that is shown, how deep it stands, and whether it is unfolded."""

    branch: Branch
    level: int
    is_open: bool


@dataclass(frozen=True, slots=True)
class Shown:
    """The rows that are shown, and the branches that there was no room to unfold."""

    rows: tuple[Row, ...]
    left_out: tuple[Branch, ...] = ()


def unfold(branches: Sequence[Branch], wanted: frozenset[str] | None) -> Shown:
    """Unfold the branches whose keys are wanted, or all, as far as there is room.

    The outer levels go first; of one level those that stand first.
    """
    opened: set[str] = set()
    left_out: list[Branch] = []
    taken, level = room_of(branches), list(branches)
    while level:
        following: list[Branch] = []
        for branch in level:
            if not branch.inside or (wanted is not None and branch.key not in wanted):
                continue
            if taken + room_of(branch.inside) > MOST_ROOM:
                left_out.append(branch)
                continue
            opened.add(branch.id)
            taken += room_of(branch.inside)
            following += branch.inside
        level = following
    return Shown(tuple(_rows(branches, opened, 0)), tuple(left_out))


def room_of(branches: Iterable[Branch]) -> int:
    """What some rows take: that of a municipality, with its limits, as much as two."""
    return sum(2 if it.sort is Sort.MUNICIPALITY else 1 for it in branches)


def _rows(branches: Sequence[Branch], opened: set[str], level: int) -> Iterator[Row]:
    for branch in branches:
        is_open = branch.id in opened
        yield Row(branch, level, is_open)
        if is_open:
            yield from _rows(branch.inside, opened, level + 1)


def list_branches(branches: Sequence[Branch]) -> Iterator[Branch]:
    """Every branch of some trees, each before what is inside it."""
    waiting = [*reversed(branches)]
    while waiting:
        branch = waiting.pop()
        yield branch
        waiting += reversed(branch.inside)


def path_to(branches: Sequence[Branch], id: str) -> tuple[Branch, ...]:
    """The branches that have to be unfolded for an id to be seen; it comes last."""
    for branch in branches:
        if branch.id == id:
            return (branch,)
        inside = path_to(branch.inside, id)
        if inside:
            return (branch, *inside)
    return ()
