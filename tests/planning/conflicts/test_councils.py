"""What councils decided, against a plan that takes it that they all say yes.

The option limit of the wave of 26 April 2025 is 26 April 2024.
"""

import pytest

from planning.circumstances import Decision
from planning.conflicts import Conflict, Kind, Mend, Severity
from planning.evaluate import evaluate
from planning.snapshot import Municipality, Report, ReportState, Template
from tests.planning.programmes import (
    NUMBER,
    TEMPLATE,
    deadline,
    decision,
    programme,
    report,
    wave,
    window,
)

BEFORE, AFTER = "2024-04-26", "2024-04-27"
K14 = wave("K14", window("2025-10-01", "2025-11-30"))
K13 = wave("K13", window("2025-04-26"))


def councils(
    *decisions: Decision,
    status_date: str = BEFORE,
    reports: tuple[Report, ...] = (),
) -> tuple[Conflict, ...]:
    return evaluate(
        programme(
            K13, K14, decisions=decisions, reports=reports, status_date=status_date
        )
    ).conflicts


DECLINED = decision("declined-for-now", "2023-10-01", "2023-10-31")
TAKEN_UP = report("option-exercised", ReportState.DONE, finish=window("2024-03-01"))


def test_a_no_is_a_warning_while_the_council_has_time_for_another_answer() -> None:
    (found,) = councils(DECLINED)

    assert (found.kind, found.severity) == (Kind.COUNCIL_DECLINED, Severity.WARNING)
    assert found.concerns == ("municipality.1516",)
    assert found.values == (
        ("decided-first", "2023-10-01"),
        ("decided-last", "2023-10-31"),
        ("limit", "2024-04-26"),
    )
    assert found.mend == Mend("report-step", "1516.option-exercised")


def test_a_no_that_stands_past_the_limit_is_an_error_mended_by_a_later_wave() -> None:
    (found,) = councils(DECLINED, status_date=AFTER)

    assert found.severity is Severity.ERROR
    assert found.mend == Mend("move-to-wave", "K14", NUMBER)


def test_its_numbers_are_the_same_from_one_day_to_the_next() -> None:
    (today,), (tomorrow,) = (
        councils(DECLINED, status_date=day) for day in ("2024-05-02", "2024-05-03")
    )

    assert (today.days, today.numbers) == (0, tomorrow.numbers)


@pytest.mark.parametrize(
    ("status_date", "mend"),
    [
        ("2024-10-01", Mend("move-to-wave", "K14", NUMBER)),
        ("2024-10-02", None),
    ],
)
def test_only_a_wave_whose_own_limit_is_ahead_is_named(
    status_date: str, mend: Mend | None
) -> None:
    (found,) = councils(DECLINED, status_date=status_date)

    assert found.mend == mend


def test_a_limit_that_a_letter_names_moves_with_no_wave() -> None:
    named = deadline("option-limit", "2024-01-31")
    (found,) = evaluate(
        programme(K13, K14, decisions=[DECLINED], deadlines=[named], status_date=BEFORE)
    ).conflicts

    assert dict(found.values)["limit"] == "2024-01-31"
    assert (found.severity, found.mend) == (Severity.ERROR, None)


def test_the_deadline_of_the_step_itself_beats_its_limit() -> None:
    named = deadline("option-exercised", "2024-06-30")
    (found,) = evaluate(
        programme(decisions=[DECLINED], deadlines=[named], status_date=AFTER)
    ).conflicts

    assert dict(found.values)["limit"] == "2024-06-30"
    assert found.severity is Severity.WARNING


def test_a_template_that_counts_no_limit_names_no_wave() -> None:
    links = (link for link in TEMPLATE.links if link.predecessor != "option-limit")
    template = Template(activities=TEMPLATE.activities, links=tuple(links))
    overdue, found = evaluate(
        programme(decisions=[DECLINED], template=template, status_date="2025-05-01")
    ).conflicts[::-1]

    assert overdue.kind is Kind.WAVE_NOT_REPORTED

    assert (found.severity, found.mend) == (Severity.ERROR, None)


@pytest.mark.parametrize(
    "later",
    [
        decision("option-exercised", "2024-02-01"),
        decision("introduction-decided", "2024-02-01"),
        decision("positive-signal", "2024-02-01"),
        decision("option-exercised", "2023-10-31"),
    ],
)
def test_a_later_decision_beats_a_no(later: Decision) -> None:
    assert councils(DECLINED, later) == ()


def test_a_remark_beats_nothing() -> None:
    found = councils(DECLINED, decision("other", "2024-02-01"))

    assert [it.kind for it in found] == [Kind.COUNCIL_DECLINED]


def test_what_is_decided_after_the_status_date_is_not_known() -> None:
    assert councils(DECLINED, status_date="2023-09-30") == ()
    found = councils(DECLINED, decision("option-exercised", "2024-04-27"))
    assert [it.kind for it in found] == [Kind.COUNCIL_DECLINED]


