"""Reads of what has been changed last, and of the GP offices' dates."""

from collections.abc import Sequence

from sqlalchemy import select

from app.extensions import db
from app.store.tables import ChangeRow, MilestoneRow, PlanRow

SHOWN_CHANGES = 5


def list_last_changes() -> Sequence[ChangeRow]:
    """The last changes, newest first."""
    return db.session.scalars(
        select(ChangeRow).order_by(ChangeRow.id.desc()).limit(SHOWN_CHANGES)
    ).all()


def list_gp_keys(plan: PlanRow) -> frozenset[str]:
    """The dates of the programme that concern GP offices alone."""
    return frozenset(
        db.session.scalars(
            select(MilestoneRow.key).where(
                MilestoneRow.plan_id == plan.id, MilestoneRow.track == "gp"
            )
        )
    )
