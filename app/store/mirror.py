"""The tables as the database itself describes them, at whatever migration it is.

Values cross as plain ones: ISO texts for dates, UTC for instants, base64 for bytes.
"""

from base64 import b64decode, b64encode
from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import (
    JSON,
    Connection,
    Date,
    DateTime,
    LargeBinary,
    MetaData,
    Table,
    event,
    func,
    inspect,
    select,
    text,
)

from app.store.database import VERSION_TABLE


def reflect(connection: Connection, *, and_version: bool = False) -> MetaData:
    """The tables that there are now."""
    metadata = MetaData()
    event.listen(metadata, "column_reflect", _one_kind_of_nothing)
    metadata.reflect(
        connection, only=lambda name, _: and_version or name != VERSION_TABLE
    )
    return metadata


def _one_kind_of_nothing(_inspector: Any, _table: Table, column: Any) -> None:
    """Nothing is written as NULL, not as JSON's null."""
    if isinstance(column["type"], JSON):
        column["type"] = JSON(none_as_null=True)


def columns_to_plain(row: Mapping[Any, Any]) -> dict[str, Any]:
    """A row, ready for JSON."""
    return {str(name): _plain(value) for name, value in row.items()}


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        aware = value.replace(tzinfo=UTC) if value.tzinfo is None else value
        return aware.astimezone(UTC).isoformat()
    if isinstance(value, bytes | memoryview):
        return b64encode(value).decode()
    return value.isoformat() if isinstance(value, date) else value


def columns_from_plain(table: Table, row: Mapping[str, Any]) -> dict[str, Any]:
    """A row as its table takes it."""
    return {name: _typed(table, name, value) for name, value in row.items()}


def _typed(table: Table, name: str, value: Any) -> Any:
    kind = table.columns[name].type
    if value is None:
        return None
    if isinstance(kind, DateTime):
        instant = datetime.fromisoformat(value)
        return instant if kind.timezone else instant.replace(tzinfo=None)
    if isinstance(kind, LargeBinary):
        return b64decode(value, validate=True)
    return date.fromisoformat(value) if isinstance(kind, Date) else value


def last_numbers(connection: Connection) -> dict[str, int]:
    """The last number that each table gave out, for rows that may be gone now."""
    if connection.dialect.name == "sqlite":
        rows = connection.execute(text("SELECT name, seq FROM sqlite_sequence"))
        return {name: number for name, number in rows.tuples() if number}
    found = {}
    for table, sequence in _sequences(connection):
        last = text(f"SELECT last_value FROM {sequence} WHERE is_called")  # noqa: S608 - quoted by PostgreSQL
        number = connection.scalar(last)
        if number:
            found[table] = int(number)
    return found


def set_last_numbers(connection: Connection, numbers: Mapping[str, int]) -> None:
    """Go on counting after these, and after the rows that are there."""
    if connection.dialect.name == "sqlite":
        _set_sqlite_numbers(connection, numbers)
        return
    metadata = reflect(connection)
    for name, sequence in _sequences(connection):
        greatest = connection.scalar(select(func.max(metadata.tables[name].c.id))) or 0
        number = max(greatest, numbers.get(name, 0))
        connection.execute(
            text("SELECT setval(:sequence, :number, :called)"),
            {"sequence": sequence, "number": number or 1, "called": number > 0},
        )


def _set_sqlite_numbers(connection: Connection, numbers: Mapping[str, int]) -> None:
    """SQLite knows a table's number only once it has had a row."""
    numbered = connection.scalars(
        text("SELECT name FROM sqlite_master WHERE sql LIKE '%AUTOINCREMENT%'")
    ).all()
    for table in sorted(set(numbered) & set(numbers)):
        values = {"name": table, "seq": numbers[table]}
        raised = connection.execute(
            text("UPDATE sqlite_sequence SET seq = max(seq, :seq) WHERE name = :name"),
            values,
        )
        if not raised.rowcount:
            connection.execute(
                text("INSERT INTO sqlite_sequence (name, seq) VALUES (:name, :seq)"),
                values,
            )


def _sequences(connection: Connection) -> list[tuple[str, str]]:
    """Tables whose rows are numbered, with what PostgreSQL numbers them by."""
    found = []
    for table in sorted(inspect(connection).get_table_names()):
        columns = {column["name"] for column in inspect(connection).get_columns(table)}
        if "id" in columns:
            sequence = connection.scalar(
                text("SELECT pg_get_serial_sequence(:name, 'id')"),
                {"name": f'"{table}"'},
            )
            if sequence:
                found.append((table, sequence))
    return found
