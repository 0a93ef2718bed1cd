"""Agreements in words: kinds, how they stand, and what the history tells of them."""

from collections.abc import Callable, Mapping
from typing import Any

from flask_babel import gettext as _
from sqlalchemy import select

from app.extensions import db
from app.store.names import Names
from app.store.tables import AgreementRow, ChangeItemRow, StoredFileRow
from planning.rights.agreements import AgreementKind, Standing

# In the order in which a whole row is told.
FIELDS: Mapping[str, tuple[str, ...]] = {
    "agreement": (
        *("title", "kind", "version", "signed_first", "signed_last", "precision"),
        *("valid_from", "valid_to", "notice_months", "case_number", "replaces_id"),
        "note",
    ),
    "agreement_annex": ("agreement_id", "title", "checksum"),
    "agreement_party": ("agreement_id",),
}
STANDINGS: Mapping[Standing, str] = {
    Standing.IN_FORCE: "success",
    Standing.AHEAD: "info",
    Standing.SIGNED: "info",
    Standing.ENDED: "neutral",
    Standing.REPLACED: "neutral",
    Standing.UNDATED: "warning",
}
"""The badge of each."""


def kind_text(kind: str) -> str:
    """What an agreement is."""
    return kind_texts()[kind]


def kind_texts() -> Mapping[str, str]:
    """Every kind, in the order of the chain."""
    return {
        AgreementKind.OPTION.value: _("Option agreement"),
        AgreementKind.PREPROJECT.value: _("Agreement on a pre-project"),
        AgreementKind.COOPERATION.value: _("Co-operation agreement"),
        AgreementKind.SHAREHOLDERS.value: _("Shareholders’ agreement"),
        AgreementKind.SERVICE.value: _("Service agreement"),
    }


def standing_texts() -> Mapping[str, str]:
    """How agreements stand."""
    return {
        Standing.IN_FORCE.value: _("In force"),
        Standing.AHEAD.value: _("Not begun"),
        Standing.SIGNED.value: _("Signed, the day is not known"),
        Standing.ENDED.value: _("Ended"),
        Standing.REPLACED.value: _("Replaced by a newer version"),
        Standing.UNDATED.value: _("Date not known"),
    }


def field_texts() -> Mapping[str, str]:
    """What the fields of its rows are called."""
    return {
        "agreement_annex.title": _("annex"),
        "agreement_id": _("agreement"),
        "case_number": _("case number"),
        "checksum": _("file"),
        "notice_months": _("months of notice"),
        "party": _("party"),
        "replaces_id": _("replaces"),
        "signed": _("signed"),
        "signed_first": _("signed, first possible day"),
        "signed_last": _("signed, last possible day"),
        "title": _("title"),
        "valid_from": _("valid from"),
        "valid_to": _("valid to"),
        "version": _("version"),
    }


def row_texts() -> Mapping[str, str]:
    """What the rows of its tables are."""
    return {
        "agreement": _("Agreements"),
        "agreement_annex": _("Annexes of agreements"),
        "agreement_party": _("Parties to agreements"),
        "letter": _("Letters"),
        "stored_file": _("Files"),
    }


def _party(row: Mapping[str, Any], names: Names) -> str:
    number = row["municipality"]
    return names.municipality(number) if number else str(row["party"])


SUBJECTS: Mapping[str, Callable[[Mapping[str, Any], Names], str]] = {
    "agreement": lambda row, _names: str(row["title"]),
    "agreement_annex": lambda row, _names: str(row["title"]),
    "agreement_party": _party,
}


def _agreement(id: int) -> str:
    """An agreement by its title; of one that is gone, as the history last saw it."""
    found = db.session.scalar(select(AgreementRow.title).where(AgreementRow.id == id))
    return found or _title_of_gone(id) or _("an agreement that is gone")


def _title_of_gone(id: int) -> str:
    last = db.session.scalar(
        select(ChangeItemRow)
        .where(
            ChangeItemRow.table == AgreementRow.__tablename__,
            ChangeItemRow.row_key == str(id),
            ChangeItemRow.field == "",
        )
        .order_by(ChangeItemRow.id.desc())
    )
    return "" if last is None or not last.before else str(last.before["title"])


def _file(checksum: str) -> str:
    """A file by its name; files are never taken away."""
    sought = StoredFileRow.checksum == checksum
    return db.session.scalar(select(StoredFileRow.name).where(sought)) or checksum[:12]


READERS: Mapping[str, Callable[[Any], str]] = {
    "agreement_id": _agreement,
    "checksum": _file,
    "replaces_id": _agreement,
}
