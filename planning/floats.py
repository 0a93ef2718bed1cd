"""What sets a date, what float it leaves, and what is critical.

Everything here looks at finished passes and moves nothing. What is done drives, but
no chain goes on beyond it. Columns go by rank, pairs by position.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy

from planning.columns import Flags
from planning.day_tables import BEYOND, OUTSIDE, Integers
from planning.load import Load
from planning.passes import Dates, pulled
from planning.structure import Structure


@dataclass(frozen=True, slots=True)
class Groups:
    """Positions that belong to each position, in order; those of one start at `at`."""

    at: list[int]
    members: list[int]

    def of(self, index: int) -> list[int]:
        return self.members[self.at[index] : self.at[index + 1]]

    def named(self, ids: Sequence[str]) -> list[tuple[str, ...]]:
        """For every position the ids of its members."""
        names = [ids[index] for index in self.members]
        return [tuple(names[first:last]) for first, last in pairwise(self.at)]


def driving(load: Load, early: Dates) -> Flags:
    """Which links, as they lead into ranks, set the begin of their end."""
    place, days, target = load.places, load.days, load.into.pulled
    bounds = days.take(early.bounds + place.to.take(target))
    bounds = days.take(bounds + place.up.take(target))
    drives: Flags = (bounds == early.begins.take(target)) & ~load.work.done.take(target)
    return drives


def find_drivers(structure: Structure, drives: Flags) -> Groups:
    """The predecessors whose bound is where each activity begins."""
    links = structure.in_links[drives]
    return _groups(structure.after.take(links), structure.before.take(links), structure)


def find_holders(
    load: Load, structure: Structure, planned: Dates, moves: Flags
) -> Groups:
    """The successors whose planned dates set an as-late-as-possible one."""
    place, days, source = load.places, load.days, load.out_of.pulled
    bounds = pulled(load, load.out_of, planned.ends)
    bounds = days.take(bounds + place.to_down.take(source))
    bounds = days.take(bounds + place.down.take(source))
    holds = (bounds == planned.begins.take(source)) & moves.take(source)
    links = structure.out_links[holds]
    return _groups(structure.before.take(links), structure.after.take(links), structure)


def _groups(owners: Integers, members: Integers, structure: Structure) -> Groups:
    count = len(structure.rank)
    owners, members = numpy.divmod(
        numpy.unique(owners * count + members), max(count, 1)
    )
    numbers = numpy.bincount(owners, minlength=count)
    return Groups([0, *numpy.cumsum(numbers).tolist()], members.tolist())


def free_floats(load: Load, early: Dates, total: Integers) -> Integers:
    """The least of what the successors' early dates leave, and of total float.

    Where a date leads out of the calendar it is `OUTSIDE` less the begin.
    """
    place, days = load.places, load.days
    bounds = pulled(load, load.held, early.ends)
    linked = numpy.flatnonzero(numpy.diff(load.out_at))
    least = numpy.full(len(total), BEYOND)
    if len(linked):
        least[linked] = numpy.minimum.reduceat(bounds, load.out_at.take(linked))
    bounds = days.take(days.take(least + place.to_down) + place.down)
    bounds[least == OUTSIDE] = OUTSIDE
    left = numpy.where(least == BEYOND, total, bounds - early.begins)
    return numpy.minimum(total, left)


def find_chains(load: Load, drives: Flags, goals: Flags) -> Flags:
    """Everything that drives one of the goals, and the goals."""
    done = load.work.done
    links = numpy.flatnonzero(drives)[::-1]
    starts, ends = load.into.other.take(links) % len(done), load.into.pulled.take(links)
    leads = ~done.take(starts)
    found = bytearray(goals & ~done)
    for start, end in zip(starts[leads].tolist(), ends[leads].tolist(), strict=True):
        if found[end]:
            found[start] = True
    return numpy.frombuffer(found, numpy.bool_)


def find_path(
    drivers: Groups, goals: Sequence[int], done: Flags, held: Flags
) -> tuple[int, ...]:
    """One driving chain to a goal, first to last, the first at every choice.

    A goal that something waits for is passed over where there is one that ends
    the network. Everything here goes by position.
    """
    ends = [goal for goal in goals if not held[goal]]
    choice = list(ends or goals)
    path: list[int] = []
    while choice:
        path.append(min(choice))
        choice = [each for each in drivers.of(path[-1]) if not done[each]]
    return tuple(reversed(path))
