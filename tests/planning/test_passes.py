"""The passes against a plain walk, on networks of every shape; and the odd ends."""

from collections.abc import Iterator
from datetime import date
from random import Random

import pytest

from planning.calendars import (
    FIRST_DAY,
    LAST_DAY,
    Calendar,
    every_day,
    norway,
    to_date,
    weekdays,
)
from planning.durations import ZERO, Duration, Unit
from planning.errors import DateOutOfRangeError
from planning.network import (
    Activity,
    Constraint,
    ConstraintKind,
    Link,
    LinkKind,
    compile_network,
)
from planning.schedule import Ends, build_schedule
from planning.structure import forget_structures
from tests.networks import activity, day, link, schedule
from tests.planning.plain_walk import ALWAYS, NORWAY, Walk, weekdays_but

FREE = [date(2024, 1, 10), date(2024, 2, 14), date(2024, 4, 2)]
WEEKS = {every_day(): ALWAYS, norway(): NORWAY, weekdays(FREE): weekdays_but(FREE)}
CALENDARS = list(WEEKS)
DAY = day("2024-02-01")
MOST = {Unit.DAYS: 25, Unit.WORKING_DAYS: 15, Unit.WEEKS: 3, Unit.MONTHS: 2}
KINDS = [it for it in ConstraintKind if it != ConstraintKind.AS_LATE_AS_POSSIBLE]


def length(rng: Random, least: int = 0) -> Duration:
    unit = rng.choice(list(Unit))
    return Duration(rng.randint(least * MOST[unit], MOST[unit]), unit)


def maybe(rng: Random, share: float) -> bool:
    return rng.random() < share


def calendar(rng: Random) -> Calendar | None:
    return rng.choice(CALENDARS) if maybe(rng, 0.2) else None


def draw_activity(rng: Random, id: str) -> Activity:
    kind, on = rng.choice(KINDS), DAY + rng.randint(-30, 120)
    return Activity(
        id=id,
        duration=length(rng),
        constraint=Constraint(kind=kind, day=on) if maybe(rng, 0.2) else None,
        deadline=DAY + rng.randint(-30, 200) if maybe(rng, 0.1) else None,
        calendar=calendar(rng),
    )


def draw_links(rng: Random, count: int, reach: int) -> Iterator[Link]:
    for _ in range(rng.randint(0, 2 * count) if count > 1 else 0):
        after = rng.randrange(1, count)
        yield Link(
            predecessor=f"A{rng.randrange(max(0, after - reach), after)}",
            successor=f"A{after}",
            kind=rng.choice(list(LinkKind)),
            lag=length(rng, -1) if maybe(rng, 0.5) else ZERO,
            calendar=calendar(rng),
        )


def check(seed: int, count: int, reach: int) -> None:
    """Compare every date of one drawn network with those of the walk."""
    rng = Random(seed)
    activities = [draw_activity(rng, f"A{number}") for number in range(count)]
    links = list(draw_links(rng, count, reach))
    rng.shuffle(activities)
    ends, own = rng.choice(list(Ends)), rng.choice(CALENDARS)
    start = DAY + rng.randint(-20, 20)
    found = build_schedule(
        compile_network(activities, links), calendar=own, start=start, ends=ends
    )
    weeks = {**WEEKS, None: WEEKS[own]}
    to_own = ends is Ends.OWN_FINISH
    walk = Walk(activities, links, weeks, start=start, to_own_finish=to_own)
    for id, at in found.activities.items():
        assert (at.early_start, at.early_finish) == walk.early[id], (seed, id)
        assert (at.late_start, at.late_finish) == walk.late[id], (seed, id)


@pytest.mark.parametrize("first", range(0, 3000, 250))
def test_small_networks_come_out_as_a_plain_walk_has_them(first: int) -> None:
    for seed in range(first, first + 250):
        check(seed, count=1 + seed % 13, reach=1 + seed % 7)


