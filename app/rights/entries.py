"""What a user says of a fact or a decision, into rows.

What is entered is the user's own. A decision that passed and is final has what its
points create; one that is rejected, postponed or provisional has not.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from app.commitment_words import CARRIED, FINAL
from app.language import language
from app.store.columns import Texts
from app.store.loader import ENTERED
from app.store.tables import CommitmentFactRow, DecisionPointRow, DecisionRow
from app.when import When
from planning.circumstances import Outcome
from planning.rights.chain import FactKind
from planning.rights.told import OUTCOMES

COUNCIL = "council"
UNANIMOUS = "unanimous"
REJECTED, POSTPONED = "rejected", "postponed"
LONGEST_TOLD = 280
VOTED = frozenset(
    {
        Outcome.OPTION_EXERCISED,
        Outcome.INTRODUCTION_DECIDED,
        Outcome.DECLINED_FOR_NOW,
        Outcome.POSTPONED,
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class FactEntry:
    """A fact of the chain."""

    kind: FactKind
    when: When
    case_number: str
    note: Texts


@dataclass(frozen=True, slots=True, kw_only=True)
class PointEntry:
    """A point of a decision, and what it creates."""

    text: str
    creates: str
    fact_kind: str = ""
    activity: str = ""
    day: date | None = None
    year: int | None = None
    amount: Decimal | None = None
    purpose: str = ""
    price_year: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionEntry:
    """What a meeting decided."""

    when: When
    body: str
    motion: str
    amendments: str
    conditions: str
    result: str
    votes_for: int | None
    votes_against: int | None
    finality: str
    case_number: str
    points: tuple[PointEntry, ...]


def fill_fact(row: CommitmentFactRow, entry: FactEntry) -> None:
    """Put what was said into a row."""
    row.kind = entry.kind.value
    row.happened_first, row.happened_last = entry.when.first, entry.when.last
    row.precision = entry.when.precision
    row.case_number = entry.case_number
    row.note = entry.note
    row.confidence = ENTERED
    row.source = row.reference = ""


def fill_decision(row: DecisionRow, entry: DecisionEntry) -> None:
    """Put what was said into a row; its points have rows of their own.

    What a source told stays with it: that the motion passed takes nothing from what
    is known to have come out of it.
    """
    row.decided_first, row.decided_last = entry.when.first, entry.when.last
    row.precision = entry.when.precision
    row.body, row.result, row.finality = entry.body, entry.result, entry.finality
    row.motion, row.amendments = entry.motion, entry.amendments
    row.conditions, row.case_number = entry.conditions, entry.case_number
    row.votes_for, row.votes_against = entry.votes_for, entry.votes_against
    made = outcome_of(row, (it.fact_kind for it in entry.points))
    if not (row.source and made is Outcome.OTHER and entry.result in CARRIED):
        row.outcome = made.value
    if not row.source:
        row.texts = {language(): told(entry.motion)}
    row.confidence = ENTERED


def told(motion: str) -> str:
    """The beginning of a motion, for where it is told beside others."""
    if len(motion) <= LONGEST_TOLD:
        return motion
    return f"{motion[:LONGEST_TOLD].rsplit(' ', 1)[0]} …"


def outcome_of(row: DecisionRow, kinds: Iterable[str]) -> Outcome:
    """What came out of it for the plan: what the points make, if they make it."""
    if row.body != COUNCIL:
        return Outcome.OTHER
    if row.result == POSTPONED:
        return Outcome.POSTPONED
    if not is_in_force(row):
        return Outcome.OTHER
    made = (OUTCOMES.get(FactKind(kind)) for kind in kinds if kind)
    return next((it for it in made if it is not None), Outcome.OTHER)


def can_be_changed(row: DecisionRow) -> bool:
    """Whether it was entered here, or is a vote that a source tells too little of."""
    return row.confidence == ENTERED or row.outcome in VOTED


def is_in_force(row: DecisionRow) -> bool:
    """Whether what the points say has happened."""
    return row.result in CARRIED and row.finality == FINAL


def waits_for_final(row: DecisionRow) -> bool:
    """Whether it passed and is not final yet."""
    return row.result in CARRIED and row.finality != FINAL


def point_row(decision_id: int, position: int, entry: PointEntry) -> DecisionPointRow:
    """The row of a point."""
    return DecisionPointRow(
        decision_id=decision_id,
        position=position,
        text=entry.text,
        creates=entry.creates,
        fact_kind=entry.fact_kind,
        activity=entry.activity,
        day=entry.day,
        year=entry.year,
        amount=entry.amount,
        purpose=entry.purpose,
        price_year=entry.price_year,
    )


def point_entry(row: DecisionPointRow) -> PointEntry:
    """What a row says of its point."""
    return PointEntry(
        text=row.text,
        creates=row.creates,
        fact_kind=row.fact_kind,
        activity=row.activity,
        day=row.day,
        year=row.year,
        amount=row.amount,
        purpose=row.purpose,
        price_year=row.price_year,
    )
