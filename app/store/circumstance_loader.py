"""Rows to what a plan is held against: decisions, bindings, periods, components.

One query each; facts are read once for all that rests on them. What was decided after
the status date is read too: the engine knows the status date and leaves it out.
"""

from collections.abc import Iterator

from sqlalchemy import select

from app.extensions import db
from app.store.fact_loader import FactRows
from app.store.tables import (
    AcceptedConflictRow,
    BindingMemberRow,
    BindingRow,
    ClosedPeriodRow,
    ComponentRow,
    DecisionRow,
)
from app.store.tables.circumstances import split_ids
from planning.calendars import to_day
from planning.circumstances import (
    Acceptance,
    Binding,
    BindingKind,
    ClosedPeriod,
    Component,
    Decision,
    Outcome,
)
from planning.rights.chain import FactKind
from planning.rights.told import GOING, OUTCOMES

TOLD = {**OUTCOMES, **GOING}


def load_decisions(facts: FactRows) -> tuple[Decision, ...]:
    """What councils decided or signalled, in the order in which it was.

    A fact that was recorded without its decision tells of one too.
    """
    rows = db.session.execute(
        select(
            DecisionRow.municipality,
            DecisionRow.outcome,
            DecisionRow.decided_first,
            DecisionRow.decided_last,
        ).order_by(DecisionRow.decided_last, DecisionRow.id)
    )
    decided = [
        Decision(
            municipality=municipality,
            outcome=Outcome(outcome),
            first=to_day(first),
            last=to_day(last),
        )
        for municipality, outcome, first, last in rows
    ]
    return tuple(sorted((*decided, *_from_facts(facts)), key=lambda it: it.last))


def _from_facts(rows: FactRows) -> Iterator[Decision]:
    """A way out is told by its fact alone, the others where no decision made them."""
    for row in rows:
        kind = FactKind(row.kind)
        is_alone = kind in GOING or row.decision_id is None
        if is_alone and kind in TOLD:
            yield Decision(
                municipality=row.municipality,
                outcome=TOLD[kind],
                first=to_day(row.happened_first),
                last=to_day(row.happened_last),
            )


def load_bindings() -> tuple[Binding, ...]:
    """Municipalities that want to go together; one without members binds nobody."""
    rows = db.session.execute(
        select(BindingRow.key, BindingRow.kind, BindingMemberRow.municipality)
        .join(BindingMemberRow, BindingMemberRow.binding_id == BindingRow.id)
        .order_by(BindingRow.id, BindingMemberRow.municipality)
    )
    members: dict[tuple[str, str], list[str]] = {}
    for key, kind, municipality in rows:
        members.setdefault((key, kind), []).append(municipality)
    return tuple(
        Binding(key=key, kind=BindingKind(kind), members=tuple(numbers))
        for (key, kind), numbers in members.items()
    )


def load_closed_periods() -> tuple[ClosedPeriod, ...]:
    """The days of every year on which nobody goes live."""
    rows = db.session.execute(
        select(
            ClosedPeriodRow.key,
            ClosedPeriodRow.first_month,
            ClosedPeriodRow.first_day,
            ClosedPeriodRow.last_month,
            ClosedPeriodRow.last_day,
            ClosedPeriodRow.is_council_recess,
        ).order_by(ClosedPeriodRow.id)
    )
    return tuple(
        ClosedPeriod(
            key=key,
            first=(first_month, first_day),
            last=(last_month, last_day),
            is_council_recess=is_recess,
        )
        for key, first_month, first_day, last_month, last_day, is_recess in rows
    )


def load_components() -> tuple[Component, ...]:
    """The national components, expected by the last day that is said of them."""
    rows = db.session.execute(
        select(
            ComponentRow.key,
            ComponentRow.needed_by,
            ComponentRow.expected_last,
            ComponentRow.is_late,
            ComponentRow.is_delivered,
        ).order_by(ComponentRow.id)
    )
    return tuple(
        Component(
            key=key,
            needed_by=needed_by,
            expected=None if expected is None else to_day(expected),
            is_late=is_late,
            is_delivered=is_delivered,
        )
        for key, needed_by, expected, is_late, is_delivered in rows
    )


def load_acceptances(plan_id: int) -> tuple[Acceptance, ...]:
    """The conflicts of a plan that the office lets stand."""
    rows = db.session.execute(
        select(
            AcceptedConflictRow.kind,
            AcceptedConflictRow.concerns,
            AcceptedConflictRow.numbers,
            AcceptedConflictRow.reason,
        )
        .where(AcceptedConflictRow.plan_id == plan_id)
        .order_by(AcceptedConflictRow.id)
    )
    return tuple(
        Acceptance(
            kind=kind, concerns=split_ids(concerns), numbers=numbers, reason=reason
        )
        for kind, concerns, numbers, reason in rows
    )