@pytest.mark.parametrize("seed", range(8))
def test_wide_and_narrow_levels_come_out_as_a_plain_walk_has_them(seed: int) -> None:
    check(seed, count=150, reach=(2, 30, 60, 150)[seed % 4])


def test_a_long_chain_is_reckoned_one_by_one() -> None:
    count = 33_000
    chain = [Activity(id=f"A{at}", duration=Duration(at % 2)) for at in range(count)]
    links = [
        Link(predecessor=f"A{at}", successor=f"A{at + 1}") for at in range(count - 1)
    ]
    found = build_schedule(
        compile_network(chain, links), calendar=every_day(), start=DAY
    )
    assert found.finish == DAY + count // 2
    assert len(found.critical_path) == count


def test_the_shape_of_a_network_is_found_once() -> None:
    links = [link("A", "B"), link("B", "C", "SS")]
    one = compile_network([activity(id) for id in "ABC"], links)
    longer = [activity(id, "9wd") for id in "DEF"]
    other = compile_network(longer, [link("D", "E", lag="2d"), link("E", "F")])
    assert other.structure is one.structure
    turned = compile_network(longer, [link("E", "D"), link("E", "F")])
    assert turned.structure is not one.structure
    forget_structures()
    again = compile_network(longer, [link("D", "E"), link("E", "F")])
    assert again.structure is not one.structure


def refused(
    *activities: Activity, links: tuple[Link, ...] = (), start: int = DAY
) -> tuple[str | None, str]:
    """What leads out of the calendar, and the day that is named."""
    with pytest.raises(DateOutOfRangeError) as found:
        build_schedule(
            compile_network(activities, links), calendar=every_day(), start=start
        )
    error = found.value
    return error.activity, date.fromordinal(error.day).isoformat()


LAST = to_date(LAST_DAY).isoformat()
EARLY = to_date(FIRST_DAY + 10).isoformat()


def test_a_late_begin_before_the_first_day_is_told() -> None:
    pressed = activity("B", "1d", constraint="start-no-later-than", on=EARLY)
    found = refused(
        activity("A", "20d"), pressed, links=(link("A", "B"),), start=FIRST_DAY
    )
    assert found == ("A", "1949-12-22")


def test_a_day_of_its_own_outside_the_calendar_is_told() -> None:
    late = Constraint(kind=ConstraintKind.START_NO_EARLIER_THAN, day=LAST_DAY + 5)
    beyond = Activity(id="A", duration=Duration(3), constraint=late)
    assert refused(beyond) == ("A", "2101-01-05")
    due = Activity(id="B", duration=ZERO, deadline=FIRST_DAY - 5)
    assert refused(due) == ("B", "1949-12-27")
    by = Constraint(kind=ConstraintKind.START_NO_LATER_THAN, day=FIRST_DAY - 2)
    assert refused(Activity(id="C", duration=ZERO, constraint=by)) == (
        "C",
        "1949-12-30",
    )


def test_a_limit_after_the_last_day_bounds_nothing_but_what_is_earlier() -> None:
    by = Constraint(kind=ConstraintKind.START_NO_LATER_THAN, day=LAST_DAY + 500)
    network = compile_network(
        [Activity(id="A", duration=Duration(2), constraint=by), activity("B", "5d")],
        [link("A", "B")],
    )
    found = build_schedule(network, calendar=every_day(), start=DAY)
    assert found.activities["A"].total_float == 0


def test_a_fact_outside_the_calendar_is_told() -> None:
    done = Activity(id="A", duration=ZERO, actual_finish=FIRST_DAY - 1)
    assert refused(done) == ("A", "1949-12-31")


def test_floats_that_lead_beyond_the_last_day_are_told() -> None:
    held = activity("A", "1d", deadline="2024-06-01")
    end = activity(
        "B", "0d", constraint="finish-no-earlier-than", on=LAST, deadline="2100-06-01"
    )
    assert refused(held, end, links=(link("A", "B", lag="-30d"),)) == (
        "A",
        "2101-01-31",
    )


def test_nothing_at_all_has_a_schedule() -> None:
    assert schedule([]).activities == {}
