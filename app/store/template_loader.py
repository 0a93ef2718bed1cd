"""Rows to the template that every municipality goes through."""

from sqlalchemy import select

from app.extensions import db
from app.store.tables import TemplateActivityRow, TemplateLinkRow
from planning.durations import parse_duration
from planning.lag_calendars import LagCalendar
from planning.snapshot import (
    ActivityKind,
    Placing,
    Template,
    TemplateActivity,
    TemplateLink,
)

ASSUMED = "assumed"


def load_template(plan_id: int) -> Template:
    """The steps of a plan's template and what ties them."""
    return Template(activities=_activities(plan_id), links=_links(plan_id))


def _activities(plan_id: int) -> tuple[TemplateActivity, ...]:
    rows = db.session.execute(
        select(
            TemplateActivityRow.key,
            TemplateActivityRow.kind,
            TemplateActivityRow.duration,
            TemplateActivityRow.placing,
            TemplateActivityRow.option_holders_only,
            TemplateActivityRow.confidence,
        )
        .where(TemplateActivityRow.plan_id == plan_id)
        .order_by(TemplateActivityRow.position, TemplateActivityRow.id)
    )
    return tuple(
        TemplateActivity(
            key=key,
            kind=ActivityKind(kind),
            duration=parse_duration(duration),
            placing=Placing(placing),
            option_holders_only=holders_only,
            is_sourced=confidence not in ("", ASSUMED),
        )
        for key, kind, duration, placing, holders_only, confidence in rows
    )


def _links(plan_id: int) -> tuple[TemplateLink, ...]:
    rows = db.session.execute(
        select(
            TemplateLinkRow.predecessor,
            TemplateLinkRow.successor,
            TemplateLinkRow.kind,
            TemplateLinkRow.lag,
            TemplateLinkRow.calendar,
        )
        .where(TemplateLinkRow.plan_id == plan_id)
        .order_by(TemplateLinkRow.id)
    )
    return tuple(
        TemplateLink(
            predecessor=predecessor,
            successor=successor,
            kind=kind,
            lag=parse_duration(lag),
            calendar=LagCalendar(calendar),
        )
        for predecessor, successor, kind, lag, calendar in rows
    )
