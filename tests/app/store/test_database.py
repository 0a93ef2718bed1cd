"""The database: its migrations, its state, who may change its tables."""

import sqlite3
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import inspect, select, text
from sqlalchemy.exc import DBAPIError, OperationalError

from app.extensions import Base, db
from app.store import database
from app.store.database import State
from app.store.engine import changing_tables
from app.store.errors import DatabaseError
from app.store.tables import MunicipalityRow


@pytest.fixture
def empty(empty_url, make_app):
    with make_app(empty_url).app_context():
        yield


def test_migrations_build_exactly_the_declared_tables(empty):
    database.upgrade()
    with db.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, Base.metadata) == []


def test_declared_names_of_constraints_are_the_ones_in_the_database(empty):
    database.upgrade()
    found = inspect(db.engine)
    for table in Base.metadata.sorted_tables:
        declared = {key.name for key in table.foreign_key_constraints}
        present = {key["name"] for key in found.get_foreign_keys(table.name)}
        assert present == {str(name) for name in declared} or not declared


def test_an_empty_database_becomes_ready_and_stays_so(empty):
    assert database.state() is State.EMPTY
    database.upgrade()
    assert database.state() is State.READY
    database.upgrade()
    database.require_ready()


def test_a_database_between_two_migrations_is_behind(empty):
    database.upgrade("0001")
    assert database.state() is State.BEHIND
    with pytest.raises(DatabaseError, match="behind"):
        database.require_ready()
    database.upgrade()
    assert database.state() is State.READY


def test_every_migration_can_be_taken_back(empty):
    database.upgrade()
    with changing_tables(db.engine) as connection:
        database.downgrade_on(connection, "base")
    tables = inspect(db.engine).get_table_names()
    assert set(tables) <= {database.VERSION_TABLE}


def test_a_database_newer_than_the_code_is_refused(empty):
    database.upgrade()
    with db.engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    assert database.state() is State.NEWER
    with pytest.raises(DatabaseError) as refused:
        database.upgrade()
    assert refused.value.kind == "newer"
    assert refused.value.values["revision"] == "9999"


def test_a_database_of_another_is_left_alone(empty):
    with db.engine.begin() as connection:
        connection.execute(text("CREATE TABLE recipe (id INTEGER PRIMARY KEY)"))
    with pytest.raises(DatabaseError) as refused:
        database.upgrade()
    assert refused.value.kind == "foreign"
    assert inspect(db.engine).get_table_names() == ["recipe"]


def test_an_upgrade_that_fails_leaves_nothing_behind(empty):
    with pytest.raises(RuntimeError, match="power"):
        _upgrade_and_fail()
    assert inspect(db.engine).get_table_names() == []


def _upgrade_and_fail() -> None:
    with changing_tables(db.engine) as connection:
        database.upgrade_on(connection)
        raise RuntimeError("power")


def test_a_file_in_a_folder_that_is_not_there_gets_its_folder(tmp_path, make_app):
    path = tmp_path / "new" / "folder" / "plan.sqlite3"
    with make_app(f"sqlite:///{path}").app_context():
        database.upgrade()
        assert database.state() is State.READY


def test_a_server_that_does_not_answer_is_named_as_such(make_app, tmp_path):
    url = f"postgresql://nobody@/nothing?host={tmp_path}&port=1"
    with make_app(url).app_context(), pytest.raises(DatabaseError) as refused:
        database.state()
    assert refused.value.kind == "unreachable"


@pytest.mark.parametrize("use", [database.state, database.upgrade])
def test_a_file_that_is_no_database_is_named_as_such(make_app, tmp_path, use):
    path = tmp_path / "letter.sqlite3"
    path.write_text("Dear council, " * 100, encoding="utf-8")
    with make_app(f"sqlite:///{path}").app_context():
        with pytest.raises(DatabaseError) as refused:
            use()
        assert refused.value.kind == "damaged"


def test_a_database_that_is_damaged_inside_is_told_from_one_that_is_busy(app):
    with app.app_context():
        file = Path(db.engine.url.database)
        db.engine.dispose()
    damage(file)
    with app.app_context():
        with pytest.raises(DBAPIError) as failed:
            db.session.execute(select(MunicipalityRow)).all()
        with pytest.raises(DatabaseError) as refused:
            database.refuse_damaged(failed.value)
        assert refused.value.kind == "damaged"
    busy = OperationalError("", {}, sqlite3.OperationalError("database is locked"))
    database.refuse_damaged(busy)


def damage(file: Path) -> None:
    """Overwrite all that stands after the first pages, as a bad disk does."""
    content = bytearray(file.read_bytes())
    for at in range(32 * 4096, len(content)):
        content[at] = 0x5A
    file.write_bytes(bytes(content))


@pytest.mark.parametrize(
    ("written", "normal"),
    [
        ("postgres://u@h/d", "postgresql+psycopg://u@h/d"),
        ("postgresql://u@h/d", "postgresql+psycopg://u@h/d"),
        ("postgresql+psycopg://u@h/d", "postgresql+psycopg://u@h/d"),
        ("sqlite:////data/a.db", "sqlite:////data/a.db"),
    ],
)
def test_addresses_name_their_driver(written, normal):
    assert database.normal_address(written) == normal
