"""Backups: everything in the database in one file that either database can read.

Tables are taken as the database has them, so that a backup can be made before an
upgrade and is still read after it: it is loaded into the tables of its own time, which
are then brought up to date.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from flask import current_app
from sqlalchemy import Connection, MetaData, func, select, text
from sqlalchemy.exc import StatementError

from app.extensions import db
from app.store import database
from app.store.archive import (
    Header,
    TableRow,
    Trailer,
    read_rows,
    verify_archive,
    write_archive,
)
from app.store.database import VERSION_TABLE, State
from app.store.engine import changing_tables
from app.store.errors import BackupError, DatabaseError
from app.store.mirror import (
    columns_from_plain,
    columns_to_plain,
    last_numbers,
    reflect,
    set_last_numbers,
)
from app.store.results import results
from app.store.tables import ProgrammeRow

BATCH = 500
# Files may be large: one at a time.
ALONE = frozenset({"stored_file"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Saved:
    """What a backup holds."""

    migration: str
    made: datetime
    rows: Mapping[str, int]


def backup(path: Path, *, overwrite: bool = False) -> Saved:
    """Write everything that the database holds, as of one moment.

    Raises:
        BackupError: where the file is there already or can't be written.
        DatabaseError: where there is nothing to write.
    """
    found = database.state()
    if found in {State.EMPTY, State.FOREIGN}:
        raise DatabaseError(found.value)
    db.session.rollback()
    with db.engine.connect() as connection, connection.begin():
        header = Header(
            migration=database.version(connection) or "",
            made=current_app.config["BOLGEPLAN_CLOCK"]().isoformat(),
        )
        trailer = write_archive(
            path,
            header,
            _rows(connection),
            last_numbers(connection),
            overwrite=overwrite,
        )
    return _saved(header, trailer)


def _rows(connection: Connection) -> Iterator[TableRow]:
    """Every row; what is referred to comes first."""
    for table in reflect(connection).sorted_tables:
        ordered = select(table).order_by(*table.primary_key.columns)
        for row in connection.execute(ordered).mappings():
            yield table.name, columns_to_plain(row)


def restore(path: Path, *, replace: bool = False) -> Saved:
    """Load a backup, all or nothing, after it has been verified to its end.

    Args:
        path: the backup.
        replace: give up what the database holds now.

    Raises:
        BackupError: where the backup can't be used, or the database isn't empty.
        DatabaseError: where the database is another's, or does not answer.
    """
    header, trailer = verify_archive(path)
    if not database.knows_version(header.migration):
        raise BackupError("newer", path=str(path), migration=header.migration)
    if database.state() is State.FOREIGN:
        raise DatabaseError(State.FOREIGN.value)
    db.session.rollback()
    database.make_folder(db.engine)
    try:
        with changing_tables(db.engine) as connection:
            _replace(connection, path, header, trailer, replace=replace)
    except StatementError as error:
        raise BackupError("not-loaded", reason=str(error.orig)) from error
    except (TypeError, ValueError) as error:
        raise BackupError("not-loaded", reason=str(error)) from error
    results().forget()
    return _saved(header, trailer)


def _replace(
    connection: Connection,
    path: Path,
    header: Header,
    trailer: Trailer,
    *,
    replace: bool,
) -> None:
    present = reflect(connection, and_version=True)
    held = _count(connection, present)
    if held and not replace:
        raise BackupError("not-empty", rows=held)
    revision = _revision(connection, present)
    present.drop_all(connection)
    database.upgrade_on(connection, header.migration)
    _insert(connection, path, reflect(connection))
    set_last_numbers(connection, trailer.numbers)
    database.upgrade_on(connection)
    _raise_revision_above(connection, revision)


def _count(connection: Connection, metadata: MetaData) -> int:
    """How many rows people or fixtures have put there."""
    return sum(
        connection.scalar(select(func.count()).select_from(table)) or 0
        for table in metadata.sorted_tables
        if table.name != VERSION_TABLE
    )


def _revision(connection: Connection, metadata: MetaData) -> int:
    table = metadata.tables.get(ProgrammeRow.__tablename__)
    if table is None:
        return -1
    found: int | None = connection.scalar(select(table.c.revision))
    return -1 if found is None else found


def _insert(connection: Connection, path: Path, metadata: MetaData) -> None:
    if connection.dialect.name == "postgresql":
        connection.execute(text("SET CONSTRAINTS ALL DEFERRED"))
    for name, rows in _batches(path):
        table = metadata.tables.get(name)
        if table is None or set(rows[0]) - set(table.columns.keys()):
            raise BackupError("damaged", path=str(path))
        connection.execute(
            table.insert(), [columns_from_plain(table, row) for row in rows]
        )


def _batches(path: Path) -> Iterator[tuple[str, list[Mapping[str, Any]]]]:
    """Rows of one table that stand together, so many at a time."""
    name, rows = "", list[Mapping[str, Any]]()
    for table, values in read_rows(path):
        most = 1 if name in ALONE else BATCH
        if rows and (table != name or len(rows) == most):
            yield name, rows
            rows = []
        name = table
        rows.append(values)
    if rows:
        yield name, rows


def _raise_revision_above(connection: Connection, revision: int) -> None:
    """Nobody who has kept answers may take the new rows for the old ones."""
    table = ProgrammeRow.__table__
    connection.execute(
        table.update()  # type: ignore[attr-defined]  # a mapped class has a table
        .where(table.c.revision <= revision)
        .values(revision=revision + 1)
    )


def _saved(header: Header, trailer: Trailer) -> Saved:
    return Saved(
        migration=header.migration,
        made=datetime.fromisoformat(header.made),
        rows=trailer.rows,
    )
