"""Reads of what the office has accepted, and of who did it when."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from app.extensions import db
from app.past_changes import writer_name
from app.store.tables import AcceptedConflictRow, ChangeItemRow, ChangeRow, PlanRow
from app.store.tables.circumstances import join_ids, split_ids
from planning.conflicts import Conflict

TABLE = AcceptedConflictRow.__tablename__

Identity = tuple[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Accepted:
    """A conflict as it was accepted; who and when are empty where it was loaded."""

    numbers: str
    reason: str
    who: str
    at: datetime | None


def find_acceptance(plan: PlanRow, conflict: Conflict) -> AcceptedConflictRow | None:
    """What is kept of the acceptance of a conflict, whatever its numbers were."""
    kind, concerns = conflict.identity
    return db.session.scalar(
        select(AcceptedConflictRow).where(
            AcceptedConflictRow.plan_id == plan.id,
            AcceptedConflictRow.kind == kind,
            AcceptedConflictRow.concerns == join_ids(concerns),
        )
    )


def list_acceptances(plan: PlanRow) -> Mapping[Identity, Accepted]:
    """All acceptances of a plan, by the identity of their conflict."""
    rows = db.session.scalars(
        select(AcceptedConflictRow).where(AcceptedConflictRow.plan_id == plan.id)
    ).all()
    writers = _last_writers()
    found = {}
    for row in rows:
        who, at = writers.get(str(row.id), ("", None))
        found[row.kind, split_ids(row.concerns)] = Accepted(
            numbers=row.numbers, reason=row.reason, who=who, at=at
        )
    return found


def _last_writers() -> dict[str, tuple[str, datetime | None]]:
    """Who wrote each acceptance last, and when."""
    rows = db.session.execute(
        select(ChangeItemRow.row_key, ChangeRow.by, ChangeRow.by_name, ChangeRow.at)
        .join(ChangeRow, ChangeItemRow.change_id == ChangeRow.id)
        .where(ChangeItemRow.table == TABLE)
        .order_by(ChangeRow.id)
    )
    return {key: (writer_name(by, name), at) for key, by, name, at in rows}
