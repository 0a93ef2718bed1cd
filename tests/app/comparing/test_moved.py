"""All that moved between two states, and what moved it."""

import csv
import io

import pytest

from app.store import results
from app.waves import commands
from app.waves.queries import get_wave
from planning.durations import parse_duration


def test_each_date_stands_under_the_change_that_moved_it(client, scenario):
    page = client.get(f"/compare/moved?from=plan&to={scenario}").text
    later, out = (
        page.index("K13 er utsatt med 6 måneder"),
        page.index("Ulstein er tatt ut av K13"),
    )
    assert later < out < page.index("Penger som er flyttet")
    assert "183 dager senere" in page
    assert f"from={scenario}&amp;to=plan" in page


def test_between_a_state_and_itself_nothing_moved(client, scenario):
    page = client.get(f"/compare/moved?from={scenario}&to={scenario}").text
    assert "Ingenting er ulikt" in page


def test_the_chain_who_and_when_stand_in_the_file(client, scenario):
    answer = client.get(f"/compare/moved.csv?from=plan&to={scenario}")
    text = answer.data.decode("utf-8-sig")
    headings, *rows = csv.reader(io.StringIO(text), delimiter=";")
    assert len(headings) == 11
    wave = next(row for row in rows if row[1] == "K13")
    assert wave[2:7] == ["2025-04-01", "2025-04-01", "2025-10-01", "2025-10-01", "183"]
    assert wave[8].startswith("K13 er utsatt")
    assert wave[10].startswith("2023-12-01T12:00")


def test_money_that_moved_has_its_cause(client, scenario):
    document = client.get(f"/compare/moved.json?from=plan&to={scenario}").json
    money = {it["municipality"]: it for it in document["money"]}
    changes = {it["id"]: it["text"] for it in document["changes"]}
    assert money["1516"]["after"] is None
    (taken_out,), (later,) = money["1516"]["parts"], money["1515"]["parts"]
    assert changes[taken_out["change"]].startswith("Ulstein er tatt ut")
    assert taken_out["better_off"] is None
    assert changes[later["change"]].startswith("K13 er utsatt")
    assert later["better_off"] == money["1515"]["better_off"]
    file = client.get(f"/compare/moved-money.csv?from=plan&to={scenario}")
    assert file.text.count("\n") == len(money) + 1


def test_the_other_way_round_is_as_far_back(client, scenario):
    there, back = (
        client.get(f"/compare/moved.json?from={one}&to={other}").json["dates"]
        for one, other in (("plan", scenario), (scenario, "plan"))
    )
    days = {it["id"]: it["days"] for it in there}
    assert {it["id"]: -it["days"] for it in back} == days


def test_many_dates_are_opened_one_municipality_at_a_time(
    app, client, scenario, office
):
    with app.app_context():
        plan = results.current_plan()
        for code in ("K12", "K14", "K15"):
            wave = get_wave(plan, code)
            commands.shift(plan, wave, parse_duration("1mo"), by=office)
    # The scenario moved with the plan: what it says of others is what the plan says.
    page = client.get(f"/compare/moved?from=plan&to={scenario}&of=1515").text
    assert "Herøy" in page
    assert len(page.encode()) < 300_000


@pytest.mark.parametrize("ends", ["from=vintage:2023-11&to=plan", "from=plan&to=x"])
def test_what_states_dates_alone_has_no_chains(client, ends):
    assert client.get(f"/compare/moved?{ends}").status_code == 404
    assert client.get(f"/compare/moved.csv?{ends}").status_code == 404


def test_of_an_earlier_plan_it_is_said_what_can_be_told(english):
    page = english.get("/compare/moved?from=vintage:2023-11&to=plan").text
    assert "only the go-lives are known that it states" in page
    way = "/compare?state=vintage:2023-11&amp;state=plan"
    assert way in page.replace("%3A", ":")


@pytest.fixture
def changed(app, office) -> None:
    """K13 put off by six months, then by one more; K14 put off and back."""
    with app.test_request_context(base_url="http://localhost"):
        for code, by in (
            ("K13", "6mo"),
            ("K14", "1mo"),
            ("K13", "1mo"),
            ("K14", "-1mo"),
        ):
            plan = results.current_plan()
            commands.shift(plan, get_wave(plan, code), parse_duration(by), by=office)


def dates_of(client, ends):
    answer = client.get(f"/compare/moved.json?{ends}")
    assert answer.status_code == 200
    return {it["owner_id"]: it for it in answer.json["dates"] if it["owner"] == "wave"}


def test_a_plan_of_the_past_is_told_by_what_changes_kept(english, changed):
    page = english.get("/compare/moved?from=change:1&to=plan").text
    assert "is told by the history" in page
    assert "K13 moved 1 month later" in page
    assert "K14 moved" not in page
    assert "The money (CSV)" not in page
    wave = dates_of(english, "from=change:1&to=plan")["K13"]
    assert (wave["before"][0], wave["after"][0]) == ("2025-10-01", "2025-11-01")
    back = dates_of(english, "from=plan&to=change:1")["K13"]
    assert (back["days"], back["before"]) == (-wave["days"], wave["after"])
    between = dates_of(english, "from=change:1&to=change:2")
    assert "K14" in between
    assert "K13" not in between
    assert "from=change:1" in english.get("/history/1").text.replace("%3A", ":")


def test_of_a_scenario_the_history_tells_nothing(english, changed):
    english.post("/scenarios", data={"name": "Later"})
    answer = english.get("/compare/moved?from=change:1&to=scenario:1")
    assert answer.status_code == 404
    assert "was not frozen" in answer.text
    assert english.get("/compare/moved?from=change:99&to=plan").status_code == 404
