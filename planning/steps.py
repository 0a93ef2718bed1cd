"""One activity at a time: what each link asks of it, as the calendar counts.

For whoever asks about a few dates, and for what leads out of the calendar; whole
networks are reckoned by `passes`. Lists follow the order of the network.
"""

from dataclasses import dataclass
from typing import NamedTuple

from planning.activities import LinkKind
from planning.calendars import Calendar
from planning.network import Neighbour, Network
from planning.progress import Work

FS, SS, FF, SF = LinkKind.FS, LinkKind.SS, LinkKind.FF, LinkKind.SF


class Dates(NamedTuple):
    """What a pass found: starts as shown, begins of what is left, finishes."""

    starts: list[int]
    begins: list[int]
    finishes: list[int]


@dataclass(frozen=True, slots=True)
class Task:
    """A network with what is left to do."""

    network: Network
    works: tuple[Work, ...]
    calendar: Calendar


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
