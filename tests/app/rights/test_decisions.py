"""Decisions of councils: what each point creates, and when it creates nothing."""

from datetime import date
from decimal import Decimal

import pytest
from flask_babel import force_locale

from app.council_limits import council_limits
from app.scope_date_words import description
from app.scope_dates import list_dates
from app.scopes import read_scope
from app.store import results
from app.store.tables import (
    CommitmentFactRow,
    CouncilBudgetLineRow,
    CouncilTaskRow,
    DeadlineRow,
    DecisionRow,
    ReportRow,
)
from planning.conflicts import Kind
from planning.rights.chain import FactKind
from tests.app.reading import read, text_of
from tests.app.rights.sent import (
    AT,
    AVEROY,
    ULSTEIN,
    decide,
    decision,
    revision,
    rows,
    state,
)

LEKA = "5052"
OPTION = {"text": "Opsjonen blir løyst ut.", "creates": "fact"}
OPTION["fact_kind"] = "option-exercised"
LIMIT = {"text": "Frist for å trekkje seg.", "creates": "deadline"}
LIMIT |= {"activity": "withdrawal-limit", "day": "2024-02-01"}
BUDGET = {"text": "Investering i journalsystem.", "creates": "budget"}
BUDGET |= {"year": "2025", "amount": "4 500 000"}
TASK = {"text": "Kommunedirektøren legg fram ein plan.", "creates": "task"}
TASK["day"] = "2023-10-01"
ALL = (OPTION, LIMIT, BUDGET, TASK, {"text": "Saka blir teken til vitande."})
MADE = (CommitmentFactRow, CouncilBudgetLineRow, CouncilTaskRow, DeadlineRow)


def entered(client):
    """How many rows there are of what decisions create."""
    facts = rows(client, CommitmentFactRow, municipality=ULSTEIN, confidence="entered")
    others = (rows(client, it, municipality=ULSTEIN) for it in MADE[1:])
    return [len(facts), *map(len, others)]


def made_report(client):
    return rows(client, ReportRow, municipality=ULSTEIN, activity="option-exercised")


def test_a_final_decision_creates_what_its_points_say(english):
    location = decide(english, *ALL)
    told = read(english, location)
    assert "a decision was recorded – passed by a majority, case 23/45" in told
    assert entered(english) == [1, 1, 1, 1]
    assert state(english).reached is FactKind.OPTION_EXERCISED
    (report,) = made_report(english)
    assert report["finish_first"] == date(2023, 6, 15)
    (line,) = rows(english, CouncilBudgetLineRow)
    assert (line["year"], line["amount"]) == (2025, Decimal(4_500_000))
    file = english.get(f"{AT}?file=budget-lines").text
    assert "2025;Investering i journalsystem.;4500000" in file
    (limit,) = rows(english, DeadlineRow, municipality=ULSTEIN)
    assert limit["day"] == date(2024, 2, 1)
    assert "Passed by a majority: 15 for, 8 against" in told
    assert "4 points have created what they say." in told
    assert "To be done by 1 October 2023 overdue" in told
    listed = read(english, "/deadlines", scope=f"municipality:{ULSTEIN}")
    assert "1 February 2024 Thursday, in 63 days Set by the council" in listed
    assert "Named in an agreement or a letter" not in listed
    english.post("/history/1/undo")
    assert entered(english) == [0, 0, 0, 0]
    assert not made_report(english)


@pytest.mark.parametrize(
    "said", [{"result": "rejected", "votes_for": "3"}, {"result": "postponed"}]
)
def test_what_did_not_pass_creates_nothing(english, said):
    told = read(english, decide(english, *ALL, **said))
    assert entered(english) == [0, 0, 0, 0]
    assert "the points have created nothing" in told
    assert "Now final" not in told


def test_a_limit_that_the_council_set_is_no_letters(english):
    decide(english, LIMIT)
    with english.application.test_request_context(), force_locale("en_GB"):
        evaluation = results.evaluation(results.current_plan())
        scope = read_scope(f"municipality:{ULSTEIN}")
        found = list_dates(evaluation, scope, council_limits())
        (limit,) = (it for it in found if it.key == "withdrawal-limit")
        told = description(limit, evaluation, "/x")
    assert "The council has set the day." in told
    assert "letter" not in told


def test_a_provisional_one_creates_nothing_until_it_is_final(english):
    told = read(english, decide(english, *ALL, finality="provisional"))
    assert "The points create nothing before the decision is final." in told
    assert "15 June 2023 Provisional" in read(english, f"/municipalities/{ULSTEIN}")
    assert entered(english) == [0, 0, 0, 0]
    assert state(english).reached is FactKind.OPTION_AGREEMENT
    (row,) = rows(english, DecisionRow, municipality=ULSTEIN)
    assert row["outcome"] == "other"
    url = f"{AT}/decisions/{row['id']}"
    answer = english.post(f"{url}/final", data={"seen": revision(english)})
    assert "a decision is now final" in read(english, answer.location)
    assert entered(english) == [1, 1, 1, 1]
    english.post(f"{url}/final", data={"seen": revision(english)})
    assert entered(english) == [1, 1, 1, 1]


