"""The one way to write: one verb of one user, all of it or nothing.

A write takes its turn, lets the caller change rows, computes the plan anew and keeps
who changed what, from what to what, and what moved with it. It commits; nobody else
does. Rows that were read before it are read anew inside it.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any

from flask import current_app
from sqlalchemy import func, select, tuple_
from sqlalchemy.orm.exc import ObjectDeletedError, StaleDataError

from app.extensions import db
from app.store import overlay, results
from app.store.capture import Capture, is_captured
from app.store.engine import begin_writing
from app.store.errors import ClashError, ItemChange
from app.store.proposals import keep_proposals
from app.store.quality import keep_score
from app.store.references import find_reference
from app.store.rows import plain
from app.store.scenarios import keep_change
from app.store.tables import ChangeItemRow, ChangeRow, PlanRow
from app.store.trial import end_trial, is_trial
from planning.compare import compare
from planning.comparison_document import comparison_document
from planning.evaluate import Evaluation

if TYPE_CHECKING:
    from app.access import User

Touches = Iterable[tuple[str, str]]


@dataclass(slots=True, kw_only=True)
class Write:
    """What a write has become: `change` is there once it has committed.

    It stays None where nothing was changed after all, unless it is told all the same.
    What is to be done `then` is done in the same transaction, with the change.
    """

    by: "User"
    what: str
    values: Mapping[str, Any]
    change: ChangeRow | None = None
    undoes_id: int | None = None
    is_told: bool = False
    then: list[Callable[[ChangeRow], None]] = field(default_factory=list)
    capture: Capture = field(default_factory=Capture)


@contextmanager
def writing(
    plan: PlanRow | None,
    *,
    by: "User",
    what: str,
    values: Mapping[str, Any] | None = None,
    seen: int | None = None,
    touches: Touches = (),
) -> Iterator[Write]:
    """Change rows inside this block; what comes of it is in the yielded value.

    Args:
        plan: the plan that is changed; None where it is facts or settings.
        by: who writes.
        what: the verb, a stable kind as "waves.moved".
        values: what fills the verb's sentence.
        seen: the revision that the user had looked at.
        touches: the table and key of each row that the user had looked at.

    Raises:
        ClashError: one of these rows was changed after `seen`, or has gone, or one
            that goes is in use; or `seen` is of what a backup has replaced.
    """
    touched = tuple(touches)
    _refuse_unsaved()
    begin_writing(db.session)
    write = Write(by=by, what=what, values=values or {})
    with _all_or_nothing(touched):
        overlay.lay_for(by.key)
        if seen is not None:
            _refuse_clash(touched, seen)
        concerned = results.current_plan() if plan is None else plan
        concerned_id, is_current = concerned.id, concerned.kind == "current"
        before = results.evaluation(concerned)
        with write.capture.listening(db.session()):
            yield write
            db.session.flush()
        after = _trace(write, concerned, before, is_of_plan=plan is not None)
        after = _keep(write, concerned_id, before, after, is_current=is_current)
    results.keep_evaluation(concerned_id, after)


@contextmanager
def _all_or_nothing(touched: tuple[tuple[str, str], ...]) -> Iterator[None]:
    """Take everything back where something fails; a row that is gone is a clash."""
    try:
        yield
    except (ObjectDeletedError, StaleDataError) as error:
        _take_back()
        raise _clash_over(*touched) from error
    except BaseException:
        _take_back()
        raise


def _keep(
    write: Write,
    plan_id: int,
    before: Evaluation,
    after: Evaluation,
    *,
    is_current: bool,
) -> Evaluation:
    """Commit, with what belongs to the change and is no change of the plan itself.

    A trial ends here instead. What comes back is what the plan tells with all of it.
    """
    if is_trial(db.session()):
        end_trial(db.session(), write.change, after)
    if overlay.find_open() is not None:
        if write.change is not None:
            write.change = keep_change(write.change)
        return after
    if write.change is not None:
        db.session.flush()
        for deed in write.then:
            deed(write.change)
        keep_score(plan_id, before, after, write.change)
        if is_current and keep_proposals(before, after, write.change):
            after = results.evaluate_now(results.current_plan())
    db.session.commit()
    return after


def _take_back() -> None:
    """Leave the rows as they were, and as the open scenario has them."""
    db.session.rollback()
    overlay.lay_anew()


def _trace(
    write: Write, plan: PlanRow, before: Evaluation, *, is_of_plan: bool
) -> Evaluation:
    """Keep what was changed, and what the plan comes to now."""
    items = write.capture.items()
    if not items and not write.is_told:
        return before
    _refuse_dangling(items)
    if overlay.find_open() is None:
        results.programme().revision += 1
        db.session.flush()
    else:
        overlay.refuse_recording(items)
    after = results.evaluate_now(plan)
    write.change = ChangeRow(
        revision=after.snapshot.revision,
        plan_id=plan.id if is_of_plan else None,
        at=_now(),
        by=write.by.key,
        by_name=write.by.name,
        what=write.what,
        values=plain(write.values),
        moved=comparison_document(compare(before, after)),
        undoes_id=write.undoes_id,
        items=[_item(item) for item in items],
    )
    if overlay.find_open() is None:
        db.session.add(write.change)
    return after


def _refuse_unsaved() -> None:
    """What was changed outside the block would be lost without a word."""
    session = db.session
    if is_captured(session()):
        raise ValueError("a write inside a write")
    if session.new or session.deleted or any(map(session.is_modified, session.dirty)):
        raise ValueError("rows were changed before the write began")


def _now() -> datetime:
    now: datetime = current_app.config["BOLGEPLAN_CLOCK"]()
    return now


def _item(item: ItemChange) -> ChangeItemRow:
    return ChangeItemRow(
        table=item.table,
        row_key=item.row_key,
        field=item.field,
        before=item.before,
        after=item.after,
    )


def item_change(item: ChangeItemRow) -> ItemChange:
    """A kept item as a value that outlives its session."""
    return ItemChange(
        table=item.table,
        row_key=item.row_key,
        field=item.field,
        before=item.before,
        after=item.after,
    )


def _refuse_clash(touched: tuple[tuple[str, str], ...], seen: int) -> None:
    found = _changes_of(touched, after_revision=seen)
    if found:
        raise _clash(found)
    if touched and not is_of_this_history(seen):
        raise ClashError(by_name="", at=None, items=())


def refuse_newer(seen: int) -> None:
    """Refuse whoever has not seen all that there is.

    Raises:
        ClashError: anything was changed after `seen`, and what it was.
    """
    last = db.session.scalar(
        select(ChangeRow).where(ChangeRow.revision > seen).order_by(ChangeRow.id.desc())
    )
    if last is not None:
        items = tuple(item_change(it) for it in last.items)
        raise ClashError(by=last.by, by_name=last.by_name, at=last.at, items=items)
    if not is_of_this_history(seen):
        raise ClashError(by_name="", at=None, items=())


def is_of_this_history(revision: int) -> bool:
    """Whether there was such a revision: none between a backup and its restoring."""
    kept = ChangeRow.revision
    if db.session.scalar(select(kept).where(kept == revision).limit(1)) is not None:
        return True
    later = db.session.scalar(select(func.min(kept)).where(kept > revision))
    return revision + 1 == (later or results.revision() + 1)


def _refuse_dangling(items: list[ItemChange]) -> None:
    """Somebody has begun to use a row that this write removes."""
    for item in items:
        removed = item.field == "" and item.after is None
        if removed and (user := find_reference(item.table, item.row_key)):
            raise _clash_over(user)


def _clash_over(*rows: tuple[str, str]) -> ClashError:
    """The clash with the last one who changed one of these rows."""
    found = _changes_of(rows, after_revision=0)
    return _clash(found[-1:]) if found else ClashError(by_name="", at=None, items=())


def _clash(found: list[tuple[ChangeRow, ChangeItemRow]]) -> ClashError:
    last = found[-1][0]
    return ClashError(
        by=last.by,
        by_name=last.by_name,
        at=last.at,
        items=tuple(item_change(item) for _, item in found),
    )


def _changes_of(
    touched: tuple[tuple[str, str], ...], *, after_revision: int
) -> list[tuple[ChangeRow, ChangeItemRow]]:
    """What was changed in some rows after a revision, oldest first."""
    if not touched:
        return []
    rows = db.session.execute(
        select(ChangeRow, ChangeItemRow)
        .join(ChangeItemRow, ChangeItemRow.change_id == ChangeRow.id)
        .where(
            ChangeRow.revision > after_revision,
            tuple_(ChangeItemRow.table, ChangeItemRow.row_key).in_(touched),
        )
        .order_by(ChangeItemRow.id)
    )
    return [(change, item) for change, item in rows]
