"""The page of files: the plan out as Microsoft Project's XML, and a file read."""

import io
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from app.access import ROLE_IN_SESSION, Role, demonstration_user
from app.files import routes
from app.files.pages import MOST_LINES
from app.scenarios.commands import make
from app.store import results
from tests.addresses import known_arguments
from tests.app.exchange.mspdi.editing import edited, put
from tests.app.exchange.mspdi.files import project_file

FOREIGN = project_file(
    "".join(
        f"<Task><UID>{uid}</UID><Name>Dig &lt;{uid}&gt;</Name>"
        "<Start>2024-01-02T08:00:00</Start><Finish>2024-01-02T17:00:00</Finish>"
        "<Duration>PT8H0M0S</Duration><Notes>Mind</Notes></Task>"
        for uid in range(1, MOST_LINES + 2)
    )
)


def send(client: FlaskClient, content: bytes, name: str = "plan.xml") -> TestResponse:
    data: dict[str, Any] = {"file": (io.BytesIO(content), name)}
    return client.post("/files", data=data, content_type="multipart/form-data")


def plan(client: FlaskClient, part: str = "wave:K13") -> str:
    return client.get(f"/files/plan.xml?part={part}").text


def test_the_plan_is_downloaded_whole_or_in_part(client: FlaskClient) -> None:
    page = client.get("/files?lang=en")
    assert "Ulstein" in page.text
    answer = client.get("/files/plan.xml?part=municipality:1516")
    assert answer.mimetype == "application/xml"
    name = answer.headers["Content-Disposition"]
    assert name == "attachment; filename=bolgeplan-1516-2023-12-01.xml"
    assert "1516.go-live" in answer.text
    assert "1517.go-live" not in answer.text
    assert "1517.go-live" in plan(client, "all")


def test_a_municipality_leads_to_its_own_part(client: FlaskClient) -> None:
    address = "/files?part=municipality:1516"
    assert f'href="{address}"' in client.get("/municipalities/1516").text
    assert '<option value="municipality:1516" selected>' in client.get(address).text


def test_a_wave_leads_to_its_own_part_where_it_has_a_date(client: FlaskClient) -> None:
    address = "/files?part=wave:K13"
    assert f'href="{address}"' in client.get("/waves/K13").text
    assert '<option value="wave:K13" selected>' in client.get(address).text
    assert "Import og eksport</h1>" in client.get(address).text


def test_what_was_frozen_goes_out_as_a_baseline(
    app: Flask, client: FlaskClient
) -> None:
    with app.test_request_context():
        found = dict(known_arguments())["baseline_id"]
    assert "Plan vedtatt høsten 2023" in client.get("/files").text
    address = "/files/plan.xml?part=municipality:1516&baseline="
    assert client.get(f"{address}{found}").text.count("<Baseline>") == 28
    for unknown in ("9999", "x", "9" * 20):
        assert client.get(f"{address}{unknown}").status_code == 404


def test_a_scenario_goes_out_under_its_own_name(
    app: Flask, client: FlaskClient
) -> None:
    with app.test_request_context():
        plan, user = results.current_plan(), demonstration_user()
        found = make(plan, "Alt senere", "", by=user).id
    answer = client.get(f"/scenarios/{found}/plan/files/plan.xml?part=wave:K13")
    assert "Alt senere</Title>" in answer.text
    name = f"bolgeplan-scenario-{found}-K13-2023-12-01.xml"
    assert name in answer.headers["Content-Disposition"]


@pytest.mark.parametrize("part", ["wave:K99", "municipality:1", "x"])
def test_a_part_that_is_not_there_is_not_found(client: FlaskClient, part: str) -> None:
    assert client.get(f"/files/plan.xml?part={part}").status_code == 404


def test_an_edited_file_says_what_it_would_change(client: FlaskClient) -> None:
    moved = put("ConstraintDate", "2025-06-02T08:00:00")
    answer = send(client, edited(plan(client), "wave.K13", moved).encode())
    assert answer.status_code == 200
    assert "K13" in answer.text
    assert "2. juni 2025" in answer.text
    assert 'id="tried"' in answer.text
    # Nothing was written.
    assert "2025-06-02" not in plan(client)


def test_the_plans_own_changes_and_typed_dates_are_told_apart(
    client: FlaskClient,
) -> None:
    written = plan(client)
    typed = edited(written, "1516.go-live", put("Start", "2025-05-10T08:00:00"))
    client.post("/waves/K13/day", data={"day": "2025-05-05"})

    page = send(client, typed.encode()).text

    assert "Filen endrer ingenting i planen." in page
    _before, _heading, since = page.partition("Endret i planen etter at filen ble")
    assert "K13 settes i drift 5. mai 2025 i stedet for 1. april 2025" in since
    assert "Flytt datoen for bølgen" in since
    assert '<span>−39</span></td>\n            <td class="number"' in since


def test_a_file_that_would_be_refused_says_so_and_shows_no_sums(
    client: FlaskClient,
) -> None:
    written = plan(client)
    answer = client.post("/waves/K13/day", data={"day": "2025-05-05"})
    assert answer.status_code in (200, 303), answer.text
    moved = put("ConstraintDate", "2025-06-02T08:00:00")
    found = send(client, edited(written, "wave.K13", moved).encode())
    assert "Filen vil bli avvist" in found.text
    assert 'id="tried"' not in found.text


def test_who_may_not_change_the_plan_may_read_all_the_same(
    client: FlaskClient,
) -> None:
    moved = put("ConstraintDate", "2025-06-02T08:00:00")
    content = edited(plan(client), "wave.K13", moved).encode()
    with client.session_transaction() as session:
        session[ROLE_IN_SESSION] = Role.COUNCIL.value
    answer = send(client, content)
    assert "2. juni 2025" in answer.text
    assert 'id="tried"' not in answer.text


def test_a_file_of_others_is_computed_and_told(client: FlaskClient) -> None:
    answer = send(client, FOREIGN, "<b>.xml")
    assert answer.status_code == 200
    assert "Dig &lt;1&gt;" in answer.text
    assert f"Dig &lt;{MOST_LINES}&gt;" in answer.text
    assert f"Dig &lt;{MOST_LINES + 1}&gt;" not in answer.text.partition("Notater")[0]
    assert "Notater er utelatt." in answer.text
    assert "&lt;b&gt;.xml" in answer.text
    assert len(answer.data) < 50_000


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "Velg en fil."),
        (b"<html/>", "er ikke et prosjekt"),
        (b"<!DOCTYPE a><Project/>", "dokumenttype"),
        (project_file(""), "Det er ingen oppgaver i filen."),
    ],
)
def test_what_cannot_be_read_is_refused_on_the_page(
    client: FlaskClient, content: bytes, told: str
) -> None:
    answer = send(client, content, "plan.xml" if content else "")
    assert answer.status_code == 422
    assert told in answer.text


def test_a_file_may_be_larger_than_a_form(
    app: Flask, client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    app.config["MAX_CONTENT_LENGTH"] = 5_000
    assert len(FOREIGN) > 5_000
    assert send(client, FOREIGN).status_code == 200
    monkeypatch.setattr(routes, "MOST_BYTES", 1_000)
    monkeypatch.setattr(routes, "MOST_BESIDE", 1_000)
    assert send(client, FOREIGN).status_code == 413


def test_a_form_without_its_token_is_refused(app: Flask, client: FlaskClient) -> None:
    app.config["WTF_CSRF_ENABLED"] = True
    assert send(client, FOREIGN).status_code == 422
