"""Records to rows: how long cases take."""

from collections.abc import Iterator

from app.store.seed import meeting_shapes as shapes
from app.store.seed.entries import Entry, entry, provenance
from app.store.seed.files import Files
from app.store.tables import CaseLeadRow


def meeting_entries(files: Files) -> Iterator[Entry]:
    """What holds for everybody, and for municipalities of their own."""
    for record in files["case_leads"]:
        yield entry(
            CaseLeadRow,
            shapes.CASE_LEADS,
            record,
            municipality=record["municipality"],
            publication_days=record["publication_days"],
            notice_days=record["notice_days"],
            committee=record["committee"],
            committee_days=record["committee_days"],
            **provenance(record),
        )
