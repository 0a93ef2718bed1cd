"""The plan in a scenario has addresses of its own, and stays inside them."""

import pytest
from sqlalchemy import select

from app.access import Role
from app.extensions import db
from app.store.tables import ChangeRow, ScenarioChangeRow, ScenarioRow


@pytest.fixture
def inside(client):
    client.post("/scenarios", data={"name": "Senere K13", "note": ""})
    return "/scenarios/1/plan"


def move_to_k14(client, top):
    return client.post(
        f"{top}/waves/placements/1516", data={"wave": "K14", "seen": "1"}
    )


def test_the_board_in_a_scenario_is_another_board(client, inside):
    page = client.get(f"{inside}/waves").text
    assert "Senere K13" in page
    assert f'action="{inside}/waves/delay"' in page


def test_a_move_in_a_scenario_changes_no_plan(app, client, inside):
    answer = move_to_k14(client, inside)
    assert answer.status_code == 303
    assert answer.location.startswith(f"{inside}/waves?moved=")
    page = client.get(answer.location).text
    assert 'action="/scenarios/1/plan/scenarios/1/changes/1/take-back"' in page
    with app.app_context():
        assert db.session.scalars(select(ChangeRow)).all() == []
        assert (
            db.session.scalars(select(ScenarioChangeRow)).one().values["after"] == "K14"
        )
    assert "K14" in client.get("/scenarios/1").text
    answer = client.post(
        f"{inside}/scenarios/1/changes/1/take-back", data={"back": f"{inside}/waves"}
    )
    assert (answer.status_code, answer.location) == (303, f"{inside}/waves?moved=1")


def test_who_follows_a_way_out_is_told(english):
    english.post("/scenarios", data={"name": "Later", "note": ""})
    page = english.get("/scenarios/1/plan/waves/K13").text
    way = '/scenarios/1/plan/feeds?of=wave:K13"'
    assert way in page.replace("%3A", ":")
    told = "You have left the scenario “Later”: this page is about the plan itself."
    for page in ("/feeds?of=wave:K13", "/history", "/baselines"):
        answer = english.get(f"/scenarios/1/plan{page}", follow_redirects=True)
        assert told in answer.text
        assert told not in english.get(page).text
    answer = english.get("/scenarios/1/plan/scenarios", follow_redirects=True)
    assert told not in answer.text


def test_a_page_about_the_plan_itself_leaves_the_scenario(client, inside):
    for page in ("/history", "/settings", "/scenarios"):
        answer = client.get(f"{inside}{page}")
        assert (answer.status_code, answer.location) == (303, page)


def test_a_private_scenario_is_nobody_elses(app, client, inside):
    client.post("/role", data={"role": Role.COUNCIL.value, "page": "/"})
    with app.app_context():
        row = db.session.scalars(select(ScenarioRow)).one()
        row.owner = "somebody-else"
        db.session.commit()
    answer = client.get(f"{inside}/waves")
    assert (answer.status_code, answer.location) == (303, "/scenarios/1")
    assert move_to_k14(client, inside).location == "/scenarios/1"
    page = client.get("/scenarios/1")
    assert page.status_code == 404
    assert "eieren har ikke delt det" in page.text
    with app.app_context():
        row = db.session.scalars(select(ScenarioRow)).one()
        row.is_shared = True
        db.session.commit()
    assert client.get(f"{inside}/waves").status_code == 200
    answer = move_to_k14(client, inside)
    assert answer.status_code == 409


def test_there_is_no_such_scenario(client):
    assert client.get("/scenarios/99/plan/waves").location == "/scenarios/99"
    assert client.get("/scenarios/99").status_code == 404
    assert client.get("/scenarios/99999999999/plan/waves").status_code == 404
