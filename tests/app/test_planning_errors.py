"""Every reason for which nothing can be computed has its sentence."""

import pytest

from app.planning_errors import SENTENCES, planning_error_text
from planning.errors import (
    ActualAfterStatusError,
    ActualOrderError,
    CycleError,
    DateOutOfRangeError,
    DuplicateActivityError,
    PlanningError,
    UnknownActivityError,
)
from tests.networks import day

ERRORS: list[tuple[PlanningError, list[str]]] = [
    (CycleError(("A", "B")), ["A → B → A"]),
    (UnknownActivityError("Z", 3), ["“Z”"]),
    (DuplicateActivityError("A"), ["“A”"]),
    (DateOutOfRangeError(5), ["1950-01-01", "2100-12-31"]),
    (DateOutOfRangeError(5, "A"), ["A:", "2100-12-31"]),
    (
        ActualAfterStatusError("A", day("2024-02-02"), day("2024-02-01")),
        ["A:", "2024-02-02", "2024-02-01"],
    ),
    (
        ActualOrderError("A", day("2024-02-02"), day("2024-02-01")),
        ["A:", "2024-02-02", "2024-02-01"],
    ),
]


def test_no_error_is_forgotten() -> None:
    assert set(PlanningError.__subclasses__()) == SENTENCES.keys()
    assert {type(error) for error, _ in ERRORS} == SENTENCES.keys()


@pytest.mark.parametrize(("error", "parts"), ERRORS)
def test_a_sentence_names_what_it_is_about(
    error: PlanningError, parts: list[str]
) -> None:
    text = planning_error_text(error)
    assert all(part in text for part in parts)
    assert text.endswith(".")


def test_a_long_cycle_is_shown_by_its_ends() -> None:
    text = planning_error_text(CycleError(tuple(f"A{each}" for each in range(5000))))
    assert "A0 → A1" in text
    assert "A4999 → A0" in text
    assert len(text) < 300
