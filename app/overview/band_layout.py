"""Where things stand on a band of time: days become places, labels never overlap.

Lying, the band runs from left to right and labels stand in lanes above or below it;
standing, it runs from top to bottom and labels stand beside it, one under the other.
Places are in units of the drawing.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from planning.calendars import to_date, to_day

MONTHS_OF_QUARTER = 3
GAP = 6.0
MARK_GAP = 4.0


@dataclass(frozen=True, slots=True)
class Scale:
    """Whole quarters from `first` up to, not including, `end`, on a length."""

    first: int
    end: int
    start: float
    length: float

    def at(self, day: int) -> float:
        """The place of a day's beginning; what lies outside is at the edge."""
        inside = min(max(day, self.first), self.end)
        share = (inside - self.first) / (self.end - self.first)
        return self.start + self.length * share

    @property
    def quarters(self) -> tuple[int, ...]:
        """The first day of every quarter, and of the one after the last."""
        days, day = [], self.first
        while day <= self.end:
            days.append(day)
            day = next_quarter(day)
        return tuple(days)

    @property
    def years(self) -> tuple[int, ...]:
        """The first day of every year."""
        return tuple(it for it in self.quarters if to_date(it).month == 1)


def scale_for(days: Sequence[int], *, start: float, length: float) -> Scale:
    """A scale of the quarters that some days lie in."""
    first, last = quarter_of(min(days)), next_quarter(quarter_of(max(days)))
    return Scale(first, last, start, length)


def quarter_of(day: int) -> int:
    """The first day of the quarter that a day lies in."""
    month = to_date(day).month
    first = month - (month - 1) % MONTHS_OF_QUARTER
    return to_day(date(to_date(day).year, first, 1))


def next_quarter(day: int) -> int:
    """The first day of the quarter after the one that begins on a day."""
    month = to_date(day).month + MONTHS_OF_QUARTER
    return to_day(date(to_date(day).year + (month - 1) // 12, (month - 1) % 12 + 1, 1))


@dataclass(frozen=True, slots=True)
class Label:
    """A label of a width that belongs at a place."""

    at: float
    width: float


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a label stands: its left edge and its lane, 0 next to the band."""

    left: float
    lane: int


def place_in_lanes(
    labels: Sequence[Label], *, start: float, end: float, line: float | None = None
) -> tuple[Placed, ...]:
    """Give each label a lane in which it covers no other, nor an upright `line`.

    A label stands over the place where it belongs, and in the lowest lane where the
    stem from there meets no label either, if there is one.
    """
    order = sorted(range(len(labels)), key=lambda it: (labels[it].at, it))
    done: dict[int, Placed] = {}
    for index in order:
        others = [(labels[it], placed) for it, placed in done.items()]
        done[index] = _place(labels[index], others, (start, end), line)
    return tuple(done[index] for index in range(len(labels)))


def _place(
    label: Label,
    others: Sequence[tuple[Label, Placed]],
    room: tuple[float, float],
    line: float | None,
) -> Placed:
    lanes = range(len(others) + 1)
    tries = [Placed(left, lane) for lane in lanes for left in _lefts(label, room, line)]
    free = [it for it in tries if not _covers(label, it, others)]
    clear = [it for it in free if not _meets_stem(label, it, others)]
    return (clear or free)[0]


def _lefts(
    label: Label, room: tuple[float, float], line: float | None
) -> tuple[float, ...]:
    """The middle first, then as far to either side as the stem still reaches it."""
    start, end = room
    wanted = (
        label.at - label.width / 2,
        label.at - label.width + GAP,
        label.at - GAP,
    )
    lefts = [max(start, min(it, end - label.width)) for it in wanted]
    if line is None:
        return tuple(lefts)
    beside = line - GAP - label.width if label.at <= line else line + GAP
    return tuple(
        beside if left - GAP < line < left + label.width + GAP else left
        for left in lefts
    )


def _covers(
    label: Label, placed: Placed, others: Sequence[tuple[Label, Placed]]
) -> bool:
    return any(
        placed.lane == it.lane
        and placed.left < it.left + other.width + GAP
        and it.left < placed.left + label.width + GAP
        for other, it in others
    )


def _meets_stem(
    label: Label, placed: Placed, others: Sequence[tuple[Label, Placed]]
) -> bool:
    """Whether its own stem meets a lower label, or it stands in another's way."""
    return any(
        (it.lane < placed.lane and it.left <= label.at <= it.left + other.width)
        or (
            placed.lane < it.lane
            and placed.left <= other.at <= placed.left + label.width
        )
        for other, it in others
    )


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark at a place along the band, and how far aside from it it stands."""

    at: float
    radius: float
    aside: float = 0.0

    def hides(self, other: "Mark") -> bool:
        """Whether it would cover most of another, were they equally far aside."""
        is_alike = self.aside == other.aside
        reach = (min if is_alike else max)(self.radius, other.radius)
        return abs(self.at - other.at) < reach


def stand_beside(marks: Sequence[Mark]) -> tuple[float, ...]:
    """How far aside each stands where none hides one before it."""
    done: list[float] = []
    for mark in marks:
        before = zip(marks, done, strict=False)
        needed = [
            aside + other.radius + mark.radius + MARK_GAP
            for other, aside in before
            if mark.hides(other)
        ]
        done.append(max([mark.aside, *needed]))
    return tuple(done)


def push_down(places: Sequence[float], *, height: float) -> tuple[float, ...]:
    """Move labels that stand beside a band down until none covers the one before."""
    order = sorted(range(len(places)), key=lambda it: (places[it], it))
    done: dict[int, float] = {}
    lowest = None
    for index in order:
        at = places[index] if lowest is None else max(places[index], lowest + height)
        done[index] = lowest = at
    return tuple(done[index] for index in range(len(places)))
