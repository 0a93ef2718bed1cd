"""Reads of what has been changed last, and of the GP offices' dates."""

from sqlalchemy import select

from app.extensions import db
from app.past_changes import PastChange, list_past_changes
from app.store.tables import ChangeRow, MilestoneRow, PlanRow

SHOWN_CHANGES = 5


def list_last_changes() -> list[PastChange]:
    """The last changes, newest first."""
    newest = select(ChangeRow.id).order_by(ChangeRow.id.desc())
    return list_past_changes(newest.limit(SHOWN_CHANGES))


def list_gp_keys(plan: PlanRow) -> frozenset[str]:
    """The dates of the programme that concern GP offices alone."""
    return frozenset(
        db.session.scalars(
            select(MilestoneRow.key).where(
                MilestoneRow.plan_id == plan.id, MilestoneRow.track == "gp"
            )
        )
    )
