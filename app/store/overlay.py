"""A scenario laid over its plan, for one request, in a transaction that never commits.

What a scenario changes is written into the rows of the plan and rolled back at the
end: every page, every figure and every command sees the plan as the scenario has it,
and nobody else does. Where the plan has moved since, the scenario moves with it.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from flask import current_app
from sqlalchemy import event
from sqlalchemy.orm import Session

from app.extensions import db
from app.store import laid_rows
from app.store.engine import begin_writing
from app.store.errors import ItemChange, ScenarioRefused
from app.store.laying import Laid, lay
from app.store.tables import PlanRow, ScenarioRow

IN_SESSION = "bolgeplan_scenario"

# A scenario is about the plan. What has happened, and what every plan rests on, is not
# its to change.
PLANNED = frozenset(
    {"wave", "placement", "trust_placement", "template_activity", "template_link"}
)


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


def _refuse_commit(session: Session) -> None:
    """A scenario would become the plan without a word."""
    opened: OpenScenario = session.info[IN_SESSION]
    if opened.is_in_rows:
        raise TypeError("what a scenario has laid over its plan is never committed")


def _note_rolled_back(session: Session) -> None:
    opened: OpenScenario = session.info[IN_SESSION]
    opened.is_in_rows = False
