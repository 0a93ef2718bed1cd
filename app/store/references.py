"""Which rows refer to a row: what would be left dangling if it went."""

from collections.abc import Iterator

from sqlalchemy import ForeignKey, select

from app.extensions import Base, db


def find_reference(table: str, key: str) -> tuple[str, str] | None:
    """The table and key of a row that refers to this one, if there is any."""
    for reference in _references_to(table):
        column = reference.parent
        sought = int(key) if column.type.python_type is int else key
        keys = select(*column.table.primary_key.columns).where(column == sought)
        found = db.session.execute(keys).first()
        if found is not None:
            return column.table.name, ".".join(str(part) for part in found)
    return None


def _references_to(table: str) -> Iterator[ForeignKey]:
    for other in Base.metadata.sorted_tables:
        for reference in sorted(other.foreign_keys, key=lambda it: it.parent.name):
            if reference.column.table.name == table:
                yield reference
