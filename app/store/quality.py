"""The quality of a plan: kept by revision, and its score over time.

A write that changes the score, or which checks fail, leaves a row in its own
transaction: what the page shows of the past is what was, and costs nothing to look
at. A scenario leaves none.
"""

from collections.abc import Sequence

from sqlalchemy import select

from app.extensions import db
from app.store import results
from app.store.tables import ChangeRow, PlanRow, QualityScoreRow
from planning.evaluate import Evaluation
from planning.quality.assess import assess_programme
from planning.quality.values import Quality


def quality_of(plan: PlanRow) -> Quality:
    """What the checks of a plan come to at the revision that the session sees."""
    evaluation = results.evaluation(plan)
    key = ("quality", plan.id, evaluation.snapshot.revision)
    found: Quality | None = results.results().find(key)
    if found is None:
        found = assess(evaluation)
        results.results().keep(key, found)
    return found


def assess(evaluation: Evaluation) -> Quality:
    """What the checks of an evaluation come to."""
    return assess_programme(
        evaluation.snapshot,
        evaluation.nodes,
        evaluation.network.activities,
        evaluation.schedule,
        calendar=evaluation.calendar,
    )


def keep_score(
    plan_id: int, before: Evaluation, after: Evaluation, change: ChangeRow
) -> None:
    """Note the score from a change on, where it is another one than before."""
    last = _last_score(plan_id)
    if last is None:
        last = _score_row(plan_id, before)
        db.session.add(last)
    row = _score_row(plan_id, after)
    if (row.score, row.failed) != (last.score, last.failed):
        row.at = change.at
        db.session.add(row)


def list_scores(plan: PlanRow) -> Sequence[QualityScoreRow]:
    """The score of a plan from the first to the last that is kept."""
    return db.session.scalars(
        select(QualityScoreRow)
        .where(QualityScoreRow.plan_id == plan.id)
        .order_by(QualityScoreRow.revision)
    ).all()


def _last_score(plan_id: int) -> QualityScoreRow | None:
    return db.session.scalar(
        select(QualityScoreRow)
        .where(QualityScoreRow.plan_id == plan_id)
        .order_by(QualityScoreRow.revision.desc())
        .limit(1)
    )


def _score_row(plan_id: int, evaluation: Evaluation) -> QualityScoreRow:
    quality = assess(evaluation)
    return QualityScoreRow(
        plan_id=plan_id,
        revision=evaluation.snapshot.revision,
        score=quality.score,
        passed=sum(it.is_passed for it in quality.asked),
        asked=len(quality.asked),
        failed=" ".join(it.check.value for it in quality.failed),
    )
