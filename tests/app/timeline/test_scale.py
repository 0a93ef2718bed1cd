"""The scale: days in their order, whole quarters and months, closed days."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.timeline.closed import list_closed, list_holidays
from app.timeline.scale import (
    LEAST_WIDTH,
    Stretch,
    Zoom,
    fit_scale,
    list_groups,
    list_ticks,
)
from planning.calendars import norway, to_day
from planning.circumstances import ClosedPeriod

DAYS = st.dates(date(1990, 1, 1), date(2060, 12, 31)).map(to_day)
ZOOMS = st.sampled_from(Zoom)


def stretch(first: date, finish: date) -> Stretch:
    return Stretch(to_day(first), to_day(finish))


@given(DAYS, st.integers(0, 4000), ZOOMS)
def test_places_grow_with_the_days_and_fill_the_sheet(first, days, zoom):
    scale = fit_scale(first, first + days, zoom)
    places = [scale.x(day) for day in range(scale.first, scale.end + 1)]
    assert all(one < other for one, other in pairwise(places))
    assert places[0] == 0
    assert scale.width == round(places[-1]) >= LEAST_WIDTH
    assert scale.first <= first <= first + days < scale.end


@given(DAYS, st.integers(0, 4000), ZOOMS)
def test_ticks_and_groups_cover_every_day_once(first, days, zoom):
    scale = fit_scale(first, first + days, zoom)
    for found in (list_ticks(scale, zoom), list_groups(scale, zoom)):
        assert found[0].start == scale.first
        assert found[-1].finish == scale.end
        assert all(one.finish == other.start for one, other in pairwise(found))


def test_a_long_time_is_as_wide_as_its_zoom_says():
    first, last = to_day(date(2012, 1, 1)), to_day(date(2026, 12, 31))
    widths = [fit_scale(first, last, zoom).width for zoom in Zoom]
    assert widths == [round(5479 * it) for it in (0.44, 1.1, 3.0)]


def test_a_range_is_of_whole_quarters_and_closely_of_whole_months():
    first, last = to_day(date(2024, 2, 10)), to_day(date(2025, 4, 1))
    quarters = fit_scale(first, last, Zoom.QUARTER)
    assert Stretch(quarters.first, quarters.end) == stretch(
        date(2024, 1, 1), date(2025, 7, 1)
    )
    months = fit_scale(first, last, Zoom.MONTH)
    assert Stretch(months.first, months.end) == stretch(
        date(2024, 2, 1), date(2025, 5, 1)
    )
    assert list_groups(months, Zoom.MONTH)[0] == stretch(
        date(2024, 2, 1), date(2024, 4, 1)
    )


def test_a_closed_period_comes_each_year_and_may_run_over_new_year():
    scale = fit_scale(to_day(date(2024, 1, 1)), to_day(date(2024, 12, 31)), Zoom.MONTH)
    christmas = ClosedPeriod(key="christmas", first=(12, 20), last=(1, 6))
    assert list_closed([christmas], scale) == (
        stretch(date(2024, 1, 1), date(2024, 1, 7)),
        stretch(date(2024, 12, 20), date(2025, 1, 1)),
    )


def test_a_closed_period_to_the_end_of_february_knows_leap_years():
    scale = fit_scale(to_day(date(2023, 1, 1)), to_day(date(2024, 12, 31)), Zoom.MONTH)
    february = ClosedPeriod(key="february", first=(2, 20), last=(2, 29))
    assert [it.finish - it.start for it in list_closed([february], scale)] == [9, 10]


def test_holidays_are_the_weekdays_that_are_not_worked():
    scale = fit_scale(to_day(date(2024, 5, 1)), to_day(date(2024, 5, 31)), Zoom.MONTH)
    may = [it for it in list_holidays(norway(), scale) if it < to_day(date(2024, 6, 1))]
    assert may == [
        to_day(it)
        for it in (
            date(2024, 5, 1),
            date(2024, 5, 9),
            date(2024, 5, 17),
            date(2024, 5, 20),
        )
    ]


@pytest.mark.parametrize("zoom", Zoom)
def test_the_edges_of_the_calendar_are_no_fault(zoom):
    scale = fit_scale(to_day(date(1950, 1, 1)), to_day(date(2100, 12, 31)), zoom)
    assert list_ticks(scale, zoom)[-1].finish == scale.end
