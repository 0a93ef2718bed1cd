"""What a scenario changes: each change as a sentence, and how it stands now."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256

from flask_babel import gettext as _

from app.changes import deed_text
from app.filters import moment
from app.items import ItemLine, item_lines
from app.past_changes import writer_name
from app.scenarios.words import (
    Mark,
    adopted_mark,
    kind_mark,
    left_out_mark,
    standing_mark,
)
from app.store.laying import Laid, Standing, is_shift
from app.store.names import Names
from app.store.tables import ScenarioChangeRow, ScenarioRow
from app.store.together import kept_item


@dataclass(frozen=True, slots=True)
class InsteadLine:
    """A field that had one value when the change was made, and has another now."""

    what: str
    then: str
    now: str
    sets: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ScenarioChangeLine:
    """A change of a scenario; `told` is what the user is told of the plan's values."""

    id: int
    number: int
    text: str
    who: str
    when: str
    kind: Mark
    standing: Mark
    instead: tuple[InsteadLine, ...]
    meanwhile: tuple[ItemLine, ...]
    told: str
    is_taken_back: bool


def change_lines(
    row: ScenarioRow, laid: Mapping[int, Laid], names: Names, *, is_undone: bool
) -> tuple[ScenarioChangeLine, ...]:
    """The changes of a scenario in their order.

    Args:
        row: the scenario.
        laid: how those that are part of it stand, by their id.
        names: what things are called.
        is_undone: whether it became the plan, and that was undone.
    """
    return tuple(
        ScenarioChangeLine(
            id=it.id,
            number=number,
            text=deed_text(it, names),
            who=writer_name(it.by, it.by_name),
            when=moment(it.at),
            kind=kind_mark(is_shift=is_shift(it.what)),
            standing=_standing(row, it, laid.get(it.id), is_undone=is_undone),
            instead=tuple(_instead(it, laid.get(it.id), names)),
            meanwhile=_meanwhile(laid.get(it.id), names),
            told=told_token(laid.get(it.id)),
            is_taken_back=it.is_taken_back,
        )
        for number, it in enumerate(row.changes, start=1)
    )


def told_token(laid: Laid | None) -> str:
    """What tells apart what a user was told of the plan's values; mostly empty."""
    if laid is None or laid.standing is not Standing.REPLACES_ANOTHER:
        return ""
    told = [[it.table, it.row_key, it.field, it.before] for it in laid.instead]
    told += [[it.table, it.row_key, it.field, it.after] for it in laid.meanwhile]
    return sha256(json.dumps(told).encode()).hexdigest()[:16]


def _standing(
    row: ScenarioRow,
    change: ScenarioChangeRow,
    laid: Laid | None,
    *,
    is_undone: bool,
) -> Mark:
    if row.adopted_at is not None and not change.is_taken_back:
        return adopted_mark(is_undone=is_undone)
    return (
        left_out_mark()
        if laid is None
        else standing_mark(laid, is_shift=is_shift(change.what))
    )


def _meanwhile(laid: Laid | None, names: Names) -> tuple[ItemLine, ...]:
    """What acts together with what is set: as it was then, and as it is now."""
    return () if laid is None else item_lines(laid.meanwhile, names)


def _instead(
    change: ScenarioChangeRow, laid: Laid | None, names: Names
) -> Iterator[InsteadLine]:
    """What stood there then, what stands there now, and what the scenario sets."""
    if laid is None or not laid.instead:
        return
    meant = {(it.table, it.row_key, it.field) for it in laid.instead}
    kept = [kept_item(it) for it in change.items]
    then = [it for it in kept if (it.table, it.row_key, it.field) in meant]
    before = item_lines(then, names)
    for was, now in zip(before, item_lines(laid.instead, names), strict=True):
        what = f"{was.subject}, {was.field}"
        nothing = _("not set")
        yield InsteadLine(
            what, was.before or nothing, now.before or nothing, now.after or nothing
        )
