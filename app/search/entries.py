"""What can be found: one entry a thing, with all the names it goes by.

An entry leads to one page, and is shown only to those who may see that page.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from flask import current_app, url_for

from app.access import OPEN, right_for
from app.search.matching import Closeness, Folded, closeness, fold, is_near

NOTHING: Mapping[str, str] = {}


class EntryKind(StrEnum):
    """The groups that results are shown in, in their order where all is equal."""

    MUNICIPALITY = "municipality"
    WAVE = "wave"
    REGION = "region"
    TRUST = "trust"
    STEP = "step"
    MILESTONE = "milestone"
    CONFLICT = "conflict"
    DOCUMENT = "document"
    PAGE = "page"


@dataclass(frozen=True, slots=True)
class Name:
    """A name as it is written, and as it is compared."""

    text: str
    folded: Folded


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One thing that can be found.

    `own` are its names, the first in the user's language; `related` names what it
    belongs to, by which it is found after what is called so itself.
    """

    kind: EntryKind
    label: str
    detail: str
    url: str
    right: str
    own: tuple[Name, ...]
    related: tuple[Name, ...] = ()


@dataclass(frozen=True, slots=True)
class Hit:
    """An entry that was found, how closely, and by which of its names."""

    entry: Entry
    closeness: Closeness
    is_related: bool
    name: str


def entry(
    kind: EntryKind,
    label: str,
    endpoint: str,
    *,
    detail: str = "",
    names: Iterable[str] = (),
    related: Iterable[str] = (),
    at: Mapping[str, str] = NOTHING,
    anchor: str | None = None,
) -> Entry:
    """Return an entry for the page of an endpoint, without names that are empty.

    `at` fills the parts of the address, or its query.
    """
    # What is open to everybody is found by whoever may search.
    right = "plan.view" if endpoint in OPEN else right_for(current_app, endpoint)
    if right is None:
        raise ValueError(f"{endpoint} names no right")
    return Entry(
        kind=kind,
        label=label,
        detail=detail,
        url=url_for(endpoint, _anchor=anchor, **dict[str, Any](at)),
        right=right,
        own=_names((label, *names)),
        related=_names(related),
    )


def _names(texts: Iterable[str]) -> tuple[Name, ...]:
    kept = dict.fromkeys(filter(None, texts))
    return tuple(Name(text, fold(text)) for text in kept)


def find(typed: str, entries: Iterable[Entry]) -> list[Hit]:
    """Return what is called so, the closest first; else what is nearly called so."""
    folded = fold(typed)
    seen = tuple(entries)
    hits = [it for each in seen if (it := _hit(folded, each))]
    if not hits:
        hits = [it for each in seen if (it := _near_hit(folded, each))]
    return sorted(hits, key=lambda it: (it.is_related, it.closeness))


def _hit(typed: Folded, entry: Entry) -> Hit | None:
    """The closest of an entry's names; its own names come first."""
    for is_related, names in ((False, entry.own), (True, entry.related)):
        found = [
            (close, name.text)
            for name in names
            if (close := closeness(typed, name.folded)) is not None
        ]
        if found:
            close, text = min(found, key=lambda it: it[0])
            return Hit(entry, close, is_related, text)
    return None


def _near_hit(typed: Folded, entry: Entry) -> Hit | None:
    name = next((it for it in entry.own if is_near(typed, it.folded)), None)
    return None if name is None else Hit(entry, Closeness.NEAR, False, name.text)
