"""Rows as plain values: what the history keeps of them, and back again.

A row is named by its table and its key: the parts of its primary key, joined by
dots. Values are ready for JSON: dates as ISO text, sums of money as decimal text.
"""

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import Column, Date, Table, and_, inspect, select

import app.store.tables  # noqa: F401 - declares every table
from app.extensions import Base, db
from app.store.columns import Hundredths, UtcDateTime

Values = dict[str, Any]


def row_key(row: Base) -> str:
    """The key of a row that is in the database."""
    identity = inspect(row).identity
    if identity is None:
        raise ValueError(f"{row!r} has no key yet")
    return ".".join(str(part) for part in identity)


def table_named(name: str) -> Table:
    """A declared table."""
    return Base.metadata.tables[name]


def read_row(table: Table, key: str) -> Values | None:
    """The row as the database has it now, or None."""
    found = db.session.execute(select(table).where(is_row(table, key))).mappings()
    row = found.one_or_none()
    return None if row is None else plain(row)


def is_row(table: Table, key: str) -> Any:
    """The condition that picks one row of a table."""
    columns = table.primary_key.columns
    parts = key.split(".", len(columns) - 1)
    return and_(
        *(
            column == (int(part) if column.type.python_type is int else part)
            for column, part in zip(columns, parts, strict=True)
        )
    )


def plain(row: Mapping[Any, Any]) -> Values:
    """The values of a row, ready for JSON."""
    return {str(name): plain_value(value) for name, value in row.items()}


def plain_value(value: Any) -> Any:
    """One value, ready for JSON."""
    if isinstance(value, date | datetime):
        return value.isoformat()
    return str(value) if isinstance(value, Decimal) else value


def rich_value(column: Column[Any], value: Any) -> Any:
    """A value from JSON as its column takes it."""
    if value is None:
        return None
    if isinstance(column.type, Hundredths):
        return Decimal(value)
    if isinstance(column.type, Date):
        return date.fromisoformat(value)
    if isinstance(column.type, UtcDateTime):
        return datetime.fromisoformat(value)
    return value
