"""The app for tests: its databases, its users, its clients.

`app` has a database of its own with all that the fixtures hold, on SQLite;
`any_app` is the same on both databases, one after the other; `empty_url` is the
address of a database with nothing in it, on both. Each is a copy of one that was
filled once. The clock stands still at NOON.
"""

import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import event

from app import create_app
from app.access import Role, User
from app.extensions import db
from app.store import database, results
from app.store.seed import seed
from app.store.tables import PlanRow
from planning.evaluate import Evaluation
from tests.compiled import COMPILED
from tests.pages import CheckingClient
from tests.postgres import PostgresServer

NOON = datetime(2023, 12, 1, 12, 0, tzinfo=UTC)
LOOPBACK = "http://localhost"

MakeApp = Callable[..., Flask]
BOTH = [
    pytest.param("sqlite"),
    pytest.param("postgresql", marks=pytest.mark.postgres),
]


@pytest.fixture(scope="session")
def make_any_app() -> Iterator[MakeApp]:
    """Return what makes apps on a database; they let go of it at the end."""
    yield from _maker()


@pytest.fixture
def make_app() -> Iterator[MakeApp]:
    """Return what makes apps on a database for one test."""
    yield from _maker()


def _maker() -> Iterator[MakeApp]:
    made = []

    def make(url: str, **settings: object) -> Flask:
        app = create_app(
            {
                "SQLALCHEMY_DATABASE_URI": url,
                "SECRET_KEY": "a key that only the tests know, and long enough",
                "TESTING": True,
                "WTF_CSRF_ENABLED": False,
                "DEMONSTRATION": True,
                "BOUND_HOST": "127.0.0.1",
                "BOLGEPLAN_CLOCK": lambda: NOON,
                **settings,
            }
        )
        app.test_client_class = CheckingClient
        app.jinja_env.bytecode_cache = COMPILED
        made.append(app)
        return app

    yield make
    for app in made:
        with app.app_context():
            db.session.remove()
            db.engine.dispose()


@pytest.fixture(scope="session")
def filled_file(
    tmp_path_factory: pytest.TempPathFactory, make_any_app: MakeApp
) -> Path:
    """Return a SQLite file with the fixtures in it, to be copied."""
    path = tmp_path_factory.mktemp("filled") / "filled.sqlite3"
    _fill(make_any_app(f"sqlite:///{path}"))
    return path


@pytest.fixture(scope="session")
def filled_database(postgres: PostgresServer, make_any_app: MakeApp) -> str:
    """Return the name of a PostgreSQL database with the fixtures in it."""
    name = postgres.create_database()
    _fill(make_any_app(postgres.url(name)))
    return name


def _fill(app: Flask) -> None:
    """Leave nothing beside the file, nor a connection that forbids a copy."""
    with app.app_context():
        database.upgrade()
        seed()
        db.session.remove()
        db.engine.dispose()


@pytest.fixture(scope="session")
def filled_evaluation(
    filled_file: Path, tmp_path_factory: pytest.TempPathFactory, make_any_app: MakeApp
) -> tuple[int, Evaluation]:
    """Return the plan of the fixtures, by its id, and what it comes to."""
    path = tmp_path_factory.mktemp("evaluated") / "filled.sqlite3"
    app = make_any_app(copied(filled_file, path))
    with app.app_context():
        plan = results.current_plan()
        return plan.id, results.evaluation(plan)


@pytest.fixture
def app(
    filled_file: Path,
    filled_evaluation: tuple[int, Evaluation],
    tmp_path: Path,
    make_app: MakeApp,
) -> Flask:
    """Return the app with the fixtures loaded, on SQLite.

    It knows what their plan comes to, as an app does after its first page, until
    something is written.
    """
    app = make_app(copied(filled_file, tmp_path / "bolgeplan.sqlite3"))
    with app.app_context():
        results.keep_evaluation(*filled_evaluation)
        kept = results.results()

        @event.listens_for(db.engine, "before_cursor_execute")
        def forget(*arguments: object) -> None:
            """A test may write past the store, which then raises no revision."""
            if str(arguments[2]).startswith(("INSERT", "UPDATE", "DELETE")):
                kept.forget()

    return app


def copied(filled: Path, path: Path) -> str:
    """Return the address of a copy of a SQLite file."""
    shutil.copy(filled, path)
    return f"sqlite:///{path}"


@pytest.fixture(params=BOTH)
def empty_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Return the address of a database with nothing in it, on both databases."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'empty.sqlite3'}"
    url: str = request.getfixturevalue("postgres_url")
    return url


@pytest.fixture(params=BOTH)
def any_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Return the address of a database with the fixtures, on both databases."""
    if request.param == "sqlite":
        yield copied(request.getfixturevalue("filled_file"), tmp_path / "any.sqlite3")
        return
    server: PostgresServer = request.getfixturevalue("postgres")
    name = server.create_database(request.getfixturevalue("filled_database"))
    yield server.url(name)
    server.drop_database(name)


@pytest.fixture
def any_app(any_url: str, make_app: MakeApp) -> Flask:
    """Return the app with the fixtures loaded, on both databases."""
    return make_app(any_url)


@pytest.fixture
def plan(app: Flask) -> Iterator[PlanRow]:
    """Return the current plan inside the app's context, on SQLite."""
    with app.app_context():
        yield results.current_plan()


@pytest.fixture
def any_plan(any_app: Flask) -> Iterator[PlanRow]:
    """Return the current plan inside the app's context, on both databases."""
    with any_app.app_context():
        yield results.current_plan()


@pytest.fixture
def office() -> User:
    return User("office", Role.PROGRAMME_OFFICE, "Programkontoret")


@pytest.fixture
def council() -> User:
    return User("council", Role.COUNCIL, "Kommunestyret")


@pytest.fixture
def working_group() -> User:
    return User("group", Role.WORKING_GROUP, "Arbeidsgruppa")


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    """Return a client that the demonstration signs in as the programme office."""
    client = app.test_client()
    client.environ_base["HTTP_HOST"] = "localhost"
    return client


@pytest.fixture
def english(client: FlaskClient) -> FlaskClient:
    """Return the programme office's client, in English."""
    client.post("/language", data={"language": "en_GB", "page": "/"})
    return client
