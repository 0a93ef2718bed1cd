"""Both passes, floats and drivers: when each activity can, must and will be done.

Three pairs of dates. *Early* is what the facts and the logic allow, *late* is what
the finish can bear, *planned* (`start`, `finish`) is early, or as late as possible
where that is asked for. Days are ordinals, a finish is half-open, floats are in
calendar days.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

import numpy

from planning.calendars import Calendar
from planning.columns import Flags
from planning.day_tables import DAY_BEFORE_FIRST, OUTSIDE, Integers
from planning.floats import (
    driving,
    find_chains,
    find_drivers,
    find_holders,
    find_path,
    free_floats,
)
from planning.network import Network
from planning.outside import Asked, check_floats
from planning.placing import Placed, place, place_by_logic, ready
from planning.steps import Dates
from planning.workload import table_day


class Ends(StrEnum):
    """What bounds the late dates of an end that nothing else bounds."""

    NETWORK_FINISH = "network-finish"
    OWN_FINISH = "own-finish"


class CriticalBy(StrEnum):
    """What makes an activity critical: its float, the longest path, or either."""

    EITHER = "either"
    FLOAT = "float"
    LONGEST_PATH = "longest-path"


class Bound(StrEnum):
    """Why an early start is where it is."""

    NETWORK_START = "network-start"
    STATUS_DATE = "status-date"
    LINK = "link"
    CONSTRAINT = "constraint"
    ACTUAL = "actual"
    PRESUMED = "presumed"


# By what comes first where several hold.
BOUNDS = (
    Bound.ACTUAL,
    Bound.LINK,
    Bound.CONSTRAINT,
    Bound.NETWORK_START,
    Bound.PRESUMED,
    Bound.STATUS_DATE,
)


class ScheduledActivity(NamedTuple):
    """The dates of one activity, and what they hang on.

    `driven_by` are the predecessors that set the early start; `held_by` the
    successors that set the planned one of what is done as late as possible. Of
    work in progress the late start is its actual start moved by the float of what
    is left. What lies within the near-critical band is not critical.
    """

    id: str
    early_start: int
    early_finish: int
    late_start: int
    late_finish: int
    total_float: int
    free_float: int
    critical: bool
    near_critical: bool
    start: int
    finish: int
    presumed: bool
    done: bool
    driven_by: tuple[str, ...]
    held_by: tuple[str, ...]
    bound: Bound

    @property
    def interfering_float(self) -> int:
        """What it may slip at the cost of others and of no finish."""
        return self.total_float - self.free_float


@dataclass(frozen=True, slots=True)
class Schedule:
    """All activities in the order of the network, and one path that sets the finish."""

    start: int
    finish: int
    critical_path: tuple[str, ...]
    activities: Mapping[str, ScheduledActivity]


def build_schedule(
    network: Network,
    *,
    calendar: Calendar,
    start: int,
    status_date: int | None = None,
    ends: Ends = Ends.NETWORK_FINISH,
    critical_by: CriticalBy = CriticalBy.EITHER,
    critical_float: int = 0,
    near_critical_float: int | None = None,
) -> Schedule:
    """Compute every date of a network, on a status date or without one.

    Critical by float is what has at most `critical_float` days; near critical what
    is not critical and has at most `near_critical_float`. The longest path leads to
    the network's finish, or to each finish that floats count to.

    Raises:
        ActualAfterStatusError: where something is said to happen after it.
        ActualOrderError: where a finish lies before its start.
        DateOutOfRangeError: where a date leads out of the calendar.
    """
    if not network.activities:
        return Schedule(start, start, (), {})
    asked = Asked(network, calendar, start, status_date)
    placed = place(asked, to_own_finish=ends is Ends.OWN_FINISH)
    critical = _Critical(ends, critical_by, critical_float, near_critical_float)
    return _Teller(asked, placed, critical).schedule()


def logical_dates(
    network: Network, *, calendar: Calendar, start: int, status_date: int | None
) -> Dates:
    """The earliest dates that logic and reports allow, in the network's order."""
    asked = Asked(network, calendar, start, status_date)
    _floors, found = place_by_logic(asked, ready(asked))
    return asked.listed(found)


