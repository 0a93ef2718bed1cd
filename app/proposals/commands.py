"""The writes on proposals: an answer, and how long an answer may take."""

from dataclasses import dataclass
from datetime import date

from app.access import User, require
from app.extensions import db
from app.store.errors import ClashError
from app.store.proposals import ANSWER_DAYS, answer_days, load_chains
from app.store.tables import (
    ChangeRow,
    ProposalAnswerRow,
    ProposalRow,
    ThresholdRow,
)
from app.store.writing import writing
from planning.proposals import Verdict

RIGHT = "preconditions.edit"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What the office enters of an answer."""

    verdict: Verdict
    day: date | None
    reason: str
    given_in: str
    case_number: str
    answered_on: date


def answer(proposal_id: int, entry: Entry, *, by: User, seen: int) -> ChangeRow | None:
    """Enter what a body answered.

    Raises:
        ClashError: it has been answered, closed or overtaken meanwhile.
    """
    require(by, RIGHT)
    row = db.session.get_one(ProposalRow, proposal_id)
    body = row.body
    with writing(
        None,
        by=by,
        what="proposals.answered",
        values=_values(row, entry),
        seen=seen,
        touches=[("proposal_answer", str(proposal_id))],
    ) as write:
        last = load_chains([body])[body][-1]
        if last.id != proposal_id or not last.is_undecided:
            raise ClashError(by_name="", at=None, items=())
        db.session.add(
            ProposalAnswerRow(
                proposal_id=proposal_id,
                verdict=entry.verdict.value,
                day=entry.day,
                reason=entry.reason,
                given_in=entry.given_in,
                case_number=entry.case_number,
                answered_on=entry.answered_on,
            )
        )
    return write.change


def _values(row: ProposalRow, entry: Entry) -> dict[str, object]:
    """What the history tells of an answer."""
    return {
        "body": row.body,
        "proposal": row.id,
        "verdict": entry.verdict.value,
        "becomes": row.becomes.get("go-live"),
        "becomes-last": row.becomes.get("go-live-last"),
        "day": None if entry.day is None else entry.day.isoformat(),
        "case": entry.case_number,
    }


def set_answer_days(days: int, *, by: User, seen: int) -> ChangeRow | None:
    """Say how long an answer may take, from the next proposal on."""
    require(by, RIGHT)
    value = str(days)
    with writing(
        None,
        by=by,
        what="settings.thresholds",
        values={"after": {ANSWER_DAYS: value}},
        seen=seen,
        touches=[("threshold", ANSWER_DAYS)],
    ) as write:
        row = db.session.get(ThresholdRow, ANSWER_DAYS)
        if row is not None:
            row.value = value
        elif days != answer_days():
            db.session.add(ThresholdRow(key=ANSWER_DAYS, value=value))
    return write.change
