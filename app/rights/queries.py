"""Reads of municipalities, and of what their councils decided."""

from collections.abc import Sequence
from datetime import date

from flask import abort
from sqlalchemy import select

from app.extensions import db
from app.store.tables import (
    AgreementPartyRow,
    AgreementRow,
    CommitmentFactRow,
    CouncilBudgetLineRow,
    CouncilTaskRow,
    DecisionPointRow,
    DecisionRow,
    MunicipalityRow,
    PlanRow,
    ReportRow,
    TemplateActivityRow,
)
from planning.snapshot import ActivityKind, ReportState


def list_municipalities() -> Sequence[MunicipalityRow]:
    """All municipalities, sorted by name."""
    return db.session.scalars(
        select(MunicipalityRow).order_by(MunicipalityRow.sort_key)
    ).all()


def get_municipality(number: str) -> MunicipalityRow:
    """One municipality; an unknown one is not found."""
    return db.session.get(MunicipalityRow, number) or abort(404)


def list_facts(number: str) -> Sequence[CommitmentFactRow]:
    """The rows of facts of a municipality, oldest first."""
    return db.session.scalars(
        select(CommitmentFactRow)
        .where(CommitmentFactRow.municipality == number)
        .order_by(CommitmentFactRow.happened_last, CommitmentFactRow.id)
    ).all()


def find_fact(number: str, fact_id: int) -> CommitmentFactRow | None:
    """One fact of a municipality, if it is there still."""
    row = db.session.get(CommitmentFactRow, fact_id)
    return row if row is not None and row.municipality == number else None


def get_fact(number: str, fact_id: int) -> CommitmentFactRow:
    """One fact of a municipality; an unknown one is not found."""
    return find_fact(number, fact_id) or abort(404)


def list_agreements(number: str) -> Sequence[AgreementRow]:
    """The agreements that a municipality is a party to."""
    return db.session.scalars(
        select(AgreementRow)
        .join(AgreementPartyRow, AgreementPartyRow.agreement_id == AgreementRow.id)
        .where(AgreementPartyRow.municipality == number)
    ).all()


def list_decisions(number: str) -> Sequence[DecisionRow]:
    """The decisions and signals of a municipality, newest first."""
    return db.session.scalars(
        select(DecisionRow)
        .where(DecisionRow.municipality == number)
        .order_by(DecisionRow.decided_last.desc(), DecisionRow.id.desc())
    ).all()


def find_decision(number: str, decision_id: int) -> DecisionRow | None:
    """One decision of a municipality, if it is there still."""
    row = db.session.get(DecisionRow, decision_id)
    return row if row is not None and row.municipality == number else None


def get_decision(number: str, decision_id: int) -> DecisionRow:
    """One decision of a municipality; an unknown one is not found."""
    return find_decision(number, decision_id) or abort(404)


def list_points(decision_ids: Sequence[int]) -> Sequence[DecisionPointRow]:
    """The points of some decisions, in order."""
    return db.session.scalars(
        select(DecisionPointRow)
        .where(DecisionPointRow.decision_id.in_(decision_ids))
        .order_by(DecisionPointRow.decision_id, DecisionPointRow.position)
    ).all()


def list_tasks(number: str) -> Sequence[CouncilTaskRow]:
    """What a council has asked to be done, the first to be done first."""
    rows = db.session.scalars(
        select(CouncilTaskRow).where(CouncilTaskRow.municipality == number)
    ).all()
    return sorted(rows, key=lambda it: (it.due_day or date.max, it.id))


def get_task(number: str, task_id: int) -> CouncilTaskRow:
    """One task of a municipality; an unknown one is not found."""
    row = db.session.get(CouncilTaskRow, task_id)
    return row if row is not None and row.municipality == number else abort(404)


def list_budget_lines(number: str) -> Sequence[CouncilBudgetLineRow]:
    """What a council has set aside, by year."""
    return db.session.scalars(
        select(CouncilBudgetLineRow)
        .where(CouncilBudgetLineRow.municipality == number)
        .order_by(CouncilBudgetLineRow.year, CouncilBudgetLineRow.id)
    ).all()


def list_reports(number: str) -> Sequence[ReportRow]:
    """What is reported as done of a municipality's steps."""
    return db.session.scalars(
        select(ReportRow).where(
            ReportRow.municipality == number,
            ReportRow.state == ReportState.DONE.value,
        )
    ).all()


def list_limits(plan: PlanRow) -> Sequence[str]:
    """The keys of the limits of a plan, in their order."""
    return db.session.scalars(
        select(TemplateActivityRow.key)
        .where(
            TemplateActivityRow.plan_id == plan.id,
            TemplateActivityRow.kind == ActivityKind.LIMIT.value,
        )
        .order_by(TemplateActivityRow.position, TemplateActivityRow.id)
    ).all()
