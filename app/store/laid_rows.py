"""The rows that a scenario has written over its plan, kept to be put there again.

What a scenario comes to depends on the revision of the installation and on its own
version alone. Each change is weighed once for both; every further page in it puts the
same values into the same rows.
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from sqlalchemy import event, select
from sqlalchemy.orm import Session

from app.extensions import db
from app.store.replay import Row, put_rows
from app.store.rows import Values, read_row, row_key, table_named
from app.store.tables import ProgrammeRow, ScenarioRow

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Kept(Generic[T]):
    """How the changes stand, and the rows as they are with them."""

    laid: T
    rows: Mapping[Row, Values]

    def put(self) -> None:
        """Put the rows there again."""
        put_rows(self.rows)


def key_of(scenario: ScenarioRow) -> tuple[Any, ...]:
    """By what it is found: what was adopted changes nothing any more."""
    revision = db.session.scalar(select(ProgrammeRow.revision))
    is_adopted = scenario.adopted_at is not None
    return "laid", scenario.id, scenario.version, is_adopted, revision


@contextmanager
def noting(session: Session) -> Iterator[dict[Row, None]]:
    """Note the rows that the session writes meanwhile."""
    rows: dict[Row, None] = {}

    def note(session: Session, *_: Any) -> None:
        rows.update({(it.__tablename__, row_key(it)): None for it in session.dirty})

    event.listen(session, "before_flush", note)
    try:
        yield rows
    finally:
        event.remove(session, "before_flush", note)


def read_rows(rows: Iterable[Row]) -> Mapping[Row, Values]:
    """The rows as they are now; one that is not there is left out."""
    found = {row: read_row(table_named(row[0]), row[1]) for row in rows}
    return {row: values for row, values in found.items() if values is not None}
