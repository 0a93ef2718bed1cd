"""What is recorded last, whoever it belongs to."""

from dataclasses import replace
from datetime import date

from app.admin.actuals import Recorded, find_latest
from app.store.loader import load_snapshot
from planning.calendars import to_day
from planning.snapshot import (
    ProgrammeMilestone,
    Report,
    ReportState,
    inclusive_window,
)


def window(first, last=None):
    return inclusive_window(first, last or first)


def test_the_last_wave_that_went_live_is_the_latest(plan):
    found = find_latest(load_snapshot(plan))
    assert found is not None
    assert found.day == to_day(date(2023, 11, 3))


def test_a_milestone_counts_from_its_first_day_and_a_phase_to_its_last(plan):
    snapshot = load_snapshot(plan)
    milestones = (
        ProgrammeMilestone(
            key="voted",
            window=window(date(2023, 11, 10), date(2023, 11, 30)),
            is_done=True,
        ),
        ProgrammeMilestone(
            key="built",
            window=window(date(2023, 1, 1), date(2023, 11, 20)),
            is_phase=True,
            is_done=True,
        ),
        ProgrammeMilestone(key="to-come", window=window(date(2023, 11, 29))),
    )
    changed = replace(snapshot, plan=replace(snapshot.plan, milestones=milestones))
    assert find_latest(changed) == Recorded(
        "programme.built", to_day(date(2023, 11, 20))
    )


def test_a_report_counts_and_one_without_a_day_does_not(plan):
    snapshot = load_snapshot(plan)
    reports = (
        Report(municipality="1516", activity="training", state=ReportState.NOT_DONE),
        Report(
            municipality="1516",
            activity="cutover",
            state=ReportState.STARTED,
            start=window(date(2023, 11, 22)),
        ),
    )
    changed = replace(snapshot, reports=reports)
    assert find_latest(changed) == Recorded("1516.cutover", to_day(date(2023, 11, 22)))


def test_where_nothing_is_recorded_there_is_no_latest(plan):
    snapshot = load_snapshot(plan)
    empty = replace(
        snapshot,
        plan=replace(snapshot.plan, waves=(), milestones=()),
        trusts=(),
        reports=(),
    )
    assert find_latest(empty) is None
