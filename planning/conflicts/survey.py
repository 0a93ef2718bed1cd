"""The plan as the rules look at it: what they ask for more than once.

A municipality is live where its go-live is done, or where its wave is live and
nobody has reported otherwise. Who is live raises no conflict. Who has left before
that is asked for nothing: only that the plan still has it is told.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from planning.calendars import Calendar, norway, to_date
from planning.conflicts.values import Margin
from planning.durations import Duration
from planning.network import Network
from planning.rights.ways_out import WayOut, not_live, ways_out
from planning.rollout import (
    GO_LIVE,
    GOVERNED_BY_LIMIT,
    Node,
    Owner,
    activity_id,
)
from planning.schedule import Schedule, ScheduledActivity
from planning.snapshot import Report, Snapshot

OPTION_EXERCISED = "option-exercised"
OPTION_LIMIT = GOVERNED_BY_LIMIT[OPTION_EXERCISED]


@dataclass(frozen=True, slots=True, kw_only=True)
class Survey:
    """One plan with its dates; `ahead` are those not live, in the plan's order.

    `left` are those that have left without being live, and that have a wave.
    `wave_of` has only waves that there are. `open_waves` are those that one can
    still move to, by day.
    """

    snapshot: Snapshot
    nodes: Mapping[str, Node]
    network: Network
    schedule: Schedule
    margins: Mapping[str, Margin]
    calendar: Calendar
    wave_of: Mapping[str, str]
    reports: Mapping[tuple[str, str], Report]
    ahead: tuple[str, ...]
    left: Mapping[str, WayOut]
    open_waves: Sequence[tuple[int, str]]
    lags: Mapping[str, Duration]

    @property
    def today(self) -> int:
        """The status date."""
        return self.snapshot.status_date

    @property
    def decided_days(self) -> Mapping[str, int]:
        """The days that the plan was decided with, where it was."""
        return {
            at.municipality: at.decided_day
            for at in self.snapshot.plan.placements
            if at.decided_day is not None
        }

    def activity(self, number: str, key: str) -> ScheduledActivity | None:
        """A step of a municipality with its dates, where it is in the network."""
        return self.schedule.activities.get(activity_id(number, key))

    def option_limit(self, number: str) -> int | None:
        """The last day for the option, where the municipality holds one."""
        at = self.activity(number, OPTION_LIMIT)
        id = activity_id(number, OPTION_EXERCISED)
        index = self.network.index.get(id)
        named = None if index is None else self.network.activities[index].deadline
        return named if named is not None or at is None else at.start

    def is_named_limit(self, number: str) -> bool:
        """Whether a letter names the limit, so that no other wave moves it."""
        return any(
            deadline.municipality == number
            and deadline.activity in {OPTION_EXERCISED, OPTION_LIMIT}
            for deadline in self.snapshot.deadlines
        )

    def bears(self, number: str, day: int) -> bool:
        """Whether a municipality can move to go live that day.

        An earlier day than its own will do while the first thing that is counted
        back from it is still ahead.
        """
        lags = self.lags.values()
        first = min((self.calendar.retreat(day, lag) for lag in lags), default=day)
        margin = self.margins.get(number)
        if margin is None:
            return first >= self.today
        return day >= margin.earliest and (day >= margin.planned or first >= self.today)


def survey_plan(
    snapshot: Snapshot,
    nodes: Mapping[str, Node],
    network: Network,
    schedule: Schedule,
    margins: Mapping[str, Margin],
) -> Survey:
    """Look once at everything that the rules share."""
    waves = {wave.code for wave in snapshot.plan.waves}
    wave_of = {
        at.municipality: at.wave
        for at in snapshot.plan.placements
        if at.wave is not None and at.wave in waves
    }
    ahead = not_live(snapshot)
    left = {number: it for number, it in ways_out(snapshot).items() if it.has_left}
    return Survey(
        snapshot=snapshot,
        nodes=nodes,
        network=network,
        schedule=schedule,
        margins=margins,
        calendar=norway(),
        wave_of=wave_of,
        reports={(it.municipality, it.activity): it for it in snapshot.reports},
        ahead=tuple(it for it in ahead if it not in left),
        left={it: left[it] for it in ahead if it in left and it in wave_of},
        open_waves=_open_waves(snapshot),
        lags={
            link.predecessor: link.lag
            for link in snapshot.plan.template.links
            if link.successor == GO_LIVE and link.lag.amount > 0
        },
    )


def _open_waves(snapshot: Snapshot) -> list[tuple[int, str]]:
    return sorted(
        (wave.reckoning.day, wave.code)
        for wave in snapshot.plan.waves
        if wave.reckoning is not None
        and not wave.is_live
        and wave.reckoning.day >= snapshot.status_date
    )


def iso(day: int) -> str:
    """A day as the values of a conflict tell it."""
    return to_date(day).isoformat()


def municipality_id(number: str) -> str:
    """What a conflict calls a municipality as a whole."""
    return f"{Owner.MUNICIPALITY}.{number}"
