"""Leaving the co-operation: when a notice takes effect, and what leaving costs.

Notice is counted as the calendar advances: given on 1 March with twelve months, the
membership ends on 1 March of the year after; given on a day that the last month does
not have, such as 29 February, it ends on the first day after that month. Sums are øre,
as the projection has them with the plan as it stands. What is paid for the platform
between the notice and the end of the membership is part of the price; what was paid
before is not. A year's sum is spread evenly over its days in production. The loan is
what is left of it once the last instalment before the end is paid: its own lender is
owed it in any case.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from planning.calendars import Calendar
from planning.durations import Duration, Unit
from planning.finance.projection import Projection, YearFlow
from planning.money import share_of


class Party(StrEnum):
    """Who leaves; the agreement gives each kind its own notice."""

    MUNICIPALITY = "municipality"
    FOUNDER = "founder"
    REGIONAL_TRUST = "regional-trust"


NOTICE: Mapping[Party, Duration] = MappingProxyType(
    {
        Party.MUNICIPALITY: Duration(12, Unit.MONTHS),
        Party.FOUNDER: Duration(36, Unit.MONTHS),
        Party.REGIONAL_TRUST: Duration(60, Unit.MONTHS),
    }
)


@dataclass(frozen=True, slots=True)
class Notice:
    """A written notice; `ends` is the day on which the membership is over."""

    given: int
    ends: int


@dataclass(frozen=True, slots=True)
class LeavingYear:
    """What a calendar year takes while the notice runs.

    `loan_left` is what is left at the end of it, or as the membership ends.
    """

    year: int
    platform: int
    loan_left: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaving:
    """The price of leaving with a notice given that day.

    `shares` is what is redeemed at par and `extra` what leaving the set plan costs
    the others; None is what nobody has entered. `is_reckoned` is false where the
    notice runs past the years that the projection has.
    """

    notice: Notice
    years: tuple[LeavingYear, ...]
    is_before_go_live: bool
    is_reckoned: bool = True
    shares: int | None = None
    extra: int | None = None

    @property
    def fees(self) -> int:
        """For the platform, from the notice to the end of the membership."""
        return sum(it.platform for it in self.years)

    @property
    def loan_left(self) -> int:
        """What is left of the loan as the membership ends."""
        return self.years[-1].loan_left if self.years else 0

    @property
    def known(self) -> int:
        """The parts of the price that are known, less what comes back for shares."""
        return self.fees + self.loan_left + (self.extra or 0) - (self.shares or 0)

    @property
    def is_whole(self) -> bool:
        """Whether every part of the price is known."""
        return None not in (self.shares, self.extra) and self.is_reckoned


def give_notice(party: Party, day: int, calendar: Calendar) -> Notice:
    """When a notice given on a day takes effect."""
    return Notice(day, calendar.advance(day, NOTICE[party]))


def price_leaving(
    notice: Notice,
    projection: Projection,
    *,
    shares: int | None = None,
    extra: int | None = None,
) -> Leaving:
    """What leaving costs, year by year of the notice.

    `shares` are those of the municipality at par, `extra` what it pays for leaving
    the set plan; both as somebody has entered them.
    """
    last = _year(notice.ends - 1)
    return Leaving(
        notice=notice,
        years=tuple(_years(notice, projection)),
        is_before_go_live=notice.ends <= projection.go_live,
        is_reckoned=bool(projection.years) and last <= projection.years[-1].year,
        shares=shares,
        extra=extra,
    )


def _years(notice: Notice, projection: Projection) -> Iterator[LeavingYear]:
    flows = {it.year: it for it in projection.years}
    for year in range(_year(notice.given), _year(notice.ends - 1) + 1):
        flow = flows.get(year, YearFlow(year=year))
        before = flows.get(year - 1, YearFlow(year=year - 1))
        yield LeavingYear(
            year=year,
            platform=_fee(notice, flow, projection.go_live),
            loan_left=_loan_left(notice, before, flow, projection.go_live),
        )


def _fee(notice: Notice, flow: YearFlow, go_live: int) -> int:
    """The share of a year's fee that falls between the notice and its end."""
    first = max(_first_day(flow.year), go_live)
    end = _first_day(flow.year + 1)
    paid = min(end, notice.ends) - max(first, notice.given)
    if paid <= 0 or first >= end:
        return 0
    return share_of(flow.platform, paid, end - first)


def _loan_left(notice: Notice, before: YearFlow, flow: YearFlow, go_live: int) -> int:
    """Instalments fall due as a year ends: who leaves within it has not paid it."""
    if notice.ends >= _first_day(flow.year + 1):
        return flow.balance
    drawn = flow.loan_drawn if go_live < notice.ends else 0
    return before.balance + drawn


def _year(day: int) -> int:
    return date.fromordinal(day).year


def _first_day(year: int) -> int:
    return date(year, 1, 1).toordinal()
