"""What holds for every network: laws, and a second reckoning of every date."""

from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise

from hypothesis import assume, given
from hypothesis import strategies as st

from planning.durations import Duration, Unit
from planning.network import (
    Activity,
    Constraint,
    ConstraintKind,
    LinkKind,
    compile_network,
)
from planning.schedule import Bound, Ends, Schedule, ScheduledActivity
from tests.networks import Given, days, givens
from tests.planning.reference import Reckoning
from tests.planning.reference_floats import (
    find_critical,
    find_drivers,
    free_float,
)

unreported = givens(reported=False)


def without_dates(activity: Activity, *, late: bool = False) -> Activity:
    """The same activity as soon as possible or, where it is so, as late."""
    keep = late and activity.is_as_late_as_possible
    constraint = activity.constraint if keep else None
    return replace(activity, constraint=constraint, deadline=None)


def change(given: Given, id: str, **values: object) -> Given:
    return replace(
        given,
        activities=tuple(
            replace(each, **values) if each.id == id else each
            for each in given.activities
        ),
    )


def early(schedule: Schedule) -> dict[str, tuple[int, int]]:
    return {
        id: (at.early_start, at.early_finish) for id, at in schedule.activities.items()
    }


def planned(schedule: Schedule) -> dict[str, tuple[int, int]]:
    return {id: (at.start, at.finish) for id, at in schedule.activities.items()}


def all_of(schedule: Schedule) -> Iterable[ScheduledActivity]:
    return schedule.activities.values()


@given(givens())
def test_every_date_is_that_of_a_plain_second_reckoning(given: Given) -> None:
    reckoning = Reckoning(given)
    drivers = find_drivers(reckoning)
    critical = find_critical(reckoning, drivers)

    for id, at in given.schedule().activities.items():
        one = reckoning.all[id]
        assert (at.early_start, at.early_finish) == one.early[0::2], id
        assert (at.late_start, at.late_finish) == one.late[0::2], id
        assert (at.start, at.finish) == one.planned[0::2], id
        assert at.total_float == one.total_float, id
        assert at.free_float == free_float(reckoning, one), id
        assert (at.presumed, at.done) == (one.presumed, one.done), id
        assert set(at.driven_by) == drivers[id], id
        assert at.critical == (id in critical), id


@given(givens())
def test_floats_are_what_the_pairs_of_dates_leave(given: Given) -> None:
    for at in all_of(given.schedule()):
        assert at.total_float == at.late_start - at.early_start
        assert at.free_float <= at.total_float
        if at.total_float >= 0:
            assert at.free_float >= 0
        if at.total_float <= 0:
            assert at.critical != at.done


@given(givens())
def test_one_driving_chain_sets_the_finish(given: Given) -> None:
    schedule = given.schedule()
    found, path = schedule.activities, schedule.critical_path
    last = [at for at in found.values() if at.early_finish == schedule.finish]
    assert schedule.start == min(at.early_start for at in found.values())
    assert schedule.finish == max(at.early_finish for at in found.values())
    assert bool(path) != all(at.done for at in last)
    for before, after in pairwise(path):
        assert before in found[after].driven_by
    for id in path[:1]:
        assert all(found[driver].done for driver in found[id].driven_by)
    for id in path[-1:]:
        assert found[id] in last
    if given.ends is Ends.NETWORK_FINISH:
        assert all(found[id].critical for id in path)


@given(givens())
def test_the_future_of_what_is_not_done_begins_on_the_status_date(
    given: Given,
) -> None:
    today = given.status_date
    begun = {each.id for each in given.activities if each.actual_start is not None}
    for id, at in given.schedule().activities.items():
        if today is None:
            assert not at.presumed
        elif at.presumed:
            assert at.early_start < today
        elif not at.done:
            # Of what has begun, the rest.
            assert (at.early_finish if id in begun else at.early_start) >= today


@given(givens())
def test_the_reason_of_an_early_start_is_one_that_there_is(given: Given) -> None:
    network = compile_network(given.activities, given.links)
    for index, activity in enumerate(network.activities):
        at = given.schedule().activities[activity.id]
        reported = {activity.actual_start, activity.actual_finish} != {None}
        reasons = {
            Bound.ACTUAL: reported,
            Bound.LINK: bool(at.driven_by),
            Bound.CONSTRAINT: activity.constraint is not None,
            Bound.PRESUMED: at.presumed,
            Bound.STATUS_DATE: given.status_date is not None,
            Bound.NETWORK_START: not network.predecessors[index],
        }
        assert reasons[at.bound]
        assert (at.bound is Bound.ACTUAL) == reported


@given(givens())
def test_a_deadline_moves_no_early_date(given: Given) -> None:
    # One of what is as late as possible moves its plan, and what is presumed by it.
    eased = tuple(
        each if each.is_as_late_as_possible else replace(each, deadline=None)
        for each in given.activities
    )
    before, after = given.schedule(), replace(given, activities=eased).schedule()
    assert early(before) == early(after)
    assert planned(before) == planned(after) or any(
        each.is_as_late_as_possible for each in given.activities
    )


