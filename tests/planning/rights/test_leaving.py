"""Leaving: when the membership ends, and what the way out costs.

The wave of 1 September 2022 is Indre Fosen's: 18.5 million over 15 years.
"""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planning.calendars import LAST_DAY, norway
from planning.finance.projection import Projection, YearFlow
from planning.rights.leaving import (
    NOTICE,
    Leaving,
    LeavingYear,
    Party,
    give_notice,
    price_leaving,
)
from tests.planning.finance.cases import INDRE_FOSEN, million, projection, timing
from tests.planning.programmes import day, iso

FEE = million(1.2)
FLOWS = (
    YearFlow(year=2022, loan_drawn=million(15), balance=million(15), platform=FEE // 3),
    YearFlow(year=2023, balance=million(14), platform=FEE),
    YearFlow(year=2024, balance=million(13), platform=FEE),
    YearFlow(year=2025, balance=million(12), platform=FEE),
)


def leaving(
    given_on: str,
    *,
    party: Party = Party.MUNICIPALITY,
    shares: int | None = None,
    extra: int | None = None,
) -> Leaving:
    notice = give_notice(party, day(given_on), norway())
    return price_leaving(notice, projected(), shares=shares, extra=extra)


def projected() -> Projection:
    return replace(
        projection(INDRE_FOSEN, timing("2022-09-01")),
        go_live=day("2022-09-01"),
        years=FLOWS,
    )


@pytest.mark.parametrize(
    ("party", "ends"),
    [
        (Party.MUNICIPALITY, "2026-03-01"),
        (Party.FOUNDER, "2028-03-01"),
        (Party.REGIONAL_TRUST, "2030-03-01"),
    ],
)
def test_notice_is_one_year_three_or_five(party: Party, ends: str) -> None:
    assert iso(give_notice(party, day("2025-03-01"), norway()).ends) == ends


def test_the_last_day_of_a_month_has_its_year_out() -> None:
    assert iso(give_notice(Party.MUNICIPALITY, day("2024-02-29"), norway()).ends) == (
        "2025-03-01"
    )


@settings(max_examples=50)
@given(st.integers(day("1990-01-01"), LAST_DAY - 2000), st.sampled_from(Party))
def test_a_notice_a_day_later_never_ends_earlier(given_on: int, party: Party) -> None:
    calendar = norway()
    notice = give_notice(party, given_on, calendar)

    assert calendar.retreat(notice.ends, NOTICE[party]) >= given_on
    assert calendar.retreat(notice.ends - 1, NOTICE[party]) < given_on
    assert give_notice(party, given_on + 1, calendar).ends >= notice.ends


def test_a_whole_calendar_year_of_notice_takes_its_whole_fee() -> None:
    found = leaving("2023-01-01")

    assert found.years == (LeavingYear(2023, FEE, million(14)),)
    assert (found.fees, found.loan_left) == (FEE, million(14))
    assert not found.is_before_go_live


def test_the_fee_of_a_year_is_spread_over_its_days() -> None:
    found = leaving("2023-07-02")

    half, rest = found.years
    assert (half.year, half.platform) == (2023, round_half(FEE * 183, 365))
    assert (rest.year, rest.platform) == (2024, round_half(FEE * 183, 366))
    # The instalment of the year in which it leaves falls due after it has left.
    assert (half.loan_left, rest.loan_left) == (million(14), million(14))


def round_half(ore: int, days: int) -> int:
    return int(ore / days / 100 + 0.5) * 100


def test_who_gives_notice_before_go_live_pays_from_go_live_on() -> None:
    found = leaving("2021-12-01")

    first, last = found.years
    assert (first.platform, first.loan_left) == (0, 0)
    assert last.platform == round_half(FEE // 3 * 91, 122)
    assert last.loan_left == million(15)


def test_who_is_out_before_go_live_pays_no_fee_and_has_no_loan() -> None:
    found = leaving("2021-09-01")

    assert found.is_before_go_live
    assert (found.fees, found.loan_left) == (0, 0)


def test_what_nobody_has_entered_is_not_known() -> None:
    unknown = leaving("2023-01-01")
    known = leaving("2023-01-01", shares=million(0.2), extra=million(0.5))

    assert not unknown.is_whole
    assert unknown.known == FEE + million(14)
    assert known.is_whole
    assert known.known == FEE + million(14) + million(0.5) - million(0.2)


def test_past_the_years_that_are_reckoned_the_price_is_not_whole() -> None:
    found = leaving("2025-06-01", shares=0, extra=0)

    assert not found.is_reckoned
    assert not found.is_whole
    assert found.years[-1] == LeavingYear(2026, 0, million(12))


@settings(max_examples=30)
@given(st.integers(day("2021-01-01"), day("2024-06-30")), st.sampled_from(Party))
def test_no_more_is_paid_than_the_years_take(given_on: int, party: Party) -> None:
    found = price_leaving(give_notice(party, given_on, norway()), projected())

    flows = {it.year: it for it in FLOWS}
    for it in found.years:
        assert 0 <= it.platform <= flows.get(it.year, YearFlow(year=it.year)).platform
