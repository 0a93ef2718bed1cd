"""What a user says of an agreement, into rows and back again.

What is entered is the user's own: it no longer leans on the source of what it
replaces.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from app.store.columns import Texts
from app.store.loader import ENTERED
from app.store.tables import AgreementPartyRow, AgreementRow
from app.when import When


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementEntry:
    """An agreement with its parties: municipalities, and the others by name."""

    kind: str
    title: str
    version: str = ""
    signed: When | None = None
    valid_from: date | None = None
    valid_to: date | None = None
    notice_months: int | None = None
    case_number: str = ""
    replaces: int | None = None
    municipalities: frozenset[str] = frozenset()
    others: tuple[str, ...] = ()
    note: Texts = field(default_factory=dict)


def fill(row: AgreementRow, entry: AgreementEntry) -> None:
    """Put what was said into a row; its parties have rows of their own."""
    row.kind, row.title, row.version = entry.kind, entry.title, entry.version
    signed = entry.signed
    row.signed_first = None if signed is None else signed.first
    row.signed_last = None if signed is None else signed.last
    row.precision = "" if signed is None else signed.precision
    row.valid_from, row.valid_to = entry.valid_from, entry.valid_to
    row.notice_months, row.case_number = entry.notice_months, entry.case_number
    row.replaces_id = entry.replaces
    row.note = entry.note
    row.confidence = ENTERED
    row.source = row.reference = ""


def entry_of(row: AgreementRow, parties: Iterable[AgreementPartyRow]) -> AgreementEntry:
    """What a row and those of its parties say."""
    told = tuple(parties)
    return AgreementEntry(
        kind=row.kind,
        title=row.title,
        version=row.version,
        signed=signed_of(row),
        valid_from=row.valid_from,
        valid_to=row.valid_to,
        notice_months=row.notice_months,
        case_number=row.case_number,
        replaces=row.replaces_id,
        municipalities=frozenset(it.municipality for it in told if it.municipality),
        others=tuple(it.party for it in told if not it.municipality),
        note=row.note,
    )


def signed_of(row: AgreementRow) -> When | None:
    """When it was signed, as exactly as that is known."""
    if row.signed_first is None or row.signed_last is None:
        return None
    return When(first=row.signed_first, last=row.signed_last, precision=row.precision)