@given(givens())
def test_the_order_of_the_file_moves_no_date(given: Given) -> None:
    other = replace(
        given,
        activities=tuple(reversed(given.activities)),
        links=tuple(reversed(given.links)),
    )
    mine, yours = given.schedule().activities, other.schedule().activities
    assert mine.keys() == yours.keys()
    for id, at in mine.items():
        assert at == yours[id]._replace(driven_by=at.driven_by, held_by=at.held_by)
        assert set(at.driven_by) == set(yours[id].driven_by)
        assert set(at.held_by) == set(yours[id].held_by)


@given(unreported)
def test_as_late_as_possible_lies_between_early_and_late(given: Given) -> None:
    schedule = given.schedule()
    assume(all(at.total_float >= 0 for at in all_of(schedule)))
    for at in all_of(schedule):
        assert at.early_start <= at.start <= at.late_start


@given(unreported)
def test_what_is_as_late_as_possible_never_delays_what_it_leads_to(
    given: Given,
) -> None:
    schedule = given.schedule()
    assume(all(at.total_float >= 0 for at in all_of(schedule)))
    for at in all_of(schedule):
        wish = Constraint(kind=ConstraintKind.START_NO_EARLIER_THAN, day=at.start)
        placed = change(given, at.id, constraint=wish).schedule()
        for id, (start, _) in early(placed).items():
            assert start <= schedule.activities[id].start


@given(unreported, st.data())
def test_total_float_is_all_that_the_finish_can_bear(
    given: Given, data: st.DataObject
) -> None:
    plain = replace(
        given,
        activities=tuple(map(without_dates, given.activities)),
        ends=Ends.NETWORK_FINISH,
    )
    schedule = plain.schedule()
    at = data.draw(st.sampled_from(list(all_of(schedule))))
    later = ConstraintKind.START_NO_EARLIER_THAN
    for delay, kept in ((at.total_float, True), (at.total_float + 1, False)):
        wish = Constraint(kind=later, day=at.early_start + delay)
        moved = change(plain, at.id, constraint=wish).schedule()
        assert (moved.finish == schedule.finish) == kept


@given(unreported, st.data())
def test_free_float_delays_nothing_else(given: Given, data: st.DataObject) -> None:
    plain = replace(given, activities=tuple(map(without_dates, given.activities)))
    schedule = plain.schedule()
    at = data.draw(st.sampled_from(list(all_of(schedule))))
    wish = Constraint(
        kind=ConstraintKind.START_NO_EARLIER_THAN, day=at.early_start + at.free_float
    )
    moved = early(change(plain, at.id, constraint=wish).schedule())
    assert {**moved, at.id: None} == {**early(schedule), at.id: None}


@given(unreported)
def test_nothing_begins_before_the_start_where_no_link_leads_back(
    given: Given,
) -> None:
    ahead = tuple(
        each
        for each in given.links
        if each.kind in {LinkKind.FS, LinkKind.SS} and each.lag.amount >= 0
    )
    schedule = replace(given, links=ahead).schedule()
    assert all(at.early_start >= given.start for at in all_of(schedule))


@given(unreported, days)
def test_silence_delays_nothing_that_is_as_soon_as_possible(
    given: Given, today: int
) -> None:
    plain = replace(given, activities=tuple(map(without_dates, given.activities)))
    assert early(replace(plain, status_date=today).schedule()) == early(
        plain.schedule()
    )


@given(unreported, days)
def test_reported_as_planned_changes_nothing(given: Given, today: int) -> None:
    plain = replace(
        given,
        activities=tuple(without_dates(each, late=True) for each in given.activities),
    )
    before = plain.schedule()
    assume(all(at.total_float >= 0 for at in all_of(before)))
    reported = tuple(
        as_planned(each, before.activities[each.id], today) for each in plain.activities
    )
    after = replace(plain, activities=reported, status_date=today).schedule()
    assert planned(after) == planned(before)


def as_planned(activity: Activity, at: ScheduledActivity, today: int) -> Activity:
    if at.start >= today:
        return activity
    return replace(
        activity,
        actual_start=at.start,
        actual_finish=at.finish if at.finish <= today else None,
    )


@given(givens(), st.integers(1, 60))
def test_a_day_later_is_a_day_later_for_all(given: Given, later: int) -> None:
    """Where every day counts and no date is set, a plan moves as a whole."""
    in_days = tuple(
        replace(
            each,
            duration=Duration(each.duration.amount),
            constraint=None,
            deadline=None,
            actual_start=None,
            actual_finish=None,
            remaining=None,
        )
        for each in given.activities
    )
    links = tuple(
        replace(each, lag=Duration(each.lag.amount, Unit.DAYS)) for each in given.links
    )
    plain = replace(given, activities=in_days, links=links, status_date=None)
    before = plain.schedule()
    after = replace(plain, start=plain.start + later).schedule()
    for id, at in before.activities.items():
        moved = after.activities[id]
        assert moved.early_start == at.early_start + later
        assert moved.late_finish == at.late_finish + later
        assert (moved.total_float, moved.critical) == (at.total_float, at.critical)
    assert after.critical_path == before.critical_path
