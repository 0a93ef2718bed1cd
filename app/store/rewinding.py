"""What a plan came to at an earlier revision: every change since taken back.

It is done in a transaction that is rolled back, newest change first. What was kept of
the changes is all it takes: no older plan is stored anywhere.
"""

from dataclasses import dataclass

from sqlalchemy import select, update
from sqlalchemy.exc import SQLAlchemyError

from app.extensions import db
from app.store import overlay, results
from app.store.engine import begin_writing
from app.store.names import LOCALES, Names, names_for
from app.store.tables import ChangeRow, PlanRow, ProgrammeRow
from app.store.undoing import restore_rows
from app.store.writing import is_of_this_history, item_change
from planning.errors import PlanningError
from planning.evaluate import Evaluation


@dataclass(frozen=True, slots=True)
class Past:
    """What a plan came to, and what things were called, in every language."""

    evaluation: Evaluation
    names: tuple[Names, ...]


def find_past(plan: PlanRow, revision: int) -> Past | None:
    """What a plan came to at a revision; None where that can't be told.

    That is so of a revision that was never here, of one from before the tables had
    other columns, and inside a scenario, which has no history of its own.
    """
    if revision == results.revision():
        return _read(plan)
    known = 0 <= revision < results.revision() and is_of_this_history(revision)
    if overlay.find_open() is not None or not known:
        return None
    try:
        begin_writing(db.session)
        _rewind(revision)
        return _read(plan)
    except (SQLAlchemyError, PlanningError, KeyError):
        return None
    finally:
        db.session.rollback()


def _read(plan: PlanRow) -> Past:
    names = tuple(names_for(plan, language) for language in LOCALES)
    return Past(results.evaluation(plan), names)


def _rewind(revision: int) -> None:
    asked = (
        select(ChangeRow)
        .where(ChangeRow.revision > revision)
        .order_by(ChangeRow.revision.desc(), ChangeRow.id.desc())
    )
    kept = [[item_change(it) for it in row.items] for row in db.session.scalars(asked)]
    for items in kept:
        restore_rows(items)
    db.session.execute(update(ProgrammeRow).values(revision=revision))
    db.session.expire_all()
