"""The shape of a network: a safe order, and its levels for the passes.

An activity lies one level above the highest of those it waits for. The passes count
in *ranks*: by level, within a level those that something waits for first. What many
activities share a level is reckoned as arrays, runs of narrow levels one by one.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

import numpy

from planning.day_tables import Integers
from planning.levels import WIDE, begins_of, find_levels, sorted_by

# The shape of a larger network is not kept: it takes long to compare.
MOST_KEPT = 20_000


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
    Nothing stands further back than right after the last that it waits for.
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


def forget_structures() -> None:
    """Remember no shape any more."""
    _remembered.cache_clear()


@lru_cache(maxsize=8)
def _remembered(count: int, starts: bytes, ends: bytes) -> Structure:
    return _structure(
        count, numpy.frombuffer(starts, numpy.intp), numpy.frombuffer(ends, numpy.intp)
    )


def _structure(count: int, starts: Integers, ends: Integers) -> Structure:
    level = find_levels(count, starts, ends)
    number = numpy.bincount(starts, minlength=count)
    by_rank = sorted_by(2 * level + (number == 0))
    rank = numpy.empty(count, numpy.intp)
    rank[by_rank] = numpy.arange(count)
    in_at = begins_of(numpy.bincount(ends, minlength=count).take(by_rank))
    out_at = begins_of(number.take(by_rank))
    in_links = sorted_by(rank.take(ends))
    segments = tuple(_segments(level.take(by_rank), in_at, out_at))
    order, before, after = None, starts, ends
    if not (starts < ends).all():
        last = _awaited(by_rank, rank.take(starts.take(in_links)), in_at, segments)
        by_level = sorted_by(level)
        order = by_level.take(sorted_by(last.take(rank).take(by_level)))
        place = numpy.empty(count, numpy.intp)
        place[order] = numpy.arange(count)
        before, after = place.take(starts), place.take(ends)
        by_rank, rank = place.take(by_rank), rank.take(order)
    return Structure(
        None if order is None else tuple(order.tolist()),
        before,
        after,
        by_rank,
        rank,
        in_links,
        sorted_by(rank.take(before)),
        in_at,
        out_at,
        segments,
    )


def _awaited(
    given: Integers, source: Integers, in_at: Integers, segments: Sequence[Segment]
) -> Integers:
    """By rank the last position given of all that each waits for, and its own."""
    last = given.copy()
    one_by_one, sources, at = last.data, source.data, in_at.data
    for it in segments:
        if it.is_wide and it.in_last > it.in_first:
            awaited = last.take(source[it.in_first : it.in_last])
            own = last[it.first : it.last]
            numpy.maximum(own, numpy.maximum.reduceat(awaited, it.into), out=own)
        elif not it.is_wide:
            for rank in range(it.first, it.last):
                for link in range(at[rank], at[rank + 1]):
                    awaits = one_by_one[sources[link]]
                    one_by_one[rank] = max(one_by_one[rank], awaits)
    return last


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
