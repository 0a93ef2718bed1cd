"""What holds of every projection, whatever it is reckoned from."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import numpy_financial
import pytest
from hypothesis import given
from hypothesis import strategies as st

from planning.finance.cashflow import project_economy
from planning.finance.projection import Inputs, Projection, Sourced
from planning.finance.timing import Timing
from planning.money import KRONE
from planning.money_facts import Assumptions, Basis, LoanKind
from tests.planning.finance.cases import ULSTEIN

KRONER = st.integers(0, 50_000_000)
SHOWN = ("project", "platform", "interest", "instalment", "legacy_saved", "benefit")


@st.composite
def sums(draw: st.DrawFn, bases: tuple[Basis, ...] = tuple(Basis)) -> Sourced:
    """A sum with a range, on some basis."""
    low, likely, high = sorted(draw(st.lists(KRONER, min_size=3, max_size=3)))
    return Sourced(
        low=low * KRONE,
        likely=likely * KRONE,
        high=high * KRONE,
        basis=draw(st.sampled_from(bases)),
    )


@st.composite
def inputs(draw: st.DrawFn, bases: tuple[Basis, ...] = tuple(Basis)) -> Inputs:
    """Any municipality's sums; some invest in the years before go-live too."""
    earlier = draw(st.sets(st.integers(-4, -1), max_size=2))
    return Inputs(
        population=1000,
        investment=draw(sums(bases)),
        platform=draw(sums(bases)),
        legacy=draw(sums(bases)),
        benefit=draw(sums(bases)),
        project=draw(sums(bases)),
        parts=(*((offset, 3) for offset in earlier), (0, 7)),
    )


@st.composite
def timings(draw: st.DrawFn) -> Timing:
    go_live = draw(st.dates(date(2018, 1, 1), date(2035, 12, 31))).toordinal()
    stable = go_live + draw(st.integers(0, 500))
    return Timing(
        project_start=go_live - draw(st.integers(0, 900)),
        go_live=go_live,
        legacy_closed=go_live + draw(st.integers(0, 900)),
        benefits_from=stable,
        benefits_full=stable + draw(st.integers(0, 1100)),
    )


ASSUMPTIONS = st.builds(
    Assumptions,
    discount_rate=st.integers(0, 2000).map(lambda parts: Decimal(parts) / 10_000),
    loan_rate=st.integers(0, 2000).map(lambda parts: Decimal(parts) / 10_000),
    loan_term_years=st.integers(1, 40),
    loan_kind=st.sampled_from(LoanKind),
)
PROJECTIONS = st.builds(
    project_economy, st.just(ULSTEIN), inputs(), timings(), ASSUMPTIONS
)


def moved_years(at: Timing, years: int) -> Timing:
    """The same days of the year, so many years later."""

    def later(day: int) -> int:
        was = date.fromordinal(day)
        return was.replace(year=was.year + years, day=min(was.day, 28)).toordinal()

    return Timing(**{name: later(getattr(at, name)) for name in Timing.__slots__})


@given(PROJECTIONS)
def test_money_is_conserved(found: Projection) -> None:
    years = found.years

    assert sum(it.loan_drawn for it in years) == found.inputs.investment.likely
    assert sum(it.investment for it in years) == sum(it.loan_drawn for it in years)
    assert sum(it.instalment for it in years) == sum(it.loan_drawn for it in years)
    assert sum(it.project for it in years) == found.inputs.project.likely
    assert years[-1].balance == 0


@given(PROJECTIONS)
def test_the_net_is_what_the_columns_come_to(found: Projection) -> None:
    for flow in found.years:
        costs = flow.project + flow.platform + flow.interest + flow.instalment
        assert flow.net == flow.legacy_saved + flow.benefit - costs
        financing = flow.loan_drawn - flow.interest - flow.instalment
        assert flow.net == flow.net_before_financing + financing


@given(PROJECTIONS)
def test_every_flow_is_whole_kroner_and_none_is_negative(found: Projection) -> None:
    for flow in found.years:
        shown = [getattr(flow, name) for name in (*SHOWN, "legacy", "balance")]
        assert min(shown) >= 0
        assert not any(ore % KRONE for ore in shown)


@given(PROJECTIONS)
def test_old_systems_are_either_paid_for_or_saved(found: Projection) -> None:
    whole = {flow.legacy + flow.legacy_saved for flow in found.years}

    assert whole == {found.inputs.legacy.likely}


