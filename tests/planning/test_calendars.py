"""Calendars: public holidays, months, and the laws of advance and retreat."""

import pickle
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planning.calendars import (
    FIRST_DAY,
    LAST_DAY,
    Calendar,
    every_day,
    norway,
    to_date,
    to_day,
    weekdays,
)
from planning.durations import Duration, Unit, parse_duration
from planning.errors import DateOutOfRangeError
from tests.networks import WEEKS, day, durations, weeks

PUBLIC_HOLIDAYS = {
    2023: "01-01 04-06 04-07 04-09 04-10 05-01 05-17 05-18 05-28 05-29 12-25 12-26",
    2024: "01-01 03-28 03-29 03-31 04-01 05-01 05-09 05-17 05-19 05-20 12-25 12-26",
    2025: "01-01 04-17 04-18 04-20 04-21 05-01 05-17 05-29 06-08 06-09 12-25 12-26",
    2026: "01-01 04-02 04-03 04-05 04-06 05-01 05-14 05-17 05-24 05-25 12-25 12-26",
}

any_day = st.integers(day("1960-01-01"), day("2090-12-31"))
one_day = st.integers(-1, 1)


def on(calendar: Calendar, text: str, duration: str) -> str:
    return to_date(calendar.advance(day(text), parse_duration(duration))).isoformat()


def before(calendar: Calendar, text: str, duration: str) -> str:
    return to_date(calendar.retreat(day(text), parse_duration(duration))).isoformat()


@pytest.mark.parametrize("year", PUBLIC_HOLIDAYS)
def test_norway_works_monday_to_friday_but_not_on_public_holidays(year: int) -> None:
    free = {f"{year}-{each}" for each in PUBLIC_HOLIDAYS[year].split()}
    for number in range(to_day(date(year, 1, 1)), to_day(date(year + 1, 1, 1))):
        weekday = to_date(number).weekday() < 5
        expected = weekday and to_date(number).isoformat() not in free
        assert norway().is_working(number) == expected


def test_every_day_works_every_day() -> None:
    assert every_day().is_working(day("2024-12-25"))
    assert every_day().is_working(FIRST_DAY)
    assert every_day().is_working(LAST_DAY)


def test_weekdays_are_free_where_one_says_so() -> None:
    calendar = weekdays([date(2024, 1, 3), date(1900, 1, 1)])
    worked = [calendar.is_working(day(f"2024-01-0{each}")) for each in range(1, 8)]
    assert worked == [True, True, False, True, True, False, False]
    assert weekdays([date(1900, 1, 1), date(2024, 1, 3)]) is calendar


@pytest.mark.parametrize(
    ("start", "duration", "finish"),
    [
        ("2024-01-01", "5d", "2024-01-06"),
        ("2024-02-28", "2w", "2024-03-13"),
        ("2025-01-31", "1mo", "2025-03-01"),
        ("2024-01-31", "1mo", "2024-03-01"),
        ("2024-01-30", "1mo", "2024-03-01"),
        ("2024-01-29", "1mo", "2024-02-29"),
        ("2025-02-28", "12mo", "2026-02-28"),
        ("2024-02-29", "12mo", "2025-03-01"),
        ("2025-12-15", "1mo", "2026-01-15"),
        # A Saturday: Monday to Friday of the week that follows.
        ("2024-01-06", "5wd", "2024-01-13"),
        # Over Easter.
        ("2024-03-27", "2wd", "2024-04-03"),
        ("2024-03-11", "-10wd", "2024-02-26"),
        ("2025-03-31", "-1mo", "2025-02-28"),
    ],
)
def test_advance_is_known(start: str, duration: str, finish: str) -> None:
    assert on(norway(), start, duration) == finish


@pytest.mark.parametrize(
    ("finish", "duration", "start"),
    [
        ("2025-03-31", "1mo", "2025-02-28"),
        ("2024-03-31", "1mo", "2024-02-29"),
        ("2025-04-26", "12mo", "2024-04-26"),
        ("2025-04-26", "13mo", "2024-03-26"),
        ("2025-04-26", "19mo", "2023-09-26"),
        ("2028-02-29", "12mo", "2027-02-28"),
        ("2024-01-13", "5wd", "2024-01-08"),
        ("2024-01-15", "5wd", "2024-01-08"),
        ("2024-01-06", "5d", "2024-01-01"),
        ("2024-03-13", "2w", "2024-02-28"),
        # The last day from which one month back is 31 January or earlier.
        ("2025-01-31", "-1mo", "2025-02-28"),
        ("2024-01-13", "-1wd", "2024-01-15"),
    ],
)
def test_retreat_is_known(finish: str, duration: str, start: str) -> None:
    assert before(norway(), finish, duration) == start


@pytest.mark.parametrize(
    ("text", "up", "down"),
    [
        ("2024-01-05", "2024-01-05", "2024-01-05"),
        ("2024-01-06", "2024-01-08", "2024-01-05"),
        ("2024-03-29", "2024-04-02", "2024-03-27"),
    ],
)
def test_a_day_snaps_to_the_next_working_day(text: str, up: str, down: str) -> None:
    calendar = norway()
    assert to_date(calendar.snap_up(day(text))) == date.fromisoformat(up)
    assert to_date(calendar.snap_down(day(text))) == date.fromisoformat(down)
    last = to_date(calendar.last_working_day(day(text)))
    assert last == date.fromisoformat(down)


