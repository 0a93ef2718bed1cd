"""What has been recorded as done last: the status date can't lie before it."""

from collections.abc import Iterator
from dataclasses import dataclass

from planning.rollout import activity_id, programme_id, trust_id, wave_id
from planning.snapshot import Report, Snapshot


@dataclass(frozen=True, slots=True)
class Recorded:
    """The id of a node, and the first day that is known of what happened there."""

    id: str
    day: int


def find_latest(snapshot: Snapshot) -> Recorded | None:
    """Return what is recorded as having happened last."""
    return max(_recorded(snapshot), key=lambda it: it.day, default=None)


def _recorded(snapshot: Snapshot) -> Iterator[Recorded]:
    for wave in snapshot.plan.waves:
        if wave.actual is not None:
            yield Recorded(wave_id(wave.code), wave.actual.start)
    for trust in snapshot.trusts:
        if trust.actual is not None:
            yield Recorded(trust_id(trust.code), trust.actual.start)
    for milestone in snapshot.plan.milestones:
        if milestone.is_done:
            window = milestone.window
            day = window.last if milestone.is_phase else window.start
            yield Recorded(programme_id(milestone.key), day)
    for report in snapshot.reports:
        # What facts tell of is told again once the status date has come to them.
        if not report.told_by:
            yield from _reported(report)


def _reported(report: Report) -> Iterator[Recorded]:
    """A report that names no day holds at any status date."""
    known = report.finish or report.start
    if known is not None:
        yield Recorded(activity_id(report.municipality, report.activity), known.start)
