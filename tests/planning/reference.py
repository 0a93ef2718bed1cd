"""A second reckoning of schedules, plain and slow.

It knows no bounds and no retreat: every date is found by trying one day after the
other until the links, the constraint and the facts hold. networkx gives the order.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import networkx as nx

from planning.calendars import Calendar
from planning.durations import Duration, Unit
from planning.network import Activity, Link, LinkKind
from planning.schedule import Ends
from tests.networks import Given

# Days that no link or duration of a drawn network reaches across.
FAR = 200


@dataclass
class Reckoned:
    """What is found for one activity."""

    activity: Activity
    left: Duration
    calendar: Calendar
    begun: int | None = None
    over: int | None = None
    early: tuple[int, int, int] = (0, 0, 0)
    late: tuple[int, int, int] = (0, 0, 0)
    planned: tuple[int, int, int] = (0, 0, 0)
    presumed: bool = False

    @property
    def done(self) -> bool:
        return self.over is not None

    @property
    def total_float(self) -> int:
        return 0 if self.done else self.late[1] - self.early[1]

    @property
    def silent(self) -> bool:
        return self.begun is None and self.activity.remaining is None

    @property
    def placed_late(self) -> bool:
        return self.activity.is_as_late_as_possible and self.begun is None


def holds(
    calendar: Calendar, link: Link, before: tuple[int, int], after: tuple[int, int]
) -> bool:
    """Whether starts and finishes at both ends of a link agree with it."""
    from_finish = link.kind in {LinkKind.FS, LinkKind.FF}
    to_finish = link.kind in {LinkKind.FF, LinkKind.SF}
    counted = link.calendar or calendar
    return counted.advance(before[from_finish], link.lag) <= after[to_finish]


def first_day(allowed: Callable[[int], bool], day: int) -> int:
    return next(each for each in range(day, day + 10 * FAR) if allowed(each))


def last_day(allowed: Callable[[int], bool], day: int) -> int:
    return next(each for each in range(day, day - 10 * FAR, -1) if allowed(each))


class Reckoning:
    """The whole of a schedule, step by step."""

    def __init__(self, given: Given) -> None:
        self.given = given
        self.calendar = given.calendar
        self.graph = nx.MultiDiGraph()
        self.all = {each.id: self.read(each) for each in given.activities}
        self.graph.add_nodes_from(self.all)
        for link in given.links:
            self.graph.add_edge(link.predecessor, link.successor, link=link)
        self.order = list(nx.topological_sort(self.graph))

        self.forward(floor_of_silence=lambda one: None)
        logical = {id: one.early for id, one in self.all.items()}
        self.plan(logical)
        today = given.status_date
        if today is not None:
            for one in self.all.values():
                one.presumed = one.silent and one.planned[1] < today
            self.forward(lambda one: one.planned[1] if one.presumed else today)
            for one in self.all.values():
                one.presumed = one.presumed and one.early[1] < today
        self.plan(logical)
        self.be_late()

    def read(self, activity: Activity) -> Reckoned:
        begun, over = activity.actual_start, activity.actual_finish
        calendar = activity.calendar or self.calendar
        left = activity.remaining or activity.duration
        if begun is not None and over is None and activity.is_milestone:
            over = begun if left.amount == 0 else None
        if over is None and begun is not None and activity.remaining is None:
            left = self.rest(activity.duration, begun, calendar)
        return Reckoned(activity, left, calendar, begun, over)

    def rest(self, duration: Duration, begun: int, calendar: Calendar) -> Duration:
        today = self.given.status_date
        # Nothing is done of what begins today: all of it is left, in its own unit.
        if today is None or begun == today:
            return duration
        finish = max(today, calendar.advance(begun, duration))
        span = range(today, finish)
        if duration.unit is Unit.WORKING_DAYS:
            return Duration(sum(map(calendar.is_working, span)), duration.unit)
        return Duration(len(span))

    def may_begin(self, one: Reckoned, day: int) -> bool:
        counted = one.left.unit is Unit.WORKING_DAYS and one.left.amount > 0
        return not counted or one.calendar.is_working(day)

    def placed(self, one: Reckoned, begin: int) -> tuple[int, int, int]:
        start = begin if one.begun is None else one.begun
        return start, begin, one.calendar.advance(begin, one.left)

    def into(self, id: str) -> list[tuple[Reckoned, Link]]:
        return [
            (self.all[before], link)
            for before, _, link in self.graph.in_edges(id, data="link")
        ]

    def out_of(self, id: str) -> list[tuple[Reckoned, Link]]:
        return [
            (self.all[after], link)
            for _, after, link in self.graph.out_edges(id, data="link")
        ]

    def waiting_for(self, id: str) -> list[tuple[Reckoned, Link]]:
        """The links by which a delay of what is left would be felt."""
        begun = self.all[id].begun is not None
        return [
            (after, link)
            for after, link in self.out_of(id)
            if not after.done
            and not (begun and link.kind in {LinkKind.SS, LinkKind.SF})
        ]

    def wishes_early(self, one: Reckoned, begin: int) -> bool:
        wish = one.activity.constraint
        if wish is None or wish.day is None:
            return True
        if wish.kind in {"start-no-earlier-than", "must-start-on"}:
            return one.begun is not None or begin >= wish.day
        if wish.kind in {"finish-no-earlier-than", "must-finish-on"}:
            return one.calendar.advance(begin, one.left) >= wish.day
        return True

    def wishes_late(self, one: Reckoned) -> list[Callable[[int], bool]]:
        def finishes_by(day: int) -> Callable[[int], bool]:
            return lambda begin: one.calendar.advance(begin, one.left) <= day

        wish, found = one.activity.constraint, []
        if one.activity.deadline is not None:
            found.append(finishes_by(one.activity.deadline))
        if wish is None or wish.day is None:
            return found
        limit = wish.day
        if wish.kind in {"start-no-later-than", "must-start-on"}:
            if one.begun is None:
                found.append(lambda begin: begin <= limit)
        elif wish.kind in {"finish-no-later-than", "must-finish-on"}:
            found.append(finishes_by(limit))
        return found

    def forward(self, floor_of_silence: Callable[[Reckoned], int | None]) -> None:
        for id in self.order:
            one = self.all[id]
            if one.over is not None:
                begun = one.begun
                if begun is None:
                    begun = self.begun_before(one, one.over)
                one.early = one.late = one.planned = begun, begun, one.over
                continue
            floors = self.floors(one)
            if one.silent:
                floors.append(floor_of_silence(one))
            bounds = [floor for floor in floors if floor is not None]
            low = min(before.early[0] for before, _ in self.into(id) or [(one, None)])
            begin = first_day(
                lambda day, one=one, id=id: self.allows(one, id, day),
                max(bounds, default=low - FAR),
            )
            one.early = self.placed(one, begin)

    def begun_before(self, one: Reckoned, over: int) -> int:
        length = one.activity.duration
        return last_day(lambda day: one.calendar.advance(day, length) <= over, over)

    def floors(self, one: Reckoned) -> list[int | None]:
        today = self.given.status_date
        if one.begun is not None:
            return [one.begun if today is None else today]
        first = self.graph.in_degree(one.activity.id) == 0
        return [
            self.given.start if first else None,
            today if one.activity.remaining is not None else None,
        ]

    def allows(self, one: Reckoned, id: str, begin: int) -> bool:
        finish = one.calendar.advance(begin, one.left)
        return (
            self.may_begin(one, begin)
            and self.wishes_early(one, begin)
            and all(
                holds(
                    self.calendar,
                    link,
                    (before.early[0], before.early[2]),
                    (begin, finish),
                )
                for before, link in self.into(id)
            )
        )

    def latest(
        self,
        one: Reckoned,
        links: list[tuple[Reckoned, Link]],
        dates: Callable[[Reckoned], tuple[int, int]],
        finish: int,
        own: int,
    ) -> int:
        tests = self.wishes_late(one)
        for after, link in links:
            tests.append(
                lambda begin, after=after, link=link: holds(
                    self.calendar,
                    link,
                    (begin, one.calendar.advance(begin, one.left)),
                    dates(after),
                )
            )
        if self.given.ends is Ends.NETWORK_FINISH:
            limit = None if self.is_dated(one) else finish
        else:
            limit = None if tests else own
        if limit is not None:
            tests.append(lambda begin: one.calendar.advance(begin, one.left) <= limit)
        tests.append(lambda begin: self.may_begin(one, begin))
        high = max(finish, self.given.start) + 5 * FAR
        return last_day(lambda begin: all(test(begin) for test in tests), high)

    def is_dated(self, one: Reckoned) -> bool:
        return bool(self.wishes_late(one)) or any(
            self.is_dated(after)
            for after, link in self.waiting_for(one.activity.id)
            if link.kind in {LinkKind.FS, LinkKind.FF}
        )

    def plan(self, logical: Mapping[str, tuple[int, int, int]]) -> None:
        finish = max(dates[2] for dates in logical.values())
        for id in reversed(self.order):
            one = self.all[id]
            one.planned = one.early
            if one.placed_late and not one.done:
                begin = self.latest(
                    one,
                    self.out_of(id),
                    lambda after: after.planned[0::2],
                    finish,
                    logical[id][2],
                )
                one.planned = self.placed(one, begin)

    def be_late(self) -> None:
        finish = max(one.early[2] for one in self.all.values())
        for id in reversed(self.order):
            one = self.all[id]
            if not one.done:
                begin = self.latest(
                    one,
                    self.waiting_for(id),
                    lambda after: after.late[1:],
                    finish,
                    one.early[2],
                )
                _, begin, over = self.placed(one, begin)
                one.late = one.early[0] + begin - one.early[1], begin, over
