"""What councils have voted of money: the budget lines of decisions that hold.

A decision that failed or is provisional has made no line; one that is so now counts
for nothing either.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import and_, or_, select

from app.commitment_words import CARRIED, FINAL
from app.extensions import db
from app.store.tables import CouncilBudgetLineRow, DecisionRow
from planning.finance.voted import Purpose, Vote
from planning.money import to_ore


@dataclass(frozen=True, slots=True, kw_only=True)
class VotedLine:
    """One budget line; `decision_id` is None where it follows from none."""

    municipality: str
    text: str
    vote: Vote
    decision_id: int | None
    case_number: str


def list_voted(number: str | None = None) -> tuple[VotedLine, ...]:
    """The budget lines of a municipality, or of all, by year."""
    row = CouncilBudgetLineRow
    holds = and_(DecisionRow.result.in_(CARRIED), DecisionRow.finality == FINAL)
    sought = (
        select(row, DecisionRow.case_number)
        .outerjoin(DecisionRow, DecisionRow.id == row.decision_id)
        .where(or_(row.decision_id.is_(None), holds))
        .order_by(row.municipality, row.year, row.id)
    )
    if number is not None:
        sought = sought.where(row.municipality == number)
    return tuple(_line(it, case or "") for it, case in db.session.execute(sought))


def votes_of(lines: Sequence[VotedLine]) -> tuple[Vote, ...]:
    """The sums alone."""
    return tuple(it.vote for it in lines)


def _line(row: CouncilBudgetLineRow, case_number: str) -> VotedLine:
    return VotedLine(
        municipality=row.municipality,
        text=row.text,
        vote=Vote(
            year=row.year,
            ore=to_ore(row.amount),
            purpose=Purpose(row.purpose),
            price_year=row.price_year,
        ),
        decision_id=row.decision_id,
        case_number=case_number,
    )
