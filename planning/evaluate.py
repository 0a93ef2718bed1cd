"""The stages in a row: snapshot, schedule, margins, conflicts, projections."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from planning.calendars import Calendar, norway
from planning.conflicts import Conflict, Margin, find_conflicts
from planning.finance.projection import Projection
from planning.finance.projections import project_programme
from planning.network import Network
from planning.programme import schedule_programme
from planning.rollout import GO_LIVE, LIMIT_KEYS, Node, Owner, activity_id
from planning.schedule import Schedule, ScheduledActivity
from planning.snapshot import ActivityKind, Reckoning, Snapshot


@dataclass(frozen=True, slots=True)
class Limit:
    """A limit of one municipality: the day that holds, and the one derived.

    They differ where an agreement or a letter names another day; the named day
    holds and both are shown.
    """

    key: str
    day: int
    derived_day: int

    @property
    def is_explicit(self) -> bool:
        return self.day != self.derived_day


@dataclass(frozen=True, slots=True)
class Evaluation:
    """All that one plan comes to at one revision."""

    snapshot: Snapshot
    calendar: Calendar
    nodes: Mapping[str, Node]
    network: Network
    schedule: Schedule
    margins: Mapping[str, Margin]
    conflicts: tuple[Conflict, ...]
    reckonings: Mapping[str, Reckoning]
    activities_by_municipality: Mapping[str, tuple[ScheduledActivity, ...]]
    projections: Mapping[str, Projection] = field(default_factory=dict)

    def wave_of(self, number: str) -> str | None:
        """The code of the wave that a municipality is placed in."""
        return next(
            (
                at.wave
                for at in self.snapshot.plan.placements
                if at.municipality == number
            ),
            None,
        )

    def go_live(self, number: str) -> int | None:
        """The day that a municipality goes live by plan, or did."""
        return self._start(number, GO_LIVE)

    def is_live(self, number: str) -> bool:
        """Whether the go-live of a municipality has happened."""
        at = self.schedule.activities.get(activity_id(number, GO_LIVE))
        return at is not None and at.done

    def is_work(self, id: str) -> bool:
        """Whether something is done, and does not simply pass as a limit does."""
        node = self.nodes[id]
        is_limit = node.kind is ActivityKind.LIMIT
        return not is_limit and node.owner is not Owner.PROGRAMME

    def is_ahead(self, id: str) -> bool:
        """Whether something is work that is neither done nor past."""
        at = self.schedule.activities[id]
        is_past = at.early_finish <= self.snapshot.status_date
        return self.is_work(id) and not at.done and not is_past

    def dates(self, number: str) -> dict[str, int]:
        """The limits that are counted from go-live; empty without a date."""
        found = ((key, self._start(number, key)) for key in LIMIT_KEYS)
        return {key: day for key, day in found if day is not None}

    def limits(self, number: str) -> tuple[Limit, ...]:
        """The same with the day that the rule alone would give."""
        go_live = self.go_live(number)
        if go_live is None:
            return ()
        lags = {
            link.predecessor: link.lag
            for link in self.snapshot.plan.template.links
            if link.successor == GO_LIVE
        }
        return tuple(
            Limit(key, day, self.calendar.retreat(go_live, lags[key]))
            if key in lags
            else Limit(key, day, day)
            for key, day in self.dates(number).items()
        )

    def activities_of(self, number: str) -> tuple[ScheduledActivity, ...]:
        """The template of one municipality with its dates, in template order."""
        return self.activities_by_municipality.get(number, ())

    def presumed(self, number: str) -> tuple[str, ...]:
        """Ids of what should have begun by plan and nobody has reported on.

        A limit is a day on the calendar: there is nothing to report.
        """
        return tuple(
            at.id
            for at in self.activities_of(number)
            if at.presumed and self.nodes[at.id].kind is not ActivityKind.LIMIT
        )

    def _start(self, number: str, key: str) -> int | None:
        at = self.schedule.activities.get(activity_id(number, key))
        return None if at is None else at.start


def evaluate(snapshot: Snapshot) -> Evaluation:
    """Compute the whole plan anew; nothing is patched."""
    dated = evaluate_dates(snapshot)
    nodes, network, schedule = dated.nodes, dated.network, dated.schedule
    return replace(
        dated,
        conflicts=find_conflicts(snapshot, nodes, network, schedule, dated.margins),
        projections=project_programme(snapshot, schedule),
    )


def evaluate_dates(snapshot: Snapshot) -> Evaluation:
    """Compute the dates and margins of a plan; no conflicts are looked for."""
    calendar = norway()
    programme = schedule_programme(snapshot, calendar=calendar)
    nodes, schedule = programme.nodes, programme.schedule
    reckonings = {
        wave.code: wave.reckoning
        for wave in snapshot.plan.waves
        if wave.reckoning is not None
    }
    return Evaluation(
        snapshot=snapshot,
        calendar=calendar,
        nodes=nodes,
        network=programme.network,
        schedule=schedule,
        margins=_margins(snapshot, schedule, reckonings),
        conflicts=(),
        reckonings=reckonings,
        activities_by_municipality=_by_municipality(nodes, schedule),
    )


def _margins(
    snapshot: Snapshot, schedule: Schedule, reckonings: Mapping[str, Reckoning]
) -> dict[str, Margin]:
    """Margins of those that have a date to hold; what is live has none."""
    margins = {}
    for placement in snapshot.plan.placements:
        number = placement.municipality
        at = schedule.activities.get(activity_id(number, GO_LIVE))
        if at is None or at.done or placement.wave is None:
            continue
        planned = reckonings[placement.wave].day
        margins[number] = Margin(number, planned, at.early_start)
    return margins


def _by_municipality(
    nodes: Mapping[str, Node], schedule: Schedule
) -> dict[str, tuple[ScheduledActivity, ...]]:
    found: dict[str, list[ScheduledActivity]] = {}
    for node in nodes.values():
        if node.owner is Owner.MUNICIPALITY:
            at = schedule.activities[node.id]
            found.setdefault(node.owner_id, []).append(at)
    return {number: tuple(activities) for number, activities in found.items()}
