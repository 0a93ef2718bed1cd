"""The years of a cash flow: what falls due when, and how what is estimated falls."""

from dataclasses import replace

import pytest

from planning.finance.cashflow import loan_terms, project_economy
from planning.finance.projection import Inputs, Provenance, Sourced, YearFlow
from planning.finance.timing import Timing
from planning.money_facts import Assumptions, Basis, FigureKind, LoanKind
from tests.planning.finance.cases import (
    AVEROY,
    DOCUMENTED,
    HUSTADVIKA,
    INDRE_FOSEN,
    ULSTEIN,
    facts,
    figure,
    kroner,
    million,
    projection,
    timing,
)

# From a New Year's Day, so that years are whole.
JANUARY = timing("2025-01-01", closed="2026-01-01", begun="2023-07-02")
MISSING = Sourced(likely=0, low=0, high=0, basis=Basis.MISSING)


def sourced(
    low: int, likely: int, high: int, basis: Basis = Basis.ESTIMATED
) -> Sourced:
    """A sum in kroner."""
    return Sourced(
        low=kroner(low), likely=kroner(likely), high=kroner(high), basis=basis
    )


ESTIMATED = Inputs(
    population=1000,
    investment=sourced(900_000, 1_500_000, 3_000_000),
    platform=sourced(73_000, 146_000, 292_000),
    legacy=sourced(365_000, 365_000, 365_000, Basis.ONE_CASE),
    benefit=sourced(200_000, 200_000, 200_000, Basis.ONE_CASE),
    project=MISSING,
)


def flows(inputs: Inputs, at: Timing, **assumed: object) -> dict[int, YearFlow]:
    assumptions = replace(Assumptions(), **assumed)  # type: ignore[arg-type]
    found = project_economy(ULSTEIN, inputs, at, assumptions)
    return {flow.year: flow for flow in found.years}


def test_what_is_estimated_follows_the_days_of_the_schedule() -> None:
    years = flows(ESTIMATED, timing("2025-10-01", closed="2026-01-01"))

    # 92 of 365 days with the platform and still with the old systems.
    assert years[2025].platform == kroner(36_800)
    assert years[2026].platform == kroner(146_000)
    assert (years[2025].legacy, years[2025].legacy_saved) == (kroner(365_000), 0)
    assert (years[2026].legacy, years[2026].legacy_saved) == (0, kroner(365_000))
    assert years[2025].benefit == 0
    assert years[2026].benefit == kroner(100_000)
    assert years[2027].benefit == kroner(200_000)


def test_legacy_systems_run_until_they_are_switched_off() -> None:
    years = flows(ESTIMATED, timing("2025-10-01", closed="2026-02-01"))

    assert years[2026].legacy == kroner(31_000)
    assert years[2026].legacy_saved == kroner(334_000)


def test_beside_a_level_figure_no_year_has_the_gains_without_the_cost() -> None:
    platform = replace(ESTIMATED.platform, basis=Basis.DERIVED)
    at = timing("2025-02-01", closed="2025-05-01")

    dated = flows(ESTIMATED, at)[2025]
    assert min(dated.platform, dated.legacy_saved, dated.benefit) > 0

    years = flows(replace(ESTIMATED, platform=platform), at)
    waits = years[2025]
    assert (waits.platform, waits.legacy_saved, waits.benefit) == (0, 0, 0)
    assert waits.legacy == kroner(365_000)
    assert years[2026].legacy_saved == kroner(365_000)


@pytest.mark.parametrize("basis", [Basis.DOCUMENTED, Basis.DECIDED, Basis.DERIVED])
def test_what_is_known_is_level_from_the_year_after_go_live(basis: Basis) -> None:
    known = replace(
        ESTIMATED,
        **{
            name: replace(getattr(ESTIMATED, name), basis=basis)
            for name in ("platform", "legacy", "benefit")
        },
    )

    years = flows(known, timing("2025-10-01", closed="2027-06-01"))
    assert (years[2025].platform, years[2025].benefit) == (0, 0)
    assert years[2025].legacy == kroner(365_000)
    assert years[2026].platform == kroner(146_000)
    assert (years[2026].legacy, years[2026].legacy_saved) == (0, kroner(365_000))
    assert years[2026].benefit == kroner(200_000)


def test_the_project_is_spent_over_the_days_that_lead_to_go_live() -> None:
    project = replace(ESTIMATED, project=sourced(549, 549, 549, Basis.DECIDED))

    # 183 days of 2023 and 366 of 2024.
    years = flows(project, JANUARY)
    assert [flow.project for flow in years.values()][:3] == [
        kroner(183),
        kroner(366),
        0,
    ]
    assert min(years) == 2023
    assert years[2023].legacy == kroner(365_000)


def test_a_project_that_takes_no_days_falls_due_at_go_live() -> None:
    project = replace(ESTIMATED, project=sourced(500, 500, 500, Basis.DECIDED))

    years = flows(project, timing("2025-01-01"))
    assert {year: it.project for year, it in years.items() if it.project} == {
        2025: kroner(500)
    }