@given(PROJECTIONS)
def test_years_add_up_to_averages(found: Projection) -> None:
    loan = [
        it
        for it in found.years
        if found.first_averaged <= it.year <= found.last_averaged
    ]
    averages = found.summary.average_annual

    assert len(loan) == found.loan.years
    for name in ("cost", "legacy_saved", "benefit"):
        whole = sum(getattr(flow, name) for flow in loan)
        assert abs(getattr(averages, name) * len(loan) - whole) <= len(loan) * KRONE
    assert averages.net == averages.legacy_saved + averages.benefit - averages.cost


@given(PROJECTIONS)
def test_years_follow_each_other_from_the_first_flow(found: Projection) -> None:
    years = [flow.year for flow in found.years]

    assert years == list(range(years[0], found.last_averaged + 1))
    assert years[0] <= date.fromordinal(found.go_live).year


@given(inputs(), timings(), ASSUMPTIONS)
def test_the_favourable_end_is_never_worse(
    given_inputs: Inputs, at: Timing, assumptions: Assumptions
) -> None:
    found = project_economy(ULSTEIN, given_inputs, at, assumptions)
    if found.favourable is None or found.unfavourable is None:
        return
    ordered = (found.favourable, found.summary, found.unfavourable)

    nets = [it.average_annual.net for it in ordered]
    assert nets == sorted(nets, reverse=True)
    worths = [it.npv for it in ordered]
    assert worths == sorted(worths, reverse=True)
    never = 9999
    broken_even = [it.break_even_year or never for it in ordered]
    # A larger project begins no earlier: the years are the same at all ends.
    assert broken_even == sorted(broken_even)


@given(PROJECTIONS, ASSUMPTIONS)
def test_the_present_value_by_another_reckoning(
    found: Projection, assumptions: Assumptions
) -> None:
    rate = float(assumptions.discount_rate)
    again = project_economy(
        ULSTEIN,
        found.inputs,
        Timing(
            project_start=found.go_live,
            go_live=found.go_live,
            legacy_closed=found.legacy_closed,
            benefits_from=found.benefits_from,
            benefits_full=found.benefits_from,
        ),
        assumptions,
    )

    before = [flow.net_before_financing / KRONE for flow in again.years]
    later = date.fromordinal(found.go_live).year - again.years[0].year
    expected = float(numpy_financial.npv(rate, before)) * (1 + rate) ** later
    assert again.summary.npv / KRONE == pytest.approx(expected, rel=1e-9, abs=1.5)


@given(
    inputs(bases=(Basis.DOCUMENTED, Basis.DECIDED, Basis.DERIVED)),
    timings(),
    st.integers(1, 5),
)
def test_whole_years_later_everything_known_is_as_much_later(
    known: Inputs, at: Timing, years: int
) -> None:
    # The days of the project fall on the years as the calendar has them.
    without = replace(
        known, project=Sourced(likely=0, low=0, high=0, basis=Basis.MISSING)
    )
    early, late = (
        project_economy(ULSTEIN, without, moved_years(at, by), Assumptions())
        for by in (0, years)
    )

    assert [replace(flow, year=flow.year + years) for flow in early.years] == list(
        late.years
    )
    assert late.summary.average_annual == early.summary.average_annual
    assert late.summary.npv == early.summary.npv


@given(
    inputs(bases=(Basis.DOCUMENTED,)),
    timings(),
    st.integers(1, 5),
)
def test_whole_years_later_old_systems_run_as_much_longer(
    known: Inputs, at: Timing, years: int
) -> None:
    early, late = (
        project_economy(ULSTEIN, known, moved_years(at, by), Assumptions())
        for by in (0, years)
    )

    go_live = date.fromordinal(early.go_live).year
    between = range(go_live + 1, go_live + years + 1)
    saved = {flow.year: flow.legacy_saved for flow in early.years}
    paid = {flow.year: flow.legacy for flow in late.years}
    for year in between:
        # The later one may begin with a later year; before that it pays all the same.
        assert paid.get(year, known.legacy.likely) == saved.get(
            year, known.legacy.likely
        )


@given(inputs(), timings(), ASSUMPTIONS)
def test_without_benefits_there_is_no_share_of_them(
    given_inputs: Inputs, at: Timing, assumptions: Assumptions
) -> None:
    nothing = Sourced(likely=0, low=0, high=0, basis=Basis.DECIDED)
    found = project_economy(
        ULSTEIN, replace(given_inputs, benefit=nothing), at, assumptions
    )

    assert found.summary.average_annual.benefit == 0
    assert found.summary.break_even_benefit_share is None


@given(PROJECTIONS)
def test_at_the_break_even_share_the_net_is_nothing(found: Projection) -> None:
    share = found.summary.break_even_benefit_share
    averages = found.summary.average_annual
    if not share:
        return

    needed = averages.benefit * share
    assert averages.legacy_saved + needed == pytest.approx(averages.cost, abs=1)
