"""What councils have decided, and where the latest of it speaks against the plan.

The plan presumes that every option is taken up in time. A municipality that has
said no for now, postponed or signalled that it waits is marked wherever its margin
stands, until its option is reported taken up or it is live.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from flask_babel import gettext as _
from sqlalchemy import select

from app.extensions import db
from app.filters import dated, long_date
from app.store.tables import DecisionRow
from planning.calendars import to_date
from planning.evaluate import Evaluation
from planning.rollout import GO_LIVE, activity_id

AGAINST = frozenset({"declined-for-now", "postponed", "waits"})
OPTION_EXERCISED = "option-exercised"

OUTCOME_MARKS = {
    "option-exercised": "success",
    "introduction-decided": "success",
    "positive-signal": "info",
    "declined-for-now": "error",
    "postponed": "warning",
    "waits": "warning",
}


@dataclass(frozen=True, slots=True)
class AgainstPart:
    """The decision that speaks against the plan, and what the margin presumes."""

    word: str
    sentence: str
    presumes: str


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


def list_against(evaluation: Evaluation) -> Mapping[str, AgainstPart]:
    """By number: whose latest decision known on the status date is against."""
    latest: dict[str, DecisionRow] = {}
    known = (
        select(DecisionRow)
        .where(DecisionRow.decided_first <= to_date(evaluation.snapshot.status_date))
        .order_by(DecisionRow.decided_last, DecisionRow.id)
    )
    for row in db.session.scalars(known):
        latest[row.municipality] = row
    return {
        number: _against(evaluation, row)
        for number, row in latest.items()
        if row.outcome in AGAINST and _is_open(evaluation, number)
    }


def _is_open(evaluation: Evaluation, number: str) -> bool:
    """Whether neither go-live nor the option is reported done."""
    activities = evaluation.schedule.activities
    found = (
        activities.get(activity_id(number, key)) for key in (GO_LIVE, OPTION_EXERCISED)
    )
    return not any(at is not None and at.done for at in found)


def _against(evaluation: Evaluation, row: DecisionRow) -> AgainstPart:
    when = dated(row.decided_first, row.decided_last, row.precision)
    sentence = {
        "declined-for-now": _("The council said no for now: %(when)s.", when=when),
        "postponed": _(
            "The municipality postponed the introduction: %(when)s.", when=when
        ),
        "waits": _("The municipality signalled that it waits: %(when)s.", when=when),
    }[row.outcome]
    return AgainstPart(
        outcome_text(row.outcome), sentence, _presumes(evaluation, row.municipality)
    )


def _presumes(evaluation: Evaluation, number: str) -> str:
    """Say what the margin rests on all the same; empty where there is none."""
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
