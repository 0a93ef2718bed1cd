"""Rows of agreements and their files, with sensible defaults."""

from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

from app.store.tables import AgreementAnnexRow, StoredFileRow

PDF = b"%PDF-1.7\n1 0 obj\n"
MOMENT = datetime(2023, 12, 1, 12, 0, tzinfo=UTC)


def stored_file_row(content: bytes = PDF, **given: Any) -> StoredFileRow:
    """A file as it was sent."""
    values = {"name": "vedlegg.pdf", "media_type": "application/pdf", **given}
    return StoredFileRow(
        checksum=sha256(content).hexdigest(),
        size=len(content),
        content=content,
        added_at=MOMENT,
        added_by="office",
        **values,
    )


def annex_row(file: StoredFileRow, agreement_id: int = 1) -> AgreementAnnexRow:
    """An annex that is a file."""
    return AgreementAnnexRow(
        agreement_id=agreement_id,
        position=1,
        title="Beslutningsstruktur",
        checksum=file.checksum,
    )
