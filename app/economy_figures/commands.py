"""The writes on assumptions and own sums.

What is entered is marked as such, and no longer leans on the source of what it
replaces.
"""

from dataclasses import dataclass
from decimal import Decimal

from app.access import User, require
from app.economy_figures.queries import find_own_figure
from app.extensions import db
from app.store.columns import Texts
from app.store.tables import AssumptionRow, ChangeRow, OwnFigureRow, PlanRow
from app.store.writing import writing
from planning.money_facts import FigureKind

RIGHT = "economy.edit"
ENTERED = "entered"


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnFigure:
    """What a municipality says of one of its sums; an empty debt service is none."""

    amount: Decimal
    price_year: int | None
    debt_service: str
    reason: str


def change_assumption(
    plan: PlanRow, row: AssumptionRow, value: str, note: Texts, *, by: User, seen: int
) -> ChangeRow | None:
    """Let every projection be reckoned with another value."""
    require(by, RIGHT)
    with writing(
        plan,
        by=by,
        what="economy.assumptions-changed",
        values={"after": {row.key: value}},
        seen=seen,
        touches=[("assumption", row.key)],
    ) as write:
        if value != row.value or not _keeps_note(row, note):
            row.value, row.note = value, note
            row.confidence = ENTERED
            row.source = row.reference = ""
    return write.change


def set_figure(
    plan: PlanRow,
    number: str,
    kind: FigureKind,
    said: OwnFigure,
    *,
    by: User,
    seen: int,
) -> ChangeRow | None:
    """Enter a sum on the municipality's word; one entered before is replaced."""
    require(by, RIGHT)
    row = find_own_figure(number, kind)
    with writing(
        plan,
        by=by,
        what="economy.figure-set",
        values={
            "municipality": number,
            "kind": kind.value,
            "amount": str(said.amount),
        },
        seen=seen,
        touches=_touched(row),
    ) as write:
        # Somebody may have been first while this write waited for its turn.
        row = find_own_figure(number, kind)
        if row is None:
            row = OwnFigureRow(municipality=number, kind=kind.value)
            db.session.add(row)
        row.amount, row.price_year = said.amount, said.price_year
        row.debt_service, row.reason = said.debt_service, said.reason
        row.confidence = ENTERED
    return write.change


def remove_figure(
    plan: PlanRow, row: OwnFigureRow, *, by: User, seen: int
) -> ChangeRow | None:
    """Fall back on what sources give, or on the estimate."""
    require(by, RIGHT)
    with writing(
        plan,
        by=by,
        what="economy.figure-removed",
        values={"municipality": row.municipality, "kind": row.kind},
        seen=seen,
        touches=_touched(row),
    ) as write:
        db.session.delete(row)
    return write.change


def _keeps_note(row: AssumptionRow, note: Texts) -> bool:
    """Whether a note adds nothing; a note of a source's is not shown to be edited."""
    return note == row.note or (not note and row.confidence != ENTERED)


def _touched(row: OwnFigureRow | None) -> tuple[tuple[str, str], ...]:
    return () if row is None else (("own_figure", str(row.id)),)
