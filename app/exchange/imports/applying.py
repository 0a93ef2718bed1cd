"""What a file changes in a plan, written as one change with one undo.

What the rules refuse never comes here. Whatever is taken from a file is marked as
entered: it no longer leans on the source of what it replaces.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import select

from app.access import User, require
from app.exchange.imports.changes import ChangeKind, PlanChange
from app.extensions import db
from app.municipalities.commands import Reported, fill_report
from app.municipalities.queries import find_deadline, find_report
from app.rollout.filling import dependence_of, fill_link
from app.rollout.filling import mark_entered as mark_step_entered
from app.rollout.queries import get_activity
from app.store.tables import (
    ChangeRow,
    DeadlineRow,
    PlanRow,
    ReportRow,
    TemplateActivityRow,
    TemplateLinkRow,
)
from app.store.writing import writing
from app.waves.commands import mark_entered
from app.waves.queries import get_placement, get_wave
from planning.durations import parse_duration
from planning.lag_calendars import LagCalendar
from planning.snapshot import ReportState

RIGHTS = ("plan.edit", "template.edit", "progress.report")


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What a file is called, and the revision that it was written from."""

    file: str
    seen: int | None = None


def apply_changes(
    plan: PlanRow, changes: Sequence[PlanChange], given: Given, *, by: User
) -> ChangeRow | None:
    """Write what a file changes, all of it or nothing.

    Raises:
        ClashError: something that the file changes was changed after it was written.
    """
    for right in RIGHTS:
        require(by, right)
    touches = [key for it in changes for key in _touched(plan, it)]
    with writing(
        plan,
        by=by,
        what="exchange.imported",
        values={"file": given.file, "count": len(changes)},
        seen=given.seen,
        touches=touches,
    ) as write:
        for change in changes:
            WRITERS[change.kind](plan, change)
    return write.change


def _touched(plan: PlanRow, change: PlanChange) -> list[tuple[str, str]]:
    """The rows that a change is about, as far as they are there."""
    row: object
    match change.kind:
        case ChangeKind.WAVE_DAY:
            row = get_wave(plan, change.target)
        case ChangeKind.PLACEMENT:
            row = get_placement(plan, change.target)
        case ChangeKind.DURATION:
            row = get_activity(plan, change.target)
        case ChangeKind.LINK:
            row = _link(plan, change.target)
        case ChangeKind.REPORT:
            row = find_report(*_step(change))
        case ChangeKind.LIMIT:
            row = find_deadline(plan, *_step(change))
    if row is None:
        return []
    return [(row.__tablename__, str(row.id))]


def _step(change: PlanChange) -> tuple[str, str]:
    number, _dot, key = change.target.partition(".")
    return number, key


def _link(plan: PlanRow, target: str) -> TemplateLinkRow:
    before, _arrow, after = target.partition(">")
    return db.session.scalars(
        select(TemplateLinkRow).where(
            TemplateLinkRow.plan_id == plan.id,
            TemplateLinkRow.predecessor == before,
            TemplateLinkRow.successor == after,
        )
    ).one()


def _write_wave_day(plan: PlanRow, change: PlanChange) -> None:
    get_wave(plan, change.target).set_day = date.fromisoformat(change.after["day"])


def _write_placement(plan: PlanRow, change: PlanChange) -> None:
    row = get_placement(plan, change.target)
    row.wave_id = get_wave(plan, change.after["wave"]).id
    mark_entered(row)


def _write_duration(plan: PlanRow, change: PlanChange) -> None:
    row: TemplateActivityRow = get_activity(plan, change.target)
    row.duration = change.after["duration"]
    mark_step_entered(row)


def _write_link(plan: PlanRow, change: PlanChange) -> None:
    row = _link(plan, change.target)
    was, lag = dependence_of(row), parse_duration(change.after["lag"])
    kept = was.calendar if lag.unit is was.lag.unit else LagCalendar.WORKING_DAYS
    fill_link(row, replace(was, kind=change.after["kind"], lag=lag, calendar=kept))


def _write_report(_plan: PlanRow, change: PlanChange) -> None:
    number, key = _step(change)
    row = find_report(number, key)
    if not change.after:
        if row is not None:
            db.session.delete(row)
        return
    if row is None:
        row = ReportRow(municipality=number, activity=key)
        db.session.add(row)
    fill_report(row, _reported(change.after))


def _reported(after: Mapping[str, str]) -> Reported:
    start, finish = (
        date.fromisoformat(after[key]) if key in after else None
        for key in ("start", "finish")
    )
    left = parse_duration(after["remaining"]) if "remaining" in after else None
    if finish is not None:
        return Reported(state=ReportState.DONE, start=start, finish=finish)
    state = ReportState.NOT_DONE if start is None else ReportState.STARTED
    return Reported(state=state, start=start, remaining=left)


def _write_limit(plan: PlanRow, change: PlanChange) -> None:
    number, key = _step(change)
    row = find_deadline(plan, number, key)
    if "day" not in change.after:
        if row is not None:
            db.session.delete(row)
        return
    day = date.fromisoformat(change.after["day"])
    if row is None:
        row = DeadlineRow(plan_id=plan.id, municipality=number, activity=key)
        db.session.add(row)
    row.day, row.note = day, {}
    row.confidence, row.source, row.reference = "entered", "", ""


WRITERS: Mapping[ChangeKind, Callable[[PlanRow, PlanChange], None]] = {
    ChangeKind.WAVE_DAY: _write_wave_day,
    ChangeKind.PLACEMENT: _write_placement,
    ChangeKind.DURATION: _write_duration,
    ChangeKind.LINK: _write_link,
    ChangeKind.REPORT: _write_report,
    ChangeKind.LIMIT: _write_limit,
}