def test_working_days_are_counted_up_to_but_without_the_last() -> None:
    friday, monday = day("2024-01-05"), day("2024-01-08")
    assert norway().working_days_between(friday, monday) == 1
    assert norway().working_days_between(friday, monday + 1) == 2


@given(weeks, any_day, any_day, durations(signed=True))
def test_advance_and_retreat_are_a_galois_connection(
    week: str, start: int, end: int, duration: Duration
) -> None:
    calendar = WEEKS[week]
    reaches = calendar.advance(start, duration) <= end
    assert reaches == (start <= calendar.retreat(end, duration))


@given(weeks, any_day, durations(signed=True), one_day)
def test_the_connection_holds_at_the_very_day(
    week: str, start: int, duration: Duration, off: int
) -> None:
    calendar = WEEKS[week]
    end = calendar.advance(start, duration) + off
    assert (off >= 0) == (start <= calendar.retreat(end, duration))
    start = calendar.retreat(end, duration) + off
    assert (off <= 0) == (calendar.advance(start, duration) <= end)


@given(weeks, any_day, durations(signed=True))
def test_there_and_back_never_gains_a_day(
    week: str, at: int, duration: Duration
) -> None:
    calendar = WEEKS[week]
    assert calendar.advance(calendar.retreat(at, duration), duration) <= at
    assert calendar.retreat(calendar.advance(at, duration), duration) >= at


@given(weeks, any_day, st.integers(0, 400), durations(signed=True))
def test_later_never_leads_to_earlier(
    week: str, at: int, more: int, duration: Duration
) -> None:
    calendar = WEEKS[week]
    for move in (calendar.advance, calendar.retreat):
        assert move(at, duration) <= move(at + more, duration)


@given(weeks, any_day, durations())
def test_a_negative_amount_goes_the_other_way(
    week: str, at: int, duration: Duration
) -> None:
    calendar = WEEKS[week]
    back = Duration(-duration.amount, duration.unit)
    assert calendar.advance(at, back) == calendar.retreat(at, duration)
    assert calendar.retreat(at, back) == calendar.advance(at + 1, duration) - 1


@given(weeks, any_day, st.sampled_from(Unit))
def test_zero_moves_nothing_in_any_unit(week: str, at: int, unit: Unit) -> None:
    calendar = WEEKS[week]
    assert calendar.advance(at, Duration(0, unit)) == at
    assert calendar.retreat(at, Duration(0, unit)) == at


@given(weeks, any_day, st.integers(1, 60))
def test_working_days_are_counted_one_by_one(week: str, at: int, amount: int) -> None:
    calendar = WEEKS[week]
    length = Duration(amount, Unit.WORKING_DAYS)
    finish, start = calendar.advance(at, length), calendar.retreat(at, length)
    assert sum(map(calendar.is_working, range(at, finish))) == amount
    assert calendar.is_working(finish - 1)
    assert sum(map(calendar.is_working, range(start, at))) == amount
    assert calendar.is_working(start)


@given(any_day, st.integers(0, 60))
def test_months_back_are_the_same_day_or_the_last_of_the_month(
    at: int, months: int
) -> None:
    now = to_date(at)
    then = to_date(every_day().retreat(at, Duration(months, Unit.MONTHS)))
    assert (now.year - then.year) * 12 + now.month - then.month == months
    last_of_month = (then + timedelta(days=1)).day == 1
    assert then.day == now.day or (then.day < now.day and last_of_month)


@pytest.mark.parametrize("week", sorted(WEEKS))
@pytest.mark.parametrize("unit", Unit)
def test_a_day_outside_the_calendar_is_an_error(week: str, unit: Unit) -> None:
    calendar = WEEKS[week]
    length = Duration(40, unit)
    for move, at in (
        (calendar.advance, LAST_DAY),
        (calendar.retreat, FIRST_DAY),
        (calendar.advance, LAST_DAY + 2),
        (calendar.retreat, FIRST_DAY - 1),
    ):
        with pytest.raises(DateOutOfRangeError) as refused:
            move(at, length)
        assert not FIRST_DAY <= refused.value.day <= LAST_DAY


@pytest.mark.parametrize("at", [FIRST_DAY - 1, LAST_DAY + 2, 10**12])
def test_no_question_is_answered_outside_the_calendar(at: int) -> None:
    calendar = norway()
    questions: list[Callable[[int], object]] = [
        to_date,
        calendar.is_working,
        calendar.snap_up,
        calendar.snap_down,
        lambda at: calendar.advance(at, Duration(0)),
    ]
    for ask in questions:
        with pytest.raises(DateOutOfRangeError) as refused:
            ask(at)
        assert refused.value.day == at


def test_a_calendar_can_be_sent_to_another_process_and_is_shown_short() -> None:
    sent = pickle.loads(pickle.dumps(norway()))
    assert sent.working_days == norway().working_days
    assert len(repr(norway())) < 80
