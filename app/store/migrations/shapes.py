"""How migrations write their tables: groups of columns, and names for constraints.

Old migrations use these, so what is here never changes; a new shape gets a new name.
"""

from collections.abc import Mapping, Sequence
from typing import Any

import sqlalchemy as sa
from alembic import op

Columns = Sequence[sa.Column[Any]]


def create_table(
    name: str,
    key: tuple[str, ...],
    *groups: Columns,
    refers: Mapping[str, str] | None = None,
    unique: tuple[str, ...] = (),
    never_again: bool = False,
) -> None:
    """Create a table; `refers` says which column refers to which other.

    The number of a row that has gone is not used again where `never_again`.
    """
    constraints: list[sa.Constraint] = [
        sa.ForeignKeyConstraint(
            [column],
            [target],
            name=f"fk_{name}_{column}_{target.partition('.')[0]}",
            deferrable=True,
        )
        for column, target in (refers or {}).items()
    ]
    constraints.append(sa.PrimaryKeyConstraint(*key, name=f"pk_{name}"))
    if unique:
        constraints.append(sa.UniqueConstraint(*unique, name=f"uq_{name}_{unique[0]}"))
    op.create_table(
        name,
        *(column for group in groups for column in group),
        *constraints,
        sqlite_autoincrement=never_again,
    )


def columns(kind: Any, *names: str, optional: bool = False) -> Columns:
    """Columns of one type."""
    return [sa.Column(name, kind, nullable=optional) for name in names]


def texts(*, optional: bool = False, **lengths: int) -> Columns:
    """Columns of text, each with its greatest length."""
    return [
        sa.Column(name, sa.String(length), nullable=optional)
        for name, length in lengths.items()
    ]


def provenance() -> Columns:
    """Where a row's facts come from, with a note in every language."""
    where = texts(source=200, reference=1000, confidence=20)
    return [*where, *columns(sa.JSON(), "note")]


def planned() -> Columns:
    """A planned window."""
    days = columns(sa.Date(), "window_first", "window_last", optional=True)
    return [*days, *texts(precision=20)]


def actual() -> Columns:
    """When it happened."""
    days = columns(sa.Date(), "actual_first", "actual_last", optional=True)
    return [*days, *texts(actual_precision=20)]
