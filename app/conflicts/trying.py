"""What taking a mend would come to, kept for as long as nothing is written."""

from functools import partial

from app.access import User
from app.mending import Mending, shown_mend
from app.moved import MovedPart, tried_part
from app.store import results
from app.store.names import Names
from app.store.results import Results
from app.store.tables import PlanRow
from app.store.trial import try_out
from planning.conflicts import Conflict

KEPT = 100


def tried_mend(
    plan: PlanRow,
    conflict: Conflict,
    mending: Mending,
    *,
    names: Names,
    language: str,
    user: User,
) -> MovedPart:
    """Try the very command, and tell what moved; the database stays as it is."""
    kept = _kept(plan)
    key = (conflict.identity, shown_mend(conflict), language)
    found: MovedPart | None = kept.find(key)
    if found is None:
        found = tried_part(try_out(plan, partial(mending.take, user, None)), names)
        kept.keep(key, found)
    return found


def _kept(plan: PlanRow) -> Results:
    """The mends that were tried on the plan as it is now; one answer among others."""
    key = ("conflicts.mends", plan.id, results.revision())
    found: Results | None = results.results().find(key)
    if found is None:
        found = Results(KEPT)
        results.results().keep(key, found)
    return found
