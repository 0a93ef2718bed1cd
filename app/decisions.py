"""What councils have decided, in words, and what is presumed all the same.

The plan presumes that every option is taken up in time. That a council has said no
or waits is a conflict; by the margin it is said what the margin presumes.
"""

from flask_babel import gettext as _

from app.concerned import municipality_of
from app.conflict_texts.told import told
from app.filters import long_date
from planning.conflicts import Kind
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
    "waits": "warning",
}


def outcome_text(outcome: str) -> str:
    """What came out of it, in a few words."""
    return {
        "option-exercised": _("Option taken up"),
        "introduction-decided": _("Introduction decided"),
        "declined-for-now": _("Declined for now"),
        "postponed": _("Postponed"),
        "positive-signal": _("Positive signal"),
        "waits": _("Waits"),
        "planned": _("Planned"),
    }.get(outcome, _("Other"))


def against_text(evaluation: Evaluation, number: str) -> str:
    """What the latest decision says against the option, if nothing is reported."""
    at = evaluation.schedule.activities.get(activity_id(number, OPTION_EXERCISED))
    if at is None or not at.presumed:
        return ""
    for conflict in evaluation.conflicts:
        about = municipality_of(conflict.concerns[0])
        if conflict.kind in AGAINST and about == number:
            it = told(conflict)
            if conflict.kind is Kind.COUNCIL_DECLINED:
                return _("the council said no for now: %(when)s.", when=it.decided())
            if it.is_postponed:
                return _("the council has postponed it: %(when)s.", when=it.decided())
            return _("the municipality waits: %(when)s.", when=it.decided())
    return ""


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
