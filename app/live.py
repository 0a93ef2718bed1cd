"""Whether a municipality is live, and when it is or was to be."""

from datetime import date

from flask_babel import gettext as _

from app.filters import between, dated, last_day
from app.go_live import DateState, GoLivePart, actual_go_live, with_wave_go_live
from planning.calendars import to_date
from planning.evaluate import Evaluation
from planning.rollout import GO_LIVE, activity_id
from planning.snapshot import Precision, Report, Wave


def is_live(evaluation: Evaluation, number: str) -> bool:
    """Whether a municipality's go-live is recorded."""
    at = evaluation.schedule.activities.get(activity_id(number, GO_LIVE))
    return at is not None and at.done


def municipality_go_live(evaluation: Evaluation, number: str) -> GoLivePart:
    """Tell when a municipality goes live: as reported, else as its wave does.

    Who has left before that does not, although the plan still has it in a wave.
    """
    report = find_report(evaluation, number, GO_LIVE)
    actual = None if report is None else report.finish or report.start
    if actual is not None and is_live(evaluation, number):
        return actual_go_live(actual)
    wave = find_wave(evaluation, number)
    if wave is None:
        return GoLivePart(_("without a wave"), "", DateState.UNDATED)
    if wave.reckoning is not None and evaluation.go_live(number) is None:
        return GoLivePart(_("has left"), "", DateState.UNDATED)
    return with_wave_go_live(wave)


def find_report(evaluation: Evaluation, number: str, key: str) -> Report | None:
    """Return what is reported of one activity, if anything is."""
    return next(
        (
            it
            for it in evaluation.snapshot.reports
            if it.municipality == number and it.activity == key
        ),
        None,
    )


def find_wave(evaluation: Evaluation, number: str) -> Wave | None:
    """Return the wave that a municipality is placed in, if it is in one."""
    code = evaluation.wave_of(number)
    return next((it for it in evaluation.snapshot.plan.waves if it.code == code), None)


def is_rough(evaluation: Evaluation, number: str) -> bool:
    """Whether it is live since a day that nobody knows: so nor is what is counted."""
    report = find_report(evaluation, number, GO_LIVE)
    actual = None if report is None else report.finish or report.start
    return actual is not None and not actual.is_day and is_live(evaluation, number)


def about(start: int, finish: int) -> str:
    """Name the month or months of what is counted from such a day."""
    first, last = to_date(start), last_day(start, finish)
    if (first.year, first.month) != (last.year, last.month):
        return _("about %(months)s", months=between(first, last, "yMMMM"))
    whole = date(first.year, first.month, 1)
    following = date(first.year + first.month // 12, first.month % 12 + 1, 1)
    end = date.fromordinal(following.toordinal() - 1)
    return _("about %(months)s", months=dated(whole, end, Precision.MONTH))
