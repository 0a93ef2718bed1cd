"""The shape of a network: a safe order, and its levels for the passes.

An activity lies one level above the highest of those it waits for. The passes count
in *ranks*: by level, within a level those that something waits for first. What many
activities share a level is reckoned as arrays, runs of narrow levels one by one.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from heapq import heapify, heappop, heappush
from typing import NamedTuple

import numpy

from planning.day_tables import Integers

# From how many activities on a level an array is quicker than one by one.
WIDE = 10

# The shape of a larger network is not kept: it takes long to compare.
MOST_KEPT = 20_000


class CircleError(Exception):
    """No order is safe: some of the positions wait for each other."""


class Segment(NamedTuple):
    """Ranks that are reckoned together, and the links into them and out of them.

    Of a wide one the ranks up to `linked` have successors, and `into` and `out_of`
    are where the links of each rank begin in its slice of links.
    """

    is_wide: bool
    first: int
    last: int
    linked: int
    in_first: int
    in_last: int
    out_first: int
    out_last: int
    into: Integers
    out_of: Integers


@dataclass(frozen=True, slots=True, eq=False)
class Structure:
    """Positions (in a safe order) and ranks, and the links by rank at either end.

    `order` has for each position the one that was given; None where it is the same.
    `before` and `after` are the positions at the ends of each link, `in_links` and
    `out_links` the links by the rank of their end and of their start; `in_at` and
    `out_at` are where those of each rank begin.
    """

    order: tuple[int, ...] | None
    before: Integers
    after: Integers
    by_rank: Integers
    rank: Integers
    in_links: Integers
    out_links: Integers
    in_at: Integers
    out_at: Integers
    segments: tuple[Segment, ...]


def find_structure(count: int, starts: Integers, ends: Integers) -> Structure:
    """The shape of so many activities with links between their positions.

    That of a network with the same links is remembered.

    Raises:
        CircleError: where activities wait for each other.
    """
    if count > MOST_KEPT:
        return _structure(count, starts, ends)
    return _remembered(count, starts.tobytes(), ends.tobytes())


@lru_cache(maxsize=8)
def _remembered(count: int, starts: bytes, ends: bytes) -> Structure:
    return _structure(
        count, numpy.frombuffer(starts, numpy.intp), numpy.frombuffer(ends, numpy.intp)
    )


def _structure(count: int, starts: Integers, ends: Integers) -> Structure:
    order = None
    before, after = starts, ends
    if not (starts < ends).all():
        order = _order(count, starts.tolist(), ends.tolist())
        place = numpy.empty(count, numpy.intp)
        place[list(order)] = numpy.arange(count)
        before, after = place.take(starts), place.take(ends)
    level = _levels(count, before, after)
    successors = numpy.bincount(before, minlength=count)
    by_rank = _sorted(2 * level + (successors == 0))
    rank = numpy.empty(count, numpy.intp)
    rank[by_rank] = numpy.arange(count)
    in_at = _ends_of(numpy.bincount(after, minlength=count).take(by_rank))
    out_at = _ends_of(successors.take(by_rank))
    return Structure(
        order,
        before,
        after,
        by_rank,
        rank,
        _sorted(rank.take(after)),
        _sorted(rank.take(before)),
        in_at,
        out_at,
        tuple(_segments(level.take(by_rank), in_at, out_at)),
    )


def _order(count: int, starts: Sequence[int], ends: Sequence[int]) -> tuple[int, ...]:
    """Every position after those it waits for; the first given goes first."""
    waits_for = [0] * count
    followers: list[list[int]] = [[] for _ in range(count)]
    for start, end in zip(starts, ends, strict=True):
        waits_for[end] += 1
        followers[start].append(end)

    ready = [position for position, number in enumerate(waits_for) if number == 0]
    heapify(ready)
    order = []
    while ready:
        position = heappop(ready)
        order.append(position)
        for follower in followers[position]:
            waits_for[follower] -= 1
            if waits_for[follower] == 0:
                heappush(ready, follower)
    if len(order) < count:
        raise CircleError
    return tuple(order)


def _levels(count: int, before: Integers, after: Integers) -> Integers:
    """How many links the longest way to each position has."""
    levels = [0] * count
    links = _sorted(before)
    for start, end in zip(
        before.take(links).tolist(), after.take(links).tolist(), strict=True
    ):
        level = levels[start] + 1
        levels[end] = max(levels[end], level)
    return numpy.array(levels, numpy.intp)


def _sorted(keys: Integers) -> Integers:
    """Where keys from 0 stand in ascending order, equal ones as they come."""
    # Sixteen bits at a time are sorted by counting, not by comparing.
    found = numpy.argsort((keys & 0xFFFF).astype(numpy.uint16), kind="stable")
    high = keys >> 16
    if high.any():
        more = high.take(found).astype(numpy.uint16)
        found = found.take(numpy.argsort(more, kind="stable"))
    return found


def _ends_of(numbers: Integers) -> Integers:
    return numpy.concatenate([[0], numpy.cumsum(numbers)])


def _segments(levels: Integers, in_at: Integers, out_at: Integers) -> list[Segment]:
    """Each wide level alone, narrow ones that follow each other together."""
    widths = numpy.bincount(levels) if len(levels) else levels
    lasts = numpy.cumsum(widths).tolist()
    runs: list[tuple[bool, int, int]] = []
    first = 0
    for last in lasts:
        is_wide = last - first >= WIDE
        if runs and not is_wide and not runs[-1][0]:
            runs[-1] = False, runs[-1][1], last
        else:
            runs.append((is_wide, first, last))
        first = last
    return [_segment(*run, in_at, out_at) for run in runs]


def _segment(
    is_wide: bool, first: int, last: int, in_at: Integers, out_at: Integers
) -> Segment:
    numbers = out_at[first + 1 : last + 1] - out_at[first:last]
    linked = first + int(numpy.count_nonzero(numbers))
    return Segment(
        is_wide,
        first,
        last,
        linked,
        int(in_at[first]),
        int(in_at[last]),
        int(out_at[first]),
        int(out_at[last]),
        in_at[first:last] - in_at[first],
        out_at[first:linked] - out_at[first],
    )
