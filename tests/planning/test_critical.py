"""What is critical, nearly so, and what a slip costs others: by hand and as laws."""

from hypothesis import given
from hypothesis import strategies as st

from planning.schedule import CriticalBy, Schedule
from tests.networks import Given, activity, givens, link, schedule

# A and B lead to the end with no float, C with two days, D with nine.
ACTIVITIES = [
    activity("A", "5d"),
    activity("B", "5d"),
    activity("C", "3d"),
    activity("D", "1d"),
]
LINKS = [link("A", "B"), link("A", "C")]


def critical(found: Schedule) -> str:
    return "".join(id for id, at in found.activities.items() if at.critical)


def near(found: Schedule) -> str:
    return "".join(id for id, at in found.activities.items() if at.near_critical)


def test_nothing_is_nearly_critical_unless_it_is_said_what_that_is() -> None:
    found = schedule(ACTIVITIES, LINKS)
    assert (critical(found), near(found)) == ("AB", "")


def test_a_threshold_makes_more_critical() -> None:
    by_float = CriticalBy.FLOAT
    for days, expected in ((-1, ""), (0, "AB"), (1, "AB"), (2, "ABC"), (9, "ABCD")):
        found = schedule(ACTIVITIES, LINKS, critical_by=by_float, critical_float=days)
        assert critical(found) == expected


def test_the_near_critical_band_begins_where_critical_ends() -> None:
    for days, expected in ((0, ""), (2, "C"), (8, "C"), (9, "CD")):
        found = schedule(ACTIVITIES, LINKS, near_critical_float=days)
        assert near(found) == expected
    found = schedule(ACTIVITIES, LINKS, critical_float=2, near_critical_float=9)
    assert (critical(found), near(found)) == ("ABC", "D")


def test_the_longest_path_is_critical_with_float_to_its_deadline_or_less() -> None:
    late = [activity("A", "5d"), activity("B", "2d", deadline="2024-01-02")]
    by_path = schedule(late, critical_by=CriticalBy.LONGEST_PATH)
    by_float = schedule(late, critical_by=CriticalBy.FLOAT)
    both = schedule(late)
    assert (critical(by_path), critical(by_float), critical(both)) == ("A", "AB", "AB")


def test_interfering_float_is_what_a_slip_takes_from_others() -> None:
    found = schedule(
        [activity("A", "2d"), activity("B", "2d"), activity("C", "10d")],
        [link("A", "B", lag="1d")],
    ).activities
    floats = [
        (it.total_float, it.free_float, it.interfering_float) for it in found.values()
    ]
    assert floats == [(5, 0, 5), (5, 5, 0), (0, 0, 0)]


@given(
    givens(),
    st.sampled_from(CriticalBy),
    st.integers(-5, 30),
    st.none() | st.integers(-5, 60),
)
def test_critical_is_what_its_float_or_a_path_makes_it(
    drawn: Given, by: CriticalBy, most: int, band: int | None
) -> None:
    found = drawn.schedule(
        critical_by=by, critical_float=most, near_critical_float=band
    )
    # By either is what it is by one or by the other.
    paths = drawn.schedule(critical_by=CriticalBy.LONGEST_PATH).activities
    for id, at in found.activities.items():
        by_float = at.total_float <= most and by is not CriticalBy.LONGEST_PATH
        by_path = paths[id].critical and by is not CriticalBy.FLOAT
        assert at.critical == (not at.done and (by_float or by_path))
        is_near = band is not None and at.total_float <= band
        assert at.near_critical == (is_near and not at.critical and not at.done)
        assert at.interfering_float == at.total_float - at.free_float >= 0
