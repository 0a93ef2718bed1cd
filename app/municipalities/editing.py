"""The forms of one step and of one limit, filled in and ready to print."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from flask_babel import gettext as _

from app.filters import long_date, plain_text, window
from app.municipalities.commands import Reported
from app.municipalities.forms import DeadlineForm, ReportForm
from app.municipalities.live import find_report, is_live
from app.municipalities.reporting import meaning_of
from app.municipalities.standing import countdown
from app.municipalities.steps import done_text, reported_text
from app.store.names import Names
from app.store.tables import DeadlineRow, ReportRow, TemplateActivityRow
from app.told_reports import all_told_by
from planning.calendars import to_date
from planning.durations import parse_duration
from planning.evaluate import Evaluation
from planning.snapshot import Precision, ReportState

AFTER = "after"
"""The phase of what comes after go-live."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StepEditing:
    """One step as its form tells it: what is planned, what is reported."""

    number: str
    municipality: str
    key: str
    name: str
    planned: str
    reported: str
    means: tuple[str, ...]
    has_duration: bool
    revision: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LimitEditing:
    """One limit as its form tells it: the day that holds, and the one derived."""

    number: str
    municipality: str
    key: str
    name: str
    counted: str
    is_set: bool
    revision: int


def has_duration(step: TemplateActivityRow) -> bool:
    """Whether a step takes time, and so can be under way."""
    return not parse_duration(step.duration).is_zero


def step_editing(
    evaluation: Evaluation,
    number: str,
    step: TemplateActivityRow,
    report: ReportRow | None,
    names: Names,
) -> StepEditing:
    """Tell what the form is about."""
    at = evaluation.schedule.activities.get(f"{number}.{step.key}")
    return StepEditing(
        number=number,
        municipality=names.municipality(number),
        key=step.key,
        name=names.activity(step.key),
        planned="" if at is None else long_date(at.start),
        reported=_reported_before(report),
        means=(*_told(evaluation, number, step.key), *meaning_of(step.key, report)),
        has_duration=has_duration(step),
        revision=evaluation.snapshot.revision,
    )


def _told(evaluation: Evaluation, number: str, key: str) -> Iterator[str]:
    """That the step counts as done although nobody has reported it."""
    who = all_told_by(evaluation, number).get(key)
    report = find_report(evaluation, number, key)
    if who is not None and report is not None and report.finish is not None:
        yield _(
            "The step counts as done, %(told)s: %(date)s. What is reported here takes"
            " the place of that.",
            told=who,
            date=window(report.finish),
        )


def _reported_before(report: ReportRow | None) -> str:
    if report is None:
        return ""
    if report.state != ReportState.DONE:
        return _("Reported: %(what)s.", what=reported_text(report))
    return _("Reported done: %(date)s.", date=done_text(report))


def report_form(
    evaluation: Evaluation,
    number: str,
    step: TemplateActivityRow,
    report: ReportRow | None,
) -> ReportForm:
    """The form, filled with what was reported before to the day."""
    return ReportForm(
        data={} if report is None else _given(report),
        status_date=to_date(evaluation.snapshot.status_date),
        has_duration=has_duration(step),
        waits=step.phase == AFTER and not is_live(evaluation, number),
    )


def _given(report: ReportRow) -> dict[str, object]:
    """What a report says; a date that is known to a month is nothing to type."""
    given: dict[str, object] = {"state": report.state}
    if report.precision == Precision.DAY:
        given |= {"start": report.start_first, "finish": report.finish_first}
    if report.remaining:
        left = parse_duration(report.remaining)
        given |= {"left": left.amount, "unit": left.unit.value}
    return given


def reported(form: ReportForm, step: TemplateActivityRow) -> Reported:
    """What the form says; a milestone starts on the day it is done."""
    state = ReportState(form.state.data)
    if state is ReportState.STARTED:
        return Reported(state=state, start=form.start.data, remaining=form.remaining)
    if state is ReportState.NOT_DONE:
        return Reported(state=state)
    start = form.start.data if has_duration(step) else form.finish.data
    return Reported(state=state, start=start, finish=form.finish.data)


def limit_form(
    evaluation: Evaluation, number: str, deadline: DeadlineRow | None
) -> DeadlineForm:
    """The form, filled with the day that is named already."""
    given: dict[str, Any] = {}
    if deadline is not None:
        given = {"day": deadline.day, "note": plain_text(deadline.note)}
    go_live = evaluation.go_live(number)
    return DeadlineForm(
        data=given,
        go_live=None if go_live is None else to_date(go_live),
        status_date=to_date(evaluation.snapshot.status_date),
    )


def limit_editing(
    evaluation: Evaluation,
    number: str,
    key: str,
    deadline: DeadlineRow | None,
    names: Names,
) -> LimitEditing:
    """Tell what the form is about."""
    limit = next((it for it in evaluation.limits(number) if it.key == key), None)
    return LimitEditing(
        number=number,
        municipality=names.municipality(number),
        key=key,
        name=names.activity(key),
        counted="" if limit is None else _counted(evaluation, limit.derived_day),
        is_set=deadline is not None,
        revision=evaluation.snapshot.revision,
    )


def _counted(evaluation: Evaluation, day: int) -> str:
    return _(
        "Counted back from go-live it is %(day)s, %(countdown)s.",
        day=long_date(day),
        countdown=countdown(day - evaluation.snapshot.status_date),
    )
