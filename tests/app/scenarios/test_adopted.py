"""What the list and the page say of a scenario that has become the plan."""

import re

import pytest

from tests.app.reading import kept_value

DECISION = {
    "name": "Før 23/77",
    "why": "Vedtatt på høstmøtet.",
    "decided_by": "Styringsgruppen",
    "case_number": "23/77",
    "decided_on": "1.12.2023",
}


def badges(client, url):
    page = client.get(url).text
    found = re.findall(
        r'class="badge badge--\w+">.*?<span>(.*?)</span>', page, re.DOTALL
    )
    return [it for it in found if it.startswith(("Adopted", "Undone"))]


@pytest.fixture
def adopted(english):
    """A client, and the address of the change that a scenario became."""
    english.post("/scenarios", data={"name": "K14 i mars", "note": ""})
    english.post("/scenarios/1/plan/waves/K14/day", data={"day": "2026-03-02"})
    page = english.get("/scenarios/1/adopt").text
    seen = {name: kept_value(page, name) for name in ("seen", "version")}
    answer = english.post("/scenarios/1/adopt", data={**DECISION, **seen})
    assert answer.status_code == 303
    return english, answer.location


def test_one_that_was_undone_is_not_called_adopted_any_more(adopted):
    client, change = adopted
    assert badges(client, "/scenarios") == ["Adopted"]
    assert badges(client, "/scenarios/1") == ["Adopted", "Adopted"]

    client.post(f"{change}/undo")

    assert badges(client, "/scenarios") == ["Adopted, and undone"]
    assert badges(client, "/scenarios/1") == ["Adopted, and undone", "Undone"]


def test_the_history_tells_the_whole_decision(adopted):
    client, change = adopted
    page = client.get(change).text
    told = dict(re.findall(r"<dt>(.*?)</dt><dd>(.*?)</dd>", page))
    assert told == {
        "Decided by": "Styringsgruppen",
        "Case number": "23/77",
        "Decided on": "1 December 2023",
        "Why": "Vedtatt på høstmøtet.",
        "Baseline": "Før 23/77",
    }
    client.post(f"{change}/undo")
    assert 'id="decision-title"' not in client.get("/history/2").text


def test_a_longer_step_tells_how_many_dates_move_and_by_how_much(english):
    english.post("/scenarios", data={"name": "Lengre opplæring", "note": ""})
    url = "/scenarios/1/plan/template/steps/training"
    page = english.get(url).text
    fields = dict.fromkeys(("note_nb", "note_nn", "note_en"), "")
    names = {"name_nb": "Opplæring", "name_nn": "", "name_en": "Training"}
    given = {**fields, **names, "amount": "16", "unit": "w", "placing": "alap"}
    answer = english.post(url, data={**given, "seen": kept_value(page, "seen")})
    assert answer.status_code == 303
    told = english.get("/scenarios/1").text
    assert re.search(r"<p>[\d,]+ dates move: [\d–]+ days earlier\.</p>", told)
