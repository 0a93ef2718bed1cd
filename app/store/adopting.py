"""A scenario becomes the plan: one change of the history, all of it or nothing.

What the scenario shows is what is done: its changes are laid over the rows of the
plan as they are when one looks through it. The plan as it was is frozen as a baseline
in the same transaction. What no longer makes sense, or replaces another value than it
once did, is never done without somebody having said so.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import select

from app.extensions import db
from app.store import results
from app.store.baselines import Details, freeze
from app.store.errors import ClashError, ScenarioRefused
from app.store.laying import Laid, Standing, lay
from app.store.tables import BaselineRow, ChangeRow, PlanRow, ScenarioRow
from app.store.trial import Trial, try_out
from app.store.writing import Write, refuse_newer, writing

if TYPE_CHECKING:
    from app.access import User

ADOPTED = "scenarios.adopted"


@dataclass(frozen=True, slots=True)
class Agreed:
    """What was said of changes that are flagged: done all the same, or left out."""

    done: frozenset[int] = frozenset()
    left_out: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Preview:
    """What adopting comes to, and how each change stands that would be done."""

    trial: Trial
    laid: tuple[Laid, ...]


def needs_word(laid: Laid, agreed: Agreed) -> bool:
    """Whether somebody has to say what becomes of a change.

    What the plan has already needs none: it makes no difference.
    """
    if laid.standing is Standing.REPLACES_ANOTHER:
        return laid.change_id not in agreed.done
    return not laid.is_laid


def preview(scenario: ScenarioRow, agreed: Agreed, *, by: "User") -> Preview:
    """Say what adopting a scenario comes to; nothing is written.

    It is tried once for each state of the plan and of the scenario.
    """
    state = (scenario.id, scenario.version, scenario.adopted_at, results.revision())
    key = ("adoption", *state, agreed, by.key)
    found: Preview | None = results.results().find(key)
    if found is None:
        found = _try_out(scenario, agreed, by=by)
        results.results().keep(key, found)
    return found


def _try_out(scenario: ScenarioRow, agreed: Agreed, *, by: "User") -> Preview:
    scenario_id, plan = scenario.id, db.session.get_one(PlanRow, scenario.plan_id)
    laid: list[Laid] = []

    def command() -> None:
        with writing(plan, by=by, what=ADOPTED) as write:
            row = db.session.get_one(ScenarioRow, scenario_id)
            write.values = {"name": row.name}
            laid.extend(_lay(row, agreed, write))

    trial = try_out(plan, command)
    return Preview(trial, tuple(laid))


def adopt(
    scenario_id: int,
    details: Details,
    agreed: Agreed,
    *,
    by: "User",
    seen: tuple[int, int],
) -> ChangeRow:
    """Make a scenario the plan; the plan before it becomes a baseline.

    Args:
        scenario_id: the scenario.
        details: the baseline's name, and the decision on the scenario.
        agreed: what was said of changes that are flagged.
        by: who adopts it.
        seen: the revision, and the version of the scenario, that were looked at.

    Returns:
        the change of the plan.

    Raises:
        ClashError: the plan or the scenario was changed since, or the name of the
            baseline is used.
        ScenarioRefused: adopted, unsettled, or nothing.
    """
    scenario = db.session.get_one(ScenarioRow, scenario_id)
    plan = db.session.get_one(PlanRow, scenario.plan_id)
    revision, version = seen
    with writing(plan, by=by, what=ADOPTED) as write:
        row = db.session.get_one(ScenarioRow, scenario_id)
        _refuse_changed(row, version)
        refuse_newer(revision)
        freeze(plan, details, write)
        write.values = _values(row, details)
        _lay_settled(row, agreed, write)
        write.then.append(_marking(scenario_id, agreed.left_out))
    assert write.change is not None  # noqa: S101 - there are items
    return write.change


def adopt_or_clash(
    scenario_id: int,
    details: Details,
    agreed: Agreed,
    *,
    by: "User",
    seen: tuple[int, int],
) -> ChangeRow | ClashError:
    """The same, with who was first as an answer: also who was first since the check.

    Raises:
        ScenarioRefused: adopted, unsettled, or nothing.
    """
    try:
        return adopt(scenario_id, details, agreed, by=by, seen=seen)
    except ClashError as error:
        return error


def find_clash(scenario: ScenarioRow, seen: tuple[int, int]) -> ClashError | None:
    """Who was first, where the plan or the scenario was changed after it was seen.

    Args:
        scenario: the scenario.
        seen: the revision, and the version of the scenario, that were looked at.

    Raises:
        ScenarioRefused: adopted.
    """
    revision, version = seen
    try:
        _refuse_changed(scenario, version)
        refuse_newer(revision)
    except ClashError as error:
        return error
    return None


def find_adoption(baseline: BaselineRow) -> ChangeRow | None:
    """The adoption that a baseline was frozen for; None where it was made by itself."""
    return find_adoptions([baseline]).get(baseline.id)


def find_adoptions(baselines: Sequence[BaselineRow]) -> Mapping[int, ChangeRow]:
    """The adoptions that baselines were frozen for, by the id of the baseline."""
    same_moment = select(ChangeRow).where(
        ChangeRow.what == ADOPTED, ChangeRow.at.in_([it.made_at for it in baselines])
    )
    found = {
        (it.at, it.values["baseline"]): it for it in db.session.scalars(same_moment)
    }
    keys = {it.id: (it.made_at, it.name) for it in baselines}
    return {id: found[key] for id, key in keys.items() if key in found}


def _lay(row: ScenarioRow, agreed: Agreed, write: Write) -> Iterable[Laid]:
    plan = db.session.get_one(PlanRow, row.plan_id)
    changes = [
        it
        for it in row.changes
        if not it.is_taken_back and it.id not in agreed.left_out
    ]
    laid = lay(plan, changes, touch=write.capture.touch)
    db.session.flush()
    return laid


def _lay_settled(row: ScenarioRow, agreed: Agreed, write: Write) -> None:
    """Lay a scenario of which nothing is left open, and that comes to something."""
    if any(needs_word(it, agreed) for it in _lay(row, agreed, write)):
        raise ScenarioRefused("unsettled")
    if not write.capture.items():
        raise ScenarioRefused("nothing")


def _refuse_changed(row: ScenarioRow, version: int) -> None:
    if row.adopted_at is not None:
        raise ScenarioRefused("adopted")
    if row.version != version:
        at = max((it.at for it in row.changes), default=None)
        raise ClashError(by=row.owner, by_name=row.owner_name, at=at, items=())


def _values(row: ScenarioRow, details: Details) -> dict[str, object]:
    """What the history tells of an adoption."""
    return {
        "scenario": row.id,
        "name": row.name,
        "case": details.case_number,
        "why": details.why,
        "decided_by": details.decided_by,
        "decided_on": details.decided_on.isoformat(),
        "baseline": details.name,
    }


def _marking(scenario_id: int, left_out: frozenset[int]) -> Callable[[ChangeRow], None]:
    """Mark a scenario as adopted by a change; nobody changes it from then on."""

    def mark(change: ChangeRow) -> None:
        row = db.session.get_one(ScenarioRow, scenario_id)
        row.adopted_at, row.adopted_change = change.at, change.id
        row.version += 1
        for it in row.changes:
            it.is_taken_back = it.is_taken_back or it.id in left_out

    return mark
