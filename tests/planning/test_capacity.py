"""What is asked for and what there is, month by month."""

from dataclasses import replace
from fractions import Fraction
from itertools import cycle

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planning.calendars import MONTHS, norway
from planning.capacity import (
    Capacity,
    average,
    capacity,
    days_in,
    list_asks,
    month_of,
    spread,
)
from planning.capacity_facts import (
    Bound,
    CapacityFacts,
    Demand,
    Per,
    Resource,
    Supply,
)
from planning.durations import parse_duration
from planning.programme import schedule_programme
from planning.snapshot import Municipality, Snapshot
from tests.planning.programmes import day, programme, wave, window

TRAINERS = "trainers"
BOTH = (("1516", "K13"), ("1520", "K14"))
PLACES = (
    Municipality(number="1516", population=8_000),
    Municipality(number="1520", population=12_000),
)


def month(text: str) -> int:
    return month_of(day(f"{text}-01"))


def demand(amount: int = 200, **values: object) -> Demand:
    given: dict[str, object] = {"resource": TRAINERS, "step": "training", **values}
    return Demand(amount=amount, **given)  # type: ignore[arg-type]  # any of them


def supply(amount: int, start: str, end: str | None = None, **values: bool) -> Supply:
    return Supply(
        resource=TRAINERS,
        amount=amount,
        start=day(start),
        end=None if end is None else day(end),
        **values,
    )


def asking(*demands: Demand, **facts: object) -> Snapshot:
    """Two municipalities, going live on 26 April and on 25 October 2025."""
    snapshot = programme(
        wave("K13", window("2025-04-26")),
        wave("K14", window("2025-10-25")),
        placed=BOTH,
        municipalities=PLACES,
    )
    given: dict[str, object] = {"resources": (Resource(key=TRAINERS),), **facts}
    return replace(
        snapshot,
        capacity=CapacityFacts(demands=demands, **given),  # type: ignore[arg-type]
    )


def reckoned(snapshot: Snapshot) -> Capacity:
    return capacity(snapshot, schedule_programme(snapshot, norway()).schedule)


def test_a_step_is_asked_for_by_its_days_in_each_month():
    # Training takes ten weeks and is over 15 working days before 26 April 2025,
    # with Easter between: from 22 January up to 2 April.
    snapshot = asking(demand())
    schedule = schedule_programme(snapshot, norway()).schedule
    at = schedule.activities["1516.training"]
    assert (at.start, at.finish) == (day("2025-01-22"), day("2025-04-02"))
    load = capacity(snapshot, schedule).loads[TRAINERS]
    averages = {
        text: average(load.total(month(text)), month(text))
        for text in ("2025-01", "2025-02", "2025-03", "2025-04", "2025-05")
    }
    assert averages == {
        "2025-01": 2 * Fraction(10, 31),
        "2025-02": 2,
        "2025-03": 2,
        "2025-04": 2 * Fraction(1, 30),
        "2025-05": 0,
    }


def test_who_asks_is_told_by_municipality_and_by_wave():
    # The 200 days before 25 October begin on 8 April.
    span = demand(bound=Bound.BEFORE, length=parse_duration("200d"))
    found = reckoned(asking(span))
    load = found.loads[TRAINERS]
    april = month("2025-04")
    assert load.asked[april] == {"1516": 200_000 * 25, "1520": 200_000 * 23}
    assert found.by_wave(TRAINERS, april) == {
        "K13": 200_000 * 25,
        "K14": 200_000 * 23,
    }


@pytest.mark.parametrize(
    ("per", "parts"),
    [
        (Per.MUNICIPALITY, 250_000),
        (Per.INHABITANTS, 250 * 8_000),
        (Per.EMPLOYEES, 250 * 400),
    ],
)
def test_an_amount_is_asked_for_by_what_it_is_per(per, parts):
    snapshot = asking(demand(250, per=per), employees={"1516": 400})
    schedule = schedule_programme(snapshot, norway()).schedule
    asks = list_asks(snapshot, schedule, calendar=norway(), only={"1516"})
    assert [it.parts for it in asks] == [parts]


def test_who_has_not_said_how_many_work_there_is_told():
    load = reckoned(asking(demand(per=Per.EMPLOYEES), employees={"1516": 400}))
    assert load.loads[TRAINERS].unknown == ("1520",)
    assert reckoned(asking(demand())).loads[TRAINERS].unknown == ()


def test_a_span_may_follow_go_live():
    snapshot = asking(demand(bound=Bound.AFTER, length=parse_duration("4w")))
    schedule = schedule_programme(snapshot, norway()).schedule
    (ask,) = list_asks(snapshot, schedule, calendar=norway(), only={"1516"})
    assert (ask.start, ask.end) == (day("2025-04-26"), day("2025-05-24"))


def test_a_step_that_is_gone_or_takes_no_days_asks_for_nothing():
    for key in ("gone", "go-live"):
        assert reckoned(asking(demand(step=key))).loads[TRAINERS].asked == {}


def test_who_has_no_date_asks_for_nothing():
    snapshot = replace(asking(demand()), municipalities=PLACES)
    plan = replace(snapshot.plan, placements=snapshot.plan.placements[:1])
    load = reckoned(replace(snapshot, plan=plan)).loads[TRAINERS]
    assert {number for it in load.asked.values() for number in it} == {"1516"}