@dataclass(frozen=True, slots=True)
class _Critical:
    """What is called critical, and nearly so."""

    ends: Ends
    by: CriticalBy
    most: int
    near: int | None

    def flags(self, on_chain: Flags, total: Integers, done: Flags) -> Flags:
        found = numpy.zeros(len(done), numpy.bool_)
        if self.by is not CriticalBy.FLOAT:
            found |= on_chain
        if self.by is not CriticalBy.LONGEST_PATH:
            found |= total <= self.most
        return found & ~done

    def near_flags(self, critical: Flags, total: Integers, done: Flags) -> Flags:
        if self.near is None:
            return numpy.zeros(len(done), numpy.bool_)
        return (total <= self.near) & ~done & ~critical


class _Teller:
    """Tells what the passes found, in the order of the network."""

    def __init__(self, asked: Asked, placed: Placed, critical: _Critical) -> None:
        self.asked, self.placed, self.critical = asked, placed, critical
        self.structure = asked.network.structure
        self.ids = [activity.id for activity in asked.network.activities]
        self.drives = driving(placed.load, placed.early)
        self.drivers = find_drivers(self.structure, self.drives)

    def schedule(self) -> Schedule:
        early, done = self.placed.early, self.placed.load.work.done
        last = (early.finishes == early.finishes.max()) & ~done
        rows = zip(*self._columns(last), strict=True)
        activities = map(ScheduledActivity._make, rows)
        return Schedule(
            int(early.starts.min()) + DAY_BEFORE_FIRST,
            int(early.finishes.max()) + DAY_BEFORE_FIRST,
            self._path(last),
            dict(zip(self.ids, activities, strict=True)),
        )

    def _path(self, last: Flags) -> tuple[str, ...]:
        load, rank = self.placed.load, self.structure.rank
        goals = numpy.flatnonzero(last.take(rank)).tolist()
        done, held = load.work.done.take(rank), load.held_any.take(rank)
        path = find_path(self.drivers, goals, done, held)
        return tuple(self.ids[index] for index in path)

    def _columns(self, last: Flags) -> list[Sequence[object]]:
        """What a scheduled activity is made of, in that order."""
        placed, load = self.placed, self.placed.load
        early, late, planned, done = (
            placed.early,
            placed.late,
            placed.planned,
            load.work.done,
        )
        total = late.begins - early.begins
        free = free_floats(load, early, total)
        check_floats(self.asked, early, free == OUTSIDE - early.begins)
        goals = last
        if self.critical.ends is Ends.OWN_FINISH:
            goals = self.asked.network.columns.targets | ~load.held_any
        chains = find_chains(load, self.drives, goals)
        critical = self.critical.flags(chains, total, done)
        near = self.critical.near_flags(critical, total, done)
        return [
            self.ids,
            self._days(early.starts),
            self._days(early.finishes),
            self._days(early.starts + total),
            self._days(late.finishes),
            self._listed(total),
            self._listed(free),
            self._listed(critical),
            self._listed(near),
            self._days(planned.starts),
            self._days(planned.finishes),
            self._listed(placed.presumed),
            self._listed(done),
            self.drivers.named(self.ids),
            self._holders(),
            self._bounds(),
        ]

    def _days(self, column: Integers) -> list[int]:
        return self._listed(column + DAY_BEFORE_FIRST)

    def _listed(self, column: Integers | Flags) -> list[int]:
        found: list[int] = column.take(self.structure.rank).tolist()
        return found

    def _holders(self) -> Sequence[tuple[str, ...]]:
        placed = self.placed
        if not placed.counted_back.any():
            return [()] * len(self.ids)
        holders = find_holders(
            placed.load, self.structure, placed.planned, placed.counted_back
        )
        return holders.named(self.ids)

    def _bounds(self) -> list[Bound]:
        """Logic is named before dates: where both hold, moving the date is no help."""
        placed, load = self.placed, self.placed.load
        work, begins = load.work, placed.early.begins
        driven = numpy.zeros(len(begins), numpy.bool_)
        driven[load.into.pulled[self.drives]] = True
        start = numpy.full(len(begins), table_day(self.asked.start))
        wished = (work.earliest != OUTSIDE) & (load.snapped_up(work.earliest) == begins)
        first = numpy.diff(load.in_at) == 0
        found = numpy.select(
            [
                work.begun,
                driven,
                wished,
                first & (load.snapped_up(start) == begins),
                placed.presumed,
            ],
            range(len(BOUNDS) - 1),
            len(BOUNDS) - 1,
        )
        return [BOUNDS[code] for code in self._listed(found)]
