"""The two passes over a network: as early as can be, as late as may be.

The begin of what is left is the only variable of an activity. It is its start,
except of work under way: there the start is a fact, and links that hang on it
bound nothing backward any more. Columns go by rank, days are those of the tables; a
wide level is reckoned at once, runs of narrow levels one activity after the other.
"""

from typing import NamedTuple

import numpy

from planning.columns import Flags
from planning.day_tables import Integers
from planning.load import Load, Pulls
from planning.structure import Segment


class Dates(NamedTuple):
    """What a pass found: starts as shown, begins of what is left, finishes.

    `ends` are the begins and the finishes in one, `bounds` what each link asks, by
    the rank that it leads to. A day outside the calendar is left where it was met.
    """

    starts: Integers
    begins: Integers
    finishes: Integers
    ends: Integers
    bounds: Integers


def forward(load: Load, floors: Integers) -> Dates:
    """Begin everything as early as its floor and its predecessors allow."""
    count, pulls = len(floors), load.into
    ends = numpy.empty(2 * count, numpy.intp)
    begins, finishes = ends[:count], ends[count:]
    bounds = numpy.empty(len(pulls.other), numpy.intp)
    days, place = load.days, load.places
    narrow = _Narrow(load, ends)
    for at, segment in enumerate(load.segments):
        if not segment.is_wide:
            narrow.forward(segment, floors, bounds)
            continue
        first, last = segment.first, segment.last
        begin = floors[first:last]
        if segment.in_last > segment.in_first:
            links = slice(segment.in_first, segment.in_last)
            bound = bounds[links] = _pulled(load, pulls, at, links, ends)
            begin = numpy.maximum(begin, numpy.maximum.reduceat(bound, segment.into))
        steps = days.take(begin + place.to[first:last])
        begins[first:last] = days.take(steps + place.up[first:last])
        finishes[first:last] = days.take(steps + place.later[first:last])
    starts = numpy.where(load.work.begun, load.work.starts, begins)
    return Dates(starts, begins, finishes, ends, bounds)


def backward(
    load: Load, pulls: Pulls, early: Dates, caps: Integers, moves: Flags
) -> Dates:
    """Begin what moves as late as its caps and what pulls at it allow.

    What does not move stays on its early dates.
    """
    ends = numpy.concatenate([early.starts, early.finishes])
    count = len(early.starts)
    begins, finishes = ends[:count], ends[count:]
    days, place = load.days, load.places
    narrow = _Narrow(load, ends)
    all_move = moves.all()
    for at in reversed(range(len(load.segments))):
        segment = load.segments[at]
        if not segment.is_wide:
            narrow.backward(segment, pulls, caps, moves)
            continue
        first, last = segment.first, segment.last
        begin = caps[first:last]
        if segment.linked > first:
            links = slice(segment.out_first, segment.out_last)
            bound = _pulled(load, pulls, at, links, ends)
            begin = begin.copy()
            least = numpy.minimum.reduceat(bound, segment.out_of)
            linked = begin[: segment.linked - first]
            numpy.minimum(linked, least, out=linked)
        steps = days.take(begin + place.to_down[first:last])
        begin = days.take(steps + place.down[first:last])
        finish = days.take(steps + place.later_down[first:last])
        if all_move:
            begins[first:last], finishes[first:last] = begin, finish
        else:
            numpy.copyto(begins[first:last], begin, where=moves[first:last])
            numpy.copyto(finishes[first:last], finish, where=moves[first:last])
    return Dates(begins, begins, finishes, ends, numpy.empty(0, numpy.intp))


def pulled(load: Load, pulls: Pulls, ends: Integers) -> Integers:
    """What every link asks of the activity that it pulls at."""
    days = load.days
    bound = ends.take(pulls.other)
    bound = days.take(days.take(bound + pulls.lag_to) + pulls.lag_by)
    return days.take(days.take(bound + pulls.own_to) + pulls.own_by)


def _pulled(
    load: Load, pulls: Pulls, at: int, links: slice, ends: Integers
) -> Integers:
    """The same of the links of a segment, less what changes nothing there."""
    days = load.days
    bound: Integers = ends.take(pulls.other[links])
    if pulls.has_lag[at]:
        steps = days.take(bound + pulls.lag_to[links])
        bound = days.take(steps + pulls.lag_by[links])
    if pulls.has_own[at]:
        steps = days.take(bound + pulls.own_to[links])
        bound = days.take(steps + pulls.own_by[links])
    return bound


class _Narrow:
    """The same steps one by one: plain memory is quicker to look at so."""

    def __init__(self, load: Load, ends: Integers) -> None:
        self.load = load
        self.ends = ends.data
        self.days = load.days.data
        self.count = len(ends) // 2

    def forward(self, segment: Segment, floors: Integers, bounds: Integers) -> None:
        days, ends, place, pulls = (
            self.days,
            self.ends,
            self.load.places,
            self.load.into,
        )
        in_at, other = self.load.in_at.data, pulls.other.data
        lag_to, lag_by = pulls.lag_to.data, pulls.lag_by.data
        own_to, own_by = pulls.own_to.data, pulls.own_by.data
        to, up, later = place.to.data, place.up.data, place.later.data
        floor, found = floors.data, bounds.data
        for rank in range(segment.first, segment.last):
            begin = floor[rank]
            for link in range(in_at[rank], in_at[rank + 1]):
                bound = days[days[ends[other[link]] + lag_to[link]] + lag_by[link]]
                bound = days[days[bound + own_to[link]] + own_by[link]]
                found[link] = bound
                begin = max(begin, bound)
            step = days[begin + to[rank]]
            ends[rank] = days[step + up[rank]]
            ends[rank + self.count] = days[step + later[rank]]

    def backward(
        self, segment: Segment, pulls: Pulls, caps: Integers, moves: Flags
    ) -> None:
        days, ends, place = self.days, self.ends, self.load.places
        out_at, other = self.load.out_at.data, pulls.other.data
        lag_to, lag_by = pulls.lag_to.data, pulls.lag_by.data
        own_to, own_by = pulls.own_to.data, pulls.own_by.data
        to, down = place.to_down.data, place.down.data
        later, cap = place.later_down.data, caps.data
        moved = moves.data
        for rank in reversed(range(segment.first, segment.last)):
            if not moved[rank]:
                continue
            begin = cap[rank]
            for link in range(out_at[rank], out_at[rank + 1]):
                bound = days[days[ends[other[link]] + lag_to[link]] + lag_by[link]]
                bound = days[days[bound + own_to[link]] + own_by[link]]
                begin = min(begin, bound)
            step = days[begin + to[rank]]
            ends[rank] = days[step + down[rank]]
            ends[rank + self.count] = days[step + later[rank]]
