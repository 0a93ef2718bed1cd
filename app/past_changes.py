"""Changes as lists tell them: all that is kept of each but its long parts.

A delay of the main project moves more than a thousand dates and the money of every
municipality, and a list needs none of them. What is kept of a change never alters,
so that it is read once and remembered.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from flask import current_app
from flask_babel import gettext as _
from sqlalchemy import Select, select

from app.access import Role, role_name
from app.extensions import db
from app.filters import moment
from app.store.errors import ClashError
from app.store.results import Results
from app.store.tables import ChangeRow
from planning.snapshot import ActivityKind

REMEMBERED = 2000
DEMONSTRATION, COMMAND_LINE = "demonstration", "command-line"
EXTENSION = "bolgeplan_past_changes"
DATES, STAYING, MONEY = "moved", "conflicts_stay", "money"
"""The long parts of the document: every date, what stayed, everybody's money."""
LIMITS = "limits"
"""Of the dates that moved what is kept: each limit, with its days before and after."""

Key = tuple[int, int, datetime]
Document = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class PastChange:
    """A change without its long lists; `moved` has the rest of it.

    Of the conflicts that stayed it has the number, of the money what it is in all, and
    of the dates the limits.
    """

    id: int
    at: datetime
    by: str
    by_name: str
    what: str
    values: dict[str, Any]
    moved: dict[str, Any]
    undoes_id: int | None


def list_past_changes(chosen: Select[tuple[int]]) -> list[PastChange]:
    """Return the changes whose ids a query chooses, in the order it gives."""
    ids = list(db.session.scalars(chosen))
    rows = db.session.execute(
        select(
            ChangeRow.id,
            ChangeRow.revision,
            ChangeRow.at,
            ChangeRow.by,
            ChangeRow.by_name,
            ChangeRow.what,
            ChangeRow.values,
            ChangeRow.undoes_id,
        ).where(ChangeRow.id.in_(ids))
    )
    by_id = {row.id: row for row in rows}
    documents = _documents((row.id, row.revision, row.at) for row in by_id.values())
    return [
        PastChange(
            id=row.id,
            at=row.at,
            by=row.by,
            by_name=row.by_name,
            what=row.what,
            values=row.values,
            moved=documents[row.id],
            undoes_id=row.undoes_id,
        )
        for row in (by_id[id] for id in ids)
    ]


def writer_name(by: str, by_name: str) -> str:
    """Name who wrote, in the reader's own language where the key says who it is.

    That is so of the roles of the demonstration, and of the command line: of this the
    account stands in brackets, whatever language the rest was written in.
    """
    if by == COMMAND_LINE:
        _name, bracket, account = by_name.partition(" (")
        return f"{_('Command line')}{bracket}{account}"
    prefix, _separator, role = by.partition(".")
    if prefix != DEMONSTRATION or role not in set(Role):
        return by_name
    return _("%(role)s (demonstration)", role=role_name(Role(role)))


def _documents(keys: Iterable[Key]) -> dict[int, dict[str, Any]]:
    """What moved with each change, shortened; only what is new is read."""
    remembered = _remembered()
    found: dict[int, dict[str, Any]] = {}
    missing: dict[int, Key] = {}
    for key in keys:
        document = remembered.find(key)
        if document is None:
            missing[key[0]] = key
        else:
            found[key[0]] = document
    if not missing:
        return found
    rows = db.session.execute(
        select(ChangeRow.id, ChangeRow.moved).where(ChangeRow.id.in_(missing))
    )
    for id, moved in rows:
        found[id] = _shortened(moved)
        remembered.keep(missing[id], found[id])
    return found


def _shortened(moved: Document) -> dict[str, Any]:
    short = {name: part for name, part in moved.items() if name != DATES}
    if DATES in moved:
        short[LIMITS] = _limits(moved[DATES])
    if isinstance(short.get(STAYING), list):
        short[STAYING] = len(short[STAYING])
    if MONEY in short:
        short[MONEY] = {**short[MONEY], "municipalities": []}
    return short


def _limits(dates: Iterable[Document]) -> dict[str, Any]:
    return {
        it["id"]: (it["before"], it["after"])
        for it in dates
        if it["kind"] == ActivityKind.LIMIT
    }


def _remembered() -> Results:
    """What this app remembers; the key tells a restored change from another."""
    extensions = current_app.extensions
    found: Results = extensions.setdefault(EXTENSION, Results(REMEMBERED))
    return found


def who_was_first(error: ClashError) -> str:
    """Tell who changed the same thing, and when."""
    name = writer_name(error.by, error.by_name) or _("Another user")
    if error.at is None:
        return _(
            "%(name)s changed the same thing after you had opened the page. "
            "Nothing of yours was saved.",
            name=name,
        )
    return _(
        "%(name)s changed the same thing after you had opened the page, on %(when)s. "
        "Nothing of yours was saved.",
        name=name,
        when=moment(error.at),
    )
