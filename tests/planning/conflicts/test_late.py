"""Margins, limits and work that can't be held, each told once and with its mend."""

from dataclasses import replace

import pytest

from planning.calendars import every_day
from planning.circumstances import ClosedPeriod
from planning.conflicts import Kind, Mend, Severity, find_conflicts
from planning.durations import parse_duration
from planning.evaluate import evaluate
from planning.network import (
    Activity,
    Constraint,
    ConstraintKind,
    Link,
    compile_network,
)
from planning.rollout import Node, Owner
from planning.schedule import build_schedule
from planning.snapshot import (
    ActivityKind,
    ExplicitDeadline,
    Report,
    ReportState,
    Snapshot,
)
from tests.planning.programmes import (
    NUMBER,
    day,
    deadline,
    programme,
    report,
    wave,
    window,
)


def conflicts(snapshot: Snapshot) -> list[tuple[Kind, tuple[str, ...], int]]:
    found = evaluate(snapshot).conflicts
    return [(it.kind, it.concerns, it.days) for it in found]


def test_the_plan_as_it_is_has_no_conflict() -> None:
    assert conflicts(programme()) == []


LATE_START = report("project-start", ReportState.NOT_DONE)


def test_a_margin_that_is_negative_is_told_once_beside_its_cause() -> None:
    found = evaluate(programme(reports=[LATE_START])).conflicts

    assert [(it.kind, it.concerns, it.days) for it in found] == [
        (Kind.MARGIN_NEGATIVE, ("1516.go-live",), 65),
        (Kind.WORK_CANNOT_HOLD, ("1516.project-start",), 65),
    ]
    assert {it.severity for it in found} == {Severity.ERROR}


def test_no_day_is_named_on_which_nobody_goes_live() -> None:
    closed = ClosedPeriod(key="summer", first=(6, 20), last=(7, 31))

    margin, _ = evaluate(
        programme(reports=[LATE_START], closed_periods=[closed])
    ).conflicts

    assert margin.mend == Mend("set-wave-day", "K13", "2025-08-01")


def test_the_day_of_a_wave_that_is_live_is_not_to_be_set() -> None:
    live = wave("K13", window("2025-04-26"), actual=window("2025-04-26"))
    not_yet = report("go-live", ReportState.NOT_DONE)

    found = evaluate(
        programme(live, reports=[not_yet], status_date="2025-05-01")
    ).conflicts

    (margin,) = (it for it in found if it.kind is Kind.MARGIN_NEGATIVE)
    assert margin.mend is None


def test_a_negative_margin_is_mended_by_the_first_wave_that_comes_late_enough() -> None:
    waves = (
        wave("K15", window("2026-04-01", "2026-05-31")),
        wave("K13", window("2025-04-26")),
        wave("K14", window("2025-10-01", "2025-11-30")),
        wave("K16"),
    )

    found = evaluate(programme(*waves, reports=[LATE_START])).conflicts

    errors = [it for it in found if it.severity is Severity.ERROR]
    assert [it.mend for it in errors] == 2 * [Mend("move-to-wave", "K14", NUMBER)]


def test_where_no_wave_comes_late_enough_its_own_can_take_the_day() -> None:
    margin, cause = evaluate(programme(reports=[LATE_START])).conflicts

    assert margin.mend == Mend("set-wave-day", "K13", "2025-06-30")
    assert cause.mend == Mend("report-step", "1516.project-start")


def missed(
    *, reports: tuple[Report, ...] = (), deadlines: tuple[ExplicitDeadline, ...] = ()
) -> list[tuple[Kind, tuple[str, ...], int]]:
    far = wave("K13", window("2027-04-26"))
    return conflicts(programme(far, reports=reports, deadlines=deadlines))


def test_a_limit_that_can_be_kept_is_no_conflict() -> None:
    assert missed(deadlines=(deadline("option-limit", "2024-05-30"),)) == []


NOT_AGREED = report("preproject-agreed", ReportState.NOT_DONE)


def test_what_can_only_come_after_its_limit_is_told_once_beside_its_cause() -> None:
    # Six months of pre-project that has not begun on 30 November 2023.
    found = missed(
        reports=(NOT_AGREED,), deadlines=(deadline("option-limit", "2024-05-20"),)
    )

    assert found == [
        (Kind.DEADLINE_MISSED, ("1516.option-exercised",), 10),
        (Kind.WORK_CANNOT_HOLD, ("1516.preproject-agreed",), 10),
    ]


def test_what_is_late_for_a_limit_that_is_counted_is_told_too() -> None:
    found = conflicts(programme(reports=[NOT_AGREED]))

    assert found == [
        (Kind.MARGIN_NEGATIVE, ("1516.go-live",), 34),
        (Kind.DEADLINE_MISSED, ("1516.preproject-agreed",), 35),
        (Kind.DEADLINE_MISSED, ("1516.option-exercised",), 34),
    ]


