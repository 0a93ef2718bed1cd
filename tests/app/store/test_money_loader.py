"""Rows to what projections rest on."""

from decimal import Decimal

import pytest

from app.extensions import db
from app.store.loader import load_snapshot
from app.store.money_loader import load_assumptions, load_money, read_assumptions
from app.store.tables import AssumptionRow, MoneyFigureRow
from app.store.undoing import undo
from app.store.writing import writing
from planning.money_facts import (
    Assumptions,
    Basis,
    DebtService,
    Figure,
    FigureKind,
    LoanKind,
    Part,
)
from tests.builders import ULSTEIN, own_figure_row


def figures() -> dict[str, Figure]:
    return {figure.key: figure for figure in load_money().figures}


def test_the_sums_of_municipalities_that_projections_rest_on(any_plan):
    found = figures()
    assert list(found) == ["E01", "E02", "E03", "E04", "E06", "E07", "E09"]
    assert {figure.basis for figure in found.values()} == {Basis.DOCUMENTED}
    assert found["E01"] == Figure(
        key="E01",
        municipality="5054",
        kind=FigureKind.INVESTMENT,
        ore=1_850_000_000,
    )
    assert found["E03"].kind is FigureKind.LEGACY
    assert found["E04"].kind is FigureKind.BENEFIT


def test_whether_the_loan_is_in_a_yearly_total_is_said_where_it_is_known(any_plan):
    found = figures()
    assert found["E02"].debt_service is DebtService.INCLUDED
    assert (found["E02"].ore, found["E02"].term_years) == (350_000_000, 15)
    assert found["E07"].debt_service is DebtService.NOT_SAID
    assert found["E07"].ore == 220_000_000


def test_the_sum_of_hustadvika_counts_once_and_falls_in_two_years(any_plan):
    (hustadvika,) = (it for it in figures().values() if it.municipality == "1579")
    assert hustadvika.key == "E09"
    assert hustadvika.parts == (Part(2022, 200_000_000), Part(2023, 2_800_000_000))
    assert sum(part.ore for part in hustadvika.parts) == hustadvika.ore


@pytest.mark.parametrize("key", ["E05", "E10", "E11", "E15", "E16"])
def test_sums_of_other_kinds_and_without_an_amount_are_for_reading_alone(plan, key):
    assert db.session.get(MoneyFigureRow, key).municipality is not None
    assert key not in figures()


def test_how_a_sum_is_known_goes_with_it(plan):
    db.session.get(MoneyFigureRow, "E03").confidence = "derived"
    db.session.get(MoneyFigureRow, "E04").confidence = "assumed"
    found = figures()
    assert found["E03"].basis is Basis.DERIVED
    assert "E04" not in found


def test_what_a_municipality_has_decided_stands_beside_what_sources_say(
    any_plan, office
):
    with writing(any_plan, by=office, what="economy.figure-set") as write:
        db.session.add(own_figure_row(price_year=2024))
        db.session.add(
            own_figure_row("annual-cost-total", 900_000, debt_service="excluded")
        )
    found = load_snapshot(any_plan).money.figures
    assert found[-1] == Figure(
        key=f"own.{ULSTEIN}.investment-one-off",
        municipality=ULSTEIN,
        kind=FigureKind.INVESTMENT,
        ore=1_200_000_000,
        basis=Basis.DECIDED,
        price_year=2024,
    )
    assert found[-2].debt_service is DebtService.EXCLUDED
    undo(write.change, by=office)
    assert {figure.basis for figure in figures().values()} == {Basis.DOCUMENTED}


def test_the_assumptions_are_those_of_the_fixtures(any_plan):
    assert load_assumptions() == Assumptions()


def test_an_assumption_that_is_changed_goes_into_the_plan(plan, office):
    with writing(plan, by=office, what="economy.assumptions-changed"):
        db.session.get(AssumptionRow, "loan_rate").value = "0.055"
        db.session.get(AssumptionRow, "loan_kind").value = "serial"
    found = load_snapshot(plan).money.assumptions
    assert found.loan_rate == Decimal("0.055")
    assert found.loan_kind is LoanKind.SERIAL
    assert found.discount_rate == Decimal("0.04")


def test_assumptions_are_read_from_their_texts():
    assert read_assumptions({}) == Assumptions()
    read = read_assumptions({"loan_term_years": "20", "unknown": "7"})
    assert read == Assumptions(loan_term_years=20)
    with pytest.raises(ValueError, match="bullet"):
        read_assumptions({"loan_kind": "bullet"})
