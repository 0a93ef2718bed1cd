"""Freezing the plan, also before a scenario takes its place; a baseline stays."""

from app.access import User, require
from app.store import adopting, baselines
from app.store.adopting import Agreed
from app.store.baselines import Details
from app.store.errors import ClashError
from app.store.tables import BaselineRow, ChangeRow, PlanRow


def make(plan: PlanRow, details: Details, *, by: User, seen: int) -> BaselineRow:
    """Freeze the plan as it is."""
    require(by, "baselines.make")
    return baselines.make_baseline(plan, details, by=by, seen=seen)


def adopt(
    scenario_id: int,
    details: Details,
    agreed: Agreed,
    *,
    by: User,
    seen: tuple[int, int],
) -> ChangeRow | ClashError:
    """Make a scenario the plan; the plan before it is frozen.

    Returns:
        the change of the plan; or who was first, where nothing was done.
    """
    require(by, "plan.adopt")
    return adopting.adopt_or_clash(scenario_id, details, agreed, by=by, seen=seen)
