"""The writes on what councils decided, with all that follows from it."""

from collections.abc import Iterable
from contextlib import AbstractContextManager
from typing import Any

from app.access import User, require
from app.commitment_words import FINAL
from app.extensions import db
from app.rights.commands import RIGHT
from app.rights.entries import (
    DecisionEntry,
    fill_decision,
    outcome_of,
    point_row,
)
from app.rights.following import follow, take_back
from app.rights.queries import list_points
from app.store.tables import ChangeRow, DecisionPointRow, DecisionRow, PlanRow
from app.store.writing import Write, writing


def record_decision(
    plan: PlanRow, number: str, entry: DecisionEntry, *, by: User
) -> ChangeRow | None:
    """Keep what a meeting decided, and make what follows from it."""
    require(by, RIGHT)
    values = _values(number, entry.case_number, entry.result)
    with writing(plan, by=by, what="rights.decision-recorded", values=values) as write:
        row = DecisionRow(municipality=number)
        fill_decision(row, entry)
        db.session.add(row)
        db.session.flush()
        follow(plan, row, _add_points(row, entry))
    return write.change


def change_decision(
    plan: PlanRow, row: DecisionRow, entry: DecisionEntry, *, by: User, seen: int
) -> ChangeRow | None:
    """Say something else of a decision; what followed from it follows anew."""
    require(by, RIGHT)
    told = _values(row.municipality, entry.case_number, entry.result)
    with _writing(
        plan, row, "rights.decision-changed", told, by=by, seen=seen
    ) as write:
        points = list_points([row.id])
        take_back(plan, row, points)
        _drop(points)
        fill_decision(row, entry)
        db.session.flush()
        follow(plan, row, _add_points(row, entry))
    return write.change


def make_final(
    plan: PlanRow, row: DecisionRow, *, by: User, seen: int
) -> ChangeRow | None:
    """Say that nothing can change a decision any more: what it creates is made."""
    require(by, RIGHT)
    told = _values(row.municipality, row.case_number, row.result)
    with _writing(plan, row, "rights.decision-final", told, by=by, seen=seen) as write:
        if row.finality != FINAL:
            row.finality = FINAL
            points = list_points([row.id])
            row.outcome = outcome_of(row, (it.fact_kind for it in points)).value
            db.session.flush()
            follow(plan, row, points)
    return write.change


def remove_decision(
    plan: PlanRow, row: DecisionRow, *, by: User, seen: int
) -> ChangeRow | None:
    """Take a decision away, with what followed from it."""
    require(by, RIGHT)
    told = _values(row.municipality, row.case_number, row.result)
    with _writing(
        plan, row, "rights.decision-removed", told, by=by, seen=seen
    ) as write:
        points = list_points([row.id])
        take_back(plan, row, points)
        _drop(points)
        db.session.delete(row)
    return write.change


def _writing(
    plan: PlanRow,
    row: DecisionRow,
    what: str,
    told: dict[str, Any],
    *,
    by: User,
    seen: int,
) -> AbstractContextManager[Write]:
    """A write on a decision as it was looked at."""
    touches = [("decision", str(row.id))]
    return writing(plan, by=by, what=what, values=told, seen=seen, touches=touches)


def _add_points(row: DecisionRow, entry: DecisionEntry) -> list[DecisionPointRow]:
    points = [
        point_row(row.id, position, it)
        for position, it in enumerate(entry.points, start=1)
    ]
    db.session.add_all(points)
    db.session.flush()
    return points


def _drop(points: Iterable[DecisionPointRow]) -> None:
    for point in points:
        db.session.delete(point)
    db.session.flush()


def _values(number: str, case_number: str, result: str) -> dict[str, str]:
    return {"municipality": number, "case": case_number, "result": result}
