"""Records to rows: the keys by which municipalities share a cost."""

from collections.abc import Iterator

from app.store.errors import Problem
from app.store.seed import shared_cost_shapes as shapes
from app.store.seed.entries import Entry, entry, provenance
from app.store.seed.files import Files, problem
from app.store.tables import CostKeyRow
from planning.rights.cost_keys import WHOLE


def shared_cost_entries(files: Files) -> Iterator[Entry]:
    """Every key."""
    for record in files["cost_keys"]:
        yield entry(
            CostKeyRow,
            shapes.COST_KEYS,
            record,
            **{column: record[column] for column in shapes.OF_KEY},
            **provenance(record),
        )


def find_wrong_keys(files: Files) -> Iterator[Problem]:
    """Keys that don't share the whole, or end before they begin."""
    for record in files["cost_keys"]:
        first, last = record["from_day"], record["to_day"]
        if last is not None and last < first:
            days = {"first": first.isoformat(), "last": last.isoformat()}
            yield problem(
                shapes.COST_KEYS, record, "to_day", "end-before-start", **days
            )
        whole = sum(record[column] for column in shapes.PARTS)
        if whole != WHOLE:
            yield problem(
                shapes.COST_KEYS, record, shapes.PARTS[-1], "key-sum", sum=whole
            )
