"""Rules that a plan breaks: what is found, how bad it is, and the nearest mend."""

from dataclasses import replace

import pytest

from planning.calendars import every_day
from planning.conflicts import (
    Conflict,
    Kind,
    Mend,
    Severity,
    find_breaches,
)
from planning.durations import parse_duration
from planning.evaluate import evaluate
from planning.network import (
    Activity,
    Constraint,
    ConstraintKind,
    Link,
    compile_network,
)
from planning.schedule import build_schedule
from planning.snapshot import ExplicitDeadline, Report, ReportState, Snapshot
from tests.planning.programmes import (
    NUMBER,
    day,
    deadline,
    programme,
    report,
    wave,
    window,
)

START = day("2024-01-01")


def breaches(
    second: Activity, *, first: str = "10d", status_date: int | None = None
) -> tuple[Conflict, ...]:
    """Two activities in a row; the first takes ten days from the start."""
    network = compile_network(
        [Activity(id="A", duration=parse_duration(first)), second],
        [Link(predecessor="A", successor="B")],
    )
    schedule = build_schedule(
        network, calendar=every_day(), start=START, status_date=status_date
    )
    return find_breaches(network, schedule)


def second(**fields: object) -> Activity:
    return Activity(id="B", duration=parse_duration("5d"), **fields)  # type: ignore[arg-type]  # as given


def pinned(kind: str, days: int) -> Constraint:
    return Constraint(kind=ConstraintKind(kind), day=START + days)


def test_a_deadline_that_is_kept_is_no_conflict() -> None:
    assert breaches(second(deadline=START + 15)) == ()


def test_a_missed_deadline_says_by_how_many_days() -> None:
    (found,) = breaches(second(deadline=START + 12))

    assert (found.kind, found.days) == (Kind.DEADLINE_MISSED, 3)
    assert (found.severity, found.concerns) == (Severity.ERROR, ("B",))


@pytest.mark.parametrize(
    ("constraint", "days"),
    [
        (pinned("start-no-later-than", 9), 1),
        (pinned("must-start-on", 8), 2),
        (pinned("finish-no-later-than", 12), 3),
        (pinned("must-finish-on", 11), 4),
    ],
)
def test_a_date_against_the_logic_says_by_how_many_days(
    constraint: Constraint, days: int
) -> None:
    (found,) = breaches(second(constraint=constraint))

    assert (found.kind, found.days) == (Kind.DATE_AGAINST_LOGIC, days)


@pytest.mark.parametrize(
    "constraint",
    [
        pinned("start-no-later-than", 10),
        pinned("must-start-on", 12),
        pinned("finish-no-later-than", 15),
        pinned("start-no-earlier-than", 3),
        pinned("finish-no-earlier-than", 3),
        Constraint(kind=ConstraintKind.AS_LATE_AS_POSSIBLE),
        None,
    ],
)
def test_a_date_that_the_logic_allows_is_no_conflict(
    constraint: Constraint | None,
) -> None:
    assert breaches(second(constraint=constraint)) == ()


def test_a_missed_deadline_hides_no_broken_date() -> None:
    found = breaches(second(deadline=START + 12, constraint=pinned("must-start-on", 8)))

    assert [it.kind for it in found] == [
        Kind.DEADLINE_MISSED,
        Kind.DATE_AGAINST_LOGIC,
    ]


def test_what_is_done_breaks_nothing() -> None:
    done = second(deadline=START + 1, actual_start=START + 10, actual_finish=START + 15)

    assert breaches(done, status_date=START + 20) == ()


def test_what_has_begun_has_kept_or_broken_its_start_long_ago() -> None:
    begun = second(constraint=pinned("start-no-later-than", 5), actual_start=START + 10)

    assert breaches(begun, status_date=START + 12) == ()


def conflicts(snapshot: Snapshot) -> list[tuple[Kind, tuple[str, ...], int]]:
    found = evaluate(snapshot).conflicts
    return [(it.kind, it.concerns, it.days) for it in found]


def test_the_plan_as_it_is_has_no_conflict() -> None:
    assert conflicts(programme()) == []


