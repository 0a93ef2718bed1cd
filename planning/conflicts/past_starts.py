"""Work that would have to be further on by the status date than it can be.

Silence is taken for as planned, but only a plan that was decided supports that:
where a municipality goes live earlier than it was decided to, what nobody reported
is on the status date as far on as the decided plan had it and no further. What that
had not begun is yet to begin, and of what it had begun the rest is yet to be done.
Both plans are scheduled, and only for those whose date is earlier.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from planning.conflicts.mends import move_or_set_day
from planning.conflicts.survey import Survey, iso, municipality_id
from planning.conflicts.values import Conflict, Kind, Mend, MendKind, Severity
from planning.programme import schedule_programme
from planning.rollout import GO_LIVE, activity_id
from planning.schedule import Schedule
from planning.snapshot import (
    ActivityKind,
    Placement,
    Report,
    ReportState,
    Snapshot,
    Wave,
    Window,
)

Step = tuple[str, str]
"""The key of a step and its id."""


@dataclass(frozen=True, slots=True)
class Behind:
    """A step that the plan is ahead of; `begun` is when the decided plan began it."""

    key: str
    id: str
    begun: int | None


def find_past_starts(survey: Survey) -> Iterator[Conflict]:
    """One for each municipality that was moved forward into the past."""
    decided = _moved_forward(survey)
    silent = {number: _silent_steps(survey, number) for number in decided}
    asked = {number: decided[number] for number, found in silent.items() if found}
    if not asked:
        return
    before = _schedule(survey, _as_decided(survey.snapshot, asked))
    steps = {number: _behind(survey, before, silent[number]) for number in asked}
    steps = {number: found for number, found in steps.items() if found}
    if not steps:
        return
    after = _schedule(survey, _as_far_on(survey.snapshot, steps))
    for number, found in steps.items():
        earliest = after.activities[activity_id(number, GO_LIVE)].early_start
        days = max(0, earliest - survey.margins[number].planned)
        # What has begun and is over in time is no fault.
        told = found if days else [it for it in found if it.begun is None]
        if told:
            yield _conflict(survey, number, told, earliest, days)


def _moved_forward(survey: Survey) -> dict[str, int]:
    """Decided days of those that go live earlier than that, in the plan's order."""
    days = {at.municipality: at.decided_day for at in survey.snapshot.plan.placements}
    found = {}
    for number in survey.ahead:
        decided, margin = days.get(number), survey.margins.get(number)
        if decided is not None and margin is not None and margin.planned < decided:
            found[number] = decided
    return found


def _silent_steps(survey: Survey, number: str) -> tuple[Step, ...]:
    """What the plan has begun by now and nobody has reported, by planned start.

    A limit is a day on the calendar: there is nothing to begin.
    """
    found = []
    for step in survey.snapshot.plan.template.activities:
        at = survey.activity(number, step.key)
        silent = (number, step.key) not in survey.reports
        work = step.kind is not ActivityKind.LIMIT
        if at is not None and silent and work and at.start < survey.today:
            found.append((at.start, step.key, at.id))
    found.sort(key=lambda it: it[0])
    return tuple((key, id) for _, key, id in found)


def _behind(
    survey: Survey, decided: Schedule, steps: Sequence[Step]
) -> tuple[Behind, ...]:
    """What the decided plan had not begun by now either, or not done."""
    found = []
    for key, id in steps:
        at = decided.activities[id]
        if at.start >= survey.today:
            found.append(Behind(key, id, None))
        elif at.early_start < survey.today < at.early_finish:
            found.append(Behind(key, id, at.early_start))
    return tuple(found)


def _schedule(survey: Survey, snapshot: Snapshot) -> Schedule:
    return schedule_programme(snapshot, calendar=survey.calendar).schedule


def _as_decided(snapshot: Snapshot, decided: Mapping[str, int]) -> Snapshot:
    """Only these, each in a wave of the day that it was decided to go live."""
    days = sorted(set(decided.values()))
    waves = tuple(
        Wave(code=iso(day), sequence=position, window=Window(day, day + 1))
        for position, day in enumerate(days)
    )
    placements = tuple(
        Placement(municipality=number, wave=iso(day)) for number, day in decided.items()
    )
    plan = replace(snapshot.plan, waves=waves, placements=placements, milestones=())
    return replace(_only(snapshot, decided), plan=plan)


def _only(snapshot: Snapshot, numbers: Mapping[str, object]) -> Snapshot:
    kept = (each for each in snapshot.municipalities if each.number in numbers)
    return replace(snapshot, municipalities=tuple(kept), trusts=())


def _as_far_on(snapshot: Snapshot, steps: Mapping[str, Sequence[Behind]]) -> Snapshot:
    """Only these, with those steps reported as the decided plan had them."""
    reports = tuple(
        _report_as_decided(number, step)
        for number, found in steps.items()
        for step in found
    )
    return replace(
        _only(snapshot, steps),
        reports=(*snapshot.reports, *reports),
        plan=replace(snapshot.plan, milestones=()),
    )


def _report_as_decided(number: str, step: Behind) -> Report:
    """What has begun goes on as it was meant to."""
    begun = step.begun
    return Report(
        municipality=number,
        activity=step.key,
        state=ReportState.NOT_DONE if begun is None else ReportState.STARTED,
        start=None if begun is None else Window(begun, begun + 1),
    )


def _conflict(
    survey: Survey, number: str, steps: Sequence[Behind], earliest: int, days: int
) -> Conflict:
    """Where the plan still holds if the work begins now, it is only a warning."""
    first = steps[0].id
    return Conflict(
        kind=Kind.START_IN_THE_PAST,
        severity=Severity.ERROR if days else Severity.WARNING,
        concerns=(municipality_id(number), *(step.id for step in steps)),
        days=days,
        values=(
            ("steps", str(len(steps))),
            ("first", first),
            ("would-start", iso(survey.schedule.activities[first].start)),
            ("earliest", iso(earliest)),
        ),
        mend=move_or_set_day(survey, number, earliest) if days else _report(first),
    )


def _report(id: str) -> Mend:
    """What can still begin in time is only to be reported."""
    return Mend(MendKind.REPORT_STEP, id)
