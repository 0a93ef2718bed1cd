"""Which day leads out of the calendar, and of what: worked out where one does.

A pass leaves a mark on what led out of the calendar; all that it reckoned before the
first of them is right. That one's bounds are counted again on the calendar itself,
which says which day it is.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NoReturn

import numpy

from planning.calendars import Calendar, to_date
from planning.columns import Flags
from planning.day_tables import DAY_BEFORE_FIRST, OUTSIDE
from planning.errors import DateOutOfRangeError
from planning.load import Load
from planning.network import Network
from planning.passes import Dates
from planning.progress import read_progress
from planning.steps import Dates as Listed
from planning.steps import Task, earliest_begin, latest_begin


@dataclass(frozen=True, slots=True)
class Asked:
    """What is to be scheduled, and from when."""

    network: Network
    calendar: Calendar
    start: int
    status_date: int | None

    def listed(self, dates: Dates) -> Listed:
        """Columns as lists of ordinals, in the order of the network."""
        rank = self.network.structure.rank
        columns = (dates.starts, dates.begins, dates.finishes)
        return Listed(*((it.take(rank) + DAY_BEFORE_FIRST).tolist() for it in columns))

    def task(self) -> Task:
        """The network for one step at a time."""
        works = read_progress(
            self.network.activities,
            calendar=self.calendar,
            status_date=self.status_date,
        )
        return Task(self.network, works, self.calendar)


def check_forward(asked: Asked, load: Load, found: Dates) -> None:
    """Refuse what a forward pass has led out of the calendar."""
    strays = found.bounds == OUTSIDE
    outside = (found.begins == OUTSIDE) | (found.finishes == OUTSIDE)
    if strays.any() or outside.any():
        outside[load.into.pulled[strays]] = True
        _refuse(asked, found, _positions(asked, outside)[0], is_forward=True)


def check_backward(asked: Asked, found: Dates, moves: Flags) -> None:
    """Refuse what a backward pass has led out of the calendar."""
    outside = moves & ((found.begins == OUTSIDE) | (found.finishes == OUTSIDE))
    if outside.any():
        _refuse(asked, found, _positions(asked, outside)[-1], is_forward=False)


def check_floats(asked: Asked, early: Dates, outside: Flags) -> None:
    """Refuse what the early dates of successors have led out of the calendar."""
    if outside.any():
        _refuse(asked, early, _positions(asked, outside)[0], is_forward=False)


def _positions(asked: Asked, outside: Flags) -> list[int]:
    found: list[int] = numpy.flatnonzero(
        outside.take(asked.network.structure.rank)
    ).tolist()
    return found


def _refuse(asked: Asked, found: Dates, index: int, *, is_forward: bool) -> NoReturn:
    task, dates = asked.task(), asked.listed(found)
    known = [day for day in [dates.begins[index]] if day > DAY_BEFORE_FIRST]
    try:
        if is_forward:
            waits = task.network.predecessors[index]
            known += [] if waits else [asked.start]
            day = _forward(task, dates, index, known)
        else:
            latest = task.works[index].latest
            known += [] if latest is None else [latest]
            day = _backward(task, dates, index, known)
    except DateOutOfRangeError as error:
        day = error.day
    raise DateOutOfRangeError(day, asked.network.activities[index].id)


def _forward(task: Task, dates: Listed, index: int, known: Sequence[int]) -> int:
    """Count again what bounds an early begin, and its finish."""
    work, links = task.works[index], task.network.predecessors[index]
    bounds = [earliest_begin(task, index, link, dates) for link in links]
    begin = max([work.floor, work.earliest, *known, *bounds])
    to_date(begin)
    return work.calendar.advance(work.snap_up(begin), work.left)


def _backward(task: Task, dates: Listed, index: int, known: Sequence[int]) -> int:
    """Count again what bounds a late begin, and its finish."""
    work, links = task.works[index], task.network.successors[index]
    bounds = [latest_begin(task, index, link, dates) for link in links]
    begin = min([*known, *bounds], default=DAY_BEFORE_FIRST)
    return work.calendar.advance(work.snap_down(begin), work.left)
