"""Who gets in: every route with every role, and what a demonstration asks for.

The rights of each role are written out here once more, so that a change of them in
the code is a change of this page too. A view that was reached may fail as it likes
(the database is empty); it was reached where the answer is neither 401 nor 403.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.routing import AnyConverter, IntegerConverter, Rule

from app import access, create_app
from app.access import Role
from app.extensions import db

VIEWING = {"plan.view", "history.view"}
RIGHTS = {
    Role.PROGRAMME_OFFICE: VIEWING
    | {
        "plan.edit",
        "plan.adopt",
        "baselines.make",
        "template.edit",
        "preconditions.edit",
        "economy.edit",
        "conflicts.accept",
        "rights.edit",
        "progress.report",
        "history.undo",
        "settings.edit",
    },
    Role.COUNCIL: VIEWING,
    Role.WORKING_GROUP: VIEWING | {"progress.report"},
}
FOR_EVERYBODY = {
    "accessibility.statement",
    "accounts.choose_language",
    "assets.file",
    "deadlines.stop",
    "deadlines.stop_now",
    "feeds.calendar",
    "health.health",
}
# A choice of one's own: it changes nothing that anybody else sees.
OWN_CHOICES = FOR_EVERYBODY | {
    "accounts.choose_role",
    "feeds.make",
    "feeds.revoke",
    "files.read",
    "overview.mark_seen",
    "overview.visit",
}
METHODS = {"GET", "POST", "PUT", "PATCH", "DELETE"}


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    path = tmp_path_factory.mktemp("access") / "empty.sqlite3"
    app = make(path, DEMONSTRATION=True, BOUND_HOST="127.0.0.1")
    yield app
    let_go(app)


def make(path: Path, **settings: object) -> Flask:
    return create_app(
        {
            "SQLALCHEMY_DATABASE_URI": f"sqlite:///{path}",
            "SECRET_KEY": "a key that only the tests know, and long enough",
            **settings,
        }
    )


def let_go(app: Flask) -> None:
    with app.app_context():
        db.session.remove()
        db.engine.dispose()


def list_requests(app: Flask) -> Iterator[tuple[str, str, str]]:
    """Yield every endpoint with its method and an address of it."""
    for rule in app.url_map.iter_rules():
        for method in sorted((rule.methods or set()) & METHODS):
            yield rule.endpoint, method, address(rule)


def address(rule: Rule) -> str:
    values = {name: sample(rule, name) for name in rule.arguments}
    built = rule.build(values, append_unknown=False)
    assert built is not None
    return built[1]


def sample(rule: Rule, argument: str) -> str | int:
    converter = rule._converters[argument]
    if isinstance(converter, AnyConverter):
        return min(converter.items)
    return 1 if isinstance(converter, IntegerConverter) else "x"


def ask(client: FlaskClient, method: str, url: str, **headers: str) -> int:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return client.open(
        url, method=method, headers={"Host": "localhost", **named}
    ).status_code


def signed_in(app: Flask, role: Role) -> FlaskClient:
    client = app.test_client()
    with client.session_transaction() as session:
        session[access.ROLE_IN_SESSION] = role.value
    return client


@pytest.mark.parametrize("role", Role)
def test_a_role_gets_in_where_it_has_the_right_and_nowhere_else(
    app: Flask, role: Role
) -> None:
    client = signed_in(app, role)
    for endpoint, method, url in list_requests(app):
        right = access.right_for(app, endpoint)
        gets_in = endpoint in FOR_EVERYBODY or right in RIGHTS[role]
        status = ask(client, method, url)
        assert (status not in {401, 403}) == gets_in, f"{method} {url}: {status}"
        assert gets_in or status == 403, f"{method} {url}: {status}"


def test_without_a_user_nothing_opens_but_what_is_for_everybody(
    tmp_path: Path,
) -> None:
    app = make(tmp_path / "empty.sqlite3")
    client = app.test_client()
    for endpoint, method, url in list_requests(app):
        status = ask(client, method, url)
        assert (status != 401) == (endpoint in FOR_EVERYBODY), f"{method} {url}"
    let_go(app)


def test_every_view_names_a_right_or_is_for_everybody(app: Flask) -> None:
    assert access.OPEN == FOR_EVERYBODY
    for endpoint in app.view_functions:
        right = access.right_for(app, endpoint)
        assert (right is None) == (endpoint in FOR_EVERYBODY), endpoint


def test_who_may_only_look_can_change_nothing(app: Flask) -> None:
    for endpoint, method, _url in list_requests(app):
        if method != "GET" and endpoint not in OWN_CHOICES:
            assert access.right_for(app, endpoint) not in VIEWING, endpoint


def test_a_view_without_a_right_keeps_the_app_from_starting(tmp_path: Path) -> None:
    app = make(tmp_path / "empty.sqlite3")
    app.add_url_rule("/forgotten", "forgotten", lambda: "reached")
    with pytest.raises(ValueError, match="forgotten"):
        access.check_views(app)
    client = app.test_client()
    assert ask(client, "GET", "/forgotten") == 403
    let_go(app)


@pytest.mark.parametrize(
    "host",
    [
        "localhost",
        "LOCALHOST:8000",
        "127.0.0.1",
        "127.0.0.1:8000",
        "127.8.9.10",
        "[::1]:8000",
    ],
)
def test_a_demonstration_is_open_to_its_own_machine(app: Flask, host: str) -> None:
    assert access.is_demonstration(app.config, host, ["Host", "User-Agent"])


@pytest.mark.parametrize(
    "host",
    [
        "",
        "evil.example",
        "localhost.evil.example",
        "127.0.0.1.evil.example",
        "evil.example:8000",
        "localhost@evil.example",
        "localhost:8000@evil.example",
        "localhost, evil.example",
        "localhost:80:80",
        "localhost ",
        "0.0.0.0",
        "10.0.0.1",
        "192.168.1.20:8000",
        "127.0.0.256",
        "2130706433",
        "[::]",
        "[::1",
        "[2001:db8::1]:8000",
    ],
)
def test_a_demonstration_is_closed_to_other_names(app: Flask, host: str) -> None:
    assert not access.is_demonstration(app.config, host, ["Host"])


@pytest.mark.parametrize("host", ["evil.example", "192.168.1.20:8000"])
def test_a_spoofed_host_is_not_signed_in(app: Flask, host: str) -> None:
    client = signed_in(app, Role.PROGRAMME_OFFICE)
    assert ask(client, "POST", "/demonstration", Host=host) == 401


@pytest.mark.parametrize(
    "header",
    [
        "X-Forwarded-For",
        "X-Forwarded-Host",
        "X-Forwarded-Proto",
        "X-Forwarded-Prefix",
        "Forwarded",
        "Via",
        "X-Real-IP",
    ],
)
def test_what_comes_through_a_proxy_is_not_signed_in(app: Flask, header: str) -> None:
    client = app.test_client()
    assert ask(client, "POST", "/demonstration", **{header: "127.0.0.1"}) == 401


@pytest.mark.parametrize(
    "settings",
    [
        {"DEMONSTRATION": False, "BOUND_HOST": "127.0.0.1"},
        {"DEMONSTRATION": "true", "BOUND_HOST": "127.0.0.1"},
        {"DEMONSTRATION": True, "BOUND_HOST": "0.0.0.0"},
        {"DEMONSTRATION": True, "BOUND_HOST": "192.168.1.20"},
        {"DEMONSTRATION": True, "BOUND_HOST": ""},
    ],
)
def test_a_demonstration_must_be_started_and_bound_as_one(
    settings: dict[str, object],
) -> None:
    assert not access.is_demonstration(settings, "localhost", ["Host"])


def test_the_environment_cannot_start_a_demonstration(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BOLGEPLAN_DEMONSTRATION", "1")
    monkeypatch.setenv("BOLGEPLAN_BOUND_HOST", "127.0.0.1")
    app = make(tmp_path / "empty.sqlite3")
    assert app.config["DEMONSTRATION"] is False
    assert app.config["BOUND_HOST"] == ""
    let_go(app)


def test_a_role_that_does_not_exist_is_not_taken_from_the_session(app: Flask) -> None:
    client = app.test_client()
    with client.session_transaction() as session:
        session[access.ROLE_IN_SESSION] = "administrator"
    with client, app.test_request_context(base_url="http://localhost"):
        user = access.current_user()
    assert user is not None
    assert user.role is Role.PROGRAMME_OFFICE


def test_a_right_that_does_not_exist_is_a_mistake() -> None:
    with pytest.raises(ValueError, match=r"plan\.veiw"):
        access.needs("plan.veiw")
    user = access.User("key", Role.COUNCIL, "Kommunestyret")
    with pytest.raises(ValueError, match=r"plan\.veiw"):
        user.may("plan.veiw")


def test_a_command_asks_for_the_right_itself() -> None:
    user = access.User("key", Role.COUNCIL, "Kommunestyret")
    access.require(user, "plan.view")
    with pytest.raises(access.Forbidden):
        access.require(user, "plan.edit")
    with pytest.raises(access.NotSignedIn):
        access.require(None, "plan.view")


def test_outside_a_request_there_is_nobody() -> None:
    assert access.current_user() is None
