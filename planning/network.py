"""Activities and links in a safe order.

Past `compile_network` there is no cycle and no unknown id: whoever walks
`Network.activities` meets every activity after all its predecessors. Days are
ordinals; a finish is the first day on which a successor may start.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from heapq import heapify, heappop, heappush
from typing import NamedTuple

from planning.calendars import Calendar
from planning.durations import ZERO, Duration
from planning.errors import (
    CycleError,
    DuplicateActivityError,
    UnknownActivityError,
)


class LinkKind(StrEnum):
    """Which end of the predecessor bounds which end of the successor."""

    FS = "FS"
    SS = "SS"
    FF = "FF"
    SF = "SF"


class ConstraintKind(StrEnum):
    """What a date, or the lack of one, asks of an activity."""

    START_NO_EARLIER_THAN = "start-no-earlier-than"
    START_NO_LATER_THAN = "start-no-later-than"
    FINISH_NO_EARLIER_THAN = "finish-no-earlier-than"
    FINISH_NO_LATER_THAN = "finish-no-later-than"
    MUST_START_ON = "must-start-on"
    MUST_FINISH_ON = "must-finish-on"
    AS_LATE_AS_POSSIBLE = "as-late-as-possible"


@dataclass(frozen=True, slots=True, kw_only=True)
class Constraint:
    """A wish that the logic may break: it then shows as negative float."""

    kind: ConstraintKind
    day: int | None = None

    def __post_init__(self) -> None:
        dateless = self.kind is ConstraintKind.AS_LATE_AS_POSSIBLE
        if dateless != (self.day is None):
            raise ValueError(f"{self.kind} takes {'no' if dateless else 'a'} day")


@dataclass(frozen=True, slots=True, kw_only=True)
class Activity:
    """A node: what is to be done, and what is known of it.

    `remaining` without an actual start is the report that it is not done. A
    target is a finish that floats count to, in a network with more than one.
    Working days are those of its own calendar, or of the network's where it has
    none.
    """

    id: str
    duration: Duration
    constraint: Constraint | None = None
    deadline: int | None = None
    actual_start: int | None = None
    actual_finish: int | None = None
    remaining: Duration | None = None
    is_target: bool = False
    calendar: Calendar | None = None

    def __post_init__(self) -> None:
        if not self.id:
            raise ValueError("an activity needs an id")
        for length in (self.duration, self.remaining):
            if length is not None and length.amount < 0:
                raise ValueError(f"{self.id} takes less than no time: {length}")

    @property
    def is_milestone(self) -> bool:
        return self.duration.is_zero

    @property
    def is_as_late_as_possible(self) -> bool:
        return (
            self.constraint is not None
            and self.constraint.kind is ConstraintKind.AS_LATE_AS_POSSIBLE
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """An edge: the successor waits for the predecessor, and for the lag.

    The lag is counted on the calendar of the link, or on the network's.
    """

    predecessor: str
    successor: str
    kind: LinkKind = LinkKind.FS
    lag: Duration = ZERO
    calendar: Calendar | None = None


class Neighbour(NamedTuple):
    """The other end of a link, by its place in the network, and the link."""

    position: int
    kind: LinkKind
    lag: Duration
    calendar: Calendar | None


@dataclass(frozen=True, slots=True)
class Network:
    """Activities after their predecessors; neighbours in the order of the links."""

    activities: tuple[Activity, ...]
    predecessors: tuple[tuple[Neighbour, ...], ...]
    successors: tuple[tuple[Neighbour, ...], ...]
    index: Mapping[str, int]


def compile_network(activities: Iterable[Activity], links: Iterable[Link]) -> Network:
    """Put the activities in order; those that may change places stay as given.

    Raises:
        DuplicateActivityError: where two activities have the same id.
        UnknownActivityError: where a link names an id that there is not.
        CycleError: where activities wait for each other.
    """
    given = tuple(activities)
    edges = tuple(links)
    ends = _ends(_positions(given), edges)
    order = _order(given, ends)

    place = [0] * len(given)
    for index, position in enumerate(order):
        place[position] = index
    predecessors: list[list[Neighbour]] = [[] for _ in given]
    successors: list[list[Neighbour]] = [[] for _ in given]
    for link, (start, end) in zip(edges, ends, strict=True):
        before, after = place[start], place[end]
        kind, lag, calendar = link.kind, link.lag, link.calendar
        predecessors[after].append(Neighbour(before, kind, lag, calendar))
        successors[before].append(Neighbour(after, kind, lag, calendar))

    ordered = tuple(given[position] for position in order)
    return Network(
        ordered,
        tuple(map(tuple, predecessors)),
        tuple(map(tuple, successors)),
        {each.id: index for index, each in enumerate(ordered)},
    )


def _positions(given: Sequence[Activity]) -> dict[str, int]:
    positions: dict[str, int] = {}
    for position, activity in enumerate(given):
        if activity.id in positions:
            raise DuplicateActivityError(activity.id)
        positions[activity.id] = position
    return positions


def _ends(
    positions: Mapping[str, int], links: Sequence[Link]
) -> tuple[tuple[int, int], ...]:
    """Where each link starts and ends, in the order the activities were given."""
    ends = []
    for number, link in enumerate(links):
        for id in (link.predecessor, link.successor):
            if id not in positions:
                raise UnknownActivityError(id, number)
        ends.append((positions[link.predecessor], positions[link.successor]))
    return tuple(ends)


def _order(
    given: Sequence[Activity], ends: Sequence[tuple[int, int]]
) -> tuple[int, ...]:
    """Every position after those it waits for; the first given goes first."""
    waits_for = [0] * len(given)
    followers: list[list[int]] = [[] for _ in given]
    for start, end in ends:
        waits_for[end] += 1
        followers[start].append(end)

    ready = [position for position, count in enumerate(waits_for) if count == 0]
    heapify(ready)
    order = []
    while ready:
        position = heappop(ready)
        order.append(position)
        for follower in followers[position]:
            waits_for[follower] -= 1
            if waits_for[follower] == 0:
                heappush(ready, follower)

    if len(order) < len(given):
        raise CycleError(tuple(given[each].id for each in _cycle(ends)))
    return tuple(order)


def _cycle(ends: Sequence[tuple[int, int]]) -> tuple[int, ...]:
    """One of the cycles, from the position on it that was given first."""
    # Takes a noticeable time to import, and a sound network never needs it.
    import networkx  # noqa: PLC0415 - see above

    graph: networkx.DiGraph[int] = networkx.DiGraph(sorted(ends))
    found = tuple(edge[0] for edge in networkx.find_cycle(graph))
    first = found.index(min(found))
    return found[first:] + found[:first]