@pytest.mark.parametrize(
    "taken_up",
    [
        TAKEN_UP,
        report("option-exercised", ReportState.DONE),
        # It may have come after the decision, in the same month.
        report("option-exercised", ReportState.DONE, start=window("2023-10-01")),
    ],
)
def test_an_option_reported_taken_up_since_beats_a_no(taken_up: Report) -> None:
    assert councils(DECLINED, reports=(taken_up,)) == ()


@pytest.mark.parametrize(
    "old",
    [
        report("option-exercised", ReportState.DONE, finish=window("2023-09-30")),
        report("option-exercised", ReportState.STARTED),
    ],
)
def test_a_report_from_before_the_decision_or_of_less_does_not(old: Report) -> None:
    if old.state is ReportState.STARTED:
        old = report("option-exercised", ReportState.STARTED, remaining="0d")

    found = councils(DECLINED, reports=(old,))

    assert [it.kind for it in found] == [Kind.COUNCIL_DECLINED]


WAITS = decision("waits", "2022-01-01", "2022-12-31")


def test_one_who_waits_is_worth_knowing_and_past_the_limit_a_warning() -> None:
    (ahead,), (passed,) = councils(WAITS), councils(WAITS, status_date=AFTER)

    assert (ahead.kind, ahead.severity) == (Kind.COUNCIL_WAITS, Severity.INFORMATION)
    assert ahead.mend == Mend("report-step", "1516.option-exercised")
    assert passed.severity is Severity.WARNING
    assert passed.mend == Mend("move-to-wave", "K14", NUMBER)
    assert ahead.values == (
        ("outcome", "waits"),
        ("decided-first", "2022-01-01"),
        ("decided-last", "2022-12-31"),
        ("limit", "2024-04-26"),
    )


def test_one_who_took_the_option_up_waits_no_more() -> None:
    assert councils(WAITS, reports=(TAKEN_UP,)) == ()


def test_a_postponement_that_the_plan_can_have_met_is_none() -> None:
    asked = decision("postponed", "2023-04-01", "2023-04-30")

    assert councils(asked, status_date=AFTER) == ()


def test_a_postponement_past_the_limit_of_its_wave_is_not_met() -> None:
    (found,) = councils(decision("postponed", "2024-05-01"), status_date="2024-06-01")

    assert (found.kind, found.severity) == (Kind.COUNCIL_WAITS, Severity.WARNING)
    assert dict(found.values)["outcome"] == "postponed"
    assert found.mend == Mend("move-to-wave", "K14", NUMBER)


@pytest.mark.parametrize("as_report", [True, False])
def test_who_took_the_option_up_may_postpone(as_report: bool) -> None:
    reports = (TAKEN_UP,) if as_report else ()
    earlier = () if as_report else (decision("option-exercised", "2024-03-01"),)

    assert (
        councils(
            *earlier,
            decision("postponed", "2024-05-01"),
            status_date="2024-06-01",
            reports=reports,
        )
        == ()
    )


def test_the_council_that_is_live_is_asked_nothing() -> None:
    live = report("go-live", ReportState.DONE, finish=window("2023-11-03"))

    assert councils(DECLINED, reports=(live,)) == ()


def test_a_council_without_an_option_has_no_limit() -> None:
    seller = Municipality(number=NUMBER, holds_option=False)

    assert (
        evaluate(programme(municipalities=[seller], decisions=[DECLINED])).conflicts
        == ()
    )


def test_without_a_date_only_that_is_told() -> None:
    found = evaluate(programme(wave("K13"), decisions=[DECLINED])).conflicts

    assert [it.kind for it in found] == [Kind.WAVE_WITHOUT_DATE]


def test_a_withdrawal_takes_back_what_was_decided_and_reported_before() -> None:
    taken_up = decision("option-exercised", "2024-03-01")
    away = decision("withdrawn", "2024-03-20")
    again = decision("option-exercised", "2024-04-10")

    (found,) = councils(taken_up, away, reports=(TAKEN_UP,))
    assert found.kind is Kind.COUNCIL_DECLINED
    assert ("outcome", "withdrawn") in found.values
    assert councils(taken_up, away, again, reports=(TAKEN_UP,)) == ()
    assert councils(taken_up, reports=(TAKEN_UP,)) == ()


def test_what_is_taken_up_anew_after_a_withdrawal_can_be_too_late() -> None:
    away = decision("withdrawn", "2024-03-20")
    late = decision("option-exercised", "2024-05-02")

    (found,) = councils(away, late, reports=(TAKEN_UP,), status_date="2024-06-01")
    assert (found.kind, found.days) == (Kind.OPTION_DECIDED_LATE, 6)
