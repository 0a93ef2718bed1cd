"""A network with its names and outline, as a file of Microsoft Project holds it.

Days are ordinals and finishes half-open, as everywhere inside.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from planning.calendars import Calendar
from planning.network import Activity, Link
from planning.schedule import Ends
from planning.thresholds import Criticality


class Span(NamedTuple):
    """When something starts, and the first day after it."""

    start: int
    finish: int


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the outline: an activity, or a heading over deeper lines."""

    level: int
    name: str
    activity: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Which plan a file was written from, how much of it, and at which revision."""

    plan: str
    revision: int = 0
    municipality: str = ""
    wave: str = ""

    @property
    def is_whole(self) -> bool:
        return not (self.municipality or self.wave)


@dataclass(frozen=True, slots=True, kw_only=True)
class Baseline:
    """The dates that an earlier plan had, by activity."""

    number: int
    spans: Mapping[str, Span]


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """Everything that is scheduled, and what people call it."""

    name: str
    start: int
    calendar: Calendar
    activities: tuple[Activity, ...]
    links: tuple[Link, ...] = ()
    status_date: int | None = None
    ends: Ends = Ends.NETWORK_FINISH
    names: Mapping[str, str] = field(default_factory=dict)
    outline: tuple[Line, ...] = ()
    presumed: frozenset[str] = frozenset()
    calendar_names: Mapping[Calendar, str] = field(default_factory=dict)
    passing: frozenset[str] = frozenset()
    """Days that pass and are nobody's work: never critical."""
    criticality: Criticality = field(default_factory=Criticality)
    baselines: tuple[Baseline, ...] = ()
    origin: Origin | None = None
    tied: Mapping[str, str] = field(default_factory=dict)
    """The wave that a file links the go-live of a municipality to, by its activity."""

    def name_of(self, id: str) -> str:
        """What people call an activity."""
        return self.names.get(id) or id
