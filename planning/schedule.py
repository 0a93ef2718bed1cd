"""Both passes, floats and drivers: when each activity can, must and will be done.

Three pairs of dates. *Early* is what the facts and the logic allow, *late* is what
the finish can bear, *planned* (`start`, `finish`) is early, or as late as possible
where that is asked for. Days are ordinals, a finish is half-open, floats are in
calendar days.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Ends(StrEnum):
    """What bounds the late dates of an end that nothing else bounds."""

    NETWORK_FINISH = "network-finish"
    OWN_FINISH = "own-finish"


class Bound(StrEnum):
    """Why an early start is where it is."""

    NETWORK_START = "network-start"
    STATUS_DATE = "status-date"
    LINK = "link"
    CONSTRAINT = "constraint"
    ACTUAL = "actual"
    PRESUMED = "presumed"


@dataclass(frozen=True, slots=True, kw_only=True)
class ScheduledActivity:
    """The dates of one activity, and what they hang on.

    `driven_by` are the predecessors that set the early start; `held_by` the
    successors that set the planned one of what is done as late as possible. Of
    work in progress the late start is its actual start moved by the float of what
    is left.
    """

    id: str
    early_start: int
    early_finish: int
    late_start: int
    late_finish: int
    total_float: int
    free_float: int
    critical: bool
    start: int
    finish: int
    presumed: bool
    done: bool
    driven_by: tuple[str, ...]
    held_by: tuple[str, ...]
    bound: Bound


@dataclass(frozen=True, slots=True)
class Schedule:
    """All activities in the order of the network, and one path that sets the finish."""

    start: int
    finish: int
    critical_path: tuple[str, ...]
    activities: Mapping[str, ScheduledActivity]
