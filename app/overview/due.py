"""What is due next: limits and milestones by date, whoever they belong to.

Municipalities of one wave that have the same things on the same day stand together.
What is reported done, and a limit for what is done, is due no more.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from flask_babel import gettext as _
from flask_babel import ngettext

from app.filters import long_date, weekday, window
from app.go_live import wave_go_live
from app.store.names import Names
from app.store.sorting import sort_key
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
DEFAULT_RANGE = 180
GOVERNS: Mapping[str, str] = {limit: key for key, limit in GOVERNED_BY_LIMIT.items()}
WITHOUT_WAVE = ""


@dataclass(frozen=True, slots=True)
class DueStep:
    """What is due; a limit is the last day for something else.

    `told` is the date as it is known, where that is no day.
    """

    name: str
    told: str
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
    owner: str
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


def due_part(
    evaluation: Evaluation, names: Names, days: int, *, gp_keys: frozenset[str]
) -> DuePart:
    """Tell what is due from the status date on.

    `gp_keys` are the dates of the programme that concern GP offices alone.
    """
    items = _Items(evaluation, names, gp_keys)
    return DuePart(
        ranges=tuple(
            RangeChoice(it, _("%(days)s days", days=it), it == days) for it in RANGES
        ),
        days=tuple(_due_days(evaluation, items, days)),
        nothing=_("Nothing is due in the next %(days)s days.", days=days),
    )


def _due_days(evaluation: Evaluation, items: "_Items", days: int) -> Iterator[DueDay]:
    today = evaluation.snapshot.status_date
    found = [
        (at.start, node)
        for node, at in _due_nodes(evaluation)
        if today <= at.start <= today + days
    ]
    found.sort(key=lambda it: it[0])
    for day, nodes in groupby(found, key=lambda it: it[0]):
        told = items.of([node for _day, node in nodes])
        yield DueDay(long_date(day), weekday(day), countdown(day - today), told)


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

    def __init__(
        self, evaluation: Evaluation, names: Names, gp_keys: frozenset[str]
    ) -> None:
        plan = evaluation.snapshot.plan
        self._names = names
        self._gp_keys = gp_keys
        self._wave_of = {at.municipality: at.wave for at in plan.placements}
        self._wave_of |= {it.code: it.wave for it in evaluation.snapshot.trusts}
        self._waves = {wave.code: wave for wave in plan.waves}
        self._windows = {it.key: it.window for it in plan.milestones}

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
        return self._wave_of.get(node.owner_id) or WITHOUT_WAVE

    def _step(self, node: Node) -> DueStep:
        is_limit = node.kind is ActivityKind.LIMIT
        match node.owner:
            case Owner.MUNICIPALITY:
                return DueStep(self._names.activity(node.key), "", is_limit)
            case Owner.WAVE:
                reckoning = self._waves[node.owner_id].reckoning
                is_day = reckoning is None or reckoning.day == reckoning.cost_day
                told = "" if is_day else wave_go_live(self._waves[node.owner_id]).shown
                return DueStep(_("The wave goes live"), told, is_limit)
            case Owner.TRUST:
                trust = self._names.trust(node.owner_id)
                return DueStep(_("%(trust)s goes live", trust=trust), "", is_limit)
            case Owner.PROGRAMME:
                dated = self._windows[node.key]
                told = "" if dated.is_day else window(dated)
                return DueStep(self._programme_name(node.key), told, is_limit)

    def _by_name(self, number: str) -> str:
        return sort_key(self._names.municipality(number))

    def _programme_name(self, key: str) -> str:
        name = self._names.milestone(key)
        return _("GP offices: %(step)s", step=name) if key in self._gp_keys else name

    def _item(
        self, wave: str, numbers: tuple[str, ...], steps: list[DueStep]
    ) -> DueItem:
        count = len(numbers)
        return DueItem(
            wave=wave,
            sequence=self._waves[wave].sequence if wave else 0,
            owner="" if wave else _("Programme"),
            steps=tuple(steps),
            members=tuple(
                DueMember(number, self._names.municipality(number))
                for number in sorted(numbers, key=self._by_name)
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
