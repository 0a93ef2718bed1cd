"""The network of the whole programme, unfolded from the snapshot.

One milestone a wave, a trust and a date of the programme, and one instance of
the rollout template a municipality, tied to its wave by `go-live`. What leads to
go-live is counted back from the wave's day; go-live itself is held by a deadline
on that day and not pinned to it, so that its early date is the earliest that the
facts allow. Ids are dotted: `1516.option-exercised`, `wave.K13`, `trust.HNT`.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from planning.durations import ZERO, Duration
from planning.network import Activity, Constraint, ConstraintKind, Link, LinkKind
from planning.reports import read_report
from planning.snapshot import (
    ActivityKind,
    ExplicitDeadline,
    HealthTrust,
    Municipality,
    Placing,
    ProgrammeMilestone,
    Snapshot,
    Template,
    TemplateActivity,
    Wave,
)
from planning.template import GoLives, complete_template

GO_LIVE = "go-live"
WAVE_GO_LIVE = "wave-go-live"
LIMIT_KEYS = ("project-start", "preproject-limit", "withdrawal-limit", "option-limit")
GOVERNED_BY_LIMIT: Mapping[str, str] = {
    "preproject-agreed": "preproject-limit",
    "option-exercised": "option-limit",
}
"""What has to happen by which limit."""

# Looking a kind up by its letters is quick, asking the enumeration is not.
KINDS: Mapping[str, LinkKind] = {kind.value: kind for kind in LinkKind}

AS_LATE_AS_POSSIBLE = Constraint(kind=ConstraintKind.AS_LATE_AS_POSSIBLE)


class Owner(StrEnum):
    """Whose date it is."""

    PROGRAMME = "programme"
    WAVE = "wave"
    TRUST = "trust"
    MUNICIPALITY = "municipality"


@dataclass(frozen=True, slots=True)
class Node:
    """What an id of the network stands for."""

    id: str
    owner: Owner
    owner_id: str
    key: str
    kind: ActivityKind


@dataclass(frozen=True, slots=True)
class Rollout:
    """Activities and links of the programme, and what their ids mean."""

    activities: tuple[Activity, ...]
    links: tuple[Link, ...]
    nodes: Mapping[str, Node]


def wave_id(code: str) -> str:
    """The id of a wave's go-live milestone."""
    return f"{Owner.WAVE}.{code}"


def trust_id(code: str) -> str:
    """The id of a trust's go-live milestone."""
    return f"{Owner.TRUST}.{code}"


def programme_id(key: str) -> str:
    """The id of a date of the programme itself."""
    return f"{Owner.PROGRAMME}.{key}"


def activity_id(municipality: str, key: str) -> str:
    """The id of one template activity of one municipality."""
    return f"{municipality}.{key}"


def generate_activities(snapshot: Snapshot) -> Rollout:
    """Unfold the plan; what has no date of its own wave is not in the network."""
    builder = _Builder(snapshot)
    for milestone in snapshot.plan.milestones:
        builder.add_milestone(milestone)
    for wave in snapshot.plan.waves:
        builder.add_wave(wave)
    for trust in snapshot.trusts:
        builder.add_trust(trust)
    for municipality in snapshot.municipalities:
        builder.add_municipality(municipality)
    return Rollout(tuple(builder.activities), tuple(builder.links), builder.nodes)


