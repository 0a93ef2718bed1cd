"""The writes on scenarios themselves; what they change of the plan is recorded."""

from app.access import User, require
from app.store import scenarios
from app.store.tables import PlanRow, ScenarioRow


def make(plan: PlanRow, name: str, note: str, *, by: User) -> ScenarioRow:
    """Begin a scenario that changes nothing yet; its maker alone sees it."""
    require(by, "plan.edit")
    return scenarios.make_scenario(
        plan.id, name, note, owner=by.key, owner_name=by.name
    )
