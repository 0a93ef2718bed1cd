"""What is due on one day, put together by wave and by who is concerned."""

from dataclasses import dataclass

from flask_babel import gettext as _
from flask_babel import ngettext

from app.assumed import AssumedDates
from app.filters import long_date
from app.go_live import wave_go_live
from app.how_dated import How, HowDated
from app.store.names import Names
from app.store.sorting import sort_key
from planning.evaluate import Evaluation
from planning.rollout import Node, Owner
from planning.schedule import ScheduledActivity
from planning.snapshot import ActivityKind, Because, Window

WITHOUT_WAVE = ""


@dataclass(frozen=True, slots=True)
class DueStep:
    """What is due; a limit is the last day for something else.

    `late` is when it should have been, where it can't come when it was planned.
    `key` is the last part of its id, and all of it where no municipality is named.
    """

    key: str
    name: str
    late: str
    is_limit: bool
    is_assumed: bool
    how: How


@dataclass(frozen=True, slots=True)
class DueMember:
    """A municipality for which it is due."""

    number: str
    name: str


@dataclass(frozen=True, slots=True)
class DueItem:
    """Some steps that are due for a wave and those of its municipalities.

    `counted` says that the days are counted from the first day of a window.
    """

    wave: str
    sequence: int
    owner: str
    counted: str
    steps: tuple[DueStep, ...]
    members: tuple[DueMember, ...]
    count: str


def is_held_back(node: Node, at: ScheduledActivity) -> bool:
    """Whether a step can come only after its planned day; a limit just passes."""
    return (
        node.kind is not ActivityKind.LIMIT
        and not at.done
        and at.early_start > at.start
    )


class DueItems:
    """Puts the nodes of one day together by wave and by who is concerned."""

    def __init__(
        self,
        evaluation: Evaluation,
        names: Names,
        gp_keys: frozenset[str],
        assumed: AssumedDates,
    ) -> None:
        plan = evaluation.snapshot.plan
        self._names = names
        self._gp_keys = gp_keys
        self._wave_of = {at.municipality: at.wave for at in plan.placements}
        self._wave_of |= {it.code: it.wave for it in evaluation.snapshot.trusts}
        self._waves = {wave.code: wave for wave in plan.waves}
        self._windows = {it.key: it.window for it in plan.milestones}
        self._activities = evaluation.schedule.activities
        self._assumed = assumed
        self._how = HowDated(evaluation)

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

    def window(self, node: Node) -> Window | None:
        """The window in which it comes, where no day is known."""
        found = None
        if node.owner is Owner.PROGRAMME:
            found = self._windows[node.key]
        elif node.owner is Owner.WAVE and self._is_in_window(node.owner_id):
            found = self._waves[node.owner_id].window
        return None if found is None or found.is_day else found

    def _is_in_window(self, code: str) -> bool:
        reckoning = self._waves[code].reckoning if code else None
        return (
            reckoning is not None and reckoning.because is Because.FIRST_DAY_OF_WINDOW
        )

    def _step(self, node: Node) -> DueStep:
        at = self._activities[node.id]
        late = ""
        if is_held_back(node, at):
            late = _("planned for %(day)s", day=long_date(at.start))
        return DueStep(
            node.key if node.owner is Owner.MUNICIPALITY else node.id,
            self._name(node),
            late,
            node.kind is ActivityKind.LIMIT,
            self._assumed.has(node.id),
            # What can't hold its planned day stands with the one that was reckoned.
            How.COMPUTED if late else self._how.of(node.id),
        )

    def _name(self, node: Node) -> str:
        match node.owner:
            case Owner.MUNICIPALITY:
                return self._names.activity(node.key)
            case Owner.WAVE:
                return _("The wave goes live")
            case Owner.TRUST:
                trust = self._names.trust(node.owner_id)
                return _("%(trust)s goes live", trust=trust)
            case Owner.PROGRAMME:
                return self._programme_name(node.key)

    def _counted(self, wave: str, numbers: tuple[str, ...]) -> str:
        """Say from what day is counted, where a wave has a window and no day."""
        if not numbers or not self._is_in_window(wave):
            return ""
        return _(
            "counted from the first day of the window %(window)s",
            window=wave_go_live(self._waves[wave]).shown,
        )

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
            counted=self._counted(wave, numbers),
            steps=tuple(steps),
            members=tuple(
                DueMember(number, self._names.municipality(number))
                for number in sorted(numbers, key=self._by_name)
            ),
            count=ngettext("%(num)s municipality", "%(num)s municipalities", count)
            if count
            else "",
        )
