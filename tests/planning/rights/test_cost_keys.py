"""A cost shared by a key: known answers, and what holds for every key."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planning.calendars import to_day
from planning.rights.cost_keys import (
    Cost,
    CostKey,
    KeyKind,
    Member,
    Run,
    key_in_force,
    keys_of_year,
    split,
)
from planning.rights.resplit import Step, Way, resplit

KRONE = 100
JANUARY, JULY = to_day(date(2025, 1, 1)), to_day(date(2025, 7, 2))
BY_POPULATION = CostKey(first=JANUARY, population=100)
SMALL = Member(number="1", population=1_000, first=JANUARY, holding=30)
LARGE = Member(number="2", population=3_000, first=JANUARY, holding=10)


def kroner(*amounts: int) -> tuple[int, ...]:
    return tuple(it * KRONE for it in amounts)


@pytest.mark.parametrize(
    ("key", "kind", "small", "large"),
    [
        (BY_POPULATION, KeyKind.POPULATION, 250, 750),
        (CostKey(first=JANUARY, equal=100), KeyKind.EQUAL, 500, 500),
        (CostKey(first=JANUARY, holding=100), KeyKind.HOLDING, 750, 250),
        # Half by population, the rest equally and by holding: 125 + 125 + 187.5.
        (
            CostKey(first=JANUARY, population=50, equal=25, holding=25),
            KeyKind.MIXED,
            438,
            562,
        ),
    ],
)
def test_each_key_shares_as_it_says(
    key: CostKey, kind: KeyKind, small: int, large: int
) -> None:
    found = split({2025: Cost(1000 * KRONE)}, (SMALL, LARGE), (key,))

    assert key.kind is kind
    assert found.paid == {"1": kroner(small), "2": kroner(large)}
    assert found.unshared == (0,)


def test_who_comes_in_the_middle_of_the_year_shares_from_then_on() -> None:
    # 1,820 for 182 days alone, then 1,830 for 183 days with three times as many.
    later = Member(number="2", population=3_000, first=JULY)
    found = split({2025: Cost(3650 * KRONE)}, (SMALL, later), (BY_POPULATION,))

    assert found.paid == {"1": kroner(1820 + 458), "2": kroner(1372)}
    assert found.in_all("1") + found.in_all("2") == 3650 * KRONE


def test_what_runs_from_a_day_on_is_borne_from_then_on() -> None:
    """Both pay what they would alone: 365 days of 1,000 and 183 of 2,000 a year."""
    later = Member(number="2", population=1_000, first=JULY)
    cost = Cost(
        (365 * 1000 + 183 * 1000) * KRONE, (Run(JANUARY, 1000), Run(JULY, 1000))
    )

    found = split({2025: cost}, (SMALL, later), (BY_POPULATION,))

    assert found.paid == {"1": kroner(365_000), "2": kroner(183_000)}


def test_a_key_holds_in_its_days_and_the_later_beats_the_earlier() -> None:
    old = CostKey(first=JANUARY, population=100)
    new = CostKey(first=JULY, last=JULY + 9, equal=100)

    assert key_in_force((new, old), JULY - 1) == old
    assert key_in_force((old, new), JULY) == new
    assert key_in_force((old, new), JULY + 10) == old
    assert key_in_force((old, new), JANUARY - 1) is None


def test_the_keys_of_a_year_are_those_of_its_days_in_order() -> None:
    later = CostKey(first=JULY, equal=100)
    ends = CostKey(first=JANUARY - 90, holding=100, last=JANUARY - 1)
    every = (later, BY_POPULATION, ends)

    assert keys_of_year(every, 2025) == (BY_POPULATION, later)
    assert keys_of_year(every, 2026) == (later,)
    assert keys_of_year(every, 2024) == (ends,)
    assert keys_of_year(every, 2023) == ()


def test_what_nobody_can_be_asked_for_is_told() -> None:
    nobody = split({2025: Cost(1000 * KRONE)}, (), (BY_POPULATION,))
    keyless = split({2025: Cost(1000 * KRONE)}, (SMALL,), ())
    no_shares = split(
        {2025: Cost(1000 * KRONE)},
        (Member(number="1", population=1, first=JANUARY),),
        (CostKey(first=JANUARY, population=60, holding=40),),
    )

    assert nobody.unshared == keyless.unshared == kroner(1000)
    assert (no_shares.paid, no_shares.unshared) == ({"1": kroner(600)}, kroner(400))


@pytest.mark.parametrize(
    "given_parts", [{"population": 90}, {"population": 120, "equal": -20}]
)
def test_a_key_shares_the_whole_and_nothing_below_it(
    given_parts: dict[str, int],
) -> None:
    with pytest.raises(ValueError, match="100 percent"):
        CostKey(first=JANUARY, **given_parts)


def test_a_key_ends_after_it_begins() -> None:
    with pytest.raises(ValueError, match="needs a day"):
        CostKey(first=JULY, last=JANUARY, equal=100)


def test_what_one_who_declines_does_not_bear_the_others_do() -> None:
    third = Member(number="3", population=1_000, first=JANUARY)
    step = Step(numbers=frozenset({"1"}), way=Way.DECLINES)

    found = resplit(
        {2025: Cost(5000 * KRONE)}, (SMALL, LARGE, third), (BY_POPULATION,), step
    )

    lines = {it.number: (it.before, it.after, it.change) for it in found.lines}
    assert lines == {
        "1": kroner(1000, 0, -1000),
        "2": kroner(3000, 3750, 750),
        "3": kroner(1000, 1250, 250),
    }
    assert [it.number for it in found.others] == ["2", "3"]
    assert found.changes("1") == kroner(-1000)


def test_who_defers_pays_from_the_new_day_and_who_leaves_until_the_end() -> None:
    costs = {2025: Cost(3650 * KRONE)}
    deferred = Step(numbers=frozenset({"1"}), way=Way.DEFERS, day=JULY)
    earlier = Step(numbers=frozenset({"1"}), way=Way.DEFERS, day=JANUARY - 30)
    left = Step(numbers=frozenset({"1"}), way=Way.LEAVES, day=JULY)
    never = Step(numbers=frozenset({"1"}), way=Way.LEAVES, day=JANUARY)

    def after(step: Step) -> tuple[int, int]:
        equally = CostKey(first=JANUARY, equal=100)
        line = resplit(costs, (SMALL, LARGE), (equally,), step).line("1")
        return line.before // KRONE, line.after // KRONE

    assert after(deferred) == (1825, 915)
    assert after(earlier) == (1825, 1825)
    assert after(left) == (1825, 910)
    assert after(never) == (1825, 0)


def test_who_declines_has_no_other_day_and_who_defers_has_one() -> None:
    with pytest.raises(ValueError, match="another day"):
        Step(numbers=frozenset(), way=Way.DECLINES, day=JULY)
    with pytest.raises(ValueError, match="another day"):
        Step(numbers=frozenset(), way=Way.LEAVES)


@st.composite
def members(draw: st.DrawFn) -> tuple[Member, ...]:
    numbers = draw(st.lists(st.integers(1, 9), min_size=1, max_size=5, unique=True))
    return tuple(
        Member(
            number=str(number),
            population=draw(st.integers(1, 200_000)),
            first=first,
            end=draw(st.none() | st.integers(first + 1, first + 900)),
            holding=draw(st.none() | st.integers(0, 500)),
        )
        for number in numbers
        for first in [JANUARY + draw(st.integers(-400, 400))]
    )


@st.composite
def keys(draw: st.DrawFn) -> CostKey:
    population = draw(st.integers(0, 100))
    equal = draw(st.integers(0, 100 - population))
    first = JANUARY + draw(st.integers(-500, 100))
    return CostKey(
        first=first,
        last=draw(st.none() | st.integers(first, first + 900)),
        population=population,
        equal=equal,
        holding=100 - population - equal,
    )


runs_of_a_cost = st.builds(
    Run, st.integers(JANUARY - 100, JANUARY + 700), st.integers(1, 10**9)
)


@settings(max_examples=40)
@given(
    members(),
    st.lists(keys(), max_size=3),
    st.integers(0, 10**9),
    st.sampled_from(["1", "5", "9"]),
    st.lists(runs_of_a_cost, max_size=3),
)
def test_nothing_is_lost_or_made_by_sharing(
    given_members: tuple[Member, ...],
    given_keys: list[CostKey],
    amount: int,
    number: str,
    runs: list[Run],
) -> None:
    # What accrues by what runs has to run on some day of each year.
    runs = [Run(JANUARY - 1, 1), *runs] if runs else []
    costs = dict.fromkeys((2025, 2026), Cost(amount * KRONE, tuple(runs)))
    step = Step(numbers=frozenset({number}), way=Way.DECLINES)

    found = resplit(costs, given_members, given_keys, step)

    for shared in (found.before, found.after):
        for at, year in enumerate(shared.years):
            parts = [of_years[at] for of_years in shared.paid.values()]
            assert sum(parts) + shared.unshared[at] == costs[year].ore
            assert all(part >= 0 and Decimal(part) % KRONE == 0 for part in parts)
    # Nobody is a krone a span better off because somebody else bears nothing.
    assert all(line.change >= -50 * KRONE for line in found.others)
