"""The last safe meetings, told on the pages of all, of one, and of its plan."""

import pytest

from app.access import demonstration_user
from app.scenarios.commands import make
from app.store import results
from tests.app.meetings.sent import AT, enter, enter_rules, lead, meeting, rule
from tests.app.reading import as_role, part, read, text_of


def test_without_a_calendar_no_day_is_made_up(english):
    told = read(english, "/meetings", region="syvstjerna", calendar="unknown")
    assert "municipalities with an option to decide on; meetings are known of 0" in told
    assert "No meetings of the council are entered." in told
    told = read(english, AT)
    assert "No meetings entered" in told
    assert (
        "The programme office enters them, reads them from a file, or gives a rule."
        in told
    )
    assert "The papers are public 14 days before a meeting." in told
    assert "Assumed" in told
    told = text_of(part(english.get("/municipalities/1516").text, "safe-meeting"))
    assert "No meetings of the council are entered." in told


def test_the_last_safe_meeting_is_counted_back_from_the_option_limit(english):
    enter_rules(english)
    told = text_of(part(english.get(AT).text, "limits-title"))
    # The limit is 1 April; 28 March is Maundy Thursday. The decision is there seven
    # days after the vote, and the committee has met seven days before it.
    for step in (
        "Last safe meeting Thursday 29 February 2024",
        "Tuesday 30 January 2024 The papers are ready",
        "Tuesday 13 February 2024 The executive committee",
        "Thursday 15 February 2024 The council’s papers are public",
        "Thursday 29 February 2024 The municipal council votes",
        "Thursday 7 March 2024 The decision has arrived",
        "Reserve, the one before Thursday 25 January 2024",
        "2 meetings left",
    ):
        assert step in told
    told = read(english, AT)
    assert "The last Thursday of the month, not in July, from 1 January 2023" in told
    assert "no meeting: public holiday" in told
    told = read(english, "/meetings", calendar="known")
    assert "by rule 30 November 2023" in told
    assert "29 February 2024 25 January 2024 2 meetings left" in told
    told = text_of(part(english.get("/municipalities/1516").text, "safe-meeting"))
    assert "Last safe meeting for the option: Thursday 29 February 2024" in told
    told = read(english, "/municipalities", q="1516")
    assert "last safe meeting 25 Jan 2024, 1 meeting left" in told


def test_a_limit_that_moves_moves_the_last_safe_meeting(english):
    enter_rules(english)
    answer = english.post("/waves/K13/day", data={"day": "2025-05-15"})
    assert answer.status_code == 303
    told = text_of(part(english.get(AT).text, "limits-title"))
    assert "Thursday 25 April 2024 The municipal council votes" in told


def test_a_scenario_moves_the_last_safe_meeting_and_enters_none(english):
    enter_rules(english)
    with english.application.test_request_context():
        by = demonstration_user()
        scenario = make(results.current_plan(), "K13 later", "", by=by)
        inside = f"/scenarios/{scenario.id}/plan"
    english.post(f"{inside}/waves/K13/day", data={"day": "2025-05-15"})
    told = read(english, f"{inside}{AT}")
    assert "25 April 2024 The municipal council votes" in told
    assert "This is the same in every scenario" in told
    answer = english.post(f"{inside}{AT}/rules/new", data=rule(english))
    assert answer.status_code == 409
    assert "29 February 2024 The municipal council votes" in read(english, AT)


def test_a_meeting_that_is_entered_takes_the_place_of_the_rule(english):
    enter(english, "rules/new", rule(english))
    enter(english, "lead", lead(english))
    enter(english, "days/new", meeting(english, day="2024-03-14"))
    told = text_of(part(english.get(AT).text, "limits-title"))
    assert "Thursday 14 March 2024 The municipal council votes" in told
    assert "Set for this municipality." in read(english, AT)
    assert "1 entered, and a rule" in read(english, "/meetings", calendar="known")
    file = english.get("/meetings?calendar=known&file=meetings").text
    assert "2024-03-14" in file


def test_whose_meetings_are_not_known_is_said(english):
    heard = {"committee": "executive-committee", "committee_days": "7"}
    enter(english, "lead", lead(english, **heard))
    for body in ("council", heard["committee"]):
        enter(english, "days/new", meeting(english, body=body, day="2024-02-01"))
    enter(english, "days/new", meeting(english, day="2023-12-14"))
    told = text_of(part(english.get(AT).text, "limits-title"))
    assert "Meetings that are not known: the executive committee (2023)." in told


@pytest.mark.parametrize(
    ("number", "told"),
    [
        ("5001", "holds no option"),
        ("5054", "is live: the council has no limit left"),
    ],
)
def test_who_has_nothing_to_decide_is_told_so(english, number, told):
    assert told in read(english, f"/meetings/{number}")
    assert 'id="safe-meeting"' not in english.get(f"/municipalities/{number}").text


def test_the_table_is_sorted_and_searched(english):
    enter_rules(english)
    html = english.get("/meetings?sort=left&order=desc").text
    names = text_of(html[html.index("<tbody>") :])
    assert names.index("Ulstein") < names.index("Aure")
    assert "Ulstein" in read(english, "/meetings", q="ulst")
    assert "No municipality is like that" in read(english, "/meetings", q="zzz")
    assert english.get("/meetings/9999").status_code == 404


def test_councils_look_and_enter_nothing(english):
    as_role(english, "council")
    assert "Enter a meeting" not in read(english, AT)
    assert english.post(f"{AT}/days/new", data={}).status_code == 403


def test_a_week_begins_on_monday(english):
    html = english.get("/meetings/1516/rules/new").text
    days = html.partition('id="weekday"')[2].partition("</select>")[0]
    assert days.index("Monday") < days.index("Saturday") < days.index("Sunday")
