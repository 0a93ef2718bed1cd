"""Fixtures corrected after people have changed the same row: one value, one owner."""

import shutil
from datetime import date

import pytest
from sqlalchemy import select

from app.extensions import db
from app.store.seed import FIXTURES, seed
from app.store.tables import ReportRow, WaveRow
from app.store.writing import writing
from tests.app.store.seed.test_reading import swap


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
