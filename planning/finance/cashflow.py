"""A municipality's cash flow, year by year, and its key figures.

A yearly figure that is documented, decided or derived, or left by a yearly total, is
level: the whole of it in each year after go-live's, nothing before. One that is
estimated follows the days of the schedule; beside one that is level it waits for the
year after go-live's too, so that no year has the gains without the cost. The project
is spent evenly over the days that lead to go-live.
"""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache

from planning.finance.flows import Amounts, Frame, lay_out
from planning.finance.loans import LoanTerms
from planning.finance.projection import (
    Inputs,
    Projection,
    Provenance,
    Reading,
    ReadingName,
    Sourced,
    Summary,
)
from planning.finance.shares import (
    Shares,
    days_within,
    growing,
    level_after,
    running_from,
    waiting,
)
from planning.finance.summary import summarise
from planning.finance.timing import Timing
from planning.money_facts import KNOWN, Assumptions, Basis

# Every municipality in some states of a plan.
MOST_KEPT = 600


class End(StrEnum):
    """Which end of the ranges is reckoned with."""

    LIKELY = "likely"
    FAVOURABLE = "favourable"
    UNFAVOURABLE = "unfavourable"


# Of an edit most municipalities are left as they were.
@lru_cache(maxsize=MOST_KEPT)
def project_economy(
    municipality: str,
    inputs: Inputs,
    timing: Timing,
    assumptions: Assumptions,
    loan: LoanTerms | None = None,
) -> Projection:
    """The flows of one municipality and what they come to.

    `loan` is what somebody looks at in place of the loan assumed; what is
    documented or derived stays as it is.
    """
    terms = loan or loan_terms(inputs, assumptions)
    frame = _frame(inputs, timing, terms)
    rate = assumptions.discount_rate
    likely = lay_out(_amounts(inputs, End.LIKELY), frame)
    summary = summarise(likely, rate)
    ends: dict[End, Summary] = {}
    if _has_range(inputs):
        for end in (End.FAVOURABLE, End.UNFAVOURABLE):
            ends[end] = summarise(lay_out(_amounts(inputs, end), frame), rate)
    return Projection(
        municipality=municipality,
        go_live=timing.go_live,
        legacy_closed=timing.legacy_closed,
        benefits_from=timing.benefits_from,
        inputs=inputs,
        provenance=_provenance(inputs),
        years=likely.years(),
        first_averaged=frame.go_live_year + 1,
        last_averaged=frame.go_live_year + terms.years,
        summary=summary,
        favourable=ends.get(End.FAVOURABLE),
        unfavourable=ends.get(End.UNFAVOURABLE),
        readings=_readings(inputs, frame, summary, rate),
        loan=terms,
    )


def at_end(inputs: Inputs, end: End) -> Inputs:
    """The same with every sum at one end of its range, and no range any more."""

    def pinned(figure: Sourced, ore: int) -> Sourced:
        return replace(figure, likely=ore, low=ore, high=ore)

    sums = _amounts(inputs, end)
    return replace(
        inputs,
        investment=pinned(inputs.investment, sums.investment),
        platform=pinned(inputs.platform, sums.platform),
        legacy=pinned(inputs.legacy, sums.legacy),
        benefit=pinned(inputs.benefit, sums.benefit),
        project=pinned(inputs.project, sums.project),
    )


def loan_terms(inputs: Inputs, assumptions: Assumptions) -> LoanTerms:
    """The assumed loan, over the documented term where there is one."""
    return LoanTerms(
        kind=assumptions.loan_kind,
        rate_per_year=assumptions.loan_rate,
        years=inputs.term_years or assumptions.loan_term_years,
    )


def year_of(day: int) -> int:
    """The calendar year of an ordinal."""
    return date.fromordinal(day).year


