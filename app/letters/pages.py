"""The letters on an entry of the ledger, ready to print."""

from collections.abc import Sequence
from dataclasses import dataclass

from flask_babel import gettext as _

from app.filters import moment
from app.language import TONGUES
from app.letters.making import Notices
from app.share_words import entry_name, shares_text
from app.store.names import Names
from app.store.tables import LetterRow, StoredFileRow
from planning.rights.ledger import EntryKind


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterLine:
    """One receiver, with the letter where it is made."""

    name: str
    language: str
    number: int | None
    made: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LettersPage:
    """All letters on an entry; without `is_needed` there are none to be made."""

    entry: int
    title: str
    about: str
    lines: tuple[LetterLine, ...]
    made: int
    is_needed: bool
    is_correction: bool
    can_edit: bool


def letters_page(
    notices: Notices,
    letters: Sequence[tuple[LetterRow, StoredFileRow]],
    names: Names,
    *,
    can_edit: bool,
) -> LettersPage:
    """Who is told, and which letters are made; one that was made is always shown."""
    rows = {row.receiver: row for row, _file in letters}
    keys = [*notices.receivers, *(it for it in rows if it not in notices.receivers)]
    entry = notices.entry
    return LettersPage(
        entry=entry.number,
        title=entry_name(entry.number),
        about=(
            _(
                "%(shares)s from %(seller)s to %(buyer)s",
                shares=shares_text(entry.shares),
                seller=names.owner(entry.seller),
                buyer=names.owner(entry.buyer),
            )
            if entry.seller and entry.buyer
            else ""
        ),
        lines=tuple(_line(it, rows.get(it), notices, names) for it in keys),
        made=len(rows),
        is_needed=notices.is_needed,
        is_correction=entry.kind is EntryKind.CORRECTION,
        can_edit=can_edit,
    )


def _line(
    key: str, row: LetterRow | None, notices: Notices, names: Names
) -> LetterLine:
    locale = notices.locales.get(key, "")
    tongue = locale.partition("_")[0] if row is None else row.language
    return LetterLine(
        name=names.owner(key),
        language=TONGUES[tongue],
        number=None if row is None else row.number,
        made="" if row is None else moment(row.made_at),
    )
