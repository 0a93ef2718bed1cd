"""From what a row tells to shapes on a scale: places alone, no paths and no words.

A shape from `x` to `right` is as wide as its days are. Everything that a row tells a
day of has a shape that begins or ends there.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from app.timeline.facts import Point, RowFacts, State
from app.timeline.rows import Sort
from app.timeline.scale import Scale
from planning.snapshot import Window

LEAST_BAR = 2.0
"""No work is so short that it can't be seen."""


class Kind(StrEnum):
    """What a shape shows."""

    SUMMARY = "summary"
    BAR = "bar"
    POINT = "point"
    ROOM = "room"
    MARGIN = "margin"
    LACK = "lack"
    LATE = "late"
    BASELINE = "baseline"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """Something drawn on a row, with the days that it stands for.

    `days` are its first and its last; `middle` parts what is done of work from what
    is left.
    """

    kind: Kind
    days: tuple[int, int]
    x: float
    right: float
    state: State
    point: Point | None = None
    middle: float | None = None
    is_critical: bool = False
    is_near_critical: bool = False
    is_assumed: bool = False


def list_shapes(
    facts: RowFacts, sort: Sort, scale: Scale, *, today: int, baseline: Window | None
) -> tuple[Shape, ...]:
    """Everything that is drawn on a row, what lies deepest first."""
    drawer = _Drawer(scale, today)
    return (
        *drawer.before(facts, baseline),
        *drawer.work(facts, sort),
        *drawer.points(facts),
    )


@dataclass(frozen=True, slots=True)
class _Drawer:
    scale: Scale
    today: int

    def before(self, facts: RowFacts, baseline: Window | None) -> Iterator[Shape]:
        if baseline is not None:
            yield self._shape(Kind.BASELINE, baseline.start, baseline.end, facts)
        if facts.room is not None:
            yield self._shape(Kind.ROOM, facts.room.start, facts.room.finish, facts)

    def work(self, facts: RowFacts, sort: Sort) -> Iterator[Shape]:
        work = facts.work
        if work is not None and sort is not Sort.STEP and sort is not Sort.DATE:
            yield self._shape(Kind.SUMMARY, work.start, work.finish, facts)
        elif work is not None:
            yield self._shape(Kind.BAR, work.start, work.finish, facts)
        if facts.late is not None:
            begun = min([work.finish] if work else [it.day for it in facts.points])
            yield self._shape(Kind.LATE, begun, facts.late, facts)

    def points(self, facts: RowFacts) -> Iterator[Shape]:
        margin = facts.margin
        if margin is not None:
            kind = Kind.LACK if margin.days < 0 else Kind.MARGIN
            first, last = sorted((margin.earliest, margin.planned))
            yield self._shape(kind, first, last, facts)
        for point in facts.points:
            known = point.window
            days = (point.day, point.day)
            if known is not None:
                days = (known.start, known.end)
            yield Shape(
                kind=Kind.POINT,
                days=days,
                x=self.scale.x(days[0]),
                right=self.scale.x(days[1]),
                state=point.state,
                point=point,
                is_critical=facts.is_critical,
                is_near_critical=facts.is_near_critical,
                is_assumed=facts.is_assumed,
            )

    def _shape(self, kind: Kind, start: int, finish: int, facts: RowFacts) -> Shape:
        x, right = self.scale.x(start), self.scale.x(finish)
        middle = None
        if kind is Kind.BAR:
            right = max(right, x + LEAST_BAR)
            if facts.state is State.STARTED:
                middle = min(max(self.scale.x(self.today), x), right)
        return Shape(
            kind=kind,
            days=(start, finish),
            x=x,
            right=right,
            state=facts.state,
            middle=middle,
            is_critical=facts.is_critical,
            is_near_critical=facts.is_near_critical,
            is_assumed=facts.is_assumed,
        )
