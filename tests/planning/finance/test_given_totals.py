"""A yearly total that the municipality gives with the loan in it, and no investment."""

import pytest

from planning.finance.projection import Projection, Provenance
from planning.money_facts import Basis, DebtService, FigureKind
from tests.planning.finance.cases import (
    DOCUMENTED,
    INDRE_FOSEN,
    ULSTEIN,
    facts,
    figure,
    million,
    projection,
    timing,
)

JUNE = timing("2025-06-15")


def given(amount: float) -> Projection:
    """Ulstein with a total of its own, in the middle of a year."""
    total = figure(
        ULSTEIN,
        FigureKind.ANNUAL_TOTAL,
        amount,
        key="own",
        basis=Basis.DECIDED,
        debt_service=DebtService.INCLUDED,
    )
    return projection(ULSTEIN, JUNE, facts=facts(*DOCUMENTED, total))


def test_what_is_given_makes_it_partly_known() -> None:
    assert given(3).provenance is Provenance.PARTLY_DOCUMENTED


def test_a_total_of_its_own_in_place_of_a_document_is_given() -> None:
    total = figure(
        INDRE_FOSEN,
        FigureKind.ANNUAL_TOTAL,
        3,
        key="own",
        basis=Basis.DECIDED,
        debt_service=DebtService.INCLUDED,
    )
    found = projection(INDRE_FOSEN, JUNE, facts=facts(*DOCUMENTED, total))

    assert found.inputs.platform.basis is Basis.DERIVED
    assert found.provenance is Provenance.GIVEN


def test_whoever_gives_every_sum_has_nothing_documented() -> None:
    own = (
        figure(ULSTEIN, kind, 2, key=kind, basis=Basis.DECIDED)
        for kind in (
            FigureKind.INVESTMENT,
            FigureKind.PLATFORM,
            FigureKind.LEGACY,
            FigureKind.BENEFIT,
        )
    )
    found = projection(ULSTEIN, JUNE, facts=facts(*DOCUMENTED, *own))

    assert found.provenance is Provenance.GIVEN


def test_the_total_that_is_given_has_no_range() -> None:
    found = given(3)

    assert found.favourable is not None
    assert found.unfavourable is not None
    for summary in (found.summary, found.favourable, found.unfavourable):
        assert summary.average_annual.cost == million(3)
    assert found.inputs.investment.has_range
    assert found.inputs.platform.has_range


def test_it_is_level_like_every_sum_that_is_given() -> None:
    costs = {flow.year: flow.cost for flow in given(3).years}
    assert costs.pop(2025) == 0
    assert set(costs.values()) == {million(3)}


@pytest.mark.parametrize(("amount", "is_contradicted"), [(1, True), (3, False)])
def test_one_that_the_loan_alone_exceeds_is_contradicted(
    amount: float, is_contradicted: bool
) -> None:
    rest_of = given(amount).inputs.platform.rest_of
    assert rest_of is not None
    assert rest_of.is_contradicted is is_contradicted
