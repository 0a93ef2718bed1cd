"""How transactions begin, on SQLite and on PostgreSQL.

A transaction that reads sees one state of the database for as long as it lasts. One
that writes takes its turn at its first statement, so that nothing it has read can be
changed by another before it commits.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, Engine, event, text
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session, scoped_session

PATIENCE_MS = 20_000
MIGRATION_TURN = 7_326_001

WRITES = "bolgeplan_writes"


def engine_options(address: str) -> dict[str, Any]:
    """What SQLAlchemy needs to know before it connects."""
    if address.startswith("sqlite"):
        return {"connect_args": {"timeout": PATIENCE_MS / 1000}}
    return {"isolation_level": "REPEATABLE READ", "pool_pre_ping": True}


def prepare_engine(engine: Engine) -> None:
    """Make SQLite keep its promises; PostgreSQL does by itself."""
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _set_pragmas)
        event.listen(engine, "begin", _begin)


def _set_pragmas(connection: Any, _record: object) -> None:
    # The driver would begin transactions late and by itself; `_begin` does instead.
    connection.isolation_level = None
    for pragma in (
        f"busy_timeout={PATIENCE_MS}",
        "journal_mode=WAL",
        "synchronous=FULL",
        "foreign_keys=ON",
    ):
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get(WRITES, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def begin_writing(
    session: Session | scoped_session[Any], *, whole: bool = False
) -> None:
    """End what the session reads and begin a transaction that writes.

    What the session had read is read anew when it is next used. `whole` also keeps
    out those who would write before there is a programme row to queue at.
    """
    session.rollback()
    options: dict[str, Any] = {WRITES: True}
    if session.get_bind().dialect.name == "sqlite":
        connection = session.connection(execution_options=options)
        connection.exec_driver_sql("PRAGMA defer_foreign_keys=ON")
        return
    # Each statement after the wait for one's turn must see what the others did.
    options["isolation_level"] = "READ COMMITTED"
    connection = session.connection(execution_options=options)
    if whole:
        connection.execute(text("LOCK TABLE programme IN EXCLUSIVE MODE"))
    else:
        connection.execute(text("SELECT id FROM programme FOR UPDATE"))
    connection.execute(text("SET CONSTRAINTS ALL DEFERRED"))


@contextmanager
def changing_tables(engine: Engine) -> Iterator[Connection]:
    """Yield a connection on which tables may be made and removed, all or nothing."""
    with engine.connect() as connection:
        if engine.dialect.name == "sqlite":
            with _sqlite_changing_tables(connection):
                yield connection
            return
        with connection.execution_options(isolation_level="READ COMMITTED").begin():
            connection.execute(
                text("SELECT pg_advisory_xact_lock(:turn)"), {"turn": MIGRATION_TURN}
            )
            # A table that somebody reads is not waited for without end.
            connection.execute(text(f"SET LOCAL lock_timeout = {PATIENCE_MS}"))
            yield connection


@contextmanager
def _sqlite_changing_tables(connection: Connection) -> Iterator[None]:
    # A table that is made anew is dropped in between, which references to it
    # would forbid; the switch has no effect inside a transaction.
    driver = connection.connection.dbapi_connection
    assert driver is not None  # noqa: S101 - the pool has just handed it out
    driver.execute("PRAGMA foreign_keys=OFF")
    try:
        with connection.execution_options(**{WRITES: True}).begin():
            yield
            broken = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
            if broken:
                told = ValueError(f"references to rows that are not there: {broken}")
                raise IntegrityError("foreign_key_check", None, told)
    finally:
        driver.execute("PRAGMA foreign_keys=ON")
