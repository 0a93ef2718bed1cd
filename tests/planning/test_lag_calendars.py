"""The time between two steps, counted on a calendar by name."""

from dataclasses import replace
from datetime import date

import pytest

from planning.calendars import norway, to_date, to_day
from planning.circumstances import ClosedPeriod
from planning.durations import Duration, Unit
from planning.evaluate import evaluate
from planning.lag_calendars import LagCalendar, find_calendar
from planning.periods import falls_in
from planning.snapshot import Snapshot
from tests.planning.programmes import CODE, TEMPLATE, edge, programme, wave, window

JULY = ClosedPeriod(key="july", first=(7, 1), last=(7, 31))
CHRISTMAS = ClosedPeriod(
    key="christmas", first=(12, 20), last=(1, 6), is_council_recess=True
)
PERIODS = (JULY, CHRISTMAS)
FREEZE = LagCalendar.GO_LIVE_FREEZE
TEN_DAYS = Duration(10, Unit.WORKING_DAYS)


def after(name: LagCalendar, start: date) -> date:
    calendar = find_calendar(name, PERIODS) or norway()
    return to_date(calendar.advance(to_day(start), TEN_DAYS))


@pytest.mark.parametrize(
    ("name", "start", "finish"),
    [
        # Two weeks, ten days, over July (the tenth day is 5 August), over Christmas.
        (LagCalendar.WORKING_DAYS, date(2026, 6, 22), date(2026, 7, 4)),
        (LagCalendar.EVERY_DAY, date(2026, 6, 22), date(2026, 7, 2)),
        (LagCalendar.GO_LIVE_FREEZE, date(2026, 6, 22), date(2026, 8, 6)),
        (LagCalendar.COUNCIL_RECESS, date(2026, 6, 22), date(2026, 7, 4)),
        (LagCalendar.COUNCIL_RECESS, date(2026, 12, 14), date(2027, 1, 14)),
    ],
)
def test_ten_working_days(name: LagCalendar, start: date, finish: date) -> None:
    assert after(name, start) == finish


def test_calendars_of_the_same_periods_are_the_same() -> None:
    again = (replace(JULY, key="summer"), CHRISTMAS)
    for name in LagCalendar:
        assert find_calendar(name, PERIODS) is find_calendar(name, again)


def test_without_periods_the_usual_calendar_is_meant() -> None:
    assert find_calendar(LagCalendar.GO_LIVE_FREEZE, ()) is None
    assert find_calendar(LagCalendar.COUNCIL_RECESS, (JULY,)) is None


def counted_back(name: LagCalendar, lag: str = "10wd") -> str:
    """When cutover has to be over, that long before a go-live in January."""
    links = (
        *(it for it in TEMPLATE.links if it != edge("cutover", "go-live")),
        replace(edge("cutover", "go-live", lag), calendar=name),
    )
    found = evaluate(
        programme(
            wave(CODE, window("2026-01-17")),
            template=replace(TEMPLATE, links=links),
            closed_periods=PERIODS,
        )
    )
    return to_date(found.schedule.activities["1516.cutover"].finish).isoformat()


@pytest.mark.parametrize(
    ("name", "finish"),
    [
        # The last day of work is a Friday.
        (LagCalendar.WORKING_DAYS, "2026-01-03"),
        (LagCalendar.EVERY_DAY, "2026-01-07"),
        # From 7 to 16 January there are eight working days outside of Christmas.
        (LagCalendar.GO_LIVE_FREEZE, "2025-12-18"),
        (LagCalendar.COUNCIL_RECESS, "2025-12-18"),
    ],
)
def test_a_step_is_counted_back_on_the_calendar_of_its_link(
    name: LagCalendar, finish: str
) -> None:
    assert counted_back(name) == finish


def test_months_are_the_same_on_every_calendar() -> None:
    assert len({counted_back(name, "2mo") for name in LagCalendar}) == 1


def test_other_periods_make_another_plan_of_the_same_template() -> None:
    counted = replace(edge("cutover", "go-live", "10wd"), calendar=FREEZE)
    links = (*(it for it in TEMPLATE.links if it.successor != "go-live"), counted)

    def finish(*periods: ClosedPeriod) -> int:
        snapshot: Snapshot = programme(
            wave(CODE, window("2026-01-17")),
            template=replace(TEMPLATE, links=links),
            closed_periods=periods,
        )
        return evaluate(snapshot).schedule.activities["1516.cutover"].finish

    assert finish() == finish(JULY) > finish(CHRISTMAS)


@pytest.mark.parametrize(
    ("first", "last"),
    [((2, 20), (2, 29)), ((2, 29), (3, 2)), ((12, 20), (1, 6)), ((2, 28), (2, 28))],
)
def test_every_day_of_every_year_is_closed_as_its_period_says(
    first: tuple[int, int], last: tuple[int, int]
) -> None:
    period = ClosedPeriod(key="p", first=first, last=last)
    calendar = find_calendar(FREEZE, (period,))
    assert calendar is not None
    for day in range(to_day(date(1999, 1, 1)), to_day(date(2005, 1, 1))):
        is_open = norway().is_working(day) and not falls_in(period, day)
        assert calendar.is_working(day) is is_open
