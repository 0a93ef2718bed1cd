"""What the user reads when something can't be done: on a page and inside one."""

import logging
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from flask import Flask, abort
from flask.testing import FlaskClient
from sqlalchemy import text
from werkzeug.test import TestResponse

from app import access
from app.access import Forbidden, NotSignedIn
from app.extensions import db
from app.store.errors import ClashError, DatabaseError, ItemChange, UndoRefused
from planning.errors import CycleError
from tests.app.conftest import NOON, MakeApp
from tests.app.store.test_database import damage

FRAGMENT = {"HX-Request": "true"}
ITEM = ItemChange(
    table="plan",
    row_key="1",
    field="titles",
    before={"nb": "Før", "en": "Before"},
    after={"nb": "Etter", "en": "After"},
)
FAULTS: dict[str, Callable[[], object]] = {
    "400": lambda: abort(400),
    "401": lambda: fail(NotSignedIn()),
    "403": lambda: fail(Forbidden("plan.edit")),
    "404": lambda: abort(404),
    "405": lambda: abort(405),
    "409": lambda: fail(ClashError(by_name="Kari", at=NOON, items=(ITEM,))),
    "413": lambda: abort(413),
    "418": lambda: abort(418),
    "422": lambda: abort(422),
    "500": lambda: fail(ZeroDivisionError("a secret of ours")),
    "503": lambda: fail(DatabaseError("empty")),
}


def fail(error: Exception) -> None:
    raise error


@pytest.fixture
def failing(app: Flask, client: FlaskClient) -> FlaskClient:
    """Return a client of an app that does at /fail/… what is asked of it."""

    @access.needs("plan.view")
    def answer(fault: str) -> str:
        FAULTS[fault]()
        return "no fault"

    app.add_url_rule("/fail/<fault>", "fail", answer, methods=["GET", "POST"])
    app.config["PROPAGATE_EXCEPTIONS"] = False
    client.post("/language", data={"language": "en_GB", "page": "/"})
    return client


