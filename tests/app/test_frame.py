"""What stands around every page, as each role sees it."""

import re

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import text

from app import access, frame
from app.access import Role
from app.extensions import db


@pytest.fixture
def page(app: Flask) -> None:
    """Give the app a page that is nothing but its frame."""
    template = (
        '{% extends "base.html" %}{% block title %}Siden{% endblock %}'
        "{% block content %}<h1>Siden</h1>{% endblock %}"
    )

    @access.needs("plan.view")
    def show() -> str:
        return str(app.jinja_env.from_string(template).render(context(app)))

    app.add_url_rule("/page", "page", show)


def context(app: Flask) -> dict[str, object]:
    values: dict[str, object] = {}
    app.update_template_context(values)
    return values


def see_as(client: FlaskClient, role: Role) -> str:
    answer = client.post("/demonstration", data={"role": role.value, "page": "/page"})
    assert (answer.status_code, answer.location) == (303, "/page")
    return client.get("/page").text


def test_the_status_date_stands_on_every_page(page: None, client: FlaskClient) -> None:
    client.post("/language", data={"language": "en_GB", "page": "/"})
    assert "30 November 2023" in client.get("/page").text


def test_a_demonstration_says_that_it_is_one_and_lets_one_change_roles(
    page: None, client: FlaskClient
) -> None:
    client.post("/language", data={"language": "en_GB", "page": "/"})
    names = {
        Role.PROGRAMME_OFFICE: "Programme office",
        Role.COUNCIL: "Municipal council",
        Role.WORKING_GROUP: "Regional working group",
    }
    for role, name in names.items():
        seen = see_as(client, role)
        assert f"{name} (demonstration)" in seen
        assert seen.count('aria-current="true"') == 1
        assert "signed in without a password" in seen


def test_a_role_that_there_is_not_is_refused(client: FlaskClient) -> None:
    answer = client.post("/demonstration", data={"role": "administrator"})
    assert answer.status_code == 400


def test_the_way_back_from_a_long_address_is_its_path(
    page: None, client: FlaskClient
) -> None:
    short, long = "q=" + "a" * 100, "q=" + "a" * 150_000
    assert client.get(f"/page?{short}").text.count(f'value="/page?{short}"') == 2
    html = client.get(f"/page?{long}").text
    assert html.count('value="/page"') == 2
    assert "a" * 2_000 not in html


def test_every_section_of_the_menu_has_its_pages(app: Flask) -> None:
    with app.test_request_context():
        endpoints = [endpoint for endpoint, *_rest in frame.all_sections()]
    assert not [name for name in endpoints if name not in app.view_functions]


def test_pages_of_another_blueprint_can_stand_under_an_entry() -> None:
    economy = frame.Section("economy", "/economy", "Economy", "coins")
    assert economy.holds("economy.index")
    assert economy.holds("economy_figures.index")
    assert not economy.holds("waves.board")
    assert not economy.holds(None)


def test_a_single_page_can_stand_under_the_entry_of_another_blueprint() -> None:
    scenarios = frame.Section("scenarios", "/scenarios", "Scenarios", "git-branch")
    baselines = frame.Section("baselines", "/baselines", "Baselines", "snowflake")
    assert scenarios.holds("baselines.adopt")
    assert not baselines.holds("baselines.adopt")
    assert baselines.holds("baselines.index")


def test_the_menu_shows_what_the_role_may_see(app: Flask) -> None:
    with app.test_request_context():
        rights = {right for *_rest, right in frame.all_sections()}
        for role in Role:
            user = access.User("key", role, "name")
            shown = len(frame.sections(user))
            may = [
                right
                for endpoint, *_rest, right in frame.all_sections()
                if user.may(right) and endpoint in app.view_functions
            ]
            assert shown == len(may)
    assert rights <= access.RIGHTS


def test_what_is_used_less_stands_behind_more(client: FlaskClient) -> None:
    overview = client.get("/").text
    assert 'class="is-here"' not in overview
    assert "Mer<" in overview
    capacity = client.get("/capacity").text
    assert 'class="is-here"' in capacity
    assert 'Mer<span class="sections__of-more">: Kapasitet' in capacity


def test_without_a_user_there_is_no_menu(app: Flask) -> None:
    with app.test_request_context():
        assert frame.sections(None) == ()


def test_the_app_is_well_when_its_database_is(
    app: Flask, client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer = client.get("/health")
    assert (answer.status_code, answer.text) == (200, "ok\n")
    assert "Set-Cookie" not in answer.headers
    monkeypatch.setattr("app.health.text", lambda _sql: text("SELECT * FROM gone"))
    app.config["PROPAGATE_EXCEPTIONS"] = False
    assert client.get("/health").status_code == 500
    with app.app_context():
        db.session.remove()


@pytest.mark.parametrize(
    "path",
    ["/", "/economy", "/municipalities/1516", "/municipalities/1516/money"],
)
def test_each_figure_is_read_with_what_it_counts(
    client: FlaskClient, path: str
) -> None:
    html = client.get(path).text
    assert re.search(r'<ul class="figures[^"]*" role="list">', html)
    tags = re.findall(r'<(\w+) class="figure[ "]', html)
    assert len(tags) > 2
    assert set(tags) == {"li"}