def test_the_investment_falls_due_at_go_live_and_is_borrowed() -> None:
    first, *_ = flows(ESTIMATED, JANUARY).values()

    assert (first.year, first.investment) == (2025, kroner(1_500_000))
    assert first.loan_drawn == first.balance == first.investment


def test_rows_add_up_to_their_net() -> None:
    for flow in flows(ESTIMATED, JANUARY).values():
        cost = flow.project + flow.platform + flow.interest + flow.instalment
        assert flow.cost == cost
        assert flow.net == flow.legacy_saved + flow.benefit - cost


def test_the_assumed_loan_is_taken() -> None:
    serial = flows(
        ESTIMATED, JANUARY, loan_kind=LoanKind.SERIAL, loan_term_years=10
    ).values()

    assert len(serial) == 11
    assert [it.instalment for it in serial] == [0] + [kroner(150_000)] * 10


def test_a_documented_term_beats_the_assumed_one() -> None:
    documented = replace(ESTIMATED, term_years=20)

    assert loan_terms(documented, Assumptions()).years == 20
    assert loan_terms(ESTIMATED, Assumptions()).years == 15


def test_the_ends_of_the_ranges() -> None:
    found = projection(ULSTEIN, JANUARY)

    assert found.favourable is not None
    assert found.unfavourable is not None
    nets = [
        it.average_annual.net
        for it in (found.unfavourable, found.summary, found.favourable)
    ]
    assert nets == sorted(nets)
    # The one case of legacy and benefit is the same at both ends.
    assert (
        found.favourable.average_annual.benefit == found.summary.average_annual.benefit
    )


def test_at_the_favourable_end_more_is_saved_and_gained() -> None:
    ranged = replace(
        ESTIMATED,
        legacy=sourced(100_000, 200_000, 300_000),
        benefit=sourced(10_000, 20_000, 30_000),
    )

    found = project_economy(ULSTEIN, ranged, JANUARY, Assumptions())
    assert found.favourable is not None
    assert found.unfavourable is not None
    # Saved in all fifteen years; gained by half in the first of them.
    favourable, unfavourable = (
        it.average_annual for it in (found.favourable, found.unfavourable)
    )
    assert (favourable.legacy_saved, unfavourable.legacy_saved) == (
        kroner(300_000),
        kroner(100_000),
    )
    assert favourable.benefit == kroner(29_000)


def test_without_a_range_there_are_no_ends() -> None:
    found = projection(INDRE_FOSEN, timing("2022-11-30"))

    assert (found.favourable, found.unfavourable, found.readings) == (None, None, ())


def test_a_range_of_the_project_alone_is_a_range() -> None:
    inputs = replace(
        projection(INDRE_FOSEN, timing("2022-11-30")).inputs,
        project=sourced(1, 2, 3),
    )

    assert project_economy(INDRE_FOSEN, inputs, JANUARY, Assumptions()).favourable


@pytest.mark.parametrize(
    ("number", "provenance"),
    [
        (INDRE_FOSEN, Provenance.DOCUMENTED),
        (AVEROY, Provenance.PARTLY_DOCUMENTED),
        (HUSTADVIKA, Provenance.PARTLY_DOCUMENTED),
        (ULSTEIN, Provenance.ESTIMATED),
    ],
)
def test_how_a_projection_is_known(number: str, provenance: Provenance) -> None:
    assert projection(number, JANUARY).provenance is provenance


def test_a_known_project_makes_a_projection_partly_documented() -> None:
    decided = figure(ULSTEIN, FigureKind.PROJECT, 1, basis=Basis.DECIDED)

    found = projection(ULSTEIN, JANUARY, facts=facts(*DOCUMENTED, decided))
    assert found.provenance is Provenance.PARTLY_DOCUMENTED


def test_days_that_are_told_are_those_of_costs() -> None:
    found = projection(ULSTEIN, JANUARY)

    assert found.municipality == ULSTEIN
    assert (found.go_live, found.legacy_closed, found.benefits_from) == (
        JANUARY.go_live,
        JANUARY.legacy_closed,
        JANUARY.benefits_from,
    )


def test_where_nothing_is_known_there_is_nothing_in_the_years() -> None:
    found = projection(ULSTEIN, JANUARY, facts=facts())

    assert [it.year for it in found.years] == list(range(2025, 2041))
    assert {(it.cost, it.net, it.legacy) for it in found.years} == {(0, 0, 0)}
    assert found.summary.break_even_benefit_share is None
    assert found.provenance is Provenance.ESTIMATED


def test_the_readings_differ_by_the_debt_service() -> None:
    included, excluded = projection(AVEROY, JANUARY).readings

    apart = excluded.summary.average_annual.cost - included.summary.average_annual.cost
    assert apart == excluded.platform.likely - included.platform.likely
    assert apart == pytest.approx(million(1.6729), abs=kroner(50))
