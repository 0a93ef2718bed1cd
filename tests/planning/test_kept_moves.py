"""What changes kept of the dates they moved, joined to what moved over all of them."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from planning.kept_moves import joined_moves, turned


def kept(id, before, after, **more):
    return {"id": id, "before": before, "after": after, "days": 1, **more}


def day(text):
    return [text, text]


def test_from_the_first_before_to_the_last_after():
    first = kept("a", day("2025-04-01"), day("2025-05-01"), cause="w1")
    second = kept("a", day("2025-05-01"), day("2025-06-03"), cause="w2")

    (found,) = joined_moves([[first], [second]])

    assert (found["before"], found["after"]) == (day("2025-04-01"), day("2025-06-03"))
    assert (found["days"], found["cause"]) == (63, "w2")
    assert turned(found)["days"] == -63
    assert turned(found)["after"] == day("2025-04-01")


def test_what_is_back_has_not_moved():
    there = kept("a", day("2025-04-01"), day("2025-05-01"))
    back = kept("a", day("2025-05-01"), day("2025-04-01"))
    assert joined_moves([[there], [back]]) == ()


def test_what_came_and_what_went_has_no_days():
    came, went = kept("a", None, day("2025-04-01")), kept("b", day("2025-04-01"), None)
    assert [it["days"] for it in joined_moves([[came], [went]])] == [0, 0]
    assert joined_moves([[came], [kept("a", day("2025-04-01"), None)]]) == ()


def test_a_longer_step_has_moved_by_its_finish():
    longer = kept("a", ["2025-04-01", "2025-04-10"], ["2025-04-01", "2025-04-13"])
    assert joined_moves([[longer]])[0]["days"] == 3


@given(st.lists(st.integers(-400, 400), min_size=1, max_size=8))
def test_days_add_up(steps: list[int]):
    at, kept_each = date(2025, 4, 1), []
    for step in steps:
        after = at + timedelta(days=step)
        if step:
            kept_each.append(
                [kept("a", day(at.isoformat()), day(after.isoformat()), days=step)]
            )
        at = after
    found = joined_moves(kept_each)
    assert sum(it["days"] for it in found) == sum(steps)
