"""What somebody searched for, and what was found, as the page shows it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from itertools import groupby
from operator import attrgetter

from flask import url_for
from flask_babel import gettext as _
from flask_babel import ngettext

from app.access import User
from app.filters import number
from app.search.entries import Entry, EntryKind, Hit, find
from app.search.matching import Closeness, fold

SHOWN = 6
LONGEST_TEXT = 80
SUGGESTED = 3
LEAST_ALIKE = 0.6
# The kinds that a search may begin with, one example of each.
EXAMPLES = (
    EntryKind.MUNICIPALITY,
    EntryKind.WAVE,
    EntryKind.REGION,
    EntryKind.STEP,
)
ICONS: Mapping[EntryKind, str] = {
    EntryKind.MUNICIPALITY: "map-pin",
    EntryKind.WAVE: "waves",
    EntryKind.REGION: "map",
    EntryKind.TRUST: "hospital",
    EntryKind.STEP: "list-checks",
    EntryKind.MILESTONE: "milestone",
    EntryKind.CONFLICT: "triangle-alert",
    EntryKind.DOCUMENT: "file-text",
    EntryKind.PAGE: "book-open",
}


@dataclass(frozen=True, slots=True)
class Asked:
    """What the address asks for: words, and one kind of things or all of them."""

    text: str = ""
    kind: str = ""


@dataclass(frozen=True, slots=True)
class ResultLine:
    """One thing that was found; `also` is its other name that was typed."""

    label: str
    url: str
    detail: str
    also: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultGroup:
    """What was found of one kind; `all_url` leads to the rest of it."""

    key: str
    heading: str
    icon: str
    count: str
    lines: tuple[ResultLine, ...]
    all_url: str
    all_told: str


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Something else to search for."""

    text: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchPage:
    """The results, or what to search for instead."""

    asked: Asked
    told: str
    is_asked: bool
    groups: tuple[ResultGroup, ...]
    alike: tuple[Suggestion, ...]
    examples: tuple[Suggestion, ...]
    everything_url: str


def read_asked(arguments: Mapping[str, str]) -> Asked:
    """Read the query of an address; a kind that nobody knows is all of them."""
    kind = arguments.get("kind", "")
    return Asked(
        text=arguments.get("q", "").strip()[:LONGEST_TEXT],
        kind=kind if kind in set(EntryKind) else "",
    )


def search_page(asked: Asked, entries: Iterable[Entry], *, user: User) -> SearchPage:
    """Find what the user may see, and tell it."""
    seen = [it for it in entries if user.may(it.right)]
    hits = find(asked.text, seen)
    if asked.kind:
        hits = [it for it in hits if it.entry.kind == asked.kind]
    return SearchPage(
        asked=asked,
        told=_told(asked, hits),
        is_asked=bool(asked.text),
        groups=_groups(asked, hits),
        alike=() if hits else _alike(asked.text, seen),
        examples=() if hits else _examples(seen),
        everything_url=_search_url(asked.text) if asked.kind else "",
    )


def find_place(asked: Asked, entries: Iterable[Entry], *, user: User) -> str:
    """The page of the one municipality that is called so; empty where none is."""
    hits = find(asked.text, [it for it in entries if user.may(it.right)])
    exact = [it for it in hits if it.closeness is Closeness.EXACT and not it.is_related]
    places = [it for it in exact if it.entry.kind is EntryKind.MUNICIPALITY]
    is_one = len(places) == 1 and places[0] is hits[0]
    return places[0].entry.url if is_one else ""


def _told(asked: Asked, hits: Sequence[Hit]) -> str:
    """One sentence on what came out of it; nothing where nothing was asked."""
    if not asked.text:
        return ""
    if not fold(asked.text).compact:
        return _("Type a letter or a figure.")
    if not hits:
        return _("Nothing is called “%(text)s”.", text=asked.text)
    if hits[0].closeness is Closeness.NEAR:
        return str(
            ngettext(
                "Nothing is called “%(text)s”. %(num)s name is close.",
                "Nothing is called “%(text)s”. %(num)s names are close.",
                len(hits),
                text=asked.text,
            )
        )
    return str(
        ngettext(
            "%(num)s result for “%(text)s”",
            "%(num)s results for “%(text)s”",
            len(hits),
            text=asked.text,
        )
    )


def _groups(asked: Asked, hits: Sequence[Hit]) -> tuple[ResultGroup, ...]:
    """The kinds, that of the closest hit first; each in the order of its hits."""
    order = list(EntryKind)
    best = {it.entry.kind: rank for rank, it in reversed(list(enumerate(hits)))}
    kinds = sorted(best, key=lambda it: (_closest(hits[best[it]]), order.index(it)))
    by_kind = attrgetter("entry.kind")
    grouped = {
        kind: list(own) for kind, own in groupby(sorted(hits, key=by_kind), key=by_kind)
    }
    return tuple(_group(asked, kind, grouped[kind]) for kind in kinds)


def _closest(hit: Hit) -> tuple[bool, Closeness]:
    return hit.is_related, hit.closeness


def _group(asked: Asked, kind: EntryKind, hits: Sequence[Hit]) -> ResultGroup:
    shown = hits if asked.kind else hits[:SHOWN]
    is_cut = len(shown) < len(hits)
    return ResultGroup(
        key=kind.value,
        heading=_heading(kind),
        icon=ICONS[kind],
        count=number(len(hits)),
        lines=tuple(_line(it) for it in shown),
        all_url=_search_url(asked.text, kind) if is_cut else "",
        all_told=_("Show all %(count)s", count=number(len(hits))) if is_cut else "",
    )


def _line(hit: Hit) -> ResultLine:
    """A hit; the name that was typed is told where nothing else shows it."""
    shown = f"{hit.entry.label} {hit.entry.detail}"
    return ResultLine(
        label=hit.entry.label,
        url=hit.entry.url,
        detail=hit.entry.detail,
        also="" if hit.name in shown or _is_of_a_wave(hit.entry) else hit.name,
    )


def _is_of_a_wave(entry: Entry) -> bool:
    """A wave's other names say nothing that its codes do not say."""
    return entry.kind is EntryKind.WAVE


def _alike(text: str, entries: Iterable[Entry]) -> tuple[Suggestion, ...]:
    """Names that look like what was typed, though more than a letter is wrong."""
    labels = {fold(it.label).compact: it.label for it in entries}
    keys = get_close_matches(fold(text).compact, labels, SUGGESTED, LEAST_ALIKE)
    return tuple(_suggestion(labels[key]) for key in keys)


def _examples(entries: Iterable[Entry]) -> tuple[Suggestion, ...]:
    """One name of each of the kinds that most people look for."""
    first: dict[EntryKind, str] = {}
    for each in entries:
        first.setdefault(each.kind, each.label)
    return tuple(_suggestion(first[kind]) for kind in EXAMPLES if kind in first)


def _suggestion(text: str) -> Suggestion:
    return Suggestion(text, _search_url(text))


def _search_url(text: str, kind: str = "") -> str:
    return url_for("search.index", q=text, kind=kind or None)


def _heading(kind: EntryKind) -> str:
    return {
        EntryKind.MUNICIPALITY: _("Municipalities"),
        EntryKind.WAVE: _("Waves"),
        EntryKind.REGION: _("Regions"),
        EntryKind.TRUST: _("Health trusts"),
        EntryKind.STEP: _("Steps of the template"),
        EntryKind.MILESTONE: _("Dates of the programme"),
        EntryKind.CONFLICT: _("Kinds of conflicts"),
        EntryKind.DOCUMENT: _("Plans and sources"),
        EntryKind.PAGE: _("Pages"),
    }[kind]
