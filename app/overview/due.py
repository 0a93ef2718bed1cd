"""What is due next: limits and milestones by date, whoever they belong to.

Municipalities of one wave that have the same things on the same day stand together.
What is reported done, and a limit for what is done, is due no more.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from flask_babel import gettext as _
from flask_babel import ngettext

from app.filters import long_date, weekday
from app.store.names import Names
from planning.evaluate import Evaluation
from planning.rollout import (
    GO_LIVE,
    GOVERNED_BY_LIMIT,
    Node,
    Owner,
    activity_id,
)
from planning.schedule import ScheduledActivity
from planning.snapshot import ActivityKind

RANGES = (30, 90, 180)
DEFAULT_RANGE = 90
GOVERNS: Mapping[str, str] = {limit: key for key, limit in GOVERNED_BY_LIMIT.items()}
WITHOUT_WAVE = ""


@dataclass(frozen=True, slots=True)
class DueStep:
    """What is due; a limit is the last day for something else."""

    name: str
    is_limit: bool


@dataclass(frozen=True, slots=True)
class DueMember:
    """A municipality for which it is due."""

    number: str
    name: str


@dataclass(frozen=True, slots=True)
class DueItem:
    """Some steps that are due for a wave and those of its municipalities."""

    wave: str
    sequence: int
    steps: tuple[DueStep, ...]
    members: tuple[DueMember, ...]
    count: str


@dataclass(frozen=True, slots=True)
class DueDay:
    """All that is due on one day."""

    day: str
    weekday: str
    countdown: str
    items: tuple[DueItem, ...]


@dataclass(frozen=True, slots=True)
class RangeChoice:
    """How far ahead is looked."""

    days: int
    label: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class DuePart:
    """What is due within the range that was chosen, day by day."""

    ranges: tuple[RangeChoice, ...]
    days: tuple[DueDay, ...]
    nothing: str


def read_range(typed: str) -> int:
    """Read how far ahead the address asks to look."""
    return next((days for days in RANGES if str(days) == typed), DEFAULT_RANGE)


def due_part(evaluation: Evaluation, names: Names, days: int) -> DuePart:
    """Tell what is due from the status date on."""
    return DuePart(
        ranges=tuple(
            RangeChoice(it, _("%(days)s days", days=it), it == days) for it in RANGES
        ),
        days=tuple(_due_days(evaluation, names, days)),
        nothing=_("Nothing is due in the next %(days)s days.", days=days),
    )


def _due_days(evaluation: Evaluation, names: Names, days: int) -> Iterator[DueDay]:
    today = evaluation.snapshot.status_date
    found = [
        (at.start, node)
        for node, at in _due_nodes(evaluation)
        if today <= at.start <= today + days
    ]
    found.sort(key=lambda it: it[0])
    for day, nodes in groupby(found, key=lambda it: it[0]):
        items = _Items(evaluation, names).of([node for _day, node in nodes])
        yield DueDay(long_date(day), weekday(day), countdown(day - today), items)


def _due_nodes(evaluation: Evaluation) -> Iterator[tuple[Node, ScheduledActivity]]:
    """Limits and milestones that nobody has reported done."""
    activities = evaluation.schedule.activities
    for node in evaluation.nodes.values():
        if node.kind not in {ActivityKind.LIMIT, ActivityKind.MILESTONE}:
            continue
        at = activities[node.id]
        # A municipality goes live with its wave, which stands there for all.
        is_own_go_live = node.owner is Owner.MUNICIPALITY and node.key == GO_LIVE
        if at.done or is_own_go_live or _is_met(evaluation, node):
            continue
        yield node, at


def _is_met(evaluation: Evaluation, node: Node) -> bool:
    """Whether what a limit is there for has been done."""
    key = GOVERNS.get(node.key)
    if key is None or node.owner is not Owner.MUNICIPALITY:
        return False
    at = evaluation.schedule.activities.get(activity_id(node.owner_id, key))
    return at is not None and at.done


class _Items:
    """Puts the nodes of one day together by wave and by who is concerned."""

    def __init__(self, evaluation: Evaluation, names: Names) -> None:
        plan = evaluation.snapshot.plan
        self._names = names
        self._wave_of = {at.municipality: at.wave for at in plan.placements}
        self._sequence = {wave.code: wave.sequence for wave in plan.waves}

    def of(self, nodes: list[Node]) -> tuple[DueItem, ...]:
        by_step: dict[tuple[str, DueStep], list[str]] = {}
        for node in nodes:
            numbers = by_step.setdefault((self._wave(node), self._step(node)), [])
            if node.owner is Owner.MUNICIPALITY:
                numbers.append(node.owner_id)
        by_members: dict[tuple[str, tuple[str, ...]], list[DueStep]] = {}
        for (wave, step), numbers in by_step.items():
            by_members.setdefault((wave, tuple(numbers)), []).append(step)
        items = (
            self._item(wave, members, steps)
            for (wave, members), steps in by_members.items()
        )
        return tuple(sorted(items, key=lambda it: (it.sequence, bool(it.members))))

    def _wave(self, node: Node) -> str:
        if node.owner is Owner.WAVE:
            return node.owner_id
        if node.owner is Owner.MUNICIPALITY:
            return self._wave_of.get(node.owner_id) or WITHOUT_WAVE
        return WITHOUT_WAVE

    def _step(self, node: Node) -> DueStep:
        if node.owner is Owner.MUNICIPALITY:
            name = self._names.activity(node.key)
        elif node.owner is Owner.WAVE:
            name = _("The wave goes live")
        elif node.owner is Owner.TRUST:
            name = _("%(trust)s goes live", trust=self._names.trust(node.owner_id))
        else:
            name = self._names.node(node.id)
        return DueStep(name, node.kind is ActivityKind.LIMIT)

    def _item(
        self, wave: str, numbers: tuple[str, ...], steps: list[DueStep]
    ) -> DueItem:
        count = len(numbers)
        return DueItem(
            wave=wave,
            sequence=self._sequence.get(wave, 0),
            steps=tuple(steps),
            members=tuple(
                DueMember(number, self._names.municipality(number))
                for number in numbers
            ),
            count=ngettext("%(num)s municipality", "%(num)s municipalities", count)
            if count
            else "",
        )


def countdown(days: int) -> str:
    """Say how far off a day is."""
    if days == 0:
        return _("on the status date")
    return str(ngettext("in %(num)s day", "in %(num)s days", days))
