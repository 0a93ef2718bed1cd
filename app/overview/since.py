"""What has changed since a user was last here, or what was changed last."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from babel.lists import format_list
from flask import url_for
from flask_babel import get_locale, ngettext

from app.addresses import moment_in_address
from app.changes import change_text
from app.conflict_parts import conflict_url
from app.conflict_texts import conflict_text
from app.filters import moment, number
from app.moved import moved_counts
from app.moved_conflicts import GONE, NEW
from app.past_changes import LIMITS, PastChange, writer_name
from app.store.names import Names
from planning.evaluate import Evaluation

SHOWN_CHANGES = 5
SHOWN_CONFLICTS = 5

Document = Mapping[str, Any]
Identity = tuple[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Recent:
    """Changes, newest first: those since a moment, or the last ones where none.

    `total` is how many there are since then, which may be more than were read.
    """

    since: datetime | None
    changes: Sequence[PastChange]
    total: int
    last: Sequence[PastChange]
    revision: int


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """One of the changes."""

    id: int
    what: str
    who: str
    when: str


@dataclass(frozen=True, slots=True)
class NewsLine:
    """A conflict that came or went; its address is empty where it is no more."""

    sentence: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SincePart:
    """What is new to the user; without `is_new` the changes are merely the last."""

    since: str
    summary: str
    counts: tuple[str, ...]
    came: tuple[NewsLine, ...]
    went: tuple[NewsLine, ...]
    changes: tuple[ChangeLine, ...]
    is_new: bool
    list_url: str
    revision: int


@dataclass(frozen=True, slots=True)
class AllTogether:
    """Several changes told as one, to be counted as one."""

    moved: dict[str, Any]
    what: str = ""
    values: dict[str, Any] = field(default_factory=dict)


def since_part(recent: Recent, evaluation: Evaluation, names: Names) -> SincePart:
    """Tell what is new since the user was here."""
    is_new = bool(recent.changes)
    is_whole = len(recent.changes) == recent.total
    together = all_together(recent.changes if is_whole else ())
    shown = recent.changes if is_new else recent.last
    return SincePart(
        since="" if recent.since is None else moment(recent.since),
        summary=_summary(recent) if is_new else "",
        counts=_counts(together.moved) if is_new else (),
        came=_news(together.moved[NEW], evaluation, names),
        went=_news(together.moved[GONE], evaluation, names),
        changes=_lines(shown[:SHOWN_CHANGES], names),
        is_new=is_new,
        list_url=_list_url(recent),
        revision=recent.revision,
    )


def all_together(changes: Sequence[PastChange]) -> AllTogether:
    """What changes come to in all; newest first, as lists have them.

    What was taken back again moved nothing, and a conflict that came and went is no
    news. A deadline that was moved twice counts once, and not where it is back again.
    """
    kept = in_effect(changes)
    margins = {one["municipality"]: one for it in kept for one in _margins(it)}
    came, went = _net_conflicts(reversed(changes))
    return AllTogether(
        {
            "municipalities": sorted(
                {one for it in kept for one in it.moved.get("municipalities", ())}
            ),
            "deadlines": _moved_limits(reversed(kept)),
            "margins": list(margins.values()),
            NEW: list(came.values()),
            GONE: list(went.values()),
        }
    )


def in_effect(changes: Sequence[PastChange]) -> list[PastChange]:
    """The changes that hold; an undo and what it undid are both left out."""
    ids = {it.id for it in changes}
    out: set[int] = set()
    for it in sorted(changes, key=lambda it: it.id, reverse=True):
        if it.undoes_id in ids and it.id not in out:
            out |= {it.id, it.undoes_id or 0}
    return [it for it in changes if it.id not in out]


def _margins(change: PastChange) -> Sequence[Document]:
    found: Sequence[Document] = change.moved.get("margins", ())
    return found


def _moved_limits(oldest_first: Iterable[PastChange]) -> int:
    """How many limits stand elsewhere than they stood at first."""
    first: dict[str, Any] = {}
    last: dict[str, Any] = {}
    for change in oldest_first:
        for id, (before, after) in change.moved.get(LIMITS, {}).items():
            first.setdefault(id, before)
            last[id] = after
    return sum(first[id] != after for id, after in last.items())


def _counts(moved: Document) -> tuple[str, ...]:
    """What came of it all, each phrase read by itself."""
    places, limits = len(moved["municipalities"]), moved["deadlines"]
    told = []
    if places:
        told.append(
            ngettext(
                "dates moved in %(num)d municipality",
                "dates moved in %(num)d municipalities",
                places,
            )
        )
    if limits:
        told.append(
            ngettext("%(num)d deadline moved", "%(num)d deadlines moved", limits)
        )
    rest = {**moved, "municipalities": (), "deadlines": 0}
    if places:
        rest["margins"] = ()
    return (*told, *moved_counts(AllTogether(rest)))


def _net_conflicts(
    oldest_first: Iterable[PastChange],
) -> tuple[dict[Identity, Document], dict[Identity, Document]]:
    """The conflicts that came and are there, and those that went and stayed away."""
    came: dict[Identity, Document] = {}
    went: dict[Identity, Document] = {}
    for change in oldest_first:
        for kind, one, other in ((NEW, came, went), (GONE, went, came)):
            for document in change.moved.get(kind, ()):
                if other.pop(identity_of(document), None) is None:
                    one[identity_of(document)] = document
    return came, went


def identity_of(document: Document) -> Identity:
    """What makes it the same conflict in another state of the plan."""
    return document["kind"], tuple(document["concerns"][:1])


def _news(
    documents: Sequence[Document], evaluation: Evaluation, names: Names
) -> tuple[NewsLine, ...]:
    there = {it.identity: it for it in evaluation.conflicts}
    lines = []
    for document in documents[:SHOWN_CONFLICTS]:
        found = there.get(identity_of(document))
        url = "" if found is None else conflict_url(found)
        lines.append(NewsLine(conflict_text(document, names), url))
    return tuple(lines)


def _summary(recent: Recent) -> str:
    """4 changes, by the programme office and the working group."""
    writers = Counter(writer_name(it.by, it.by_name) for it in recent.changes)
    named = [name for name, _count in writers.most_common()]
    return ngettext(
        "%(count)s change, by %(names)s.",
        "%(count)s changes, by %(names)s.",
        recent.total,
        count=number(recent.total),
        names=str(format_list(named, locale=get_locale())),
    )


def _list_url(recent: Recent) -> str:
    if recent.since is None or not recent.changes:
        return url_for("history.changes")
    return url_for("history.changes", since=moment_in_address(recent.since))


def _lines(changes: Iterable[PastChange], names: Names) -> tuple[ChangeLine, ...]:
    return tuple(
        ChangeLine(
            it.id,
            change_text(it, names),
            writer_name(it.by, it.by_name),
            moment(it.at),
        )
        for it in changes
    )
