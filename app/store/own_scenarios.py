"""What the owner of a scenario does with it as a whole: name, share, copy, delete.

None of it changes what the scenario comes to, but for the copy, which is another one.
"""

from app.extensions import db
from app.store.engine import begin_writing
from app.store.errors import ScenarioRefused
from app.store.laying import Laid
from app.store.retold import retell
from app.store.scenario_names import refuse_used_name
from app.store.scenarios import changing_scenario, find_scenario, now, own_scenario
from app.store.tables import ScenarioChangeRow, ScenarioRow
from app.store.together import renewed


def rename(scenario_id: int, name: str, note: str, *, by: str) -> None:
    """Call a scenario something else.

    Raises:
        ScenarioRefused: unknown, not-own, adopted, or name-used.
    """
    with own_scenario(scenario_id, by=by) as row:
        refuse_used_name(name, by, but=scenario_id)
        row.name, row.note = name, note


def set_shared(scenario_id: int, *, is_shared: bool, by: str) -> None:
    """Let everybody see a scenario who may see the plan, or its owner alone.

    Raises:
        ScenarioRefused: unknown, not-own, or adopted.
    """
    with own_scenario(scenario_id, by=by) as row:
        row.is_shared = is_shared


def delete(scenario_id: int, *, by: str) -> None:
    """Remove a scenario with all that it changes; the plan never had any of it.

    Raises:
        ScenarioRefused: unknown, not-own, or adopted.
    """
    with own_scenario(scenario_id, by=by) as row:
        db.session.delete(row)


def fork(scenario_id: int, name: str, *, owner: str, owner_name: str) -> int:
    """Begin a scenario with all that another one changes, and return its id.

    What had been taken back there is no part of it.

    Raises:
        ScenarioRefused: unknown, where the other one is not to be seen any more, or
            name-used.
    """
    begin_writing(db.session)
    try:
        found = find_scenario(scenario_id, owner)
        if found is None:
            raise ScenarioRefused("unknown")
        refuse_used_name(name, owner)
        held = [it for it in found.changes if not it.is_taken_back]
        row = ScenarioRow(
            plan_id=found.plan_id,
            name=name,
            note=found.note,
            owner=owner,
            owner_name=owner_name,
            made_at=now(),
            forked_from=found.id,
            changes=[_copied(it, place) for place, it in enumerate(held, start=1)],
        )
        db.session.add(row)
        db.session.commit()
    except BaseException:
        db.session.rollback()
        raise
    return row.id


def _copied(change: ScenarioChangeRow, position: int) -> ScenarioChangeRow:
    """A change as it is in a copy: who made it, and when, stays."""
    return ScenarioChangeRow(
        position=position,
        at=change.at,
        by=change.by,
        by_name=change.by_name,
        what=change.what,
        values=dict(change.values),
        moved=dict(change.moved),
        items=[dict(it) for it in change.items],
    )


def renew(scenario_id: int, laid: Laid, *, by: str) -> None:
    """Remember of a change the values that it replaces now, and those around them.

    Its sentence names them too from then on.

    Args:
        scenario_id: the scenario.
        laid: how its change stands, as the user knows it; nothing is done where the
            change has gone.
        by: who keeps what the scenario sets.

    Raises:
        ScenarioRefused: unknown, not-own, or adopted.
    """
    now = {(it.table, it.row_key, it.field): it.before for it in laid.instead}
    now |= {(it.table, it.row_key, it.field): it.after for it in laid.meanwhile}
    with changing_scenario(scenario_id, by=by) as row:
        for change in row.changes:
            if change.id == laid.change_id:
                change.items = [renewed(it, now) for it in change.items]
                retell(change)
