"""The passes in a row: logic first, what is planned on it, what the status date leaves.

The status date moves nothing that is planned: what it holds back was planned for
later, and its successors with it. Columns go by rank, days are those of the tables.
"""

from dataclasses import dataclass

import numpy

from planning.columns import Flags
from planning.day_tables import OUTSIDE, Integers, day_tables
from planning.load import Load, make_load
from planning.outside import Asked, check_backward, check_forward
from planning.passes import Dates, backward, forward
from planning.workload import read_workload, table_day


@dataclass(frozen=True, slots=True)
class Placed:
    """What the passes found, and who is presumed to have gone as planned.

    `counted_back` is what is planned as late as possible, on `planned`.
    """

    load: Load
    early: Dates
    late: Dates
    planned: Dates
    counted_back: Flags
    presumed: Flags
    asked: Asked


def place(asked: Asked, *, to_own_finish: bool) -> Placed:
    """Run all passes over a network.

    Raises:
        PlanningError: where the reports or the calendar leave nothing to compute.
    """
    load = ready(asked)
    work = load.work
    floors, logical = place_by_logic(asked, load)
    counted_back = asked.network.columns.placed_late & ~work.begun
    planned = logical
    if counted_back.any():
        followed = numpy.diff(load.out_at) > 0
        caps = _caps(load, logical, followed, to_own_finish=to_own_finish)
        planned = backward(load, load.out_of, logical, caps, counted_back)
        check_backward(asked, planned, counted_back)
    early, today = logical, OUTSIDE
    if asked.status_date is not None:
        today = table_day(asked.status_date)
        held = numpy.maximum(floors, numpy.minimum(planned.begins, today))
        later = numpy.where(work.silent, held, floors)
        if (later != floors).any():
            early = forward(load, later)
            check_forward(asked, load, early)
    caps = _caps(load, early, load.held_any, to_own_finish=to_own_finish)
    late = backward(load, load.held, early, caps, ~work.done)
    check_backward(asked, late, ~work.done)
    presumed = work.silent & (early.begins < today)
    return Placed(load, early, late, planned, counted_back, presumed, asked)


def ready(asked: Asked) -> Load:
    """Read what is left, and look up what the passes look at."""
    network, calendar = asked.network, asked.calendar
    tables = day_tables((calendar, *network.columns.calendars))
    work = read_workload(network, tables, calendar, asked.status_date)
    return make_load(network, tables, work)


def place_by_logic(asked: Asked, load: Load) -> tuple[Integers, Dates]:
    """The floors of all, and the earliest dates that logic and reports allow."""
    work = load.work
    first = (numpy.diff(load.in_at) == 0) & ~work.begun
    floors = numpy.maximum(work.floors, work.earliest)
    floors[first] = numpy.maximum(floors[first], table_day(asked.start))
    found = forward(load, floors)
    check_forward(asked, load, found)
    return floors, found


def _caps(load: Load, early: Dates, held: Flags, *, to_own_finish: bool) -> Integers:
    """What bounds each late begin beside the links.

    An end that nothing bounds is over by its own early finish or else by the
    network's: then no finish that no date bounds, here or further on, goes beyond it.
    """
    work, days = load.work, load.days
    if to_own_finish:
        own = ~(work.has_latest | held)
        finishes = early.finishes
    else:
        own = ~_dated(load)
        finishes = numpy.full(len(own), early.finishes.max(initial=OUTSIDE))
    bounds = days.take(days.take(finishes + load.retreat_to) + load.retreat_by)
    return numpy.where(own, numpy.minimum(work.latest, bounds), work.latest)


def _dated(load: Load) -> Flags:
    """Whose finish a date bounds, its own or one further on."""
    dated = load.work.has_latest
    if not dated.any():
        return dated
    count = len(dated)
    leads = numpy.flatnonzero(load.holds & load.from_finish)[::-1]
    starts = load.out_of.pulled.take(leads)
    ends = load.out_of.other.take(leads) % count
    found = bytearray(dated)
    for start, end in zip(starts.tolist(), ends.tolist(), strict=True):
        if found[end]:
            found[start] = True
    return numpy.frombuffer(found, numpy.bool_)
