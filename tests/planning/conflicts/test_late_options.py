"""Options that a council took up after their limit.

The option limit of the wave of 26 April 2025 is 26 April 2024.
"""

import pytest

from planning.circumstances import Decision
from planning.conflicts import Kind, Mend, Severity
from planning.evaluate import evaluate
from planning.snapshot import ReportState
from tests.planning.conflicts.test_councils import K13, K14, councils
from tests.planning.programmes import (
    NUMBER,
    deadline,
    decision,
    programme,
    report,
    wave,
    window,
)


@pytest.mark.parametrize(
    ("decided", "days"),
    [
        (decision("option-exercised", "2024-04-26"), None),
        (decision("option-exercised", "2024-04-01", "2024-04-30"), None),
        (decision("option-exercised", "2024-04-27"), 1),
        (decision("option-exercised", "2024-05-01", "2024-05-31"), 5),
    ],
)
def test_an_option_is_late_where_its_first_day_lies_past_the_limit(
    decided: Decision, days: int | None
) -> None:
    found = councils(decided, status_date="2024-06-01")

    assert [(it.kind, it.days) for it in found] == (
        [] if days is None else [(Kind.OPTION_DECIDED_LATE, days)]
    )


def test_a_late_option_tells_the_limit_and_the_day() -> None:
    late = report("option-exercised", ReportState.DONE, finish=window("2024-05-06"))

    # The report is nearer to the fact than the decision.
    margin, found = councils(
        decision("option-exercised", "2024-04-01"),
        status_date="2024-06-01",
        reports=(late,),
    )

    # Go-live comes twelve months after the option, so late in turn.
    assert (margin.kind, margin.days) == (Kind.MARGIN_NEGATIVE, found.days)
    assert found.severity is Severity.WARNING
    assert found.mend == margin.mend == Mend("move-to-wave", "K14", NUMBER)
    assert found.concerns == ("municipality.1516",)
    assert found.values == (("limit", "2024-04-26"), ("decided", "2024-05-06"))


def test_a_late_option_is_mended_by_the_first_wave_that_leaves_it_time() -> None:
    (found,) = evaluate(
        programme(
            wave("K13", window("2025-04-26")),
            wave("K14", window("2025-04-30")),
            wave("K15", window("2025-05-01")),
            decisions=[decision("option-exercised", "2024-05-01")],
            status_date="2024-06-01",
        )
    ).conflicts

    assert found.kind is Kind.OPTION_DECIDED_LATE
    assert found.mend == Mend("move-to-wave", "K15", NUMBER)


def test_a_limit_that_a_letter_names_stays_whatever_the_wave() -> None:
    found = evaluate(
        programme(
            K13,
            K14,
            decisions=[decision("option-exercised", "2024-05-01")],
            deadlines=[deadline("option-exercised", "2024-04-20")],
            status_date="2024-06-01",
        )
    ).conflicts

    (late,) = (it for it in found if it.kind is Kind.OPTION_DECIDED_LATE)
    assert late.mend is None


def test_a_report_without_a_day_says_nothing_of_when() -> None:
    done = report("option-exercised", ReportState.DONE)

    found = councils(status_date="2024-06-01", reports=(done,))

    assert [it.kind for it in found] == [Kind.MARGIN_NEGATIVE]
