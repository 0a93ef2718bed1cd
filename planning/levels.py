"""How high each activity lies over those that nothing comes before.

A level is reckoned at once where it is wide; from the first narrow one on, what is
left is reckoned one by one.
"""

import numpy

from planning.day_tables import Integers

# From how many activities on a level an array is quicker than one by one.
WIDE = 10

SIXTEEN_BITS = 1 << 16


class CircleError(Exception):
    """No order is safe: some of the positions wait for each other."""


def find_levels(count: int, starts: Integers, ends: Integers) -> Integers:
    """How many links the longest way to each position has.

    Raises:
        CircleError: where positions wait for each other.
    """
    followers = ends.take(sorted_by(starts))
    at = begins_of(numpy.bincount(starts, minlength=count))
    waits_for = numpy.bincount(ends, minlength=count)
    levels = numpy.zeros(count, numpy.intp)
    place = numpy.empty(count, numpy.intp)
    ready = numpy.flatnonzero(waits_for == 0)
    reached, level = len(ready), 0
    while len(ready) >= WIDE:
        level += 1
        next_to = followers.take(_ranges(at.take(ready), at.take(ready + 1)))
        numpy.subtract.at(waits_for, next_to, 1)
        free = next_to[waits_for.take(next_to) == 0]
        # Each once: where it was put last.
        place[free] = numpy.arange(len(free))
        ready = free[place.take(free) == numpy.arange(len(free))]
        levels[ready] = level
        reached += len(ready)
    reached += _one_by_one(ready.tolist(), levels, followers, at, waits_for)
    if reached < count:
        raise CircleError
    return levels


def _one_by_one(
    ready: list[int],
    levels: Integers,
    followers: Integers,
    at: Integers,
    waits_for: Integers,
) -> int:
    """Go on from some positions; how many others are reached."""
    found, next_to, begins, left = levels.data, followers.data, at.data, waits_for.data
    reached = 0
    while ready:
        position = ready.pop()
        level = found[position] + 1
        for link in range(begins[position], begins[position + 1]):
            follower = next_to[link]
            found[follower] = max(found[follower], level)
            left[follower] -= 1
            if left[follower] == 0:
                ready.append(follower)
                reached += 1
    return reached


def _ranges(firsts: Integers, ends: Integers) -> Integers:
    """All numbers of some ranges, one after the other."""
    lengths = ends - firsts
    skipped = firsts - begins_of(lengths)[:-1]
    return numpy.repeat(skipped, lengths) + numpy.arange(lengths.sum())


def sorted_by(keys: Integers) -> Integers:
    """Where keys from 0 stand in ascending order, equal ones as they come."""
    if not len(keys) or int(keys.max()) < SIXTEEN_BITS:
        # These are sorted by counting, not by comparing.
        return numpy.argsort(keys.astype(numpy.uint16), kind="stable")
    # Each with its place in one number: quicker to sort than places by their keys.
    bits = len(keys).bit_length()
    numbered = keys << bits
    numbered |= numpy.arange(len(keys))
    numbered.sort()
    numbered &= (1 << bits) - 1
    return numbered


def begins_of(numbers: Integers) -> Integers:
    """Where each of some groups begins, and where the last one ends."""
    return numpy.concatenate([[0], numpy.cumsum(numbers)])
