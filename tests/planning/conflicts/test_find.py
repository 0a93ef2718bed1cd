"""All conflicts of a plan: their order, and what the office has accepted."""

from dataclasses import replace

import pytest

from planning.circumstances import Acceptance, ClosedPeriod, Component
from planning.conflicts import Conflict, Kind, Severity
from planning.evaluate import evaluate
from planning.snapshot import ReportState, Snapshot
from tests.planning.programmes import (
    NUMBER,
    decision,
    programme,
    report,
    wave,
    window,
)


def test_the_plan_as_it_is_has_no_conflict() -> None:
    assert evaluate(programme()).conflicts == ()


MANY = programme(
    wave("K13", window("2025-07-26")),
    wave("K14"),
    placed=[(NUMBER, "K13"), ("1517", None)],
    reports=[report("training", ReportState.NOT_DONE)],
    decisions=[decision("declined-for-now", "2023-10-01")],
    closed_periods=[ClosedPeriod(key="july", first=(7, 1), last=(7, 31))],
    components=[Component(key="medicines", needed_by="training", is_late=True)],
    status_date="2025-07-01",
)


def severities(snapshot: Snapshot) -> list[tuple[bool, Severity]]:
    return [
        (it.accepted is not None, it.severity) for it in evaluate(snapshot).conflicts
    ]


def test_errors_come_first_then_warnings_then_information() -> None:
    order = list(Severity)
    found = severities(MANY)

    assert set(found) == {(False, severity) for severity in order}
    assert found == sorted(found, key=lambda it: order.index(it[1]))


def accept(
    snapshot: Snapshot, conflict: Conflict, *, numbers: str | None = None
) -> Snapshot:
    acceptance = Acceptance(
        kind=conflict.kind.value,
        concerns=conflict.identity[1],
        numbers=conflict.numbers if numbers is None else numbers,
        reason="The board knows.",
    )
    return replace(snapshot, acceptances=(*snapshot.acceptances, acceptance))


def test_what_is_accepted_is_listed_last_with_its_reason() -> None:
    before = evaluate(MANY).conflicts

    after = evaluate(accept(accept(MANY, before[1]), before[0])).conflicts

    assert after[:-2] == before[2:]
    assert after[-2:] == tuple(
        replace(it, accepted="The board knows.") for it in before[:2]
    )


def test_an_acceptance_with_other_numbers_accepts_nothing_any_more() -> None:
    first = evaluate(MANY).conflicts[0]

    assert evaluate(accept(MANY, first, numbers="error;1")).conflicts[0] == first


@pytest.mark.parametrize("gone", [Kind.BINDING_BROKEN, Kind.MARGIN_NEGATIVE])
def test_an_acceptance_of_what_is_gone_accepts_nothing(gone: Kind) -> None:
    first = evaluate(MANY).conflicts[0]
    other = replace(first, kind=gone, concerns=("binding.joint",))

    assert evaluate(accept(MANY, other)).conflicts == evaluate(MANY).conflicts


def test_what_is_accepted_comes_back_when_its_numbers_change() -> None:
    late = report("project-start", ReportState.NOT_DONE)
    snapshot = programme(reports=[late])
    margin = evaluate(snapshot).conflicts[0]
    accepted = accept(snapshot, margin)

    (*_, same) = evaluate(accepted).conflicts
    worse = evaluate(replace(accepted, status_date=snapshot.status_date + 1)).conflicts

    assert (same.kind, same.accepted) == (margin.kind, "The board knows.")
    assert {it.accepted for it in worse} == {None}
    assert (worse[0].kind, worse[0].days) == (margin.kind, margin.days + 1)


def test_a_conflict_stays_the_same_when_it_concerns_one_more() -> None:
    region, *members = "region.a", "municipality.1516", "municipality.1517"
    split = Conflict(
        kind=Kind.REGION_SPLIT,
        severity=Severity.INFORMATION,
        concerns=(region, *members),
        values=(("waves", "K11,K13"),),
    )
    larger = replace(split, concerns=(*split.concerns, "municipality.1520"))

    assert split.identity == larger.identity == ("region-split", (region,))
    assert split.numbers != larger.numbers
    assert replace(split, concerns=(region,)).numbers == "information;0;waves=K11,K13"
