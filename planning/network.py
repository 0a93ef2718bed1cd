"""Activities and links in a safe order.

Past `compile_network` there is no cycle and no unknown id: whoever walks
`Network.activities` meets every activity after all its predecessors. Days are
ordinals; a finish is the first day on which a successor may start.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from operator import itemgetter
from typing import NamedTuple

import numpy

from planning.activities import (
    Activity,
    Constraint,
    ConstraintKind,
    Link,
    LinkKind,
)
from planning.calendars import Calendar
from planning.columns import Columns, read_columns
from planning.day_tables import Integers
from planning.durations import Duration
from planning.errors import (
    CycleError,
    DuplicateActivityError,
    UnknownActivityError,
)
from planning.levels import CircleError
from planning.structure import Structure, find_structure

__all__ = [
    "Activity",
    "Constraint",
    "ConstraintKind",
    "Link",
    "LinkKind",
    "Neighbour",
    "Network",
    "compile_network",
]


class Neighbour(NamedTuple):
    """The other end of a link, by its place in the network, and the link."""

    position: int
    kind: LinkKind
    lag: Duration
    calendar: Calendar | None


@dataclass(frozen=True, eq=False)
class Network:
    """Activities after their predecessors; links in the order they were given."""

    activities: tuple[Activity, ...]
    links: tuple[Link, ...]
    structure: Structure
    columns: Columns

    @cached_property
    def index(self) -> Mapping[str, int]:
        """Where each activity stands in the network."""
        return {each.id: index for index, each in enumerate(self.activities)}

    @cached_property
    def predecessors(self) -> tuple[tuple[Neighbour, ...], ...]:
        """What each activity waits for, in the order of the links."""
        return self._neighbours(self.structure.before, self.structure.after)

    @cached_property
    def successors(self) -> tuple[tuple[Neighbour, ...], ...]:
        """What waits for each activity, in the order of the links."""
        return self._neighbours(self.structure.after, self.structure.before)

    def _neighbours(
        self, others: Integers, own: Integers
    ) -> tuple[tuple[Neighbour, ...], ...]:
        found: list[list[Neighbour]] = [[] for _ in self.activities]
        ends = zip(others.tolist(), own.tolist(), self.links, strict=True)
        for other, index, link in ends:
            found[index].append(Neighbour(other, link.kind, link.lag, link.calendar))
        return tuple(map(tuple, found))


def compile_network(activities: Iterable[Activity], links: Iterable[Link]) -> Network:
    """Put the activities in order; those that may change places stay as given.

    Raises:
        DuplicateActivityError: where two activities have the same id.
        UnknownActivityError: where a link names an id that there is not.
        CycleError: where activities wait for each other.
    """
    given = tuple(activities)
    edges = tuple(links)
    starts, ends = _ends(_positions(given), edges)
    try:
        structure = find_structure(len(given), starts, ends)
    except CircleError:
        raise CycleError(_cycle(given, starts, ends)) from None
    ordered = given
    if structure.order is not None:
        # Those that change places are never fewer than two.
        ordered = itemgetter(*structure.order)(given)
    columns = read_columns(ordered, edges, structure)
    return Network(ordered, edges, structure, columns)


def _positions(given: Sequence[Activity]) -> dict[str, int]:
    ids = [activity.id for activity in given]
    positions = dict(zip(ids, range(len(ids)), strict=True))
    if len(positions) < len(ids):
        firsts = {id: at for at, id in reversed([*enumerate(ids)])}
        raise DuplicateActivityError(
            next(id for at, id in enumerate(ids) if firsts[id] != at)
        )
    return positions


def _ends(
    positions: Mapping[str, int], links: Sequence[Link]
) -> tuple[Integers, Integers]:
    """Where each link starts and ends, in the order the activities were given."""
    try:
        starts = _looked_up(positions, [link.predecessor for link in links])
        ends = _looked_up(positions, [link.successor for link in links])
    except KeyError:
        raise _unknown(positions, links) from None
    return starts, ends


def _looked_up(positions: Mapping[str, int], ids: Sequence[str]) -> Integers:
    # All in one call, which gives a bare number for one and nothing for none.
    found = (
        itemgetter(*ids)(positions) if len(ids) > 1 else [positions[id] for id in ids]
    )
    return numpy.fromiter(found, numpy.intp, len(ids))


def _unknown(
    positions: Mapping[str, int], links: Sequence[Link]
) -> UnknownActivityError:
    return next(
        UnknownActivityError(id, number)
        for number, link in enumerate(links)
        for id in (link.predecessor, link.successor)
        if id not in positions
    )


def _cycle(
    given: Sequence[Activity], starts: Integers, ends: Integers
) -> tuple[str, ...]:
    """One of the cycles, from the activity on it that was given first."""
    # Takes a noticeable time to import, and a sound network never needs it.
    import networkx  # noqa: PLC0415 - see above

    edges = sorted(zip(starts.tolist(), ends.tolist(), strict=True))
    graph: networkx.DiGraph[int] = networkx.DiGraph(edges)
    found = tuple(edge[0] for edge in networkx.find_cycle(graph))
    first = found.index(min(found))
    return tuple(given[each].id for each in found[first:] + found[:first])
