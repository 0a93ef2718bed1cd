"""Reads of what has been changed last, of places, and of the GP offices' dates."""

from sqlalchemy import select

from app.extensions import db
from app.overview.map_marks import Place
from app.past_changes import PastChange, list_past_changes
from app.store.tables import ChangeRow, MilestoneRow, MunicipalityRow, PlanRow

SHOWN_CHANGES = 5


def list_last_changes() -> list[PastChange]:
    """The last changes, newest first."""
    newest = select(ChangeRow.id).order_by(ChangeRow.id.desc())
    return list_past_changes(newest.limit(SHOWN_CHANGES))


def list_places() -> list[Place]:
    """Where the municipalities lie, by name."""
    rows = db.session.scalars(
        select(MunicipalityRow).order_by(MunicipalityRow.sort_key)
    )
    return [
        Place(
            number=row.number,
            name=row.name,
            centre=row.centre,
            trust=row.trust or "",
            population=row.population,
            latitude=row.latitude,
            longitude=row.longitude,
        )
        for row in rows
    ]


def list_gp_keys(plan: PlanRow) -> frozenset[str]:
    """The dates of the programme that concern GP offices alone."""
    return frozenset(
        db.session.scalars(
            select(MilestoneRow.key).where(
                MilestoneRow.plan_id == plan.id, MilestoneRow.track == "gp"
            )
        )
    )
