"""A network made ready for the passes: where in the tables each step is looked up.

Made from what a network says and what the reports leave of it; the passes do nothing
but look up. Columns of activities go by rank, those of links by the rank that they
pull at: at the end of a link forward, at its start backward.
"""

from dataclasses import dataclass
from typing import NamedTuple

import numpy

from planning.columns import Columns, Flags, Lengths
from planning.day_tables import BY_DAY, UNITS, DayTables, Integers
from planning.network import Network
from planning.structure import Segment, Structure
from planning.workload import Workload


class Lookups(NamedTuple):
    """Where what is left of each activity is looked up; see `day_tables.Places`."""

    to: Integers
    up: Integers
    later: Integers
    to_down: Integers
    down: Integers
    later_down: Integers


class Pulls(NamedTuple):
    """What links ask of the activities at one side of them.

    `pulled` are these, `other` is the begin or, as many activities further on, the
    finish that a link hangs on; then its lag is looked up, then what the pulled one
    has left. The flags say in which segments one or the other changes anything.
    """

    pulled: Integers
    other: Integers
    lag_to: Integers
    lag_by: Integers
    own_to: Integers
    own_by: Integers
    has_lag: list[bool]
    has_own: list[bool]


@dataclass(frozen=True, slots=True, eq=False)
class Load:
    """What the passes look at. `holds` are the links that bound late dates.

    What is done can bear any delay; the start of what is under way is a fact. A plan
    is bounded by all that follow it, done or not (`out_of`).
    """

    work: Workload
    days: Integers
    places: Lookups
    segments: tuple[Segment, ...]
    in_at: Integers
    out_at: Integers
    into: Pulls
    out_of: Pulls
    held: Pulls
    holds: Flags
    from_finish: Flags
    held_any: Flags
    retreat_to: Integers
    retreat_by: Integers

    def snapped_up(self, days: Integers) -> Integers:
        """For each activity the first day at or after its day that it can begin on."""
        steps = self.days.take(days + self.places.to)
        return self.days.take(steps + self.places.up)


def make_load(network: Network, tables: DayTables, work: Workload) -> Load:
    """Look everything up once that the passes look up again and again."""
    return _Maker(network, tables, work).load()


