"""Records to rows: those who may own shares. The ledger itself is never loaded."""

from collections.abc import Iterator

from app.store.seed.entries import Entry, entry, provenance
from app.store.seed.files import Files
from app.store.seed.share_shapes import SHARE_OWNERS
from app.store.tables import ShareOwnerRow


def share_entries(files: Files) -> Iterator[Entry]:
    """A row for each of them."""
    for record in files["share_owners"]:
        yield entry(
            ShareOwnerRow,
            SHARE_OWNERS,
            record,
            municipality=record["municipality"] or None,
            **{
                name: record[name]
                for name in ("key", "kind", "name", "organisation_number", "is_public")
            },
            **provenance(record),
        )
