"""Reads of municipalities and of what is known of each."""

from collections.abc import Sequence

from flask import abort
from sqlalchemy import select, tuple_

from app.extensions import db
from app.store import results
from app.store.tables import (
    DeadlineRow,
    DecisionRow,
    MoneyFigureRow,
    MunicipalityRow,
    PlacementRow,
    PlanRow,
    RegionRow,
    ReportRow,
    TemplateActivityRow,
    TrustRow,
    VintageDeadlineRow,
)
from app.told_reports import shown_reports
from planning.snapshot import ActivityKind


def list_municipalities() -> Sequence[MunicipalityRow]:
    """All municipalities, by name."""
    return db.session.scalars(
        select(MunicipalityRow).order_by(MunicipalityRow.sort_key)
    ).all()


def get_municipality(number: str) -> MunicipalityRow:
    """Return a municipality by its number; an unknown one is not found."""
    return db.session.get(MunicipalityRow, number) or abort(404)


def list_regions() -> Sequence[RegionRow]:
    """The working-group regions, by name."""
    return db.session.scalars(select(RegionRow).order_by(RegionRow.sort_key)).all()


def list_named_trusts() -> Sequence[TrustRow]:
    """The hospital trusts that the sources name."""
    return db.session.scalars(
        select(TrustRow).where(TrustRow.name != "").order_by(TrustRow.position)
    ).all()


def list_template(plan: PlanRow) -> Sequence[TemplateActivityRow]:
    """The steps of a plan's template, in their order."""
    return db.session.scalars(
        select(TemplateActivityRow)
        .where(TemplateActivityRow.plan_id == plan.id)
        .order_by(TemplateActivityRow.position, TemplateActivityRow.id)
    ).all()


def find_step(plan: PlanRow, key: str) -> TemplateActivityRow | None:
    """Return a step of the template by its key."""
    return db.session.scalar(
        select(TemplateActivityRow).where(
            TemplateActivityRow.plan_id == plan.id, TemplateActivityRow.key == key
        )
    )


def get_reportable_step(
    plan: PlanRow, municipality: MunicipalityRow, key: str
) -> TemplateActivityRow:
    """Return a step that can be reported; a limit passes and is never done."""
    row = find_step(plan, key) or abort(404)
    is_limit = row.kind == ActivityKind.LIMIT
    if is_limit or (row.option_holders_only and not municipality.holds_option):
        abort(404)
    return row


def find_placement(plan: PlanRow, number: str) -> PlacementRow | None:
    """Return where a municipality is placed in a plan, if it is in it."""
    return db.session.scalar(
        select(PlacementRow).where(
            PlacementRow.plan_id == plan.id, PlacementRow.municipality == number
        )
    )


def list_reports(number: str) -> dict[str, ReportRow]:
    """What counts as reported for a municipality, by activity."""
    rows = db.session.scalars(select(ReportRow).where(ReportRow.municipality == number))
    evaluation = results.evaluation(results.current_plan())
    return shown_reports(evaluation, number, {row.activity: row for row in rows})


def find_report(number: str, activity: str) -> ReportRow | None:
    """Return what is reported of one activity, if anything is."""
    return db.session.scalar(
        select(ReportRow).where(
            ReportRow.municipality == number, ReportRow.activity == activity
        )
    )


def list_deadlines(plan: PlanRow, number: str) -> dict[str, DeadlineRow]:
    """The limits that are named for a municipality, by activity."""
    rows = db.session.scalars(
        select(DeadlineRow).where(
            DeadlineRow.plan_id == plan.id, DeadlineRow.municipality == number
        )
    )
    return {row.activity: row for row in rows}


def find_deadline(plan: PlanRow, number: str, activity: str) -> DeadlineRow | None:
    """Return the day that is named for one limit, if one is."""
    return db.session.scalar(
        select(DeadlineRow).where(
            DeadlineRow.plan_id == plan.id,
            DeadlineRow.municipality == number,
            DeadlineRow.activity == activity,
        )
    )


def list_decisions(number: str) -> Sequence[DecisionRow]:
    """What a council decided or signalled, newest first."""
    return db.session.scalars(
        select(DecisionRow)
        .where(DecisionRow.municipality == number)
        .order_by(DecisionRow.decided_last.desc(), DecisionRow.id)
    ).all()


def list_money(number: str) -> Sequence[MoneyFigureRow]:
    """The sums that public sources give for a municipality."""
    return db.session.scalars(
        select(MoneyFigureRow)
        .where(MoneyFigureRow.municipality == number)
        .order_by(MoneyFigureRow.key)
    ).all()


def list_earlier_limits(
    scopes: Sequence[tuple[str, str]],
) -> Sequence[VintageDeadlineRow]:
    """The limits that earlier plans offered any of some scopes: kind and key."""
    scope = tuple_(VintageDeadlineRow.scope_kind, VintageDeadlineRow.scope)
    return db.session.scalars(
        select(VintageDeadlineRow)
        .where(scope.in_(scopes))
        .order_by(VintageDeadlineRow.day)
    ).all()


def scopes_of(row: MunicipalityRow) -> list[tuple[str, str]]:
    """The scopes by which an earlier plan may have meant a municipality."""
    scopes = [("municipality", row.number)]
    if row.region:
        scopes.append(("region", row.region))
    if row.trust:
        scopes.append(("trust", row.trust))
    return scopes
