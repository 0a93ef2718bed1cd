"""What a user can take back of their own, and what they can do again.

As in an editor: a new change forgets what could be done again. What somebody else
has undone is no longer there to be taken back.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import select

from app.extensions import db
from app.store.tables import ChangeRow, PlanRow


@dataclass(frozen=True, slots=True)
class Step:
    """A change, by whom, and which one it undid."""

    id: int
    by: str
    undoes: int | None = None


@dataclass(frozen=True, slots=True)
class OwnSteps:
    """The changes that undoing takes back: the last deed, and the last undoing."""

    undo: int | None = None
    redo: int | None = None


def own_steps(plan: PlanRow, by: str) -> OwnSteps:
    """What a user may undo and redo of a plan."""
    rows = db.session.execute(
        select(ChangeRow.id, ChangeRow.by, ChangeRow.undoes_id)
        .where(ChangeRow.plan_id == plan.id)
        .order_by(ChangeRow.id)
    )
    return last_steps((Step(*row) for row in rows), by)


def last_steps(steps: Iterable[Step], by: str) -> OwnSteps:
    """The same from all changes, oldest first."""
    done: list[int] = []
    undone: list[int] = []
    for step in steps:
        if step.undoes in done:
            done.remove(step.undoes)
            if step.by == by:
                undone.append(step.id)
        elif step.undoes in undone:
            undone.remove(step.undoes)
            if step.by == by:
                done.append(step.id)
        elif step.by == by:
            done.append(step.id)
            undone.clear()
    return OwnSteps(
        undo=done[-1] if done else None, redo=undone[-1] if undone else None
    )
