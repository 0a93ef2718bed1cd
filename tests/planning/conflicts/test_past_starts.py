"""Work that a plan moved forward would have to have begun before the status date.

The wave of 26 April 2025 has its project start on 26 September 2023 and its
pre-project from 26 October 2023.
"""

from dataclasses import replace

import pytest

from planning.conflicts import Conflict, Kind, Mend, Severity, find_conflicts
from planning.evaluate import evaluate
from planning.snapshot import HealthTrust, ReportState
from tests.planning.programmes import NUMBER, day, programme, report, wave, window

DECIDED = "2026-04-26"


def moved(
    *, now: str = "2025-04-26", decided: str = DECIDED, status_date: str = "2023-11-30"
) -> tuple[Conflict, ...]:
    """What is wrong after one municipality was moved from one day to another."""
    return evaluate(
        programme(
            wave("K13", window(now)),
            wave("K14", window("2025-10-01", "2025-11-30")),
            decided={NUMBER: decided},
            status_date=status_date,
        )
    ).conflicts


def test_what_would_have_begun_by_now_is_an_error_that_tells_how_late_it_is() -> None:
    (found,) = moved()

    assert (found.kind, found.severity) == (Kind.START_IN_THE_PAST, Severity.ERROR)
    assert found.concerns == (
        "municipality.1516",
        "1516.project-start",
        "1516.preproject-agreed",
        "1516.preproject",
    )
    assert found.days == day("2025-06-30") - day("2025-04-26")
    assert found.values == (
        ("steps", "3"),
        ("first", "1516.project-start"),
        ("would-start", "2023-09-26"),
        ("earliest", "2025-06-30"),
    )


def test_it_is_mended_by_the_first_wave_that_is_late_enough() -> None:
    (found,) = moved()

    assert found.mend == Mend("move-to-wave", "K14", NUMBER)


def test_where_no_wave_is_its_own_can_take_the_day() -> None:
    (found,) = evaluate(programme(decided={NUMBER: DECIDED})).conflicts

    assert found.mend == Mend("set-wave-day", "K13", "2025-06-30")


def test_on_the_day_that_it_names_nothing_is_in_the_past_any_more() -> None:
    assert moved(now="2025-06-30") == ()


@pytest.mark.parametrize("decided", ["2025-04-26", "2024-04-26"])
def test_a_plan_no_earlier_than_decided_is_supported_by_silence(decided: str) -> None:
    assert moved(decided=decided) == ()


def test_what_the_decided_plan_had_begun_too_is_presumed_to_have_begun() -> None:
    # Both have their project start before the status date, one its pre-project.
    (found,) = moved(decided="2025-06-15")

    assert found.concerns[1:] == ("1516.preproject-agreed", "1516.preproject")


def test_what_the_decided_plan_was_in_the_middle_of_is_not_over_yet() -> None:
    # The vote is half a year ahead, and so is the end of the pre-project that the
    # decided plan began on 26 October.
    (found,) = moved(now="2025-03-26", decided="2025-04-26")

    assert (found.kind, found.severity) == (Kind.START_IN_THE_PAST, Severity.ERROR)
    assert found.concerns == ("municipality.1516", "1516.preproject")
    assert found.days == day("2025-04-26") - day("2025-03-26")
    assert dict(found.values)["earliest"] == "2025-04-26"
    assert found.mend == Mend("move-to-wave", "K14", NUMBER)


def test_what_it_had_done_by_then_is_done() -> None:
    # The pre-project was over on 26 April 2024, the vote on the option with it.
    assert moved(decided="2025-04-26", now="2025-04-20", status_date="2024-04-28") == ()


def test_what_it_was_in_the_middle_of_may_be_over_in_time() -> None:
    # Nobody works in the weekend: the cutover ends on the same Friday.
    assert moved(decided="2025-04-27", status_date="2025-04-10") == ()


def test_a_day_too_early_is_told_as_a_day() -> None:
    (found,) = moved(decided="2025-04-27")

    assert (found.severity, found.days) == (Severity.ERROR, 1)


def test_where_a_report_holds_back_the_decided_plan_it_had_not_begun() -> None:
    agreed = report("preproject-agreed", ReportState.NOT_DONE)
    snapshot = programme(
        wave("K13", window("2025-03-26")),
        reports=[agreed],
        decided={NUMBER: "2025-04-26"},
    )

    kinds = {it.kind for it in evaluate(snapshot).conflicts}
    assert Kind.MARGIN_NEGATIVE in kinds
    assert Kind.START_IN_THE_PAST not in kinds


def test_steps_that_are_still_ahead_are_no_conflict() -> None:
    assert moved(status_date="2023-09-26") == ()


def test_without_a_decided_plan_there_is_nothing_to_hold_it_against() -> None:
    assert evaluate(programme()).conflicts == ()


def test_facts_leave_only_what_is_silent() -> None:
    done = [
        report("project-start", ReportState.DONE, finish=window("2023-09-01")),
        report("preproject-agreed", ReportState.DONE, finish=window("2023-09-02")),
        report("preproject", ReportState.DONE, finish=window("2024-02-01")),
    ]

    (found,) = evaluate(
        programme(
            reports=done, decided={NUMBER: "2025-06-26"}, status_date="2024-04-27"
        )
    ).conflicts

    assert found.concerns == ("municipality.1516", "1516.option-exercised")
    assert found.days == 1


def test_work_that_holds_if_it_begins_today_is_only_to_be_reported() -> None:
    # No rollout has such room: its planned dates are the latest that there are.
    evaluation = evaluate(programme(decided={NUMBER: DECIDED}))
    roomy = {NUMBER: replace(evaluation.margins[NUMBER], planned=day("2025-07-01"))}

    (found,) = find_conflicts(
        evaluation.snapshot,
        evaluation.nodes,
        evaluation.network,
        evaluation.schedule,
        roomy,
    )

    assert (found.severity, found.days) == (Severity.WARNING, 0)
    assert found.mend == Mend("report-step", "1516.project-start")


def test_what_somebody_reported_is_no_silence() -> None:
    snapshot = programme(
        reports=[
            report(key, ReportState.DONE, finish=window("2023-11-01"))
            for key in ("project-start", "preproject-agreed", "preproject")
        ],
        decided={NUMBER: DECIDED},
    )

    assert Kind.START_IN_THE_PAST not in {
        it.kind for it in evaluate(snapshot).conflicts
    }


def test_only_those_that_were_moved_are_told_each_for_itself() -> None:
    found = evaluate(
        programme(
            wave("K13", window("2025-04-26")),
            placed=[("1516", "K13"), ("1517", "K13"), ("1518", "K13")],
            decided={"1516": DECIDED, "1517": "2025-04-26", "1518": "2025-10-01"},
            trusts=[HealthTrust(code="HMR", wave="K13")],
        )
    ).conflicts

    assert [it.concerns[0] for it in found] == [
        "municipality.1516",
        "municipality.1518",
    ]


def test_a_go_live_moved_into_the_past_is_a_step_like_others() -> None:
    found, overdue = moved(now="2023-11-01")

    assert overdue.kind is Kind.WAVE_NOT_REPORTED
    assert "1516.go-live" in found.concerns
    assert "1516.option-limit" not in found.concerns
