"""The pages of baselines: the list, one of them, the form, and who may use it."""

import hashlib
import json

import pytest
from sqlalchemy import update

from app.access import Role
from app.extensions import db
from app.store.baselines import list_baselines
from app.store.tables import BaselineRow
from tests.app.reading import kept_value

FIELDS = {
    "name": "Vedtatt plan",
    "why": "Vedtatt på høstmøtet.",
    "decided_by": "Styringsgruppen",
    "case_number": "23/1234",
    "decided_on": "29.11.2023",
    "replaces": "",
    "replaced_reason": "",
}


def seen(client):
    return kept_value(client.get("/baselines/new").text, "seen")


def make(client, **given):
    return client.post("/baselines", data={**FIELDS, "seen": seen(client), **given})


def act_as(client, role):
    client.post("/demonstration", data={"role": role.value, "page": "/"})


@pytest.fixture
def made(client):
    answer = make(client)
    assert (answer.status_code, answer.location) == (303, "/baselines/1")
    return client


def test_before_there_is_one_the_list_says_what_it_is_for(client):
    page = client.get("/baselines").text

    assert "No baseline has been made" in page
    assert 'href="/facts/plans#plan-2020-06"' in page


def test_the_list_names_the_decision(made):
    page = made.get("/baselines").text

    for text in ("Vedtatt plan", "Styringsgruppen", "23/1234", "29 November 2023"):
        assert text in page


def test_a_baseline_shows_waves_dates_money_and_conflicts(made):
    page = made.get("/baselines/1").text

    for text in ("Vedtatt på høstmøtet.", "Indre Fosen", "April – May 2025", "K13"):
        assert text in page
    assert "NOK 18.5m" in page
    assert "about NOK" in page


def test_what_it_holds_is_had_as_files(made):
    dates = made.get("/baselines/1?file=dates")
    money = made.get("/baselines/1?file=money")

    assert dates.mimetype == money.mimetype == "text/csv"
    assert "Ulstein" in dates.text
    assert "18500000" in money.text or "18,5" in money.text or "18.5" in money.text


def test_the_file_has_the_checksum_that_the_page_shows(made):
    answer = made.get("/baselines/1.json")

    checksum = hashlib.sha256(answer.data).hexdigest()
    assert checksum in made.get("/baselines/1").text
    assert json.loads(answer.data)["baseline"]["name"] == "Vedtatt plan"


def test_one_that_was_tampered_with_says_so_and_shows_nothing(app, made):
    with app.app_context():
        db.session.execute(db.text("DROP TRIGGER baseline_is_frozen"))
        db.session.execute(update(BaselineRow).values(case_number="1"))
        db.session.commit()

    page = made.get("/baselines/1").text

    assert "This baseline has been tampered with" in page
    assert "Indre Fosen" not in page
    assert "has been tampered with" in made.get("/baselines").text


def test_the_history_says_so_and_offers_no_undo(made):
    page = made.get("/history").text

    assert "The plan was frozen as the baseline “Vedtatt plan” (case 23/1234)" in page
    assert "/history/1/undo" not in page
    assert made.post("/history/1/undo").status_code == 404


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"name": "  "}, "Give the baseline a name."),
        ({"decided_by": ""}, "Say which body or role decided it."),
        ({"case_number": ""}, "Give the number of the case."),
        ({"decided_on": ""}, "Give the day of the decision."),
        ({"decided_on": "2.12.2023"}, "A decision can’t have been made after today."),
        ({"why": ""}, "Say why in a sentence or two."),
        ({"replaces": "7"}, "Choose a baseline that has not been replaced yet"),
    ],
)
def test_what_is_missing_is_asked_for_and_what_was_typed_stays(client, given, told):
    answer = make(client, **{"name": "Høsten", **given})

    assert answer.status_code == 422
    assert told in answer.text
    assert "Styringsgruppen" in answer.text or "decided_by" in given
    assert client.get("/baselines").text.count("Vedtatt plan") == 0


def test_a_name_is_used_once(made):
    answer = make(made)

    assert answer.status_code == 422
    assert "There is a baseline called “Vedtatt plan” already." in answer.text


def test_replacing_one_needs_a_reason_and_both_stay(app, made):
    assert "Say why the other one" in make(made, name="Rettet", replaces="1").text

    make(made, name="Rettet", replaces="1", replaced_reason="En dato var feil.")

    page = made.get("/baselines/1").text
    assert "En dato var feil." in page
    assert 'href="/baselines/2"' in page
    assert "Replace it" not in page
    assert "It replaces another baseline" in made.get("/baselines/2").text
    decision = "Styringsgruppen, 29 November 2023, case 23/1234"
    assert decision in made.get("/baselines").text
    assert f"({decision})" in made.get("/baselines/1").text
    with app.app_context():
        assert len(list_baselines()) == 2


def test_who_saw_an_older_plan_is_refused(client):
    before = seen(client)
    client.post("/waves/placements/1516", data={"wave": "K14", "seen": before})

    answer = client.post("/baselines", data={**FIELDS, "seen": before})

    assert answer.status_code == 409
    assert "Somebody else was first" in answer.text


@pytest.mark.parametrize("role", [Role.COUNCIL, Role.WORKING_GROUP])
def test_others_look_and_make_none(made, role):
    act_as(made, role)

    assert made.get("/baselines/1").status_code == 200
    assert "/baselines/new" not in made.get("/baselines").text
    assert made.get("/baselines/new").status_code == 403
    assert made.post("/baselines", data=FIELDS).status_code == 403


def test_there_is_none_that_nobody_made(client):
    assert client.get("/baselines/7").status_code == 404
    assert client.get("/baselines/7.json").status_code == 404


def test_who_froze_it_is_named_in_the_readers_language(made):
    made.post("/language", data={"language": "nb_NO", "page": "/"})
    assert "Programkontoret (demonstrasjon)" in made.get("/baselines/1").text
