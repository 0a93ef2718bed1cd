"""Rows to what is known of the progress of steps, and rows to half-open windows.

What somebody reported stands as long as no withdrawal has undone it; where nobody has
reported a step, what the chain of facts tells of it does.
"""

from collections.abc import Iterable
from datetime import date

from sqlalchemy import select

from app.extensions import db
from app.store.fact_loader import FactRows, load_told
from app.store.tables import ReportRow
from planning.circumstances import Decision
from planning.durations import parse_duration
from planning.rights.told_steps import Known, with_told
from planning.rights.ways_out import standing_reports
from planning.snapshot import (
    Municipality,
    Precision,
    Report,
    ReportState,
    Template,
    Window,
    inclusive_window,
)


def load_reports(
    facts: FactRows,
    decisions: tuple[Decision, ...],
    *,
    template: Template,
    municipalities: Iterable[Municipality],
    today: int,
) -> tuple[Report, ...]:
    """What is reported of every municipality, or told in place of a report."""
    founders = frozenset(it.number for it in municipalities if not it.holds_option)
    known = Known(
        facts=load_told(facts, founders),
        decisions=decisions,
        steps=frozenset(it.key for it in template.activities),
        founders=founders,
    )
    return with_told(standing_reports(_reports(), decisions, today), known, today)


def _reports() -> tuple[Report, ...]:
    rows = db.session.execute(
        select(
            ReportRow.municipality,
            ReportRow.activity,
            ReportRow.state,
            ReportRow.start_first,
            ReportRow.start_last,
            ReportRow.finish_first,
            ReportRow.finish_last,
            ReportRow.precision,
            ReportRow.remaining,
        ).order_by(ReportRow.municipality, ReportRow.id)
    )
    return tuple(
        Report(
            municipality=row.municipality,
            activity=row.activity,
            state=ReportState(row.state),
            start=row_window(row.start_first, row.start_last, row.precision),
            finish=row_window(row.finish_first, row.finish_last, row.precision),
            remaining=parse_duration(row.remaining) if row.remaining else None,
        )
        for row in rows
    )


def row_window(first: date | None, last: date | None, precision: str) -> Window | None:
    """The window of a row; one with a single date is that day."""
    if first is None and last is None:
        return None
    return inclusive_window(
        first or last or date.min,
        last or first or date.min,
        Precision(precision) if precision else Precision.WINDOW,
    )
