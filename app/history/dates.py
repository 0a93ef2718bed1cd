"""Every date that moved with a change, whose it is, and because of what.

Told from what the history keeps.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from flask_babel import gettext as _

from app.change_words import Told
from app.moved import presumed_warning
from app.moved_dates import because_text, dates_text, what_text
from app.store.names import Names
from planning.rollout import Owner

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
        what=what_text(it, names),
        before=dates_text(it["before"]),
        after=dates_text(it["after"]),
        days=it["days"],
        because=because_text(it, names),
    )