class _Maker:
    def __init__(self, network: Network, tables: DayTables, work: Workload) -> None:
        self.structure: Structure = network.structure
        self.columns: Columns = network.columns
        self.tables, self.work = tables, work
        self.key = _key(work.left)
        self.lag_key = _key(self.columns.lags)
        self.rank = self.structure.rank
        # What is done has begun: without any, nothing stands in the way of a link.
        self.has_begun = bool(work.begun.any())

    def load(self) -> Load:
        structure, places, key = self.structure, self.tables.places, self.key
        steps = self.work.left.steps
        out_of = self._out_of()
        holds = self._holds()
        return Load(
            self.work,
            self.tables.days,
            Lookups(
                places.to.take(key),
                places.up.take(key),
                places.later.take(key) + steps,
                places.to_down.take(key),
                places.down.take(key),
                places.later_down.take(key) + steps,
            ),
            structure.segments,
            structure.in_at,
            structure.out_at,
            self._into(),
            out_of,
            self._held(out_of, holds),
            holds,
            self.columns.from_finish.take(structure.out_links),
            numpy.diff(_counts(holds).take(structure.out_at)) > 0,
            places.to.take(key),
            places.earlier.take(key) - steps,
        )

    def _into(self) -> Pulls:
        links, columns, work = self.structure.in_links, self.columns, self.work
        places, same = self.tables.places, self.tables.places.later[BY_DAY]
        source = self.rank.take(self.structure.before.take(links))
        target = self.rank.take(self.structure.after.take(links))
        from_finish = columns.from_finish.take(links)
        key, steps = self.lag_key.take(links), columns.lags.steps.take(links)
        lag_to = places.to.take(key)
        lag_by = numpy.where(
            steps < 0, places.earlier.take(key), places.later.take(key)
        )
        lag_by += steps
        ended, looked_up = columns.to_finish.take(links), steps != 0
        if self.has_begun:
            under_way = ~from_finish & (work.begun & ~work.done).take(source)
            is_moot = work.done.take(target)
            self._settle(source, under_way, is_moot, lag_to, lag_by)
            looked_up |= under_way | is_moot
            ended &= ~is_moot
        own, left = self.key.take(target), work.left.steps.take(target)
        own_to = numpy.where(ended, places.to.take(own) - 1, places.to[BY_DAY])
        own_by = numpy.where(ended, places.earlier_more.take(own) - left, same)
        return Pulls(
            target,
            source + len(work.done) * from_finish,
            lag_to,
            lag_by,
            own_to,
            own_by,
            self._by_segment(looked_up, into=True),
            self._by_segment(ended, into=True),
        )

    def _settle(
        self,
        source: Integers,
        under_way: Flags,
        is_moot: Flags,
        lag_to: Integers,
        lag_by: Integers,
    ) -> None:
        """Look up at once what links from a start that is a fact come to.

        What leads to something that is done asks nothing any more.
        """
        same, nothing = self.tables.places.later[BY_DAY], self.tables.nothing
        if under_way.any():
            days = self.tables.days
            found = self.work.starts.take(source[under_way]) + lag_to[under_way]
            found = days.take(days.take(found) + lag_by[under_way])
            lag_to[under_way], lag_by[under_way] = nothing, same + found
        lag_to[is_moot], lag_by[is_moot] = nothing, same + 1

    def _out_of(self) -> Pulls:
        links, columns, work = self.structure.out_links, self.columns, self.work
        places = self.tables.places
        source = self.rank.take(self.structure.before.take(links))
        target = self.rank.take(self.structure.after.take(links))
        key, steps = self.lag_key.take(links), columns.lags.steps.take(links)
        ahead = steps < 0
        lag_to = places.to.take(key) + ahead
        lag_by = numpy.where(
            ahead, places.later_less.take(key), places.earlier.take(key)
        )
        lag_by -= steps
        from_finish = columns.from_finish.take(links)
        own = numpy.where(from_finish, self.key.take(source), BY_DAY)
        left = numpy.where(from_finish, work.left.steps.take(source), 0)
        return Pulls(
            source,
            target + len(work.done) * columns.to_finish.take(links),
            lag_to,
            lag_by,
            places.to.take(own),
            places.earlier.take(own) - left,
            self._by_segment(steps != 0, into=False),
            self._by_segment(left != 0, into=False),
        )

    def _holds(self) -> Flags:
        """Which links bound late dates."""
        links, work = self.structure.out_links, self.work
        if not self.has_begun:
            return numpy.ones(len(links), numpy.bool_)
        source = self.rank.take(self.structure.before.take(links))
        target = self.rank.take(self.structure.after.take(links))
        begun = work.begun.take(source) & ~self.columns.from_finish.take(links)
        return ~(begun | work.done.take(source) | work.done.take(target))

    def _held(self, out_of: Pulls, holds: Flags) -> Pulls:
        """The same pulls, less those that bound nothing."""
        if holds.all():
            return out_of
        free, nothing = ~holds, self.tables.nothing
        own_to, own_by = out_of.own_to.copy(), out_of.own_by.copy()
        own_to[free], own_by[free] = nothing, self.tables.beyond
        freed = self._by_segment(free, into=False)
        has_own = [
            one or other for one, other in zip(freed, out_of.has_own, strict=True)
        ]
        return out_of._replace(own_to=own_to, own_by=own_by, has_own=has_own)

    def _by_segment(self, flags: Flags, *, into: bool) -> list[bool]:
        """Whether any link of each segment is flagged."""
        if not flags.any():
            return [False] * len(self.structure.segments)
        counts = _counts(flags)
        ends = [
            (it.in_first, it.in_last) if into else (it.out_first, it.out_last)
            for it in self.structure.segments
        ]
        edges = counts.take(numpy.array(ends, numpy.intp))
        found: list[bool] = (edges[:, 1] > edges[:, 0]).tolist()
        return found


def _counts(flags: Flags) -> Integers:
    """How many are flagged before each, and in all."""
    return numpy.concatenate([[0], numpy.cumsum(flags)])


def _key(lengths: Lengths) -> Integers:
    """By what the places of a duration's tables are found."""
    return UNITS * lengths.calendar + lengths.unit
