"""What each change did to the money of a municipality: parts that add up."""

from dataclasses import replace
from itertools import pairwise
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from planning.compare import compare
from planning.comparison_document import comparison_document
from planning.evaluate import evaluate
from planning.finance.projection import Projection
from planning.kept_money import KeptMoney, MoneyPart, kept_gain, money_parts
from planning.moved_states import MovedKroner, moved_kroner
from planning.plan_state import plan_state
from tests.planning.finance.test_cashflow_laws import PROJECTIONS
from tests.planning.finance.test_delay import (
    BENEFIT,
    LEGACY,
    PLATFORM,
    TERM,
    planned,
)
from tests.planning.finance.test_delay_laws import projections
from tests.planning.programmes import NUMBER, programme

EVALUATION = evaluate(programme())
YEAR = LEGACY + BENEFIT - PLATFORM
DEARER = 50_000_000
States = list[Projection | None]


def of(projection: Projection | None) -> dict[str, Projection]:
    if projection is None:
        return {}
    return {NUMBER: replace(projection, municipality=NUMBER)}


def kept(states: States, **more: Any) -> list[KeptMoney]:
    """What the changes from each state to the next one keep."""
    found = []
    for index, (was, now) in enumerate(pairwise(states)):
        before, after = (replace(EVALUATION, projections=of(it)) for it in (was, now))
        money = comparison_document(compare(before, after))["money"]
        reckoned = (*money["reckoned"], *money["no_longer_reckoned"])
        found.append(
            KeptMoney(
                key=str(index),
                money={it["municipality"]: it for it in money["municipalities"]},
                reckoned=frozenset(reckoned),
                **more,
            )
        )
    return found


def between(was: Projection | None, now: Projection | None) -> MovedKroner | None:
    """What moved between two states; None where nothing is told."""
    before, after = (
        plan_state(replace(EVALUATION, projections=of(it))) for it in (was, now)
    )
    return next(iter(moved_kroner(before, after)), None)


def dearer(projection: Projection) -> Projection:
    """The same with a loan that costs half a million more in each of its years."""
    first, *later = projection.years
    years = [replace(it, interest=it.interest + DEARER) for it in later]
    return replace(projection, years=(first, *years))


def test_a_move_and_a_dearer_loan_have_a_part_each() -> None:
    states: States = [planned(2025), planned(2027), dearer(planned(2027))]
    moved = between(states[0], states[-1])
    assert moved is not None

    told = money_parts(moved, kept(states))

    assert moved.net == -2 * YEAR - TERM * DEARER
    assert told.parts == (MoneyPart("1", -TERM * DEARER), MoneyPart("0", -2 * YEAR))
    assert told.rest == 0


def test_what_was_moved_and_came_back_is_told_in_the_years_of_both() -> None:
    # Two years later, one of them back: the first move reckons with two years more.
    states: States = [planned(2025), planned(2027), planned(2026)]
    moved = between(states[0], states[-1])
    assert moved is not None
    told = money_parts(moved, kept(states))
    assert {it.key: it.net for it in told.parts} == {"0": -2 * YEAR, "1": YEAR}
    assert (moved.net, told.rest) == (-YEAR, 0)


def test_what_was_undone_is_left_out() -> None:
    there, back = planned(2025), planned(2027)
    states: States = [there, back, there, dearer(there)]
    first, second, third = kept(states)
    moved = between(states[0], states[-1])
    assert moved is not None
    told = money_parts(moved, [first, replace(second, undoes="0"), third])
    assert told.parts == (MoneyPart("2", -TERM * DEARER),)


def test_the_other_way_round_the_parts_are_turned() -> None:
    states: States = [planned(2025), planned(2027), dearer(planned(2027))]
    moved = between(states[-1], states[0])
    assert moved is not None
    told = money_parts(moved, kept(states, is_turned=True))
    assert [it.net for it in told.parts] == [TERM * DEARER, 2 * YEAR]
    assert told.rest == 0


def test_what_no_change_accounts_for_is_left_as_that() -> None:
    states: States = [planned(2025), planned(2027), dearer(planned(2027))]
    moved = between(states[0], states[-1])
    assert moved is not None
    told = money_parts(moved, kept(states)[:1])
    assert (told.parts, told.rest) == ((MoneyPart("0", -2 * YEAR),), -TERM * DEARER)


def test_a_change_of_a_scenario_is_told_as_the_plan_is_now() -> None:
    tried = kept([planned(2025), planned(2027)], is_tried=True)
    # The loan is dearer now, and the scenario puts it off too.
    now = dearer(planned(2025)), dearer(planned(2026))
    moved = between(*now)
    assert moved is not None
    assert money_parts(moved, tried).parts == (MoneyPart("0", -YEAR),)
    two = [*tried, replace(tried[0], key="1")]
    assert money_parts(moved, two).rest == 3 * YEAR


def test_whose_money_could_not_be_reckoned_meanwhile_has_the_changes_named() -> None:
    states: States = [planned(2025), None, planned(2027)]
    moved = between(states[0], states[-1])
    assert moved is not None
    told = money_parts(moved, kept(states))
    assert told.parts == (MoneyPart("0", None), MoneyPart("1", None))
    assert told.rest == moved.net
    gone = between(states[0], None)
    assert gone is not None
    assert money_parts(gone, kept(states[:2])).parts == (MoneyPart("0", None),)


def test_a_change_of_the_present_value_alone_is_named_with_no_sum() -> None:
    states: States = [planned(2025), planned(2025, npv=1)]
    moved = between(*states)
    assert moved is not None
    assert money_parts(moved, kept(states)).parts == (MoneyPart("0", 0),)


def test_an_older_change_tells_what_it_told() -> None:
    (change,) = kept([planned(2025), planned(2027)])
    older = {key: it for key, it in change.money[NUMBER].items() if key != "gains"}
    assert kept_gain(older, 2030) == -2 * YEAR
    assert kept_gain({**older, "lines": {}}, 2030) == 0


def check_parts(states: States) -> None:
    for one, other in ((0, -1), (-1, 0)):
        moved = between(states[one], states[other])
        if moved is None or moved.net is None:
            continue
        told = money_parts(moved, kept(states, is_turned=one == -1))
        assert sum(it.net or 0 for it in told.parts) + told.rest == moved.net
        if None not in states:
            assert told.rest == 0


@given(st.lists(PROJECTIONS | st.none(), min_size=2, max_size=5))
def test_parts_add_up_to_the_ore(states: States) -> None:
    check_parts(states)


@given(st.lists(projections(), min_size=2, max_size=5))
def test_parts_of_any_sums_add_up(states: States) -> None:
    check_parts(states)
