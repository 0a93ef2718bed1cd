"""Reads of what is new to a user, of places, and of the GP offices' dates."""

from sqlalchemy import false, func, select

from app.extensions import db
from app.overview.map_marks import Place
from app.overview.since import SHOWN_CHANGES, Recent
from app.past_changes import list_past_changes
from app.store import results, visits
from app.store.tables import ChangeRow, MilestoneRow, MunicipalityRow, PlanRow

READ_CHANGES = 50


def find_recent(key: str) -> Recent:
    """What has changed since a user was here, newest first, and what was last."""
    visit = visits.find_visit(key)
    since = None if visit is None else visit.since
    seen = None if visit is None else visit.since_revision
    newest = select(ChangeRow.id).order_by(ChangeRow.id.desc())
    newer = false() if seen is None else ChangeRow.revision > seen
    total = db.session.scalar(select(func.count(ChangeRow.id)).where(newer)) or 0
    return Recent(
        since=since,
        changes=list_past_changes(newest.where(newer).limit(READ_CHANGES)),
        total=total,
        last=() if total else list_past_changes(newest.limit(SHOWN_CHANGES)),
        revision=results.revision(),
    )


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