def test_a_counted_limit_moves_with_the_wave_and_a_named_one_does_not() -> None:
    waves = (wave("K13", window("2025-04-26")), wave("K14", window("2025-10-01")))
    named = (deadline("option-limit", "2024-04-26"),)

    counted = evaluate(programme(*waves, reports=[NOT_AGREED])).conflicts
    by_letter = evaluate(
        programme(*waves, reports=[NOT_AGREED], deadlines=named)
    ).conflicts

    assert {it.mend for it in counted} == {Mend("move-to-wave", "K14", NUMBER)}
    missed = next(it for it in by_letter if it.concerns == ("1516.option-exercised",))
    assert missed.mend == Mend("report-step", "1516.option-exercised")


def test_what_was_done_after_its_limit_misses_no_deadline_any_more() -> None:
    late = report("option-exercised", ReportState.DONE, finish=window("2023-11-20"))

    found = missed(reports=(late,), deadlines=(deadline("option-limit", "2023-10-01"),))

    assert [kind for kind, *_ in found] == [Kind.OPTION_DECIDED_LATE]


def test_the_seller_of_the_shares_misses_no_limit() -> None:
    snapshot = programme()
    seller = replace(snapshot.municipalities[0], holds_option=False)

    assert conflicts(replace(snapshot, municipalities=(seller,))) == []


def test_work_that_is_reported_and_holds_is_no_conflict() -> None:
    begun = report("training", ReportState.NOT_DONE)

    assert conflicts(programme(reports=[begun])) == []


def test_work_that_cannot_hold_tells_its_last_days() -> None:
    # Ten weeks of training and fifteen working days before 26 April 2025.
    rest = report("training", ReportState.STARTED, start=window("2025-01-10"))
    late = replace(rest, remaining=parse_duration("10w"))

    found = evaluate(programme(reports=[late], status_date="2025-02-10")).conflicts

    told = next(it for it in found if it.kind is Kind.WORK_CANNOT_HOLD)
    assert told.concerns == ("1516.training",)
    assert told.values == (("earliest", "2025-04-20"), ("latest", "2025-04-01"))
    assert told.days == 19


def test_a_milestone_that_cannot_hold_tells_its_own_day() -> None:
    cause = evaluate(programme(reports=[LATE_START])).conflicts[1]

    assert cause.values == (("earliest", "2023-11-30"), ("latest", "2023-09-26"))


def test_what_is_late_for_another_step_is_told_of_both() -> None:
    # The letter holds cutover to a day that go-live does not ask for.
    not_trained = report("training", ReportState.NOT_DONE)
    letter = deadline("cutover", "2025-01-31")

    found = evaluate(
        programme(reports=[not_trained], deadlines=[letter], status_date="2025-01-01")
    ).conflicts

    assert [(it.kind, it.concerns) for it in found] == [
        (Kind.DEADLINE_MISSED, ("1516.cutover",)),
        (Kind.WORK_CANNOT_HOLD, ("1516.training",)),
    ]
    assert {it.mend for it in found} == {
        Mend("report-step", "1516.cutover"),
        Mend("report-step", "1516.training"),
    }


def test_what_is_live_waits_for_nothing() -> None:
    live = report("go-live", ReportState.DONE, finish=window("2023-11-03"))
    forgotten = report("training", ReportState.NOT_DONE)

    assert (
        conflicts(
            programme(wave("K13", window("2023-11-03")), reports=[live, forgotten])
        )
        == []
    )


def test_a_report_of_a_step_that_there_is_not_is_no_conflict() -> None:
    gone = report("gone", ReportState.NOT_DONE)

    assert conflicts(programme(reports=[gone])) == []


@pytest.mark.parametrize(
    ("owner", "mend"),
    [
        (Owner.WAVE, Mend("set-wave-day", "K13", "2024-01-11")),
        (Owner.PROGRAMME, None),
    ],
)
def test_a_date_against_the_logic_is_mended_where_it_is_set(
    owner: Owner, mend: Mend | None
) -> None:
    id = "wave.K13"
    start = day("2024-01-01")
    pinned = Constraint(kind=ConstraintKind.MUST_START_ON, day=start + 3)
    dated = Activity(id=id, duration=parse_duration("0d"), constraint=pinned)
    network = compile_network(
        [Activity(id="A", duration=parse_duration("10d")), dated],
        [Link(predecessor="A", successor=id)],
    )
    schedule = build_schedule(network, calendar=every_day(), start=start)
    nodes = {id: Node(id, owner, "K13", "go-live", ActivityKind.MILESTONE)}

    (found,) = find_conflicts(programme(placed=[]), nodes, network, schedule, {})

    assert (found.concerns, found.mend) == ((id,), mend)
