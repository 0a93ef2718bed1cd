"""The sentence of each kind of conflict, in the user's language.

A conflict is told from the engine's value or from the document that is kept with
a change. Without names the ids stand for themselves, as in a network file.
"""

from collections.abc import Callable, Mapping
from typing import Any, Protocol

from flask_babel import gettext as _
from flask_babel import ngettext

from planning.conflicts import Conflict, Kind, Mend, Severity
from planning.rollout import Owner

MOVE_TO_WAVE = "move-to-wave"


class NodeNames(Protocol):
    """What things are called in the user's language."""

    def municipality(self, number: str) -> str: ...

    def wave(self, code: str) -> str: ...

    def node(self, id: str) -> str: ...


Document = Mapping[str, Any]


def conflict_text(
    conflict: Conflict | Document, names: NodeNames | Mapping[str, str] | None = None
) -> str:
    """One sentence on what is wrong; `names` may be a plain table of ids."""
    kind, concerns, days = _parts(conflict)
    name = _name(concerns[0], kind, names) if concerns else ""
    return SENTENCES[kind](name, days)


def severity_text(severity: Severity | str) -> str:
    """How much it matters, in a word."""
    return SEVERITIES[Severity(severity)]()


def mend_text(mend: Mend | None, names: NodeNames | None = None) -> str:
    """The nearest change that would set it right; empty where there is none."""
    if mend is None or mend.kind != MOVE_TO_WAVE:
        return ""
    wave = mend.target if names is None else names.wave(mend.target)
    return _("The first wave that is late enough is %(wave)s.", wave=wave)


def _parts(conflict: Conflict | Document) -> tuple[Kind, tuple[str, ...], int]:
    if isinstance(conflict, Conflict):
        return conflict.kind, conflict.concerns, conflict.days
    return Kind(conflict["kind"]), tuple(conflict["concerns"]), conflict["days"]


def _name(id: str, kind: Kind, names: NodeNames | Mapping[str, str] | None) -> str:
    """What the sentence is about: the municipality or wave itself where it is one."""
    if names is None:
        return id
    if isinstance(names, Mapping):
        return names.get(id, id)
    owner, __, rest = id.partition(".")
    if owner == Owner.MUNICIPALITY:
        return names.municipality(rest)
    if owner == Owner.WAVE:
        return names.wave(rest)
    if kind is Kind.MARGIN_NEGATIVE:
        return names.municipality(owner)
    return names.node(id)


def _deadline_missed(name: str, days: int) -> str:
    return ngettext(
        "%(name)s misses its deadline by %(num)d day.",
        "%(name)s misses its deadline by %(num)d days.",
        days,
        name=name,
    )


def _date_against_logic(name: str, days: int) -> str:
    return ngettext(
        "%(name)s is set %(num)d day earlier than it can be.",
        "%(name)s is set %(num)d days earlier than it can be.",
        days,
        name=name,
    )


def _margin_negative(name: str, days: int) -> str:
    return ngettext(
        "%(name)s can go live %(num)d day after its wave at the earliest.",
        "%(name)s can go live %(num)d days after its wave at the earliest.",
        days,
        name=name,
    )


def _municipality_without_wave(name: str, _days: int) -> str:
    return _("%(name)s is in no wave.", name=name)


def _wave_without_date(name: str, _days: int) -> str:
    return _("Wave %(name)s has neither a day nor a window.", name=name)


SENTENCES: Mapping[Kind, Callable[[str, int], str]] = {
    Kind.DEADLINE_MISSED: _deadline_missed,
    Kind.DATE_AGAINST_LOGIC: _date_against_logic,
    Kind.MARGIN_NEGATIVE: _margin_negative,
    Kind.MUNICIPALITY_WITHOUT_WAVE: _municipality_without_wave,
    Kind.WAVE_WITHOUT_DATE: _wave_without_date,
}

SEVERITIES: Mapping[Severity, Callable[[], str]] = {
    Severity.ERROR: lambda: _("Error"),
    Severity.WARNING: lambda: _("Warning"),
    Severity.INFORMATION: lambda: _("Information"),
}
