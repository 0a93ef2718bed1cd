"""The whole programme scheduled: from a snapshot to its network and every date.

Nothing bounds the programme's start: what is not done is held back by the status
date alone. Each municipality counts its float to its own go-live.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from planning.calendars import Calendar
from planning.network import Network, compile_network
from planning.rollout import Node, Rollout, generate_activities
from planning.schedule import Ends, Schedule, build_schedule
from planning.snapshot import Snapshot

DAYS_BEFORE_FIRST_DATE = 3653


@dataclass(frozen=True, slots=True)
class Programme:
    """The network of a plan, what its ids stand for, and its dates."""

    rollout: Rollout
    network: Network
    schedule: Schedule

    @property
    def nodes(self) -> Mapping[str, Node]:
        """What each id of the network stands for."""
        return self.rollout.nodes


def schedule_programme(snapshot: Snapshot, calendar: Calendar) -> Programme:
    """Unfold a plan and compute its dates.

    Raises:
        PlanningError: where the template has a cycle or a date leads out of the
            calendar.
    """
    rollout = generate_activities(snapshot)
    network = compile_network(rollout.activities, rollout.links)
    criticality = snapshot.thresholds.criticality
    schedule = build_schedule(
        network,
        calendar=calendar,
        start=before_all(snapshot),
        status_date=snapshot.status_date,
        ends=Ends.OWN_FINISH,
        critical_by=criticality.critical_by,
        critical_float=criticality.critical_float,
        near_critical_float=criticality.near_critical_float,
    )
    return Programme(rollout, network, schedule)


def before_all(snapshot: Snapshot) -> int:
    """A start that binds nothing."""
    dated = [wave.reckoning.day for wave in snapshot.plan.waves if wave.reckoning]
    dated += [milestone.window.start for milestone in snapshot.plan.milestones]
    return min([snapshot.status_date, *dated]) - DAYS_BEFORE_FIRST_DATE
