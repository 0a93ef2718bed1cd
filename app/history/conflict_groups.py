"""The conflicts that a change brought, changed, solved and left, by what happened."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from babel.lists import format_list
from flask_babel import get_locale, ngettext
from flask_babel import gettext as _

from app.conflict_texts import conflict_text, severity_text
from app.moved_conflicts import ACCEPTED, CHANGED, GONE, NEW, STAY, count_staying
from app.store.names import Names

Document = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class ConflictLine:
    """One conflict; `before` is its sentence as it was, where it has changed.

    `whom` says whom it concerns now, and no longer, of which the sentence may tell
    nothing.
    """

    severity: str
    severity_text: str
    text: str
    before: str = ""
    whom: str = ""


@dataclass(frozen=True, slots=True)
class ConflictGroup:
    """The conflicts that one thing happened to; `key` is an anchor."""

    key: str
    heading: str
    lines: tuple[ConflictLine, ...]


@dataclass(frozen=True, slots=True)
class MovedConflicts:
    """What happened to conflicts; `staying` says how many were left as they were."""

    groups: tuple[ConflictGroup, ...]
    staying: str
    stayed: tuple[ConflictLine, ...]


def moved_conflicts(moved: Document, names: Names) -> MovedConflicts:
    """Every conflict that came, changed, was accepted, went or stayed.

    An older document knows only how many stayed.
    """
    headings = {
        NEW: _("Conflicts that came"),
        CHANGED: _("Conflicts that changed"),
        ACCEPTED: _("Conflicts that were accepted"),
        GONE: _("Conflicts that were solved"),
    }
    groups = (
        ConflictGroup(key.replace("_", "-"), heading, _lines(moved, key, names))
        for key, heading in headings.items()
        if moved.get(key)
    )
    stay = moved.get(STAY, ())
    stayed = () if isinstance(stay, int) else _lines(moved, STAY, names)
    count = count_staying(moved)
    return MovedConflicts(tuple(groups), _stay_text(count) if count else "", stayed)


def _lines(moved: Document, key: str, names: Names) -> tuple[ConflictLine, ...]:
    line = changed_line if key == CHANGED else conflict_line
    return tuple(line(it, names) for it in moved.get(key, ()))


def conflict_line(conflict: Document, names: Names) -> ConflictLine:
    """A conflict with how much it matters."""
    severity = conflict["severity"]
    text = conflict_text(conflict, names)
    return ConflictLine(severity, severity_text(severity), text)


def changed_line(change: Document, names: Names) -> ConflictLine:
    """A conflict as it is now, and as it was."""
    line = conflict_line(change["after"], names)
    before = conflict_text(change["before"], names)
    return replace(
        line,
        before="" if before == line.text else before,
        whom=" ".join(_whom(change["before"], change["after"], names)),
    )


def _whom(before: Document, after: Document, names: Names) -> Iterator[str]:
    was, now = before["concerns"], after["concerns"]
    came, gone = (
        [names.node(id) for id in some if id not in others]
        for some, others in ((now, was), (was, now))
    )
    if came:
        yield _("It now concerns these too: %(names)s.", names=_listed(came))
    if gone:
        yield _("It no longer concerns: %(names)s.", names=_listed(gone))


def _listed(named: list[str]) -> str:
    return str(format_list(named, locale=get_locale()))


def _stay_text(count: int) -> str:
    return ngettext(
        "%(num)s conflict was there before and stayed.",
        "%(num)s conflicts were there before and stayed.",
        count,
    )
