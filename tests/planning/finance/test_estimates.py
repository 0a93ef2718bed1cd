"""What the others are estimated by: the documented cases, and how many there are."""

import pytest

from planning.finance.estimates import Estimates, derive_estimates, prepare_inputs
from planning.finance.projection import Inputs
from planning.money_facts import Basis, Figure, FigureKind, MoneyFacts
from tests.planning.finance.cases import (
    AVEROY,
    DOCUMENTED,
    FACTS,
    HUSTADVIKA,
    INDRE_FOSEN,
    POPULATIONS,
    ULSTEIN,
    figure,
    kroner,
    million,
)

KINDS = (
    FigureKind.INVESTMENT,
    FigureKind.PLATFORM,
    FigureKind.LEGACY,
    FigureKind.BENEFIT,
)


def estimates(*figures: Figure) -> Estimates:
    return derive_estimates(MoneyFacts(figures=figures), POPULATIONS)


def inputs(*figures: Figure, population: int = 8500) -> Inputs:
    """What Ulstein is reckoned with by those figures."""
    return prepare_inputs(ULSTEIN, population, estimates(*figures))


def investments(*millions: float) -> list[Figure]:
    """As many cases, in the order of the municipalities of ten thousand."""
    return [
        figure(f"{number}", FigureKind.INVESTMENT, amount)
        for number, amount in enumerate(millions, 5001)
    ]


def rate_of(*millions: float) -> tuple[int, int, int]:
    """The rate by so many cases of ten thousand inhabitants, in kroner."""
    found = derive_estimates(
        MoneyFacts(figures=tuple(investments(*millions))),
        {f"{number}": 10_000 for number in range(5001, 5010)},
    ).rates[FigureKind.INVESTMENT]
    return found.low // 100, found.likely // 100, found.high // 100


def test_the_investment_spans_the_documented_cases() -> None:
    rate = derive_estimates(FACTS, POPULATIONS).rates[FigureKind.INVESTMENT]

    assert (rate.low, rate.likely, rate.high) == (
        kroner(1850),
        kroner(2250),
        kroner(3170),
    )
    by_municipality = {case.municipality: case for case in rate.cases}
    assert set(by_municipality) == {INDRE_FOSEN, AVEROY, HUSTADVIKA}
    exact = by_municipality[INDRE_FOSEN].per_inhabitant
    assert float(exact) == pytest.approx(kroner(1854.27), abs=1)


def test_the_platform_spans_a_derived_figure_and_both_readings_of_another() -> None:
    rate = derive_estimates(FACTS, POPULATIONS).rates[FigureKind.PLATFORM]

    assert (rate.low, rate.likely, rate.high) == (kroner(90), kroner(180), kroner(370))
    assert [case.municipality for case in rate.cases] == [INDRE_FOSEN, AVEROY, AVEROY]


@pytest.mark.parametrize("kind", [FigureKind.LEGACY, FigureKind.BENEFIT])
def test_legacy_and_benefit_rest_on_one_case(kind: FigureKind) -> None:
    rate = derive_estimates(FACTS, POPULATIONS).rates[kind]

    assert rate.is_one_case
    assert (rate.low, rate.likely, rate.high) == (kroner(200),) * 3


def test_an_estimate_is_so_much_for_each_inhabitant() -> None:
    found = inputs(*DOCUMENTED)

    assert found.investment.likely == kroner(2250 * 8500)
    assert found.investment.low == kroner(1850 * 8500)
    assert found.investment.high == kroner(3170 * 8500)
    assert found.investment.basis is Basis.ESTIMATED
    assert found.investment.figures == ("E01", "E06", "E09")
    assert found.investment.per_inhabitant == (185_000, 225_000, 317_000)


def test_an_estimate_by_one_case_says_so_and_has_no_range() -> None:
    found = inputs(*DOCUMENTED)

    for sourced in (found.legacy, found.benefit):
        assert sourced.basis is Basis.ONE_CASE
        assert sourced.likely == kroner(200 * 8500)
        assert not sourced.has_range


def test_nobody_has_said_what_the_project_costs() -> None:
    project = inputs(*DOCUMENTED).project

    assert (project.likely, project.basis) == (0, Basis.MISSING)


def test_without_any_case_everything_is_missing() -> None:
    found = inputs()

    assert not found.is_extrapolated
    for kind in ("investment", "platform", "legacy", "benefit", "project"):
        assert getattr(found, kind).basis is Basis.MISSING
        assert getattr(found, kind).likely == 0


