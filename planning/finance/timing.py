"""The days of a municipality's schedule that its money hangs on.

Limits count from a window's first day and costs from its last: where a municipality
goes live with its wave's day, everything from go-live on is as many days later for
costs as the window is long.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from planning.calendars import Calendar
from planning.durations import Duration, Unit
from planning.rollout import GO_LIVE, activity_id
from planning.schedule import Schedule, ScheduledActivity
from planning.snapshot import Reckoning

PROJECT_START = "project-start"
STABILISATION = "stabilisation"
LEGACY_CLOSED = "legacy-closed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Timing:
    """When costs and benefits begin and end; days are ordinals.

    Benefits grow from `benefits_from` and are full from `benefits_full`.
    """

    project_start: int
    go_live: int
    legacy_closed: int
    benefits_from: int
    benefits_full: int


def find_timing(
    number: str,
    schedule: Schedule,
    reckoning: Reckoning,
    *,
    calendar: Calendar,
    ramp_months: int,
) -> Timing | None:
    """The planned days of one municipality; None where it has no go-live.

    A step that the template doesn't have is waited for by nothing: what it would
    end or begin does so at go-live.
    """
    steps = _steps(number, schedule.activities)
    at = steps.get(GO_LIVE)
    if at is None:
        return None
    later = reckoning.cost_day - reckoning.day if at.start == reckoning.day else 0
    go_live = at.start + later
    closed, stable = steps.get(LEGACY_CLOSED), steps.get(STABILISATION)
    begun = steps.get(PROJECT_START)
    benefits_from = go_live if stable is None else max(stable.finish + later, go_live)
    return Timing(
        project_start=go_live if begun is None else min(begun.start, go_live),
        go_live=go_live,
        legacy_closed=go_live if closed is None else max(closed.start + later, go_live),
        benefits_from=benefits_from,
        benefits_full=calendar.advance(
            benefits_from, Duration(ramp_months, Unit.MONTHS)
        ),
    )


def _steps(
    number: str, activities: Mapping[str, ScheduledActivity]
) -> dict[str, ScheduledActivity]:
    keys = (PROJECT_START, GO_LIVE, STABILISATION, LEGACY_CLOSED)
    found = ((key, activities.get(activity_id(number, key))) for key in keys)
    return {key: at for key, at in found if at is not None}
