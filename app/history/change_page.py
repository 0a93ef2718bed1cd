"""One change in full: what was changed, and all that moved with it.

Where many municipalities moved, each is opened by itself: a delay of the main
project moves more than a thousand dates.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from flask import url_for
from flask_babel import ngettext

from app.access import User
from app.frozen_changes import decision_facts
from app.history.conflict_groups import MovedConflicts, moved_conflicts
from app.history.dates import MovedDates, moved_dates
from app.history.money_table import MovedMoney, moved_money
from app.history.pages import ChangeLine, change_line
from app.history.undone import Undone
from app.items import item_lines
from app.moved_rights import rights_sentences
from app.store.names import Names
from app.store.tables import ChangeRow
from planning.rollout import Owner

SHOWN_AT_ONCE = 100
# Rows and fields that were changed; a file that was read may bring in thousands.
SHOWN_ITEMS = 300
EVERYBODY = "all"


@dataclass(frozen=True, slots=True)
class MovedPlace:
    """A municipality that moved, and where its dates are shown."""

    name: str
    dates: str
    url: str
    is_shown: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangePage:
    """A change, the dates that are shown of it, and whose dates there are besides.

    Conflicts and money are shown whole. `decision` is what it was decided by, where
    it rests on a decision; mostly empty. `more_items` says that not all that was
    changed is shown.
    """

    line: ChangeLine
    decision: tuple[tuple[str, str], ...]
    dates: MovedDates
    places: tuple[MovedPlace, ...]
    all_url: str
    conflicts: MovedConflicts
    money: MovedMoney
    rights: tuple[str, ...] = ()
    more_items: str = ""

    @property
    def moved_nothing(self) -> bool:
        """Whether no date moved, of anybody."""
        return not (self.dates.groups or self.places)


@dataclass(frozen=True, slots=True)
class _Part:
    """A change with some of the dates that moved."""

    what: str
    values: dict[str, Any]
    moved: dict[str, Any]


def change_page(
    change: ChangeRow,
    asked: str,
    *,
    undone: Undone,
    names: Names,
    user: User,
    is_whole: bool = False,
) -> ChangePage:
    """Tell one change; `asked` is the number of a municipality, or everybody.

    All that was changed is told only where it `is_whole`, as in a file.
    """
    moved = change.moved.get("moved", ())
    shows_all = asked == EVERYBODY or len(moved) <= SHOWN_AT_ONCE
    shown = [it for it in moved if shows_all or _is_asked(it, asked)]
    part = _Part(change.what, change.values, {**change.moved, "moved": shown})
    return ChangePage(
        line=change_line(
            change,
            item_lines(change.items if is_whole else change.items[:SHOWN_ITEMS], names),
            undone=undone,
            names=names,
            user=user,
        ),
        decision=tuple(decision_facts(change)),
        dates=moved_dates(part, names),
        places=() if shows_all else _places(change, asked, names),
        all_url=""
        if shows_all
        else url_for(".change", change_id=change.id, of=EVERYBODY),
        conflicts=moved_conflicts(change.moved, names),
        money=moved_money(change.moved, names),
        rights=rights_sentences(change.moved, names, listed=len(names.municipalities)),
        more_items=_more_items(len(change.items) - SHOWN_ITEMS),
    )


def _more_items(count: int) -> str:
    if count <= 0:
        return ""
    return ngettext(
        "%(num)d more is in the file.", "%(num)d more are in the file.", count
    )


def _is_asked(it: dict[str, Any], asked: str) -> bool:
    """Waves, trusts and the programme are always shown."""
    return bool(it["owner"] != Owner.MUNICIPALITY or it["owner_id"] == asked)


def _places(change: ChangeRow, asked: str, names: Names) -> tuple[MovedPlace, ...]:
    counts: dict[str, int] = {}
    for number in _municipalities(change.moved["moved"]):
        counts[number] = counts.get(number, 0) + 1
    return tuple(
        MovedPlace(
            name=names.municipality(number),
            dates=ngettext("%(num)s date", "%(num)s dates", count),
            url=url_for(
                ".change", change_id=change.id, of=number, _anchor=f"moved-{number}"
            ),
            is_shown=number == asked,
        )
        for number, count in counts.items()
    )


def _municipalities(moved: Sequence[dict[str, Any]]) -> Iterable[str]:
    return (it["owner_id"] for it in moved if it["owner"] == Owner.MUNICIPALITY)