def test_what_there_is_adds_up_and_is_an_average_too():
    load = reckoned(
        asking(
            demand(),
            supplies=(
                supply(300, "2025-01-01"),
                supply(100, "2025-02-15", "2025-03-01"),
            ),
        )
    ).loads[TRAINERS]
    assert average(load.there_is[month("2025-02")], month("2025-02")) == Fraction(7, 2)
    assert average(load.there_is[month("2025-03")], month("2025-03")) == 3
    assert load.over(month("2025-02")) == 0


@pytest.mark.parametrize(
    "supplies",
    [
        [],
        [("2025-02-02", None)],
        [("2025-01-01", "2025-02-28")],
        [("2025-01-01", "2025-02-10"), ("2025-02-11", None)],
    ],
)
def test_of_a_month_with_a_day_without_an_entry_nothing_is_claimed(supplies):
    rows = tuple(supply(0, start, end) for start, end in supplies)
    load = reckoned(asking(demand(), supplies=rows)).loads[TRAINERS]
    february = month("2025-02")
    assert february not in load.there_is
    assert load.over(february) == 0
    assert february not in load.overloads(0)


def test_nothing_at_all_can_be_said_to_be_there():
    load = reckoned(asking(demand(), supplies=(supply(0, "2025-01-01"),)))
    assert load.loads[TRAINERS].over(month("2025-02")) == 200_000 * 28


def test_what_is_over_is_told_from_a_month_on():
    load = reckoned(asking(demand(), supplies=(supply(100, "2025-01-01"),))).loads[
        TRAINERS
    ]
    # January asks for 2 x 10/31 and is borne; autumn asks as spring does.
    assert load.overloads(0)[:2] == (month("2025-02"), month("2025-03"))
    assert month("2025-02") not in load.overloads(month("2025-03"))


def test_one_assumed_number_makes_an_assumption_of_it():
    sure = asking(demand(), supplies=(supply(100, "2025-01-01"),))
    load = reckoned(sure).loads[TRAINERS]
    assert not load.is_assumed([month("2025-02")])
    guess = supply(100, "2025-03-01", "2025-04-01", is_assumed=True)
    facts = replace(sure.capacity, supplies=(*sure.capacity.supplies, guess))
    load = reckoned(replace(sure, capacity=facts)).loads[TRAINERS]
    assert not load.is_assumed([month("2025-02")])
    assert load.is_assumed([month("2025-02"), month("2025-03")])
    load = reckoned(asking(demand(is_assumed=True))).loads[TRAINERS]
    assert load.is_assumed([])


def test_amounts_are_not_negative_and_last_some_days():
    for wrong in (
        lambda: demand(-1),
        lambda: demand(length=parse_duration("-2w")),
        lambda: supply(-1, "2025-01-01"),
        lambda: supply(1, "2025-01-02", "2025-01-02"),
    ):
        with pytest.raises(ValueError, match="not"):
            wrong()


DAYS = st.integers(MONTHS[600], MONTHS[1200])


@given(start=DAYS, length=st.integers(0, 2_000))
def test_every_day_of_a_span_is_in_one_month(start, length):
    found = list(spread(start, start + length))
    assert sum(days for _month, days in found) == length
    assert all(1 <= days <= days_in(at) for at, days in found)
    assert [at for at, _days in found] == sorted({at for at, _days in found})


AMOUNTS = st.integers(0, 10_000)


@settings(max_examples=25, deadline=None)
@given(amounts=st.lists(AMOUNTS, min_size=1, max_size=4), by=st.integers(-200, 200))
def test_demand_is_conserved_and_moves_with_its_wave(amounts, by):
    demands = [
        demand(it, per=per, bound=bound, length=parse_duration("45d"))
        for it, per, bound in zip(amounts, cycle(Per), cycle(Bound), strict=False)
    ]
    snapshot = asking(*demands, employees={"1516": 310, "1520": 480})
    schedule = schedule_programme(snapshot, norway()).schedule
    asks = list_asks(snapshot, schedule, calendar=norway())
    load = capacity(snapshot, schedule).loads[TRAINERS]
    in_all = sum(it.parts * (it.end - it.start) for it in asks)
    assert sum(map(load.total, load.asked)) == in_all

    go_live = snapshot.plan.waves[0].window
    assert go_live is not None
    moved = replace(snapshot.plan.waves[0], set_day=go_live.start + by)
    plan = replace(snapshot.plan, waves=(moved, snapshot.plan.waves[1]))
    after = replace(snapshot, plan=plan)
    there = list_asks(
        after, schedule_programme(after, norway()).schedule, calendar=norway()
    )
    for was, now in zip(asks, there, strict=True):
        assert (was.municipality, was.parts) == (now.municipality, now.parts)
        if was.municipality == "1520":
            assert was == now


def test_where_nobody_asks_nothing_is_claimed_of_any_month():
    none = asking(supplies=(supply(100, "2025-01-01"),))
    load = reckoned(none).loads[TRAINERS]
    assert (load.asked, load.there_is) == ({}, {})
    assert load.overloads(month("2025-01")) == ()
