"""What activities and links say, as columns: a network read once for all passes.

A column of activities goes by rank, one of links as they were given. Calendars are
numbered, 0 being the one that a network is scheduled on. Durations are counted in
the steps of their unit's tables; no time at all is none in days.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import compress
from typing import TypeAlias

import numpy
from numpy.typing import NDArray

from planning.activities import (
    Activity,
    Constraint,
    ConstraintKind,
    Link,
    LinkKind,
)
from planning.calendars import Calendar
from planning.day_tables import (
    BY_DAY,
    BY_MONTH,
    BY_WORKING_DAY,
    DAY_BEFORE_FIRST,
    DAYS,
    MONTH,
    Integers,
)
from planning.durations import Duration, Unit
from planning.structure import Structure

Flags: TypeAlias = NDArray[numpy.bool_]

DAYS_A_WEEK = 7

NO_DAY = -10_000_000
"""What has no such day; no date is so long ago."""

NO_WISH = Constraint(kind=ConstraintKind.AS_LATE_AS_POSSIBLE)

# Asked of everything there is: quicker so than by the enumerations.
FS, SS, SF = LinkKind.FS, LinkKind.SS, LinkKind.SF
WORKING_DAYS, WEEKS, MONTHS = Unit.WORKING_DAYS, Unit.WEEKS, Unit.MONTHS

START_FROM = ConstraintKind.START_NO_EARLIER_THAN
START_BY = ConstraintKind.START_NO_LATER_THAN
START_ON = ConstraintKind.MUST_START_ON
FINISH_FROM = ConstraintKind.FINISH_NO_EARLIER_THAN
FINISH_BY = ConstraintKind.FINISH_NO_LATER_THAN
FINISH_ON = ConstraintKind.MUST_FINISH_ON


@dataclass(frozen=True, slots=True)
class Lengths:
    """Durations: on which calendar, in which unit, how many of its steps."""

    calendar: Integers
    unit: Integers
    steps: Integers


@dataclass(frozen=True, slots=True)
class Dated:
    """What has dates or reports of its own, by rank; days are those of the tables.

    `odd` is what is under way or half reported, or has a day outside the calendar.
    What a constraint asks is told by four columns, its day by `days`.
    """

    ranks: Integers
    odd: Flags
    starts: Integers
    finishes: Integers
    deadlines: Integers
    days: Integers
    not_before_start: Flags
    not_before_finish: Flags
    not_after_start: Flags
    not_after_finish: Flags


@dataclass(frozen=True, slots=True)
class Columns:
    """A network as columns.

    `calendars` are those that activities and links name, numbered from 1.
    """

    calendars: tuple[Calendar, ...]
    lengths: Lengths
    lags: Lengths
    from_finish: Flags
    to_finish: Flags
    placed_late: Flags
    targets: Flags
    dated: Dated


def read_columns(
    activities: Sequence[Activity], links: Sequence[Link], structure: Structure
) -> Columns:
    """Read activities in the order of the network, and links."""
    by_rank = structure.by_rank
    numbers: dict[Calendar, int] = {}
    own = _calendars([each.calendar for each in activities], numbers)
    of_links = _calendars([link.calendar for link in links], numbers)
    lengths = read_lengths([each.duration for each in activities], own)
    kinds = _identities([link.kind for link in links])
    starts_alone = (kinds == id(SS)) | (kinds == id(SF))
    starts_others = (kinds == id(FS)) | (kinds == id(SS))
    wishes = [each.constraint for each in activities]
    late = _flags([wish is not None and wish.day is None for wish in wishes])
    dated = (_identities(wishes) != id(None)) & ~late
    dated |= ~_flags(
        [
            each.deadline is None
            and each.actual_start is None
            and each.actual_finish is None
            and each.remaining is None
            for each in activities
        ]
    )
    return Columns(
        tuple(numbers),
        Lengths(
            lengths.calendar.take(by_rank),
            lengths.unit.take(by_rank),
            lengths.steps.take(by_rank),
        ),
        read_lengths([link.lag for link in links], of_links),
        ~starts_alone,
        ~starts_others,
        late.take(by_rank),
        _flags([each.is_target for each in activities]).take(by_rank),
        _dated(activities, structure, numpy.flatnonzero(dated.take(by_rank))),
    )


def read_lengths(durations: Sequence[Duration], calendar: Integers) -> Lengths:
    """Read durations; no time at all is none in days."""
    count = len(durations)
    amounts = [each.amount for each in durations]
    steps = numpy.fromiter(amounts, numpy.intp, count)
    unit = numpy.full(count, BY_DAY)
    some = numpy.flatnonzero(steps)
    units = _identities([each.unit for each in compress(durations, amounts)])
    in_months = units == id(MONTHS)
    by_working_day = numpy.where(units == id(WORKING_DAYS), BY_WORKING_DAY, BY_DAY)
    unit[some] = numpy.where(in_months, BY_MONTH, by_working_day)
    in_weeks = numpy.where(units == id(WEEKS), DAYS_A_WEEK, 1)
    steps[some] *= numpy.where(in_months, MONTH, in_weeks)
    return Lengths(calendar, unit, steps)


def _calendars(
    named: Sequence[Calendar | None], numbers: dict[Calendar, int]
) -> Integers:
    """The number of each calendar; a new one gets the next."""
    found = numpy.zeros(len(named), numpy.intp)
    for at, calendar in enumerate(named) if any(named) else ():
        if calendar is not None:
            found[at] = numbers.setdefault(calendar, len(numbers) + 1)
    return found


def _dated(
    activities: Sequence[Activity], structure: Structure, ranks: Integers
) -> Dated:
    found = [activities[at] for at in structure.by_rank.take(ranks).tolist()]
    wishes = [each.constraint or NO_WISH for each in found]
    starts = _days([each.actual_start for each in found])
    finishes = _days([each.actual_finish for each in found])
    deadlines = _days([each.deadline for each in found])
    days = _days([it.day for it in wishes])
    columns = numpy.stack([starts, finishes, deadlines, days])
    reported = _flags([each.remaining is not None for each in found])
    lasts = _flags([each.duration.amount != 0 for each in found])
    is_outside = (columns != NO_DAY) & ((columns < 1) | (columns > DAYS))
    begun = (starts != NO_DAY) & (finishes == NO_DAY) & lasts
    kinds = [it.kind for it in wishes]
    return Dated(
        ranks,
        reported | begun | is_outside.any(axis=0),
        starts,
        finishes,
        deadlines,
        days,
        _flags([it is START_FROM or it is START_ON for it in kinds]),
        _flags([it is FINISH_FROM or it is FINISH_ON for it in kinds]),
        _flags([it is START_BY or it is START_ON for it in kinds]),
        _flags([it is FINISH_BY or it is FINISH_ON for it in kinds]),
    )


def _days(values: Sequence[int | None]) -> Integers:
    """Days as the tables count them."""
    known = [NO_DAY if it is None else it - DAY_BEFORE_FIRST for it in values]
    return numpy.array(known, numpy.intp)


def _identities(things: Sequence[object]) -> Integers:
    """Things of which there is but one each, as numbers to compare with.

    What an array of objects holds is their identities; read so, they need not be
    asked for one by one.
    """
    held = numpy.fromiter(things, object, len(things))
    return numpy.frombuffer(held, numpy.intp)


def _flags(values: Sequence[bool]) -> Flags:
    return numpy.frombuffer(bytes(values), numpy.bool_)
