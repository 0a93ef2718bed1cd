"""The writes on owners, the annex and the board's meetings.

What entries of the ledger rest on is not changed under them.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from typing import Any

from app.access import User, require
from app.extensions import db
from app.keys import new_key
from app.share_data import queries
from app.store.columns import Texts
from app.store.shares import read_register
from app.store.tables import (
    BoardMeetingRow,
    ChangeRow,
    ShareAnnexRow,
    ShareOwnerRow,
)
from app.store.writing import Write, writing
from planning.rights.refusals import Broken
from planning.rights.share_owners import OwnerKind
from planning.rights.shares import broken_by

RIGHT = "rights.edit"
ENTERED = "entered"
# The last part of the address where one is added.
NEW = "new"


class RestsOnIt(Exception):  # noqa: N818 - reads as what the user is told
    """Entries of the ledger hold only as long as this stays as it is."""

    def __init__(self, broken: Broken) -> None:
        super().__init__(f"entries {[*broken]} rest on it")
        self.broken = broken


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnerEntry:
    """What a user says of an owner; a municipality is called as it is."""

    kind: str
    name: str
    municipality: str
    organisation_number: str
    is_public: bool
    use_agreement_on: date | None
    cooperation_joined_on: date | None
    note: Texts


def add_owner(entry: OwnerEntry, called: str, *, by: User) -> ChangeRow | None:
    """Add an owner; `called` is its name as the user reads it."""
    require(by, RIGHT)
    with writing(
        None, by=by, what="shares.owner-added", values={"name": called}
    ) as write:
        taken = {NEW, *(it.key for it in queries.list_owners())}
        made = new_key({"nb": called}, taken, nameless="owner")
        row = ShareOwnerRow(key=entry.municipality or made)
        _fill(row, entry)
        db.session.add(row)
    return write.change


def change_owner(
    row: ShareOwnerRow, entry: OwnerEntry, called: str, *, by: User, seen: int
) -> ChangeRow | None:
    """Change what is said of an owner."""
    with _kept_under_entries(
        "shares.owner-changed", {"name": called}, row, by=by, seen=seen
    ) as write:
        if entry != entry_of(row):
            _fill(row, entry)
    return write.change


def remove_owner(
    row: ShareOwnerRow, called: str, *, by: User, seen: int
) -> ChangeRow | None:
    """Take away an owner that no entry names."""
    require(by, RIGHT)
    with writing(
        None,
        by=by,
        what="shares.owner-removed",
        values={"name": called},
        seen=seen,
        touches=[(row.__tablename__, row.key)],
    ) as write:
        db.session.delete(row)
    return write.change


def set_annex(
    number: str, shares: int, note: Texts, *, by: User, seen: int
) -> ChangeRow | None:
    """Say how many shares a municipality buys by its option."""
    row = queries.list_annex().get(number)
    values = {"municipality": number, "shares": shares}
    with _kept_under_entries(
        "shares.annex-set", values, row, by=by, seen=seen
    ) as write:
        row = queries.list_annex().get(number)
        _put(number, shares, note, row)
    return write.change


def remove_annex(row: ShareAnnexRow, *, by: User, seen: int) -> ChangeRow | None:
    """Let the number of a municipality be not entered."""
    values = {"municipality": row.municipality}
    with _kept_under_entries(
        "shares.annex-removed", values, row, by=by, seen=seen
    ) as write:
        db.session.delete(row)
    return write.change


def import_annex(numbers: Mapping[str, int], *, by: User) -> ChangeRow | None:
    """Take over the numbers of a file; those that it does not name stay."""
    values = {"count": len(numbers)}
    with _kept_under_entries("shares.annex-imported", values, None, by=by) as write:
        rows = queries.list_annex()
        for number, shares in sorted(numbers.items()):
            row = rows.get(number)
            _put(number, shares, row.note if row is not None else {}, row)
    return write.change


def add_meeting(day: date, note: Texts, *, by: User) -> ChangeRow | None:
    """Enter a meeting of the board."""
    require(by, RIGHT)
    values = {"day": day.isoformat()}
    with writing(
        None, by=by, what="shares.board-meeting-added", values=values
    ) as write:
        if day not in {it.day for it in queries.list_meetings()}:
            db.session.add(BoardMeetingRow(day=day, note=note, confidence=ENTERED))
    return write.change


def remove_meeting(row: BoardMeetingRow, *, by: User, seen: int) -> ChangeRow | None:
    """Take away a meeting of the board."""
    values = {"day": row.day.isoformat()}
    with _kept_under_entries(
        "shares.board-meeting-removed", values, row, by=by, seen=seen
    ) as write:
        db.session.delete(row)
    return write.change


def entry_of(row: ShareOwnerRow) -> OwnerEntry:
    """What a row says of an owner."""
    return OwnerEntry(
        kind=row.kind,
        name=row.name,
        municipality=row.municipality or "",
        organisation_number=row.organisation_number,
        is_public=row.is_public,
        use_agreement_on=row.use_agreement_on,
        cooperation_joined_on=row.cooperation_joined_on,
        note=row.note,
    )


@contextmanager
def _kept_under_entries(
    what: str,
    values: dict[str, Any],
    row: ShareOwnerRow | ShareAnnexRow | BoardMeetingRow | None,
    *,
    by: User,
    seen: int | None = None,
) -> Iterator[Write]:
    """A write that is refused where an entry would no longer hold.

    Raises:
        RestsOnIt: with the entries, and what would speak against each.
    """
    require(by, RIGHT)
    key = getattr(row, "key", None) or getattr(row, "id", None)
    touches = [] if row is None else [(row.__tablename__, str(key))]
    with writing(
        None, by=by, what=what, values=values, seen=seen, touches=touches
    ) as write:
        before = read_register()
        yield write
        db.session.flush()
        broken = broken_by(before.ledger, before.rules, read_register().rules)
        if broken:
            raise RestsOnIt(broken)


def _put(number: str, shares: int, note: Texts, row: ShareAnnexRow | None) -> None:
    if row is None:
        row = ShareAnnexRow(municipality=number)
        db.session.add(row)
    elif (row.shares, row.note) == (shares, note):
        return
    row.shares, row.note = shares, note
    row.confidence, row.source, row.reference = ENTERED, "", ""


def _fill(row: ShareOwnerRow, entry: OwnerEntry) -> None:
    is_municipality = entry.kind == OwnerKind.MUNICIPALITY
    row.kind, row.name = entry.kind, "" if is_municipality else entry.name
    row.municipality = entry.municipality or None
    row.organisation_number = entry.organisation_number
    row.is_public = entry.is_public
    row.use_agreement_on = entry.use_agreement_on
    row.cooperation_joined_on = entry.cooperation_joined_on
    row.note = entry.note
    row.confidence, row.source, row.reference = ENTERED, "", ""
