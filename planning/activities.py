"""What a network is made of: activities, and links between them.

Days are ordinals; a finish is the first day on which a successor may start.
"""

from dataclasses import dataclass
from enum import StrEnum

from planning.calendars import Calendar
from planning.durations import ZERO, Duration


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
