"""The register of agreements as the engine reads it; kept by revision."""

from collections.abc import Mapping
from datetime import date

from sqlalchemy import select

from app.extensions import db
from app.store.results import results, revision
from app.store.tables import AgreementPartyRow, AgreementRow
from planning.calendars import to_day
from planning.rights.agreements import Agreement, AgreementKind, Register

Parties = Mapping[int, tuple[AgreementPartyRow, ...]]
"""The rows of the parties, by the number of their agreement."""


def agreement_register() -> Register:
    """All agreements, as the session sees them."""
    key = ("agreements", revision())
    found: Register | None = results().find(key)
    if found is None:
        parties = list_parties()
        rows = db.session.scalars(select(AgreementRow))
        found = Register([_agreement(it, parties.get(it.id, ())) for it in rows])
        results().keep(key, found)
    return found


def list_parties() -> Parties:
    """Every party to every agreement, in the order in which they were entered."""
    found: dict[int, tuple[AgreementPartyRow, ...]] = {}
    for row in db.session.scalars(
        select(AgreementPartyRow).order_by(AgreementPartyRow.id)
    ):
        found[row.agreement_id] = (*found.get(row.agreement_id, ()), row)
    return found


def _agreement(row: AgreementRow, parties: tuple[AgreementPartyRow, ...]) -> Agreement:
    return Agreement(
        id=row.id,
        kind=AgreementKind(row.kind),
        parties=frozenset(it.municipality for it in parties if it.municipality),
        has_others=any(not it.municipality for it in parties),
        signed_first=_day(row.signed_first),
        signed_last=_day(row.signed_last),
        precision=row.precision or "day",
        valid_from=_day(row.valid_from),
        valid_to=_day(row.valid_to),
        notice_months=row.notice_months,
        case_number=row.case_number,
        sources=tuple(row.source.split()),
        replaces=row.replaces_id,
    )


def _day(value: date | None) -> int | None:
    return None if value is None else to_day(value)
