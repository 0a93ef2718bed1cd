"""A scenario laid over its plan, for one request, in a transaction that never commits.

What a scenario changes is written into the rows of the plan and rolled back at the
end: every page, every figure and every command sees the plan as the scenario has it,
and nobody else does. Where the plan has moved since, the scenario moves with it: a
*shift* is reckoned anew from where a wave is now, a *set* wins over what is there and
is marked where it replaces something else than it once did. What no longer makes
sense is left out and says so.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from flask import Flask, current_app
from sqlalchemy import event
from sqlalchemy.orm import Session

from app.extensions import db
from app.store import laid_rows
from app.store.engine import begin_writing
from app.store.errors import ItemChange, ScenarioRefused
from app.store.replay import fields_by_row, put_values
from app.store.rows import read_row, table_named
from app.store.tables import PlanRow, ScenarioChangeRow, ScenarioRow
from app.store.together import changed_since, kept_item

IN_SESSION = "bolgeplan_scenario"
OFFERED = "bolgeplan_replays"

# What says where a value comes from is no reason to call it another value.
BESIDE = frozenset(
    {"source", "reference", "confidence", "note", "printed", "precision"}
)
# A scenario is about the plan. What has happened, and what every plan rests on, is not
# its to change.
PLANNED = frozenset(
    {"wave", "placement", "trust_placement", "template_activity", "template_link"}
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


@dataclass(slots=True)
class OpenScenario:
    """The scenario that a session sees its plan through."""

    id: int
    version: int = 0
    name: str = ""
    owner: str = ""
    is_shared: bool = False
    laid: tuple[Laid, ...] = ()
    is_in_rows: bool = False


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


def find_open() -> OpenScenario | None:
    """The scenario that this session sees its plan through, if there is one."""
    found: OpenScenario | None = db.session().info.get(IN_SESSION)
    return found


def mark() -> tuple[int, int] | None:
    """What tells apart what is reckoned in a scenario; None for the plan itself."""
    found = find_open()
    return None if found is None else (found.id, found.version)


def open_scenario(scenario_id: int) -> OpenScenario:
    """See the plan through a scenario from now on, in this session."""
    session = db.session()
    opened = OpenScenario(scenario_id)
    session.info[IN_SESSION] = opened
    event.listen(session, "before_commit", _refuse_commit)
    event.listen(session, "after_rollback", _note_rolled_back)
    lay_anew()
    return opened


def leave_scenario() -> None:
    """See the plan as it is again."""
    session = db.session()
    session.rollback()
    if session.info.pop(IN_SESSION, None) is not None:
        event.remove(session, "before_commit", _refuse_commit)
        event.remove(session, "after_rollback", _note_rolled_back)


def lay_anew() -> None:
    """Lay the open scenario over the plan again, after the session rolled back."""
    if find_open() is not None:
        begin_writing(db.session)
        lay_here()


def lay_here() -> None:
    """Lay the open scenario, if there is one, in a transaction that takes its turn."""
    opened = find_open()
    if opened is None:
        return
    row = db.session.get_one(ScenarioRow, opened.id)
    opened.version, opened.name = row.version, row.name
    opened.owner, opened.is_shared = row.owner, row.is_shared
    opened.laid = _lay_all(row)
    opened.is_in_rows = True


def _lay_all(row: ScenarioRow) -> tuple[Laid, ...]:
    """Lay a scenario; as it was laid before, where nothing has been written since."""
    answers, key = current_app.extensions["bolgeplan_results"], laid_rows.key_of(row)
    known: laid_rows.Kept[tuple[Laid, ...]] | None = answers.find(key)
    if known is not None:
        known.put()
        return known.laid
    plan = db.session.get_one(PlanRow, row.plan_id)
    # What was adopted is in the plan: a shift would be made once more.
    held = [it for it in row.changes if not it.is_taken_back and not row.adopted_at]
    with laid_rows.noting(db.session()) as noted:
        laid = lay(plan, held, lambda *row: noted.setdefault(row))
    answers.keep(key, laid_rows.Kept(laid, laid_rows.read_rows(noted)))
    return laid


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
    return tuple(
        _with(Laid(id, *_do_again(plan, what, values, items, touch)), meanwhile)
        for id, what, values, items, meanwhile in kept
    )


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
        replay.shift(plan, values)
        db.session.flush()
        return Standing.HOLDS, ()
    return _set_again(items, touch)


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


def refuse_recording(items: Iterable[ItemChange]) -> None:
    """Refuse what is no change of a plan's dates and places.

    Raises:
        ScenarioRefused: fact, or whole-row.
    """
    for item in items:
        if item.table not in PLANNED:
            raise ScenarioRefused("fact")
        if item.field == "":
            raise ScenarioRefused("whole-row")


def lay_for(by: str) -> None:
    """Lay the open scenario, if there is one, for a write of a user.

    Raises:
        ScenarioRefused: not-own, or adopted.
    """
    lay_here()
    opened = find_open()
    if opened is None:
        return
    if opened.owner != by:
        raise ScenarioRefused("not-own")
    if db.session.get_one(ScenarioRow, opened.id).adopted_at is not None:
        raise ScenarioRefused("adopted")


def _replays() -> Mapping[str, Replay]:
    found: Mapping[str, Replay] = current_app.extensions[OFFERED]
    return found


def _refuse_commit(session: Session) -> None:
    """A scenario would become the plan without a word."""
    opened: OpenScenario = session.info[IN_SESSION]
    if opened.is_in_rows:
        raise TypeError("what a scenario has laid over its plan is never committed")


def _note_rolled_back(session: Session) -> None:
    opened: OpenScenario = session.info[IN_SESSION]
    opened.is_in_rows = False
