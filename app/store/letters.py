"""Letters that were made: each has a number, which it keeps when it is made again.

Numbers run without gaps and are never used again, as no letter is ever taken away.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, func, select

from app.extensions import db
from app.store.beside import now, writing_beside
from app.store.stored_files import add_file
from app.store.tables import LetterRow, StoredFileRow

NOTICE = "share-notice"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
Numbers = Mapping[str, int]
"""The number of the letter to each receiver, by the key of that owner."""
Written = Mapping[str, tuple[bytes, str]]
"""The letter to each receiver, with its language."""
Write = Callable[[Numbers], Written]
"""Writes all letters under their numbers."""


@dataclass(frozen=True, slots=True)
class About:
    """What letters are on: an announcement, or an entry that was made without one."""

    entry: int | None = None
    announced: int | None = None

    def is_of(self) -> ColumnElement[bool]:
        """What a letter on it says."""
        if self.announced is not None:
            return LetterRow.announced_id == self.announced
        return LetterRow.share_entry == self.entry


def list_letters(about: About) -> Sequence[tuple[LetterRow, StoredFileRow]]:
    """The letters on something with their files, by number."""
    return (
        db.session.execute(
            select(LetterRow, StoredFileRow)
            .join(StoredFileRow, StoredFileRow.checksum == LetterRow.checksum)
            .where(about.is_of())
            .order_by(LetterRow.number)
        )
        .tuples()
        .all()
    )


def make_letters(
    about: About, receivers: Sequence[str], write: Write, *, by: str
) -> Numbers:
    """Write the letters to all receivers, and keep them.

    They are written before the write takes its turn, which so is short; where others
    took the numbers meanwhile, they are written once more under new ones.
    """
    while True:
        numbers = _numbers(about, receivers)
        written = write(numbers)
        with writing_beside():
            if numbers == _numbers(about, receivers):
                for receiver, number in numbers.items():
                    content, language = written[receiver]
                    _keep(about, receiver, number, content, language, by)
                return numbers


def file_name(number: int) -> str:
    """What the file of a letter is called."""
    return f"brev-{number}.docx"


def _numbers(about: About, receivers: Sequence[str]) -> Numbers:
    """Those that there are, and the next ones for who has none."""
    kept = dict(
        db.session.execute(
            select(LetterRow.receiver, LetterRow.number).where(about.is_of())
        )
        .tuples()
        .all()
    )
    last = db.session.scalar(select(func.max(LetterRow.number))) or 0
    found: dict[str, int] = {}
    for receiver in receivers:
        if receiver not in kept:
            last += 1
        found[receiver] = kept.get(receiver, last)
    return found


def _keep(
    about: About, receiver: str, number: int, content: bytes, language: str, by: str
) -> None:
    checksum = add_file(content, name=file_name(number), media_type=DOCX, by=by)
    row = db.session.get(LetterRow, number)
    if row is not None and row.checksum == checksum:
        return
    if row is None:
        row = LetterRow(number=number, kind=NOTICE)
        row.share_entry, row.announced_id = about.entry, about.announced
        db.session.add(row)
    row.receiver, row.language, row.checksum = receiver, language, checksum
    row.made_at, row.made_by = now(), by
