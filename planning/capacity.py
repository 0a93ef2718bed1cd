"""What the waves ask of the programme month by month, against what there is.

What is asked for in a month is the average over its days: ten people for half of
it are five. Only the days of a step that fall in a month count for it, weekends as
other days. What there is, is the same average of all that is entered for each day;
a month with a day that nothing is entered for is not known, and nothing is claimed
of it. Months are places in `calendars.MONTHS`.

Amounts are whole: 100,000 parts of one (`PARTS`), times days. So sums are exact,
and what is asked for in all is what stands in the months.
"""

from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from planning.calendars import MONTHS, Calendar, norway
from planning.capacity_facts import (
    HUNDREDTHS,
    Bound,
    Demand,
    Per,
    Supply,
)
from planning.rollout import GO_LIVE, activity_id
from planning.schedule import Schedule
from planning.snapshot import Municipality, Snapshot

THOUSAND = 1_000
PARTS = HUNDREDTHS * THOUSAND
# So many months before and after what is asked for it is known what there is.
REACH = 36

Months = Mapping[int, int]
"""Part-days by month."""


@dataclass(frozen=True, slots=True)
class Ask:
    """What one municipality asks for by one demand: so many parts of one, each day.

    From the first day up to, not including, the end.
    """

    resource: str
    municipality: str
    parts: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Load:
    """One resource: what is asked of it, and what there is of it.

    `asked` has part-days by month and municipality; `there_is` part-days of the
    months that are known. `unknown` are the municipalities that ask for something
    that can't be reckoned, as nobody has said how many employees they have.
    """

    resource: str
    asked: Mapping[int, Mapping[str, int]]
    there_is: Months
    assumed_months: frozenset[int]
    demand_is_assumed: bool
    unknown: tuple[str, ...] = ()

    def total(self, month: int) -> int:
        """What all ask for in a month."""
        return sum(self.asked.get(month, {}).values())

    def over(self, month: int) -> int:
        """By how much too little there is; nothing where that is not known."""
        there = self.there_is.get(month)
        return 0 if there is None else max(0, self.total(month) - there)

    def overloads(self, since: int) -> tuple[int, ...]:
        """The months from one on in which more is asked for than there is."""
        return tuple(it for it in sorted(self.asked) if it >= since and self.over(it))

    def is_assumed(self, months: Iterable[int]) -> bool:
        """Whether an assumption stands behind what is said of some months."""
        return self.demand_is_assumed or not self.assumed_months.isdisjoint(months)


@dataclass(frozen=True, slots=True)
class Capacity:
    """All resources in their order, and the wave of each municipality that asks."""

    loads: Mapping[str, Load]
    wave_of: Mapping[str, str]

    def by_wave(self, resource: str, month: int) -> dict[str, int]:
        """What each wave asks for of a resource in a month."""
        found: dict[str, int] = {}
        for number, amount in self.loads[resource].asked.get(month, {}).items():
            code = self.wave_of[number]
            found[code] = found.get(code, 0) + amount
        return found


def capacity(snapshot: Snapshot, schedule: Schedule) -> Capacity:
    """What is asked for and what there is, by resource and month."""
    calendar = norway()
    asks = list_asks(snapshot, schedule, calendar=calendar)
    facts = snapshot.capacity
    asked = sum_up(asks)
    loads = {}
    for resource in facts.resources:
        own = [it for it in facts.demands if it.resource == resource.key]
        months = asked.get(resource.key, {})
        supplies = [it for it in facts.supplies if it.resource == resource.key]
        there_is, assumed = _supply(supplies, months)
        loads[resource.key] = Load(
            resource=resource.key,
            asked=months,
            there_is=there_is,
            assumed_months=assumed,
            demand_is_assumed=any(it.is_assumed for it in own),
            unknown=_unknown(snapshot, own),
        )
    return Capacity(
        loads,
        {it.municipality: it.wave for it in snapshot.plan.placements if it.wave},
    )


def month_of(day: int) -> int:
    """The month that a day is in."""
    return bisect_right(MONTHS, day) - 1


def days_in(month: int) -> int:
    """How many days a month has."""
    return MONTHS[month + 1] - MONTHS[month]


def average(part_days: int, month: int) -> Fraction:
    """Part-days of a month as what that is all month long."""
    return Fraction(part_days, PARTS * days_in(month))