@pytest.mark.parametrize(
    ("cases", "rate"),
    [
        ([20], (2000, 2000, 2000)),
        # The median of two is their mean.
        ([20, 30], (2000, 2500, 3000)),
        ([30, 20, 21], (2000, 2100, 3000)),
        ([40, 20, 30, 21], (2000, 2550, 4000)),
        # Half of ten kroner goes up.
        ([20.05], (2010, 2010, 2010)),
    ],
)
def test_so_many_cases(cases: list[float], rate: tuple[int, int, int]) -> None:
    assert rate_of(*cases) == rate


def test_one_municipality_read_in_two_ways_is_one_case_by_the_first() -> None:
    rate = estimates(
        figure(AVEROY, FigureKind.INVESTMENT, 18.6),
        figure(AVEROY, FigureKind.ANNUAL_TOTAL, 2.2),
    ).rates[FigureKind.PLATFORM]

    assert rate.is_one_case
    assert (rate.low, rate.likely, rate.high) == (kroner(90),) * 3


def test_what_one_has_decided_is_no_case_for_others() -> None:
    decided = figure(ULSTEIN, FigureKind.LEGACY, 9, basis=Basis.DECIDED)

    with_it = estimates(*DOCUMENTED, decided)
    assert with_it.rates == estimates(*DOCUMENTED).rates
    own = prepare_inputs(ULSTEIN, 8500, with_it).legacy
    assert (own.likely, own.basis) == (million(9), Basis.DECIDED)


def test_a_documented_case_stays_one_though_its_municipality_decides_otherwise() -> (
    None
):
    decided = figure(INDRE_FOSEN, FigureKind.INVESTMENT, 99, basis=Basis.DECIDED)

    assert estimates(*DOCUMENTED, decided).rates == estimates(*DOCUMENTED).rates


def test_a_case_without_inhabitants_is_none() -> None:
    nowhere = figure("9999", FigureKind.INVESTMENT, 5)

    assert estimates(nowhere).rates == {}


@pytest.mark.parametrize(
    ("population", "is_extrapolated"),
    [(5871, True), (5872, False), (13_341, False), (13_342, True)],
)
def test_outside_the_cases_an_estimate_is_extrapolated(
    population: int, is_extrapolated: bool
) -> None:
    found = inputs(*DOCUMENTED, population=population)

    assert found.is_extrapolated is is_extrapolated


def test_who_knows_all_its_sums_is_not_extrapolated() -> None:
    known = [figure(ULSTEIN, kind, 1, basis=Basis.DECIDED) for kind in KINDS]

    project = figure(ULSTEIN, FigureKind.PROJECT, 1, basis=Basis.DECIDED)
    found = inputs(*DOCUMENTED, *known, project, population=100)
    assert not found.is_extrapolated


def test_a_price_year_is_told_where_all_sums_have_the_same() -> None:
    def priced(*years: int | None) -> int | None:
        figures = (
            figure(ULSTEIN, kind, 1, price_year=year)
            for kind, year in zip(KINDS, years, strict=True)
        )
        return inputs(*figures).price_year

    assert priced(2023, 2023, 2023, 2023) == 2023
    assert priced(2023, 2023, 2023, 2022) is None
    assert priced(2023, 2023, 2023, None) is None
    assert inputs().price_year is None


def test_price_years_that_differ_are_told() -> None:
    def priced(*years: int | None) -> tuple[int | None, ...]:
        figures = (
            figure(ULSTEIN, kind, 1, price_year=year)
            for kind, year in zip(KINDS, years, strict=True)
        )
        return inputs(*figures).price_years

    assert priced(2023, 2021, 2023, 2023) == (2021, 2023)
    assert priced(2023, None, 2021, 2023) == (2021, 2023, None)
    assert priced(2023, 2023, 2023, 2023) == ()
    assert priced(None, None, None, None) == ()


def test_a_total_is_split_by_the_estimated_investment() -> None:
    decided = figure(ULSTEIN, FigureKind.ANNUAL_TOTAL, 2.2, basis=Basis.DECIDED)

    found = inputs(*DOCUMENTED, decided)
    assert found.investment.basis is Basis.ESTIMATED
    assert found.platform.basis is Basis.ESTIMATED
    assert found.platform_excluding_loan is not None
    assert found.platform_excluding_loan.basis is Basis.DECIDED
