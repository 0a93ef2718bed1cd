"""What a user says of meetings, rules and cases, into rows and back again.

What is entered is the user's own: it no longer leans on the source of what it
replaces. How long a case takes may be said to be an assumption.
"""

from dataclasses import dataclass
from datetime import date

from app.store.columns import Texts
from app.store.tables import CaseLeadRow, MeetingRow, MeetingRuleRow
from app.store.tables.meetings import join_months, split_months

ENTERED, ASSUMED = "entered", "assumed"
IMPORTED = "imported"
Row = MeetingRow | MeetingRuleRow


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingEntry:
    """A day on which a body meets."""

    body: str
    day: date
    note: Texts


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleEntry:
    """The nth weekday of every month; without a last day it holds on."""

    body: str
    weekday: int
    nth: int
    months_out: frozenset[int]
    from_day: date
    to_day: date | None
    note: Texts


@dataclass(frozen=True, slots=True, kw_only=True)
class LeadEntry:
    """How long a case takes, in days; an empty committee is none."""

    publication_days: int
    notice_days: int
    committee: str
    committee_days: int
    is_assumed: bool
    note: Texts


Entry = MeetingEntry | RuleEntry


def entry_of(row: Row) -> Entry:
    """What a row says."""
    if isinstance(row, MeetingRow):
        return MeetingEntry(body=row.body, day=row.day, note=row.note)
    return RuleEntry(
        body=row.body,
        weekday=row.weekday,
        nth=row.nth,
        months_out=split_months(row.months_out),
        from_day=row.from_day,
        to_day=row.to_day,
        note=row.note,
    )


def lead_entry(row: CaseLeadRow) -> LeadEntry:
    """What a row says of how long a case takes."""
    return LeadEntry(
        publication_days=row.publication_days,
        notice_days=row.notice_days,
        committee=row.committee,
        committee_days=row.committee_days,
        is_assumed=row.confidence == ASSUMED,
        note=row.note,
    )


def fill(row: Row, entry: Entry) -> None:
    """Put what was said into a row."""
    match row, entry:
        case MeetingRow(), MeetingEntry():
            row.day = entry.day
            row.origin = ENTERED
        case MeetingRuleRow(), RuleEntry():
            row.weekday, row.nth = entry.weekday, entry.nth
            row.months_out = join_months(entry.months_out)
            row.from_day, row.to_day = entry.from_day, entry.to_day
        case _:
            raise ValueError(f"{entry!r} is no entry for {row!r}")
    row.body, row.note = entry.body, entry.note
    row.confidence = ENTERED
    row.source = row.reference = ""


def fill_lead(row: CaseLeadRow, entry: LeadEntry) -> None:
    """Put into a row how long a case takes."""
    row.publication_days, row.notice_days = entry.publication_days, entry.notice_days
    row.committee, row.committee_days = entry.committee, entry.committee_days
    row.note = entry.note
    row.confidence = ASSUMED if entry.is_assumed else ENTERED
    row.source = row.reference = ""
