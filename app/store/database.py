"""The database of an installation: where it is, whether it is ready, its upgrades.

Works on SQLite and PostgreSQL. Tables come from the migrations alone.
"""

import sqlite3
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from flask import Flask
from flask_migrate import Migrate
from sqlalchemy import Connection, Engine, inspect
from sqlalchemy.exc import DBAPIError

import app.store.tables  # noqa: F401 - declares every table
from app.extensions import db
from app.store.engine import changing_tables, engine_options, prepare_engine
from app.store.errors import DatabaseError
from app.store.results import Results

MIGRATIONS = Path(__file__).parent / "migrations"
VERSION_TABLE = "alembic_version"
DAMAGED = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})
# What is above these bits of SQLite's codes only details the fault.
PRIMARY_CODE = 0xFF


class State(StrEnum):
    """How the database stands to this version of the code."""

    EMPTY = "empty"
    BEHIND = "behind"
    READY = "ready"
    NEWER = "newer"
    FOREIGN = "foreign"


def init_app(app: Flask) -> None:
    """Give the app its database; nothing connects yet.

    Reads SQLALCHEMY_DATABASE_URI. BOLGEPLAN_CLOCK says what time it is.
    """
    address = normal_address(app.config["SQLALCHEMY_DATABASE_URI"])
    app.config["SQLALCHEMY_DATABASE_URI"] = address
    app.config.setdefault("BOLGEPLAN_CLOCK", _now)
    options = app.config.get("SQLALCHEMY_ENGINE_OPTIONS", {})
    app.config["SQLALCHEMY_ENGINE_OPTIONS"] = {**engine_options(address), **options}
    db.init_app(app)
    Migrate(app, db, directory=str(MIGRATIONS))
    app.extensions["bolgeplan_results"] = Results()
    with app.app_context():
        prepare_engine(db.engine)


def _now() -> datetime:
    return datetime.now(UTC)


def normal_address(address: str) -> str:
    """Name the driver in an address that leaves it out."""
    scheme, separator, rest = address.partition("://")
    if separator and scheme in {"postgres", "postgresql"}:
        return f"postgresql+psycopg://{rest}"
    return address


def state() -> State:
    """Say whether the database can be used as it is.

    Raises:
        DatabaseError: where there is no answer from it.
    """
    if _is_not_made(db.engine):
        return State.EMPTY
    try:
        with db.engine.connect() as connection:
            return _state(connection)
    except DBAPIError as error:
        refuse_damaged(error)
        raise DatabaseError("unreachable", reason=str(error.orig)) from error


def _is_not_made(engine: Engine) -> bool:
    """Whether SQLite has no file yet; asking it would make an empty one."""
    name = engine.url.database
    if engine.dialect.name != "sqlite" or not name or name == ":memory:":
        return False
    return not name.startswith("file:") and not Path(name).exists()


def refuse_damaged(error: DBAPIError) -> None:
    """Refuse where it is SQLite's file that is to blame: waiting would not help.

    Raises:
        DatabaseError: the file is damaged, or is no database.
    """
    code = getattr(error.orig, "sqlite_errorcode", 0) & PRIMARY_CODE
    if code in DAMAGED:
        raise DatabaseError("damaged", reason=str(error.orig)) from error


def require_ready() -> None:
    """Refuse to go on with a database that has not been brought up to date.

    Raises:
        DatabaseError: with what is the matter.
    """
    found = state()
    if found is not State.READY:
        raise DatabaseError(found.value)


def upgrade(revision: str = "head") -> None:
    """Create the tables or bring them up to date: all or nothing.

    Raises:
        DatabaseError: where the database is newer than the code, or another's.
    """
    engine = db.engine
    make_folder(engine)
    try:
        with changing_tables(engine) as connection:
            upgrade_on(connection, revision)
    except DBAPIError as error:
        refuse_damaged(error)
        raise DatabaseError("unreachable", reason=str(error.orig)) from error


def upgrade_on(connection: Connection, revision: str = "head") -> None:
    """The same inside a transaction that somebody else ends."""
    found = _state(connection)
    if found in {State.NEWER, State.FOREIGN}:
        raise DatabaseError(found.value, revision=version(connection) or "")
    command.upgrade(_config(connection), revision)


def downgrade_on(connection: Connection, revision: str) -> None:
    """Take migrations back, with what their tables hold."""
    command.downgrade(_config(connection), revision)


def version(connection: Connection) -> str | None:
    """The migration that the database is at."""
    return MigrationContext.configure(connection).get_current_revision()


def knows_version(revision: str) -> bool:
    """Whether a migration is one of this code."""
    scripts = ScriptDirectory.from_config(_config())
    return revision in {script.revision for script in scripts.walk_revisions()}


def newest_version() -> str:
    """The migration that this code needs."""
    return ScriptDirectory.from_config(_config()).get_current_head() or ""


def _state(connection: Connection) -> State:
    revision = version(connection)
    if revision is None:
        tables = set(inspect(connection).get_table_names()) - {VERSION_TABLE}
        return State.FOREIGN if tables else State.EMPTY
    if not knows_version(revision):
        return State.NEWER
    return State.READY if revision == newest_version() else State.BEHIND


def _config(connection: Connection | None = None) -> Config:
    config = Config()
    config.attributes["connection"] = connection
    # A percent sign in a folder's name would be read as the start of a variable.
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return config


def make_folder(engine: Engine) -> None:
    """Make the folder that a SQLite file is to stand in."""
    file = engine.url.database
    if engine.dialect.name == "sqlite" and file and file != ":memory:":
        Path(file).parent.mkdir(parents=True, exist_ok=True)
