"""Municipalities in no wave, waves with no date."""

import pytest

from planning.conflicts import Kind, Mend, Severity
from planning.evaluate import evaluate
from planning.snapshot import ReportState
from tests.planning.programmes import NUMBER, programme, report, wave, window


@pytest.mark.parametrize("code", [None, "K99"])
def test_a_municipality_without_a_wave_is_a_warning(code: str | None) -> None:
    (found,) = evaluate(programme(placed=[(NUMBER, code)])).conflicts

    assert found.kind is Kind.MUNICIPALITY_WITHOUT_WAVE
    assert found.severity is Severity.WARNING
    assert found.concerns == ("municipality.1516",)
    assert found.mend == Mend("give-wave", NUMBER)


def test_who_is_live_needs_no_wave() -> None:
    live = report("go-live", ReportState.DONE, finish=window("2023-11-03"))

    assert evaluate(programme(placed=[(NUMBER, None)], reports=[live])).conflicts == ()


@pytest.mark.parametrize("state", [ReportState.NOT_DONE, ReportState.STARTED])
def test_a_go_live_with_something_left_is_none_yet(state: ReportState) -> None:
    begun = window("2023-11-03") if state is ReportState.STARTED else None
    left = report("go-live", state, start=begun, remaining="4w")

    (found,) = evaluate(programme(placed=[(NUMBER, None)], reports=[left])).conflicts

    assert found.kind is Kind.MUNICIPALITY_WITHOUT_WAVE


def test_a_wave_without_a_date_is_a_warning() -> None:
    (found,) = evaluate(programme(wave("K13"))).conflicts

    assert (found.kind, found.severity) == (Kind.WAVE_WITHOUT_DATE, Severity.WARNING)
    assert found.concerns == ("wave.K13",)
    assert found.mend == Mend("set-wave-day", "K13")
