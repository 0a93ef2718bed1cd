"""A go-live is told as exactly as it is known, with the day reckoned with."""

from datetime import date

import pytest
from flask_babel import force_locale

from app.go_live import DateState, actual_go_live, wave_go_live
from planning.calendars import to_day
from planning.snapshot import Precision, Wave, inclusive_window

APRIL_MAY = inclusive_window(date(2025, 4, 1), date(2025, 5, 31))
DAY = inclusive_window(date(2024, 4, 27), date(2024, 4, 27), Precision.DAY)
NOVEMBER = inclusive_window(date(2022, 11, 1), date(2022, 11, 30), Precision.MONTH)


@pytest.fixture(autouse=True)
def in_english(app):
    with app.test_request_context(), force_locale("en_GB"):
        yield


def test_a_window_has_the_day_that_limits_are_counted_from():
    told = wave_go_live(Wave(code="K13", sequence=8, window=APRIL_MAY))
    assert told.shown.startswith("April")
    assert told.shown.endswith("May 2025")
    assert told.reckoned == (
        "Reckoned from 1 April 2025, the first day of the window;"
        " costs from 31 May 2025."
    )
    assert told.state is DateState.PLANNED


def test_a_planned_day_needs_no_reckoning():
    told = wave_go_live(Wave(code="K11", sequence=6, window=DAY))
    assert (told.shown, told.reckoned) == ("27 April 2024", "")


def test_a_day_of_the_office_stands_beside_the_window_that_it_beats():
    day = to_day(date(2025, 5, 10))
    told = wave_go_live(Wave(code="K13", sequence=8, window=APRIL_MAY, set_day=day))
    assert told.shown == "10 May 2025"
    assert told.reckoned.startswith("Set by the programme office; the plan says April")
    assert told.state is DateState.SET
    alone = wave_go_live(Wave(code="K16", sequence=11, set_day=day))
    assert alone.reckoned == "Set by the programme office."


def test_what_happened_in_a_month_is_told_as_a_month():
    told = actual_go_live(NOVEMBER)
    assert told.shown == "November 2022"
    assert told.reckoned == (
        "Reckoned from 1 November 2022; the exact day is not known."
    )
    wave = Wave(code="PD2", sequence=2, window=APRIL_MAY, actual=NOVEMBER)
    assert wave_go_live(wave) == told
    assert told.state is DateState.ACTUAL


def test_a_wave_without_a_date_says_so():
    told = wave_go_live(Wave(code="K16", sequence=11))
    assert (told.shown, told.state) == ("without a date", DateState.UNDATED)
