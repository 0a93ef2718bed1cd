"""The stages in a row: limits, margins and what is presumed."""

from dataclasses import replace

import pytest

from planning.evaluate import Limit, evaluate
from planning.rollout import LIMIT_KEYS
from planning.snapshot import (
    Because,
    ProgrammeMilestone,
    ReportState,
    Template,
)
from tests.planning.programmes import (
    NUMBER,
    TEMPLATE,
    day,
    deadline,
    iso,
    programme,
    report,
    wave,
    window,
)


def test_the_limits_are_counted_back_from_go_live() -> None:
    evaluation = evaluate(programme())

    assert evaluation.go_live(NUMBER) == day("2025-04-26")
    assert {key: iso(at) for key, at in evaluation.dates(NUMBER).items()} == {
        "project-start": "2023-09-26",
        "preproject-limit": "2023-10-26",
        "withdrawal-limit": "2024-03-26",
        "option-limit": "2024-04-26",
    }


def test_what_is_ahead_is_work_that_is_neither_done_nor_past() -> None:
    done = report("preproject", ReportState.DONE, finish=window("2024-02-01"))
    evaluation = evaluate(programme(status_date="2024-03-01", reports=[done]))

    assert evaluation.is_ahead(f"{NUMBER}.training")
    assert not evaluation.is_ahead(f"{NUMBER}.preproject")
    # Presumed to have been, and a day on the calendar.
    assert not evaluation.is_ahead(f"{NUMBER}.project-start")
    assert not evaluation.is_ahead(f"{NUMBER}.option-limit")
    assert not evaluation.is_work(f"{NUMBER}.option-limit")
    assert evaluation.is_work("wave.K13")


def test_a_window_is_reckoned_with_from_its_first_day_and_costs_from_its_last() -> None:
    evaluation = evaluate(programme(wave("K13", window("2025-04-01", "2025-05-31"))))
    reckoning = evaluation.reckonings["K13"]

    assert evaluation.go_live(NUMBER) == reckoning.day == day("2025-04-01")
    assert reckoning.cost_day == day("2025-05-31")
    assert reckoning.because is Because.FIRST_DAY_OF_WINDOW


def test_a_day_that_the_office_sets_wins() -> None:
    planned = wave("K13", window("2025-04-01", "2025-05-31"), set_day="2025-05-10")

    evaluation = evaluate(programme(planned))

    assert evaluation.go_live(NUMBER) == day("2025-05-10")
    assert evaluation.reckonings["K13"].because is Because.SET_BY_OFFICE


def test_a_named_limit_holds_and_both_are_shown() -> None:
    named = deadline("option-limit", "2024-03-15")

    evaluation = evaluate(programme(deadlines=[named]))
    limits = {limit.key: limit for limit in evaluation.limits(NUMBER)}

    assert limits["option-limit"] == Limit(
        "option-limit", day("2024-03-15"), day("2024-04-26")
    )
    assert limits["option-limit"].is_explicit
    assert not limits["withdrawal-limit"].is_explicit


def test_a_limit_that_nothing_counts_stands_alone() -> None:
    template = Template(
        activities=TEMPLATE.activities,
        links=tuple(it for it in TEMPLATE.links if it.predecessor != "project-start"),
    )

    evaluation = evaluate(programme(template=template))
    start = evaluation.limits(NUMBER)[0]

    assert start == Limit("project-start", start.day, start.day)


def test_without_a_wave_there_are_no_dates() -> None:
    evaluation = evaluate(programme(placed=[(NUMBER, None)]))

    assert evaluation.wave_of(NUMBER) is None
    assert evaluation.go_live(NUMBER) is None
    assert evaluation.dates(NUMBER) == {}
    assert evaluation.limits(NUMBER) == ()
    assert evaluation.activities_of(NUMBER) == ()
    assert evaluation.presumed(NUMBER) == ()
    assert dict(evaluation.margins) == {}


