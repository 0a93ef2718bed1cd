"""The writes on conflicts: to let one stand with a reason, and to open it again.

Accepted is a conflict as its numbers stand: when they change, it is open again.
"""

from app.access import User, require
from app.conflicts.queries import TABLE, find_acceptance
from app.extensions import db
from app.store.tables import AcceptedConflictRow, ChangeRow, PlanRow
from app.store.tables.circumstances import join_ids
from app.store.writing import writing
from planning.comparison_document import conflict_document
from planning.conflicts import Conflict


def accept(
    plan: PlanRow, conflict: Conflict, reason: str, *, by: User, seen: int | None = None
) -> ChangeRow | None:
    """Let a conflict stand, and say why."""
    require(by, "conflicts.accept")
    with writing(
        plan,
        by=by,
        what="conflicts.accepted",
        values={"conflict": conflict_document(conflict), "reason": reason},
        seen=seen,
        touches=_touched(find_acceptance(plan, conflict)),
    ) as write:
        # Somebody may have been first while this write waited for its turn.
        row = find_acceptance(plan, conflict)
        if row is None:
            kind, concerns = conflict.identity
            row = AcceptedConflictRow(
                plan_id=plan.id, kind=kind, concerns=join_ids(concerns)
            )
            db.session.add(row)
        row.numbers, row.reason = conflict.numbers, reason
    return write.change


def reopen(
    plan: PlanRow,
    row: AcceptedConflictRow,
    conflict: Conflict,
    *,
    by: User,
    seen: int | None = None,
) -> ChangeRow | None:
    """Take the acceptance of a conflict back."""
    require(by, "conflicts.accept")
    with writing(
        plan,
        by=by,
        what="conflicts.reopened",
        values={"conflict": conflict_document(conflict)},
        seen=seen,
        touches=_touched(row),
    ) as write:
        db.session.delete(row)
    return write.change


def _touched(row: AcceptedConflictRow | None) -> tuple[tuple[str, str], ...]:
    return () if row is None else ((TABLE, str(row.id)),)
