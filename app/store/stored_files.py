"""Files by their checksum: the same content is kept once, and never taken away.

A file is written within the change that refers to it, and past its history: the
content would be copied into the trail of changes.
"""

from collections.abc import Iterable, Mapping
from hashlib import sha256

from sqlalchemy import insert, select

from app.extensions import db
from app.store.beside import now
from app.store.tables import StoredFileRow


def add_file(content: bytes, *, name: str, media_type: str, by: str) -> str:
    """Keep a file within the write that goes on; return its checksum."""
    checksum = sha256(content).hexdigest()
    if find_file(checksum) is None:
        values = {
            "checksum": checksum,
            "name": name,
            "media_type": media_type,
            "size": len(content),
            "content": content,
            "added_at": now(),
            "added_by": by,
        }
        db.session.connection().execute(insert(StoredFileRow).values(values))
    return checksum


def find_file(checksum: str) -> StoredFileRow | None:
    """A file, without its content until that is asked for."""
    return db.session.get(StoredFileRow, checksum)


def files_by_checksum(checksums: Iterable[str]) -> Mapping[str, StoredFileRow]:
    """Several at once."""
    wanted = set(checksums)
    if not wanted:
        return {}
    rows = db.session.scalars(
        select(StoredFileRow).where(StoredFileRow.checksum.in_(wanted))
    )
    return {it.checksum: it for it in rows}
