"""Trusts that come after their municipalities, components that come late."""

import pytest

from planning.circumstances import Component
from planning.conflicts import Conflict, Kind, Mend, Severity
from planning.evaluate import evaluate
from planning.snapshot import (
    HealthTrust,
    Municipality,
    Report,
    ReportState,
    Wave,
)
from tests.planning.programmes import NUMBER, day, programme, report, wave, window

K13, K14 = wave("K13", window("2025-04-26")), wave("K14", window("2025-10-01"))


def with_trust(
    *waves: Wave, trust: str | None = "HNT", there: HealthTrust | None = None
) -> tuple[Conflict, ...]:
    return evaluate(
        programme(
            *waves,
            municipalities=[Municipality(number=NUMBER, trust=trust)],
            trusts=[there or HealthTrust(code="HNT", wave="K14")],
        )
    ).conflicts


def test_a_municipality_before_its_trust_is_a_warning() -> None:
    (found,) = with_trust(K13, K14)

    assert found.kind is Kind.TRUST_AFTER_MUNICIPALITY
    assert (found.severity, found.days) == (Severity.WARNING, 158)
    assert found.concerns == ("municipality.1516", "trust.HNT")
    assert found.values == (("day", "2025-04-26"), ("trust-day", "2025-10-01"))
    assert found.mend == Mend("move-to-wave", "K14", NUMBER)


def test_where_no_wave_comes_after_the_trust_the_trust_can_come_along() -> None:
    live = HealthTrust(code="HNT", actual=window("2025-08-01"))
    found = evaluate(
        programme(
            K13,
            municipalities=[Municipality(number=NUMBER, trust="HNT")],
            trusts=[live],
            status_date="2025-09-01",
        )
    ).conflicts

    mends = [it.mend for it in found if it.kind is Kind.TRUST_AFTER_MUNICIPALITY]
    assert mends == [Mend("move-trust", "K13", "HNT")]


@pytest.mark.parametrize(
    ("trust", "there"),
    [
        ("HNT", HealthTrust(code="HNT", wave="K13")),
        ("HNT", HealthTrust(code="HNT", wave="K99")),
        ("HNT", HealthTrust(code="HNT", actual=window("2022-11-01", "2022-11-30"))),
        (None, None),
    ],
)
def test_a_trust_that_is_there_or_has_no_date_is_no_conflict(
    trust: str | None, there: HealthTrust | None
) -> None:
    assert with_trust(K13, K14, trust=trust, there=there) == ()


def test_without_a_date_nobody_is_before_a_trust() -> None:
    found = with_trust(wave("K13"), K14)

    assert [it.kind for it in found] == [Kind.WAVE_WITHOUT_DATE]


# Ten weeks of training and three weeks of cutover lead to 26 April 2025.
TRAINING_STARTS = "2025-01-22"


def components(
    *components: Component,
    reports: tuple[Report, ...] = (),
    status_date: str = "2023-11-30",
) -> tuple[Conflict, ...]:
    snapshot = programme(
        K13,
        K14,
        placed=[(NUMBER, "K13"), ("1517", "K14"), ("1518", None)],
        components=components,
        reports=reports,
        status_date=status_date,
    )
    found = evaluate(snapshot).conflicts
    return tuple(it for it in found if it.kind is Kind.COMPONENT_LATE)


def component(
    *,
    expected: str | None = None,
    is_late: bool = False,
    is_delivered: bool = False,
    needed_by: str = "training",
) -> Component:
    return Component(
        key="medicines",
        needed_by=needed_by,
        expected=None if expected is None else day(expected),
        is_late=is_late,
        is_delivered=is_delivered,
    )


def test_a_component_that_comes_after_it_is_needed_is_a_warning() -> None:
    (found,) = components(component(expected="2025-01-31"))

    assert (found.kind, found.severity) == (Kind.COMPONENT_LATE, Severity.WARNING)
    assert found.concerns == ("component.medicines", "municipality.1516")
    assert found.days == 9
    assert found.values == (("expected", "2025-01-31"), ("municipalities", "1"))
    assert found.mend == Mend("report-component", "medicines")


def test_all_whom_it_comes_too_late_for_are_concerned() -> None:
    (found,) = components(component(expected="2025-08-31"))

    assert found.concerns[1:] == ("municipality.1516", "municipality.1517")
    assert found.days == 221


def test_a_component_that_is_late_and_still_in_time_is_no_conflict() -> None:
    assert components(component(expected=TRAINING_STARTS, is_late=True)) == ()


def test_a_component_that_is_late_without_a_date_is_worth_knowing() -> None:
    (found,) = components(component(is_late=True))

    assert found.severity is Severity.INFORMATION
    assert found.concerns == ("component.medicines",)
    assert found.values == (("municipalities", "2"),)


def test_a_day_that_has_passed_without_it_is_no_date() -> None:
    (found,) = components(component(expected="2023-11-29"))

    assert (found.severity, found.days) == (Severity.INFORMATION, 0)
    assert found.values == (("was-expected", "2023-11-29"), ("municipalities", "2"))


@pytest.mark.parametrize(
    "harmless",
    [
        component(),
        component(is_late=True, is_delivered=True),
        component(expected="2026-01-01", is_delivered=True),
        component(needed_by="no-such-step"),
        component(is_late=True, is_delivered=True, needed_by="no-such-step"),
    ],
)
def test_a_component_that_is_there_or_that_nobody_waits_for_is_none(
    harmless: Component,
) -> None:
    assert components(harmless) == ()


@pytest.mark.parametrize(
    "given",
    [
        component(is_late=True, needed_by="no-such-step"),
        component(expected="2026-01-01", needed_by="no-such-step"),
    ],
)
def test_a_component_whose_step_is_gone_is_not_in_time(given: Component) -> None:
    (found,) = components(given)

    assert found.severity is Severity.INFORMATION
    assert found.concerns == ("component.medicines",)
    assert found.values == (("step-gone", "no-such-step"),)
    assert found.mend == Mend("report-component", "medicines")


def test_how_many_wait_is_told_and_makes_it_no_other_conflict() -> None:
    (two,) = components(component(is_late=True))
    (one,) = components(component(is_late=True), reports=(live(NUMBER),))

    assert (two.values, one.values) == (
        (("municipalities", "2"),),
        (("municipalities", "1"),),
    )
    assert two.numbers == one.numbers


def live(number: str) -> Report:
    return report(
        "go-live", ReportState.DONE, municipality=number, finish=window("2023-11-03")
    )


def test_who_has_begun_without_it_does_not_wait_for_it() -> None:
    begun = report("training", ReportState.STARTED, start=window("2025-01-15"))

    (found,) = components(
        component(is_late=True), reports=(begun,), status_date="2025-01-16"
    )

    assert found.values == (("municipalities", "1"),)


def test_who_is_live_does_not_wait_for_it() -> None:
    everybody = tuple(live(number) for number in (NUMBER, "1517", "1518"))

    assert components(component(is_late=True), reports=everybody) == ()
    gone = component(is_late=True, needed_by="no-such-step")
    assert components(gone, reports=everybody) == ()
