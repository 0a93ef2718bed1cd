"""Regions and bindings: together, apart, and who could rejoin the others."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from planning.circumstances import Binding
from planning.conflicts import Conflict, Kind, Mend, Severity
from planning.evaluate import evaluate
from planning.snapshot import HealthTrust, Municipality, Report, ReportState, Snapshot
from tests.planning.programmes import binding, programme, report, wave, window

WAVES = (
    wave("K12", window("2024-11-09")),
    wave("K13", window("2026-04-01", "2026-05-31")),
    wave("K14", window("2026-10-01", "2026-11-30")),
)
A, B, C, D = "1511", "1512", "1513", "1514"


def together(
    placed: Sequence[tuple[str, str | None]],
    *,
    region: str | None = "namdal",
    bindings: Sequence[Binding] = (),
    reports: Sequence[Report] = (),
) -> Snapshot:
    return programme(
        *WAVES,
        placed=placed,
        municipalities=[
            Municipality(number=number, region=region) for number, _ in placed
        ],
        bindings=bindings,
        reports=reports,
    )


def split(snapshot: Snapshot) -> tuple[Conflict, ...]:
    kinds = {Kind.REGION_SPLIT, Kind.BINDING_BROKEN}
    return tuple(it for it in evaluate(snapshot).conflicts if it.kind in kinds)


def test_a_region_in_one_wave_is_together() -> None:
    assert split(together([(A, "K13"), (B, "K13")])) == ()


def test_a_region_in_two_waves_is_worth_knowing() -> None:
    (found,) = split(together([(A, "K14"), (B, "K13"), (C, "K14"), (D, "K13")]))

    assert (found.kind, found.severity) == (Kind.REGION_SPLIT, Severity.INFORMATION)
    assert found.concerns == (
        "region.namdal",
        "municipality.1511",
        "municipality.1512",
        "municipality.1513",
        "municipality.1514",
    )
    assert found.values == (("waves", "K13,K14"),)
    assert found.mend is None


def test_a_single_one_apart_can_go_with_the_others() -> None:
    (found,) = split(together([(A, "K13"), (B, "K14"), (C, "K14")]))

    assert found.mend == Mend("move-to-wave", "K14", A)


def test_of_two_nobody_is_the_one_apart() -> None:
    (found,) = split(together([(A, "K13"), (B, "K14")]))

    assert found.mend is None


def test_two_apart_from_each_other_and_the_rest_are_nobody_s_mend() -> None:
    (found,) = split(together([(A, "K12"), (B, "K13"), (C, "K14"), (D, "K14")]))

    assert found.values == (("waves", "K12,K13,K14"),)
    assert found.mend is None


def test_an_earlier_wave_is_a_mend_while_its_work_is_still_ahead() -> None:
    apart = together([(A, "K14"), (B, "K13"), (C, "K13")])
    (in_time,) = split(apart)
    # The project of K13 starts on 1 September 2024.
    late = replace(apart, status_date=apart.status_date + 365)

    (too_late,) = split(late)

    assert in_time.mend == Mend("move-to-wave", "K13", A)
    assert too_late.mend is None


def test_a_wave_whose_work_has_begun_is_no_mend() -> None:
    (found,) = split(together([(A, "K14"), (B, "K12"), (C, "K12")]))

    assert found.mend is None


def test_a_wave_that_is_too_early_for_the_facts_is_no_mend() -> None:
    # Eighteen months after the status date, what is not agreed on has not begun.
    not_agreed = report("preproject-agreed", ReportState.NOT_DONE, municipality=A)
    waves = (wave("K13", window("2024-12-01")), wave("K14", window("2025-04-01")))
    apart = programme(
        *waves,
        placed=[(A, "K13"), (B, "K14"), (C, "K14")],
        bindings=[binding(A, B, C)],
        reports=[not_agreed],
    )

    (found,) = split(apart)

    # Nor can the two go with K13: what leads to it has begun.
    assert found.mend == Mend("no-wave-in-time", "")


def test_who_is_live_is_not_waited_for() -> None:
    live = report(
        "go-live", ReportState.DONE, municipality=A, finish=window("2023-11-03")
    )

    assert split(together([(A, "K12"), (B, "K13")], reports=[live])) == ()


def test_a_region_waits_for_nobody_without_a_wave() -> None:
    assert split(together([(A, None), (B, "K13")])) == ()


def test_those_of_no_region_are_no_region() -> None:
    assert split(together([(A, "K13"), (B, "K14")], region=None)) == ()


def test_a_binding_that_holds_is_no_conflict() -> None:
    held = binding(A, B)

    assert split(together([(A, "K13"), (B, "K13")], bindings=[held])) == ()


def test_a_broken_binding_is_a_warning() -> None:
    wish = binding(A, B, C, key="it-company")

    (found,) = split(
        together([(A, "K13"), (B, "K14"), (C, "K14")], region=None, bindings=[wish])
    )

    assert (found.kind, found.severity) == (Kind.BINDING_BROKEN, Severity.WARNING)
    assert found.concerns[0] == "binding.it-company"
    assert found.concerns[1:] == tuple(f"municipality.{it}" for it in (A, B, C))
    assert found.values == (("waves", "K13,K14"),)
    assert found.mend == Mend("move-to-wave", "K14", A)


def test_a_member_without_a_wave_is_apart_and_can_be_placed_with_the_others() -> None:
    (found,) = split(
        together(
            [(A, None), (B, "K13"), (C, "K13")],
            region=None,
            bindings=[binding(A, B, C)],
        )
    )

    assert found.values == (("waves", "K13"), ("without-wave", "1"))
    assert found.mend == Mend("move-to-wave", "K13", A)


@pytest.mark.parametrize("target", [None, "K99"])
def test_nobody_is_moved_out_of_their_wave_to_be_with_the_others(
    target: str | None,
) -> None:
    (found,) = split(
        together(
            [(A, "K13"), (B, target), (C, target)],
            region=None,
            bindings=[binding(A, B, C)],
        )
    )

    assert found.values == (("waves", "K13"), ("without-wave", "2"))
    assert found.mend == Mend("move-together", "K13", f"{B},{C}")


def test_a_member_that_there_is_not_binds_nobody() -> None:
    assert split(together([(A, "K13")], bindings=[binding(A, "9999")])) == ()


def test_others_in_a_wave_without_a_date_come_to_the_one_that_has_one() -> None:
    apart = programme(
        wave("K13", window("2026-04-01")),
        wave("K14"),
        placed=[(A, "K13"), (B, "K14"), (C, "K14")],
        bindings=[binding(A, B, C)],
    )

    (found,) = split(apart)

    assert found.mend == Mend("move-together", "K13", f"{B},{C}")


# The project of K13 has begun, and so had it as the plan was decided.
K13_DAY, LATE = "2025-04-26", "2024-02-01"


def moved(
    *placed: tuple[str, str],
    reports: Sequence[Report] = (),
    decided: str | None = K13_DAY,
) -> Conflict:
    """Four who were to go with K13, after one or more of them were moved."""
    snapshot = programme(
        wave("K13", window(K13_DAY)),
        wave("K14", window("2025-10-01", "2025-11-30")),
        wave("K15", window("2026-04-01", "2026-05-31")),
        placed=[*placed],
        bindings=[binding(A, B, C, D)],
        reports=reports,
        decided={} if decided is None else {it: decided for it, _ in placed},
        status_date=LATE,
    )
    return next(
        it for it in evaluate(snapshot).conflicts if it.kind is Kind.BINDING_BROKEN
    )


@pytest.mark.parametrize("code", ["K14", "K15"])
def test_who_was_moved_away_can_go_back_to_what_was_decided(code: str) -> None:
    found = moved((A, "K13"), (B, code), (C, "K13"), (D, "K13"))

    assert found.mend == Mend("move-to-wave", "K13", B)


def test_who_can_t_come_back_is_followed_by_the_others() -> None:
    not_agreed = report("preproject-agreed", ReportState.NOT_DONE, municipality=B)

    found = moved((A, "K13"), (B, "K15"), (C, "K13"), (D, "K13"), reports=[not_agreed])

    assert found.mend == Mend("move-together", "K15", f"{A},{C},{D}")


def test_without_a_decided_plan_the_others_follow() -> None:
    found = moved((A, "K13"), (B, "K15"), (C, "K13"), (D, "K13"), decided=None)

    assert found.mend == Mend("move-together", "K15", f"{A},{C},{D}")


def test_of_two_and_two_those_go_who_go_back() -> None:
    found = moved((A, "K13"), (B, "K14"), (C, "K13"), (D, "K14"))

    assert found.mend == Mend("move-together", "K13", f"{B},{D}")


def test_a_mend_that_takes_one_from_those_it_is_bound_to_says_so() -> None:
    trust = HealthTrust(code="HNT", wave="K14")
    snapshot = programme(
        wave("K13", window(K13_DAY)),
        wave("K14", window("2025-10-01")),
        placed=[(A, "K13"), (B, "K13"), (C, "K13")],
        municipalities=[
            Municipality(number=A, trust="HNT"),
            Municipality(number=B),
            Municipality(number=C, trust="HNT"),
        ],
        trusts=[trust],
        bindings=[binding(A, B, key="wish")],
    )

    found = {
        it.concerns[0].partition(".")[2]: it.mend
        for it in evaluate(snapshot).conflicts
        if it.kind is Kind.TRUST_AFTER_MUNICIPALITY
    }

    assert found == {
        A: Mend("move-to-wave", "K14", A, parts=("wish",)),
        C: Mend("move-to-wave", "K14", C),
    }
