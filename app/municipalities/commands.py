"""What is written about one municipality: reports of steps, named limits.

A report holds the same in every plan; a named limit belongs to one. What a user
enters is marked as entered, and the source that stood there before stays in the
history alone.
"""

from dataclasses import dataclass
from datetime import date

from app.access import User, require
from app.extensions import db
from app.filters import plain_text
from app.language import language
from app.municipalities.queries import find_deadline, find_report
from app.municipalities.reporting import right_to_report
from app.store.columns import Texts
from app.store.tables import ChangeRow, DeadlineRow, PlanRow, ReportRow
from app.store.writing import writing
from planning.durations import Duration
from planning.snapshot import ReportState

ENTERED = "entered"
BY_DAY = "day"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reported:
    """What a user says of a step; both days are inside."""

    state: ReportState
    start: date | None = None
    finish: date | None = None
    remaining: Duration | None = None


def report(
    plan: PlanRow,
    municipality: str,
    activity: str,
    reported: Reported,
    *,
    by: User,
    seen: int | None,
) -> ChangeRow | None:
    """Say how far a step has come; what was said before is replaced."""
    row = find_report(municipality, activity)
    require(by, right_to_report(activity, row))
    with writing(
        plan,
        by=by,
        what="municipalities.reported",
        values={
            "municipality": municipality,
            "activity": activity,
            "state": reported.state.value,
        },
        seen=seen,
        touches=_touched("report", row),
    ) as write:
        # Somebody may have been first while this write waited for its turn.
        row = find_report(municipality, activity)
        require(by, right_to_report(activity, row))
        if row is None:
            row = ReportRow(municipality=municipality, activity=activity)
            db.session.add(row)
        fill_report(row, reported)
    return write.change


def fill_report(row: ReportRow, reported: Reported) -> None:
    """Put what was said into the row, and nothing of what was said before."""
    row.state = reported.state.value
    row.start_first = row.start_last = reported.start
    row.finish_first = row.finish_last = reported.finish
    row.precision = BY_DAY
    row.remaining = None if reported.remaining is None else str(reported.remaining)
    row.confidence = ENTERED
    row.source = row.reference = ""
    row.note = {}


def withdraw_report(
    plan: PlanRow, row: ReportRow, *, by: User, seen: int | None
) -> ChangeRow | None:
    """Take a report back: nothing is said of the step any more."""
    require(by, right_to_report(row.activity, row))
    with writing(
        plan,
        by=by,
        what="municipalities.report-withdrawn",
        values={"municipality": row.municipality, "activity": row.activity},
        seen=seen,
        touches=_touched("report", row),
    ) as write:
        db.session.delete(row)
    return write.change


def set_deadline(
    plan: PlanRow,
    municipality: str,
    activity: str,
    *,
    day: date,
    note: str,
    by: User,
    seen: int | None,
) -> ChangeRow | None:
    """Name the last day of a limit; it beats the one counted from go-live."""
    require(by, "plan.edit")
    row = find_deadline(plan, municipality, activity)
    with writing(
        plan,
        by=by,
        what="municipalities.deadline-set",
        values={
            "municipality": municipality,
            "activity": activity,
            "day": day.isoformat(),
        },
        seen=seen,
        touches=_touched("deadline", row),
    ) as write:
        # Somebody may have been first while this write waited for its turn.
        row = find_deadline(plan, municipality, activity)
        if row is None:
            row = DeadlineRow(
                plan_id=plan.id, municipality=municipality, activity=activity
            )
            db.session.add(row)
        row.day, row.note = day, _noted(row, note)
        row.confidence = ENTERED
        row.source = row.reference = ""
    return write.change


def _noted(row: DeadlineRow, note: str) -> Texts:
    """A note in the language of whoever wrote it; one that is kept stays in its own."""
    # A row that is new has no note yet.
    if row.note and note == plain_text(row.note):
        return row.note
    return {language(): note} if note else {}


def remove_deadline(
    plan: PlanRow, row: DeadlineRow, *, by: User, seen: int | None
) -> ChangeRow | None:
    """Let a limit be counted from go-live again."""
    require(by, "plan.edit")
    with writing(
        plan,
        by=by,
        what="municipalities.deadline-removed",
        values={"municipality": row.municipality, "activity": row.activity},
        seen=seen,
        touches=_touched("deadline", row),
    ) as write:
        db.session.delete(row)
    return write.change


def _touched(
    table: str, row: ReportRow | DeadlineRow | None
) -> tuple[tuple[str, str], ...]:
    return () if row is None else ((table, str(row.id)),)
