"""What the pages about scenarios tell, and what their buttons do."""

import re

import pytest
from sqlalchemy import select

from app.access import Role
from app.extensions import db
from app.store.tables import ScenarioChangeRow, ScenarioRow
from tests.app.rollout.test_steps import sent

TOP = "/scenarios/1/plan"
OTHER = Role.COUNCIL


@pytest.fixture
def made(english):
    """A client in English with a scenario that moves K13, K14 and Ulstein."""
    english.post("/scenarios", data={"name": "Later", "note": "Is there time?"})
    english.post(
        f"{TOP}/waves/K13/shift", data={"amount": 6, "unit": "mo", "direction": "later"}
    )
    english.post(f"{TOP}/waves/K14/day", data={"day": "2026-03-02"})
    english.post(f"{TOP}/waves/placements/1516", data={"wave": "K15"})
    return english


def as_role(client, role):
    with client.session_transaction() as session:
        session["demonstration-role"] = role.value


def words(html):
    return " ".join(re.sub(r"<[^>]+>", " ", html.partition("<main")[2]).split())


def token(page):
    return re.search(r'name="told" value="([0-9a-f]+)"', page)[1]


def test_without_any_it_is_said_what_a_scenario_is_for(english):
    page = english.get("/scenarios").text
    assert "There is no scenario yet" in page
    assert "A scenario is a list of changes on top of the plan" in page


def test_a_blank_name_is_refused_in_words_and_the_note_is_kept(client, app):
    answer = client.post("/scenarios", data={"name": "  ", "note": "Et forsøk"})
    assert answer.status_code == 422
    assert "Gi scenarioet et navn." in answer.text
    assert "Et forsøk" in answer.text
    assert client.post("/scenarios", data={"name": "x" * 81}).status_code == 422
    with app.app_context():
        assert db.session.scalars(select(ScenarioRow)).all() == []


def test_one_click_on_the_board_begins_one_inside(english):
    assert 'action="/scenarios/try"' in english.get("/waves").text
    answer = english.post("/scenarios/try", data={"back": "/waves?region=namdal"})
    assert answer.location == f"{TOP}/waves?region=namdal"
    page = english.get(answer.location).text
    assert 'action="/scenarios/try"' not in page
    assert "Try-out 1 Dec 2023, 13:00 – Bølgeplan</title>" in page
    assert 'class="in-scenario"' in page


def test_a_page_tells_what_a_scenario_comes_to_and_what_it_changes(made):
    told = words(made.get("/scenarios/1").text)
    assert re.search(r"Against the plan now: \d+ municipalities, \d+ deadlines", told)
    assert "1. K13 moved 6 months later Moves with the plan Holds" in told
    assert "2. K14 is set to 2 March 2026 Sets Holds" in told
    assert "3. Ulstein moved from K13 to K15 Sets Holds" in told
    assert "K13 1 Apr 2025 1 Oct 2025 183 days later" in told
    assert "Is there time?" in told


def test_its_files_keep_what_is_beside_apart(made):
    changes = made.get("/scenarios/1?file=changes").text.splitlines()
    assert changes[0].endswith(";By;By: note")
    assert changes[1].endswith(";1 December 2023 at 13:00")
    listed = made.get("/scenarios?file=scenarios").text
    assert "Later;Is there time?;" in listed


def test_a_step_takes_longer_in_a_scenario_alone(made):
    page = made.get("/scenarios/1").text
    assert f'href="{TOP}/template"' in page
    longer = sent(amount="14")
    assert made.post(f"{TOP}/template/steps/training", data=longer).status_code == 303
    told = words(made.get("/scenarios/1").text)
    assert "4. “Training” was changed in the template" in told
    assert "14 weeks" not in made.get("/template").text
    assert "14 weeks" in made.get(f"{TOP}/template").text


