"""Rows to snapshot."""

from datetime import date

import pytest
from sqlalchemy import event, select

from app.extensions import db
from app.store.loader import load_snapshot
from app.store.tables import (
    DeadlineRow,
    MilestoneRow,
    PlacementRow,
    ReportRow,
    WaveRow,
)
from app.store.writing import writing
from planning.calendars import to_day
from planning.durations import parse_duration
from planning.snapshot import Because, Precision, ReportState
from tests.builders import ULSTEIN, deadline_row, plan_row, report_row, wave_row


def test_a_snapshot_holds_the_plan_and_its_facts(any_plan):
    found = load_snapshot(any_plan)
    assert found.status_date == to_day(date(2023, 11, 30))
    assert found.revision == 1
    assert len(found.municipalities) == len(found.plan.placements) == 66
    assert [wave.code for wave in found.plan.waves][:3] == ["PD1", "PD2", "PD3"]
    assert len(found.trusts) == 5
    assert found.plan.template.activities[0].key == "project-start"
    assert len(found.plan.template.links) == 34


def test_inclusive_dates_become_half_open_windows(plan):
    waves = {wave.code: wave for wave in load_snapshot(plan).plan.waves}
    k13 = waves["K13"]
    assert k13.window.start == to_day(date(2025, 4, 1))
    assert k13.window.end == to_day(date(2025, 6, 1))
    assert k13.window.precision is Precision.WINDOW
    assert k13.aliases == ("KI3",)
    assert k13.reckoning.because is Because.FIRST_DAY_OF_WINDOW
    assert waves["PD2"].actual.precision is Precision.MONTH
    assert waves["PD1"].actual.is_day


def test_what_an_office_adds_is_in_the_snapshot(plan, office):
    k13 = db.session.scalar(select(WaveRow).where(WaveRow.code == "K13"))
    with writing(plan, by=office, what="test"):
        k13.set_day = date(2025, 4, 28)
        db.session.add(deadline_row(plan.id, day=date(2024, 3, 1)))
        db.session.add(report_row("training", "not-done", remaining="3w"))
        db.session.add(report_row("preproject", "done", date(2023, 5, 2)))
        db.session.add(wave_row(plan.id, window_first=None, window_last=None))
    found = load_snapshot(plan)
    waves = {wave.code: wave for wave in found.plan.waves}
    assert waves["K13"].set_day == to_day(date(2025, 4, 28))
    assert waves["K16"].window is None
    (deadline,) = found.deadlines
    assert (deadline.municipality, deadline.activity, deadline.day) == (
        ULSTEIN,
        "option-limit",
        to_day(date(2024, 3, 1)),
    )
    reports = {
        report.activity: report
        for report in found.reports
        if report.municipality == ULSTEIN
    }
    assert reports["training"].state is ReportState.NOT_DONE
    assert reports["training"].remaining == parse_duration("3w")
    assert reports["training"].start is None
    assert reports["preproject"].finish.start == to_day(date(2023, 5, 2))


def test_a_window_with_one_date_is_that_day(plan, office):
    with writing(plan, by=office, what="test"):
        db.session.add(wave_row(plan.id, window_last=None, precision=""))
    found = load_snapshot(plan).plan.waves[-1]
    assert found.window.is_day


def test_a_municipality_in_no_wave_is_in_the_snapshot(plan, office):
    placement = db.session.scalar(
        select(PlacementRow).where(PlacementRow.municipality == ULSTEIN)
    )
    with writing(plan, by=office, what="test"):
        placement.wave_id = None
    placements = {it.municipality: it for it in load_snapshot(plan).plan.placements}
    assert placements[ULSTEIN].wave is None


def test_a_date_of_the_programme_without_a_date_is_left_out(plan, office):
    pilot = db.session.scalar(
        select(MilestoneRow).where(MilestoneRow.key == "gp-pilot")
    )
    keys = [milestone.key for milestone in load_snapshot(plan).plan.milestones]
    assert "gp-pilot" in keys
    assert keys.index("contract") < keys.index("gp-pilot")
    with writing(plan, by=office, what="test"):
        pilot.window_first = pilot.window_last = None
    keys = [milestone.key for milestone in load_snapshot(plan).plan.milestones]
    assert "gp-pilot" not in keys


def test_another_plan_has_its_own_waves_and_the_same_facts(plan, office):
    with writing(plan, by=office, what="test"):
        other = plan_row()
        db.session.add(other)
        db.session.flush()
        db.session.add(wave_row(other.id, "K1"))
    found = load_snapshot(other)
    assert [wave.code for wave in found.plan.waves] == ["K1"]
    assert found.plan.placements == ()
    assert [trust.wave for trust in found.trusts] == [None] * 5
    assert len(found.municipalities) == 66
    assert found.reports == load_snapshot(plan).reports


def test_a_snapshot_takes_few_queries(plan):
    statements = []
    event.listen(
        db.engine,
        "before_cursor_execute",
        lambda *arguments: statements.append(arguments[2]),
    )
    load_snapshot(plan)
    assert len(statements) <= 25


@pytest.mark.parametrize("row", [DeadlineRow, ReportRow])
def test_rows_of_the_plan_are_loaded_in_the_same_order_every_time(plan, row):
    assert load_snapshot(plan) == load_snapshot(plan)
