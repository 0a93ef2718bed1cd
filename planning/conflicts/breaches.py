"""Deadlines, pinned dates and margins that what is reported can't hold.

Past facts raise no conflict, and silence is no fact: only what is reported or
computed to come too late does.
"""

from collections.abc import Iterator
from dataclasses import replace

from planning.conflicts.mends import move_or_report, move_or_set_day
from planning.conflicts.survey import Survey, iso
from planning.conflicts.values import Conflict, Kind, Mend, MendKind, Severity
from planning.network import Activity, ConstraintKind, Network
from planning.rollout import GO_LIVE, GOVERNED_BY_LIMIT, Node, Owner, activity_id
from planning.schedule import Schedule, ScheduledActivity


def find_breaches(network: Network, schedule: Schedule) -> tuple[Conflict, ...]:
    """Deadlines missed and dates pinned against the logic, in network order.

    An activity that breaks both has both. What is done breaks none.
    """
    return tuple(
        _error(kind, activity.id, days)
        for activity in network.activities
        for kind, days in _breaches(activity, schedule.activities[activity.id])
        if days > 0
    )


def _error(
    kind: Kind,
    id: str,
    days: int,
    *,
    values: tuple[tuple[str, str], ...] = (),
    mend: Mend | None = None,
) -> Conflict:
    return Conflict(
        kind=kind,
        severity=Severity.ERROR,
        concerns=(id,),
        days=days,
        values=values,
        mend=mend,
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


def find_late(survey: Survey) -> Iterator[Conflict]:
    """Every breach of the plan with its mend, each told once.

    A go-live held too late is told as its margin. A step that misses a deadline is
    not told again as work that can't hold.
    """
    yield from _negative_margins(survey)
    missed = [*_missed_limits(survey), *_missed_dates(survey)]
    yield from missed
    told = {conflict.concerns[0] for conflict in missed}
    yield from (
        conflict
        for conflict in _work_that_cannot_hold(survey)
        if conflict.concerns[0] not in told
    )


def _negative_margins(survey: Survey) -> Iterator[Conflict]:
    for number, margin in survey.margins.items():
        if margin.days < 0:
            yield _error(
                Kind.MARGIN_NEGATIVE,
                activity_id(number, GO_LIVE),
                -margin.days,
                mend=move_or_set_day(survey, number, margin.earliest),
            )


def _missed_limits(survey: Survey) -> Iterator[Conflict]:
    """What is governed by a counted limit and can only come after it."""
    for number in survey.margins:
        for key, limit_key in GOVERNED_BY_LIMIT.items():
            at, limit = survey.activity(number, key), survey.activity(number, limit_key)
            if at is None or limit is None or at.done:
                continue
            # A limit that is named is the deadline of the step itself.
            named = survey.network.activities[survey.network.index[at.id]].deadline
            days = at.early_finish - limit.finish
            if days > 0 and named is None:
                mend = move_or_report(survey, number, at.id)
                yield _error(Kind.DEADLINE_MISSED, at.id, days, mend=mend)


def _missed_dates(survey: Survey) -> Iterator[Conflict]:
    for conflict in find_breaches(survey.network, survey.schedule):
        node = survey.nodes[conflict.concerns[0]]
        if node.owner is not Owner.MUNICIPALITY or node.key != GO_LIVE:
            yield replace(conflict, mend=_mend(survey, node))


def _mend(survey: Survey, node: Node) -> Mend | None:
    """The deadline of a step is named in a letter, and stays whatever the wave."""
    match node.owner:
        case Owner.MUNICIPALITY:
            return Mend(MendKind.REPORT_STEP, node.id)
        case Owner.WAVE:
            day = survey.schedule.activities[node.id].early_start
            return Mend(MendKind.SET_WAVE_DAY, node.owner_id, iso(day))
        case _:
            return None


def _work_that_cannot_hold(survey: Survey) -> Iterator[Conflict]:
    """What somebody reported not to be done, and go-live can't wait for."""
    ahead = frozenset(survey.ahead)
    for number, key in survey.reports:
        at = survey.activity(number, key)
        if at is None or at.done or number not in ahead or key == GO_LIVE:
            continue
        days = at.early_finish - at.late_finish
        if days > 0:
            # A finish is the day after the last of the work; a milestone is its day.
            beyond = 0 if at.early_start == at.early_finish else 1
            yield _error(
                Kind.WORK_CANNOT_HOLD,
                at.id,
                days,
                values=(
                    ("earliest", iso(at.early_finish - beyond)),
                    ("latest", iso(at.late_finish - beyond)),
                ),
                mend=move_or_report(survey, number, at.id),
            )
