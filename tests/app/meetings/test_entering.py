"""Entering meetings, rules, and how long a case takes."""

import pytest

from app.store.meetings import known_meetings
from planning.rights.meetings import Body
from planning.rights.safe_meetings import CaseLead
from tests.app.meetings.sent import AT, enter, lead, meeting, revision, rule
from tests.app.reading import HTMX, read, text_of


def known(client):
    with client.application.app_context():
        return known_meetings()


def entered(client):
    return known(client).calendar("1516").entered


def test_a_meeting_comes_changes_and_goes_and_can_be_undone(english):
    enter(english, "days/new", meeting(english))
    (one,) = entered(english)
    assert one[0] is Body.COUNCIL
    url = f"{AT}/days/1"
    assert 'value="2024-02-15"' in english.get(url).text
    enter(english, "days/1", meeting(english, day="2024-02-22"))
    told = read(english, "/history/2")
    assert "a meeting was changed, now 22 February 2024 (The municipal council)" in told
    assert "day of the meeting" in told
    english.post(f"{url}/remove", data={"seen": revision(english)})
    assert entered(english) == ()
    assert english.get(url).status_code == 404
    english.post("/history/3/undo")
    assert len(entered(english)) == 1


def test_a_rule_comes_changes_and_goes(english):
    enter(english, "rules/new", rule(english))
    enter(english, "rules/1", rule(english, nth="2", to_day="2024-12-31"))
    told = read(english, AT)
    assert "The second Thursday of the month, not in July, from 1 January 2023" in told
    assert "which one of the month the last the second" in read(english, "/history/2")
    before = revision(english)
    enter(english, "rules/1", rule(english, nth="2", to_day="2024-12-31"))
    assert revision(english) == before
    english.post(f"{AT}/rules/1/remove", data={"seen": revision(english)})
    assert known(english).calendar("1516").is_empty
    other = english.get("/meetings/1517/rules/1")
    assert other.status_code == 404


def test_how_long_a_case_takes_is_set_for_one_and_for_all(english):
    assert known(english).lead("1516").committee is Body.EXECUTIVE
    enter(english, "lead", lead(english, notice_days="3", is_assumed="y"))
    assert known(english).lead("1516") == CaseLead(publication_days=14, notice_days=3)
    assert known(english).lead("1517").committee is Body.EXECUTIVE
    english.post(f"{AT}/lead/remove", data={"seen": revision(english)})
    assert english.post(f"{AT}/lead/remove").status_code == 404
    sent = lead(english, publication_days="21", committee="health-committee")
    answer = english.post("/meetings/lead", data=sent)
    assert answer.location.startswith("/meetings?moved=")
    assert known(english).lead("1516").publication_days == 21
    assert "The committee for health hears the case" in read(english, AT)


@pytest.mark.parametrize(
    ("what", "changed", "told"),
    [
        ("days/new", {"day": ""}, "Give the day."),
        ("days/new", {"day": "31.2.2024"}, "is no day"),
        ("days/new", {"day": "2203-01-01"}, "See whether the year is right."),
        ("days/new", {"body": "court"}, "Not a valid choice"),
        ("rules/new", {"to_day": "2022-12-31"}, "The last day can’t be before"),
        ("rules/new", {"weekday": "9"}, "Not a valid choice"),
        ("lead", {"publication_days": "121"}, "Give a number from 0 to 120."),
        ("lead", {"notice_days": "-1"}, "Give a number from 0 to 120."),
        ("lead", {"committee_days": "x"}, "is no whole number"),
    ],
)
def test_what_can_t_be_is_refused_and_stays_as_typed(english, what, changed, told):
    make = {"days/new": meeting, "rules/new": rule, "lead": lead}[what]
    answer = english.post(f"{AT}/{what}", data=make(english, **changed))
    assert answer.status_code == 422
    assert told in text_of(answer.text)
    fragment = english.post(
        f"{AT}/{what}", data=make(english, **changed), headers=HTMX
    ).text
    assert "<html" not in fragment
    assert fragment.lstrip().startswith("<form id=")


def test_a_meeting_is_entered_once_and_a_year_has_a_month_with_one(english):
    enter(english, "days/new", meeting(english))
    again = english.post(f"{AT}/days/new", data=meeting(english))
    assert "That meeting is entered already." in again.text
    enter(english, "days/1", meeting(english))
    months = {**rule(english), "months_out": [str(it) for it in range(1, 13)]}
    answer = english.post(f"{AT}/rules/new", data=months)
    assert "Leave at least one month with a meeting." in answer.text
    assert english.get(f"{AT}/x/new").status_code == 404


def test_who_was_not_first_is_told(english):
    enter(english, "days/new", meeting(english))
    late = meeting(english, day="2024-03-01")
    enter(english, "days/1", meeting(english, day="2024-02-22"))
    assert english.post(f"{AT}/days/1", data=late).status_code == 409
