"""Reports of steps that follow from facts, so that nothing is entered twice.

A fact that is a step of the template is reported as done too, where nobody has
reported the step. Such a report goes with its fact, as long as it says the same.
"""

from sqlalchemy import select

from app.extensions import db
from app.store.loader import ENTERED
from app.store.tables import CommitmentFactRow, PlanRow, ReportRow, TemplateActivityRow
from app.when import When
from planning.rights.chain import FactKind
from planning.rights.told import STEPS
from planning.snapshot import ReportState


def when_of(row: CommitmentFactRow) -> When:
    """When a fact happened."""
    return When(
        first=row.happened_first, last=row.happened_last, precision=row.precision
    )


def add_report(plan: PlanRow, row: CommitmentFactRow) -> None:
    """Report the step that a fact is, where there is one that nobody has reported."""
    step = _step(plan, row)
    if step is None or _find(row.municipality, step) is not None:
        return
    db.session.add(
        ReportRow(
            municipality=row.municipality,
            activity=step,
            state=ReportState.DONE.value,
            start_first=row.happened_first,
            start_last=row.happened_last,
            finish_first=row.happened_first,
            finish_last=row.happened_last,
            precision=row.precision,
            confidence=ENTERED,
        )
    )


def drop_report(plan: PlanRow, row: CommitmentFactRow) -> None:
    """Take the report away that says what the fact says and nobody else has said."""
    step = _step(plan, row)
    found = None if step is None else _find(row.municipality, step)
    if found is not None and _says_the_same(found, row):
        db.session.delete(found)
        db.session.flush()


def _says_the_same(report: ReportRow, row: CommitmentFactRow) -> bool:
    said = (report.finish_first, report.finish_last)
    return (
        report.confidence == ENTERED
        and report.state == ReportState.DONE
        and said == (row.happened_first, row.happened_last)
    )


def _step(plan: PlanRow, row: CommitmentFactRow) -> str | None:
    """The step of the template that a fact is, if it is in the template."""
    step = STEPS.get(FactKind(row.kind))
    return db.session.scalar(
        select(TemplateActivityRow.key).where(
            TemplateActivityRow.plan_id == plan.id, TemplateActivityRow.key == step
        )
    )


def _find(municipality: str, step: str) -> ReportRow | None:
    return db.session.scalar(
        select(ReportRow).where(
            ReportRow.municipality == municipality, ReportRow.activity == step
        )
    )
