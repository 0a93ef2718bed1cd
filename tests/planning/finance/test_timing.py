"""The days that money hangs on, from a municipality's schedule."""

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from planning.calendars import FIRST_DAY, LAST_DAY, norway, to_day
from planning.durations import Duration, Unit
from planning.finance.timing import Timing, find_timing, months_after
from planning.programme import schedule_programme
from planning.snapshot import ReportState, Snapshot, Template, Wave
from tests.planning.programmes import (
    CODE,
    NUMBER,
    SOON,
    TEMPLATE,
    day,
    edge,
    iso,
    programme,
    report,
    step,
    wave,
    window,
)

WITH_STABILISATION = Template(
    activities=(*TEMPLATE.activities, step("stabilisation", "3mo", placing=SOON)),
    links=(*TEMPLATE.links, edge("command-centre", "stabilisation")),
)


def find(snapshot: Snapshot, of: Wave, ramp_months: int = 12) -> Timing | None:
    """The timing of the one municipality in the wave."""
    schedule = schedule_programme(snapshot, calendar=norway()).schedule
    assert of.reckoning is not None
    return find_timing(NUMBER, schedule, of.reckoning, ramp_months=ramp_months)


def days(snapshot: Snapshot, of: Wave, ramp_months: int = 12) -> dict[str, str]:
    """The same as ISO dates."""
    found = find(snapshot, of, ramp_months)
    assert found is not None
    return {name: iso(getattr(found, name)) for name in Timing.__slots__}


def test_a_day_is_a_day_for_costs_too() -> None:
    own = wave(CODE, window("2025-04-26"))

    assert days(programme(own, template=WITH_STABILISATION), own) == {
        "project_start": "2023-09-26",
        "go_live": "2025-04-26",
        # Four weeks of the command centre.
        "legacy_closed": "2025-05-24",
        # And three months of stabilisation.
        "benefits_from": "2025-08-24",
        "benefits_full": "2026-08-24",
    }


def test_costs_count_from_the_last_day_of_a_window() -> None:
    own = wave(CODE, window("2025-04-01", "2025-05-31"))

    assert days(programme(own, template=WITH_STABILISATION), own) == {
        # What comes before go-live counts from the window's first day.
        "project_start": "2023-09-01",
        "go_live": "2025-05-31",
        "legacy_closed": "2025-06-28",
        "benefits_from": "2025-09-27",
        "benefits_full": "2026-09-27",
    }


def test_who_went_live_on_a_day_of_its_own_has_costs_from_that_day() -> None:
    own = wave("PD5", window("2023-11-01", "2023-11-30"))
    live = replace(own, actual=own.window)
    done = report("go-live", ReportState.DONE, finish=window("2023-11-08"))

    found = days(programme(live, placed=((NUMBER, "PD5"),), reports=(done,)), live)
    assert found["go_live"] == "2023-11-08"


def test_what_has_happened_after_go_live_is_where_it_is() -> None:
    own = wave("PD5", window("2023-10-01", "2023-10-31"))
    live = replace(own, actual=own.window)
    reports = (
        report("go-live", ReportState.DONE, finish=own.window),
        report("legacy-closed", ReportState.DONE, finish=window("2023-11-20")),
    )

    found = days(programme(live, placed=((NUMBER, "PD5"),), reports=reports), live)
    assert found["go_live"] == "2023-10-31"
    assert found["legacy_closed"] == "2023-11-20"


def test_a_template_without_those_steps_waits_for_nothing() -> None:
    own = wave(CODE, window("2025-04-26"))
    bare = Template(
        activities=tuple(it for it in TEMPLATE.activities if it.key == "go-live"),
        links=(),
    )

    assert set(days(programme(own, template=bare), own, ramp_months=0).values()) == {
        "2025-04-26"
    }


def test_a_template_without_a_go_live_has_no_timing() -> None:
    own = wave(CODE, window("2025-04-26"))
    none = Template(activities=(step("training"),), links=())

    assert find(programme(own, template=none), own) is None


def test_nothing_that_go_live_brings_comes_before_it() -> None:
    # A template in which systems are closed a year before go-live.
    own = wave(CODE, window("2025-04-26"))
    early = Template(
        activities=(
            step("go-live"),
            step("legacy-closed"),
            step("stabilisation"),
            step("project-start", placing=SOON),
        ),
        links=(
            edge("legacy-closed", "go-live", "12mo"),
            edge("stabilisation", "go-live", "6mo"),
            edge("wave-go-live", "project-start", "2w"),
        ),
    )

    found = days(programme(own, template=early), own, ramp_months=0)
    assert set(found.values()) == {"2025-04-26"}


def test_a_benefit_that_takes_no_time_to_grow_is_full_at_once() -> None:
    own = wave(CODE, window("2025-04-26"))
    found = find(programme(own, template=WITH_STABILISATION), own, ramp_months=0)

    assert found is not None
    assert found.benefits_full == found.benefits_from == day("2025-08-24")


@given(st.integers(FIRST_DAY, to_day(date(2090, 1, 1))), st.integers(0, 120))
def test_months_after_a_day_are_those_of_the_calendar(begin: int, months: int) -> None:
    expected = norway().advance(begin, Duration(months, Unit.MONTHS))

    assert months_after(begin, months) == expected


def test_benefits_may_grow_past_what_the_calendar_knows() -> None:
    assert iso(months_after(LAST_DAY, 1) - 31) == "2100-12-31"
