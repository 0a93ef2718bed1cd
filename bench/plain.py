"""The same passes written plainly over networkx: what the engine is compared with.

The graph is there already, as the compiled network is; both passes count on the
calendar, link by link. That the dates are the same is checked before it is timed.
"""

from collections.abc import Iterable

import networkx as nx

from planning.calendars import Calendar
from planning.network import (
    Activity,
    Constraint,
    ConstraintKind,
    Link,
    LinkKind,
)

NO_EARLIER = {
    ConstraintKind.START_NO_EARLIER_THAN,
    ConstraintKind.MUST_START_ON,
}
NO_LATER = {ConstraintKind.START_NO_LATER_THAN, ConstraintKind.MUST_START_ON}
FROM_FINISH, TO_FINISH = {LinkKind.FS, LinkKind.FF}, {LinkKind.FF, LinkKind.SF}


class PlainGraph:
    """A network as a graph of networkx, and its passes."""

    def __init__(
        self,
        activities: Iterable[Activity],
        links: Iterable[Link],
        calendar: Calendar,
        start: int,
    ) -> None:
        self.calendar, self.start = calendar, start
        self.graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
        for activity in activities:
            self.graph.add_node(activity.id, activity=activity)
        for link in links:
            self.graph.add_edge(link.predecessor, link.successor, link=link)
        self.order = list(nx.topological_sort(self.graph))

    def passes(self) -> tuple[dict[str, tuple[int, int]], dict[str, tuple[int, int]]]:
        """Early and late dates; an end is bounded by its own early finish."""
        early: dict[str, tuple[int, int]] = {}
        for id in self.order:
            early[id] = self._early(id, early)
        late: dict[str, tuple[int, int]] = {}
        for id in reversed(self.order):
            late[id] = self._late(id, early, late)
        return early, late

    def _early(self, id: str, early: dict[str, tuple[int, int]]) -> tuple[int, int]:
        calendar = self.calendar
        activity: Activity = self.graph.nodes[id]["activity"]
        days = []
        link: Link
        for before, _after, link in self.graph.in_edges(id, data="link"):
            day = early[before][link.kind in FROM_FINISH]
            day = calendar.advance(day, link.lag)
            if link.kind in TO_FINISH:
                day = calendar.retreat(day - 1, activity.duration) + 1
            days.append(day)
        begin = max(days, default=self.start)
        wish = activity.constraint
        if wish is not None and wish.kind in NO_EARLIER:
            begin = max(begin, day_of(wish))
        if snaps(activity):
            begin = calendar.snap_up(begin)
        return begin, calendar.advance(begin, activity.duration)

    def _late(
        self,
        id: str,
        early: dict[str, tuple[int, int]],
        late: dict[str, tuple[int, int]],
    ) -> tuple[int, int]:
        calendar = self.calendar
        activity: Activity = self.graph.nodes[id]["activity"]
        days = []
        if activity.deadline is not None:
            days.append(calendar.retreat(activity.deadline, activity.duration))
        wish = activity.constraint
        if wish is not None and wish.kind in NO_LATER:
            days.append(day_of(wish))
        link: Link
        for _before, after, link in self.graph.out_edges(id, data="link"):
            day = calendar.retreat(late[after][link.kind in TO_FINISH], link.lag)
            if link.kind in FROM_FINISH:
                day = calendar.retreat(day, activity.duration)
            days.append(day)
        if not days:
            days.append(calendar.retreat(early[id][1], activity.duration))
        begin = min(days)
        if snaps(activity):
            begin = calendar.snap_down(begin)
        return begin, calendar.advance(begin, activity.duration)


def snaps(activity: Activity) -> bool:
    """Whether it begins on a working day only."""
    return activity.duration.unit == "wd" and not activity.is_milestone


def day_of(wish: Constraint) -> int:
    """The day of a constraint that has one."""
    return wish.day or 0
