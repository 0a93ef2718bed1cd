"""The checks of the plan as files for spreadsheets."""

from collections.abc import Iterator

from flask_babel import gettext as _

from app.quality.check_page import COUNTING, offender_name, whose
from app.quality.pages import FAILED, NOT_ASKED, PASSED, check_line, in_order
from app.quality_words import check_name, definition, mend
from app.spreadsheets import Value, spreadsheet
from app.store.names import Names
from planning.calendars import to_date
from planning.evaluate import Evaluation
from planning.quality.values import Finding, Quality


def checks_csv(quality: Quality) -> bytes:
    """Return the file of all checks, one line each, with what they are held against."""
    headings = [
        _("Check"),
        _("Result"),
        _("Found"),
        _("Of"),
        _("Allowed, percent"),
        _("Weight"),
        _("What is asked"),
        _("What mends it"),
    ]
    return spreadsheet(
        headings, (_cells(it, quality) for it in in_order(quality.findings))
    )


def offenders_csv(
    findings: tuple[Finding, ...], evaluation: Evaluation, names: Names
) -> bytes:
    """Return the file of all that some checks find, one line a date."""
    headings = [
        _("Check"),
        _("What"),
        _("Whose"),
        _("Date"),
        _("Total float, days"),
        _("Days, at most"),
    ]
    rows = (row for it in findings for row in _offenders(it, evaluation, names))
    return spreadsheet(headings, rows)


def state_text(state: str) -> str:
    """Whether a check is passed, in a word."""
    return {
        PASSED: _("passes"),
        FAILED: _("does not pass"),
        NOT_ASKED: _("not asked"),
    }[state]


def _cells(finding: Finding, quality: Quality) -> list[Value]:
    check = finding.check
    return [
        check_name(check),
        state_text(check_line(finding).state),
        finding.count,
        finding.asked,
        finding.allowed,
        finding.weight,
        definition(check, quality.thresholds),
        mend(check),
    ]


def _offenders(
    finding: Finding, evaluation: Evaluation, names: Names
) -> Iterator[list[Value]]:
    for it in finding.offenders:
        for id in it.ids:
            at = evaluation.schedule.activities[id]
            yield [
                check_name(finding.check),
                offender_name(it, evaluation, names),
                whose(id, evaluation, names),
                to_date(at.start).isoformat(),
                at.total_float,
                it.days if finding.check in COUNTING else None,
            ]
