"""When councils and committees meet and how long cases take, read for the engine.

Kept by revision: every page that asks of meetings asks of all of them. What concerns
no plan is not part of the snapshot, so that no plan is computed slower for it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from app.extensions import db
from app.store.results import results, revision
from app.store.tables import CaseLeadRow, MeetingRow, MeetingRuleRow
from app.store.tables.meetings import split_months
from planning.calendars import to_day
from planning.rights.meetings import Body, MeetingCalendar, Rule
from planning.rights.safe_meetings import CaseLead

UNKNOWN = MeetingCalendar()
# Where somebody has removed what holds for everybody: the papers are public for the
# days that are required, and nothing more is reckoned with.
BARE = CaseLead(publication_days=14)
RULES = select(
    MeetingRuleRow.municipality,
    MeetingRuleRow.body,
    MeetingRuleRow.weekday,
    MeetingRuleRow.nth,
    MeetingRuleRow.months_out,
    MeetingRuleRow.from_day,
    MeetingRuleRow.to_day,
)


@dataclass(frozen=True, slots=True)
class KnownMeetings:
    """The calendars of municipalities, and how long cases take in them."""

    calendars: Mapping[str, MeetingCalendar]
    leads: Mapping[str | None, CaseLead]

    def calendar(self, number: str) -> MeetingCalendar:
        """When the bodies of a municipality meet."""
        return self.calendars.get(number, UNKNOWN)

    def lead(self, number: str) -> CaseLead:
        """How long a case takes there: its own word, or what holds for everybody."""
        return self.leads.get(number) or self.leads.get(None) or BARE


def known_meetings() -> KnownMeetings:
    """All that is known at the revision that the session sees."""
    key = ("meetings", revision())
    found: KnownMeetings | None = results().find(key)
    if found is None:
        found = KnownMeetings(_load_calendars(), _load_leads())
        results().keep(key, found)
    return found


def _load_calendars() -> dict[str, MeetingCalendar]:
    entered: dict[str, list[tuple[Body, int]]] = {}
    rules: dict[str, list[Rule]] = {}
    meetings = select(MeetingRow.municipality, MeetingRow.body, MeetingRow.day)
    for number, body, day in db.session.execute(meetings.order_by(MeetingRow.day)):
        entered.setdefault(number, []).append((Body(body), to_day(day)))
    for row in db.session.execute(RULES.order_by(MeetingRuleRow.id)):
        rules.setdefault(row.municipality, []).append(rule_of(row))
    return {
        number: MeetingCalendar(
            entered=tuple(entered.get(number, ())), rules=tuple(rules.get(number, ()))
        )
        for number in entered.keys() | rules.keys()
    }


def rule_of(row: Any) -> Rule:
    """What a row says."""
    return Rule(
        body=Body(row.body),
        weekday=row.weekday,
        nth=row.nth,
        months_out=split_months(row.months_out),
        first=to_day(row.from_day),
        last=None if row.to_day is None else to_day(row.to_day),
    )


def _load_leads() -> dict[str | None, CaseLead]:
    rows = db.session.scalars(select(CaseLeadRow))
    return {row.municipality: lead_of(row) for row in rows}


def lead_of(row: CaseLeadRow) -> CaseLead:
    """What a row says."""
    return CaseLead(
        publication_days=row.publication_days,
        notice_days=row.notice_days,
        committee=Body(row.committee) if row.committee else None,
        committee_days=row.committee_days,
    )
