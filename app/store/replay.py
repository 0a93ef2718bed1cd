"""Doing again what was kept: values put into rows past the session.

Rows keep their numbers, and references may dangle until the end. Whoever does so in
a write lets its capture touch each row before.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from sqlalchemy import update

from app.extensions import db
from app.store.errors import ItemChange
from app.store.rows import Values, is_row, rich_value, table_named

Touch = Callable[[str, str], None]
Row = tuple[str, str]


def fields_by_row(items: Iterable[ItemChange]) -> Mapping[Row, Values]:
    """What each row is set to, row by row in the order given."""
    found: dict[Row, Values] = {}
    for item in items:
        found.setdefault((item.table, item.row_key), {})[item.field] = item.after
    return found


def put_values(name: str, key: str, values: Mapping[str, Any]) -> None:
    """Set some fields of a row that is there; what was read of it is forgotten."""
    put_rows({(name, key): values})


def put_rows(rows: Mapping[Row, Mapping[str, Any]]) -> None:
    """The same, of several rows."""
    connection = db.session.connection()
    for (name, key), values in rows.items():
        table = table_named(name)
        rich = {field: rich_value(table.c[field], it) for field, it in values.items()}
        connection.execute(update(table).where(is_row(table, key)).values(rich))
    db.session.expire_all()
