"""Rules that the plan breaks, as values with a stable kind; never a sentence.

Past facts raise no conflict, and silence is no fact: only what is reported or
computed to come too late does.
"""

from collections.abc import Iterator, Mapping

from planning.conflicts.values import Conflict, Kind, Margin, Mend, Severity
from planning.network import Activity, ConstraintKind, Network
from planning.rollout import (
    GO_LIVE,
    GOVERNED_BY_LIMIT,
    Node,
    Owner,
    activity_id,
    wave_id,
)
from planning.schedule import Schedule, ScheduledActivity
from planning.snapshot import Snapshot


def find_breaches(network: Network, schedule: Schedule) -> tuple[Conflict, ...]:
    """Deadlines missed and dates pinned against the logic, in network order.

    An activity that breaks both has both. What is done breaks none.
    """
    return tuple(
        Conflict(
            kind=kind,
            severity=Severity.ERROR,
            concerns=(activity.id,),
            days=days,
        )
        for activity in network.activities
        for kind, days in _breaches(activity, schedule.activities[activity.id])
        if days > 0
    )


def _breaches(activity: Activity, at: ScheduledActivity) -> Iterator[tuple[Kind, int]]:
    """How far each rule is broken, in days; nothing is broken at or under zero."""
    if at.done:
        return
    if activity.deadline is not None:
        yield Kind.DEADLINE_MISSED, at.early_finish - activity.deadline
    yield Kind.DATE_AGAINST_LOGIC, _days_past_date(activity, at)


def _days_past_date(activity: Activity, at: ScheduledActivity) -> int:
    """How far the early date lies past a no-later-than or must-date; else ≤ 0."""
    constraint = activity.constraint
    if constraint is None or constraint.day is None:
        return 0
    match constraint.kind:
        case ConstraintKind.START_NO_LATER_THAN | ConstraintKind.MUST_START_ON:
            # The start of what has begun is a fact.
            begun = activity.actual_start is not None
            return 0 if begun else at.early_start - constraint.day
        case ConstraintKind.FINISH_NO_LATER_THAN | ConstraintKind.MUST_FINISH_ON:
            return at.early_finish - constraint.day
        case _:
            return 0


def find_conflicts(
    snapshot: Snapshot,
    nodes: Mapping[str, Node],
    network: Network,
    schedule: Schedule,
    margins: Mapping[str, Margin],
) -> tuple[Conflict, ...]:
    """All that is wrong with the plan: errors first, then as the plan is walked."""
    found = [
        *_without_wave_or_date(snapshot),
        *_negative_margins(snapshot, margins),
        *_missed_limits(margins, schedule),
        *(
            conflict
            for conflict in find_breaches(network, schedule)
            # A go-live held too late is told as its margin.
            if not _is_municipal_go_live(nodes[conflict.concerns[0]])
        ),
    ]
    order = list(Severity)
    unique = {(conflict.kind, conflict.concerns): conflict for conflict in found}
    return tuple(sorted(unique.values(), key=lambda it: order.index(it.severity)))


def _is_municipal_go_live(node: Node) -> bool:
    return node.owner is Owner.MUNICIPALITY and node.key == GO_LIVE


def _without_wave_or_date(snapshot: Snapshot) -> Iterator[Conflict]:
    codes = {wave.code for wave in snapshot.plan.waves}
    placed = {at.municipality: at.wave for at in snapshot.plan.placements}
    for municipality in snapshot.municipalities:
        if placed.get(municipality.number) not in codes:
            yield Conflict(
                kind=Kind.MUNICIPALITY_WITHOUT_WAVE,
                severity=Severity.WARNING,
                concerns=(f"{Owner.MUNICIPALITY}.{municipality.number}",),
            )
    for wave in snapshot.plan.waves:
        if wave.reckoning is None:
            yield Conflict(
                kind=Kind.WAVE_WITHOUT_DATE,
                severity=Severity.WARNING,
                concerns=(wave_id(wave.code),),
            )


def _negative_margins(
    snapshot: Snapshot, margins: Mapping[str, Margin]
) -> Iterator[Conflict]:
    dated = sorted(
        (wave.reckoning.day, wave.code)
        for wave in snapshot.plan.waves
        if wave.reckoning is not None and not wave.is_live
    )
    for margin in margins.values():
        if margin.days < 0:
            later = next((code for day, code in dated if day >= margin.earliest), None)
            yield Conflict(
                kind=Kind.MARGIN_NEGATIVE,
                severity=Severity.ERROR,
                concerns=(activity_id(margin.municipality, GO_LIVE),),
                days=-margin.days,
                mend=None if later is None else Mend("move-to-wave", later),
            )


def _missed_limits(
    margins: Mapping[str, Margin], schedule: Schedule
) -> Iterator[Conflict]:
    """What is governed by a limit and can only come after it."""
    for number in margins:
        for key, limit_key in GOVERNED_BY_LIMIT.items():
            at = schedule.activities.get(activity_id(number, key))
            limit = schedule.activities.get(activity_id(number, limit_key))
            if at is None or limit is None or at.done:
                continue
            days = at.early_finish - limit.finish
            if days > 0:
                yield Conflict(
                    kind=Kind.DEADLINE_MISSED,
                    severity=Severity.ERROR,
                    concerns=(at.id,),
                    days=days,
                )