class _Builder:
    """Collects the network while the snapshot is walked through once."""

    def __init__(self, snapshot: Snapshot) -> None:
        self.snapshot = snapshot
        self.activities: list[Activity] = []
        self.links: list[Link] = []
        self.nodes: dict[str, Node] = {}
        plan = snapshot.plan
        self._waves = {wave.code: wave for wave in plan.waves}
        self._wave_of = {at.municipality: at.wave for at in plan.placements}
        self._reports = {
            (report.municipality, report.activity): report
            for report in snapshot.reports
        }
        self._deadlines = {
            (deadline.municipality, deadline.activity): deadline
            for deadline in snapshot.deadlines
        }
        self._milestones = {milestone.key for milestone in plan.milestones}
        go_lives = GoLives(GO_LIVE, WAVE_GO_LIVE)
        self._templates = {
            holds: complete_template(plan.template, go_lives, holds_option=holds)
            for holds in (True, False)
        }

    def _add(self, node: Node, activity: Activity) -> None:
        self.nodes[node.id] = node
        self.activities.append(activity)

    def add_milestone(self, milestone: ProgrammeMilestone) -> None:
        """A date of the programme: what is done is a fact, the rest is pinned."""
        id = programme_id(milestone.key)
        window = milestone.window
        kind = ActivityKind.PHASE if milestone.is_phase else ActivityKind.MILESTONE
        days = window.end - window.start if milestone.is_phase else 0
        finish = window.start + days
        pinned = Constraint(kind=ConstraintKind.START_NO_EARLIER_THAN, day=window.start)
        self._add(
            Node(id, Owner.PROGRAMME, "", milestone.key, kind),
            Activity(
                id=id,
                duration=Duration(days),
                constraint=None if milestone.is_done else pinned,
                actual_start=window.start if milestone.is_done else None,
                actual_finish=finish if milestone.is_done else None,
            ),
        )
        if milestone.after in self._milestones:
            before = programme_id(milestone.after)
            self.links.append(Link(predecessor=before, successor=id))

    def add_wave(self, wave: Wave) -> None:
        """The wave's own milestone, on the day that the plan reckons with."""
        reckoning = wave.reckoning
        if reckoning is None:
            return
        id = wave_id(wave.code)
        day = reckoning.day
        pinned = Constraint(kind=ConstraintKind.MUST_START_ON, day=day)
        self._add(
            Node(id, Owner.WAVE, wave.code, GO_LIVE, ActivityKind.MILESTONE),
            Activity(
                id=id,
                duration=ZERO,
                constraint=None if wave.is_live else pinned,
                actual_start=day if wave.is_live else None,
                actual_finish=day if wave.is_live else None,
                is_target=True,
            ),
        )

    def add_trust(self, trust: HealthTrust) -> None:
        """A trust goes live with its wave, or did."""
        day = None if trust.actual is None else trust.actual.start
        if day is None and not self._is_dated(trust.wave):
            return
        id = trust_id(trust.code)
        self._add(
            Node(id, Owner.TRUST, trust.code, GO_LIVE, ActivityKind.MILESTONE),
            Activity(
                id=id,
                duration=ZERO,
                actual_start=day,
                actual_finish=day,
                is_target=True,
            ),
        )
        if trust.wave is not None and self._is_dated(trust.wave):
            self.links.append(Link(predecessor=wave_id(trust.wave), successor=id))

    def _is_dated(self, code: str | None) -> bool:
        wave = self._waves.get(code) if code is not None else None
        return wave is not None and wave.reckoning is not None

    def add_municipality(self, municipality: Municipality) -> None:
        """One instance of the template, held by the wave's day."""
        code = self._wave_of.get(municipality.number)
        wave = self._waves.get(code) if code is not None else None
        reckoning = None if wave is None else wave.reckoning
        if wave is None or reckoning is None:
            return
        template = self._templates[municipality.holds_option]
        for step in template.activities:
            self._add_step(municipality.number, step, reckoning.day)
        self.links.extend(self._links(municipality.number, wave, template))

    def _add_step(self, number: str, step: TemplateActivity, day: int) -> None:
        id = activity_id(number, step.key)
        explicit = self._explicit(number, step.key)
        deadline = None
        if step.key == GO_LIVE:
            deadline = day
        elif explicit is not None:
            # `day` is the last day allowed; work that fills it ends the day after.
            deadline = explicit.day + (0 if step.duration.is_zero else 1)
        report = self._reports.get((number, step.key))
        progress = read_report(report, step, self.snapshot.status_date)
        late = step.placing is Placing.AS_LATE_AS_POSSIBLE
        self._add(
            Node(id, Owner.MUNICIPALITY, number, step.key, step.kind),
            Activity(
                id=id,
                duration=step.duration,
                constraint=AS_LATE_AS_POSSIBLE if late else None,
                deadline=deadline,
                actual_start=progress.start,
                actual_finish=progress.finish,
                remaining=progress.remaining,
                is_target=step.key == GO_LIVE,
            ),
        )

    def _explicit(self, number: str, key: str) -> ExplicitDeadline | None:
        """The named limit of a step, its own or the one that governs it."""
        if not self._deadlines:
            return None
        own = self._deadlines.get((number, key))
        if own is not None:
            return own
        limit = GOVERNED_BY_LIMIT.get(key)
        return None if limit is None else self._deadlines.get((number, limit))

    def _links(self, number: str, wave: Wave, template: Template) -> Iterator[Link]:
        for link in template.links:
            # A limit that is named beats the one that is counted from go-live.
            counted = link.successor == GO_LIVE and link.lag.amount > 0
            if counted and self._explicit(number, link.predecessor) is not None:
                continue
            yield Link(
                predecessor=(
                    wave_id(wave.code)
                    if link.predecessor == WAVE_GO_LIVE
                    else activity_id(number, link.predecessor)
                ),
                successor=activity_id(number, link.successor),
                kind=KINDS[link.kind],
                lag=link.lag,
            )
