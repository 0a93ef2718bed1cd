"""The writes on meetings, rules for them, and how long cases take."""

from collections.abc import Iterable
from typing import Any

from app.access import User, require
from app.extensions import db
from app.meetings.filling import (
    ENTERED,
    IMPORTED,
    Entry,
    LeadEntry,
    MeetingEntry,
    Row,
    entry_of,
    fill,
    fill_lead,
    lead_entry,
)
from app.meetings.importing import NewMeeting
from app.meetings.queries import TABLES, find_lead, list_all_meetings
from app.store.tables import CaseLeadRow, ChangeRow, MeetingRow
from app.store.writing import writing

RIGHT = "rights.edit"
ADDED = {"days": "meetings.meeting-added", "rules": "meetings.rule-added"}
CHANGED = {"days": "meetings.meeting-changed", "rules": "meetings.rule-changed"}
REMOVED = {"days": "meetings.meeting-removed", "rules": "meetings.rule-removed"}


def add(kind: str, number: str, entry: Entry, *, by: User) -> ChangeRow | None:
    """Add a meeting or a rule."""
    require(by, RIGHT)
    values = _told(number, entry)
    with writing(None, by=by, what=ADDED[kind], values=values) as write:
        row = TABLES[kind](municipality=number)
        fill(row, entry)
        db.session.add(row)
    return write.change


def change(
    kind: str, row: Row, entry: Entry, *, by: User, seen: int
) -> ChangeRow | None:
    """Change what is said of one."""
    require(by, RIGHT)
    with writing(
        None,
        by=by,
        what=CHANGED[kind],
        values=_told(row.municipality, entry),
        seen=seen,
        touches=[(row.__tablename__, str(row.id))],
    ) as write:
        if entry != entry_of(row):
            fill(row, entry)
    return write.change


def remove(kind: str, row: Row, *, by: User, seen: int) -> ChangeRow | None:
    """Take a meeting or a rule away."""
    require(by, RIGHT)
    with writing(
        None,
        by=by,
        what=REMOVED[kind],
        values=_told(row.municipality, entry_of(row)),
        seen=seen,
        touches=[(row.__tablename__, str(row.id))],
    ) as write:
        db.session.delete(row)
    return write.change


def set_lead(
    number: str | None, entry: LeadEntry, *, by: User, seen: int
) -> ChangeRow | None:
    """Say how long a case takes in a municipality, or for everybody else."""
    require(by, RIGHT)
    with writing(
        None,
        by=by,
        what="meetings.lead-set",
        values={"municipality": number},
        seen=seen,
        touches=_touched(find_lead(number)),
    ) as write:
        # Looked for inside: two who enter the first one at once enter one.
        row = find_lead(number)
        if row is None:
            row = CaseLeadRow(municipality=number)
            fill_lead(row, entry)
            db.session.add(row)
        elif entry != lead_entry(row):
            fill_lead(row, entry)
    return write.change


def remove_lead(row: CaseLeadRow, *, by: User, seen: int) -> ChangeRow | None:
    """Let what holds for everybody hold in a municipality again."""
    require(by, RIGHT)
    with writing(
        None,
        by=by,
        what="meetings.lead-removed",
        values={"municipality": row.municipality},
        seen=seen,
        touches=_touched(row),
    ) as write:
        db.session.delete(row)
    return write.change


def bring_in(
    meetings: Iterable[NewMeeting], *, file: str, by: User
) -> ChangeRow | None:
    """Add the meetings of a file, those that have come in meanwhile left out."""
    require(by, RIGHT)
    values: dict[str, Any] = {"file": file, "count": 0}
    with writing(None, by=by, what="meetings.imported", values=values) as write:
        there = {(it.municipality, it.body, it.day) for it in list_all_meetings()}
        new = [it for it in meetings if (it.municipality, it.body, it.day) not in there]
        values["count"] = len(new)
        db.session.add_all(_row(it) for it in new)
    return write.change


def _row(it: NewMeeting) -> MeetingRow:
    return MeetingRow(
        municipality=it.municipality,
        body=it.body,
        day=it.day,
        origin=IMPORTED,
        confidence=ENTERED,
    )


def _touched(row: CaseLeadRow | None) -> list[tuple[str, str]]:
    return [] if row is None else [(row.__tablename__, str(row.id))]


def _told(number: str, entry: Entry) -> dict[str, Any]:
    """What the sentence on a change is made from."""
    values = {"municipality": number, "body": entry.body}
    if isinstance(entry, MeetingEntry):
        values["day"] = entry.day.isoformat()
    return values
