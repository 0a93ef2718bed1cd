"""What taking a mend would come to, kept for as long as nothing is written."""

from dataclasses import replace
from functools import partial

from flask_babel import gettext as _

from app.access import User
from app.conflict_texts import conflict_text
from app.conflict_texts.too_little import less_missing_text
from app.mending import Mending, shown_mend
from app.moved import MovedPart, tried_part
from app.store import results
from app.store.names import Names
from app.store.results import Results
from app.store.tables import PlanRow
from app.store.trial import try_out
from planning.conflicts import Conflict, Severity
from planning.evaluate import Evaluation

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
    """Try the very command, and tell what moved; the database stays as it is.

    What becomes of the conflict itself is told first.
    """
    kept = _kept(plan)
    key = (conflict.identity, shown_mend(conflict), language)
    found: MovedPart | None = kept.find(key)
    if found is None:
        trial = try_out(plan, partial(mending.take, user, None))
        fate = _fate_text(conflict, trial.after, names)
        found = replace(tried_part(trial, names), fate=fate)
        kept.keep(key, found)
    return found


def _fate_text(conflict: Conflict, after: Evaluation, names: Names) -> str:
    """Whether the conflict is gone then, another, or as it was."""
    found = next(
        (it for it in after.conflicts if it.identity == conflict.identity), None
    )
    if found is None:
        return _("This conflict goes away.")
    told = conflict_text(found, names)
    is_as_severe = found.severity is conflict.severity
    if is_as_severe and told == conflict_text(conflict, names):
        return _("This conflict stays.")
    if is_as_severe and (less := less_missing_text(conflict, found)):
        return less
    if is_as_severe:
        return _("This conflict then reads: %(conflict)s", conflict=told)
    become = {
        Severity.ERROR: _(
            "This conflict becomes an error: %(conflict)s", conflict=told
        ),
        Severity.WARNING: _(
            "This conflict becomes a warning: %(conflict)s", conflict=told
        ),
        Severity.INFORMATION: _(
            "This conflict is then for information: %(conflict)s", conflict=told
        ),
    }
    return become[found.severity]


def _kept(plan: PlanRow) -> Results:
    """The mends that were tried on the plan as it is now; one answer among others."""
    key = ("conflicts.mends", plan.id, results.revision())
    found: Results | None = results.results().find(key)
    if found is None:
        found = Results(KEPT)
        results.results().keep(key, found)
    return found
