"""Keeping what a scenario changes: recorded, taken back, done again, copied.

A scenario is no change of the plan: it raises no revision and stands in no history
before it is adopted.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from datetime import datetime

from flask import current_app
from sqlalchemy import or_, select

from app.extensions import db
from app.store import overlay
from app.store.engine import begin_writing
from app.store.errors import ItemChange, ScenarioRefused
from app.store.scenario_names import refuse_used_name
from app.store.tables import ChangeItemRow, ChangeRow, ScenarioChangeRow, ScenarioRow
from app.store.together import kept_item, with_seen


def list_scenarios(plan_id: int, user: str) -> Sequence[ScenarioRow]:
    """The scenarios on a plan that a user may see, the newest first."""
    return db.session.scalars(
        select(ScenarioRow)
        .where(ScenarioRow.plan_id == plan_id)
        .where(or_(ScenarioRow.owner == user, ScenarioRow.is_shared))
        .order_by(ScenarioRow.id.desc())
    ).all()


def find_scenario(scenario_id: int, user: str) -> ScenarioRow | None:
    """A scenario, where a user may see it."""
    row = db.session.get(ScenarioRow, scenario_id)
    return row if row is not None and (row.is_shared or row.owner == user) else None


def make_scenario(
    plan_id: int, name: str, note: str, *, owner: str, owner_name: str
) -> ScenarioRow:
    """Begin a scenario on a plan; it changes nothing yet.

    Raises:
        ScenarioRefused: name-used.
    """
    row = ScenarioRow(
        plan_id=plan_id,
        name=name,
        note=note,
        owner=owner,
        owner_name=owner_name,
        made_at=now(),
    )
    begin_writing(db.session)
    try:
        refuse_used_name(name, owner)
        db.session.add(row)
        db.session.commit()
    except BaseException:
        db.session.rollback()
        raise
    return row


def keep_change(change: ChangeRow) -> ChangeRow:
    """Keep a change of the open scenario; what it did to rows is taken back first.

    What had been taken back can't be done again any more. The scenario is laid over
    the plan again, with the change.

    Returns:
        the change as the history would keep it, with the id that it has in its
        scenario; it is in no session.

    Raises:
        ScenarioRefused: adopted, where that has happened meanwhile.
    """
    opened = overlay.find_open()
    assert opened is not None  # noqa: S101 - the write has asked
    kept = ScenarioChangeRow(
        scenario_id=opened.id,
        at=change.at,
        by=change.by,
        by_name=change.by_name,
        what=change.what,
        values=change.values,
        moved=change.moved,
        items=[asdict(_item(it)) for it in change.items],
    )
    with changing_scenario(opened.id, by=change.by) as row:
        for other in [it for it in row.changes if it.is_taken_back]:
            row.changes.remove(other)
        kept.position = max((it.position for it in row.changes), default=0) + 1
        # What it did to rows is taken back: these are the plan's own.
        kept.items = with_seen(kept.items)
        row.changes.append(kept)
    overlay.lay_anew()
    return as_change(db.session.get_one(ScenarioChangeRow, kept.id))


@contextmanager
def changing_scenario(scenario_id: int, *, by: str) -> Iterator[ScenarioRow]:
    """Change what a scenario comes to inside this block: all of it or nothing.

    Raises:
        ScenarioRefused: unknown, not-own, or adopted.
    """
    with own_scenario(scenario_id, by=by) as row:
        yield row
        row.version += 1


@contextmanager
def own_scenario(scenario_id: int, *, by: str) -> Iterator[ScenarioRow]:
    """Change a scenario of one's own, and not what it comes to, inside this block.

    Raises:
        ScenarioRefused: unknown, not-own, or adopted.
    """
    begin_writing(db.session)
    try:
        row = db.session.get(ScenarioRow, scenario_id)
        if row is None:
            raise ScenarioRefused("unknown")
        if row.owner != by:
            raise ScenarioRefused("not-own")
        if row.adopted_at is not None:
            raise ScenarioRefused("adopted")
        yield row
        db.session.commit()
    except BaseException:
        db.session.rollback()
        raise


def take_back(scenario_id: int, change_id: int, *, by: str) -> bool:
    """Leave a change of a scenario out; whether it was part of it until now."""
    return _put(scenario_id, change_id, by=by, is_taken_back=True)


def do_again(scenario_id: int, change_id: int, *, by: str) -> bool:
    """Make a change part of a scenario again; whether it was left out until now."""
    return _put(scenario_id, change_id, by=by, is_taken_back=False)


def _put(scenario_id: int, change_id: int, *, by: str, is_taken_back: bool) -> bool:
    with changing_scenario(scenario_id, by=by) as row:
        found = next((it for it in row.changes if it.id == change_id), None)
        is_other = found is not None and found.is_taken_back is not is_taken_back
        if found is not None:
            found.is_taken_back = is_taken_back
    return is_other


def scenario_steps(
    scenario_id: int,
) -> tuple[ScenarioChangeRow | None, ScenarioChangeRow | None]:
    """The change that undoing takes back, and the one that redoing does again."""
    rows = db.session.scalars(
        select(ScenarioChangeRow)
        .where(ScenarioChangeRow.scenario_id == scenario_id)
        .order_by(ScenarioChangeRow.position)
    ).all()
    held = [it for it in rows if not it.is_taken_back]
    last = held[-1] if held else None
    after = 0 if last is None else last.position
    later = (it for it in rows if it.is_taken_back and it.position > after)
    return last, next(later, None)


def as_change(kept: ScenarioChangeRow) -> ChangeRow:
    """A change of a scenario as the history would keep it; it is in no session."""
    return ChangeRow(
        id=kept.id,
        revision=0,
        at=kept.at,
        by=kept.by,
        by_name=kept.by_name,
        what=kept.what,
        values=kept.values,
        moved=kept.moved,
        items=[ChangeItemRow(**asdict(kept_item(it))) for it in kept.items],
    )


def now() -> datetime:
    """The moment, by the clock of the app."""
    moment: datetime = current_app.config["BOLGEPLAN_CLOCK"]()
    return moment


def _item(item: ChangeItemRow) -> ItemChange:
    return ItemChange(
        table=item.table,
        row_key=item.row_key,
        field=item.field,
        before=item.before,
        after=item.after,
    )
