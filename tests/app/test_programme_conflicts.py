"""What is wrong with the programme as it is loaded, as one who knows it would say."""

from dataclasses import replace

import pytest
from flask import Flask

from app.store import results
from app.store.loader import load_snapshot
from planning.conflicts import Kind, Mend, Severity
from planning.evaluate import evaluate
from planning.snapshot import Snapshot
from tests.planning.programmes import day

AVEROY, HAREID, ORKLAND, OVERHALLA, ULSTEIN = "1554", "1517", "5059", "5047", "1516"


@pytest.fixture
def snapshot(app: Flask) -> Snapshot:
    with app.app_context():
        return load_snapshot(results.current_plan())


def moved(snapshot: Snapshot, number: str, wave: str) -> Snapshot:
    placements = tuple(
        replace(it, wave=wave) if it.municipality == number else it
        for it in snapshot.plan.placements
    )
    return replace(snapshot, plan=replace(snapshot.plan, placements=placements))


def set_to(snapshot: Snapshot, code: str, text: str) -> Snapshot:
    waves = tuple(
        replace(it, set_day=day(text)) if it.code == code else it
        for it in snapshot.plan.waves
    )
    return replace(snapshot, plan=replace(snapshot.plan, waves=waves))


def told(snapshot: Snapshot) -> list[tuple[str, str, str]]:
    return [
        (it.severity.value, it.kind.value, it.concerns[0])
        for it in evaluate(snapshot).conflicts
    ]


def test_what_a_knowledgeable_person_would_say_and_no_more(snapshot: Snapshot) -> None:
    assert told(snapshot) == [
        ("error", "council-declined", f"municipality.{AVEROY}"),
        ("warning", "council-declined", f"municipality.{HAREID}"),
        ("information", "council-waits", "municipality.5035"),
        ("information", "council-waits", "municipality.5052"),
        ("information", "component-late", "component.prescription-module"),
        ("information", "component-late", "component.medication-list"),
        ("information", "region-split", "region.syvstjerna"),
        ("information", "region-split", "region.sio"),
        ("information", "region-split", "region.trondheimsomradet"),
        ("information", "region-split", "region.vaernesregionen"),
    ]


def test_orkland_has_the_wave_that_its_council_asked_for(snapshot: Snapshot) -> None:
    found = evaluate(snapshot).conflicts
    about = [it.kind for it in found if f"municipality.{ORKLAND}" in it.concerns]

    assert about == [Kind.REGION_SPLIT]


def test_a_later_wave_gives_the_council_of_averoy_time(snapshot: Snapshot) -> None:
    assert told(moved(snapshot, AVEROY, "K13"))[0] == (
        "warning",
        "council-declined",
        f"municipality.{HAREID}",
    )


def test_who_leaves_namdal_breaks_what_namdal_wished(snapshot: Snapshot) -> None:
    apart = evaluate(moved(snapshot, OVERHALLA, "K15")).conflicts
    broken = next(it for it in apart if it.kind is Kind.BINDING_BROKEN)

    assert broken.concerns[0] == "binding.namdal-2020"
    assert broken.values == (("waves", "K14,K15"),)
    assert broken.mend == Mend("move-to-wave", "K14", OVERHALLA)


def test_a_municipality_can_t_go_half_a_year_earlier_in_silence(
    snapshot: Snapshot,
) -> None:
    # The pre-project that the decided plan has begun ends in April 2024, and the
    # vote on the option and the year after it are yet to come.
    found = evaluate(moved(snapshot, ULSTEIN, "K12")).conflicts
    early = next(it for it in found if it.kind is Kind.START_IN_THE_PAST)

    assert early.days == day("2025-04-01") - day("2024-11-09")
    assert f"{ULSTEIN}.preproject" in early.concerns
    assert f"{ULSTEIN}.council-decision" in early.concerns
    assert early.mend == Mend("move-to-wave", "K13", ULSTEIN)


def test_a_pre_project_that_has_begun_is_not_over_before_its_time(
    snapshot: Snapshot,
) -> None:
    # Half a year from June 2023, where the decided plan begins it in October.
    plan = set_to(moved(snapshot, ULSTEIN, "K12"), "K12", "2024-12-09")
    early = next(
        it for it in evaluate(plan).conflicts if it.kind is Kind.START_IN_THE_PAST
    )

    assert early.concerns[0] == f"municipality.{ULSTEIN}"
    assert early.days == day("2025-04-01") - day("2024-12-09")
    assert early.mend == Mend("move-to-wave", "K13", ULSTEIN)


@pytest.mark.parametrize(
    ("code", "go_live", "free"),
    [
        ("K13", "2025-07-05", "2025-06-30"),
        ("K13", "2025-07-20", "2025-08-01"),
        ("K13", "2025-12-24", "2025-12-19"),
        ("K12", "2024-12-20", "2024-12-19"),
        ("K12", "2025-01-06", "2025-01-07"),
    ],
)
def test_nobody_goes_live_in_july_or_at_christmas(
    snapshot: Snapshot, code: str, go_live: str, free: str
) -> None:
    found = evaluate(set_to(snapshot, code, go_live)).conflicts
    closed = next(it for it in found if it.kind is Kind.GO_LIVE_IN_CLOSED_PERIOD)

    assert closed.mend == Mend("set-wave-day", code, free)


@pytest.mark.parametrize(
    ("text", "severities"),
    [
        ("2023-11-09", ["warning", "warning"]),
        ("2023-11-10", ["error", "warning"]),
        ("2024-04-02", ["error", "error"]),
    ],
)
def test_with_time_a_no_only_gets_worse_as_its_limit_passes(
    snapshot: Snapshot, text: str, severities: list[str]
) -> None:
    found = evaluate(replace(snapshot, status_date=day(text))).conflicts
    serious = [it for it in found if it.severity is not Severity.INFORMATION]

    assert [it.severity for it in serious] == severities
    assert {it.kind for it in serious} == {Kind.COUNCIL_DECLINED}
