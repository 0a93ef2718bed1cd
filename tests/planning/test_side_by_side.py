"""States side by side: known answers on tiny plans, and laws for any."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from planning.compared import (
    NO_GROUP,
    By,
    Presence,
    Span,
    Statements,
)
from planning.conflicts import Severity
from planning.side_by_side import is_moved, is_partly_here, side_by_side
from planning.slippage import Slip
from planning.snapshot import Precision, Window
from planning.state import (
    PlanState,
)
from planning.state_differences import (
    Shift,
    Show,
    changed_conflicts,
    differs,
    moved_money,
    new_conflicts,
    shift,
    with_another_margin,
    with_other_dates,
    with_other_limits,
    with_other_money,
)
from tests.planning.programmes import day, window
from tests.planning.states import AUTUMN, SPRING, conflict, money, placed, plan


def test_a_wave_half_a_year_later_is_183_days_later() -> None:
    before = plan({"1516": placed()})
    after = plan({"1516": placed(known=AUTUMN)}, waves={"K1": AUTUMN, "K2": AUTUMN})
    k1, k2 = side_by_side([before, after], By.WAVE).groups
    assert (k1.key, k2.key) == ("K1", "K2")
    moved = shift(k1.facts[0].go_live, k1.facts[1].go_live)
    assert moved == Shift(Slip(183, 183), Slip(183, 183))
    assert moved.is_one
    assert with_other_dates(*k1.facts) == 1
    assert differs(*k1.facts, Show.DATES)
    assert not differs(*k2.facts, Show.DATES)
    assert not differs(*k1.facts, Show.DEADLINES)


def test_who_changes_waves_has_a_row_and_is_counted_in_both() -> None:
    before = plan({"1515": placed(), "1516": placed()})
    after = plan({"1515": placed(), "1516": placed("K2", AUTUMN)})
    found = side_by_side([before, after], By.WAVE)
    k1, k2 = found.groups
    assert k1.facts[0].members - k1.facts[1].members == {"1516"}
    assert k2.facts[1].members == {"1516"}
    heroy, ulstein = found.municipalities
    assert (is_moved(heroy), is_moved(ulstein)) == (False, True)


def test_who_is_in_no_wave_is_in_a_group_of_its_own() -> None:
    before = plan({"1516": placed()})
    after = plan({"1516": placed(None, None)})
    found = side_by_side([before, after], By.WAVE)
    none = found.groups[-1]
    assert none.key == NO_GROUP
    assert [it.members for it in none.facts] == [frozenset(), {"1516"}]
    assert is_moved(found.municipalities[0])


def test_who_or_what_only_one_state_has_keeps_its_row() -> None:
    before = plan({"1515": placed()})
    after = plan({"1516": placed()}, waves={"K1": SPRING, "K3": None})
    found = side_by_side([before, after], By.WAVE)
    assert [it.key for it in found.groups] == ["K1", "K2", "K3"]
    assert [it.presence for it in found.groups[2].facts] == [
        Presence.NOT_HERE,
        Presence.SAID,
    ]
    assert [it.key for it in found.municipalities] == ["1515", "1516"]
    assert all(map(is_partly_here, found.municipalities))
    assert differs(*found.municipalities[0].facts, Show.MONEY)


def test_an_earlier_plan_states_dates_alone_and_is_silent_of_the_rest() -> None:
    stated = Statements({"wave:K1": window("2024-01-01", "2024-06-30")})
    found = side_by_side([plan({"1516": placed()}), stated], By.WAVE)
    k1, k2 = found.groups
    assert k1.facts[1].go_live is not None
    moved = shift(k1.facts[0].go_live, k1.facts[1].go_live)
    # From 31 May 2025 to 1 January 2024, and from 1 April 2025 to 30 June 2024.
    assert moved is not None
    assert moved.first == Slip(-516, -275)
    assert k2.facts[1].presence is Presence.SILENT
    assert not differs(*k2.facts, Show.DATES)
    assert found.whole.facts[1].presence is Presence.SILENT


def test_a_region_is_told_from_its_first_to_its_last() -> None:
    state = plan(
        {
            "1515": placed(limit="2024-04-01", margin=9),
            "1516": placed("K2", AUTUMN, limit="2024-10-01", margin=-3),
        }
    )
    (north,) = side_by_side([state], By.REGION).groups
    facts = north.facts[0]
    assert facts.go_live == Span(SPRING, AUTUMN)
    assert facts.margin == -3
    first, last = (
        Window(at, at + 1, Precision.DAY)
        for at in (day("2024-04-01"), day("2024-10-01"))
    )
    assert facts.limits == {"option-limit": Span(first, last)}


def test_who_is_live_has_no_limit_to_keep() -> None:
    state = plan({"1516": placed(is_live=True, margin=None)})
    (hnt,) = side_by_side([state], By.TRUST).groups
    assert (hnt.facts[0].limits, hnt.facts[0].live) == ({}, 1)


def test_limits_between_the_first_and_the_last_are_not_hidden() -> None:
    first, last = placed(limit="2024-01-01"), placed(limit="2024-12-01", margin=9)
    before = plan({"1": first, "2": placed(), "3": last})
    after = plan({"1": first, "2": placed(limit="2024-05-01", margin=6), "3": last})
    found = side_by_side([before, after], By.TRUST)
    for row in (found.whole, found.groups[0]):
        assert with_other_limits(*row.facts) == with_another_margin(*row.facts) == 1
        assert row.facts[0].limits == row.facts[1].limits
        assert differs(*row.facts, Show.DEADLINES)
        assert not differs(*row.facts, Show.DATES)


def test_money_that_comes_to_the_same_in_all_is_not_hidden() -> None:
    both = money(100), money(200)
    one, other = (
        plan({"1": placed(kroner=a), "2": placed(kroner=b)})
        for a, b in (both, both[::-1])
    )
    whole = side_by_side([one, other], By.WAVE).whole
    assert whole.facts[0].money == whole.facts[1].money
    assert with_other_money(*whole.facts) == 2
    assert differs(*whole.facts, Show.MONEY)


def test_a_conflict_with_other_numbers_is_changed_though_as_many_as_before() -> None:
    was = replace(conflict("1516.option-limit"), days=1)
    now = replace(was, days=10)
    municipalities = {"1516": placed()}
    before, after = (plan(municipalities, conflicts=(it,)) for it in (was, now))
    found = side_by_side([before, after], By.WAVE)
    for row in (found.whole, found.groups[0], found.municipalities[0]):
        assert changed_conflicts(*row.facts) == (now,)
        assert new_conflicts(*row.facts) == ()
        assert differs(*row.facts, Show.CONFLICTS)


def test_a_conflict_counts_once_for_each_whom_it_names() -> None:
    own = conflict("1516.option-limit", "1516.go-live")
    shared = conflict("wave.K1", "municipality.1515", severity=Severity.WARNING)
    accepted = replace(conflict("municipality.1515"), accepted="known")
    both = {"1515": placed(), "1516": placed()}
    before = plan(both, conflicts=(own, accepted))
    after = plan(both, conflicts=(shared,))
    found = side_by_side([before, after], By.WAVE)
    k1 = found.groups[0]
    assert list(k1.facts[0].conflicts.values()) == [own]
    assert new_conflicts(*k1.facts) == (shared,)
    assert new_conflicts(*reversed(k1.facts)) == (own,)
    counts = [[len(at.conflicts) for at in it.facts] for it in found.municipalities]
    assert counts == [[0, 1], [1, 0]]


numbers = st.sampled_from(["1515", "1516", "1517", "1518", "1519"])
states = st.builds(
    plan,
    st.dictionaries(
        numbers,
        st.builds(
            placed,
            wave=st.sampled_from(["K1", "K2", "K9", None]),
            known=st.sampled_from([SPRING, AUTUMN, None]),
            margin=st.none() | st.integers(-99, 99),
            kroner=st.none() | st.builds(money, st.integers(0, 10**9)),
        ),
    ),
    conflicts=st.lists(
        st.builds(lambda number: conflict(f"{number}.go-live"), numbers), unique=True
    ).map(tuple),
)


@given(states, st.sampled_from([By.WAVE, By.REGION, By.TRUST]))
def test_a_state_beside_itself_differs_in_nothing(state: PlanState, by: By) -> None:
    found = side_by_side([state, state], by)
    for row in (found.whole, *found.groups, *found.municipalities):
        assert not any(differs(*row.facts, show) for show in Show)
        moved = shift(row.facts[0].go_live, row.facts[1].go_live)
        assert moved in (None, Shift(Slip(0, 0), Slip(0, 0)))
        assert not new_conflicts(*row.facts)


@given(states, states, st.sampled_from(By))
def test_differences_turn_their_sign_with_the_order(
    one: PlanState, other: PlanState, by: By
) -> None:
    found = side_by_side([one, other], by)
    for row in (found.whole, *found.groups, *found.municipalities):
        there, back = row.facts, row.facts[::-1]
        for show in Show:
            assert differs(*there, show) == differs(*back, show)
        spans = [it.go_live for it in there]
        assert shift(*spans) == _turned(shift(*reversed(spans)))
        more, less = (moved_money(*(it.money for it in at)) for at in (there, back))
        assert (more is None) == (less is None)
        if more is not None and less is not None:
            assert (more.investment, more.net) == (-less.investment, -less.net)


def _turned(moved: Shift | None) -> Shift | None:
    if moved is None:
        return None
    return Shift(*(Slip(-it.most, -it.least) for it in (moved.first, moved.last)))


@given(states, states, st.sampled_from([By.WAVE, By.REGION, By.TRUST]))
def test_nobody_is_lost(one: PlanState, other: PlanState, by: By) -> None:
    found = side_by_side([one, other], by)
    everybody = {**one.municipalities, **other.municipalities}
    assert {it.key for it in found.municipalities} == set(everybody)
    for place, state in enumerate((one, other)):
        members = [n for row in found.groups for n in row.facts[place].members]
        assert sorted(members) == sorted(state.municipalities)
        assert found.whole.facts[place].members == set(state.municipalities)
