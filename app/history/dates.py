"""Every date that moved with a change, whose it is, and because of what.

Told from what the history keeps. Dates in the document are half-open; shown is the
last day of work.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from flask_babel import gettext as _

from app.change_words import Told
from app.filters import short_date, span
from app.moved import presumed_warning
from app.store.names import Names
from planning.rollout import GO_LIVE, Owner

Document = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class MovedRow:
    """One date before and after; a side is empty where it was not in the plan."""

    what: str
    before: str
    after: str
    days: int
    because: str


@dataclass(frozen=True, slots=True)
class MovedGroup:
    """The dates of one municipality, or of the waves, trusts or programme."""

    key: str
    heading: str
    rows: tuple[MovedRow, ...]


@dataclass(frozen=True, slots=True)
class MovedDates:
    """Every date that moved, and what silence is taken for now."""

    groups: tuple[MovedGroup, ...]
    presumed: str


def moved_dates(change: Told, names: Names) -> MovedDates:
    """Every date that moved, grouped by whose it is, in the order of the plan."""
    order = list(Owner)
    moved = sorted(
        change.moved.get("moved", ()), key=lambda it: order.index(Owner(it["owner"]))
    )
    return MovedDates(
        groups=tuple(_groups(moved, names)),
        presumed=presumed_warning(change),
    )


def _groups(moved: list[Document], names: Names) -> Iterator[MovedGroup]:
    """Municipalities have a group each; the sorting is stable."""
    for key, dates in groupby(moved, key=_group_key):
        rows = tuple(_row(it, names) for it in dates)
        yield MovedGroup(key, _heading(key, names), rows)


def _group_key(it: Document) -> str:
    is_municipality = it["owner"] == Owner.MUNICIPALITY
    return str(it["owner_id"] if is_municipality else it["owner"])


def _heading(key: str, names: Names) -> str:
    headings = {
        Owner.PROGRAMME: _("The programme"),
        Owner.WAVE: _("Waves"),
        Owner.TRUST: _("Hospital trusts"),
    }
    return headings[Owner(key)] if key in set(Owner) else names.municipality(key)


def _row(it: Document, names: Names) -> MovedRow:
    return MovedRow(
        what=_what(it, names),
        before=_dates_text(it["before"]),
        after=_dates_text(it["after"]),
        days=it["days"],
        because=_because(it, names),
    )


def _what(it: Document, names: Names) -> str:
    """The name of the date inside its group."""
    match it["owner"]:
        case Owner.WAVE:
            return names.wave(it["owner_id"])
        case Owner.TRUST:
            return names.trust(it["owner_id"])
        case Owner.MUNICIPALITY:
            return names.activity(it["key"])
        case _:
            return names.node(it["id"])


def _dates_text(dates: list[str] | None) -> str:
    if dates is None:
        return ""
    start, finish = map(date.fromisoformat, dates)
    return short_date(start) if start == finish else span(start, finish)


def _because(it: Document, names: Names) -> str:
    """Why it moved: the neighbour that pulled it, and the first that moved."""
    if it["before"] is None:
        return _("New in the plan")
    if it["after"] is None:
        return _("No longer in the plan")
    if it["cause"] is None:
        if it["owner"] == Owner.MUNICIPALITY and it["key"] == GO_LIVE:
            return _("Follows its wave")
        return _("Moved by the change itself")
    cause = _neighbour(it["cause"], it, names)
    if it["because"] == it["cause"]:
        return _("Follows “%(cause)s”", cause=cause)
    return _(
        "Follows “%(neighbour)s”; “%(cause)s” was the first to move",
        neighbour=_neighbour(it["because"], it, names),
        cause=cause,
    )


def _neighbour(id: str, it: Document, names: Names) -> str:
    """A node by the name of its activity where it is the same municipality's."""
    owner, __, key = id.partition(".")
    return names.activity(key) if owner == it["owner_id"] else names.node(id)