def raise_in(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> str:
    monkeypatch.setitem(FAULTS, "this", lambda: fail(error))
    return client.get("/fail/this").text


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_a_page_in_a_page_and_a_message_in_a_fragment(
    failing: FlaskClient, fault: str
) -> None:
    page = failing.get(f"/fail/{fault}")
    fragment = failing.get(f"/fail/{fault}", headers=FRAGMENT)
    assert page.status_code == fragment.status_code == int(fault)
    assert "<h1>" in page.text
    assert "<html" not in fragment.text
    assert 'id="message"' in fragment.text
    for answer in (page.text, fragment.text):
        assert "Traceback" not in answer
        assert "a secret of ours" not in answer


def test_an_unforeseen_fault_is_logged_under_the_id_that_is_shown(
    failing: FlaskClient, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.ERROR):
        page = failing.get("/fail/500").text
    told = [record for record in caplog.records if record.args]
    reference = next(str(record.args[0]) for record in told if "error %s" in record.msg)
    assert f"<code>{reference}</code>" in page
    assert "a secret of ours" in caplog.text


def test_a_method_that_is_not_there_names_those_that_are(client: FlaskClient) -> None:
    answer = client.get("/language")
    assert answer.status_code == 405
    assert "POST" in answer.headers["Allow"]


def test_a_clash_shows_both_versions_and_who_was_first(failing: FlaskClient) -> None:
    page = failing.post("/fail/409").text
    for words in ("Kari", "1 December 2023", "Before", "After"):
        assert words in page


def test_a_clash_leads_back_to_the_page_and_nowhere_else(failing: FlaskClient) -> None:
    at_home = {"Referer": "http://localhost/waves?year=2025"}
    page = failing.post("/fail/409", headers=at_home).text
    assert 'href="http://localhost/waves?year=2025"' in page
    page = failing.post("/fail/409", headers={"Referer": "http://evil.example/"}).text
    assert "evil.example" not in page


@pytest.mark.parametrize("by_name", ["Kari", ""])
def test_a_clash_with_nobody_known_is_told_too(
    failing: FlaskClient, monkeypatch: pytest.MonkeyPatch, by_name: str
) -> None:
    error = ClashError(by_name=by_name, at=None, items=())
    page = raise_in(failing, monkeypatch, error)
    assert (by_name or "Another user") in page


@pytest.mark.parametrize(
    ("kind", "words"),
    [("changed-since", "Kari"), ("in-use", "used"), ("gone", "removed")],
)
def test_an_undo_that_is_refused_says_why(
    failing: FlaskClient, monkeypatch: pytest.MonkeyPatch, kind: str, words: str
) -> None:
    at = datetime(2023, 11, 30, 12, tzinfo=UTC)
    error = UndoRefused(kind, item=ITEM, by_name="Kari", at=at)
    page = raise_in(failing, monkeypatch, error)
    assert words in page
    assert "After" in page


def test_a_plan_without_an_answer_is_refused_with_the_reason(
    failing: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = raise_in(failing, monkeypatch, CycleError(("A", "B")))
    assert "A → B → A" in page


@pytest.mark.parametrize("kind", ["empty", "behind", "no-plan", "unloaded"])
def test_a_database_that_can_be_made_ready_names_the_command(
    failing: FlaskClient, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    page = raise_in(failing, monkeypatch, DatabaseError(kind))
    assert "bolgeplan init" in page


@pytest.mark.parametrize("kind", ["newer", "foreign", "damaged", "unreachable"])
def test_a_database_that_cannot_is_told_without_it(
    failing: FlaskClient, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    page = raise_in(failing, monkeypatch, DatabaseError(kind))
    assert "bolgeplan init" not in page
    assert "database" in page


def test_a_damaged_database_is_not_told_as_a_fault_that_passes(
    app: Flask, english: FlaskClient
) -> None:
    with app.app_context():
        file = Path(str(db.engine.url.database))
        db.engine.dispose()
    damage(file)
    answer = english.get("/")
    assert answer.status_code == 503
    assert "damaged" in answer.text
    assert "bolgeplan restore FILE" in answer.text
    assert "Try again in a moment" not in answer.text


def test_a_database_without_tables_is_not_ready(
    make_app: MakeApp, tmp_path: Path
) -> None:
    app = make_app(f"sqlite:///{tmp_path / 'empty.sqlite3'}")
    answer = ask_for_rows(app)
    assert answer.status_code == 503
    assert "bolgeplan init" in answer.text


def test_a_statement_that_fails_on_a_ready_database_is_our_fault(app: Flask) -> None:
    app.config["PROPAGATE_EXCEPTIONS"] = False
    answer = ask_for_rows(app, table="no_such_table")
    assert answer.status_code == 500


def ask_for_rows(app: Flask, table: str = "plan") -> TestResponse:
    @access.needs("plan.view")
    def answer() -> str:
        return str(db.session.execute(text(f"SELECT count(*) FROM {table}")).scalar())

    app.add_url_rule("/rows", "rows", answer)
    return app.test_client().get("/rows", headers={"Host": "localhost"})


def test_a_page_that_is_too_old_is_told_kindly(
    make_app: MakeApp, filled_file: Path
) -> None:
    app = make_app(f"sqlite:///{filled_file}", WTF_CSRF_ENABLED=True)
    client = app.test_client()
    answer = client.post(
        "/language", data={"language": "en_GB"}, headers={"Host": "localhost"}
    )
    assert answer.status_code == 400
    assert "bolgeplan" not in answer.text.split("<main")[1]
    assert 'class="button" href="/"' in answer.text


def test_without_a_user_the_way_in_is_named(
    make_app: MakeApp, filled_file: Path
) -> None:
    app = make_app(f"sqlite:///{filled_file}", DEMONSTRATION=False)
    app.add_url_rule("/somewhere", "somewhere", access.needs("plan.view")(lambda: ""))
    page = app.test_client().get("/somewhere")
    assert page.status_code == 401
    assert "bolgeplan serve --demo" in page.text
    assert "<nav" not in page.text
