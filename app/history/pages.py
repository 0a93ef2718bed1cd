"""The history ready to print, one page of changes after another."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from flask import url_for
from flask_babel import gettext as _
from flask_babel import ngettext

from app.access import User
from app.changes import change_text
from app.filters import moment, number
from app.frozen_changes import changes_rows
from app.history.queries import PAGE_SIZE, Asked
from app.history.undone import Undone
from app.items import ItemLine, ItemWords
from app.moved import moved_counts
from app.past_changes import PastChange, writer_name
from app.store.names import Names
from app.store.sorting import sort_key
from app.store.tables import ChangeItemRow, ChangeRow
from app.table_choice import FilterPart, filter_part

# A list tells the first few; as many items are read as they can be made of.
SHOWN_ITEMS = 3
READ_ITEMS = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeLine:
    """One change: who, when, what, how much moved, and whether it still holds."""

    id: int
    when: str
    who: str
    what: str
    counts: tuple[str, ...]
    items: tuple[ItemLine, ...]
    has_more: bool
    undone_by: int | None
    undoes: int | None
    can_undo: bool

    @property
    def is_undone(self) -> bool:
        return self.undone_by is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryPage:
    """Changes, newest first, and the way to older and newer ones."""

    asked: Asked
    lines: tuple[ChangeLine, ...]
    filters: tuple[FilterPart, ...]
    summary: str
    newer_url: str
    older_url: str


def history_page(
    changes: Sequence[PastChange],
    asked: Asked,
    total: int,
    *,
    items: Mapping[int, Sequence[ChangeItemRow]],
    undone: Undone,
    names: Names,
    user: User,
    filters: tuple[FilterPart, ...],
) -> HistoryPage:
    """Tell one page of changes."""
    first = {id: list(its)[:READ_ITEMS] for id, its in items.items()}
    words = ItemWords((item for its in first.values() for item in its), names)
    return HistoryPage(
        asked=asked,
        lines=tuple(
            change_line(
                change,
                words.lines(first[change.id]),
                shown=SHOWN_ITEMS,
                undone=undone,
                names=names,
                user=user,
            )
            for change in changes
        ),
        filters=filters,
        summary=_summary(asked, total),
        newer_url=_page_url(asked, asked.page - 1) if asked.page > 1 else "",
        older_url=_page_url(asked, asked.page + 1)
        if asked.page * PAGE_SIZE < total
        else "",
    )


def _summary(asked: Asked, total: int) -> str:
    if asked.since is None:
        return ngettext(
            "%(total)s change.", "%(total)s changes.", total, total=number(total)
        )
    return ngettext(
        "%(total)s change since %(moment)s.",
        "%(total)s changes since %(moment)s.",
        total,
        total=number(total),
        moment=moment(asked.since),
    )


def change_line(
    change: PastChange | ChangeRow,
    items: tuple[ItemLine, ...],
    *,
    undone: Undone,
    names: Names,
    user: User,
    shown: int | None = None,
) -> ChangeLine:
    """Tell one change, without every date that moved; `shown` of its items."""
    undone_by = undone.by(change.id)
    return ChangeLine(
        id=change.id,
        when=moment(change.at),
        who=writer_name(change.by, change.by_name),
        what=change_text(change, names),
        counts=tuple(moved_counts(change)),
        items=items[:shown],
        has_more=shown is not None and len(items) > shown,
        undone_by=undone_by,
        undoes=change.undoes_id,
        can_undo=undone_by is None
        and changes_rows(change.what)
        and user.may("history.undo"),
    )


def filter_parts(
    asked: Asked, *, writers: Sequence[tuple[str, str]], names: Names
) -> tuple[FilterPart, ...]:
    """The filters, each with what is chosen."""
    places = sorted(names.municipalities.items(), key=lambda it: sort_key(it[1]))
    waves = [(code, code) for code in names.waves]
    return (
        filter_part("by", _("Who"), asked.by, writers),
        filter_part("wave", _("Wave"), asked.wave, waves),
        filter_part("municipality", _("Municipality"), asked.municipality, places),
    )


def _page_url(asked: Asked, page: int) -> str:
    arguments: dict[str, Any] = {**asked.arguments(page)}
    return url_for("history.changes", **arguments)
