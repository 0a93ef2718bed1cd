"""Reads of what the plan rests on."""

from collections.abc import Sequence

from sqlalchemy import select

from app.extensions import db
from app.store.tables import (
    BudgetLineRow,
    KnownAfterwardsRow,
    ListItemRow,
    MilestoneRow,
    MoneyFigureRow,
    PlanRow,
    ProgrammeFactRow,
    RegionRow,
    SourceRow,
    TrustRow,
)


def list_programme_facts() -> Sequence[ProgrammeFactRow]:
    """Rules and figures of the programme as a whole."""
    return db.session.scalars(
        select(ProgrammeFactRow).order_by(ProgrammeFactRow.position)
    ).all()


def list_trusts() -> Sequence[TrustRow]:
    """The hospital trusts that the sources count, named or not."""
    return db.session.scalars(select(TrustRow).order_by(TrustRow.position)).all()


def list_regions() -> Sequence[RegionRow]:
    """The working-group regions by name."""
    return db.session.scalars(select(RegionRow).order_by(RegionRow.sort_key)).all()


def list_money() -> Sequence[MoneyFigureRow]:
    """Sums that public sources give, in the order of their keys."""
    return db.session.scalars(select(MoneyFigureRow).order_by(MoneyFigureRow.key)).all()


def list_budget() -> Sequence[BudgetLineRow]:
    """The lines of the preparation budget of 2018."""
    return db.session.scalars(
        select(BudgetLineRow).order_by(BudgetLineRow.position)
    ).all()


def list_known_afterwards() -> Sequence[KnownAfterwardsRow]:
    """What is known of the time after the status date."""
    return db.session.scalars(
        select(KnownAfterwardsRow).order_by(KnownAfterwardsRow.position)
    ).all()


def list_items(*kinds: str) -> dict[str, list[ListItemRow]]:
    """The programme's own lists, by kind."""
    rows = db.session.scalars(
        select(ListItemRow)
        .where(ListItemRow.kind.in_(kinds))
        .order_by(ListItemRow.kind, ListItemRow.position)
    )
    found: dict[str, list[ListItemRow]] = {kind: [] for kind in kinds}
    for row in rows:
        found[row.kind].append(row)
    return found


def list_milestones(plan: PlanRow, track: str) -> Sequence[MilestoneRow]:
    """The dates of the programme itself, or those of the GP offices."""
    return db.session.scalars(
        select(MilestoneRow)
        .where(MilestoneRow.plan_id == plan.id, MilestoneRow.track == track)
        .order_by(MilestoneRow.position)
    ).all()


def list_sources() -> Sequence[SourceRow]:
    """All documents, registers and public pages."""
    return db.session.scalars(select(SourceRow).order_by(SourceRow.key)).all()
