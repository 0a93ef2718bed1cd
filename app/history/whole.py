"""A change with all that moved with it as one document, for another program.

It says who and when, each date with what pulled it and the chain back to the first
that moved, the conflicts and the money. Keys are stable and in no language; days are
ISO dates and half-open, money is whole kroner.
"""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from app.past_changes import writer_name
from app.store.tables import ChangeRow

Document = Mapping[str, Any]


def change_json(change: ChangeRow) -> str:
    """Return the whole of a change."""
    moved = dict(change.moved)
    dates = moved.pop("moved", [])
    chains = moved_chains(dates)
    return json.dumps(
        {
            "id": change.id,
            "revision": change.revision,
            "at": change.at.isoformat(),
            "by": writer_name(change.by, change.by_name),
            "what": change.what,
            "values": change.values,
            "undoes": change.undoes_id,
            "items": [
                {
                    "table": it.table,
                    "row": it.row_key,
                    "field": it.field,
                    "before": it.before,
                    "after": it.after,
                }
                for it in change.items
            ],
            "dates": [{**it, "chain": chains[it["id"]]} for it in dates],
            **moved,
        },
        ensure_ascii=False,
        indent=1,
    )


def moved_chains(dates: Iterable[Document]) -> dict[str, list[str]]:
    """What pulled each date, one after the other, back to the first that moved."""
    pulled_by = {it["id"]: it["because"] for it in dates}
    chains = {}
    for id, pulling in pulled_by.items():
        chain: list[str] = []
        at = pulling
        while at is not None and at not in chain and at != id:
            chain.append(at)
            at = pulled_by.get(at)
        chains[id] = chain
    return chains
