"""The steps of one municipality: dates, reports, and why they are on these dates."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from flask_babel import gettext as _
from flask_babel import ngettext

from app.assumed import AssumedDates
from app.decisions import OPTION_EXERCISED, against_text
from app.filters import dated, duration, in_weeks, long_date, signed_days, span
from app.how_dated import How, HowDated
from app.municipalities.floats import floats_text
from app.municipalities.live import about, is_live, is_rough
from app.municipalities.reporting import right_to_report
from app.municipalities.why import Why
from app.provenance import ProvenancePart, Sources
from app.store.names import Names
from app.store.tables import ReportRow, TemplateActivityRow
from app.told_reports import all_told_by
from app.ways_out import has_left
from planning.evaluate import Evaluation
from planning.schedule import ScheduledActivity
from planning.snapshot import ActivityKind, ReportState


class StepState(StrEnum):
    """What is known of a step, and so how it is marked."""

    DONE = "done"
    STARTED = "started"
    NOT_DONE = "not-done"
    PRESUMED = "presumed"
    AHEAD = "ahead"
    LIMIT = "limit"


@dataclass(frozen=True, slots=True)
class StepPart:
    """One step: its planned dates, what bounds them, what is reported or decided."""

    key: str
    name: str
    kind: ActivityKind
    kind_text: str
    duration: str
    planned: str
    how: How
    earliest: str
    latest: str
    float_text: str
    float_weeks: str
    floats: str
    is_critical: bool
    is_near_critical: bool
    is_assumed: bool
    state: StepState
    reported: str
    why: str
    explanation: Mapping[str, str]
    provenance: ProvenancePart
    report: ProvenancePart | None
    told_by: str
    against: str
    can_be_reported: bool
    right_to_report: str


@dataclass(frozen=True, slots=True)
class PhasePart:
    """The steps before go-live, or after it."""

    key: str
    title: str
    steps: tuple[StepPart, ...]
    is_over: bool


@dataclass(frozen=True, slots=True)
class StepsPart:
    """All steps of a municipality, and what has not been reported."""

    number: str
    phases: tuple[PhasePart, ...]
    presumed: str
    presumed_names: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    """What every step is told from; rough where go-live is not known to the day.

    `against` is what the council has decided against the option; `told_by` says of
    steps that nobody has reported what tells that they are done.
    """

    why: Why
    assumed: AssumedDates
    how: HowDated
    sources: Sources
    status_date: int
    is_rough: bool
    against: str
    told_by: Mapping[str, str]

    def stretch(self, start: int, finish: int) -> str:
        return about(start, finish) if self.is_rough else span(start, finish)


def steps_part(
    evaluation: Evaluation,
    number: str,
    *,
    names: Names,
    template: Sequence[TemplateActivityRow],
    reports: Mapping[str, ReportRow],
    assumed: AssumedDates,
    sources: Sources,
) -> StepsPart:
    """Tell all steps of a municipality, in template order.

    Of who has left, those that are over: nothing that is ahead binds it.
    """
    rows, gone = {row.key: row for row in template}, has_left(evaluation, number)
    known = _Known(
        why=Why(evaluation, number, names),
        assumed=assumed,
        how=HowDated(evaluation),
        sources=sources,
        status_date=evaluation.snapshot.status_date,
        is_rough=is_rough(evaluation, number),
        against=against_text(evaluation, number),
        told_by=all_told_by(evaluation, number),
    )
    scheduled = {
        key_of(at): at
        for at in evaluation.activities_of(number)
        if at.done or at.finish <= known.status_date or not gone
    }
    parts = {
        key: _step_part(at, rows[key], reports.get(key), known)
        for key, at in scheduled.items()
    }
    silent = frozenset(evaluation.presumed(number))
    presumed = tuple(
        names.activity(key) for key, at in scheduled.items() if at.id in silent
    )
    return StepsPart(
        number=number,
        phases=tuple(_phases(rows, parts, is_live=is_live(evaluation, number))),
        presumed=presumed_text(len(presumed)) if presumed else "",
        presumed_names=presumed,
    )


def key_of(at: ScheduledActivity) -> str:
    """Return the key of a municipality's activity in the template."""
    return at.id.partition(".")[2]


def presumed_text(count: int) -> str:
    """Say how many steps nobody has reported on, and what that means."""
    return ngettext(
        "%(num)s step has not been reported: presumed as planned.",
        "%(num)s steps have not been reported: presumed as planned.",
        count,
    )


