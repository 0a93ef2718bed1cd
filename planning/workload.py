"""What the reports leave of each activity, as columns by rank.

The same as `progress` says of one activity, for all of them at once; it is asked
where work is under way, and where something can't be. Days are those of the tables.
"""

from dataclasses import dataclass

import numpy

from planning.calendars import Calendar
from planning.columns import (
    NO_DAY,
    Columns,
    Dated,
    Flags,
    Lengths,
    read_lengths,
)
from planning.day_tables import (
    BEYOND,
    BY_DAY,
    DAY_BEFORE_FIRST,
    OUTSIDE,
    UNITS,
    DayTables,
    Integers,
)
from planning.network import Network
from planning.progress import Standing, Work, read_progress, read_work


@dataclass(frozen=True, slots=True)
class Workload:
    """What is left to place, and between which days; see `progress.Work`.

    What is done is as long as it was, from the day that it began on.
    """

    left: Lengths
    done: Flags
    begun: Flags
    silent: Flags
    starts: Integers
    floors: Integers
    earliest: Integers
    latest: Integers
    has_latest: Flags


def table_day(day: int) -> int:
    """A day as the tables count; all that lie outside are alike."""
    return min(max(day - DAY_BEFORE_FIRST, OUTSIDE), BEYOND)


def read_workload(
    network: Network, tables: DayTables, calendar: Calendar, status_date: int | None
) -> Workload:
    """What is left on the status date.

    Raises:
        PlanningError: as `read_progress` says it.
    """
    columns = network.columns
    count = len(network.activities)
    left = columns.lengths
    load = Workload(
        Lengths(left.calendar, left.unit.copy(), left.steps.copy()),
        done=numpy.zeros(count, numpy.bool_),
        begun=numpy.zeros(count, numpy.bool_),
        silent=numpy.ones(count, numpy.bool_),
        starts=numpy.zeros(count, numpy.intp),
        floors=numpy.zeros(count, numpy.intp),
        earliest=numpy.zeros(count, numpy.intp),
        latest=numpy.full(count, BEYOND, numpy.intp),
        has_latest=numpy.zeros(count, numpy.bool_),
    )
    if len(columns.dated.ranks) and not _Reader(columns, tables, load).read(
        status_date
    ):
        # Says what can't be, and of what.
        read_progress(network.activities, calendar=calendar, status_date=status_date)
    _read_odd(network, load, calendar, status_date)
    return load


class _Reader:
    """Reads what has dates of its own, all but what `progress` is asked of."""

    def __init__(self, columns: Columns, tables: DayTables, load: Workload) -> None:
        dated, lengths = columns.dated, columns.lengths
        self.dated: Dated = dated
        self.load = load
        self.days, self.places = tables.days, tables.places
        self.steps = lengths.steps.take(dated.ranks)
        calendar, unit = lengths.calendar, lengths.unit
        self.key = (UNITS * calendar + unit).take(dated.ranks)

    def read(self, status_date: int | None) -> bool:
        """Fill the columns; whether all of it can be."""
        dated = self.dated
        over = numpy.where(
            (dated.finishes == NO_DAY) & (self.steps == 0), dated.starts, dated.finishes
        )
        is_over = (over != NO_DAY) & ~dated.odd
        begun = numpy.where(dated.starts == NO_DAY, self._retreat(over), dated.starts)
        wrong = is_over & (begun > over)
        wrong |= is_over & (begun == OUTSIDE)
        if status_date is not None:
            today = status_date - DAY_BEFORE_FIRST
            last = today + (self.steps != 0)
            wrong |= is_over & (over > last)
            wrong |= ~dated.odd & (dated.starts > today)
        self._done(is_over, begun, over)
        open_ = ~is_over & ~dated.odd
        earliest, latest = self._wishes()
        wrong |= open_ & ((earliest == OUTSIDE) | (latest == OUTSIDE))
        ranks = dated.ranks[open_]
        self.load.earliest[ranks] = numpy.maximum(earliest, OUTSIDE)[open_]
        self.load.latest[ranks] = latest[open_]
        self.load.has_latest[ranks] = latest[open_] != BEYOND
        return not wrong.any()

    def _done(self, is_over: Flags, begun: Integers, over: Integers) -> None:
        ranks, load = self.dated.ranks[is_over], self.load
        load.done[ranks] = load.begun[ranks] = True
        load.silent[ranks] = False
        load.starts[ranks] = load.floors[ranks] = begun[is_over]
        load.left.unit[ranks] = BY_DAY
        load.left.steps[ranks] = (over - begun)[is_over]

    def _wishes(self) -> tuple[Integers, Integers]:
        """Between which days its constraint and its deadline want each to begin."""
        dated = self.dated
        day, none = dated.days, numpy.full(len(dated.days), NO_DAY)
        after = self._first_to_finish(day)
        earliest = numpy.where(dated.not_before_start, day, none)
        earliest = numpy.where(dated.not_before_finish, after, earliest)
        latest = numpy.where(
            dated.deadlines == NO_DAY, BEYOND, self._retreat(dated.deadlines)
        )
        bound = numpy.where(dated.not_after_finish, self._retreat(day), BEYOND)
        bound = numpy.where(dated.not_after_start, day, bound)
        return earliest, numpy.minimum(latest, bound)

    def _retreat(self, day: Integers) -> Integers:
        steps = self.days.take(numpy.maximum(day, 0) + self.places.to.take(self.key))
        return self.days.take(steps + self.places.earlier.take(self.key) - self.steps)

    def _first_to_finish(self, day: Integers) -> Integers:
        """The least start whose finish reaches the day."""
        to = self.places.to.take(self.key) - 1
        steps = self.days.take(numpy.maximum(day, 0) + to)
        back = self.places.earlier_more.take(self.key) - self.steps
        return self.days.take(steps + back)


def _read_odd(
    network: Network, load: Workload, calendar: Calendar, status_date: int | None
) -> None:
    """Ask of each that is left what is to be placed of it, in their order."""
    structure, dated = network.structure, network.columns.dated
    positions = numpy.sort(structure.by_rank.take(dated.ranks[dated.odd])).tolist()
    works = [
        read_work(network.activities[at], calendar, status_date) for at in positions
    ]
    ranks = structure.rank.take(positions).tolist()
    left = read_lengths([work.left for work in works], load.left.calendar.take(ranks))
    load.left.unit[ranks], load.left.steps[ranks] = left.unit, left.steps
    for rank, work in zip(ranks, works, strict=True):
        _put(load, rank, work)


def _put(load: Workload, rank: int, work: Work) -> None:
    load.silent[rank] = work.standing is Standing.NOT_REPORTED
    load.floors[rank] = table_day(work.floor)
    load.earliest[rank] = table_day(work.earliest)
    if work.start is not None:
        load.begun[rank] = True
        load.starts[rank] = table_day(work.start)
    if work.finish is not None:
        load.done[rank] = True
        load.floors[rank] = load.starts[rank]
        load.left.unit[rank] = BY_DAY
        load.left.steps[rank] = table_day(work.finish) - load.starts[rank]
    if work.latest is not None:
        load.has_latest[rank] = True
        load.latest[rank] = table_day(work.latest)
