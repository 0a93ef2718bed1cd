"""When each date was last moved, as the history has it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select

from app.extensions import Base, db
from app.store import results
from app.store.tables import (
    ChangeItemRow,
    ChangeRow,
    DeadlineRow,
    PlacementRow,
    PlanRow,
    ReportRow,
    WaveRow,
)
from planning.rollout import wave_id

Row = type[DeadlineRow] | type[PlacementRow] | type[ReportRow]
OF_MUNICIPALITY: tuple[Row, ...] = (DeadlineRow, PlacementRow, ReportRow)
AT_ONCE = 20


@dataclass(frozen=True, slots=True)
class Touch:
    """A change: its revision and its moment."""

    revision: int
    at: datetime


@dataclass(frozen=True, slots=True)
class Touches:
    """The last change of each date, up to one change of the history.

    `by_id` has activities, and also municipalities and waves by themselves, for what
    was entered of them without moving a day.
    """

    last: tuple[int, datetime] | None
    by_id: Mapping[str, Touch]

    def of(self, *ids: str) -> Touch | None:
        """The latest change of some of them, if there was any."""
        found = [self.by_id[it] for it in ids if it in self.by_id]
        return max(found, key=lambda it: it.revision, default=None)


NONE = Touches(None, {})


def get_touches(plan: PlanRow) -> Touches:
    """The last change of every date of a plan; only what is new in it is read."""
    key = ("feed-touches", plan.id)
    kept: Touches = results.results().find(key) or NONE
    if not _is_of_this_history(kept):
        kept = NONE
    found = _read_on(plan, kept)
    results.results().keep(key, found)
    return found


def _is_of_this_history(kept: Touches) -> bool:
    """Whether the change up to which was read is there: a backup brings others."""
    if kept.last is None:
        return True
    id, at = kept.last
    found = db.session.scalar(select(ChangeRow.at).where(ChangeRow.id == id))
    return found == at


def _read_on(plan: PlanRow, kept: Touches) -> Touches:
    after = 0 if kept.last is None else kept.last[0]
    last, by_id = kept.last, dict(kept.by_id)
    changes = db.session.execute(
        select(ChangeRow.id, ChangeRow.revision, ChangeRow.at, ChangeRow.moved)
        .where(
            ChangeRow.id > after,
            ChangeRow.plan_id.is_(None) | (ChangeRow.plan_id == plan.id),
        )
        .order_by(ChangeRow.id),
        execution_options={"yield_per": AT_ONCE},
    )
    touched: dict[int, Touch] = {}
    for id, revision, at, moved in changes:
        last, touched[id] = (id, at), Touch(revision, at)
        by_id.update((it["id"], touched[id]) for it in moved.get("moved", ()))
    if touched:
        for change_id, name in _entered(plan, after):
            if change_id in touched:
                by_id[name] = touched[change_id]
    return Touches(last, by_id)


def _entered(plan: PlanRow, after: int) -> Iterator[tuple[int, str]]:
    """Yield each change of a row that says something of a wave or a municipality."""
    names = {
        (WaveRow.__tablename__, str(id)): wave_id(code)
        for id, code in _columns(plan, WaveRow, WaveRow.id, WaveRow.code)
    }
    for table in OF_MUNICIPALITY:
        for id, number in _columns(plan, table, table.id, table.municipality):
            names[table.__tablename__, str(id)] = number
    items = db.session.execute(
        select(
            ChangeItemRow.change_id,
            ChangeItemRow.table,
            ChangeItemRow.row_key,
            ChangeItemRow.before,
        )
        .where(
            ChangeItemRow.change_id > after,
            ChangeItemRow.table.in_({table for table, _key in names}),
        )
        .order_by(ChangeItemRow.id)
    )
    for change_id, table, key, before in items:
        # A row that has gone is known by what it was.
        gone = before.get("municipality") if isinstance(before, dict) else None
        if name := names.get((table, key)) or gone:
            yield change_id, str(name)


def _columns(plan: PlanRow, table: type[Base], *columns: Any) -> Iterator[Any]:
    query = select(*columns)
    if "plan_id" in table.__table__.columns:
        query = query.where(table.__table__.columns["plan_id"] == plan.id)
    yield from db.session.execute(query).tuples()
