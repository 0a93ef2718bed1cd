"""The way back and forth on the board: what undoing would undo, and redoing redo."""

from dataclasses import dataclass
from typing import Any

from flask import url_for
from flask_babel import gettext as _
from sqlalchemy import select

from app.access import User
from app.changes import change_text, deed_text, is_undoing
from app.past_changes import PastChange, list_past_changes
from app.scenario_address import find_scenario_seen
from app.store.names import Names
from app.store.overlay import OpenScenario
from app.store.own_steps import own_steps
from app.store.scenarios import scenario_steps
from app.store.tables import ChangeRow, PlanRow, ScenarioChangeRow


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
    if (scenario := find_scenario_seen()) is not None:
        return _of_scenario(scenario, names, user=user, back=back)
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


def _of_scenario(
    scenario: OpenScenario, names: Names, *, user: User, back: str
) -> StepsPart | None:
    """The same of a scenario, which its owner alone changes."""
    if scenario.owner != user.key:
        return None
    undo, redo = scenario_steps(scenario.id)
    nothing_done = _("You have changed nothing that could be undone.")
    nothing_undone = _("You have undone nothing that could be done again.")
    return StepsPart(
        undo=_step(undo, "scenarios.take_back", names, nothing_done),
        redo=_step(redo, "scenarios.do_again", names, nothing_undone),
        back=back,
    )


def _step(
    change: ScenarioChangeRow | None, endpoint: str, names: Names, nothing: str
) -> StepPart:
    if change is None:
        return StepPart("", nothing)
    at: dict[str, Any] = {"scenario_id": change.scenario_id, "change_id": change.id}
    return StepPart(url_for(endpoint, **at), change_text(change, names))


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
