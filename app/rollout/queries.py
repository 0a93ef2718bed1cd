"""Reads of the template of a plan."""

from collections.abc import Sequence

from flask import abort
from sqlalchemy import func, or_, select

from app.extensions import db
from app.store.tables import (
    ComponentRow,
    PlanRow,
    ReportRow,
    TemplateActivityRow,
    TemplateLinkRow,
)


def list_activities(plan: PlanRow) -> Sequence[TemplateActivityRow]:
    """The steps in their order."""
    return db.session.scalars(
        select(TemplateActivityRow)
        .where(TemplateActivityRow.plan_id == plan.id)
        .order_by(TemplateActivityRow.position, TemplateActivityRow.id)
    ).all()


def list_links(plan: PlanRow) -> Sequence[TemplateLinkRow]:
    """The links in the order in which they were made."""
    return db.session.scalars(
        select(TemplateLinkRow)
        .where(TemplateLinkRow.plan_id == plan.id)
        .order_by(TemplateLinkRow.id)
    ).all()


def get_activity(plan: PlanRow, key: str) -> TemplateActivityRow:
    """Return a step by its key; an unknown one is not found."""
    found = db.session.scalar(
        select(TemplateActivityRow).where(
            TemplateActivityRow.plan_id == plan.id, TemplateActivityRow.key == key
        )
    )
    return found or abort(404)


def get_link(plan: PlanRow, link_id: int) -> TemplateLinkRow:
    """Return a link by its id; one of another plan is not found."""
    found = db.session.scalar(
        select(TemplateLinkRow).where(
            TemplateLinkRow.plan_id == plan.id, TemplateLinkRow.id == link_id
        )
    )
    return found or abort(404)


def list_links_of(plan: PlanRow, key: str) -> Sequence[TemplateLinkRow]:
    """The links that begin or end with a step."""
    return db.session.scalars(
        select(TemplateLinkRow)
        .where(
            TemplateLinkRow.plan_id == plan.id,
            or_(TemplateLinkRow.predecessor == key, TemplateLinkRow.successor == key),
        )
        .order_by(TemplateLinkRow.id)
    ).all()


def list_components_needing(key: str) -> Sequence[ComponentRow]:
    """The national components that a step needs."""
    return db.session.scalars(
        select(ComponentRow)
        .where(ComponentRow.needed_by == key)
        .order_by(ComponentRow.id)
    ).all()


def count_reports(key: str) -> int:
    """How many municipalities have reported on a step."""
    count = db.session.scalar(
        select(func.count()).select_from(ReportRow).where(ReportRow.activity == key)
    )
    return count or 0
