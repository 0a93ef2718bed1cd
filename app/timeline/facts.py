"""What the plan says of each row: its work, its days on the way, and how firm they are.

A row's work is half-open, as in the engine. A window is what a date is known to; its
first day is what is reckoned with.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from app.timeline.scale import Stretch
from planning.conflicts import Margin
from planning.snapshot import Window


class State(StrEnum):
    """What is known of a row's progress; the values are class names too.

    `AGAINST` is what the plan presumes although the council has decided otherwise;
    `LEFT` is a municipality that no step binds any more.
    """

    DONE = "done"
    STARTED = "started"
    NOT_DONE = "not-done"
    PRESUMED = "presumed"
    AGAINST = "against"
    AHEAD = "ahead"
    PASSED = "passed"
    LEFT = "left"
    NONE = "none"


class Form(StrEnum):
    """What a day on a row is, and so its shape; the values are class names too."""

    MILESTONE = "milestone"
    LIMIT = "limit"
    GO_LIVE = "go-live"


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """A day on a row; `window` where it is known to more days than one."""

    id: str
    form: Form
    day: int
    state: State
    window: Window | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RowFacts:
    """All that is told of one row; what does not apply is None or empty.

    `room` is from the earliest start to the latest finish where there is float;
    `wave` is the code of the wave whose window lies behind the row.
    """

    state: State
    work: Stretch | None = None
    points: tuple[Point, ...] = ()
    room: Stretch | None = None
    total_float: int | None = None
    margin: Margin | None = None
    wave: str | None = None
    late: int | None = None
    is_critical: bool = False
    is_near_critical: bool = False
    is_assumed: bool = False
    is_rough: bool = False
    silent: int = 0

    def days(self) -> Iterator[int]:
        """Every day that is told or drawn, a stretch by its two ends."""
        for each in (self.work, self.room):
            if each is not None:
                yield from (each.start, each.finish)
        for point in self.points:
            known = point.window
            yield from (point.day,) if known is None else (known.start, known.end)
        if self.margin is not None:
            yield from (self.margin.earliest, self.margin.planned)
        if self.late is not None:
            yield self.late


NOTHING = RowFacts(state=State.NONE)
LEFT = RowFacts(state=State.LEFT)
