"""Reads of what is announced, and of who might be next."""

from collections.abc import Iterator
from datetime import datetime

from flask import abort
from sqlalchemy import func, select

from app.extensions import db
from app.store import results
from app.store.announced import announced_changes
from app.store.commitments import facts_by_municipality
from app.store.shares import ShareRegister
from app.store.tables import (
    AnnouncedChangeRow,
    ChangeItemRow,
    ChangeRow,
    MunicipalityRow,
    ShareEntryRow,
)
from planning.calendars import to_day
from planning.rights.announced import Stage, stage_of
from planning.rights.chain import chain_of
from planning.rights.facts import FactKind


def get_announced(id: int) -> AnnouncedChangeRow:
    """One announcement; one that is not there is not found."""
    return db.session.get(AnnouncedChangeRow, id) or abort(404)


def list_entries(id: int) -> list[int]:
    """The numbers of all entries that carried it out, also of those struck out."""
    order = ShareEntryRow.number
    asked = select(order).where(ShareEntryRow.announced_id == id).order_by(order)
    return list(db.session.scalars(asked))


def last_changed(id: int) -> datetime | None:
    """When what is announced was last entered or changed."""
    table = AnnouncedChangeRow.__tablename__
    return db.session.scalar(
        select(func.max(ChangeRow.at))
        .join(ChangeItemRow, ChangeItemRow.change_id == ChangeRow.id)
        .where(ChangeItemRow.table == table, ChangeItemRow.row_key == str(id))
    )


def list_waiting(register: ShareRegister) -> Iterator[tuple[str, bool]]:
    """Municipalities that have used their option, and of which nothing else is known.

    Each with whether it is among the owners, as who buys must be.
    """
    today = to_day(results.programme().status_date)
    facts = facts_by_municipality()
    owners = {it.municipality: it.key for it in register.rules.owners.values()}
    named = {
        it.buyer
        for it in announced_changes()
        if stage_of(register.ledger, it) is Stage.OPEN
    }
    holders = select(MunicipalityRow.number).where(MunicipalityRow.holds_option)
    for number in db.session.scalars(holders.order_by(MunicipalityRow.sort_key)):
        state = chain_of(facts.get(number, ()), today)
        is_used = FactKind.OPTION_EXERCISED in state.held
        has_bought = FactKind.SHARES_BOUGHT in state.held
        if is_used and not has_bought and owners.get(number) not in named:
            yield number, number in owners
