"""When bodies meet by what is entered and by rules."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planning.calendars import to_date
from planning.circumstances import ClosedPeriod
from planning.rights.meetings import (
    LAST,
    NTHS,
    Body,
    MeetingCalendar,
    Rule,
    Skipped,
    list_days,
    list_meetings,
    unknown_years,
)
from tests.planning.programmes import day

MONDAY, THURSDAY, SUNDAY = 0, 3, 6
JULY = ClosedPeriod(key="july", first=(7, 1), last=(7, 31), is_council_recess=True)
FREEZE = ClosedPeriod(key="freeze", first=(8, 1), last=(8, 31))


def rule(**given_: Any) -> Rule:
    values = {"body": Body.COUNCIL, "weekday": THURSDAY, "nth": LAST}
    return Rule(**{**values, "first": day("2020-01-01"), **given_})


def met(calendar: MeetingCalendar, year: int, body: Body = Body.COUNCIL) -> list[str]:
    first, last = day(f"{year}-01-01"), day(f"{year}-12-31")
    found = list_meetings(calendar, body, first, last, (JULY, FREEZE))
    return [to_date(it.day).isoformat()[5:] for it in found]


def test_the_last_thursday_of_the_month_but_not_in_july_nor_on_a_holiday() -> None:
    calendar = MeetingCalendar(rules=(rule(months_out=frozenset({7})),))
    # 28 March is Maundy Thursday, 26 December the second day of Christmas.
    told = "01-25 02-29 04-25 05-30 06-27 08-29 09-26 10-31 11-28"
    assert met(calendar, 2024) == told.split()
    days = list_days(
        calendar, Body.COUNCIL, day("2024-01-01"), day("2024-12-31"), (JULY,)
    )
    skipped = {to_date(it.day).isoformat(): it.skipped for it in days if it.skipped}
    assert skipped == {"2024-03-28": Skipped.HOLIDAY, "2024-12-26": Skipped.HOLIDAY}


def test_the_recess_is_left_out_and_a_period_without_go_live_is_not() -> None:
    calendar = MeetingCalendar(rules=(rule(),))
    assert [it for it in met(calendar, 2025) if it[:2] in {"07", "08"}] == ["08-28"]


@pytest.mark.parametrize(
    ("weekday", "nth", "told"),
    [(MONDAY, 1, "2024-04-01"), (MONDAY, 2, "2024-04-08"), (MONDAY, 4, "2024-04-22")],
)
def test_the_nth_weekday_is_counted_from_the_first(
    weekday: int, nth: int, told: str
) -> None:
    calendar = MeetingCalendar(rules=(rule(weekday=weekday, nth=nth),))
    span = day("2024-04-01"), day("2024-04-30")
    (found,) = list_days(calendar, Body.COUNCIL, *span, ())
    assert to_date(found.day).isoformat() == told
    # Easter Monday.
    assert (found.skipped is Skipped.HOLIDAY) == (nth == 1)


def test_what_is_entered_takes_the_place_of_the_rule_in_its_year() -> None:
    calendar = MeetingCalendar(
        entered=(
            (Body.COUNCIL, day("2024-02-15")),
            (Body.EXECUTIVE, day("2024-02-01")),
        ),
        rules=(rule(),),
    )
    assert met(calendar, 2024) == ["02-15"]
    assert met(calendar, 2024, Body.EXECUTIVE) == ["02-01"]
    assert len(met(calendar, 2025)) > 5
    assert met(calendar, 2025, Body.EXECUTIVE) == []


def test_a_rule_holds_from_its_first_day_to_its_last() -> None:
    short = rule(first=day("2024-04-25"), last=day("2024-06-26"))
    assert met(MeetingCalendar(rules=(short,)), 2024) == ["04-25", "05-30"]
    assert met(MeetingCalendar(rules=(short,)), 2025) == []


def test_years_of_which_nothing_is_known_are_told() -> None:
    calendar = MeetingCalendar(
        entered=((Body.EXECUTIVE, day("2024-01-10")),),
        rules=(rule(last=day("2025-12-31")),),
    )
    span = day("2023-11-30"), day("2026-05-01")
    assert unknown_years(calendar, (Body.COUNCIL,), *span) == (2026,)
    both = (Body.COUNCIL, Body.EXECUTIVE)
    assert unknown_years(calendar, both, *span) == (2023, 2025, 2026)
    assert MeetingCalendar().is_empty
    assert not calendar.is_empty


@pytest.mark.parametrize("wrong", [{"weekday": 7}, {"nth": 5}, {"nth": 0}])
def test_a_rule_names_a_day_that_there_is(wrong: dict[str, int]) -> None:
    with pytest.raises(ValueError, match="no such day"):
        rule(**wrong)


@settings(max_examples=40)
@given(
    weekday=st.integers(MONDAY, SUNDAY),
    nth=st.sampled_from(NTHS),
    month=st.dates(date(2000, 1, 1), date(2060, 12, 31)),
)
def test_a_rule_names_one_day_of_every_month(
    weekday: int, nth: int, month: date
) -> None:
    first = month.replace(day=1).toordinal()
    days = [it for it in range(first, first + 31) if to_date(it).month == month.month]
    of_weekday = [it for it in days if to_date(it).weekday() == weekday]
    calendar = MeetingCalendar(
        rules=(rule(weekday=weekday, nth=nth, first=day("2000-01-01")),)
    )
    (found,) = list_days(calendar, Body.COUNCIL, first, days[-1], ())
    assert found.day == of_weekday[nth if nth == LAST else nth - 1]
