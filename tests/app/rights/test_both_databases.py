"""A decision and what follows from it are kept alike on both databases."""

from datetime import date
from decimal import Decimal

from sqlalchemy import select

from app.extensions import db
from app.rights import deciding
from app.rights.entries import DecisionEntry, PointEntry
from app.rights.following import followed
from app.store import results
from app.store.tables import (
    CommitmentFactRow,
    CouncilBudgetLineRow,
    CouncilTaskRow,
    DecisionRow,
)
from app.store.undoing import undo
from app.when import When
from planning.snapshot import Precision
from tests.app.rights.sent import ULSTEIN

POINTS = (
    PointEntry(text="Løyst ut.", creates="fact", fact_kind="option-exercised"),
    PointEntry(text="Løyvd.", creates="budget", year=2025, amount=Decimal("4500.50")),
    PointEntry(text="Plan.", creates="task", day=date(2024, 1, 1)),
)
ENTRY = DecisionEntry(
    when=When(
        first=date(2023, 6, 1), last=date(2023, 6, 30), precision=Precision.MONTH
    ),
    body="council",
    motion="Opsjonen blir løyst ut.",
    amendments="",
    conditions="",
    result="unanimous",
    votes_for=23,
    votes_against=0,
    finality="final",
    case_number="23/45",
    points=POINTS,
)
MADE = (CommitmentFactRow, CouncilBudgetLineRow, CouncilTaskRow)


def test_a_decision_is_recorded_undone_and_done_again(any_plan, office):
    change = deciding.record_decision(any_plan, ULSTEIN, ENTRY, by=office)
    decided = select(DecisionRow.id).filter_by(municipality=ULSTEIN)
    id = db.session.scalars(decided).one()
    made = [followed(it, id) for it in MADE]
    assert [len(it) for it in made] == [1, 1, 1]
    assert made[1][0].amount == Decimal("4500.50")
    taken_back = undo(change, by=office)
    assert not any(followed(it, id) for it in MADE)
    undo(taken_back, by=office)
    assert [len(followed(it, id)) for it in MADE] == [1, 1, 1]
    found = results.evaluation(any_plan).snapshot.decisions
    assert any(it.municipality == ULSTEIN for it in found)
