"""The regret window, and the councils that are warned of it.

The wave of 26 April 2025 closes the option on 26 April 2024 and the right to withdraw
on 26 March 2024, 60 days after 26 January.
"""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planning.calendars import norway
from planning.circumstances import Decision
from planning.conflicts import Conflict, Kind, Mend, Severity
from planning.durations import parse_duration
from planning.evaluate import evaluate
from planning.rights.regret import Regret, RegretWindow, weigh
from planning.snapshot import ExplicitDeadline, Municipality, Report, ReportState
from tests.planning.programmes import (
    NUMBER,
    day,
    deadline,
    decision,
    programme,
    report,
    wave,
    window,
)

K13, K14 = wave("K13", window("2025-04-26")), wave("K14", window("2025-10-01"))
NUMBERS = (("withdrawal", "2024-03-26"), ("limit", "2024-04-26"))
ENOUGH, SHORT = "2024-01-26", "2024-01-27"
LAST_BUT_ONE, GONE, CLOSED = "2024-03-25", "2024-03-26", "2024-04-27"
OPEN = report("option-exercised", ReportState.NOT_DONE)


def warned(
    status_date: str,
    *,
    decisions: tuple[Decision, ...] = (),
    reports: tuple[Report, ...] = (OPEN,),
    deadlines: tuple[ExplicitDeadline, ...] = (),
) -> list[Conflict]:
    snapshot = programme(
        K13,
        K14,
        decisions=decisions,
        reports=reports,
        deadlines=deadlines,
        status_date=status_date,
    )
    kinds = {Kind.REGRET_SHORT, Kind.REGRET_GONE}
    return [it for it in evaluate(snapshot).conflicts if it.kind in kinds]


@pytest.mark.parametrize(
    ("days", "verdict"),
    [(60, "enough"), (59, "short"), (1, "short"), (0, "gone"), (-31, "gone")],
)
def test_fewer_than_sixty_days_are_few_and_none_are_none(
    days: int, verdict: str
) -> None:
    assert weigh(days) is Regret(verdict)
    assert RegretWindow(100, 100 + days).verdict is Regret(verdict)


@settings(max_examples=50)
@given(st.integers(day("2020-01-01"), day("2040-12-31")))
def test_a_vote_on_the_last_day_always_comes_a_month_too_late(at: int) -> None:
    calendar = norway()
    vote, withdrawal = (
        calendar.retreat(at, parse_duration(it)) for it in ("12mo", "13mo")
    )

    assert -31 <= RegretWindow(vote, withdrawal).days <= -28


def test_who_has_not_voted_is_warned_when_the_days_grow_few() -> None:
    found = {it: warned(it) for it in (ENOUGH, SHORT, LAST_BUT_ONE, GONE, CLOSED)}

    assert {it: [one.kind.value for one in of] for it, of in found.items()} == {
        ENOUGH: [],
        SHORT: ["regret-short"],
        LAST_BUT_ONE: ["regret-short"],
        GONE: ["regret-gone"],
        CLOSED: [],
    }
    (short,), (gone,) = found[SHORT], found[GONE]
    assert (short.severity, gone.severity) == (Severity.WARNING, Severity.ERROR)
    assert short.concerns == gone.concerns == (f"municipality.{NUMBER}",)
    assert short.values == gone.values == NUMBERS
    assert short.days == gone.days == 0


def test_the_mend_is_the_first_wave_that_leaves_enough() -> None:
    (found,) = warned(GONE)
    (named,) = warned(GONE, deadlines=(deadline("option-limit", "2024-05-01"),))

    assert found.mend == Mend("move-to-wave", "K14", NUMBER)
    assert named.mend is None


def test_a_named_limit_keeps_the_warning_for_as_long_as_it_is_ahead() -> None:
    later = (deadline("option-limit", "2024-05-30"),)

    (found,) = warned(CLOSED, deadlines=later)

    assert found.values[1] == ("limit", "2024-05-30")


@pytest.mark.parametrize(
    "outcome",
    ["option-exercised", "declined-for-now", "postponed", "waits", "withdrawn"],
)
def test_who_has_answered_is_not_warned(outcome: str) -> None:
    assert warned(GONE, decisions=(decision(outcome, "2024-01-10"),)) == []


def test_who_has_only_signalled_or_answers_later_is() -> None:
    signal = decision("positive-signal", "2024-01-10")
    to_come = decision("option-exercised", "2024-04-01")

    assert len(warned(GONE, decisions=(signal, to_come))) == 1


def test_silence_is_no_report() -> None:
    case_open = report("council-decision", ReportState.NOT_DONE)

    assert warned(GONE, reports=()) == []
    assert len(warned(GONE, reports=(case_open,))) == 1


def test_a_vote_that_is_reported_is_a_vote() -> None:
    voted = report("option-exercised", ReportState.DONE, finish=window("2024-02-01"))

    assert warned(GONE, reports=(voted,)) == []


def test_who_is_live_or_holds_no_option_is_not_warned() -> None:
    live = report("go-live", ReportState.DONE, finish=window("2024-03-01"))
    seller = Municipality(number=NUMBER, holds_option=False)
    sells = evaluate(programme(K13, municipalities=[seller], status_date=GONE))

    assert warned(GONE, reports=(live,)) == []
    assert not any(it.kind is Kind.REGRET_GONE for it in sells.conflicts)
    assert day(GONE) - day(SHORT) == 59


def test_who_has_voted_is_told_of_the_few_days_while_there_are_any() -> None:
    late = report("option-exercised", ReportState.DONE, finish=window("2024-02-01"))
    early = report("option-exercised", ReportState.DONE, finish=window("2024-01-26"))
    decided = decision("option-exercised", "2024-02-01")
    withdrawn = decision("withdrawn", "2024-02-05")

    (told,) = warned(LAST_BUT_ONE, reports=(late,))

    assert (told.kind, told.severity) == (Kind.REGRET_SHORT, Severity.INFORMATION)
    assert told.values == (("withdrawal", "2024-03-26"), ("voted", "2024-02-01"))
    assert warned(LAST_BUT_ONE, decisions=(decided,)) == [told]
    assert warned(LAST_BUT_ONE, reports=(early,)) == []
    assert warned(LAST_BUT_ONE, decisions=(decided, withdrawn)) == []
    assert warned(CLOSED, reports=(late,)) == []
