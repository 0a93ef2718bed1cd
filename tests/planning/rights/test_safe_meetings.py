"""The last meeting at which a thing can be decided in time."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planning.calendars import norway, to_date
from planning.circumstances import ClosedPeriod
from planning.rights.meetings import LAST, Body, MeetingCalendar, Rule
from planning.rights.safe_meetings import (
    Case,
    CaseLead,
    Lack,
    SafeMeetings,
    Step,
    find_safe_meetings,
)
from tests.planning.programmes import day

JULY = ClosedPeriod(key="july", first=(7, 1), last=(7, 31), is_council_recess=True)
ALONE = CaseLead(publication_days=14)
HEARD = CaseLead(
    publication_days=14, notice_days=5, committee=Body.EXECUTIVE, committee_days=7
)
COUNCIL = Rule(body=Body.COUNCIL, weekday=3, nth=LAST, first=day("2020-01-01"))
EXECUTIVE = Rule(body=Body.EXECUTIVE, weekday=3, nth=2, first=day("2020-01-01"))
BOTH = MeetingCalendar(rules=(COUNCIL, EXECUTIVE))
TODAY = day("2023-11-30")


def safe(deadline: str, lead: CaseLead = ALONE, **given_: Any) -> SafeMeetings:
    values = {"status_date": TODAY, "periods": (JULY,), **given_}
    calendar = values.pop("calendar", BOTH)
    return find_safe_meetings(calendar, day(deadline), lead=lead, **values)


def iso(at: int) -> str:
    return to_date(at).isoformat()


def told(case: Case | None) -> dict[str, str]:
    return {} if case is None else {step.value: iso(at) for step, at in case.steps}


def test_the_chain_is_counted_back_from_the_deadline() -> None:
    found = safe("2024-06-30", HEARD)
    # 27 June and five days is 2 July: too late. 9 May is Ascension Day, so that the
    # committee meets on 11 April before the council does on 30 May.
    assert told(found.last) == {
        "papers-ready": "2024-03-27",
        "committee": "2024-04-11",
        "papers-public": "2024-05-16",
        "council": "2024-05-30",
        "notice": "2024-06-04",
    }
    assert found.reserve is not None
    assert iso(found.reserve.council) == "2024-04-25"
    # 28 December, 25 January, 29 February, and these two.
    assert (found.left, found.lack, found.unknown) == (5, None, ())


def test_a_meeting_on_the_deadline_itself_is_in_time() -> None:
    assert told(safe("2024-05-30").last) == {
        "papers-ready": "2024-05-16",
        "council": "2024-05-30",
    }
    earlier = safe("2024-05-29").last
    assert earlier is not None
    assert iso(earlier.council) == "2024-04-25"


def test_papers_are_laid_out_outside_the_recess() -> None:
    calendar = MeetingCalendar(entered=((Body.COUNCIL, day("2024-08-08")),))
    last = safe("2024-08-15", calendar=calendar).last
    # Fourteen days before is 25 July; 30 June is a Sunday.
    assert told(last)[Step.PAPERS_READY] == "2024-06-28"


def test_a_meeting_whose_papers_are_late_is_lost() -> None:
    found = safe("2024-01-28", status_date=day("2024-01-12"))
    assert (found.last, found.lack, found.left) == (None, Lack.TOO_LATE, 0)
    assert found.lost is not None
    assert iso(found.lost.council) == "2024-01-25"
    assert safe("2024-01-28", status_date=day("2024-01-11")).left == 1


@pytest.mark.parametrize(
    ("deadline", "given_", "lack"),
    [
        ("2023-11-29", {}, Lack.PASSED),
        ("2024-06-30", {"calendar": MeetingCalendar()}, Lack.NO_COUNCIL),
        ("2024-06-30", {"calendar": MeetingCalendar(rules=(COUNCIL,))}, "committee"),
        ("2023-12-01", {}, Lack.NONE_FITS),
    ],
)
def test_why_there_is_none_is_told(
    deadline: str, given_: dict[str, Any], lack: str
) -> None:
    found = safe(deadline, HEARD, **given_)
    expected = Lack.NO_COMMITTEE if lack == "committee" else lack
    assert (found.lack, found.last, found.reserve) == (expected, None, None)


def test_a_committee_that_has_not_met_yet_has_heard_nothing() -> None:
    entered = ((Body.COUNCIL, day("2024-01-25")), (Body.EXECUTIVE, day("2024-02-01")))
    found = safe("2024-01-31", HEARD, calendar=MeetingCalendar(entered=entered))
    assert found.lack is Lack.NONE_FITS


def test_years_without_a_calendar_are_told() -> None:
    entered = ((Body.COUNCIL, day("2024-02-15")),)
    found = safe("2025-06-30", calendar=MeetingCalendar(entered=entered))
    assert (found.left, found.unknown) == (1, (2023, 2025))
    assert found.unknown_of == ((Body.COUNCIL, (2023, 2025)),)
    heard = safe("2024-06-30", HEARD, calendar=MeetingCalendar(entered=entered))
    assert heard.unknown_of == ((Body.COUNCIL, (2023,)), (Body.EXECUTIVE, (2023, 2024)))


@pytest.mark.parametrize(
    "wrong", [{"notice_days": -1}, {"committee": Body.COUNCIL, "committee_days": 7}]
)
def test_a_case_takes_what_it_can_take(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"days|committee"):
        CaseLead(publication_days=14, **wrong)


days_ahead = st.sets(st.integers(-40, 500), max_size=12)
leads = st.builds(
    CaseLead,
    publication_days=st.integers(0, 30),
    notice_days=st.integers(0, 20),
    committee=st.sampled_from([None, Body.EXECUTIVE]),
    committee_days=st.integers(0, 30),
)


def entered(councils: set[int], committees: set[int]) -> MeetingCalendar:
    return MeetingCalendar(
        entered=(
            *((Body.COUNCIL, TODAY + it) for it in councils),
            *((Body.EXECUTIVE, TODAY + it) for it in committees),
        )
    )


def works(at: int, deadline: int, committees: set[int], lead: CaseLead) -> bool:
    """The same told plainly: whether the council can decide on a day."""
    if at < TODAY or at + lead.notice_days > deadline:
        return False
    heard = [TODAY + it for it in committees if TODAY + it <= at - lead.committee_days]
    if lead.committee is not None and not heard:
        return False
    public = (max(heard) if lead.committee is not None else at) - lead.publication_days
    while not norway().is_working(public) or to_date(public).month == 7:
        public -= 1
    return public >= TODAY


@settings(max_examples=50)
@given(days_ahead, days_ahead, leads, st.integers(0, 450), st.integers(0, 50))
def test_no_later_meeting_fits_and_a_later_deadline_loses_none(
    councils: set[int], committees: set[int], lead: CaseLead, ahead: int, more: int
) -> None:
    calendar, deadline = entered(councils, committees), TODAY + ahead
    given_: dict[str, Any] = {"status_date": TODAY, "lead": lead, "periods": (JULY,)}
    found = find_safe_meetings(calendar, deadline, **given_)
    plain = [
        TODAY + it
        for it in sorted(councils)
        if works(TODAY + it, deadline, committees, lead)
    ]
    assert [it.council for it in found.cases] == plain
    assert all(at <= deadline for case in found.cases for _step, at in case.steps)
    assert (found.last is None) == (found.lack is not None)
    later = find_safe_meetings(calendar, deadline + more, **given_)
    assert [it.council for it in later.cases][: len(plain)] == plain
