"""The next steps of one municipality: what is late first, then what comes.

A step stands with the day that can hold: the planned one, or the earliest where
that is later.
"""

from dataclasses import dataclass

from flask_babel import gettext as _

from app.filters import last_day, long_date
from app.municipalities.steps import StepPart, StepsPart, StepState, key_of
from app.ways_out import has_left, has_withdrawn
from planning.evaluate import Evaluation
from planning.schedule import ScheduledActivity
from planning.snapshot import ActivityKind

WITHDRAWAL_LIMIT = "withdrawal-limit"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ahead:
    """One of the next steps, on the day that can hold.

    `is_behind` says that it is reported as not done and should have been; `late`
    says when, in words, of whatever can't come when it should.
    """

    part: StepPart
    start: int
    finish: int
    is_behind: bool
    late: str


def list_ahead(evaluation: Evaluation, number: str, steps: StepsPart) -> list[Ahead]:
    """What is reported as not done and is late, then what comes, by its day."""
    status_date = evaluation.snapshot.status_date
    parts = {part.key: part for phase in steps.phases for part in phase.steps}
    coming: list[Ahead] = []
    if has_left(evaluation, number):
        return coming
    is_withdrawn = has_withdrawn(evaluation, number)
    for at in evaluation.activities_of(number):
        part = parts[key_of(at)]
        if is_withdrawn and part.key == WITHDRAWAL_LIMIT:
            continue
        is_late = is_held_back(at) and part.kind is not ActivityKind.LIMIT
        is_open = part.state in {StepState.AHEAD, StepState.LIMIT, StepState.NOT_DONE}
        start, finish = (
            (at.early_start, at.early_finish) if is_late else (at.start, at.finish)
        )
        if is_open and start >= status_date:
            found = Ahead(
                part=part,
                start=start,
                finish=finish,
                is_behind=part.state is StepState.NOT_DONE and is_late,
                late=_late_text(at, status_date) if is_late else "",
            )
            coming.append(found)
    return sorted(coming, key=lambda it: (not it.is_behind, it.start))


def is_held_back(at: ScheduledActivity) -> bool:
    """Whether what is known today allows a step only after its planned day."""
    return not at.done and at.early_start > at.start


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