@pytest.mark.parametrize("code", [None, "K99"])
def test_a_municipality_without_a_wave_is_a_warning(code: str | None) -> None:
    (found,) = evaluate(programme(placed=[(NUMBER, code)])).conflicts

    assert found.kind is Kind.MUNICIPALITY_WITHOUT_WAVE
    assert found.severity is Severity.WARNING
    assert found.concerns == ("municipality.1516",)


def test_a_wave_without_a_date_is_a_warning() -> None:
    (found,) = evaluate(programme(wave("K13"))).conflicts

    assert (found.kind, found.severity) == (Kind.WAVE_WITHOUT_DATE, Severity.WARNING)
    assert found.concerns == ("wave.K13",)


LATE_START = report("project-start", ReportState.NOT_DONE)


def test_a_margin_that_is_negative_is_told_once() -> None:
    (found,) = evaluate(programme(reports=[LATE_START])).conflicts

    assert (found.kind, found.severity) == (Kind.MARGIN_NEGATIVE, Severity.ERROR)
    assert (found.concerns, found.days) == (("1516.go-live",), 65)


def test_a_negative_margin_is_mended_by_the_first_wave_that_comes_late_enough() -> None:
    waves = (
        wave("K15", window("2026-04-01", "2026-05-31")),
        wave("K13", window("2025-04-26")),
        wave("K14", window("2025-10-01", "2025-11-30")),
        wave("K16"),
    )

    found = evaluate(programme(*waves, reports=[LATE_START])).conflicts

    assert found[0].mend == Mend("move-to-wave", "K14")


def test_where_no_wave_comes_late_enough_there_is_no_mend() -> None:
    (found,) = evaluate(programme(reports=[LATE_START])).conflicts

    assert found.mend is None


def missed(
    *, reports: tuple[Report, ...] = (), deadlines: tuple[ExplicitDeadline, ...] = ()
) -> list[tuple[Kind, tuple[str, ...], int]]:
    far = wave("K13", window("2027-04-26"))
    return conflicts(programme(far, reports=reports, deadlines=deadlines))


def test_a_limit_that_can_be_kept_is_no_conflict() -> None:
    assert missed(deadlines=(deadline("option-limit", "2024-05-30"),)) == []


def test_what_can_only_come_after_its_limit_is_told_once() -> None:
    # Six months of pre-project that has not begun on 30 November 2023.
    found = missed(
        reports=(report("preproject-agreed", ReportState.NOT_DONE),),
        deadlines=(deadline("option-limit", "2024-05-20"),),
    )

    assert found == [(Kind.DEADLINE_MISSED, ("1516.option-exercised",), 10)]


def test_what_is_late_for_a_limit_that_is_counted_is_told_too() -> None:
    found = conflicts(
        programme(reports=[report("preproject-agreed", ReportState.NOT_DONE)])
    )

    assert found == [
        (Kind.MARGIN_NEGATIVE, ("1516.go-live",), 34),
        (Kind.DEADLINE_MISSED, ("1516.preproject-agreed",), 35),
        (Kind.DEADLINE_MISSED, ("1516.option-exercised",), 34),
    ]


def test_what_was_done_after_its_limit_is_a_fact_and_no_conflict() -> None:
    late = report("option-exercised", ReportState.DONE, finish=window("2023-11-20"))

    assert (
        missed(reports=(late,), deadlines=(deadline("option-limit", "2023-10-01"),))
        == []
    )


def test_the_seller_of_the_shares_misses_no_limit() -> None:
    snapshot = programme()
    seller = replace(snapshot.municipalities[0], holds_option=False)

    assert conflicts(replace(snapshot, municipalities=(seller,))) == []


def test_errors_come_first() -> None:
    found = evaluate(
        programme(
            wave("K13", window("2025-04-26")),
            wave("K14"),
            placed=[(NUMBER, "K13"), ("1517", None)],
            reports=[LATE_START],
        )
    ).conflicts

    assert [it.severity for it in found] == [
        Severity.ERROR,
        Severity.WARNING,
        Severity.WARNING,
    ]