def list_asks(
    snapshot: Snapshot,
    schedule: Schedule,
    *,
    calendar: Calendar,
    only: Collection[str] | None = None,
) -> list[Ask]:
    """What the municipalities ask for, or only some; none without a go-live."""
    facts = snapshot.capacity
    asks = []
    for each in snapshot.municipalities:
        if only is not None and each.number not in only:
            continue
        for demand in facts.demands:
            span = _span(schedule, each.number, demand, calendar)
            parts = parts_of(demand, each, facts.employees)
            if span is not None and parts:
                asks.append(Ask(demand.resource, each.number, parts, *span))
    return asks


def parts_of(
    demand: Demand, municipality: Municipality, employees: Mapping[str, int]
) -> int:
    """How much a municipality asks for at once, in parts of one."""
    if demand.per is Per.MUNICIPALITY:
        return demand.amount * THOUSAND
    if demand.per is Per.INHABITANTS:
        return demand.amount * municipality.population
    return demand.amount * employees.get(municipality.number, 0)


def sum_up(asks: Iterable[Ask]) -> dict[str, dict[int, dict[str, int]]]:
    """Part-days by resource, month and municipality."""
    found: dict[str, dict[int, dict[str, int]]] = {}
    for ask in asks:
        months = found.setdefault(ask.resource, {})
        for month, days in spread(ask.start, ask.end):
            here = months.setdefault(month, {})
            here[ask.municipality] = here.get(ask.municipality, 0) + ask.parts * days
    return found


def spread(start: int, end: int) -> Iterator[tuple[int, int]]:
    """The months of a span, and how many of its days are in each."""
    month = month_of(start)
    while start < end:
        stop = min(end, MONTHS[month + 1])
        yield month, stop - start
        start, month = stop, month + 1


def _span(
    schedule: Schedule, number: str, demand: Demand, calendar: Calendar
) -> tuple[int, int] | None:
    """From when to when a municipality asks; None where it has no such days."""
    key = demand.step if demand.bound is Bound.STEP else GO_LIVE
    at = schedule.activities.get(activity_id(number, key))
    if at is None:
        return None
    if demand.bound is Bound.BEFORE:
        return calendar.retreat(at.start, demand.length), at.start
    if demand.bound is Bound.AFTER:
        return at.start, calendar.advance(at.start, demand.length)
    return (at.start, at.finish) if at.finish > at.start else None


def _unknown(snapshot: Snapshot, demands: Iterable[Demand]) -> tuple[str, ...]:
    if all(it.per is not Per.EMPLOYEES for it in demands):
        return ()
    known = snapshot.capacity.employees
    placed = {it.municipality for it in snapshot.plan.placements if it.wave}
    return tuple(
        each.number
        for each in snapshot.municipalities
        if each.number in placed and each.number not in known
    )


def _supply(
    supplies: Collection[Supply], months: Iterable[int]
) -> tuple[dict[int, int], frozenset[int]]:
    """What there is in the months that are known, and where that is assumed."""
    found: dict[int, int] = {}
    assumed = set()
    for month in _around(months) if supplies else ():
        first, end = MONTHS[month], MONTHS[month + 1]
        there = [
            (max(first, it.start), min(end, it.end or end), it)
            for it in supplies
            if it.start < end and (it.end is None or it.end > first)
        ]
        if not _cover(first, end, [(start, stop) for start, stop, _it in there]):
            continue
        found[month] = sum(
            it.amount * THOUSAND * (stop - start) for start, stop, it in there
        )
        if any(it.is_assumed for _start, _stop, it in there):
            assumed.add(month)
    return found, frozenset(assumed)


def _around(months: Iterable[int]) -> Iterable[int]:
    """From the first month to the last, and as far around as a move can reach."""
    known = sorted(months)
    if not known:
        return ()
    last = min(known[-1] + REACH, len(MONTHS) - 2)
    return range(max(known[0] - REACH, 0), last + 1)


def _cover(first: int, end: int, spans: Iterable[tuple[int, int]]) -> bool:
    """Whether some spans leave no day out."""
    days = [(first, first), *sorted(spans), (end, end)]
    reached = first
    for (_start, stop), (start, _stop) in pairwise(days):
        reached = max(reached, stop)
        if start > reached:
            return False
    return True
