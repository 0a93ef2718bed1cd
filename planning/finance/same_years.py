"""Another way to go, measured by the years of the plan.

A go-live that moves over New Year, or within a year, changes which of its months lie
in the years of its own loan; measured by those, waiting would look good or bad by
the calendar alone. So every way is measured by the same calendar years, those of the
loan as planned: what is saved, gained and run in them. Its loan counts in full,
whenever it is paid, for it is paid in full in any case; the project before go-live
counts for none, as in any average. At the end of those years all ways run on alike.
"""

from decimal import Decimal

from planning.finance.projection import Averages, Projection, Summary, YearFlow
from planning.finance.summary import break_even_share, present_value
from planning.money import share_of


def measure(way: Projection, planned: Projection, rate: Decimal) -> Summary:
    """The key figures of one way; of the plan itself they are its own.

    The present value is at the end of the go-live year as planned.
    """
    averages = _averages(way, planned)
    return Summary(
        average_annual=averages,
        npv=_present_value(way, planned, rate),
        break_even_year=way.summary.break_even_year,
        break_even_benefit_share=break_even_share(averages),
    )


def _averages(way: Projection, planned: Projection) -> Averages:
    first, last = planned.first_averaged, planned.last_averaged
    flows = [it for it in way.years if first <= it.year <= last]
    count = last - first + 1
    loan = sum(it.interest + it.instalment for it in _of_loan(way))
    cost = share_of(loan + sum(it.platform for it in flows), 1, count)
    saved = share_of(sum(it.legacy_saved for it in flows), 1, count)
    benefit = share_of(sum(it.benefit for it in flows), 1, count)
    return Averages(
        cost=cost, legacy_saved=saved, benefit=benefit, net=saved + benefit - cost
    )


def _of_loan(way: Projection) -> list[YearFlow]:
    """The years that averages cover: interest before them is shown and not averaged."""
    return [it for it in way.years if it.year >= way.first_averaged]


def _present_value(way: Projection, planned: Projection, rate: Decimal) -> int:
    flows = [it for it in way.years if it.year <= planned.last_averaged]
    return present_value(
        [it.net_before_financing for it in flows],
        years_before=planned.first_averaged - 1 - way.years[0].year,
        rate=rate,
    )
