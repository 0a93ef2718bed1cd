"""The next steps of one municipality: what is late first, then what comes.

A step stands with the day that can hold: the planned one, or the earliest where
that is later.
"""

from dataclasses import dataclass

from flask_babel import gettext as _

from app.filters import last_day, long_date, span
from app.municipalities.live import is_rough
from app.municipalities.standing import countdown
from app.municipalities.steps import StepPart, StepsPart, StepState, key_of
from planning.evaluate import Evaluation
from planning.schedule import ScheduledActivity
from planning.snapshot import ActivityKind

STEPS_AHEAD = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class AheadPart:
    """One of the next steps; `late` says when it should have been, if it is late."""

    key: str
    name: str
    day: str
    countdown: str
    late: str
    is_limit: bool
    is_assumed: bool


def ahead_parts(
    evaluation: Evaluation,
    number: str,
    steps: StepsPart,
) -> tuple[AheadPart, ...]:
    """What is reported as not done and is late, then what comes, by its day."""
    status_date = evaluation.snapshot.status_date
    parts = {part.key: part for phase in steps.phases for part in phase.steps}
    rough = is_rough(evaluation, number)
    coming = []
    for at in evaluation.activities_of(number):
        part = parts[key_of(at)]
        is_late = is_held_back(at) and part.kind is not ActivityKind.LIMIT
        is_behind = part.state is StepState.NOT_DONE and is_late
        day = at.early_start if is_late else at.start
        is_open = part.state in {StepState.AHEAD, StepState.LIMIT, StepState.NOT_DONE}
        if is_open and day >= status_date:
            shown = _ahead_part(
                at, part, status_date, is_late=is_late, is_roughly=rough
            )
            coming.append((not is_behind, day, shown))
    coming.sort(key=lambda it: it[:2])
    return tuple(part for _behind, _day, part in coming[:STEPS_AHEAD])


def is_held_back(at: ScheduledActivity) -> bool:
    """Whether what is known today allows a step only after its planned day."""
    return not at.done and at.early_start > at.start


def _ahead_part(
    at: ScheduledActivity,
    part: StepPart,
    status_date: int,
    *,
    is_late: bool,
    is_roughly: bool,
) -> AheadPart:
    start = at.early_start if is_late else at.start
    return AheadPart(
        key=part.key,
        name=part.name,
        day=_day(at) if is_late else part.planned,
        countdown="" if is_roughly else countdown(start - status_date),
        late=_late_text(at, status_date) if is_late else "",
        is_limit=part.kind is ActivityKind.LIMIT,
        is_assumed=part.is_assumed,
    )


def _day(at: ScheduledActivity) -> str:
    """The earliest day that can hold, or the days of work."""
    if at.early_start == at.early_finish:
        return long_date(at.early_start)
    return span(at.early_start, at.early_finish)


def _late_text(at: ScheduledActivity, status_date: int) -> str:
    """Say when it should be, or should have been, done."""
    due = last_day(at.start, at.finish)
    if due.toordinal() < status_date:
        return _(
            "Should have been done by %(day)s; this is the earliest possible.",
            day=long_date(due),
        )
    return _(
        "Should be done by %(day)s; this is the earliest possible.",
        day=long_date(due),
    )
