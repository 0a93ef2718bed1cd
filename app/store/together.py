"""Fields of a row that act together: what one of them comes to, the others decide too.

A change of a scenario that sets one of them remembers the others as the plan had them
then. Where the plan has them otherwise now, the change is looked at anew. What was
kept without remembering says nothing of it.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from app.store.errors import ItemChange
from app.store.rows import Values, read_row, table_named

Kept = dict[str, Any]
"""A field that a change of a scenario sets, as it is kept."""

SEEN = "seen"

TOGETHER: Mapping[str, frozenset[str]] = {
    "wave": frozenset({"set_day", "window_first", "window_last"}),
    "template_activity": frozenset({"duration", "placing", "kind", "phase"}),
    "template_link": frozenset({"kind", "lag", "calendar"}),
}


def kept_item(item: Mapping[str, Any]) -> ItemChange:
    """What a change sets, without what it remembers beside it."""
    return ItemChange(**{name: it for name, it in item.items() if name != SEEN})


def with_seen(items: Iterable[Kept]) -> list[Kept]:
    """Remember beside what is set the other fields that act together with it.

    The rows are those of the plan. It is kept with the first such field of each row.
    """
    given = list(items)
    found = []
    done: set[tuple[str, str]] = set()
    for item in given:
        row = item["table"], item["row_key"]
        is_first = row not in done and item["field"] in TOGETHER.get(row[0], ())
        if is_first:
            done.add(row)
        found.append({**item, SEEN: _others(row, given)} if is_first else item)
    return found


def _others(row: tuple[str, str], items: Iterable[Kept]) -> Values:
    name, key = row
    values = read_row(table_named(name), key) or {}
    is_set = {it["field"] for it in items if (it["table"], it["row_key"]) == row}
    return {field: values.get(field) for field in sorted(TOGETHER[name] - is_set)}


def changed_since(items: Iterable[Kept]) -> tuple[ItemChange, ...]:
    """What is remembered and is otherwise in the rows of the plan: then, and now."""
    found = []
    for item in items:
        name, key = item["table"], item["row_key"]
        seen = item.get(SEEN) or {}
        now = (read_row(table_named(name), key) if seen else None) or seen
        found += [
            ItemChange(
                table=name, row_key=key, field=field, before=it, after=now[field]
            )
            for field, it in seen.items()
            if now[field] != it
        ]
    return tuple(found)


def renewed(item: Kept, now: Mapping[tuple[str, str, str], Any]) -> Kept:
    """A field that is set, remembering of some fields that the plan has others now."""
    row = str(item["table"]), str(item["row_key"])
    before = now.get((*row, str(item["field"])), item["before"])
    if SEEN not in item:
        return {**item, "before": before}
    seen = {name: now.get((*row, name), it) for name, it in item[SEEN].items()}
    return {**item, "before": before, SEEN: seen}
