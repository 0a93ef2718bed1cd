"""Both passes once more, by nobody's engine: networkx, the standard library, holidays.

A plain walk over the graph, one date after the other; what a link or a duration asks
is found by looking for the day. Nothing here is imported from the engine but the
names of what a network is made of.
"""

from bisect import bisect_left, bisect_right
from calendar import monthrange
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

import holidays
import networkx as nx

from planning.durations import Duration
from planning.network import Activity, Link

YEARS = range(2021, 2030)
FIRST = date(YEARS[0], 1, 1).toordinal()
NORWEGIAN = frozenset(holidays.country_holidays("NO", years=YEARS))

# Further than any link or duration of a drawn network reaches.
FAR = 150


@dataclass(frozen=True)
class Week:
    """Which days are worked."""

    is_worked: Callable[[date], bool]
    worked: bytearray = field(default_factory=bytearray)

    def __post_init__(self) -> None:
        last = date(YEARS[-1], 12, 31).toordinal()
        days = map(date.fromordinal, range(FIRST, last + 1))
        self.worked.extend(map(self.is_worked, days))

    def works(self, day: int) -> bool:
        return bool(self.worked[day - FIRST])


def weekdays_but(free: Iterable[date]) -> Week:
    days = frozenset(free)
    return Week(lambda day: day.weekday() < 5 and day not in days)


ALWAYS, NORWAY = Week(lambda _day: True), weekdays_but(NORWEGIAN)


def moved(day: int, length: Duration, week: Week) -> int:
    """The day so much later, or so much earlier."""
    amount, unit = length.amount, str(length.unit)
    if unit == "mo" and amount:
        return by_months(day, amount)
    if unit == "wd" and amount:
        return by_working_days(day, amount, week)
    return day + amount * (7 if unit == "w" else 1)


def by_months(day: int, months: int) -> int:
    at = date.fromordinal(day)
    year, month = divmod(12 * at.year + at.month - 1 + months, 12)
    length = monthrange(year, month + 1)[1]
    if at.day <= length:
        return at.replace(year=year, month=month + 1).toordinal()
    last = date(year, month + 1, length).toordinal()
    return last + 1 if months > 0 else last


def by_working_days(day: int, amount: int, week: Week) -> int:
    left = abs(amount)
    while left:
        if amount > 0:
            left -= week.works(day)
            day += 1
        else:
            day -= 1
            left -= week.works(day)
    return day


class Walk:
    """The early and the late dates of a network that nothing is reported of."""

    def __init__(
        self,
        activities: Iterable[Activity],
        links: Iterable[Link],
        weeks: Mapping[object, Week],
        *,
        start: int,
        to_own_finish: bool,
    ) -> None:
        self.weeks, self.start, self.to_own_finish = weeks, start, to_own_finish
        self.graph = nx.MultiDiGraph()
        self.graph.add_nodes_from((each.id, {"of": each}) for each in activities)
        for link in links:
            self.graph.add_edge(link.predecessor, link.successor, link=link)
        order = list(nx.topological_sort(self.graph))
        self.early: dict[str, tuple[int, int]] = {}
        self.late: dict[str, tuple[int, int]] = {}
        for id in order:
            self.early[id] = self.placed(id, self.first_day(id))
        self.finish = max(finish for _, finish in self.early.values())
        for id in reversed(order):
            self.late[id] = self.placed(id, self.last_day(id))

    def of(self, id: str) -> Activity:
        found: Activity = self.graph.nodes[id]["of"]
        return found

    def placed(self, id: str, begin: int) -> tuple[int, int]:
        one = self.of(id)
        return begin, moved(begin, one.duration, self.weeks[one.calendar])

    def asked(self, link: Link, ends: tuple[int, int]) -> int:
        """The day that a link carries over from its start."""
        from_finish = link.kind in {"FS", "FF"}
        return moved(ends[from_finish], link.lag, self.weeks[link.calendar])

    def may_begin(self, id: str, day: int) -> bool:
        one = self.of(id)
        counted = one.duration.unit == "wd" and one.duration.amount > 0
        return not counted or self.weeks[one.calendar].works(day)

    def first_day(self, id: str) -> int:
        one, wish = self.of(id), self.of(id).constraint
        into = [link for *_ends, link in self.graph.in_edges(id, data="link")]
        floors = [] if into else [self.start]
        if wish is not None and wish.kind in {"start-no-earlier-than", "must-start-on"}:
            floors.append(wish.day)
        if wish is not None and wish.kind in {
            "finish-no-earlier-than",
            "must-finish-on",
        }:
            floors.append(self.to_finish(one.id, wish.day))
        for link in into:
            day = self.asked(link, self.early[link.predecessor])
            ends = link.kind in {"FF", "SF"}
            floors.append(self.to_finish(id, day) if ends else day)
        day = max(floors)
        while not self.may_begin(id, day):
            day += 1
        return day

    def to_finish(self, id: str, day: int) -> int:
        """The first begin whose finish is not before the day."""
        tried = range(day - FAR, day + 1)
        at = bisect_left(tried, day, key=lambda begin: self.placed(id, begin)[1])
        return tried[at]

    def last_day(self, id: str) -> int:
        out = [link for *_ends, link in self.graph.out_edges(id, data="link")]
        limits = self.own_limits(id)
        for link in out:
            to_finish = link.kind in {"FF", "SF"}
            limit = self.late[link.successor][to_finish]
            limits.append(
                self.latest(
                    limit, lambda day, link=link: self.asked(link, self.placed(id, day))
                )
            )
        if not self.to_own_finish and not self.is_dated(id):
            limits.append(self.to_be_over(id, self.finish))
        if not limits:
            limits.append(self.to_be_over(id, self.early[id][1]))
        day = min(limits)
        while not self.may_begin(id, day):
            day -= 1
        return day

    def own_limits(self, id: str) -> list[int]:
        one, found = self.of(id), []
        if one.deadline is not None:
            found.append(self.to_be_over(id, one.deadline))
        wish = one.constraint
        if wish is not None and wish.kind in {"start-no-later-than", "must-start-on"}:
            found.append(wish.day)
        if wish is not None and wish.kind in {"finish-no-later-than", "must-finish-on"}:
            found.append(self.to_be_over(id, wish.day))
        return found

    def is_dated(self, id: str) -> bool:
        return bool(self.own_limits(id)) or any(
            self.is_dated(after)
            for _, after, link in self.graph.out_edges(id, data="link")
            if link.kind in {"FS", "FF"}
        )

    def to_be_over(self, id: str, limit: int) -> int:
        return self.latest(limit, lambda day: self.placed(id, day)[1])

    def latest(self, limit: int, reached: Callable[[int], int]) -> int:
        """The last day from which no more than the limit is reached."""
        tried = range(limit - FAR, limit + FAR)
        return tried[bisect_right(tried, limit, key=reached) - 1]