def test_a_value_that_the_plan_has_changed_is_told_and_can_be_kept(made):
    made.post("/waves/K14/day", data={"day": "2026-02-02"})
    page = made.get("/scenarios/1").text
    told = words(page)
    assert "The plan has changed here" in told
    assert (
        "it was not set, the plan now has 2 February 2026,"
        " the scenario sets 2 March 2026." in told
    )
    assert "1 no longer fits the plan" in made.get(f"{TOP}/waves").text
    assert "1 no longer fits the plan" in made.get("/scenarios").text
    seen = token(page)
    made.post("/waves/K14/day", data={"day": "2026-02-09"})
    answer = made.post("/scenarios/1/changes/2/keep", data={"told": seen})
    page = made.get(answer.location).text
    assert "The plan has changed once more" in page
    assert "the plan now has 9 February 2026" in page
    made.post("/scenarios/1/changes/2/keep", data={"told": token(page)})
    told = words(made.get("/scenarios/1").text)
    assert "The plan has changed here" not in told
    made.post("/waves/K14/day", data={"day": "2026-03-02"})
    assert "The plan has it already" in words(made.get("/scenarios/1").text)


def test_a_change_is_left_out_and_done_again(made):
    made.post("/scenarios/1/changes/1/take-back")
    told = words(made.get("/scenarios/1").text)
    assert "1. K13 moved 6 months later Moves with the plan Left out" in told
    assert "183 days later" not in told
    made.post("/scenarios/1/changes/1/do-again")
    assert "183 days later" in words(made.get("/scenarios/1").text)


def test_the_board_tells_what_was_undone_and_done_again(made):
    back = {"back": f"{TOP}/waves?region=namdal"}
    answer = made.post("/scenarios/1/changes/3/take-back", data=back)
    assert answer.location == f"{TOP}/waves?region=namdal&moved=3"
    told = words(made.get(answer.location).text)
    assert "Undone: Ulstein moved from K13 to K15" in told
    answer = made.post("/scenarios/1/changes/3/do-again", data=back)
    told = words(made.get(answer.location).text)
    assert "Undone: Ulstein" not in told
    assert "Ulstein moved from K13 to K15: 1 municipality" in told


def test_a_copy_goes_its_own_way(made, app):
    made.post("/scenarios/1/changes/2/take-back")
    answer = made.post("/scenarios/1/copy", data={"name": "Another"})
    assert answer.location == "/scenarios/2"
    told = words(made.get("/scenarios/2").text)
    assert "a copy of Later" in told
    assert "2. Ulstein moved from K13 to K15" in told
    made.post("/scenarios/1/delete")
    told = words(made.get("/scenarios/2").text)
    assert "a copy of Later" not in told
    assert "1. K13 moved 6 months later" in told
    with app.app_context():
        kept = db.session.scalars(select(ScenarioChangeRow)).all()
        assert {it.scenario_id for it in kept} == {2}


def test_a_name_that_is_used_is_refused_and_what_was_typed_is_kept(made):
    answer = made.post("/scenarios", data={"name": "LATER", "note": "Once more?"})
    assert answer.status_code == 422
    assert "You have a scenario called “LATER” already." in answer.text
    assert "Once more?" in answer.text
    assert made.post("/scenarios/1/copy", data={"name": "Later"}).status_code == 422
    assert made.post("/scenarios/1/name", data={"name": "later"}).status_code == 303
    made.post("/scenarios/1/copy", data={"name": "Copy of later"})
    assert 'value="Copy of later (2)"' in made.get("/scenarios/1").text
    assert made.post("/scenarios/2/name", data={"name": "later"}).status_code == 422


def test_two_begun_in_the_same_minute_have_two_names(made, app):
    for _twice in range(2):
        made.post("/scenarios/try", data={"back": "/waves"})
    with app.app_context():
        names = db.session.scalars(select(ScenarioRow.name)).all()
    assert names[2] == f"{names[1]} (2)"


