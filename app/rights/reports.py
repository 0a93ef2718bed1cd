"""Reports of steps that follow from facts, so that nothing is entered twice.

A fact that is a step of the template is reported as done too, where nobody has
reported the step. Such a report goes with its fact, as long as it says the same. To
have acceded takes both agreements, and is done with the later of them. What registers
tell has no row: it is read out of them with the plan, as `told_steps` says.
"""

from sqlalchemy import select

from app.extensions import db
from app.store.loader import ENTERED
from app.store.tables import CommitmentFactRow, PlanRow, ReportRow, TemplateActivityRow
from app.when import When
from planning.rights.chain import FactKind
from planning.rights.told import AGREEMENTS_ACCEDED, REPORTED, STEPS
from planning.snapshot import ReportState

BOTH = REPORTED[AGREEMENTS_ACCEDED]


def when_of(row: CommitmentFactRow) -> When:
    """When a fact happened."""
    return When(
        first=row.happened_first, last=row.happened_last, precision=row.precision
    )


def add_report(plan: PlanRow, row: CommitmentFactRow) -> None:
    """Report the step that a fact is, where there is one that nobody has reported."""
    step, when = _step(plan, row), _done(row)
    if step is None or when is None or _find(row.municipality, step) is not None:
        return
    db.session.add(
        ReportRow(
            municipality=row.municipality,
            activity=step,
            state=ReportState.DONE.value,
            start_first=when.first,
            start_last=when.last,
            finish_first=when.first,
            finish_last=when.last,
            precision=when.precision,
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
    when = _done(row)
    return (
        report.confidence == ENTERED
        and report.state == ReportState.DONE
        and when is not None
        and (report.finish_first, report.finish_last) == (when.first, when.last)
    )


def _done(row: CommitmentFactRow) -> When | None:
    """When the step is done that a fact is, or is half of; None without the rest."""
    if FactKind(row.kind) not in BOTH:
        return when_of(row)
    parts = db.session.scalars(
        select(CommitmentFactRow)
        .where(
            CommitmentFactRow.municipality == row.municipality,
            CommitmentFactRow.kind.in_(BOTH),
            CommitmentFactRow.confidence == ENTERED,
        )
        .order_by(CommitmentFactRow.happened_last, CommitmentFactRow.happened_first)
    ).all()
    if len({it.kind for it in parts}) < len(BOTH):
        return None
    return when_of(parts[-1])


def _step(plan: PlanRow, row: CommitmentFactRow) -> str | None:
    """The step of the template that a fact is, if it is in the template."""
    kind = FactKind(row.kind)
    step = AGREEMENTS_ACCEDED if kind in BOTH else STEPS.get(kind)
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
