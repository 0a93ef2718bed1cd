"""Why a planned date is where it is: what sets it, and so on to a fact.

What is placed as late as possible is counted back from the planned dates of what
comes after it; all else follows the earliest dates that logic and reports allow,
which the status date alone does not move. So each step of a chain is on one of two
sides, and a chain may go from the first to the second, never back. Of several
things that set a date a chain takes the shortest way to a fact.
"""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from planning.durations import ZERO, Duration
from planning.evaluate import Evaluation
from planning.network import LinkKind
from planning.programme import before_all
from planning.progress import ANY_DAY, Standing, read_progress
from planning.rollout import GO_LIVE, GOVERNED_BY_LIMIT, Node, Owner, wave_id
from planning.schedule import logical_dates
from planning.steps import Dates, Task, earliest_begin, latest_begin


class Side(StrEnum):
    """Which dates of an activity are meant; they differ only before a go-live."""

    PLANNED = "planned"
    EARLIEST = "earliest"


class Reason(StrEnum):
    """How a date comes from another one, or from a fact."""

    COUNTED_BACK = "counted-back"
    FOLLOWS = "follows"
    FOLLOWS_WAVE = "follows-wave"
    FROM_EARLIEST = "from-earliest"
    FACT = "fact"


class FactKind(StrEnum):
    """What a chain ends in."""

    REPORTED_DONE = "reported-done"
    REPORTED_STARTED = "reported-started"
    REPORTED_NOT_DONE = "reported-not-done"
    NAMED_DAY = "named-day"
    WAVE_DATE = "wave-date"
    TRUST_ACTUAL = "trust-actual"
    MILESTONE = "milestone"
    NOTHING_BEFORE = "nothing-before"


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that somebody or a source says, of the date of a node.

    `key` is the limit that a named day was named for; else that of the node.
    """

    kind: FactKind
    id: str
    key: str


class At(NamedTuple):
    """An activity by its place in the network, on one of its sides."""

    position: int
    side: Side


@dataclass(frozen=True, slots=True)
class Cause:
    """One of the things that set a date: another date, or a fact."""

    reason: Reason
    neighbour: At | None = None
    kind: LinkKind = LinkKind.FS
    lag: Duration = ZERO
    fact: Fact | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChainLink:
    """A date, and what sets it: the next of the chain (`neighbour`) or a fact.

    `begin` is what is reckoned: the first day of what is left, and the start of all
    that is not under way. `left` is how long that takes.
    """

    id: str
    side: Side
    start: int
    finish: int
    begin: int
    left: Duration
    reason: Reason
    neighbour: str | None
    kind: LinkKind
    lag: Duration
    fact: Fact | None


@dataclass(frozen=True, slots=True)
class Explanation:
    """A chain from a date to a fact, and all facts that have a say in the date."""

    chain: tuple[ChainLink, ...]
    facts: tuple[Fact, ...]


class Explainer:
    """Explains the planned dates of one evaluation, one after the other."""

    def __init__(self, evaluation: Evaluation) -> None:
        self.evaluation = evaluation
        network, calendar = evaluation.network, evaluation.calendar
        snapshot = evaluation.snapshot
        works = read_progress(
            network.activities, calendar=calendar, status_date=snapshot.status_date
        )
        self.task = Task(network, works, calendar)
        self.earliest: Dates = logical_dates(
            network,
            calendar=calendar,
            start=before_all(snapshot),
            status_date=snapshot.status_date,
        )
        self.planned = self._planned_dates()
        self._named = {(it.municipality, it.activity) for it in snapshot.deadlines}
        self._wave_of = {at.municipality: at.wave for at in snapshot.plan.placements}

    def explain(self, id: str) -> Explanation:
        """Follow what sets the planned date of an activity to the first fact."""
        return self._explain(self.at(id))

    def explain_held(self, id: str) -> Explanation | None:
        """The same of its earliest date, where that is later than the planned one."""
        earliest = self.earliest_of(self.at(id).position)
        return self._explain(earliest) if self.days_held(earliest.position) else None

    def days_held(self, index: int) -> int:
        """How much later than planned an activity can begin; mostly none."""
        later = self.earliest.begins[index] - self.planned.begins[index]
        return max(later, 0) if self._is_counted_back(index) else 0

    def earliest_of(self, index: int) -> At:
        """The earliest date of an activity, which may be the planned one."""
        both = not self._is_counted_back(index)
        return At(index, Side.PLANNED if both else Side.EARLIEST)

    def _explain(self, first: At) -> Explanation:
        came_from: dict[At, tuple[At, Cause] | None] = {first: None}
        facts: list[Fact] = []
        end: tuple[At, Cause] | None = None
        waiting = deque([first])
        while waiting:
            at = waiting.popleft()
            for cause in self.causes(at):
                if cause.fact is not None:
                    facts.append(cause.fact)
                    end = end or (at, cause)
                elif cause.neighbour is not None and cause.neighbour not in came_from:
                    came_from[cause.neighbour] = at, cause
                    waiting.append(cause.neighbour)
        steps = []
        while end is not None:
            steps.append(self._chain_link(*end))
            end = came_from[end[0]]
        return Explanation(tuple(reversed(steps)), tuple(dict.fromkeys(facts)))

    def at(self, id: str) -> At:
        """The planned date of an activity."""
        return At(self.evaluation.network.index[id], Side.PLANNED)

    def node(self, index: int) -> Node:
        """What stands at a place of the network."""
        return self.evaluation.nodes[self.task.network.activities[index].id]

    def causes(self, at: At) -> Iterator[Cause]:
        """Everything that sets a date; each alone would put it on the same day."""
        if self.task.works[at.position].is_done:
            yield Cause(Reason.FACT, fact=self._done(at.position))
        elif at.side is Side.PLANNED and self._is_counted_back(at.position):
            yield from self._counted_back(at.position)
        else:
            yield from self._following(at.position)

    def dates(self, at: At) -> tuple[int, int, int]:
        """Start, begin of what is left and finish of a date."""
        is_planned = at.side is Side.PLANNED and self._is_counted_back(at.position)
        found, index = self.planned if is_planned else self.earliest, at.position
        return found.starts[index], found.begins[index], found.finishes[index]

    def _planned_dates(self) -> Dates:
        """What is counted back from: of work that is under way its actual start."""
        early = self.earliest
        dates = Dates(list(early.starts), list(early.starts), list(early.finishes))
        activities = self.evaluation.schedule.activities
        for index, activity in enumerate(self.task.network.activities):
            if self._is_counted_back(index):
                at = activities[activity.id]
                dates.starts[index] = dates.begins[index] = at.start
                dates.finishes[index] = at.finish
        return dates

    def _is_counted_back(self, index: int) -> bool:
        activity = self.task.network.activities[index]
        return activity.is_as_late_as_possible and self.task.works[index].start is None

    def _counted_back(self, index: int) -> Iterator[Cause]:
        task, begin = self.task, self.planned.begins[index]
        work, is_free = task.works[index], True
        if work.latest is not None and work.snap_down(work.latest) == begin:
            is_free = False
            yield (by_limit := self._by_own_limit(index))
            if by_limit.reason is Reason.FOLLOWS_WAVE:
                # What begins with go-live is on its day and does not hold it.
                return
        for link in task.network.successors[index]:
            bound = latest_begin(task, index, link, self.planned)
            if work.snap_down(bound) == begin:
                is_free = False
                neighbour = At(link.position, Side.PLANNED)
                yield Cause(Reason.COUNTED_BACK, neighbour, link.kind, link.lag)
        if is_free:
            yield Cause(Reason.FROM_EARLIEST, At(index, Side.EARLIEST))

    def _by_own_limit(self, index: int) -> Cause:
        """Go-live is held by its wave's day, any other step by a day named for it."""
        node = self.node(index)
        if node.key == GO_LIVE:
            wave = self.at(wave_id(str(self._wave_of[node.owner_id])))
            return Cause(Reason.FOLLOWS_WAVE, wave)
        is_own = (node.owner_id, node.key) in self._named
        key = node.key if is_own else GOVERNED_BY_LIMIT[node.key]
        return Cause(Reason.FACT, fact=Fact(FactKind.NAMED_DAY, node.id, key))

    def _following(self, index: int) -> Iterator[Cause]:
        task, begin = self.task, self.earliest.begins[index]
        work, is_free = task.works[index], True
        bound = max(work.floor, work.earliest)
        if bound != ANY_DAY and work.snap_up(bound) == begin:
            is_free = False
            yield Cause(Reason.FACT, fact=self._own_day(index))
        for link in task.network.predecessors[index]:
            bound = earliest_begin(task, index, link, self.earliest)
            if work.snap_up(bound) == begin:
                is_free = False
                before = self.earliest_of(link.position)
                yield Cause(Reason.FOLLOWS, before, link.kind, link.lag)
        if is_free:
            node = self.node(index)
            nothing = Fact(FactKind.NOTHING_BEFORE, node.id, node.key)
            yield Cause(Reason.FACT, fact=nothing)

    def _own_day(self, index: int) -> Fact:
        node, standing = self.node(index), self.task.works[index].standing
        kinds = {
            Standing.NOT_DONE: FactKind.REPORTED_NOT_DONE,
            Standing.UNDER_WAY: FactKind.REPORTED_STARTED,
        }
        return Fact(kinds.get(standing) or _dated(node), node.id, node.key)

    def _done(self, index: int) -> Fact:
        node = self.node(index)
        kind = _dated(node)
        if node.owner is Owner.MUNICIPALITY:
            kind = FactKind.REPORTED_DONE
        elif node.owner is Owner.TRUST:
            kind = FactKind.TRUST_ACTUAL
        return Fact(kind, node.id, node.key)

    def _chain_link(self, at: At, cause: Cause) -> ChainLink:
        start, begin, finish = self.dates(at)
        next_to = cause.neighbour
        return ChainLink(
            id=self.node(at.position).id,
            side=at.side,
            start=start,
            finish=finish,
            begin=begin,
            left=self.task.works[at.position].left,
            reason=cause.reason,
            neighbour=None if next_to is None else self.node(next_to.position).id,
            kind=cause.kind,
            lag=cause.lag,
            fact=cause.fact,
        )


def _dated(node: Node) -> FactKind:
    """What a date of its own is, of a wave or of the programme."""
    return FactKind.WAVE_DATE if node.owner is Owner.WAVE else FactKind.MILESTONE
