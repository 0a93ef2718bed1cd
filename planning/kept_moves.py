"""What moved over several changes, joined from what each of them kept.

A document is what `comparison_document` keeps of a date. A date that was moved, and
moved back, has not moved; why it moved is told by the last change that moved it.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

Document = Mapping[str, Any]
Dates = list[str] | None


def joined_moves(kept: Iterable[Iterable[Document]]) -> tuple[Document, ...]:
    """Every date that is another one after all changes than before the first.

    Args:
        kept: the dates that each change moved, in the order of the changes.
    """
    before: dict[str, Dates] = {}
    last: dict[str, Document] = {}
    for documents in kept:
        for it in documents:
            before.setdefault(it["id"], it["before"])
            last[it["id"]] = it
    return tuple(
        {**it, "before": before[id], "days": _days(before[id], it["after"])}
        for id, it in last.items()
        if before[id] != it["after"]
    )


def turned(it: Document) -> Document:
    """The same date seen from after to before; why it moved is why it is not back."""
    return {**it, "before": it["after"], "after": it["before"], "days": -it["days"]}


def _days(before: Dates, after: Dates) -> int:
    """How far it moved by its start, or by its finish where only that did."""
    if before is None or after is None:
        return 0
    was, now = map(_ordinals, (before, after))
    return (now[0] - was[0]) or (now[1] - was[1])


def _ordinals(dates: list[str]) -> tuple[int, int]:
    start, finish = (date.fromisoformat(it).toordinal() for it in dates)
    return start, finish
