"""Fixtures corrected after people have changed the same row: one value, one owner."""

import shutil
from datetime import date

import pytest
from sqlalchemy import select

from app.extensions import db
from app.store.seed import FIXTURES, seed
from app.store.tables import (
    AssumptionRow,
    BindingMemberRow,
    BindingRow,
    ClosedPeriodRow,
    ComponentRow,
    PlacementRow,
    ReportRow,
    WaveRow,
)
from app.store.writing import writing
from tests.app.store.seed.test_reading import swap
from tests.builders import binding_row


@pytest.fixture
def folder(tmp_path):
    return shutil.copytree(FIXTURES, tmp_path / "fixtures")


def row(of, **known):
    return db.session.scalar(select(of).filter_by(**known))


def test_a_window_is_not_made_half_of_theirs_and_half_of_ours(plan, folder, office):
    """A first day after the last would be a window without a day."""
    k13 = row(WaveRow, code="K13")
    with writing(plan, by=office, what="waves.window-set"):
        k13.window_last = date(2025, 4, 30)
    swap(
        folder,
        "waves.csv",
        "2025-04-01,2025-05-31,window",
        "2025-05-01,2025-05-31,month",
    )
    # The day that the plan was decided with is the fixtures' own.
    assert seed(folder).updated == {"placement": 9}
    assert (k13.window_first, k13.window_last, k13.precision) == (
        date(2025, 4, 1),
        date(2025, 4, 30),
        "window",
    )


def test_the_precision_that_people_have_set_keeps_its_days(plan, folder, office):
    k13 = row(WaveRow, code="K13")
    with writing(plan, by=office, what="waves.window-set"):
        k13.precision = "season"
    swap(folder, "waves.csv", "2025-04-01,2025-05-31", "2025-03-01,2025-06-30")
    assert seed(folder).updated == {"placement": 9}
    assert (k13.window_first, k13.window_last) == (date(2025, 4, 1), date(2025, 5, 31))


def test_what_happened_is_apart_from_what_is_planned(plan, folder, office):
    pd1 = row(WaveRow, code="PD1")
    with writing(plan, by=office, what="waves.window-set"):
        pd1.window_last = date(2022, 6, 30)
    swap(folder, "waves.csv", "2022-05-07,2022-05-07", "2022-05-08,2022-05-08")
    assert seed(folder).updated == {"wave": 1}
    assert (pd1.actual_first, pd1.actual_last) == (date(2022, 5, 8), date(2022, 5, 8))
    assert pd1.window_last == date(2022, 6, 30)


def test_what_happened_is_one_value_too(plan, folder, office):
    pd1 = row(WaveRow, code="PD1")
    with writing(plan, by=office, what="waves.date-set"):
        pd1.actual_first = date(2022, 5, 6)
    swap(folder, "waves.csv", "2022-05-07,2022-05-07", "2022-05-03,2022-05-03")
    assert seed(folder).changes == 0
    assert pd1.actual_last == date(2022, 5, 7)


def test_a_report_that_people_have_changed_is_theirs(plan, folder, office):
    report = row(ReportRow, municipality="1506", activity="option-exercised")
    with writing(plan, by=office, what="municipalities.reported"):
        report.start_first = date(2021, 5, 1)
    swap(folder, "decisions.csv", "1506,2021-06-17,2021-06-17,day",
         "1506,2021-06-17,2021-06-30,month")  # fmt: skip
    # The decision, and the report on it that nobody has changed.
    assert seed(folder).updated == {"decision": 1, "report": 1}
    assert (report.start_last, report.finish_last) == (
        date(2021, 6, 17),
        date(2021, 6, 17),
    )
    assert report.precision == "day"


def test_a_binding_that_people_have_removed_stays_removed(plan, folder, office):
    with writing(plan, by=office, what="preconditions.binding-removed"):
        for member in db.session.scalars(select(BindingMemberRow)):
            db.session.delete(member)
        db.session.delete(row(BindingRow, key="namdal-2020"))
    swap(folder, "bindings.csv", ",namdal,,", ",namdal,5006,")
    assert seed(folder).changes == 0
    assert row(BindingRow, key="namdal-2020") is None


def test_a_member_that_people_have_taken_out_stays_out(plan, folder, office):
    leka = row(BindingMemberRow, municipality="5052")
    with writing(plan, by=office, what="preconditions.binding-changed"):
        db.session.delete(leka)
    swap(folder, "bindings.csv", ",namdal,,", ",namdal,5006,")
    assert seed(folder).inserted == {"binding_member": 1}
    assert row(BindingMemberRow, municipality="5052") is None
    assert row(BindingMemberRow, municipality="5006") is not None


def test_a_binding_that_people_made_before_the_fixtures_did_is_theirs(
    plan, folder, office
):
    with writing(plan, by=office, what="preconditions.binding-added"):
        db.session.add(binding_row("fosen-doctors", kind="other"))
    path = folder / "bindings.csv"
    with path.open("a", encoding="utf-8") as file:
        file.write(
            "fosen-doctors,shared-out-of-hours,Legevakt,Legevakt,Doctors,,"
            "5054 5057,,,,,,assumed,,,\n"
        )
    assert seed(folder).inserted == {"binding_member": 2}
    assert row(BindingRow, key="fosen-doctors").kind == "other"


def test_a_period_is_one_value(plan, folder, office):
    july = row(ClosedPeriodRow, key="july")
    with writing(plan, by=office, what="preconditions.period-changed"):
        july.last_day = 15
    swap(folder, "closed_periods.csv", "07-01,07-31", "06-25,08-15")
    assert seed(folder).changes == 0
    assert (july.first_month, july.first_day, july.last_day) == (7, 1, 15)


def test_what_is_expected_of_a_component_is_one_value(plan, folder, office):
    module = row(ComponentRow, key="prescription-module")
    with writing(plan, by=office, what="preconditions.component-changed"):
        module.expected_first = module.expected_last = date(2025, 1, 1)
        module.precision = "day"
    swap(folder, "components.csv", "test,,,,yes", "test,2024-01-01,2024-12-31,year,no")
    assert seed(folder).updated == {"component": 1}
    assert (module.expected_last, module.precision) == (date(2025, 1, 1), "day")
    assert not module.is_late


def test_an_assumption_that_people_have_changed_stays(plan, folder, office):
    rate = db.session.get(AssumptionRow, "loan_rate")
    with writing(plan, by=office, what="economy.assumptions-changed"):
        rate.value = "0.05"
    swap(folder, "assumptions.csv", "loan_rate,0.04", "loan_rate,0.03")
    swap(folder, "assumptions.csv", "term_years,15", "term_years,20")
    assert seed(folder).updated == {"assumption": 1}
    assert rate.value == "0.05"
    assert db.session.get(AssumptionRow, "loan_term_years").value == "20"


def test_a_move_leaves_the_day_that_was_decided(plan, folder, office):
    ulstein = row(PlacementRow, municipality="1516")
    with writing(plan, by=office, what="waves.moved"):
        ulstein.wave_id = row(WaveRow, code="K15").id
    swap(folder, "waves.csv", "2025-04-01,2025-05-31", "2025-04-26,2025-05-31")
    seed(folder)
    assert ulstein.decided_day == date(2025, 4, 26)
