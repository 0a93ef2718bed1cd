"""Both passes, floats and drivers: when each activity can, must and will be done.

Three pairs of dates. *Early* is what the facts and the logic allow, *late* is what
the finish can bear, *planned* (`start`, `finish`) is early, or as late as possible
where that is asked for. Days are ordinals, a finish is half-open, floats are in
calendar days.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from planning.calendars import Calendar
from planning.floats import (
    Positions,
    find_chains,
    find_drivers,
    find_holders,
    find_path,
    free_float,
)
from planning.network import Network
from planning.passes import Dates, Task, backward, forward, prepare
from planning.progress import ANY_DAY, Standing, read_progress


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


@dataclass(frozen=True, slots=True, kw_only=True)
class ScheduledActivity:
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
    works = read_progress(
        network.activities, calendar=calendar, status_date=status_date
    )
    task = prepare(network, works, calendar)
    dates = _dates(task, start, status_date, ends)
    drivers = find_drivers(task, dates.early)
    last = _last(task, dates.early)
    goals = last if ends is Ends.NETWORK_FINISH else _own_goals(task)
    chains = find_chains(task, drivers, goals)
    critical = _Critical(chains, critical_by, critical_float, near_critical_float)
    ids = [activity.id for activity in network.activities]
    return Schedule(
        min(dates.early.starts, default=start),
        max(dates.early.finishes, default=start),
        tuple(ids[index] for index in find_path(task, drivers, last)),
        {
            id: _scheduled(task, dates, index, drivers[index], critical)
            for index, id in enumerate(ids)
        },
    )


@dataclass(frozen=True, slots=True)
class _Dates:
    """What the passes found, and who is presumed to have gone as planned."""

    early: Dates
    late: Dates
    planned: Dates
    presumed: Sequence[bool]
    start: int


def _dates(task: Task, start: int, status_date: int | None, ends: Ends) -> _Dates:
    """Logic first, then what is planned on it, then what the status date leaves.

    The status date moves nothing that is planned: what it holds back was planned
    for later, and its successors with it.
    """
    floors = find_floors(task, start)
    logical = forward(task, floors)
    planned = backward(
        task,
        logical,
        task.network.successors,
        moves=_placed_late(task),
        finish=_horizon(logical, ends),
    )
    today = ANY_DAY if status_date is None else status_date
    early = logical
    if status_date is not None:
        early = forward(task, _floors_on(task, floors, planned, today))
    late = backward(
        task,
        early,
        task.holders,
        moves=[not work.is_done for work in task.works],
        finish=_horizon(early, ends),
    )
    presumed = [
        work.standing is Standing.NOT_REPORTED and begin < today
        for work, begin in zip(task.works, early.begins, strict=True)
    ]
    return _Dates(early, late, planned, presumed, start)


def find_floors(task: Task, start: int) -> list[int]:
    """The network's start bounds only what nothing else leads to."""
    return [
        max(work.floor, work.earliest, ANY_DAY if links or work.start else start)
        for work, links in zip(task.works, task.network.predecessors, strict=True)
    ]


def _floors_on(
    task: Task, floors: Sequence[int], planned: Dates, today: int
) -> list[int]:
    """Silence holds for as planned; what is planned for later is yet to begin."""
    return [
        max(floor, min(begin, today))
        if work.standing is Standing.NOT_REPORTED
        else floor
        for work, floor, begin in zip(task.works, floors, planned.begins, strict=True)
    ]


def _placed_late(task: Task) -> list[bool]:
    return [
        activity.is_as_late_as_possible and work.start is None
        for activity, work in zip(task.network.activities, task.works, strict=True)
    ]


def _horizon(early: Dates, ends: Ends) -> int | None:
    """The network's finish, where it bounds what nothing else does."""
    if ends is Ends.OWN_FINISH:
        return None
    return max(early.finishes, default=None)


def _last(task: Task, early: Dates) -> Positions:
    """What is not done and finishes when the network does."""
    finish = max(early.finishes, default=0)
    return tuple(
        index
        for index, work in enumerate(task.works)
        if early.finishes[index] == finish and not work.is_done
    )


def _own_goals(task: Task) -> Positions:
    """Targets, and whatever nothing waits for."""
    return tuple(
        index
        for index, activity in enumerate(task.network.activities)
        if activity.is_target or not task.holders[index]
    )


@dataclass(frozen=True, slots=True)
class _Critical:
    """What is critical, and what is nearly so."""

    chains: frozenset[int]
    by: CriticalBy
    most: int
    near: int | None

    def has(self, index: int, total: int) -> bool:
        by_path = self.by is not CriticalBy.FLOAT and index in self.chains
        by_float = self.by is not CriticalBy.LONGEST_PATH and total <= self.most
        return by_path or by_float

    def is_near(self, total: int) -> bool:
        return self.near is not None and total <= self.near


def _scheduled(
    task: Task, dates: _Dates, index: int, drivers: Positions, critical: _Critical
) -> ScheduledActivity:
    activities = task.network.activities
    activity, work = activities[index], task.works[index]
    early, late, planned = dates.early, dates.late, dates.planned
    total = late.begins[index] - early.begins[index]
    is_critical = not work.is_done and critical.has(index, total)
    is_near = not (work.is_done or is_critical) and critical.is_near(total)
    holders: Positions = ()
    if activity.is_as_late_as_possible and work.start is None:
        holders = find_holders(task, planned, index)
    return ScheduledActivity(
        id=activity.id,
        early_start=early.starts[index],
        early_finish=early.finishes[index],
        late_start=early.starts[index] + total,
        late_finish=late.finishes[index],
        total_float=total,
        free_float=free_float(task, early, index, total),
        critical=is_critical,
        near_critical=is_near,
        start=planned.starts[index],
        finish=planned.finishes[index],
        presumed=dates.presumed[index],
        done=work.is_done,
        driven_by=tuple(activities[each].id for each in drivers),
        held_by=tuple(activities[each].id for each in holders),
        bound=_bound(task, dates, index, drivers),
    )


def _bound(task: Task, dates: _Dates, index: int, drivers: Positions) -> Bound:
    """Logic is named before dates: where both hold, moving the date is no help."""
    work, begin = task.works[index], dates.early.begins[index]
    if work.start is not None:
        return Bound.ACTUAL
    if drivers:
        return Bound.LINK
    if work.earliest != ANY_DAY and work.snap_up(work.earliest) == begin:
        return Bound.CONSTRAINT
    first = not task.network.predecessors[index]
    if first and work.snap_up(dates.start) == begin:
        return Bound.NETWORK_START
    return Bound.PRESUMED if dates.presumed[index] else Bound.STATUS_DATE
