"""Who was second to change the plan keeps what was typed, and can send it again."""

import pytest
from sqlalchemy import select

from app.extensions import db
from app.store.tables import BaselineRow
from tests.app.reading import kept_value

PAGE = "/scenarios/1/adopt"
DECISION = {
    "name": "Før 23/77",
    "why": "Vedtatt på høstmøtet.\nEtter lang tid.",
    "decided_by": "Styringsgruppen",
    "case_number": "23/77",
    "decided_on": "1.12.2023",
}


@pytest.fixture
def scenario(client):
    client.post("/scenarios", data={"name": "K14 i mars", "note": ""})
    client.post("/scenarios/1/plan/waves/K14/day", data={"day": "2026-03-02"})
    return client


def seen(page):
    return {name: kept_value(page, name) for name in ("seen", "version")}


def shown(page):
    return [it for it in ("Før 23/77", "Styringsgruppen", "23/77") if it not in page]


def test_what_was_typed_is_kept_and_can_be_sent_again(app, scenario):
    first = seen(scenario.get(PAGE).text)
    scenario.post("/waves/K15/day", data={"day": "2026-04-25"})

    answer = scenario.post(PAGE, data={**DECISION, **first})

    assert answer.status_code == 409
    assert "Somebody else was first" in answer.text
    assert "25 April 2026" in answer.text
    assert "What you typed is kept" in answer.text
    assert shown(answer.text) == []
    assert "Etter lang tid." in answer.text
    again = scenario.post(PAGE, data={**DECISION, **seen(answer.text)})
    assert again.status_code == 303
    with app.app_context():
        assert db.session.scalars(select(BaselineRow.name)).all() == ["Før 23/77"]


def test_who_was_first_between_the_check_and_the_write_is_told_the_same(
    app, scenario, monkeypatch
):
    first = seen(scenario.get(PAGE).text)
    scenario.post("/waves/K15/day", data={"day": "2026-04-25"})
    early = scenario.post(PAGE, data={**DECISION, **first})
    monkeypatch.setattr("app.baselines.routes.find_clash", lambda *_seen: None)

    late = scenario.post(PAGE, data={**DECISION, **first})

    assert late.status_code == early.status_code == 409
    assert shown(late.text) == []
    assert "What you typed is kept" in late.text
    assert "25 April 2026" in late.text
    assert seen(late.text) == seen(early.text)
    again = scenario.post(PAGE, data={**DECISION, **seen(late.text)})
    assert again.status_code == 303


def test_a_scenario_that_was_adopted_meanwhile_is_not_adopted_twice(
    app, scenario, monkeypatch
):
    form = {**DECISION, **seen(scenario.get(PAGE).text)}
    assert scenario.post(PAGE, data=form).status_code == 303
    monkeypatch.setattr("app.baselines.routes.find_clash", lambda *_seen: None)

    answer = scenario.post(PAGE, data={**form, "name": "Once more"})

    assert answer.status_code == 409
    assert "This scenario has become the plan" in answer.text
    with app.app_context():
        assert len(db.session.scalars(select(BaselineRow)).all()) == 1


def test_what_was_typed_outlives_the_questions_that_have_come(scenario):
    first = seen(scenario.get(PAGE).text)
    scenario.post("/waves/K14/day", data={"day": "2026-02-02"})

    asked = scenario.post(PAGE, data={**DECISION, **first}).text
    assert "Make it the plan" not in asked
    assert shown(asked) == []
    given = {**DECISION, **seen(asked), "change-1": "done"}
    answered = scenario.post(PAGE, data={**given, "show": "yes"})

    assert answered.status_code == 200
    assert shown(answered.text) == []
    assert "Make it the plan" in answered.text
    again = {**DECISION, **seen(answered.text)}
    again["change-1"] = kept_value(answered.text, "change-1")
    assert scenario.post(PAGE, data=again).status_code == 303


def test_a_change_of_the_scenario_is_told_in_the_same_way(scenario):
    first = seen(scenario.get(PAGE).text)
    scenario.post("/scenarios/1/plan/waves/K15/day", data={"day": "2026-04-25"})

    answer = scenario.post(PAGE, data={**DECISION, **first})

    assert answer.status_code == 409
    assert shown(answer.text) == []


def test_the_list_says_that_the_decision_is_on_what_took_its_place(scenario):
    form = seen(scenario.get(PAGE).text)
    made = scenario.post(PAGE, data={**DECISION, **form})
    assert made.status_code == 303
    revision = kept_value(scenario.get("/baselines/new").text, "seen")
    own = {**DECISION, "name": "Vedtatt plan", "seen": revision}
    assert scenario.post("/baselines", data=own).status_code == 303

    page = scenario.get("/baselines").text

    told = "(the decision on “K14 i mars”, which took its place)"
    assert page.count(told) == 1
    assert told in page.partition("Før 23/77")[2]
