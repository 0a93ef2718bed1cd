"""Networks: order, and what is refused before anything is computed."""

from collections.abc import Iterable
from itertools import pairwise

import networkx as nx
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from planning.durations import ZERO, Duration
from planning.errors import (
    CycleError,
    DuplicateActivityError,
    UnknownActivityError,
)
from planning.network import (
    Activity,
    Constraint,
    ConstraintKind,
    Link,
    LinkKind,
    compile_network,
)
from tests.networks import Given, activity, givens, link


def order(ids: str, *links: Link) -> str:
    network = compile_network([activity(id) for id in ids], links)
    return "".join(each.id for each in network.activities)


def test_what_may_change_places_stays_as_given() -> None:
    assert order("CAB") == "CAB"
    assert order("CAB", link("B", "C")) == "ABC"
    assert order("DCBA", link("A", "C"), link("B", "D")) == "BDAC"


def test_neighbours_are_told_by_their_place_in_the_order_of_the_links() -> None:
    network = compile_network(
        [activity("B"), activity("A"), activity("C")],
        [link("A", "B", "SS", "2d"), link("C", "B"), link("A", "B")],
    )
    assert dict(network.index) == {"A": 0, "C": 1, "B": 2}
    assert network.predecessors == (
        (),
        (),
        (
            (0, LinkKind.SS, Duration(2), None),
            (1, LinkKind.FS, ZERO, None),
            (0, LinkKind.FS, ZERO, None),
        ),
    )
    assert network.successors[0] == (
        (2, LinkKind.SS, Duration(2), None),
        (2, LinkKind.FS, ZERO, None),
    )
    assert network.successors[2] == ()


def test_nothing_is_a_network_too() -> None:
    assert compile_network([], []).activities == ()


def test_a_cycle_is_named_from_the_activity_on_it_that_was_given_first() -> None:
    links = [link("D", "B"), link("B", "E"), link("E", "C"), link("C", "B")]
    with pytest.raises(CycleError) as refused:
        order("EDCBA", *links, link("A", "D"))
    assert refused.value.ids == ("E", "C", "B")
    assert str(refused.value) == "a cycle: E -> C -> B -> E"


def test_an_activity_that_waits_for_itself_is_a_cycle() -> None:
    with pytest.raises(CycleError) as refused:
        order("AB", link("B", "B"))
    assert refused.value.ids == ("B",)


def test_two_links_between_the_same_activities_are_no_cycle() -> None:
    assert order("BA", link("A", "B", "SS"), link("A", "B", "FF")) == "AB"


def test_an_unknown_id_is_named_with_its_link() -> None:
    with pytest.raises(UnknownActivityError) as refused:
        order("AB", link("A", "B"), link("B", "X"))
    assert (refused.value.id, refused.value.link) == ("X", 1)


def test_an_id_that_is_there_twice_is_named() -> None:
    with pytest.raises(DuplicateActivityError) as refused:
        order("ABA")
    assert refused.value.id == "A"


def test_a_constraint_has_a_day_unless_it_is_as_late_as_possible() -> None:
    for kind in ConstraintKind:
        dateless = kind is ConstraintKind.AS_LATE_AS_POSSIBLE
        assert Constraint(kind=kind, day=None if dateless else 1)
        with pytest.raises(ValueError, match=kind):
            Constraint(kind=kind, day=1 if dateless else None)


@pytest.mark.parametrize(
    ("duration", "remaining"), [(Duration(-1), None), (Duration(1), Duration(-1))]
)
def test_nothing_takes_less_than_no_time(
    duration: Duration, remaining: Duration | None
) -> None:
    with pytest.raises(ValueError, match="A takes less than no time"):
        Activity(id="A", duration=duration, remaining=remaining)


def test_an_activity_needs_an_id() -> None:
    with pytest.raises(ValueError, match="id"):
        Activity(id="", duration=ZERO)


@given(givens(most=12))
def test_every_activity_comes_after_what_it_waits_for(given: Given) -> None:
    network = compile_network(given.activities, given.links)
    assert set(network.activities) == set(given.activities)
    for index, neighbours in enumerate(network.predecessors):
        assert all(before < index for before, *_ in neighbours)
    for index, neighbours in enumerate(network.successors):
        assert all(after > index for after, *_ in neighbours)


@given(givens(most=12), st.data())
def test_a_cycle_is_one(given: Given, data: st.DataObject) -> None:
    ids = [each.id for each in given.activities]
    ends = st.sampled_from(ids)
    extra = [
        link(data.draw(ends), data.draw(ends))
        for _ in range(data.draw(st.integers(1, 6)))
    ]
    links = [*given.links, *extra]
    assume(not nx.is_directed_acyclic_graph(nx.DiGraph(ends_of(links))))
    with pytest.raises(CycleError) as refused:
        compile_network(given.activities, links)

    ids = refused.value.ids
    assert set(pairwise([*ids, ids[0]])) <= set(ends_of(links))
    assert len(set(ids)) == len(ids)


def ends_of(links: Iterable[Link]) -> list[tuple[str, str]]:
    return [(each.predecessor, each.successor) for each in links]
