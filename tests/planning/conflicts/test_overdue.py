"""Waves whose day has passed without a report, and those who are in them."""

from planning.circumstances import Decision
from planning.conflicts import Conflict, Kind, Mend, Severity
from planning.evaluate import evaluate
from planning.snapshot import Report, ReportState
from tests.planning.programmes import (
    NUMBER,
    decision,
    programme,
    report,
    wave,
    window,
)

K12 = wave("K12", window("2025-04-01", "2025-05-31"))
K13 = wave("K13", window("2027-04-01"))
OTHER = "1517"


def found(
    status_date: str,
    *,
    placed: tuple[tuple[str, str | None], ...] = ((NUMBER, "K12"), (OTHER, "K12")),
    reports: tuple[Report, ...] = (),
    decisions: tuple[Decision, ...] = (),
) -> tuple[Conflict, ...]:
    return evaluate(
        programme(
            K12,
            K13,
            placed=placed,
            reports=reports,
            decisions=decisions,
            status_date=status_date,
        )
    ).conflicts


def live(number: str) -> Report:
    day = window("2025-05-02")
    return report("go-live", ReportState.DONE, municipality=number, finish=day)


def test_a_wave_whose_window_has_passed_is_to_be_reported() -> None:
    (overdue,) = found("2025-06-01")

    assert overdue.kind is Kind.WAVE_NOT_REPORTED
    assert overdue.severity is Severity.WARNING
    assert overdue.concerns == ("wave.K12",)
    assert overdue.values == (("first", "2025-04-01"), ("last", "2025-05-31"))
    assert overdue.mend == Mend("report-wave", "K12")


def test_inside_its_window_nothing_is_overdue() -> None:
    assert found("2025-05-31") == ()


def test_one_who_is_not_reported_keeps_the_wave_overdue() -> None:
    kinds = [it.kind for it in found("2025-06-01", reports=(live(NUMBER),))]

    assert kinds == [Kind.WAVE_NOT_REPORTED]
    assert found("2025-06-01", reports=(live(NUMBER), live(OTHER))) == ()


def test_a_wave_with_nobody_in_it_is_overdue_too() -> None:
    assert [it.kind for it in found("2025-06-01", placed=())] == [
        Kind.WAVE_NOT_REPORTED
    ]


def test_nobody_is_led_out_of_a_wave_that_is_to_be_reported() -> None:
    no = decision("declined-for-now", "2024-01-15")

    before = found("2025-05-31", decisions=(no,))
    after = found("2025-06-01", decisions=(no,))

    declined = [it.mend for it in (*before, *after) if it.kind is Kind.COUNCIL_DECLINED]
    assert declined == [
        Mend("move-to-wave", "K13", NUMBER),
        Mend("report-wave", "K12"),
    ]
