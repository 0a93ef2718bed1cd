"""The template against one go-live, as the engine places it.

One municipality that holds an option, in one wave, with no report and no limit of its
own: what is shown is the template alone. The day is that of the next wave that the
plan reckons with, for months differ in length and holidays in number.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from planning.calendars import FIRST_DAY
from planning.evaluate import Evaluation
from planning.programme import DAYS_BEFORE_FIRST_DATE, schedule_programme
from planning.rollout import activity_id
from planning.snapshot import Municipality, Placement, Plan, Snapshot, Wave

ONLY = "only"
DAYS_AHEAD = 730

Dates = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Example:
    """The go-live that is counted from, whose it is, and every step's dates.

    Dates are half-open; `wave` is empty where the plan reckons with no wave.
    """

    go_live: int
    wave: str
    dates: Mapping[str, Dates]


def example_of(evaluation: Evaluation) -> Example:
    """Place the steps of the template against the next go-live.

    Raises:
        PlanningError: where the template has a cycle or leads out of the calendar.
    """
    wave, day = next_go_live(evaluation)
    template = evaluation.snapshot.plan.template
    snapshot = Snapshot(
        # Long before any step, so that the status date holds nothing back.
        status_date=max(
            day - DAYS_BEFORE_FIRST_DATE, FIRST_DAY + DAYS_BEFORE_FIRST_DATE
        ),
        plan=Plan(
            name=ONLY,
            waves=(Wave(code=ONLY, sequence=1, set_day=day),),
            placements=(Placement(municipality=ONLY, wave=ONLY),),
            template=template,
        ),
        municipalities=(Municipality(number=ONLY),),
    )
    found = schedule_programme(snapshot, evaluation.calendar).schedule.activities
    ids = {step.key: activity_id(ONLY, step.key) for step in template.activities}
    return Example(
        go_live=day,
        wave=wave,
        dates={key: (found[id].start, found[id].finish) for key, id in ids.items()},
    )


def next_go_live(evaluation: Evaluation) -> tuple[str, int]:
    """The wave that goes live next, and its day; else the last that has one."""
    today = evaluation.snapshot.status_date
    days = sorted((it.day, code) for code, it in evaluation.reckonings.items())
    if not days:
        return "", today + DAYS_AHEAD
    day, code = next((it for it in days if it[0] > today), days[-1])
    return code, day
