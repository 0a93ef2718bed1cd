"""The two passes over a network: as early as can be, as late as may be.

The begin of what is left is the only variable of an activity. It is its start,
except of work under way: there the start is a fact, and links that hang on it
bound nothing backward any more. Lists follow the order of the network.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from planning.calendars import Calendar
from planning.errors import DateOutOfRangeError
from planning.network import LinkKind, Neighbour, Network
from planning.progress import Standing, Work

# Asked of every link in every pass: to compare with a constant is several times as
# quick as to look for a member of an enumeration in a set.
FS, SS, FF, SF = LinkKind.FS, LinkKind.SS, LinkKind.FF, LinkKind.SF


class Dates(NamedTuple):
    """What a pass found: starts as shown, begins of what is left, finishes."""

    starts: list[int]
    begins: list[int]
    finishes: list[int]


@dataclass(frozen=True, slots=True)
class Task:
    """A network with what is left to do, and what the passes need to know of it.

    `holders` are the links that bound the late dates of an activity: what is done
    can bear any delay. Its plan is bounded by all that follow it, done or not.
    `dated` tells whose finish a date bounds, its own or one further on.
    """

    network: Network
    works: tuple[Work, ...]
    calendar: Calendar
    holders: tuple[tuple[Neighbour, ...], ...]
    dated: tuple[bool, ...]


def prepare(network: Network, works: tuple[Work, ...], calendar: Calendar) -> Task:
    """Look once at what both passes ask again and again."""
    holders = tuple(
        _holders(work, links, works)
        for work, links in zip(works, network.successors, strict=True)
    )
    dated = [work.latest is not None for work in works]
    for index in reversed(range(len(works))):
        dated[index] = dated[index] or any(
            dated[link.position]
            for link in holders[index]
            if link.kind is FS or link.kind is FF
        )
    return Task(network, works, calendar, holders, tuple(dated))


def _holders(
    work: Work, links: tuple[Neighbour, ...], works: Sequence[Work]
) -> tuple[Neighbour, ...]:
    if work.is_done:
        return ()
    begun = work.standing is Standing.UNDER_WAY
    return tuple(
        link
        for link in links
        if not works[link.position].is_done
        and (link.kind is FS or link.kind is FF or not begun)
    )


def earliest_begin(task: Task, index: int, link: Neighbour, before: Dates) -> int:
    """The first day on which a link into an activity lets what is left begin."""
    at, kind, lag, calendar = link
    from_finish = kind is FS or kind is FF
    day = before.finishes[at] if from_finish else before.starts[at]
    if lag.amount:
        day = (calendar or task.calendar).advance(day, lag)
    if kind is FS or kind is SS:
        return day
    # The least start whose finish reaches the day.
    work = task.works[index]
    return work.calendar.retreat(day - 1, work.left) + 1


def latest_begin(task: Task, index: int, link: Neighbour, after: Dates) -> int:
    """The last day on which a link out of an activity lets what is left begin."""
    at, kind, lag, calendar = link
    to_start = kind is FS or kind is SS
    day = after.begins[at] if to_start else after.finishes[at]
    if lag.amount:
        day = (calendar or task.calendar).retreat(day, lag)
    if kind is SS or kind is SF:
        return day
    work = task.works[index]
    return work.calendar.retreat(day, work.left)


def forward(task: Task, floors: Sequence[int]) -> Dates:
    """Begin everything as early as its floor and its predecessors allow."""
    dates = Dates([], [], [])
    index = 0
    try:
        for index, work in enumerate(task.works):
            start, begin, finish = _earliest(task, index, work, floors[index], dates)
            dates.starts.append(start)
            dates.begins.append(begin)
            dates.finishes.append(finish)
    except DateOutOfRangeError as error:
        raise _named(error, task, index) from error
    return dates


def _earliest(
    task: Task, index: int, work: Work, floor: int, dates: Dates
) -> tuple[int, int, int]:
    if work.start is not None and work.finish is not None:
        return work.start, work.start, work.finish
    begin = floor
    for link in task.network.predecessors[index]:
        begin = max(begin, earliest_begin(task, index, link, dates))
    begin = work.snap_up(begin)
    start = begin if work.start is None else work.start
    return start, begin, work.calendar.advance(begin, work.left)


def backward(
    task: Task,
    early: Dates,
    holders: Sequence[tuple[Neighbour, ...]],
    *,
    moves: Sequence[bool],
    finish: int | None,
) -> Dates:
    """Begin what moves as late as its holders and its own dates allow.

    What does not move stays on its early dates. An end that nothing bounds is
    over by its own early finish or, where `finish` is given, by that: then no
    finish that no date bounds, here or further on, goes beyond it.
    """
    dates = Dates(list(early.starts), list(early.starts), list(early.finishes))
    index = 0
    try:
        for index in reversed(range(len(task.works))):
            if moves[index]:
                begin = _latest(task, index, holders[index], dates, finish)
                dates.starts[index] = dates.begins[index] = begin
                work = task.works[index]
                dates.finishes[index] = work.calendar.advance(begin, work.left)
    except DateOutOfRangeError as error:
        raise _named(error, task, index) from error
    return dates


def _latest(
    task: Task,
    index: int,
    holders: tuple[Neighbour, ...],
    dates: Dates,
    finish: int | None,
) -> int:
    work = task.works[index]
    left, begin = work.left, work.latest
    for link in holders:
        bound = latest_begin(task, index, link, dates)
        if begin is None or bound < begin:
            begin = bound
    if finish is not None and not task.dated[index]:
        bound = work.calendar.retreat(finish, left)
        begin = bound if begin is None else min(begin, bound)
    if begin is None:
        begin = work.calendar.retreat(dates.finishes[index], left)
    return work.snap_down(begin)


def _named(error: DateOutOfRangeError, task: Task, index: int) -> DateOutOfRangeError:
    return DateOutOfRangeError(error.day, task.network.activities[index].id)
