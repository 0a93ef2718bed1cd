"""What a council has voted, beside what is reckoned for the same year."""

from hypothesis import given, settings
from hypothesis import strategies as st

from planning.finance.cashflow import End, at_end, project_economy
from planning.finance.projection import Projection
from planning.finance.voted import (
    Apart,
    Purpose,
    Reckoned,
    ReckonedYears,
    Standing,
    Vote,
    compare_one_off,
    compare_votes,
    reckon_years,
    sum_by_prices,
)
from planning.money_facts import FigureKind, MoneyFacts
from tests.planning.finance.cases import (
    AVEROY,
    FACTS,
    INDRE_FOSEN,
    ULSTEIN,
    facts,
    figure,
    million,
    projection,
    timing,
)

LIVE = timing("2022-11-12")
INVESTMENT, RUNNING = Purpose.INVESTMENT, Purpose.RUNNING


def ends_of(likely: Projection, money: MoneyFacts = FACTS) -> list[Projection]:
    return [
        project_economy(
            likely.municipality, at_end(likely.inputs, end), LIVE, money.assumptions
        )
        for end in (End.FAVOURABLE, End.UNFAVOURABLE)
    ]


def reckoned(number: str, money: MoneyFacts = FACTS) -> ReckonedYears:
    likely = projection(number, LIVE, facts=money)
    return reckon_years(likely, ends_of(likely, money))


def vote(
    year: int,
    amount: float,
    purpose: Purpose = INVESTMENT,
    price_year: int | None = None,
) -> Vote:
    return Vote(year=year, ore=million(amount), purpose=purpose, price_year=price_year)


def test_a_vote_beside_what_is_documented() -> None:
    """Indre Fosen: 18.5 once, and 3.5 a year with interest and instalments."""
    votes = [vote(2022, 12), vote(2022, 7.5), vote(2023, 3.5, RUNNING)]
    investment, running = compare_votes(votes, reckoned(INDRE_FOSEN))
    assert (investment.voted, investment.difference) == (million(19.5), million(1))
    assert investment.reckoned == Reckoned(*[million(18.5)] * 3)
    assert investment.standing is Standing.ABOVE
    assert running.difference == 0
    assert running.standing is Standing.WITHIN


def test_a_vote_beside_an_estimate_stands_below_within_or_above_its_range() -> None:
    years = reckoned(ULSTEIN)
    it = years.of(INVESTMENT, 2022)
    assert it.low < it.likely < it.high
    for ore, standing in (
        (it.low - 1, Standing.BELOW),
        (it.low, Standing.WITHIN),
        (it.high, Standing.WITHIN),
        (it.high + 1, Standing.ABOVE),
    ):
        (found,) = compare_votes([Vote(year=2022, ore=ore, purpose=INVESTMENT)], years)
        assert (found.standing, found.difference) == (standing, ore - it.likely)
    running = years.of(RUNNING, 2030)
    assert running.low < running.likely < running.high


def test_both_readings_of_a_yearly_total_are_in_the_range() -> None:
    """Averøy: 2.2 a year with the loan in it, or with the loan on top of it."""
    likely = projection(AVEROY, LIVE)
    it = reckoned(AVEROY).of(RUNNING, 2025)
    first, second = likely.readings
    assert it.likely == it.low == million(2.2)
    assert it.high == it.low + second.platform.likely - first.platform.likely
    # The year of go-live has interest alone, by either reading.
    assert not reckoned(AVEROY).of(RUNNING, 2022).has_range


def test_what_is_not_alike_is_not_compared() -> None:
    years = reckoned(INDRE_FOSEN)
    why = {
        vote(2022, 1, Purpose.NOT_SAID): Apart.NOT_SAID,
        vote(2022, 1, Purpose.OTHER): Apart.OTHER,
        vote(2022, 1, price_year=2022): Apart.OTHER_PRICES,
        vote(2038, 1, RUNNING): Apart.BEYOND,
    }
    for given_vote, apart in why.items():
        (found,) = compare_votes([given_vote], years)
        assert (found.apart, found.reckoned) == (apart, None)
        assert (found.difference, found.standing) == (0, None)
    (undated,) = compare_votes([vote(2022, 1)], None)
    assert undated.apart is Apart.NOT_RECKONED
    in_prices = reckoned(
        INDRE_FOSEN,
        facts(figure(INDRE_FOSEN, FigureKind.INVESTMENT, 18.5, price_year=2022)),
    )
    (same,) = compare_votes([vote(2022, 19, price_year=2022)], in_prices)
    assert same.difference == million(0.5)
    (running,) = compare_votes([vote(2023, 1, RUNNING, 2022)], in_prices)
    assert running.apart is Apart.NOT_RECKONED
    (nothing,) = compare_votes([vote(2022, 1)], reckoned(INDRE_FOSEN, facts()))
    assert nothing.apart is Apart.NOT_RECKONED


def test_a_year_for_which_nothing_is_reckoned_says_which_years_are() -> None:
    years = reckoned(INDRE_FOSEN)
    (early,) = compare_votes([vote(2021, 18.5)], years)
    assert early.reckoned == Reckoned(0, 0, 0)
    assert years.years_of(INVESTMENT) == (2022,)
    assert years.years_of(RUNNING) == tuple(range(2023, 2038))


def test_the_one_off_sum_in_all_stands_beside_all_that_is_voted() -> None:
    """Voted for 2021 and 2022 and in prices of 2020; reckoned for 2022."""
    years = reckoned(INDRE_FOSEN)
    running = vote(2023, 3.5, RUNNING)
    votes = [vote(2021, 8, price_year=2020), vote(2022, 11, price_year=2020), running]
    whole = compare_one_off(votes, years)
    assert whole is not None
    assert whole.reckoned == Reckoned(*[million(18.5)] * 3)
    assert (whole.voted, whole.votes) == (million(19), {2020: million(19)})
    assert (whole.years, whole.reckoned_years) == ((2021, 2022), (2022,))
    assert not whole.is_in_same_prices
    assert not whole.is_for_same_years
    mixed = compare_one_off([*votes, vote(2022, 1)], years)
    assert mixed is not None
    assert (mixed.voted, mixed.is_in_same_prices) == (None, False)
    alike = compare_one_off([vote(2022, 20)], years)
    assert alike is not None
    assert alike.is_told_by_year
    assert compare_one_off([running], years) is None
    assert compare_one_off(votes, None) is None
    assert compare_one_off(votes, reckoned(INDRE_FOSEN, facts())) is None
    spread = reckoned(ULSTEIN).in_all(INVESTMENT)
    assert spread == reckoned(ULSTEIN).of(INVESTMENT, 2022)


VOTES = st.lists(
    st.builds(
        Vote,
        year=st.integers(2020, 2040),
        ore=st.integers(0, 10**12),
        purpose=st.sampled_from(Purpose),
        price_year=st.sampled_from([None, 2022, 2024]),
    ),
    max_size=12,
)


@settings(max_examples=25, deadline=None)
@given(VOTES)
def test_every_krone_voted_is_told_once_in_its_own_prices(votes: list[Vote]) -> None:
    found = compare_votes(votes, reckoned(INDRE_FOSEN))
    for prices, ore in sum_by_prices(votes).items():
        assert sum(it.voted for it in found if it.price_year == prices) == ore
    assert sum(it.voted for it in found) == sum(it.ore for it in votes)
    order = [(it.year, it.purpose, it.price_year) for it in found]
    assert len(order) == len(set(order))
    assert [it.year for it in found] == sorted(it.year for it in found)
    assert compare_votes(reversed(votes), reckoned(INDRE_FOSEN)) == found
