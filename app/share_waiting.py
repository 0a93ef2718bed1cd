"""Whose shares are to change hands next, while nothing of it is entered or announced.

Who has used an option is to buy; who has given notice or left is to be redeemed.
"""

from collections.abc import Iterator

from sqlalchemy import select

from app.extensions import db
from app.store import results
from app.store.announced import announced_changes
from app.store.commitments import facts_of
from app.store.shares import share_register
from app.store.tables import MunicipalityRow
from planning.calendars import to_day
from planning.rights.announced import Stage, stage_of
from planning.rights.chain import chain_of
from planning.rights.facts import FactKind
from planning.rights.ledger import EntryKind, holdings


def list_waiting() -> Iterator[str]:
    """The municipalities by name."""
    holders = select(MunicipalityRow.number).where(MunicipalityRow.holds_option)
    for number in db.session.scalars(holders.order_by(MunicipalityRow.sort_key)):
        if is_waiting(number):
            yield number


def is_waiting(number: str) -> bool:
    """Whether one with an option is among them; who goes out buys nothing."""
    state = chain_of(facts_of(number), to_day(results.programme().status_date))
    is_used = FactKind.OPTION_EXERCISED in state.held and state.side is None
    if not is_used or FactKind.SHARES_BOUGHT in state.held:
        return False
    ledger = share_register().ledger
    return not any(
        it.buyer == number and stage_of(ledger, it) is Stage.OPEN
        for it in announced_changes()
    )


def list_leaving() -> Iterator[str]:
    """Who goes out or has gone, still has shares and is not redeemed yet, by name."""
    municipalities = select(MunicipalityRow.number).order_by(MunicipalityRow.sort_key)
    register, today = share_register(), to_day(results.programme().status_date)
    holding = holdings(register.ledger, today)
    owners = register.rules.owners
    redeemed = {
        it.seller
        for it in announced_changes()
        if it.kind is EntryKind.REDEMPTION
        and stage_of(register.ledger, it) is Stage.OPEN
    }
    for number in db.session.scalars(municipalities):
        owns = number in holding and owners[number].holds_option
        if owns and number not in redeemed and _goes_out(number, today):
            yield number


def _goes_out(number: str, today: int) -> bool:
    state = chain_of(facts_of(number), today)
    return state.is_leaving or state.has_left


def is_owner(number: str) -> bool:
    """Whether a municipality is among those who may own shares."""
    return number in share_register().rules.owners
