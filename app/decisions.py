"""What councils have decided, in words, and what is presumed all the same.

The plan presumes that every option is taken up in time. That a council has said no
or waits is a conflict; by the margin it is said what the margin presumes.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from flask_babel import gettext as _

from app.commitment_words import (
    CARRIED,
    FINAL,
    PROVISIONAL,
    finality_texts,
    result_texts,
)
from app.concerned import municipality_of
from app.conflict_texts.told import told
from app.filters import dated, long_date
from app.store.columns import Texts
from app.store.tables import DecisionRow
from planning.conflicts import Conflict, Kind
from planning.evaluate import Evaluation
from planning.rollout import activity_id

AGAINST = frozenset({Kind.COUNCIL_DECLINED, Kind.COUNCIL_WAITS})
"""The kinds of conflict that shake what the margin presumes."""
OPTION_EXERCISED = "option-exercised"

OUTCOME_MARKS = {
    "option-exercised": "success",
    "introduction-decided": "success",
    "positive-signal": "info",
    "declined-for-now": "error",
    "postponed": "warning",
    "withdrawn": "error",
    "waits": "warning",
}


def outcome_text(outcome: str) -> str:
    """What came out of it, in a few words."""
    return {
        "option-exercised": _("Option taken up"),
        "introduction-decided": _("Introduction decided"),
        "declined-for-now": _("Declined for now"),
        "postponed": _("Postponed"),
        "withdrawn": _("Withdrawn"),
        "positive-signal": _("Positive signal"),
        "waits": _("Waits"),
        "planned": _("Planned"),
    }.get(outcome, _("Other"))


def badge_of(row: DecisionRow) -> tuple[str, str]:
    """What came out of it with its colour; of a vote that made nothing, the vote."""
    if row.outcome != "other" or not row.result:
        return outcome_text(row.outcome), OUTCOME_MARKS.get(row.outcome, "neutral")
    if row.result not in CARRIED:
        return result_texts()[row.result], "neutral"
    if row.finality != FINAL:
        return finality_texts()[PROVISIONAL], "warning"
    return result_texts()[row.result], "success"


@dataclass(frozen=True, slots=True)
class LastDecision:
    """The latest that a council is known to have decided or said, in one line."""

    outcome: str
    kind: str
    when: str
    texts: Texts


def last_decision(
    rows: Iterable[DecisionRow], status_date: date
) -> LastDecision | None:
    """The latest by the status date; None where nothing is known."""
    known = [it for it in rows if it.decided_first <= status_date]
    row = max(known, key=lambda it: (it.decided_last, it.id), default=None)
    if row is None:
        return None
    outcome, kind = badge_of(row)
    when = dated(row.decided_first, row.decided_last, row.precision)
    return LastDecision(outcome, kind, when, row.texts)


def find_stance(evaluation: Evaluation, number: str) -> Conflict | None:
    """What the council has decided against the plan, as the conflict that it makes."""
    return next(
        (
            it
            for it in evaluation.conflicts
            if it.kind in AGAINST and municipality_of(it.concerns[0]) == number
        ),
        None,
    )


def stance_text(conflict: Conflict) -> str:
    """Say what it has decided against the plan, at the start of a sentence."""
    it = told(conflict)
    if it.has_left:
        return _("The municipality has left (%(when)s)", when=it.decided())
    if it.is_withdrawn:
        return _("The municipality has withdrawn (%(when)s)", when=it.decided())
    if conflict.kind is Kind.COUNCIL_DECLINED:
        return _("The council has said no for now (%(when)s)", when=it.decided())
    if it.is_postponed:
        return _("The council has postponed it (%(when)s)", when=it.decided())
    return _("The municipality waits (%(when)s)", when=it.decided())


def against_text(evaluation: Evaluation, number: str) -> str:
    """What the latest decision says against the option, if nothing is reported."""
    at = evaluation.schedule.activities.get(activity_id(number, OPTION_EXERCISED))
    conflict = find_stance(evaluation, number)
    if at is None or not at.presumed or conflict is None:
        return ""
    it = told(conflict)
    if it.has_left:
        return _("the municipality has left: %(when)s.", when=it.decided())
    if it.is_withdrawn:
        return _("the municipality has withdrawn: %(when)s.", when=it.decided())
    if conflict.kind is Kind.COUNCIL_DECLINED:
        return _("the council said no for now: %(when)s.", when=it.decided())
    if it.is_postponed:
        return _("the council has postponed it: %(when)s.", when=it.decided())
    return _("the municipality waits: %(when)s.", when=it.decided())


def presumed_text(evaluation: Evaluation, number: str) -> str:
    """Say what the margin of who is against rests on; empty where there is none."""
    at = evaluation.schedule.activities.get(activity_id(number, OPTION_EXERCISED))
    if at is None or number not in evaluation.margins:
        return ""
    if at.presumed:
        return _(
            "The margin presumes all the same that the option was taken up by %(day)s."
            " Nobody has reported that.",
            day=long_date(at.start),
        )
    return _(
        "The margin presumes all the same that the option is taken up on %(day)s.",
        day=long_date(max(at.start, at.early_start)),
    )
