"""Reports as the engine takes them: days for what is known by windows.

A window counts from its first day; the finish of work that is known by one is its
last. What is said to be done or begun, and not when, was so by the status date at
the latest.
"""

from dataclasses import dataclass

from planning.durations import Duration
from planning.snapshot import Report, ReportState, TemplateActivity


@dataclass(frozen=True, slots=True)
class Progress:
    """What a report leaves for the engine; nothing, where nobody has reported."""

    start: int | None = None
    finish: int | None = None
    remaining: Duration | None = None


def read_report(
    report: Report | None, step: TemplateActivity, status_date: int
) -> Progress:
    """Turn what somebody said of a step into days."""
    if report is None:
        return Progress()
    if report.state is ReportState.NOT_DONE:
        return Progress(remaining=report.remaining or step.duration)
    start = None if report.start is None else report.start.start
    if report.state is ReportState.STARTED:
        begun = status_date if start is None else start
        return Progress(start=begun, remaining=report.remaining)
    if step.duration.is_zero:
        known = report.finish or report.start
        day = status_date if known is None else known.start
        return Progress(start=day, finish=day)
    over = status_date + 1
    finish = over if report.finish is None else min(report.finish.end, over)
    return Progress(start=start, finish=finish)
