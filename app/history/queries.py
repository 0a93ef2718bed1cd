"""Reads of the history; nothing of it ever changes."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from flask import abort
from sqlalchemy import ColumnElement, func, or_, select

from app.addresses import moment_in_address
from app.extensions import db
from app.past_changes import PastChange, list_past_changes, writer_name
from app.store.tables import ChangeItemRow, ChangeRow

PAGE_SIZE = 50


@dataclass(frozen=True, slots=True)
class Asked:
    """What the reader asked for in the address; empty is everything."""

    by: str = ""
    municipality: str = ""
    wave: str = ""
    since: datetime | None = None
    page: int = 1

    @property
    def is_filtered(self) -> bool:
        return bool(self.by or self.municipality or self.wave or self.since)

    @property
    def since_in_address(self) -> str:
        """The moment after which changes are asked for; empty for all of them."""
        return moment_in_address(self.since) if self.since else ""

    def arguments(self, page: int | None = None) -> dict[str, str]:
        """The same as the query of an address, on that page or another."""
        number = self.page if page is None else page
        given = {
            "by": self.by,
            "municipality": self.municipality,
            "wave": self.wave,
            "since": self.since_in_address,
            "page": str(number) if number > 1 else "",
        }
        return {key: value for key, value in given.items() if value}


def list_changes(asked: Asked) -> list[PastChange]:
    """One page of changes, newest first."""
    return list_past_changes(
        select(ChangeRow.id)
        .where(*_conditions(asked))
        .order_by(ChangeRow.id.desc())
        .limit(PAGE_SIZE)
        .offset((asked.page - 1) * PAGE_SIZE)
    )


def list_items(changes: Iterable[PastChange]) -> dict[int, list[ChangeItemRow]]:
    """What some changes touched, by change."""
    found: dict[int, list[ChangeItemRow]] = {change.id: [] for change in changes}
    rows = db.session.scalars(
        select(ChangeItemRow)
        .where(ChangeItemRow.change_id.in_(found))
        .order_by(ChangeItemRow.id)
    )
    for row in rows:
        found[row.change_id].append(row)
    return found


def count_changes(asked: Asked) -> int:
    """How many changes there are in all."""
    return (
        db.session.scalar(select(func.count(ChangeRow.id)).where(*_conditions(asked)))
        or 0
    )


def _conditions(asked: Asked) -> list[ColumnElement[bool]]:
    """A wave and a municipality are found where the change itself names them."""
    values = ChangeRow.values
    conditions: list[ColumnElement[bool]] = []
    if asked.by:
        conditions.append(ChangeRow.by == asked.by)
    if asked.since:
        conditions.append(ChangeRow.at > asked.since)
    if asked.municipality:
        conditions.append(
            or_(
                values["municipality"].as_string() == asked.municipality,
                _lists(values["municipalities"], asked.municipality),
            )
        )
    if asked.wave:
        named = (values[key].as_string() for key in ("wave", "before", "after"))
        listed = _lists(values["waves"], asked.wave)
        conditions.append(or_(listed, *(it == asked.wave for it in named)))
    return conditions


def _lists(values: Any, wanted: str) -> ColumnElement[bool]:
    """Whether a list, which both databases give as JSON, holds a code or number."""
    found: ColumnElement[bool] = values.as_string().contains(
        json.dumps(wanted), autoescape=True
    )
    return found


def get_change(change_id: int) -> ChangeRow:
    """Return a change; an unknown one is not found."""
    return db.session.get(ChangeRow, change_id) or abort(404)


def list_writers() -> list[tuple[str, str]]:
    """Who has written, by key, with the name of their last change."""
    last = select(func.max(ChangeRow.id)).group_by(ChangeRow.by)
    rows = db.session.execute(
        select(ChangeRow.by, ChangeRow.by_name).where(ChangeRow.id.in_(last))
    )
    named = ((by, writer_name(by, name)) for by, name in rows)
    return sorted(named, key=lambda it: it[1])


def list_undoings() -> list[tuple[int, int]]:
    """Every change that undid another, oldest first: its own id and the other's."""
    rows = db.session.execute(
        select(ChangeRow.id, ChangeRow.undoes_id)
        .where(ChangeRow.undoes_id.is_not(None))
        .order_by(ChangeRow.id)
    )
    return [(id, undone) for id, undone in rows if undone is not None]
