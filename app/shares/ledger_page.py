"""The ledger as a page: every entry, and what strikes out which."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from flask_babel import gettext as _

from app.filters import kroner, long_date, moment, number
from app.share_refusals import refusal_text
from app.share_words import entry_kind_texts, ranges_text
from app.store.columns import Texts
from app.store.names import Names
from app.store.shares import ShareRegister
from app.store.tables import ShareEntryRow
from planning.calendars import to_date
from planning.rights.ledger import EntryKind, ShareEntry, struck_out
from planning.rights.shares import find_faults


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerLine:
    """One entry, with the correction that strikes it out or what it strikes out."""

    number: int
    day: str
    kind: str
    seller: str
    buyer: str
    shares: str
    numbers: str
    total: str
    told: tuple[tuple[str, str], ...]
    entered: str
    corrected_by: int | None
    corrects: int | None
    announced: int | None
    can_correct: bool
    faults: tuple[str, ...]
    note: Texts = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerPage:
    """All entries, the newest first, or those of one owner."""

    lines: tuple[LedgerLine, ...]
    owner: str
    has_ledger: bool
    can_edit: bool


def ledger_page(
    register: ShareRegister,
    rows: Iterable[ShareEntryRow],
    names: Names,
    *,
    owner: str,
    can_edit: bool,
) -> LedgerPage:
    """All entries, or those that an owner has a part in."""
    ledger = register.ledger
    entries = {it.number: it for it in ledger}
    gone, faults = struck_out(ledger), find_faults(ledger, register.rules)
    lines = []
    for row in rows:
        entry = entries[row.number]
        told_of = entries.get(entry.corrects or 0, entry)
        if owner and owner not in (told_of.seller, told_of.buyer):
            continue
        by = gone.get(entry.number)
        is_open = by is None and entry.kind is not EntryKind.CORRECTION
        line = _line(row, entry, names, by=by, can=is_open and can_edit)
        wrong = faults.get(entry.number, ())
        told = tuple(refusal_text(it, names) for it in wrong)
        lines.append(replace(line, faults=told))
    return LedgerPage(
        lines=tuple(lines),
        owner=names.owner(owner) if owner else "",
        has_ledger=bool(ledger),
        can_edit=can_edit,
    )


def _line(
    row: ShareEntryRow, entry: ShareEntry, names: Names, *, by: int | None, can: bool
) -> LedgerLine:
    is_correction = entry.kind is EntryKind.CORRECTION
    return LedgerLine(
        number=entry.number,
        day=long_date(to_date(entry.day)),
        kind=entry_kind_texts()[entry.kind],
        seller=names.owner(entry.seller) if entry.seller else "",
        buyer=names.owner(entry.buyer) if entry.buyer else "",
        shares="" if is_correction else number(entry.shares),
        numbers=ranges_text(entry.ranges),
        total="" if is_correction else kroner(entry.shares * entry.price),
        told=tuple(_told(entry)),
        entered=moment(row.entered_at),
        corrected_by=by,
        corrects=entry.corrects,
        announced=entry.announced,
        can_correct=can,
        faults=(),
        note=row.note,
    )


def _told(entry: ShareEntry) -> Iterator[tuple[str, str]]:
    """What else is known of it: notice, board, payment, case."""
    for label, day in (
        (_("Notice to the owners"), entry.notice),
        (_("Trondheim declined"), entry.declined),
        (_("Board"), entry.board),
        (_("Payment due"), entry.due),
    ):
        if day is not None:
            yield label, long_date(to_date(day))
    if entry.case_number:
        yield _("Case"), entry.case_number
