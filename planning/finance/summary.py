"""The key figures of a cash flow.

Averages are over the years of the loan; the net of the averages is what the other
averages leave, so that they add up as printed. The present value is at the end of
the go-live year, of the flows before financing: each is divided by one plus the
discount rate as many times as it lies years later, and multiplied as many times as
it lies earlier. What is reckoned ends with the loan; what comes after has no value.
"""

from collections.abc import Sequence
from decimal import Decimal, localcontext
from functools import lru_cache
from itertools import accumulate

from planning.finance.flows import Flows
from planning.finance.loans import DIGITS, SCALE
from planning.finance.projection import Averages, Summary
from planning.money import share_of


def summarise(flows: Flows, discount_rate: Decimal) -> Summary:
    """What the flows come to."""
    before = flows.before_financing()
    averages = _averages(flows)
    first = flows.frame.years[0]
    return Summary(
        average_annual=averages,
        npv=present_value(
            before, years_before=flows.frame.go_live_year - first, rate=discount_rate
        ),
        break_even_year=_break_even_year(before, first),
        break_even_benefit_share=break_even_share(averages),
    )


def present_value(flows: Sequence[int], *, years_before: int, rate: Decimal) -> int:
    """The worth of yearly flows to the whole krone, so many years after the first.

    The first flow lies `years_before` years before the end of the year that the
    worth is reckoned for; where that year lies earlier still it is negative.
    """
    factors = _factors(rate, years_before, len(flows))
    worth = sum(flow * factor for flow, factor in zip(flows, factors, strict=True))
    return share_of(worth, 1, SCALE)


def break_even_share(averages: Averages) -> float | None:
    """The share of the benefit that leaves the average net at nothing."""
    if not averages.benefit:
        return None
    return max(averages.cost - averages.legacy_saved, 0) / averages.benefit


@lru_cache(maxsize=256)
def _factors(rate: Decimal, years_before: int, count: int) -> tuple[int, ...]:
    with localcontext(prec=DIGITS):
        return tuple(
            int(SCALE * (1 + rate) ** (years_before - row)) for row in range(count)
        )


def _averages(flows: Flows) -> Averages:
    years = flows.frame.averaged
    columns = (flows.project, flows.platform, flows.interest, flows.instalment)
    cost = _mean([sum(column[years]) for column in columns], flows)
    saved = _mean([sum(flows.legacy_saved[years])], flows)
    benefit = _mean([sum(flows.benefit[years])], flows)
    return Averages(
        cost=cost, legacy_saved=saved, benefit=benefit, net=saved + benefit - cost
    )


def _mean(sums: Sequence[int], flows: Flows) -> int:
    return share_of(sum(sums), 1, flows.frame.terms.years)


def _break_even_year(before: Sequence[int], first: int) -> int | None:
    come_to = enumerate(accumulate(before), first)
    return next((year for year, total in come_to if total >= 0), None)
