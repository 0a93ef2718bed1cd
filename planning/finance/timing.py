"""The days of a municipality's schedule that its money hangs on.

Limits count from a window's first day and costs from its last: where a municipality
goes live with its wave's day, everything from go-live on is as many days later for
costs as the window is long.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

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
    number: str, schedule: Schedule, reckoning: Reckoning, *, ramp_months: int
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
    begun = steps.get(PROJECT_START)
    benefits_from = _day_after(go_live, steps.get(STABILISATION), later)
    return Timing(
        project_start=go_live if begun is None else min(begun.start, go_live),
        go_live=go_live,
        legacy_closed=_day_after(go_live, steps.get(LEGACY_CLOSED), later),
        benefits_from=benefits_from,
        benefits_full=months_after(benefits_from, ramp_months),
    )


def months_after(day: int, months: int) -> int:
    """As the calendar advances, and past the last year that it knows too."""
    at = date.fromordinal(day)
    month = 12 * at.year + at.month - 1 + months
    return min(_first_of(month) + at.day - 1, _first_of(month + 1))


def _first_of(month: int) -> int:
    return date(month // 12, month % 12 + 1, 1).toordinal()


def _day_after(go_live: int, step: ScheduledActivity | None, later: int) -> int:
    """When a step is over, for costs: what has happened is where it is."""
    if step is None:
        return go_live
    return max(step.finish + (0 if step.done else later), go_live)


def _steps(
    number: str, activities: Mapping[str, ScheduledActivity]
) -> dict[str, ScheduledActivity]:
    keys = (PROJECT_START, GO_LIVE, STABILISATION, LEGACY_CLOSED)
    found = ((key, activities.get(activity_id(number, key))) for key in keys)
    return {key: at for key, at in found if at is not None}