def test_a_changed_decision_creates_anew_and_a_removed_one_nothing(english):
    decide(english, *ALL)
    (row,) = rows(english, DecisionRow, municipality=ULSTEIN)
    url = f"{AT}/decisions/{row['id']}"
    form = english.get(url).text
    assert "Investering i journalsystem." in form
    sent = decision(english, OPTION, when="20.6.2023", result="unanimous")
    sent["votes_against"] = "0"
    assert english.post(url, data=sent).status_code == 303
    assert entered(english) == [1, 0, 0, 0]
    assert made_report(english)[0]["finish_first"] == date(2023, 6, 20)
    english.post(f"{url}/remove", data={"seen": revision(english)})
    assert entered(english) == [0, 0, 0, 0]
    assert not made_report(english)
    assert not rows(english, DecisionRow, municipality=ULSTEIN)


@pytest.mark.parametrize(
    ("points", "said", "told"),
    [
        ([], {"motion": ""}, "Write what was voted on."),
        ([], {"result": ""}, "Say what came of the vote."),
        ([], {"result": "unanimous"}, "A unanimous decision has no votes against."),
        ([], {"votes_for": "8"}, "It can’t have passed"),
        ([], {"result": "rejected"}, "It can’t have been rejected"),
        ([], {"votes_for": "-1"}, "a number from 0 to 999"),
        ([OPTION], {"body": "executive-committee"}, "Only the municipal council"),
        ([{"creates": "task"}], {}, "Point 1: Write what the point says."),
        ([TASK, {**OPTION, "fact_kind": ""}], {}, "Point 2: Choose which fact"),
        ([{**LIMIT, "activity": ""}], {}, "Choose which deadline"),
        ([{**LIMIT, "day": ""}], {}, "Give the last day."),
        ([{**BUDGET, "year": "25"}], {}, "Give the budget year"),
        ([{**BUDGET, "amount": ""}], {}, "Give the amount."),
    ],
)
def test_what_does_not_hold_is_refused_and_kept(english, points, said, told):
    sent = decision(english, *points, amendments="Frå opposisjonen", **said)
    answer = english.post(f"{AT}/decisions/new", data=sent)
    assert answer.status_code == 422
    assert told in text_of(answer.text)
    assert "Frå opposisjonen" in answer.text
    assert not rows(english, DecisionRow, municipality=ULSTEIN)


def test_what_a_source_tells_of_a_vote_is_added_to_and_keeps_its_source(english):
    (row,) = rows(english, DecisionRow, municipality=AVEROY)
    url = f"/rights/{AVEROY}/decisions/{row['id']}"
    form = text_of(english.get(url).text)
    assert "A source tells of this decision." in form
    assert "Remove the decision" not in form
    sent = decision(english, when="10.2023", result="unanimous", votes_against="0")
    assert english.post(url, data=sent).status_code == 303
    (now,) = rows(english, DecisionRow, municipality=AVEROY)
    assert (now["outcome"], now["source"]) == ("declined-for-now", row["source"])
    assert (now["texts"], now["case_number"]) == (row["texts"], "23/45")
    assert english.post(f"{url}/remove", data=sent).status_code == 404
    (signal,) = rows(english, DecisionRow, municipality=LEKA)
    assert english.get(f"/rights/{LEKA}/decisions/{signal['id']}").status_code == 404


def test_one_more_row_keeps_what_was_typed_and_saves_nothing(english):
    sent = {**decision(english, TASK, {}, {}), "more": "1"}
    answer = english.post(f"{AT}/decisions/new", data=sent)
    assert answer.status_code == 200
    assert "Point 4" in text_of(answer.text)
    assert TASK["text"] in answer.text
    assert not rows(english, DecisionRow, municipality=ULSTEIN)


def test_a_task_is_done_and_not_done_after_all(english):
    decide(english, TASK, {**TASK, "day": ""}, {**TASK, "day": ""})
    task, *_others = rows(english, CouncilTaskRow)
    url = f"{AT}/tasks/{task['id']}"
    english.post(url, data={"seen": revision(english), "done": "yes"})
    assert "Done on 30 November 2023" in read(english, AT)
    english.post(url, data={"seen": revision(english), "done": ""})
    assert rows(english, CouncilTaskRow)[0]["done_on"] is None


def test_a_withdrawal_counts_against_the_plan_although_the_option_was_taken_up(english):
    decide(english, OPTION)
    away = {"text": "Kommunen trekkjer seg.", "creates": "fact"}
    decide(english, {**away, "fact_kind": "withdrawn"}, when="1.11.2023")
    with english.application.app_context():
        found = results.evaluation(results.current_plan()).conflicts
    told = [it for it in found if it.concerns[0].endswith(ULSTEIN)]
    assert any(it.kind is Kind.COUNCIL_DECLINED for it in told)
    assert state(english).side.kind is FactKind.WITHDRAWN
