"""The network of the whole programme, unfolded from the snapshot.

One milestone a wave, a trust and a date of the programme, and one instance of
the rollout template a municipality, tied to its wave by `go-live`. What leads to
go-live is counted back from the wave's day; go-live itself is held by a deadline
on that day and not pinned to it, so that its early date is the earliest that the
facts allow. Who has left before that has no steps, although the plan still has it in
a wave. Ids are dotted: `1516.option-exercised`, `wave.K13`, `trust.HNT`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from planning.activities import Activity, Constraint, ConstraintKind, Link
from planning.durations import ZERO, Duration
from planning.moulds import KINDS, mould_of
from planning.nodes import (
    GO_LIVE,
    WAVE_GO_LIVE,
    Node,
    Owner,
    activity_id,
    programme_id,
    trust_id,
    wave_id,
)
from planning.reports import read_report
from planning.rights.ways_out import released
from planning.snapshot import (
    ActivityKind,
    ExplicitDeadline,
    HealthTrust,
    Municipality,
    ProgrammeMilestone,
    Snapshot,
    TemplateActivity,
    Wave,
)

__all__ = [
    "GOVERNED_BY_LIMIT",
    "GO_LIVE",
    "KINDS",
    "LIMIT_KEYS",
    "WAVE_GO_LIVE",
    "Node",
    "Owner",
    "Rollout",
    "activity_id",
    "generate_activities",
    "programme_id",
    "trust_id",
    "wave_id",
]

LIMIT_KEYS = ("project-start", "preproject-limit", "withdrawal-limit", "option-limit")
GOVERNED_BY_LIMIT: Mapping[str, str] = {
    "preproject-agreed": "preproject-limit",
    "option-exercised": "option-limit",
}
"""What has to happen by which limit."""


@dataclass(frozen=True, slots=True)
class Rollout:
    """Activities and links of the programme, and what their ids mean."""

    activities: tuple[Activity, ...]
    links: tuple[Link, ...]
    nodes: Mapping[str, Node]


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
        self._reported = {report.municipality for report in snapshot.reports}
        self._limited = {deadline.municipality for deadline in snapshot.deadlines}
        self._released = released(snapshot)
        self._moulds = {
            holds: mould_of(
                plan.template, holds_option=holds, periods=snapshot.closed_periods
            )
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
        number = municipality.number
        if wave is None or reckoning is None or number in self._released:
            return
        cast = self._moulds[municipality.holds_option].cast(number, wave.code)
        self.nodes.update(cast.nodes)
        told = number in self._reported or number in self._limited
        self.activities.extend(
            self._step(number, step, plain, reckoning.day)
            if told or step.key == GO_LIVE
            else plain
            for step, plain in zip(cast.steps, cast.activities, strict=True)
        )
        self.links.extend(
            link
            for link, counted_from in zip(cast.links, cast.counted_from, strict=True)
            # A limit that is named beats the one that is counted from go-live.
            if not counted_from or self._explicit(number, counted_from) is None
        )

    def _step(
        self, number: str, step: TemplateActivity, plain: Activity, day: int
    ) -> Activity:
        """A step with its limit and what is reported of it."""
        explicit = self._explicit(number, step.key)
        deadline = None
        if step.key == GO_LIVE:
            deadline = day
        elif explicit is not None:
            # `day` is the last day allowed; work that fills it ends the day after.
            deadline = explicit.day + (0 if step.duration.is_zero else 1)
        report = self._reports.get((number, step.key))
        if deadline is None and report is None:
            return plain
        progress = read_report(report, step, self.snapshot.status_date)
        return replace(
            plain,
            deadline=deadline,
            actual_start=progress.start,
            actual_finish=progress.finish,
            remaining=progress.remaining,
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