def test_a_place_that_is_kept_is_told_from_where_the_plan_has_it_now(made):
    made.post("/waves/placements/1516", data={"wave": "K14"})
    page = made.get("/scenarios/1").text
    assert "Ulstein moved from K13 to K15" in words(page)
    made.post("/scenarios/1/changes/3/keep", data={"told": token(page)})
    told = words(made.get("/scenarios/1").text)
    assert "Ulstein moved from K14 to K15" in told
    made.post("/waves/placements/1516", data={"wave": ""})
    page = made.get("/scenarios/1").text
    made.post("/scenarios/1/changes/3/keep", data={"told": token(page)})
    assert "Ulstein placed in K15" in words(made.get("/scenarios/1").text)


def test_it_is_called_something_else(made):
    assert made.post("/scenarios/1/name", data={"name": ""}).status_code == 422
    made.post("/scenarios/1/name", data={"name": "Sooner", "note": ""})
    page = made.get(f"{TOP}/waves").text
    assert "Sooner" in page
    assert "Later</a>" not in page


def test_others_see_what_is_shared_and_change_nothing(made, app):
    made.post("/scenarios/1/share")
    as_role(made, OTHER)
    assert "Later" in made.get("/scenarios").text
    page = made.get("/scenarios/1").text
    assert "You can look at everything in it" in page
    assert 'action="/scenarios/1' not in page
    board = made.get(f"{TOP}/waves").text
    assert "Another user’s: you can look" in board
    assert made.post("/scenarios/1/delete").status_code == 403
    as_role(made, Role.PROGRAMME_OFFICE)
    with app.app_context():
        db.session.get_one(ScenarioRow, 1).owner = "somebody-else"
        db.session.commit()
    page = made.get("/scenarios/1").text
    assert re.findall(r'action="/scenarios/1([^"]*)"', page) == ["/copy"]
    assert "/placements/1516" not in made.get(f"{TOP}/waves").text
    for post in ("delete", "share", "unshare", "name", "changes/1/take-back"):
        answer = made.post(f"/scenarios/1/{post}", data={"name": "Mine"})
        assert answer.status_code == 409, post
    assert made.post("/scenarios/1/copy", data={"name": "Mine"}).status_code == 303


def test_it_is_private_again(made):
    made.post("/scenarios/1/share")
    made.post("/scenarios/1/unshare")
    as_role(made, OTHER)
    assert made.get("/scenarios/1").status_code == 404
    assert "Later" not in made.get("/scenarios").text


@pytest.mark.parametrize(
    "page",
    [
        "/municipalities/1516/steps/preproject",
        "/municipalities/1516/limits/option-limit",
        "/preconditions/bindings/new",
        "/economy/assumptions/discount_rate",
        "/template/steps/new",
    ],
)
def test_what_is_no_scenarios_to_change_is_said_before_it_is_typed(made, page):
    assert made.get(page).status_code == 200
    answer = made.get(f"{TOP}{page}")
    assert answer.status_code == 409
    assert f'href="{page}"' in answer.text


def test_buttons_on_facts_are_not_there(made):
    page = made.get(f"{TOP}/municipalities/1516").text
    assert "/steps/" not in page
    assert "This is the same in every scenario" in page
    assert "/steps/" in made.get("/municipalities/1516").text
    assert made.post(f"{TOP}/visit", data={"seen": 1}).status_code == 303


def test_the_answer_to_a_change_says_how_many_there_are(made):
    answer = made.post(
        f"{TOP}/waves/placements/1517",
        data={"wave": "K15"},
        headers={"HX-Request": "true"},
    )
    assert answer.status_code == 200
    assert 'id="scenario-counts"' in answer.text
    assert "4 changes" in answer.text
    assert 'id="scenario-counts"' not in made.get("/waves").text
    asked = f"{TOP}/waves/placements/preview?number=1517&wave=K14"
    preview = made.get(asked, headers={"HX-Request": "true"})
    assert preview.status_code == 200
    assert 'id="scenario-counts"' not in preview.text
