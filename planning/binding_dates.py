"""The dates of a plan that bind a body: its go-live, and what is counted back from it.

A limit that an agreement or a letter names is agreed by that: here it has the day
that the rule gives, so that naming one proposes nothing.
"""

from collections.abc import Iterator

from planning.calendars import Calendar
from planning.durations import Duration
from planning.nodes import GO_LIVE, Owner, activity_id, trust_id
from planning.proposals import GO_LIVE_LAST, Dates
from planning.rollout import LIMIT_KEYS
from planning.schedule import Schedule
from planning.settling import Bound
from planning.snapshot import Snapshot


def municipality_body(number: str) -> str:
    """What a municipality is called as a body."""
    return f"{Owner.MUNICIPALITY}.{number}"


def municipality_of_body(body: str) -> str | None:
    """The number of the municipality that a body is; None where it is a trust."""
    kind, _dot, key = body.partition(".")
    return key if kind == Owner.MUNICIPALITY else None


def trust_body(code: str) -> str:
    """What a trust is called as a body."""
    return f"{Owner.TRUST}.{code}"


def bodies_of(snapshot: Snapshot, code: str) -> tuple[str, ...]:
    """Who is in a wave."""
    placed = (it for it in snapshot.plan.placements if it.wave == code)
    trusts = (it for it in snapshot.trusts if it.wave == code)
    return (
        *(municipality_body(it.municipality) for it in placed),
        *(trust_body(it.code) for it in trusts),
    )


def binding_dates(
    snapshot: Snapshot, schedule: Schedule, calendar: Calendar
) -> dict[str, Bound]:
    """What the plan says of every body that has a date in it."""
    return dict(_bound(snapshot, schedule, calendar))


def _bound(
    snapshot: Snapshot, schedule: Schedule, calendar: Calendar
) -> Iterator[tuple[str, Bound]]:
    lags = _lags(snapshot)
    by_day: dict[tuple[int, int], Dates] = {}
    activities = schedule.activities
    last_days = _last_days(snapshot)
    for number in (it.number for it in snapshot.municipalities):
        at = activities.get(activity_id(number, GO_LIVE))
        if at is None:
            continue
        body = municipality_body(number)
        span = at.start, max(at.start, last_days.get(body, at.start))
        if span not in by_day:
            by_day[span] = tuple(
                (key, calendar.retreat(at.start, lag)) for key, lag in lags
            )
        limits = (it for it in by_day[span] if activity_id(number, it[0]) in activities)
        yield body, Bound((*_go_live(*span), *limits), at.done)
    for code in (it.code for it in snapshot.trusts):
        at = activities.get(trust_id(code))
        if at is not None:
            body = trust_body(code)
            last = max(at.start, last_days.get(body, at.start))
            yield body, Bound(_go_live(at.start, last), at.done)


def _go_live(first: int, last: int) -> Dates:
    return (GO_LIVE, first), (GO_LIVE_LAST, last)


def _last_days(snapshot: Snapshot) -> dict[str, int]:
    """The last day on which each body may go live: that of its wave's window."""
    last = {
        it.code: it.reckoning.cost_day
        for it in snapshot.plan.waves
        if it.reckoning is not None
    }
    placed = (
        (municipality_body(it.municipality), it.wave) for it in snapshot.plan.placements
    )
    trusts = ((trust_body(it.code), it.wave) for it in snapshot.trusts)
    return {body: last[code] for body, code in (*placed, *trusts) if code in last}


def _lags(snapshot: Snapshot) -> list[tuple[str, Duration]]:
    """What is counted back from go-live by the template."""
    found = {
        link.predecessor: link.lag
        for link in snapshot.plan.template.links
        if link.successor == GO_LIVE
    }
    return [(key, found[key]) for key in LIMIT_KEYS if key in found]