def test_an_unknown_municipality_is_in_no_wave() -> None:
    evaluation = evaluate(programme())

    assert evaluation.wave_of("9999") is None
    assert evaluation.wave_of(NUMBER) == "K13"


def test_the_activities_of_a_municipality_are_its_own() -> None:
    evaluation = evaluate(programme(placed=[(NUMBER, "K13"), ("5001", "K13")]))

    ids = {at.id for at in evaluation.activities_of(NUMBER)}
    assert ids == {f"{NUMBER}.{step.key}" for step in TEMPLATE.activities}


def test_what_should_have_begun_and_is_not_reported_is_presumed() -> None:
    evaluation = evaluate(programme())

    assert set(evaluation.presumed(NUMBER)) == {
        f"{NUMBER}.{key}"
        for key in (
            "project-start",
            "preproject-agreed",
            "preproject",
        )
    }
    assert evaluation.margins[NUMBER].days == 0


def test_there_is_nothing_to_report_of_a_limit() -> None:
    evaluation = evaluate(programme())

    assert evaluation.schedule.activities["1516.preproject-limit"].presumed
    assert "1516.preproject-limit" not in evaluation.presumed(NUMBER)


def test_far_ahead_the_margin_is_what_is_left_of_the_time() -> None:
    evaluation = evaluate(programme(wave("K13", window("2027-04-26"))))
    margin = evaluation.margins[NUMBER]

    # Project start on the status date, and 19 months on.
    assert iso(margin.earliest) == "2025-06-30"
    assert margin.days == day("2027-04-26") - day("2025-06-30")


def test_what_is_reported_as_not_done_takes_the_margin() -> None:
    late = report("project-start", ReportState.NOT_DONE)

    evaluation = evaluate(programme(reports=[late]))
    margin = evaluation.margins[NUMBER]

    assert iso(margin.earliest) == "2025-06-30"
    assert margin.days == -65
    assert evaluation.go_live(NUMBER) == day("2025-04-26")


def test_reporting_what_was_presumed_changes_no_margin() -> None:
    snapshot = programme()
    before = evaluate(snapshot)
    reports = [
        report(key, ReportState.DONE, finish=window(iso(before.dates(NUMBER)[limit])))
        for key, limit in (
            ("project-start", "project-start"),
            ("preproject-agreed", "preproject-limit"),
        )
    ]

    after = evaluate(replace(snapshot, reports=tuple(reports)))

    assert after.margins == before.margins


def test_what_is_live_has_no_margin() -> None:
    live = report("go-live", ReportState.DONE, finish=window("2023-11-03"))
    actual = wave("PD5", window("2023-11-03"), actual=window("2023-11-03"))

    evaluation = evaluate(programme(actual, placed=[(NUMBER, "PD5")], reports=[live]))

    assert dict(evaluation.margins) == {}
    assert evaluation.go_live(NUMBER) == day("2023-11-03")
    assert evaluation.conflicts == ()


def test_an_old_milestone_does_not_hold_anything_back() -> None:
    old = ProgrammeMilestone(key="decision", window=window("2001-06-01"), is_done=True)

    evaluation = evaluate(programme(milestones=[old]))

    assert evaluation.margins[NUMBER].days == 0
    assert evaluation.schedule.activities["programme.decision"].start == day(
        "2001-06-01"
    )


def test_a_programme_without_anything_can_be_evaluated() -> None:
    empty = programme(
        wave("K13"), placed=[], template=Template(activities=(), links=())
    )

    evaluation = evaluate(empty)

    assert dict(evaluation.schedule.activities) == {}
    assert set(LIMIT_KEYS).isdisjoint(evaluation.nodes)


@pytest.mark.parametrize("status_date", ["2015-01-01", "2023-11-30", "2030-01-01"])
def test_the_status_date_moves_no_planned_date(status_date: str) -> None:
    there = evaluate(programme(status_date=status_date))
    here = evaluate(programme())

    assert {id: at.start for id, at in there.schedule.activities.items()} == {
        id: at.start for id, at in here.schedule.activities.items()
    }
