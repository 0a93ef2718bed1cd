"""Steps that nobody has reported and that facts tell, as pages show them.

They have no row of their own: one is made up for the page, and belongs to no session.
"""

from collections.abc import Mapping

from flask_babel import gettext as _

from app.store.loader import ENTERED
from app.store.tables import ReportRow
from planning.calendars import to_date
from planning.evaluate import Evaluation
from planning.rights.facts import Origin
from planning.snapshot import Report


def shown_reports(
    evaluation: Evaluation, number: str, rows: Mapping[str, ReportRow]
) -> dict[str, ReportRow]:
    """What the plan counts as reported of a municipality, by activity.

    A row that a withdrawal has undone is not among them.
    """
    counting = (it for it in evaluation.snapshot.reports if it.municipality == number)
    shown = {it.activity: _row(it) or rows.get(it.activity) for it in counting}
    return {key: row for key, row in shown.items() if row is not None}


def _row(report: Report) -> ReportRow | None:
    """A step that facts tell of, as a row says it; None of what has a row."""
    when = report.finish
    if not report.told_by or when is None:
        return None
    first, last = to_date(when.start), to_date(when.last)
    return ReportRow(
        municipality=report.municipality,
        activity=report.activity,
        state=report.state.value,
        start_first=first,
        start_last=last,
        finish_first=first,
        finish_last=last,
        precision=when.precision.value,
        confidence=ENTERED,
        source="",
        reference="",
        note={},
    )


def all_told_by(evaluation: Evaluation, number: str) -> dict[str, str]:
    """What tells that steps are done which nobody has reported, by activity."""
    return {
        it.activity: told_text(it.told_by)
        for it in evaluation.snapshot.reports
        if it.municipality == number and it.told_by
    }


def told_text(origin: str) -> str:
    """What tells it, in a few words."""
    return {
        Origin.LEDGER.value: _("told by the share register"),
        Origin.AGREEMENT.value: _("told by an agreement"),
    }.get(origin, _("told by a fact of the chain"))
