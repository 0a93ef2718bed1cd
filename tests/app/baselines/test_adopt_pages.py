"""Adopting a scenario by its page: what will move first, then the decision."""

import pytest
from sqlalchemy import select

from app.access import Role
from app.extensions import db
from app.store.tables import BaselineRow, ChangeRow, ScenarioRow
from tests.app.reading import kept_value

DECISION = {
    "name": "Før 23/77",
    "why": "Vedtatt på høstmøtet.",
    "decided_by": "Styringsgruppen",
    "case_number": "23/77",
    "decided_on": "1.12.2023",
}
PAGE = "/scenarios/1/adopt"


def put_ulstein(client, wave, top=""):
    revision = kept_value(client.get(f"{top}/waves").text, "seen")
    url = f"{top}/waves/placements/1516"
    assert client.post(url, data={"wave": wave, "seen": revision}).status_code == 303


@pytest.fixture
def scenario(client):
    client.post("/scenarios", data={"name": "Senere Ulstein", "note": ""})
    put_ulstein(client, "K14", "/scenarios/1/plan")
    return client


def adopt(client, **given):
    page = client.get(PAGE).text
    shown = {name: kept_value(page, name) for name in ("seen", "version")}
    return client.post(PAGE, data={**DECISION, **shown, **given})


def test_the_page_shows_first_what_will_move(scenario):
    page = scenario.get(PAGE).text

    assert "Ulstein moved from K13 to K14" in page
    assert "The scenario “Senere Ulstein” becomes the plan: " in page
    assert "Not saved. It would be so:" in page
    assert '<a href="/scenarios" aria-current="true">' in page


def test_it_becomes_the_plan_and_the_way_leads_to_all_that_moved(app, scenario):
    answer = adopt(scenario)

    assert answer.status_code == 303
    page = scenario.get(answer.location).text
    assert "became the plan (Styringsgruppen, case 23/77)" in page
    assert "Undo" in page
    with app.app_context():
        assert db.session.scalars(select(BaselineRow.name)).all() == ["Før 23/77"]
        assert db.session.scalars(select(ScenarioRow)).one().adopted_change == 1
    assert scenario.get(PAGE).status_code == 409
    assert "This scenario has become the plan" in scenario.get(PAGE).text


def test_what_is_missing_is_asked_for_and_what_was_typed_stays(app, scenario):
    answer = adopt(scenario, case_number=" ", name="Før vedtaket")

    assert answer.status_code == 422
    assert "Give the number of the case." in answer.text
    assert "Før vedtaket" in answer.text
    with app.app_context():
        assert db.session.scalars(select(ChangeRow)).all() == []


def test_a_change_that_no_longer_fits_is_asked_about_first(app, scenario):
    put_ulstein(scenario, "K15")

    page = scenario.get(PAGE).text

    assert "this replaces another value" in page
    assert "Make it the plan" not in page
    answered = scenario.get(f"{PAGE}?change-1=done").text
    assert "Make it the plan" in answered
    assert kept_value(answered, "change-1") == "done"


def test_left_out_there_is_nothing_to_adopt(scenario):
    put_ulstein(scenario, "K15")

    page = scenario.get(f"{PAGE}?change-1=left-out").text

    assert "Nothing would change" in page
    assert "Make it the plan" not in page


def test_one_that_was_not_asked_is_not_done(app, scenario):
    shown = {it: kept_value(scenario.get(PAGE).text, it) for it in ("seen", "version")}
    put_ulstein(scenario, "K15")

    stale = scenario.post(PAGE, data={**DECISION, **shown})
    fresh = kept_value(scenario.get("/baselines/new").text, "seen")
    unsaid = scenario.post(PAGE, data={**DECISION, **shown, "seen": fresh})

    assert "Somebody else was first" in stale.text
    assert "Something no longer fits the plan" in unsaid.text
    assert {stale.status_code, unsaid.status_code} == {409}


def test_a_form_without_what_was_seen_is_too_old(scenario):
    assert scenario.post(PAGE, data=DECISION).status_code == 400


@pytest.mark.parametrize("role", [Role.COUNCIL, Role.WORKING_GROUP])
def test_others_adopt_nothing(scenario, role):
    scenario.post("/demonstration", data={"role": role.value, "page": "/"})

    assert scenario.get(PAGE).status_code == 403
    assert scenario.post(PAGE, data=DECISION).status_code == 403


def test_anothers_private_scenario_is_not_there(app, scenario):
    with app.app_context():
        db.session.scalars(select(ScenarioRow)).one().owner = "somebody-else"
        db.session.commit()

    assert scenario.get(PAGE).status_code == 404


def test_what_has_been_adopted_is_not_laid_over_the_plan_once_more(scenario):
    later = {"amount": 3, "unit": "mo", "direction": "later"}
    scenario.post("/scenarios/1/plan/waves/K15/shift", data=later)
    change = adopt(scenario).location
    page = scenario.get("/scenarios/1").text
    assert "Against the plan now" not in page
    assert page.count("Adopted</span>") == 3
    assert f'href="{change}"' in page
    assert "What moved when it became the plan" in page
    answer = scenario.get("/scenarios/1/plan/waves")
    assert (answer.status_code, answer.location) == (303, "/scenarios/1")
    answer = scenario.post("/scenarios/1/plan/waves/K15/shift", data=later)
    assert answer.status_code == 409
    assert "2</span>" in scenario.get("/scenarios").text


def test_what_was_left_out_stands_as_left_out(scenario):
    put_ulstein(scenario, "K15")
    scenario.post("/scenarios/1/plan/waves/K14/day", data={"day": "2026-03-02"})
    page = scenario.get(f"{PAGE}?change-1=left-out").text
    shown = {name: kept_value(page, name) for name in ("seen", "version")}
    said = {**DECISION, **shown, "change-1": "left-out"}
    assert scenario.post(PAGE, data=said).status_code == 303
    page = scenario.get("/scenarios/1").text
    assert page.count("Left out</span>") == 1
    assert page.count("Adopted</span>") == 2


def test_the_baseline_says_that_the_decision_was_on_the_plan_after_it(scenario):
    change = adopt(scenario).location
    page = scenario.get("/baselines/1").text
    assert "the plan as it was until the scenario “Senere Ulstein” became" in page
    assert "The decision that took its place" in page
    assert "The decision behind it" not in page
    assert f'href="{change}"' in page


def test_a_scenario_tells_that_its_adoption_was_undone_and_done_again(scenario):
    change = adopt(scenario).location
    undoing = scenario.post(f"{change}/undo").location
    page = scenario.get("/scenarios/1").text
    assert "This scenario became the plan, and that has been undone" in page
    assert "Undone</span>" in page
    scenario.post(f"{undoing}/undo")
    page = scenario.get("/scenarios/1").text
    assert "This scenario has become the plan" in page
    assert "Undone</span>" not in page
