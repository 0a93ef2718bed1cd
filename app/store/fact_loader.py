"""Rows to facts of the chain that people entered: by themselves or in a register.

One query for the facts, one for the owners with their entries in the ledger of
shares, one for the agreements with their parties. Nothing here is kept by revision:
the answers of a plan are, and they are computed before a write is sure to hold.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Row, or_, select

from app.extensions import db
from app.store.tables import (
    AgreementPartyRow,
    AgreementRow,
    CommitmentFactRow,
    ShareEntryRow,
    ShareOwnerRow,
)
from planning.calendars import to_day
from planning.rights.agreements import Agreement, AgreementKind, Register
from planning.rights.facts import Fact, FactKind
from planning.rights.ledger import EntryKind, ShareEntry
from planning.rights.share_owners import Owner, OwnerKind
from planning.rights.share_ranges import Range
from planning.rights.told import registered

ENTERED = "entered"

FactRows = Sequence[Row[Any]]


def load_fact_rows() -> FactRows:
    """Every fact that stands in a row of its own, the oldest first."""
    return db.session.execute(
        select(
            CommitmentFactRow.id,
            CommitmentFactRow.municipality,
            CommitmentFactRow.kind,
            CommitmentFactRow.happened_first,
            CommitmentFactRow.happened_last,
            CommitmentFactRow.precision,
            CommitmentFactRow.decision_id,
            CommitmentFactRow.confidence,
        ).order_by(CommitmentFactRow.happened_last, CommitmentFactRow.id)
    ).all()


def load_told(rows: FactRows, founders: Iterable[str]) -> tuple[Fact, ...]:
    """What is entered in facts, shares and agreements.

    What a source tells is in no report but those that it has itself.
    """
    return (
        *(_fact(row) for row in rows if row.confidence == ENTERED),
        *_of_shares(frozenset(founders)),
        *_register().facts(),
    )


def _fact(row: Row[Any]) -> Fact:
    return Fact(
        municipality=row.municipality,
        kind=FactKind(row.kind),
        first=to_day(row.happened_first),
        last=to_day(row.happened_last),
        precision=row.precision,
        key=row.id,
    )


def _of_shares(founders: frozenset[str]) -> Iterator[Fact]:
    """What the share register tells; an entry that is struck out tells nothing."""
    entry = ShareEntryRow
    struck = select(entry.corrects).where(entry.corrects.is_not(None))
    concerns = or_(entry.buyer == ShareOwnerRow.key, entry.seller == ShareOwnerRow.key)
    rows = db.session.execute(
        select(
            ShareOwnerRow.key,
            ShareOwnerRow.kind.label("owner_kind"),
            ShareOwnerRow.municipality,
            ShareOwnerRow.cooperation_joined_on,
            entry.number,
            entry.kind,
            entry.day,
            entry.seller,
            entry.buyer,
            entry.ranges,
        )
        .outerjoin(entry, concerns & entry.number.not_in(struck))
        .order_by(ShareOwnerRow.key, entry.number)
    ).all()
    ledger = {row.number: _entry(row) for row in rows if row.number is not None}
    yield from registered(tuple(ledger.values()), _owners(rows, founders))


def _owners(rows: FactRows, founders: frozenset[str]) -> Mapping[str, Owner]:
    return {
        row.key: Owner(
            key=row.key,
            kind=OwnerKind(row.owner_kind),
            is_founder=row.municipality in founders,
            municipality=row.municipality or "",
            joined=_day(row.cooperation_joined_on),
        )
        for row in rows
    }


def _entry(row: Row[Any]) -> ShareEntry:
    return ShareEntry(
        number=row.number,
        kind=EntryKind(row.kind),
        day=to_day(row.day),
        seller=row.seller or "",
        buyer=row.buyer or "",
        ranges=tuple(Range(*pair) for pair in row.ranges),
    )


def _register() -> Register:
    """The agreements with the municipalities that are parties to them."""
    rows = db.session.execute(
        select(
            AgreementRow.id,
            AgreementRow.kind,
            AgreementRow.signed_first,
            AgreementRow.signed_last,
            AgreementRow.precision,
            AgreementRow.replaces_id,
            AgreementPartyRow.municipality,
        )
        .outerjoin(AgreementPartyRow, AgreementPartyRow.agreement_id == AgreementRow.id)
        .order_by(AgreementRow.id, AgreementPartyRow.id)
    )
    parties: dict[int, set[str]] = {}
    found = {}
    for row in rows:
        found[row.id] = row
        parties.setdefault(row.id, set()).update(filter(None, (row.municipality,)))
    return Register([_agreement(row, parties[id]) for id, row in found.items()])


def _agreement(row: Row[Any], parties: set[str]) -> Agreement:
    return Agreement(
        id=row.id,
        kind=AgreementKind(row.kind),
        parties=frozenset(parties),
        signed_first=_day(row.signed_first),
        signed_last=_day(row.signed_last),
        precision=row.precision or "day",
        replaces=row.replaces_id,
    )


def _day(value: date | None) -> int | None:
    return None if value is None else to_day(value)
