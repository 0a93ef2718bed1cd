"""The writes on scenarios themselves; what they change of the plan is recorded.

A change of a scenario that has gone meanwhile is no fault: there is nothing to do.
"""

from app.access import User, require
from app.store import own_scenarios, scenarios
from app.store.laying import Laid
from app.store.tables import PlanRow, ScenarioRow


def make(plan: PlanRow, name: str, note: str, *, by: User) -> ScenarioRow:
    """Begin a scenario that changes nothing yet; its maker alone sees it."""
    require(by, "plan.edit")
    return scenarios.make_scenario(
        plan.id, name, note, owner=by.key, owner_name=by.name
    )


def fork(scenario_id: int, name: str, *, by: User) -> int:
    """Make a copy that is the user's own and private, and return its id."""
    require(by, "plan.edit")
    return own_scenarios.fork(scenario_id, name, owner=by.key, owner_name=by.name)


def rename(scenario_id: int, name: str, note: str, *, by: User) -> None:
    """Call a scenario something else, or note something else of it."""
    require(by, "plan.edit")
    own_scenarios.rename(scenario_id, name, note, by=by.key)


def share(scenario_id: int, *, by: User) -> None:
    """Let everybody see a scenario who may see the plan."""
    require(by, "plan.edit")
    own_scenarios.set_shared(scenario_id, is_shared=True, by=by.key)


def make_private(scenario_id: int, *, by: User) -> None:
    """Let its owner alone see a scenario."""
    require(by, "plan.edit")
    own_scenarios.set_shared(scenario_id, is_shared=False, by=by.key)


def delete(scenario_id: int, *, by: User) -> None:
    """Remove a scenario with all that it changes."""
    require(by, "plan.edit")
    own_scenarios.delete(scenario_id, by=by.key)


def take_back(scenario_id: int, change_id: int, *, by: User) -> None:
    """Leave a change of a scenario out."""
    require(by, "plan.edit")
    scenarios.take_back(scenario_id, change_id, by=by.key)


def do_again(scenario_id: int, change_id: int, *, by: User) -> None:
    """Make a change part of its scenario again."""
    require(by, "plan.edit")
    scenarios.do_again(scenario_id, change_id, by=by.key)


def keep(scenario_id: int, laid: Laid, *, by: User) -> None:
    """Let a change hold although the plan has another value than it replaced."""
    require(by, "plan.edit")
    own_scenarios.renew(scenario_id, laid, by=by.key)
