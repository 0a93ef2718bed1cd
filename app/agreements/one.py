"""One agreement, ready to print."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from flask_babel import gettext as _
from flask_babel import ngettext

from app.agreement_words import STANDINGS, kind_text, standing_texts
from app.agreements.duty_words import duty_text
from app.agreements.forms import AnnexForm, size_text
from app.agreements.pages import party_names, signed_text, valid_text
from app.file_types import ending
from app.last_written import Written
from app.provenance import ProvenancePart, Sources
from app.store.names import Names
from app.store.tables import (
    AgreementAnnexRow,
    AgreementPartyRow,
    AgreementRow,
    StoredFileRow,
)
from planning.rights.agreements import Agreement, Register
from planning.rights.duties import Duty

SHOWN_OF_CHECKSUM = 12
Annexes = Sequence[tuple[AgreementAnnexRow, StoredFileRow]]


@dataclass(frozen=True, slots=True)
class VersionLine:
    """One version of the agreement."""

    id: int
    name: str
    signed: str
    standing: str
    badge: str
    is_shown: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnexLine:
    """An annex that can be had as a file."""

    id: int
    title: str
    file: str
    size: str
    checksum: str


@dataclass(frozen=True, slots=True)
class DutyLine:
    """What follows from the agreement, with where that stands."""

    text: str
    source: ProvenancePart


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementPage:
    """All that is known of one agreement."""

    id: int
    title: str
    kind: str
    standing: str
    badge: str
    facts: tuple[tuple[str, str], ...]
    parties: tuple[tuple[str, str], ...]
    versions: tuple[VersionLine, ...]
    annexes: tuple[AnnexLine, ...]
    duties: tuple[DutyLine, ...]
    source: ProvenancePart
    written: str
    form: AnnexForm
    largest: str
    seen: int
    can_edit: bool


class Writer:
    """What every part of the page is made from."""

    def __init__(self, register: Register, names: Names, sources: Sources, day: int):
        self._register = register
        self._names = names
        self._sources = sources
        self._day = day

    def versions(
        self, agreement: Agreement, rows: Iterable[AgreementRow]
    ) -> tuple[VersionLine, ...]:
        """Every version, the newest first; none where there is only this one."""
        by_id = {it.id: it for it in rows}
        found = self._register.versions(agreement)
        if len(found) == 1:
            return ()
        return tuple(
            self._version(it, by_id[it.id], is_shown=it.id == agreement.id)
            for it in reversed(found)
        )

    def _version(
        self, it: Agreement, row: AgreementRow, *, is_shown: bool
    ) -> VersionLine:
        standing = self._register.standing(it, self._day)
        return VersionLine(
            id=it.id,
            name=version_name(row),
            signed=signed_text(row),
            standing=standing_texts()[standing],
            badge=STANDINGS[standing],
            is_shown=is_shown,
        )

    def standing(self, agreement: Agreement) -> tuple[str, str]:
        """How it stands, with its badge."""
        standing = self._register.standing(agreement, self._day)
        return standing_texts()[standing], STANDINGS[standing]

    def duties(self, found: Iterable[Duty]) -> tuple[DutyLine, ...]:
        """What follows from it."""
        return tuple(
            DutyLine(
                duty_text(it, self._names, self._day),
                self._sources.part(
                    it.source, it.reference, "documented" if it.source else "", {}
                ),
            )
            for it in found
        )

    def parties(self, rows: Iterable[AgreementPartyRow]) -> tuple[tuple[str, str], ...]:
        """Who has signed, each with the number of its municipality where it is one."""
        told = list(rows)
        numbers = {
            self._names.municipality(it.municipality): it.municipality
            for it in told
            if it.municipality
        }
        return tuple(
            (name, numbers.get(name, "")) for name in party_names(told, self._names)
        )

    def source(self, row: AgreementRow) -> ProvenancePart:
        """Where it is known from."""
        return self._sources.of(row)


def fact_pairs(row: AgreementRow) -> tuple[tuple[str, str], ...]:
    """Its days, its notice and its case; what is not known is told as that."""
    months = row.notice_months
    told = [
        (_("Kind"), kind_text(row.kind)),
        (_("Signed"), signed_text(row) or _("not known")),
        (_("Valid"), valid_text(row)),
        (_("Version"), row.version),
        (
            _("Notice"),
            ngettext("%(num)d month", "%(num)d months", months) if months else "",
        ),
        (_("Case number"), row.case_number),
    ]
    return tuple((label, value) for label, value in told if value)


def annex_lines(annexes: Annexes) -> tuple[AnnexLine, ...]:
    """The annexes, in order."""
    return tuple(
        AnnexLine(
            id=row.id,
            title=row.title,
            file=ending(file.name).upper(),
            size=size_text(file.size),
            checksum=file.checksum[:SHOWN_OF_CHECKSUM],
        )
        for row, file in annexes
    )


def version_name(row: AgreementRow) -> str:
    """What a version is called beside the others."""
    if not row.version:
        return row.title
    return _("%(title)s, version %(version)s", title=row.title, version=row.version)


def written_text(row: AgreementRow, written: Written | None) -> str:
    """Who entered it, and when."""
    return "" if written is None or row.source else written.text
