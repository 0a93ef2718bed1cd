"""The writes on facts of the chain, and on tasks from councils."""

from datetime import date
from typing import Any

from app.access import User, require
from app.extensions import db
from app.rights.entries import FactEntry, fill_fact
from app.rights.reports import add_report, drop_report
from app.store.tables import ChangeRow, CommitmentFactRow, CouncilTaskRow, PlanRow
from app.store.writing import writing

RIGHT = "rights.edit"


def record_fact(
    plan: PlanRow, number: str, entry: FactEntry, *, by: User
) -> ChangeRow | None:
    """Say that something has happened."""
    require(by, RIGHT)
    values = _values(number, entry.kind.value, entry.when.first, entry.when.last)
    with writing(plan, by=by, what="rights.fact-recorded", values=values) as write:
        row = CommitmentFactRow(municipality=number)
        fill_fact(row, entry)
        db.session.add(row)
        db.session.flush()
        add_report(plan, row)
    return write.change


def change_fact(
    plan: PlanRow, row: CommitmentFactRow, entry: FactEntry, *, by: User, seen: int
) -> ChangeRow | None:
    """Say something else of what has happened."""
    require(by, RIGHT)
    kind, when = entry.kind.value, entry.when
    values = _values(row.municipality, kind, when.first, when.last)
    with writing(
        plan,
        by=by,
        what="rights.fact-changed",
        values=values,
        seen=seen,
        touches=[("commitment_fact", str(row.id))],
    ) as write:
        drop_report(plan, row)
        fill_fact(row, entry)
        db.session.flush()
        add_report(plan, row)
    return write.change


def remove_fact(
    plan: PlanRow, row: CommitmentFactRow, *, by: User, seen: int
) -> ChangeRow | None:
    """Take a fact away: nothing is said of it any more."""
    require(by, RIGHT)
    values = _values(row.municipality, row.kind, row.happened_first, row.happened_last)
    with writing(
        plan,
        by=by,
        what="rights.fact-removed",
        values=values,
        seen=seen,
        touches=[("commitment_fact", str(row.id))],
    ) as write:
        drop_report(plan, row)
        db.session.delete(row)
    return write.change


def finish_task(
    plan: PlanRow, row: CouncilTaskRow, day: date | None, *, by: User, seen: int
) -> ChangeRow | None:
    """Say that a task is done; without a day, that it is not done after all."""
    require(by, RIGHT)
    what = "rights.task-reopened" if day is None else "rights.task-done"
    with writing(
        plan,
        by=by,
        what=what,
        values={"municipality": row.municipality, "text": row.text},
        seen=seen,
        touches=[("council_task", str(row.id))],
    ) as write:
        row.done_on = day
    return write.change


def _values(number: str, kind: str, first: date, last: date) -> dict[str, Any]:
    return {
        "municipality": number,
        "kind": kind,
        "first": first.isoformat(),
        "last": last.isoformat(),
    }
