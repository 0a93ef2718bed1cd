"""What pages about scenarios read: which ones there are, and what they come to."""

from typing import Any

from sqlalchemy import func, select

from app.access import User
from app.extensions import db
from app.store import results, scenario_outcomes
from app.store.errors import ScenarioRefused
from app.store.laying import Laid
from app.store.scenario_outcomes import Outcome
from app.store.scenarios import find_scenario
from app.store.tables import ChangeRow, PlanRow, ScenarioRow
from planning.compare import compare
from planning.comparison_document import comparison_document


def get_scenario(scenario_id: int, *, user: User) -> ScenarioRow:
    """A scenario that the user may see.

    Raises:
        ScenarioRefused: unknown, where there is none that the user may see.
    """
    found = find_scenario(scenario_id, user.key)
    if found is None:
        raise ScenarioRefused("unknown")
    return found


def find_origin(row: ScenarioRow, *, user: User) -> ScenarioRow | None:
    """What a scenario began as a copy of, where the user may see it."""
    if row.forked_from is None:
        return None
    return find_scenario(row.forked_from, user.key)


def get_moved(plan: PlanRow, row: ScenarioRow) -> tuple[Outcome, dict[str, Any]]:
    """What a scenario comes to, and its comparison with the plan as a document."""
    id, version = row.id, row.version
    outcome = scenario_outcomes.outcome(plan, row)
    key = ("scenario-moved", id, version, results.revision())
    found: dict[str, Any] | None = results.results().find(key)
    if found is None:
        before = results.evaluation(plan)
        found = comparison_document(compare(before, outcome.evaluation))
        results.results().keep(key, found)
    return outcome, found


def is_undone(row: ScenarioRow) -> bool:
    """Whether a scenario has become the plan, and that has been undone."""
    undone, at = False, row.adopted_change
    while at is not None:
        at = db.session.scalar(
            select(func.max(ChangeRow.id)).where(ChangeRow.undoes_id == at)
        )
        # What undoes an undoing does it again.
        undone = undone if at is None else not undone
    return undone


def find_laid(plan: PlanRow, row: ScenarioRow, change_id: int) -> Laid | None:
    """How a change of a scenario stands, where it is part of it."""
    laid = scenario_outcomes.outcome(plan, row).laid
    return next((it for it in laid if it.change_id == change_id), None)
