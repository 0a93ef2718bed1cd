"""The conflicts that a change brought, changed, solved and left, by what happened."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from flask_babel import gettext as _
from flask_babel import ngettext

from app.conflict_texts import conflict_text, severity_text
from app.moved_conflicts import ACCEPTED, CHANGED, GONE, NEW, STAY, count_staying
from app.store.names import Names

Document = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class ConflictLine:
    """One conflict; `before` is its sentence as it was, where it has changed."""

    severity: str
    severity_text: str
    text: str
    before: str = ""


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
    # Whom it concerns may have changed, of which the sentence tells nothing.
    return line if before == line.text else replace(line, before=before)


def _stay_text(count: int) -> str:
    return ngettext(
        "%(num)s conflict was there before and stayed.",
        "%(num)s conflicts were there before and stayed.",
        count,
    )
