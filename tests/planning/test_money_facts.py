"""What no projection can be reckoned from is refused where it is made."""

from decimal import Decimal
from typing import Any

import pytest

from planning.money_facts import Assumptions, Figure, FigureKind, Part


def figure(**given: Any) -> Figure:
    values = {
        "key": "E01",
        "municipality": "5054",
        "kind": FigureKind.INVESTMENT,
        "ore": 100,
        **given,
    }
    return Figure(**values)


@pytest.mark.parametrize(
    "wrong",
    [{"ore": -1}, {"parts": (Part(2022, 200), Part(2023, -100))}, {"term_years": 0}],
)
def test_a_figure_that_can_not_be(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="not"):
        figure(**wrong)


@pytest.mark.parametrize(
    "right",
    [{"ore": 0}, {"parts": (Part(2022, 100),)}, {"term_years": 15}],
)
def test_a_figure_that_can_be(right: dict[str, Any]) -> None:
    assert figure(**right).key == "E01"


@pytest.mark.parametrize(
    "wrong",
    [
        {"discount_rate": Decimal("-0.01")},
        # Four percent is 0.04.
        {"loan_rate": Decimal(4)},
        {"loan_rate": Decimal("NaN")},
        {"loan_term_years": 0},
        {"depreciation_years": 101},
        {"benefit_ramp_months": -1},
        {"after_programme_months": 1201},
    ],
)
def test_assumptions_that_can_not_be(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="not a"):
        Assumptions(**wrong)


def test_assumptions_at_their_ends() -> None:
    found = Assumptions(
        discount_rate=Decimal(0),
        loan_rate=Decimal(1),
        loan_term_years=1,
        depreciation_years=100,
        benefit_ramp_months=0,
        after_programme_months=1200,
    )

    assert found.loan_term_years == 1
