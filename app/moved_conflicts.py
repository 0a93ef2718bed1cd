"""How many conflicts a change brought, solved, changed, and left as they were.

Told from the document that is kept with the change. An older one holds the number
of those that stayed in place of a list, and nothing of those that changed.
"""

from collections.abc import Mapping
from typing import Any

from flask_babel import ngettext

from planning.conflicts import Severity

Document = Mapping[str, Any]

NEW, GONE, ACCEPTED = "conflicts_new", "conflicts_gone", "conflicts_accepted"
CHANGED, STAY = "conflicts_changed", "conflicts_stay"


def pressing(moved: Document) -> list[Document]:
    """What came or got worse with the change, what matters most first."""
    found = [*moved.get(NEW, ())]
    found += [it["after"] for it in moved.get(CHANGED, ()) if _is_worse(it)]
    order = list(Severity)
    return sorted(found, key=lambda it: order.index(Severity(it["severity"])))


def _is_worse(change: Document) -> bool:
    before, after = change["before"], change["after"]
    order = [severity.value for severity in Severity]
    grew = after["days"] > before["days"] or _lacking(after) > _lacking(before)
    return grew or order.index(after["severity"]) < order.index(before["severity"])


def _lacking(conflict: Document) -> float:
    """How much there is too little of in all months; nothing of other kinds."""
    return float(dict(conflict["values"]).get("in-all", 0))


def conflict_counts(moved: Document) -> list[str]:
    """A phrase for each thing that happened to conflicts; what stayed has none."""
    phrases = (
        (NEW, _new),
        (CHANGED, _changed),
        (ACCEPTED, _accepted),
        (GONE, _gone),
    )
    counts = ((len(moved.get(key, ())), phrase) for key, phrase in phrases)
    return [phrase(count) for count, phrase in counts if count]


def staying_count(moved: Document) -> str:
    """A phrase for those that were there before and are; empty where none is."""
    count = count_staying(moved)
    if not count:
        return ""
    return ngettext("%(num)d conflict stays", "%(num)d conflicts stay", count)


def count_staying(moved: Document) -> int:
    """How many were there before and are."""
    stay = moved.get(STAY, 0)
    return stay if isinstance(stay, int) else len(stay)


def _new(count: int) -> str:
    return ngettext("%(num)d new conflict", "%(num)d new conflicts", count)


def _changed(count: int) -> str:
    return ngettext("%(num)d conflict changed", "%(num)d conflicts changed", count)


def _accepted(count: int) -> str:
    return ngettext("%(num)d conflict accepted", "%(num)d conflicts accepted", count)


def _gone(count: int) -> str:
    return ngettext("%(num)d conflict solved", "%(num)d conflicts solved", count)
