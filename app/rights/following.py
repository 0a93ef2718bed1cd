"""What follows from a decision: facts, deadlines, budget lines, tasks.

It is made in the same write as the decision, and taken back with it.
"""

from collections.abc import Iterable, Sequence
from typing import TypeVar

from sqlalchemy import select

from app.extensions import db
from app.language import language
from app.rights.entries import is_in_force
from app.rights.reports import add_report, drop_report
from app.store.loader import ENTERED
from app.store.tables import (
    CommitmentFactRow,
    CouncilBudgetLineRow,
    CouncilTaskRow,
    DeadlineRow,
    DecisionPointRow,
    DecisionRow,
    PlanRow,
)
from app.when import When

Row = TypeVar("Row", CommitmentFactRow, CouncilBudgetLineRow, CouncilTaskRow)


def follow(plan: PlanRow, row: DecisionRow, points: Iterable[DecisionPointRow]) -> None:
    """Make what the points of a decision say, where it passed and is final."""
    if not is_in_force(row):
        return
    for point in points:
        match point.creates:
            case "fact":
                _add_fact(plan, row, point)
            case "deadline":
                _set_deadline(plan, row, point)
            case "budget":
                _add_budget_line(row, point)
            case "task":
                _add_task(row, point)
    db.session.flush()


def take_back(
    plan: PlanRow, row: DecisionRow, points: Iterable[DecisionPointRow]
) -> None:
    """Take away what followed from a decision, as far as it still says the same."""
    for fact in followed(CommitmentFactRow, row.id):
        drop_report(plan, fact)
        db.session.delete(fact)
    for line in followed(CouncilBudgetLineRow, row.id):
        db.session.delete(line)
    for task in followed(CouncilTaskRow, row.id):
        db.session.delete(task)
    for point in points:
        deadline = _find_deadline(plan, row, point)
        if (
            point.creates == "deadline"
            and deadline is not None
            and deadline.confidence == ENTERED
            and deadline.day == point.day
        ):
            db.session.delete(deadline)
    db.session.flush()


def followed(table: type[Row], decision_id: int) -> Sequence[Row]:
    """The rows of a table that followed from a decision."""
    return db.session.scalars(
        select(table).where(table.decision_id == decision_id).order_by(table.id)
    ).all()


def when_decided(row: DecisionRow) -> When:
    """When a decision was made."""
    return When(first=row.decided_first, last=row.decided_last, precision=row.precision)


def _add_fact(plan: PlanRow, row: DecisionRow, point: DecisionPointRow) -> None:
    fact = CommitmentFactRow(
        municipality=row.municipality,
        kind=point.fact_kind,
        happened_first=row.decided_first,
        happened_last=row.decided_last,
        precision=row.precision,
        case_number=row.case_number,
        decision_id=row.id,
        confidence=ENTERED,
        note={},
    )
    db.session.add(fact)
    db.session.flush()
    add_report(plan, fact)


def _set_deadline(plan: PlanRow, row: DecisionRow, point: DecisionPointRow) -> None:
    deadline = _find_deadline(plan, row, point)
    if deadline is None:
        deadline = DeadlineRow(
            plan_id=plan.id, municipality=row.municipality, activity=point.activity
        )
        db.session.add(deadline)
    if point.day is not None:
        deadline.day = point.day
    deadline.note = {language(): row.case_number} if row.case_number else {}
    deadline.confidence = ENTERED
    deadline.source = deadline.reference = ""


def _find_deadline(
    plan: PlanRow, row: DecisionRow, point: DecisionPointRow
) -> DeadlineRow | None:
    return db.session.scalar(
        select(DeadlineRow).where(
            DeadlineRow.plan_id == plan.id,
            DeadlineRow.municipality == row.municipality,
            DeadlineRow.activity == point.activity,
        )
    )


def _add_budget_line(row: DecisionRow, point: DecisionPointRow) -> None:
    db.session.add(
        CouncilBudgetLineRow(
            municipality=row.municipality,
            text=point.text,
            year=point.year,
            amount=point.amount,
            purpose=point.purpose,
            price_year=point.price_year,
            decision_id=row.id,
        )
    )


def _add_task(row: DecisionRow, point: DecisionPointRow) -> None:
    db.session.add(
        CouncilTaskRow(
            municipality=row.municipality,
            text=point.text,
            due_day=point.day,
            decision_id=row.id,
        )
    )