def _frame(inputs: Inputs, timing: Timing, terms: LoanTerms) -> Frame:
    go_live_year = year_of(timing.go_live)
    first = go_live_year + min(offset for offset, _ in inputs.parts)
    if inputs.project.high > 0:
        first = min(first, year_of(timing.project_start))
    years = range(first, go_live_year + terms.years + 1)
    level = level_after(go_live_year, years)
    yearly = (inputs.platform, inputs.legacy, inputs.benefit)
    is_mixed = any(map(_is_level, yearly))

    def shares(figure: Sourced, dated: Shares) -> Shares:
        if _is_level(figure):
            return level
        return waiting(go_live_year, dated, years) if is_mixed else dated

    return Frame(
        years=years,
        go_live_year=go_live_year,
        terms=terms,
        draws=inputs.parts,
        platform=shares(inputs.platform, running_from(timing.go_live, years)),
        legacy_saved=shares(inputs.legacy, running_from(timing.legacy_closed, years)),
        benefit=shares(
            inputs.benefit, growing(timing.benefits_from, timing.benefits_full, years)
        ),
        project=_project_weights(timing, years, go_live_year),
    )


def _is_level(figure: Sourced) -> bool:
    return figure.basis in KNOWN or figure.rest_of is not None


def _project_weights(
    timing: Timing, years: range, go_live_year: int
) -> tuple[int, ...]:
    """The days of the project in each year; all at go-live where it takes none."""
    days = days_within(timing.project_start, timing.go_live, years)
    return days if any(days) else tuple(int(it == go_live_year) for it in years)


def _amounts(inputs: Inputs, end: End) -> Amounts:
    """The sums at one end: what is good for the municipality, or what is not."""
    cost, gain = {
        End.LIKELY: (_likely, _likely),
        End.FAVOURABLE: (_low, _high),
        End.UNFAVOURABLE: (_high, _low),
    }[end]
    # What a total leaves is most where the loan takes least.
    left = cost if inputs.platform.rest_of is None else gain
    return Amounts(
        investment=cost(inputs.investment),
        platform=left(inputs.platform),
        legacy=gain(inputs.legacy),
        benefit=gain(inputs.benefit),
        project=cost(inputs.project),
    )


def _likely(figure: Sourced) -> int:
    return figure.likely


def _low(figure: Sourced) -> int:
    return figure.low


def _high(figure: Sourced) -> int:
    return figure.high


def _has_range(inputs: Inputs) -> bool:
    return inputs.project.has_range or any(it.has_range for it in _main_sums(inputs))


def _main_sums(inputs: Inputs) -> tuple[Sourced, ...]:
    """What makes a projection documented; few know their own project's cost."""
    return (inputs.investment, inputs.platform, inputs.legacy, inputs.benefit)


def _provenance(inputs: Inputs) -> Provenance:
    known = [it.basis in KNOWN for it in _main_sums(inputs)]
    if all(known):
        return Provenance.GIVEN if has_own(inputs) else Provenance.DOCUMENTED
    told = any(known) or inputs.platform.rest_of is not None
    if told or inputs.project.basis in KNOWN:
        return Provenance.PARTLY_DOCUMENTED
    return Provenance.ESTIMATED


def has_own(inputs: Inputs) -> bool:
    """Whether any sum was entered on the municipality's own word."""
    rest_of = inputs.platform.rest_of
    bases = {it.basis for it in (*_main_sums(inputs), inputs.project)}
    return Basis.DECIDED in (bases if rest_of is None else {*bases, rest_of.basis})


def _readings(
    inputs: Inputs, frame: Frame, summary: Summary, rate: Decimal
) -> tuple[Reading, ...]:
    """Both readings of a yearly total, the one that is reckoned with first."""
    other = inputs.platform_excluding_loan
    if other is None:
        return ()
    amounts = replace(_amounts(inputs, End.LIKELY), platform=other.likely)
    return (
        Reading(ReadingName.DEBT_SERVICE_INCLUDED, inputs.platform, summary),
        Reading(
            ReadingName.DEBT_SERVICE_EXCLUDED,
            other,
            summarise(lay_out(amounts, frame), rate),
        ),
    )
