"""Share numbers in ranges: 1–100 and 151–200, exactly split and put together.

Both ends of a range are inside. A set of numbers is a tuple of ranges in ascending
order that neither overlap nor touch, so that equal sets are equal tuples.
"""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Range:
    """Shares from one number to another; both are inside."""

    first: int
    last: int

    def __post_init__(self) -> None:
        if not 1 <= self.first <= self.last:
            raise ValueError(f"{self.first}–{self.last} is no range of share numbers")

    @property
    def count(self) -> int:
        """How many shares it has."""
        return self.last - self.first + 1


Ranges = tuple[Range, ...]


def count(ranges: Iterable[Range]) -> int:
    """How many shares there are in a set."""
    return sum(it.count for it in ranges)


def last_of(ranges: Iterable[Range]) -> int:
    """The highest number of a set; 0 where it has none."""
    return max((it.last for it in ranges), default=0)


def merged(ranges: Iterable[Range]) -> Ranges:
    """The same numbers as a set: in order, with what touches put together."""
    found: list[Range] = []
    for each in sorted(ranges):
        if found and each.first <= found[-1].last + 1:
            last = max(found[-1].last, each.last)
            found[-1] = Range(found[-1].first, last)
        else:
            found.append(each)
    return tuple(found)


def overlaps(ranges: Iterable[Range]) -> bool:
    """Whether a number stands in more than one of these ranges."""
    given = tuple(ranges)
    return count(given) != count(merged(given))


def shared(ones: Ranges, others: Ranges) -> Ranges:
    """The numbers that are in both sets."""
    return merged(
        Range(max(one.first, other.first), min(one.last, other.last))
        for one in ones
        for other in others
        if one.first <= other.last and other.first <= one.last
    )


def without(ones: Ranges, others: Ranges) -> Ranges:
    """The numbers of the first set that are not in the other."""
    left = list(ones)
    for other in others:
        left = [part for one in left for part in _parts_beside(one, other)]
    return merged(left)


def first_of(ranges: Ranges, number: int) -> Ranges:
    """The lowest numbers of a set, so many; all of them where there are fewer."""
    taken: list[Range] = []
    for each in ranges:
        wanted = number - count(taken)
        if wanted <= 0:
            break
        taken.append(Range(each.first, min(each.last, each.first + wanted - 1)))
    return tuple(taken)


def _parts_beside(one: Range, other: Range) -> list[Range]:
    """What is left of a range on both sides of another."""
    if other.last < one.first or one.last < other.first:
        return [one]
    parts = []
    if one.first < other.first:
        parts.append(Range(one.first, other.first - 1))
    if other.last < one.last:
        parts.append(Range(other.last + 1, one.last))
    return parts
