"""Trying a change out: what would come of it, with nothing written.

The very command of the user runs, with its rules and its refusals, in a transaction
that is rolled back. What is shown before a change is therefore what the change does.
"""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import NoReturn

from sqlalchemy.orm import Session

from app.extensions import db
from app.store import overlay, results
from app.store.tables import ChangeRow, PlanRow
from planning.evaluate import Evaluation

IN_SESSION = "trial"


@dataclass(frozen=True, slots=True)
class Trial:
    """What a command would do; `change` is None where it would change nothing.

    The change has no id, and stands in no history.
    """

    change: ChangeRow | None
    before: Evaluation
    after: Evaluation


class RolledBack(Exception):  # noqa: N818 - a way out of the write, not a fault
    """A write of a trial has come to where it would commit."""


@dataclass(slots=True)
class Tried:
    """What the write of a trial came to, kept beyond its transaction."""

    change: ChangeRow | None = None
    after: Evaluation | None = None


def try_out(plan: PlanRow, command: Callable[[], object]) -> Trial:
    """Say what a command would come to; the database stays as it is.

    Args:
        plan: the plan that is looked at, before and after.
        command: calls the command; it makes at most one write.

    Raises:
        ClashError: as the command does.
    """
    before = results.evaluation(plan)
    session = db.session()
    tried = Tried()
    session.info[IN_SESSION] = tried
    try:
        with suppress(RolledBack):
            command()
    finally:
        del session.info[IN_SESSION]
        session.rollback()
        overlay.lay_anew()
    return Trial(tried.change, before, tried.after or before)


def is_trial(session: Session) -> bool:
    """Whether what is written now is only tried."""
    return IN_SESSION in session.info


def end_trial(
    session: Session, change: ChangeRow | None, after: Evaluation
) -> NoReturn:
    """Keep what a write came to, and leave it before it commits.

    Raises:
        RolledBack: always; `try_out` waits for it.
    """
    tried: Tried = session.info[IN_SESSION]
    tried.change, tried.after = change, after
    raise RolledBack
