"""What a plan comes to, kept by plan and revision.

Every write raises the revision, which each transaction reads from the database: an
answer can't be stale, whichever process wrote.
"""

from collections import OrderedDict
from threading import Lock
from typing import TYPE_CHECKING, Any

from flask import current_app
from sqlalchemy import select

from app.extensions import db
from app.store import overlay
from app.store.errors import DatabaseError
from app.store.loader import load_snapshot
from app.store.tables import AssumptionRow, PlanRow, ProgrammeRow
from app.store.tables.programme import PROGRAMME_ID
from planning.evaluate import Evaluation, evaluate

if TYPE_CHECKING:
    from collections.abc import Hashable

# What the pages ask of the plan, of a few scenarios and of baselines has room; an
# answer takes about 0.7 MB.
KEPT = 120
IN_SESSION = "bolgeplan_programme"


class Results:
    """The answers used last; safe to use from several threads."""

    def __init__(self, kept: int = KEPT) -> None:
        self._answers: OrderedDict[Hashable, Any] = OrderedDict()
        self._lock = Lock()
        self._kept = kept

    def find(self, key: "Hashable") -> Any | None:
        """The answer to a question, if it is still there."""
        with self._lock:
            if key not in self._answers:
                return None
            self._answers.move_to_end(key)
            return self._answers[key]

    def keep(self, key: "Hashable", answer: Any) -> None:
        """Remember an answer, and forget the one that was not used for longest."""
        with self._lock:
            self._answers[key] = answer
            self._answers.move_to_end(key)
            while len(self._answers) > self._kept:
                self._answers.popitem(last=False)

    def forget(self) -> None:
        """Forget all: the database is another one now."""
        with self._lock:
            self._answers.clear()


class Apart:
    """The same answers, those that hold in one state of one scenario alone."""

    def __init__(self, results: Results, mark: "Hashable") -> None:
        self._results = results
        self._mark = mark

    def find(self, key: "Hashable") -> Any | None:
        """The answer to a question, if it is still there."""
        return self._results.find((self._mark, key))

    def keep(self, key: "Hashable", answer: Any) -> None:
        """Remember an answer, and forget the one that was not used for longest."""
        self._results.keep((self._mark, key), answer)

    def forget(self) -> None:
        """Forget all: the database is another one now."""
        self._results.forget()


def results() -> Results | Apart:
    """The answers that this app keeps, of the plan or the scenario it is seen in."""
    found: Results = current_app.extensions["bolgeplan_results"]
    mark = overlay.mark()
    return found if mark is None else Apart(found, mark)


def evaluation(plan: PlanRow) -> Evaluation:
    """What a plan comes to at the revision that the session sees."""
    key = ("evaluation", plan.id, revision())
    found: Evaluation | None = results().find(key)
    if found is None:
        found = evaluate_now(plan)
        keep_evaluation(plan.id, found)
    return found


def evaluate_now(plan: PlanRow) -> Evaluation:
    """The same from the rows, whatever is kept.

    Raises:
        DatabaseError: where facts are missing that this version reckons with.
    """
    if db.session.scalar(select(AssumptionRow.key).limit(1)) is None:
        raise DatabaseError("unloaded")
    return evaluate(load_snapshot(plan))


def keep_evaluation(plan_id: int, evaluation: Evaluation) -> None:
    """Remember what a plan comes to; its rows have been committed."""
    key = ("evaluation", plan_id, evaluation.snapshot.revision)
    results().keep(key, evaluation)


def revision() -> int:
    """The revision of the installation, as the session sees it."""
    return programme().revision


def programme() -> ProgrammeRow:
    """The programme, read once a transaction.

    Raises:
        DatabaseError: where the facts have not been loaded yet.
    """
    found = db.session.get(ProgrammeRow, PROGRAMME_ID)
    if found is None:
        raise DatabaseError("no-plan")
    # A session forgets what nobody holds.
    db.session().info[IN_SESSION] = found
    return found


def current_plan() -> PlanRow:
    """The plan that holds.

    Raises:
        DatabaseError: where the facts have not been loaded yet.
    """
    found = db.session.scalar(select(PlanRow).where(PlanRow.kind == "current"))
    if found is None:
        raise DatabaseError("no-plan")
    return found
