"""The projections of a plan, by way of its schedule."""

from dataclasses import replace
from datetime import date

import pytest

from planning.evaluate import Evaluation, evaluate
from planning.finance.loans import LoanTerms
from planning.finance.projections import project_programme
from planning.money import KRONE
from planning.money_facts import LoanKind
from planning.snapshot import Municipality, Snapshot, Wave
from tests.planning.finance.cases import (
    AVEROY,
    FACTS,
    INDRE_FOSEN,
    POPULATIONS,
    ULSTEIN,
    million,
)
from tests.planning.programmes import programme, wave, window

WAVES = (
    wave("K12", window("2024-11-09")),
    wave("K13", window("2025-04-01", "2025-05-31")),
    wave("K14", window("2025-12-15", "2026-01-15")),
    wave("K15"),
)
PLACED = ((INDRE_FOSEN, "K12"), (AVEROY, "K13"))


def plan(*placed: tuple[str, str | None], waves: tuple[Wave, ...] = WAVES) -> Snapshot:
    """The documented municipalities, with those placed in waves."""
    snapshot = programme(
        *waves,
        placed=placed,
        municipalities=[
            Municipality(number=number, population=population)
            for number, population in POPULATIONS.items()
        ],
    )
    return replace(snapshot, money=FACTS)


def evaluated(*placed: tuple[str, str | None]) -> Evaluation:
    return evaluate(plan(*placed))


def test_who_has_a_date_has_a_projection() -> None:
    found = evaluated(*PLACED, (ULSTEIN, None)).projections

    assert set(found) == {INDRE_FOSEN, AVEROY}
    assert all(it.municipality == number for number, it in found.items())


@pytest.mark.parametrize("code", [None, "K15", "gone"])
def test_without_a_date_there_is_no_projection(code: str | None) -> None:
    assert evaluated((INDRE_FOSEN, code)).projections == {}


def test_cases_count_whether_they_have_a_date_or_not() -> None:
    alone, together = evaluated((ULSTEIN, "K12")), evaluated((ULSTEIN, "K12"), *PLACED)

    inputs = alone.projections[ULSTEIN].inputs
    assert inputs.investment.per_inhabitant == (1850_00, 2250_00, 3170_00)
    assert inputs == together.projections[ULSTEIN].inputs


def test_costs_count_from_the_last_day_of_the_wave() -> None:
    # The window runs over new year: limits count from December, costs from January.
    found = evaluated((ULSTEIN, "K14"))

    assert found.go_live(ULSTEIN) == date(2025, 12, 15).toordinal()
    projected = found.projections[ULSTEIN]
    assert projected.go_live == date(2026, 1, 15).toordinal()
    assert projected.years[0].year == 2026
    assert (projected.first_averaged, projected.last_averaged) == (2027, 2041)


def test_a_later_wave_keeps_the_old_systems_longer() -> None:
    early, late = (
        evaluated((INDRE_FOSEN, code)).projections[INDRE_FOSEN]
        for code in ("K12", "K13")
    )

    assert [it.year for it in early.years] == list(range(2024, 2040))
    assert [it.year for it in late.years] == list(range(2025, 2041))
    paid = [
        {it.year: it.legacy for it in found.years}.get(2025) for found in (early, late)
    ]
    assert paid == [0, million(2)]
    assert early.summary.average_annual == late.summary.average_annual


def test_another_loan_can_be_looked_at() -> None:
    found = evaluated(*PLACED)
    serial = LoanTerms(kind=LoanKind.SERIAL, years=20)

    looked = project_programme(found.snapshot, found.schedule, loan=serial)[INDRE_FOSEN]
    assert looked.loan == serial
    assert looked.inputs == found.projections[INDRE_FOSEN].inputs
    assert looked.last_averaged == looked.first_averaged + 19


def test_no_flow_has_a_part_of_a_krone() -> None:
    for found in evaluated(*PLACED).projections.values():
        assert not any(it.net % KRONE for it in found.years)