def _phases(
    rows: Mapping[str, TemplateActivityRow],
    parts: Mapping[str, StepPart],
    *,
    is_live: bool,
) -> list[PhasePart]:
    titles = {"before": _("Until go-live"), "after": _("After go-live")}
    found = []
    for phase, title in titles.items():
        steps = tuple(part for key, part in parts.items() if rows[key].phase == phase)
        if steps:
            is_over = phase == "before" and is_live
            found.append(PhasePart(phase, title, steps, is_over))
    return found


def _step_part(
    at: ScheduledActivity,
    row: TemplateActivityRow,
    report: ReportRow | None,
    known: _Known,
) -> StepPart:
    kind = ActivityKind(row.kind)
    state = step_state(at, kind, report)
    is_over = at.done or at.early_finish <= known.status_date
    # A limit passes: it is not brought forward, and has no float. Nor has the past.
    is_open = not is_over and kind is not ActivityKind.LIMIT
    return StepPart(
        key=row.key,
        name=known.why.names.activity(row.key),
        kind=kind,
        kind_text=kind_text(kind),
        duration="" if at.start == at.finish else duration(row.duration),
        planned=planned_text(at, report, is_rough=known.is_rough),
        how=known.how.of(at.id),
        earliest=known.stretch(at.early_start, at.early_finish) if is_open else "",
        latest=known.stretch(at.late_start, at.late_finish) if is_open else "",
        float_text=signed_days(at.total_float) if is_open else "",
        float_weeks=in_weeks(at.total_float) if is_open else "",
        floats=floats_text(at) if is_open else "",
        is_critical=at.critical and is_open,
        is_near_critical=at.near_critical and is_open,
        is_assumed=known.assumed.has(at.id),
        state=state,
        reported=reported_text(report),
        why=known.why.text(at, row),
        explanation=row.explanation,
        provenance=known.sources.of(row),
        report=None if report is None else known.sources.of(report),
        told_by=known.told_by.get(row.key, ""),
        against=known.against if row.key == OPTION_EXERCISED else "",
        can_be_reported=kind is not ActivityKind.LIMIT,
        right_to_report=right_to_report(row.key, report),
    )


def step_state(
    at: ScheduledActivity, kind: ActivityKind, report: ReportRow | None
) -> StepState:
    """What is known of a step; a limit passes and is never done."""
    if kind is ActivityKind.LIMIT:
        return StepState.LIMIT
    if report is not None:
        return StepState(report.state)
    return StepState.PRESUMED if at.presumed else StepState.AHEAD


def kind_text(kind: ActivityKind) -> str:
    """Name the kind of a step."""
    match kind:
        case ActivityKind.MILESTONE:
            return _("Milestone")
        case ActivityKind.LIMIT:
            return _("Limit")
        case ActivityKind.PHASE:
            return _("Phase")
        case ActivityKind.WORK:
            return _("Work")


def planned_text(
    at: ScheduledActivity, report: ReportRow | None, *, is_rough: bool
) -> str:
    """The dates of a step; what happened is told as exactly as it is known."""
    if report is not None and report.state == ReportState.DONE:
        return done_text(report)
    if is_rough:
        return about(at.start, at.finish)
    return long_date(at.start) if at.start == at.finish else span(at.start, at.finish)


def done_text(report: ReportRow) -> str:
    """When a step was done, from its first known day to its last."""
    first = report.start_first or report.finish_first
    last = report.finish_last or report.start_last
    if first is None or last is None:
        return _("at a time that is not known")
    return dated(first, last, report.precision)


def reported_text(report: ReportRow | None) -> str:
    """What somebody reported, in a few words; empty where nobody has."""
    if report is None:
        return ""
    if report.state == ReportState.DONE:
        return _("Done")
    if report.state == ReportState.NOT_DONE:
        return _("Not done")
    started = _report_window(report.start_first, report.start_last, report.precision)
    if not report.remaining:
        return _("Started %(date)s", date=started)
    return _(
        "Started %(date)s, %(duration)s left",
        date=started,
        duration=duration(report.remaining),
    )


def _report_window(first: date | None, last: date | None, precision: str) -> str:
    if first is None or last is None:
        return _("at a time that is not known")
    return dated(first, last, precision)
