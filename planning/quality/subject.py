"""What the checks look at: steps and links once each, and every date ahead.

What is done is left out, and what lies behind in a municipality that is live. Of a
programme the template stands for all municipalities; of a network by itself each
activity stands for itself. A limit is a day on the calendar: it waits for nothing,
and nothing waits for it but by a rule. A phase of the programme is a frame.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from planning.calendars import Calendar
from planning.circumstances import ClosedPeriod
from planning.durations import ZERO, Duration
from planning.network import Activity, Constraint, Link, LinkKind
from planning.rollout import (
    GO_LIVE,
    LIMIT_KEYS,
    WAVE_GO_LIVE,
    Node,
    Owner,
    activity_id,
    programme_id,
    wave_id,
)
from planning.schedule import Schedule, ScheduledActivity
from planning.snapshot import ActivityKind, Snapshot


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A step of the template, a date of the programme or an activity by itself.

    `ids` are its dates that are ahead.
    """

    key: str
    duration: Duration
    ids: tuple[str, ...]
    constraint: Constraint | None = None
    is_sourced: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """A link, once for all municipalities, with the dates that wait by it."""

    predecessor: str
    successor: str
    kind: LinkKind
    lag: Duration
    ids: tuple[str, ...]
    is_of_limit: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """A date that is ahead; `shared_float` is what its go-live has of it too.

    A gate is a vote, an agreement or another milestone up to go-live, known to the
    day.
    """

    key: str
    at: ScheduledActivity
    shared_float: int = 0
    is_gate: bool = False
    is_go_live: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SetDate:
    """A date that may be set by hand, and whether it is."""

    key: str
    id: str
    is_by_hand: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """A go-live with the last day on which it was decided to be."""

    id: str
    decided: int
    planned: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """All that the checks look at; `today` is the status date, where there is one.

    A network by itself says nothing of where its durations come from.
    """

    calendar: Calendar
    today: int | None
    steps: tuple[Step, ...]
    ties: tuple[Tie, ...]
    dates: tuple[Dated, ...]
    set_dates: tuple[SetDate, ...] = ()
    promises: tuple[Promise, ...] = ()
    closed_periods: tuple[ClosedPeriod, ...] = ()
    has_sources: bool = False


def network_subject(
    activities: Iterable[Activity],
    links: Iterable[Link],
    schedule: Schedule,
    *,
    calendar: Calendar,
    today: int | None = None,
) -> Subject:
    """What there is to look at in a network that stands by itself."""
    ahead = {
        each.id: each for each in activities if not schedule.activities[each.id].done
    }
    return Subject(
        calendar=calendar,
        today=today,
        steps=tuple(
            Step(
                key=id,
                duration=each.duration,
                ids=(id,),
                constraint=each.constraint,
            )
            for id, each in ahead.items()
        ),
        ties=tuple(
            Tie(
                predecessor=link.predecessor,
                successor=link.successor,
                kind=link.kind,
                lag=link.lag,
                ids=(link.successor,),
            )
            for link in links
            if link.successor in ahead
        ),
        dates=tuple(
            Dated(key=id, at=schedule.activities[id], is_gate=each.is_milestone)
            for id, each in ahead.items()
        ),
    )


def programme_subject(
    snapshot: Snapshot,
    nodes: Mapping[str, Node],
    activities: Sequence[Activity],
    schedule: Schedule,
    *,
    calendar: Calendar,
) -> Subject:
    """What there is to look at in the plan of the programme."""
    survey = _Survey(snapshot, nodes, schedule)
    constraints = {each.id: each.constraint for each in activities}
    return Subject(
        calendar=calendar,
        today=snapshot.status_date,
        steps=tuple(survey.steps(constraints)),
        ties=tuple(survey.ties()),
        dates=tuple(survey.dates()),
        set_dates=tuple(survey.set_dates()),
        promises=tuple(survey.promises()),
        closed_periods=snapshot.closed_periods,
        has_sources=True,
    )


