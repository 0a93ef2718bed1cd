"""Reads of agreements, their parties and annexes."""

from collections.abc import Sequence

from flask import abort
from sqlalchemy import select

from app.extensions import db
from app.store.tables import (
    AgreementAnnexRow,
    AgreementPartyRow,
    AgreementRow,
    MunicipalityRow,
    RegionRow,
    StoredFileRow,
)


def list_agreements() -> Sequence[AgreementRow]:
    """All agreements, the last signed first; those without a date at the end."""
    rows = db.session.scalars(select(AgreementRow)).all()
    return sorted(rows, key=_newest_first)


def get_agreement(agreement_id: int) -> AgreementRow:
    """One agreement; an unknown one is not found."""
    return find_agreement(agreement_id) or abort(404)


def find_agreement(agreement_id: int | None) -> AgreementRow | None:
    """One agreement, if there is one of that number."""
    return None if agreement_id is None else db.session.get(AgreementRow, agreement_id)


def list_party_rows(agreement_id: int) -> Sequence[AgreementPartyRow]:
    """Those who have signed one."""
    return db.session.scalars(
        select(AgreementPartyRow)
        .where(AgreementPartyRow.agreement_id == agreement_id)
        .order_by(AgreementPartyRow.id)
    ).all()


def list_annexes(
    agreement_id: int,
) -> Sequence[tuple[AgreementAnnexRow, StoredFileRow]]:
    """The annexes of one, each with its file, in order."""
    found = db.session.execute(
        select(AgreementAnnexRow, StoredFileRow)
        .join(StoredFileRow, StoredFileRow.checksum == AgreementAnnexRow.checksum)
        .where(AgreementAnnexRow.agreement_id == agreement_id)
        .order_by(AgreementAnnexRow.position, AgreementAnnexRow.id)
    )
    return found.tuples().all()


def get_annex(
    agreement_id: int, annex_id: int
) -> tuple[AgreementAnnexRow, StoredFileRow]:
    """One annex of an agreement with its file; an unknown one is not found."""
    row = db.session.get(AgreementAnnexRow, annex_id)
    if row is None or row.agreement_id != agreement_id:
        abort(404)
    return row, db.session.get_one(StoredFileRow, row.checksum)


def list_municipalities() -> Sequence[MunicipalityRow]:
    """All municipalities, sorted by name."""
    return db.session.scalars(
        select(MunicipalityRow).order_by(MunicipalityRow.sort_key)
    ).all()


def list_regions() -> Sequence[RegionRow]:
    """All regions, sorted by name."""
    return db.session.scalars(select(RegionRow).order_by(RegionRow.sort_key)).all()


def _newest_first(row: AgreementRow) -> tuple[bool, int, int]:
    begins = row.valid_from or row.signed_last
    return begins is None, -begins.toordinal() if begins else 0, -row.id
