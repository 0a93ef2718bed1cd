"""Apps of one process share what is compiled, and nothing that a test does."""

import os
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.support import Translations
from flask import Flask, render_template_string
from flask.testing import FlaskClient
from jinja2 import DictLoader
from sqlalchemy import func, select
from werkzeug.routing import Map, Rule

from app.extensions import db
from app.store import results
from app.store.tables import ChangeRow
from tests.app.conftest import MakeApp

NUMBER = "1516"


def wave_of(app: Flask) -> str | None:
    """The wave of a municipality, as the answers that are kept have it."""
    with app.app_context():
        found = results.evaluation(results.current_plan()).snapshot.plan.placements
        return next(it.wave for it in found if it.municipality == NUMBER)


@pytest.mark.parametrize("turn", range(3))
def test_what_a_test_writes_and_sets_is_not_there_in_the_next(
    app: Flask, client: FlaskClient, turn: int
) -> None:
    assert "LEFT" not in app.config
    assert "/left" not in {it.rule for it in app.url_map.iter_rules()}
    assert wave_of(app) == "K13"
    with app.app_context():
        assert db.session.scalar(select(func.count(ChangeRow.id))) == 0
    app.config["LEFT"] = turn
    app.add_url_rule("/left", "left", lambda: "left")
    client.post(f"/waves/placements/{NUMBER}", data={"wave": "K14"})
    assert wave_of(app) == "K14"
    # Found, and closed: it names no right.
    assert client.get("/left").status_code == 403


def test_the_same_rule_is_built_and_matched_in_each_app_by_its_own() -> None:
    maps = [Map([Rule("/<int:id>/<key>", endpoint=it)]) for it in ("one", "other")]
    for endpoint, found in zip(("one", "other"), maps, strict=True):
        bound = found.bind("localhost")
        assert bound.build(endpoint, {"id": 7, "key": "ø"}) == "/7/%C3%B8"
        assert bound.build(endpoint, {"id": 7, "key": "a", "q": 1}) == "/7/a?q=1"
        assert bound.match("/7/a") == (endpoint, {"id": 7, "key": "a"})
        (rule,) = found.iter_rules()
        assert rule._build.__self__ is rule  # type: ignore[attr-defined]
    ours, theirs = (next(it.iter_rules()) for it in maps)
    ours.arguments.add("more")
    assert theirs.arguments == {"id", "key"}


def test_a_rule_is_compiled_anew_where_its_converters_are_others() -> None:
    plain = Map([Rule("/only/<it>", endpoint="it")])
    other = Map([], converters={"default": Map.default_converters["int"]})
    other.add(Rule("/only/<it>", endpoint="it"))
    assert plain.bind("localhost").match("/only/7") == ("it", {"it": "7"})
    assert other.bind("localhost").match("/only/7") == ("it", {"it": 7})


def test_a_template_of_another_text_is_another(
    empty_url: str, make_app: MakeApp
) -> None:
    for text in ("one", "other"):
        app = make_app(empty_url)
        app.jinja_env.loader = DictLoader({"it.html": text})
        with app.app_context():
            assert render_template_string("{% include 'it.html' %}") == text


def test_a_catalogue_is_read_again_when_it_was_written_again(tmp_path: Path) -> None:
    file = tmp_path / "nb" / "LC_MESSAGES" / "messages.mo"
    file.parent.mkdir(parents=True)
    for second, told in enumerate(("Bølge", "Bølgja")):
        catalogue = Catalog(locale="nb")
        catalogue.add("Wave", told)
        with file.open("wb") as written:
            write_mo(written, catalogue)
        os.utime(file, (second, second))
        assert Translations.load(str(tmp_path), ["nb"]).gettext("Wave") == told
