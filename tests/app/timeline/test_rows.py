"""What unfolds: nothing is lost by folding, and no page grows too large."""

from hypothesis import given
from hypothesis import strategies as st

from app.timeline.rows import (
    MOST_ROOM,
    Branch,
    Sort,
    list_branches,
    path_to,
    room_of,
    unfold,
)


def tree(waves, municipalities, steps):
    """Waves that hold municipalities that hold steps."""
    return tuple(
        Branch(
            f"wave.{wave}",
            Sort.WAVE,
            f"{wave}",
            tuple(
                Branch(
                    f"municipality.{wave}-{one}",
                    Sort.MUNICIPALITY,
                    f"{wave}-{one}",
                    tuple(
                        Branch(f"{wave}-{one}.{step}", Sort.STEP)
                        for step in range(steps)
                    ),
                )
                for one in range(municipalities)
            ),
        )
        for wave in range(waves)
    )


SIZES = st.tuples(st.integers(1, 10), st.integers(0, 12), st.integers(0, 27))


def ids(shown):
    return [it.branch.id for it in shown.rows]


@given(SIZES)
def test_there_are_never_too_many_rows_and_what_is_left_out_is_told(sizes):
    branches = tree(*sizes)
    shown = unfold(branches, None)
    everything = [it.id for it in list_branches(branches)]
    assert room_of(it.branch for it in shown.rows) <= MOST_ROOM
    hidden = {it.id for each in shown.left_out for it in list_branches(each.inside)}
    assert sorted([*ids(shown), *hidden]) == sorted(everything)
    assert not {it.branch.id for it in shown.rows if it.is_open} & {
        it.id for it in shown.left_out
    }


@given(SIZES, st.data())
def test_to_fold_one_takes_away_what_is_inside_it_and_nothing_else(sizes, data):
    branches = tree(*sizes)
    keys = [it.key for it in list_branches(branches) if it.key]
    wanted = frozenset(data.draw(st.sets(st.sampled_from(keys), max_size=6)))
    shown = unfold(branches, wanted)
    opened = [it.branch for it in shown.rows if it.is_open]
    if not opened or shown.left_out:
        return
    folded = data.draw(st.sampled_from(opened))
    inside = {it.id for it in list_branches(folded.inside)}
    again = unfold(branches, wanted - {folded.key})
    assert ids(again) == [it for it in ids(shown) if it not in inside]


def test_rows_stand_in_the_order_of_the_tree_and_as_deep():
    shown = unfold(tree(2, 1, 1), frozenset({"1", "1-0"}))
    assert [(it.branch.id, it.level, it.is_open) for it in shown.rows] == [
        ("wave.0", 0, False),
        ("wave.1", 0, True),
        ("municipality.1-0", 1, True),
        ("1-0.0", 2, False),
    ]


def test_the_way_to_a_step_leads_through_what_holds_it():
    branches = tree(2, 2, 2)
    assert [it.key for it in path_to(branches, "1-0.1")[:-1]] == ["1", "1-0"]
    assert path_to(branches, "nothing") == ()


def test_the_outer_level_goes_before_the_inner_one():
    branches = tree(10, 12, 27)
    shown = unfold(branches, None)
    assert all(it.is_open for it in shown.rows if it.level == 0)
    assert shown.left_out
    assert {it.sort for it in shown.left_out} == {Sort.MUNICIPALITY}
