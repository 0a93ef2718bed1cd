"""The changes of a scenario done again to the rows of its plan, and how each stands.

A *shift* is reckoned anew from where a wave is now, a *set* wins over what is there.
Either is marked where it replaces another value than it once did, or where the plan
has something otherwise now that acts together with it. What no longer makes sense is
left out and says so.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from flask import Flask, current_app

from app.extensions import db
from app.store.errors import ItemChange
from app.store.replay import Row, fields_by_row, put_values
from app.store.rows import read_row, table_named
from app.store.tables import PlanRow, ScenarioChangeRow
from app.store.together import changed_since, kept_item

OFFERED = "bolgeplan_replays"

# What says where a value comes from is no reason to call it another value.
BESIDE = frozenset(
    {"source", "reference", "confidence", "note", "printed", "precision"}
)


class Standing(StrEnum):
    """Whether a change of a scenario still makes sense on the plan as it is now."""

    HOLDS = "holds"
    REPLACES_ANOTHER = "replaces-another"
    SO_ALREADY = "so-already"
    GONE = "gone"
    NOT_POSSIBLE = "not-possible"


@dataclass(frozen=True, slots=True)
class Laid:
    """A change of a scenario, how it stands, and the values found where it has others.

    `instead` are the items whose value is not the one that the change once replaced,
    with what is there now as `before`. `meanwhile` are fields that act together with
    what it sets, and that the plan has otherwise now: as they were, as they are.
    """

    change_id: int
    standing: Standing
    instead: tuple[ItemChange, ...] = ()
    meanwhile: tuple[ItemChange, ...] = ()

    @property
    def is_laid(self) -> bool:
        return self.standing not in (Standing.GONE, Standing.NOT_POSSIBLE)

    @property
    def is_flagged(self) -> bool:
        return self.standing is not Standing.HOLDS


@dataclass(frozen=True, slots=True)
class Replay:
    """How a kind of change is done again.

    `is_possible` asks the rows as they are; `shift` moves them by what the change says
    and is None where the change is a set.
    """

    is_possible: Callable[[PlanRow, Mapping[str, Any]], bool]
    shift: Callable[[PlanRow, Mapping[str, Any]], None] | None = None


def init_app(app: Flask, replays: Mapping[str, Replay]) -> None:
    """Offer how the changes of each kind are done again."""
    app.extensions[OFFERED] = replays


def is_shift(what: str) -> bool:
    """Whether changes of a kind move what they change from where it is then."""
    replay = _replays().get(what)
    return replay is not None and replay.shift is not None


def lay(
    plan: PlanRow,
    changes: Iterable[ScenarioChangeRow],
    touch: Callable[[str, str], None] | None = None,
) -> tuple[Laid, ...]:
    """Do the changes of a scenario to the rows of its plan, in their order.

    Args:
        plan: the plan.
        changes: what is done, as it was kept.
        touch: is told of each row before it is written.
    """
    # Rows are written past the session, so that what is read here is kept beside it.
    kept = [
        (
            it.id,
            it.what,
            dict(it.values),
            [kept_item(item) for item in it.items],
            changed_since(it.items),
        )
        for it in changes
    ]
    laid: list[Laid] = []
    written: set[Row] = set()
    for id, what, values, items, meanwhile in kept:
        standing, instead = _do_again(plan, what, values, items, touch)
        if is_shift(what):
            standing, instead = _of_plan(standing, instead, written)
        laid.append(_with(Laid(id, standing, instead), meanwhile))
        written |= {(it.table, it.row_key) for it in items}
    return tuple(laid)


def _of_plan(
    standing: Standing, instead: tuple[ItemChange, ...], written: set[Row]
) -> tuple[Standing, tuple[ItemChange, ...]]:
    """What a shift starts from, where the scenario has not written it before."""
    own = tuple(it for it in instead if (it.table, it.row_key) not in written)
    is_none = standing is Standing.REPLACES_ANOTHER and not own
    return (Standing.HOLDS if is_none else standing), own


def _with(laid: Laid, meanwhile: tuple[ItemChange, ...]) -> Laid:
    """How a change stands, where the plan has changed what acts together with it."""
    if not meanwhile or laid.standing not in (
        Standing.HOLDS,
        Standing.REPLACES_ANOTHER,
    ):
        return laid
    return replace(laid, standing=Standing.REPLACES_ANOTHER, meanwhile=meanwhile)


def _do_again(
    plan: PlanRow,
    what: str,
    values: Mapping[str, Any],
    items: list[ItemChange],
    touch: Callable[[str, str], None] | None,
) -> tuple[Standing, tuple[ItemChange, ...]]:
    replay = _replays().get(what)
    if replay is not None and not replay.is_possible(plan, values):
        return Standing.NOT_POSSIBLE, ()
    if replay is not None and replay.shift is not None:
        told = [it for it in items if it.field not in BESIDE]
        before = _values_of(told)
        replay.shift(plan, values)
        db.session.flush()
        after = _values_of(told)
        instead = tuple(
            replace(it, before=was, after=now)
            for it, was, now in zip(told, before, after, strict=True)
            if was != it.before
        )
        return (Standing.REPLACES_ANOTHER if instead else Standing.HOLDS), instead
    return _set_again(items, touch)


def _values_of(items: Iterable[ItemChange]) -> list[Any]:
    """What the fields have now; nothing where their row has gone."""
    rows = {(it.table, it.row_key) for it in items}
    found = {row: read_row(table_named(row[0]), row[1]) or {} for row in rows}
    return [found[it.table, it.row_key].get(it.field) for it in items]


def _set_again(
    items: list[ItemChange], touch: Callable[[str, str], None] | None
) -> tuple[Standing, tuple[ItemChange, ...]]:
    by_row = fields_by_row(items)
    found = {(name, key): read_row(table_named(name), key) for name, key in by_row}
    if None in found.values():
        return Standing.GONE, ()
    now = [(it, (found[it.table, it.row_key] or {})[it.field]) for it in items]
    told = [(it, value) for it, value in now if it.field not in BESIDE]
    for (name, key), values in by_row.items():
        if touch is not None:
            touch(name, key)
        put_values(name, key, values)
    if all(value == it.after for it, value in told):
        return Standing.SO_ALREADY, ()
    instead = tuple(
        replace(it, before=value) for it, value in told if value != it.before
    )
    return (Standing.REPLACES_ANOTHER if instead else Standing.HOLDS), instead


def _replays() -> Mapping[str, Replay]:
    found: Mapping[str, Replay] = current_app.extensions[OFFERED]
    return found
