"""What is entered of meetings is kept alike on both databases."""

from datetime import date

from app.meetings import commands
from app.meetings.filling import LeadEntry, MeetingEntry, RuleEntry, entry_of
from app.meetings.importing import NewMeeting
from app.meetings.queries import find_lead, list_meetings, list_rules
from app.store.meetings import known_meetings
from app.store.results import revision

RULE = RuleEntry(
    body="council",
    weekday=3,
    nth=-1,
    months_out=frozenset({7, 12}),
    from_day=date(2023, 1, 1),
    to_day=None,
    note={"nb": "Reglement"},
)
MEETING = MeetingEntry(body="council", day=date(2024, 2, 15), note={})
LEAD = LeadEntry(
    publication_days=10,
    notice_days=2,
    committee="health-committee",
    committee_days=3,
    is_assumed=True,
    note={"nb": "Møte"},
)


def test_what_is_entered_is_what_is_kept(any_plan, office):
    commands.add("rules", "1516", RULE, by=office)
    commands.add("days", "1516", MEETING, by=office)
    commands.set_lead("1516", LEAD, by=office, seen=revision())
    (rule,), (meeting,) = list_rules("1516"), list_meetings("1516")
    assert (entry_of(rule), entry_of(meeting)) == (RULE, MEETING)
    known = known_meetings()
    assert (known.lead("1516").committee_days, known.lead("1517").notice_days) == (3, 7)
    new = [NewMeeting("1516", date(2024, day, 20), "council") for day in (2, 3)]
    again = NewMeeting("1516", MEETING.day, "council")
    change = commands.bring_in([*new, again], file="x.csv", by=office)
    assert change is not None
    assert change.values == {"file": "x.csv", "count": 2}
    assert len(list_meetings("1516")) == 3
    assert commands.bring_in(new, file="x.csv", by=office) is None
    commands.remove_lead(find_lead("1516"), by=office, seen=revision())
    assert known_meetings().lead("1516").committee_days == 7
