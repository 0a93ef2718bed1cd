"""Baselines: the plan frozen as it was, checked each time it is read.

Nothing here changes a baseline that is there. The text that is kept holds the state
and all that is said of it, so that its checksum covers dates, money and the decision
alike, and anybody can take it anew: it is the sha256 of the file that the page gives.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from app.extensions import db
from app.store import overlay, results
from app.store.errors import ClashError, ScenarioRefused
from app.store.tables import BaselineRow, ChangeRow, PlanRow
from app.store.writing import Write, refuse_newer, writing
from planning.plan_state import plan_state
from planning.state import PlanState
from planning.state_document import canonical, read_state, state_document

if TYPE_CHECKING:
    from app.access import User

MADE = "baselines.made"
REPLACED = "baselines.replaced"


@dataclass(frozen=True, slots=True, kw_only=True)
class Details:
    """What is said of a baseline: its name, and the decision that approved it.

    `replaces_id` is the one whose place it takes, for the reason given.
    """

    name: str
    why: str
    decided_by: str
    case_number: str
    decided_on: date
    replaces_id: int | None = None
    replaced_reason: str = ""


def list_baselines() -> Sequence[BaselineRow]:
    """All baselines, the oldest first."""
    return db.session.scalars(select(BaselineRow).order_by(BaselineRow.id)).all()


def find_baseline(baseline_id: int) -> BaselineRow | None:
    """A baseline by its number."""
    return db.session.get(BaselineRow, baseline_id)


def find_named(name: str) -> BaselineRow | None:
    """A baseline by its name."""
    return db.session.scalar(select(BaselineRow).where(BaselineRow.name == name))


def replaced_by(rows: Sequence[BaselineRow]) -> Mapping[int, BaselineRow]:
    """Which baseline took the place of which."""
    return {it.replaces_id: it for it in rows if it.replaces_id is not None}


def is_sound(row: BaselineRow) -> bool:
    """Whether a baseline is what it was when it was made."""
    document = row.document
    begin = f'{{"baseline":{canonical(_record(row))},"state":'
    return document.startswith(begin) and _sha256(document) == row.checksum


def find_state(row: BaselineRow) -> PlanState | None:
    """The state that a baseline holds; None where it has been changed since."""
    if not is_sound(row):
        return None
    key = ("baseline", row.checksum)
    found: PlanState | None = results.results().find(key)
    if found is None:
        found = read_state(json.loads(row.document)["state"])
        results.results().keep(key, found)
    return found


def make_baseline(
    plan: PlanRow, details: Details, *, by: "User", seen: int
) -> BaselineRow:
    """Freeze a plan as it is.

    Raises:
        ClashError: the plan was changed after `seen`, or somebody else has used the
            name, or has replaced the same baseline.
    """
    what = MADE if details.replaces_id is None else REPLACED
    with writing(None, by=by, what=what) as write:
        refuse_newer(seen)
        write.values = _values(details)
        write.is_told = True
        freeze(plan, details, write)
    made = find_named(details.name)
    assert made is not None  # noqa: S101 - it has just been committed
    return made


def freeze(plan: PlanRow, details: Details, write: Write) -> None:
    """Keep a plan as it is before a write changes it, together with the write.

    Raises:
        ClashError: the name is used, or the other one replaced, already.
        ScenarioRefused: fact, where the plan is seen in a scenario.
    """
    if overlay.find_open() is not None:
        raise ScenarioRefused("fact")
    _refuse_used(details)
    state = state_document(plan_state(results.evaluation(plan)))

    def keep(change: ChangeRow) -> None:
        row = BaselineRow(
            name=details.name,
            why=details.why,
            decided_by=details.decided_by,
            case_number=details.case_number,
            decided_on=details.decided_on,
            made_at=change.at,
            by=change.by,
            by_name=change.by_name,
            revision=state["revision"],
            replaces_id=details.replaces_id,
            replaced_reason=details.replaced_reason,
        )
        row.document = canonical({"baseline": _record(row), "state": state})
        row.checksum = _sha256(row.document)
        db.session.add(row)

    write.then.append(keep)


def _refuse_used(details: Details) -> None:
    is_used = BaselineRow.name == details.name
    if details.replaces_id is not None:
        is_used |= BaselineRow.replaces_id == details.replaces_id
    other = db.session.scalar(select(BaselineRow).where(is_used))
    if other is not None:
        raise ClashError(by=other.by, by_name=other.by_name, at=other.made_at, items=())


def _values(details: Details) -> dict[str, Any]:
    """What the history tells of a baseline."""
    values: dict[str, Any] = {"name": details.name, "case": details.case_number}
    replaced = find_baseline(details.replaces_id) if details.replaces_id else None
    if replaced is not None:
        values |= {"replaced": replaced.name, "reason": details.replaced_reason}
    return values


def _record(row: BaselineRow) -> dict[str, Any]:
    """All that is said of a baseline beside its state."""
    return {
        "name": row.name,
        "why": row.why,
        "decided_by": row.decided_by,
        "case_number": row.case_number,
        "decided_on": row.decided_on.isoformat(),
        "made_at": row.made_at.astimezone(UTC).isoformat(),
        "by": row.by,
        "by_name": row.by_name,
        "revision": row.revision,
        "replaces_id": row.replaces_id,
        "replaced_reason": row.replaced_reason,
    }


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
