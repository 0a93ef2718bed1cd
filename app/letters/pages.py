"""The letters on an entry of the ledger or an announcement, ready to print."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from flask_babel import gettext as _

from app.announced_words import lacking_texts
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
    """All letters on something; without `is_needed` there are none to be made.

    `at` are the arguments of its addresses, `announced` what it is where it is one.
    `is_old` says that they tell something else than what is announced now.
    """

    at: dict[str, Any]
    entry: int | None
    announced: int | None
    title: str
    about: str
    lines: tuple[LetterLine, ...]
    made: int
    lacking: tuple[str, ...]
    is_needed: bool
    is_old: bool
    can_make: bool
    can_change: bool


def letters_page(
    notices: Notices,
    letters: Sequence[tuple[LetterRow, StoredFileRow]],
    names: Names,
    *,
    is_old: bool,
    can_edit: bool,
) -> LettersPage:
    """Who is told, and which letters are made; one that was made is always shown."""
    rows = {row.receiver: row for row, _file in letters}
    keys = [*notices.receivers, *(it for it in rows if it not in notices.receivers)]
    about, is_complete = notices.about, notices.notice.is_complete
    lacking = lacking_texts(notices.notice) if notices.is_needed else ()
    return LettersPage(
        at=address_of(notices),
        entry=about.entry,
        announced=about.announced,
        title=(
            entry_name(about.entry)
            if about.entry is not None
            else _("Announced change of shares")
        ),
        about=_told(notices, names),
        lines=tuple(_line(it, rows.get(it), notices, names) for it in keys),
        made=len(rows),
        lacking=lacking,
        is_needed=notices.is_needed,
        is_old=is_old and notices.is_needed,
        can_make=can_edit and notices.is_needed and is_complete,
        can_change=can_edit and about.announced is not None,
    )


def address_of(notices: Notices) -> dict[str, Any]:
    """The arguments of the addresses of its letters."""
    about = notices.about
    if about.announced is not None:
        return {"announced_id": about.announced}
    return {"entry_number": about.entry}


def _told(notices: Notices, names: Names) -> str:
    """Who gets how many of whom; of a correction nothing."""
    notice = notices.notice
    if notice.kind is EntryKind.CORRECTION or not (notice.seller and notice.buyer):
        return ""
    told = {"seller": names.owner(notice.seller), "buyer": names.owner(notice.buyer)}
    if not notice.shares:
        return _("shares from %(seller)s to %(buyer)s", **told)
    return _(
        "%(shares)s from %(seller)s to %(buyer)s",
        shares=shares_text(notice.shares),
        **told,
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
