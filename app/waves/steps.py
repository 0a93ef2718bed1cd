"""The way back and forth on the board: what undoing would undo, and redoing redo."""

from dataclasses import dataclass

from flask import url_for
from flask_babel import gettext as _
from sqlalchemy import select

from app.access import User
from app.changes import change_text, deed_text, is_undoing
from app.past_changes import PastChange, list_past_changes
from app.store.names import Names
from app.store.own_steps import own_steps
from app.store.tables import ChangeRow, PlanRow


@dataclass(frozen=True, slots=True)
class StepPart:
    """One way: where it is posted to and what it does; without an address, why not."""

    url: str
    told: str


@dataclass(frozen=True, slots=True)
class StepsPart:
    """Both ways; `back` is the page that they return to."""

    undo: StepPart
    redo: StepPart
    back: str


def steps_part(
    plan: PlanRow, names: Names, *, user: User, back: str
) -> StepsPart | None:
    """What a user can undo and redo of their own; None for those who can't at all."""
    if not user.may("history.undo"):
        return None
    steps = own_steps(plan, user.key)
    asked = [id for id in (steps.undo, steps.redo) if id is not None]
    found = {
        it.id: it
        for it in list_past_changes(select(ChangeRow.id).where(ChangeRow.id.in_(asked)))
    }
    return StepsPart(
        undo=_undo(found.get(steps.undo or 0), names),
        redo=_redo(found.get(steps.redo or 0), names),
        back=back,
    )


def _undo(change: PastChange | None, names: Names) -> StepPart:
    if change is None:
        return StepPart("", _("You have changed nothing that could be undone."))
    # What somebody else did can have been undone by this user: that is told as it is.
    told = change_text if is_undoing(change) else deed_text
    return StepPart(_url(change), told(change, names))


def _redo(change: PastChange | None, names: Names) -> StepPart:
    if change is None:
        return StepPart("", _("You have undone nothing that could be done again."))
    return StepPart(_url(change), deed_text(change, names))


def _url(change: PastChange) -> str:
    return url_for("history.undo", change_id=change.id)
