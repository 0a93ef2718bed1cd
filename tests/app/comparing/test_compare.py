"""States side by side as a reader sees them."""

import re
from itertools import product

import pytest
from sqlalchemy import select

from app.extensions import db
from app.store.tables import ChangeRow, ScenarioRow
from planning.compared import By
from planning.state_differences import Show
from tests.app.comparing.conftest import NAME


def row_of(page: str, name: str) -> list[str]:
    """The cells of the row of that name, as text."""
    for row in re.findall(r"<tr>(.*?)</tr>", page, re.DOTALL):
        head, *cells = re.split(r"<t[hd]\b", row)[1:]
        if f">{name}<" in head.replace(" <", "<").replace("> ", ">"):
            return [read(it.partition(">")[2]) for it in cells]
    raise AssertionError(f"no row of {name}")


def count_rows(page: str) -> int:
    table = page.partition('id="compare-table"')[2].partition("</table>")[0]
    return table.count('<th scope="row">')


def read(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def test_a_wave_that_a_scenario_moves_says_by_how_much(client, scenario):
    page = client.get(f"/compare?state=plan&state={scenario}").text
    assert NAME in page
    now, then = row_of(page, "Bølge K13")
    assert now == "april–mai 2025 9 kommuner"
    assert then.startswith("oktober–november 2025 +183 dager 8 kommuner −1")
    assert "Ulstein" in then


def test_who_left_has_a_row_of_its_own(client, scenario):
    page = client.get(f"/compare?state=plan&state={scenario}").text
    now, then = row_of(page, "Ulstein")
    assert now.startswith("K13 ")
    assert then.startswith("uten dato")
    assert "K13" in then


def test_looking_changes_nothing(app, client, scenario):
    client.get(f"/compare?state=plan&state={scenario}")
    with app.app_context():
        assert db.session.scalars(select(ChangeRow)).all() == []
    k13 = client.get("/compare?state=plan").text
    assert row_of(k13, "Bølge K13")[0].startswith("april–mai 2025")


def test_what_is_the_same_can_be_hidden_and_is_counted(client, scenario):
    address = f"/compare?state=plan&state={scenario}&by=municipality"
    everybody = client.get(address).text
    assert count_rows(everybody) == 67
    page = client.get(f"{address}&only=different").text
    # All in all, and the nine of K13.
    assert count_rows(page) == 10
    assert "57" in page


def test_an_earlier_plan_is_silent_of_what_it_does_not_state(client):
    page = client.get("/compare?state=plan&state=vintage:2022-06").text
    assert "ingen opplysning" in row_of(page, "Bølge K13")[1]
    page = client.get("/compare?state=plan&state=vintage:2021-11&by=municipality").text
    assert "dager" in row_of(page, "Ålesund")[1]


def test_where_an_earlier_plan_says_nothing_nothing_differs(client):
    states = "state=plan&state=vintage:2023-11"
    page = client.get(f"/compare?{states}&show=conflicts&only=different").text
    assert count_rows(page) == 0
    assert "Ingenting er ulikt" in page


def test_a_trust_of_nobody_that_has_no_date_is_no_row(client):
    page = client.get("/compare?state=plan&by=trust").text
    assert "uten dato" not in page
    assert row_of(page, "St. Olavs hospital HF")[0] == "november 2022 20 kommuner"


def test_every_view_of_several_states_is_a_page(client, scenario):
    states = f"state=plan&state={scenario}&state=vintage:2023-11"
    for by, show in product(By, Show):
        answer = client.get(f"/compare?{states}&by={by}&show={show}&sort=1&order=desc")
        assert answer.status_code == 200
        assert len(answer.data) < 300_000


def test_rows_are_sorted_by_how_far_they_moved(client, scenario):
    address = f"/compare?state=plan&state={scenario}&by=wave&sort=1"
    page = client.get(f"{address}&order=desc").text
    assert re.findall(r">Bølge (\w+)<", page)[0] == "K13"
    assert re.findall(r">Bølge (\w+)<", client.get(address).text)[-1] == "K13"


def test_the_first_state_is_the_base(client, scenario):
    page = client.get(f"/compare?state={scenario}&state=plan").text
    assert "−183 dager" in row_of(page, "Bølge K13")[1]
    same = client.get(f"/compare?state=plan&state={scenario}&base={scenario}").text
    assert "−183 dager" in row_of(same, "Bølge K13")[1]


def test_the_file_holds_what_the_page_shows(client, scenario):
    answer = client.get(f"/compare/compare.csv?state=plan&state={scenario}")
    assert answer.mimetype == "text/csv"
    lines = answer.text.splitlines()
    assert NAME in lines[0]
    assert any("Bølge K13" in it and "+183 dager" in it for it in lines)


def test_what_rests_on_an_assumption_says_so(client, scenario):
    address = f"/compare?state=plan&state={scenario}&show=capacity"
    page = client.get(address).text
    rows = re.findall(r'<th scope="row">(.*?)</th>', page, re.DOTALL)
    marked = [it for it in rows if "confidence--assumed" in it]
    assert 0 < len(marked) < len(rows)
    file = client.get(address.replace("/compare?", "/compare/compare.csv?")).text
    assert file.count("(antatt)") >= len(marked)


def test_states_that_are_too_many_are_said_to_be_left_out(client, monkeypatch):
    monkeypatch.setattr("app.comparing.choice.MOST", 2)
    states = "state=plan&state=vintage:2023-11&state=vintage:2022-06"
    page = client.get(f"/compare?{states}").text
    assert "1 utgave til i adressen vises ikke" in page
    assert "vises ikke" not in client.get("/compare?state=plan").text
    note, *rows = client.get(f"/compare/compare.csv?{states}").text.splitlines()[1:]
    assert "1 utgave til i adressen vises ikke" in note
    assert {it.count(";") for it in rows} == {note.count(";")}


@pytest.mark.parametrize(
    "state",
    [
        "scenario:99",
        "scenario:99999999999999999999",
        "scenario:²",
        "vintage:actual",
        "baseline:99",
        "finnes-ikke",
    ],
)
def test_a_state_that_is_not_there_is_said_to_be_gone(client, state):
    answer = client.get(f"/compare?state=plan&state={state}&sort=1")
    assert answer.status_code == 200
    assert "1 utgave i adressen" in answer.text
    assert row_of(answer.text, "Bølge K13") == ["april–mai 2025 9 kommuner"]
    assert client.get(f"/compare?state={state}").status_code == 404
    assert client.get(f"/compare/moved?from=plan&to={state}").status_code == 404


def test_a_private_scenario_of_another_is_not_found(app, client, scenario):
    with app.app_context():
        row = db.session.scalars(select(ScenarioRow)).one()
        row.owner = "somebody-else"
        db.session.commit()
    addresses = (
        f"/compare?state={scenario}",
        f"/compare/compare.csv?state={scenario}",
        f"/compare/moved?from=plan&to={scenario}",
        f"/compare/moved.json?from={scenario}&to=plan",
    )
    assert [client.get(it).status_code for it in addresses] == [404] * 4
    assert NAME not in client.get("/compare").text
    others = client.get(f"/compare?state=plan&state={scenario}")
    assert others.status_code == 200
    assert NAME not in others.text
    assert "1 utgave i adressen" in others.text
    with app.app_context():
        db.session.scalars(select(ScenarioRow)).one().is_shared = True
        db.session.commit()
    assert [client.get(it).status_code for it in addresses] == [200] * 4