class _Survey:
    """Walks through a plan, and knows what of it is ahead."""

    def __init__(
        self, snapshot: Snapshot, nodes: Mapping[str, Node], schedule: Schedule
    ) -> None:
        self._snapshot = snapshot
        self._nodes = nodes
        self._at = schedule.activities
        self._ahead: dict[str, list[str]] = {}
        for id, node in nodes.items():
            if self._is_ahead(id, node):
                self._ahead.setdefault(_key(node), []).append(id)
        self._days = {
            programme_id(milestone.key)
            for milestone in snapshot.plan.milestones
            if milestone.window.is_day
        }
        self._limits = {
            step.key
            for step in snapshot.plan.template.activities
            if step.kind is ActivityKind.LIMIT
        }

    def _is_ahead(self, id: str, node: Node) -> bool:
        at = self._at[id]
        if at.done or node.owner in (Owner.WAVE, Owner.TRUST):
            return False
        if node.owner is Owner.PROGRAMME:
            return node.kind is not ActivityKind.PHASE
        go_live = self._at.get(activity_id(node.owner_id, GO_LIVE))
        is_live = go_live is not None and go_live.done
        return not is_live or at.start > self._snapshot.status_date

    def steps(self, pinned: Mapping[str, Constraint | None]) -> Iterator[Step]:
        plan = self._snapshot.plan
        for step in plan.template.activities:
            ids = tuple(self._ahead.get(step.key, ()))
            if ids and step.key not in self._limits:
                yield Step(
                    key=step.key,
                    duration=step.duration,
                    ids=ids,
                    is_sourced=step.is_sourced,
                )
        for milestone in plan.milestones:
            id = programme_id(milestone.key)
            if id in self._ahead:
                yield Step(key=id, duration=ZERO, ids=(id,), constraint=pinned[id])

    def ties(self) -> Iterator[Tie]:
        plan = self._snapshot.plan
        keys = {step.key for step in plan.template.activities} | {WAVE_GO_LIVE}
        for link in plan.template.links:
            ids = tuple(self._ahead.get(link.successor, ()))
            if ids and link.predecessor in keys:
                yield Tie(
                    predecessor=link.predecessor,
                    successor=link.successor,
                    kind=LinkKind(link.kind),
                    lag=link.lag,
                    ids=ids,
                    is_of_limit=link.predecessor in self._limits,
                )
        known = {milestone.key for milestone in plan.milestones}
        for milestone in plan.milestones:
            id = programme_id(milestone.key)
            if id in self._ahead and milestone.after in known:
                yield Tie(
                    predecessor=programme_id(milestone.after or ""),
                    successor=id,
                    kind=LinkKind.FS,
                    lag=ZERO,
                    ids=(id,),
                )

    def dates(self) -> Iterator[Dated]:
        for key, ids in self._ahead.items():
            if key in self._limits:
                continue
            for id in ids:
                node, at = self._nodes[id], self._at[id]
                goal = self._at.get(activity_id(node.owner_id, GO_LIVE))
                is_gate = node.kind is ActivityKind.MILESTONE and (
                    id in self._days if goal is None else at.start <= goal.start
                )
                yield Dated(
                    key=key,
                    at=at,
                    shared_float=0 if goal is None else max(0, goal.total_float),
                    is_gate=is_gate,
                    is_go_live=node.key == GO_LIVE,
                )

    def set_dates(self) -> Iterator[SetDate]:
        for wave in self._snapshot.plan.waves:
            if wave.reckoning is not None and not wave.is_live:
                id = wave_id(wave.code)
                yield SetDate(key=id, id=id, is_by_hand=wave.set_day is not None)
        by_hand = {(it.municipality, it.activity) for it in self._snapshot.deadlines}
        for key in LIMIT_KEYS:
            for id in self._ahead.get(key, ()):
                number = self._nodes[id].owner_id
                if self._at[id].start > self._snapshot.status_date:
                    is_by_hand = (number, key) in by_hand
                    yield SetDate(key=key, id=id, is_by_hand=is_by_hand)

    def promises(self) -> Iterator[Promise]:
        plan = self._snapshot.plan
        # A decided window is kept by each of its days.
        decided = {
            it.window.start: it.window.last
            for it in plan.waves
            if it.window is not None and not it.is_entered
        }
        for placement in plan.placements:
            id = activity_id(placement.municipality, GO_LIVE)
            at, day = self._at.get(id), placement.decided_day
            if day is not None and at is not None and not at.done:
                last = decided.get(day, day)
                yield Promise(id=id, decided=last, planned=at.start)


def _key(node: Node) -> str:
    """What makes it the same thing in every municipality."""
    return node.key if node.owner is Owner.MUNICIPALITY else node.id
