"""Records to rows: agreements with their parties."""

from collections.abc import Iterator

from app.store.seed.agreement_shapes import AGREEMENTS
from app.store.seed.entries import Entry, Ref, entry, provenance
from app.store.seed.files import Files, Record
from app.store.tables import AgreementPartyRow, AgreementRow


def agreement_entries(files: Files) -> Iterator[Entry]:
    """A row for each agreement, then one for each party."""
    for record in files["agreements"]:
        yield entry(
            AgreementRow,
            AGREEMENTS,
            record,
            kind=record["kind"],
            title=record["title"],
            signed_first=record["signed_start"],
            signed_last=record["signed_end"],
            precision=record["precision"],
            **provenance(record),
        )
    for record in files["agreements"]:
        yield from _parties(record)


def _parties(record: Record) -> Iterator[Entry]:
    agreement = Ref("agreement", record["key"])
    for number in record["parties"].split():
        yield entry(
            AgreementPartyRow,
            AGREEMENTS,
            record,
            f"{record['key']}.{number}",
            agreement_id=agreement,
            municipality=number,
            party="",
        )
    for name in filter(None, map(str.strip, record["others"].split(";"))):
        yield entry(
            AgreementPartyRow,
            AGREEMENTS,
            record,
            f"{record['key']}.{name}",
            agreement_id=agreement,
            municipality=None,
            party=name,
        )
