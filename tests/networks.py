"""Networks for tests: written in a line by hand, or drawn by hypothesis.

`activity("A", "5d")`, `link("A", "B", "SS", "2d")`, days as "2024-01-31".
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from hypothesis import strategies as st

from planning.calendars import Calendar, every_day, norway, to_day, weekdays
from planning.durations import Duration, Unit, parse_duration
from planning.network import (
    Activity,
    Constraint,
    ConstraintKind,
    Link,
    LinkKind,
    compile_network,
)
from planning.schedule import Ends, Schedule, build_schedule

START = "2024-01-01"

# One day off in the middle of a week, so that it is not any of the named ones.
ODD_WEEK = weekdays([date(2024, 1, 10), date(2024, 2, 14)])


def day(text: str) -> int:
    return to_day(date.fromisoformat(text))


def activity(
    id: str,
    duration: str = "5d",
    *,
    constraint: str | None = None,
    on: str | None = None,
    deadline: str | None = None,
    started: str | None = None,
    finished: str | None = None,
    remaining: str | None = None,
    is_target: bool = False,
    calendar: Calendar | None = None,
) -> Activity:
    def maybe(text: str | None) -> int | None:
        return None if text is None else day(text)

    kind = None if constraint is None else ConstraintKind(constraint)
    return Activity(
        id=id,
        duration=parse_duration(duration),
        constraint=None if kind is None else Constraint(kind=kind, day=maybe(on)),
        deadline=maybe(deadline),
        actual_start=maybe(started),
        actual_finish=maybe(finished),
        remaining=None if remaining is None else parse_duration(remaining),
        is_target=is_target,
        calendar=calendar,
    )


def link(
    before: str,
    after: str,
    kind: str = "FS",
    lag: str = "0d",
    *,
    calendar: Calendar | None = None,
) -> Link:
    return Link(
        predecessor=before,
        successor=after,
        kind=LinkKind(kind),
        lag=parse_duration(lag),
        calendar=calendar,
    )


def schedule(
    activities: Iterable[Activity],
    links: Iterable[Link] = (),
    *,
    start: str = START,
    status_date: str | None = None,
    calendar: Calendar | None = None,
    ends: Ends = Ends.NETWORK_FINISH,
    **critical: Any,
) -> Schedule:
    return build_schedule(
        compile_network(activities, links),
        calendar=calendar or every_day(),
        start=day(start),
        status_date=None if status_date is None else day(status_date),
        ends=ends,
        **critical,
    )


@dataclass(frozen=True)
class Given:
    """Everything that `build_schedule` is given."""

    activities: tuple[Activity, ...]
    links: tuple[Link, ...]
    week: str
    start: int
    status_date: int | None
    ends: Ends

    @property
    def calendar(self) -> Calendar:
        return WEEKS[self.week]

    def schedule(self, **critical: Any) -> Schedule:
        return build_schedule(
            compile_network(self.activities, self.links),
            calendar=self.calendar,
            start=self.start,
            status_date=self.status_date,
            ends=self.ends,
            **critical,
        )


MOST = {Unit.DAYS: 25, Unit.WORKING_DAYS: 15, Unit.WEEKS: 3, Unit.MONTHS: 2}

# By name: a failing example that prints every day of a century is no help.
WEEKS = {"every day": every_day(), "Norway": norway(), "odd": ODD_WEEK}

weeks = st.sampled_from(sorted(WEEKS))
own_weeks = st.none() | st.none() | weeks.map(WEEKS.__getitem__)
days = st.integers(day("2023-12-01"), day("2024-06-30"))


@st.composite
def durations(draw: st.DrawFn, *, signed: bool = False) -> Duration:
    unit = draw(st.sampled_from(Unit))
    most = MOST[unit]
    return Duration(draw(st.integers(-most if signed else 0, most)), unit)


@st.composite
def constraints(draw: st.DrawFn) -> Constraint:
    kind = draw(st.sampled_from(ConstraintKind))
    dateless = kind is ConstraintKind.AS_LATE_AS_POSSIBLE
    return Constraint(kind=kind, day=None if dateless else draw(days))


@st.composite
def activities(draw: st.DrawFn, id: str, status_date: int | None) -> Activity:
    duration = draw(durations())
    as_late = Constraint(kind=ConstraintKind.AS_LATE_AS_POSSIBLE)
    constraint = draw(st.none() | st.just(as_late) | constraints())
    deadline = draw(st.none() | st.none() | days)
    remaining = draw(st.none() | st.none() | durations())
    report = draw(st.sampled_from(["nothing", "nothing", "begun", "done"]))
    last = day("2024-02-01") if status_date is None else status_date
    begun = draw(st.integers(last - 60, last))
    over = draw(st.integers(begun, last))
    return Activity(
        id=id,
        duration=duration,
        constraint=constraint,
        deadline=deadline,
        actual_start=None if report == "nothing" else begun,
        actual_finish=over if report == "done" else None,
        remaining=remaining,
        is_target=draw(st.booleans()),
        calendar=draw(own_weeks),
    )


@st.composite
def links_between(draw: st.DrawFn, ids: Sequence[str]) -> tuple[Link, ...]:
    """Links that lead only from earlier ids to later ones."""
    if len(ids) < 2:
        return ()
    found = []
    for _ in range(draw(st.integers(0, 2 * len(ids)))):
        before = draw(st.integers(0, len(ids) - 2))
        after = draw(st.integers(before + 1, len(ids) - 1))
        found.append(
            Link(
                predecessor=ids[before],
                successor=ids[after],
                kind=draw(st.sampled_from(LinkKind)),
                lag=draw(st.just(Duration(0)) | durations(signed=True)),
                calendar=draw(own_weeks),
            )
        )
    return tuple(found)


@st.composite
def givens(
    draw: st.DrawFn,
    *,
    reported: bool = True,
    most: int = 7,
) -> Given:
    """A network without a cycle; `reported` lets facts and status dates in."""
    status_date = draw(st.none() | days) if reported else None
    ids = [f"A{number}" for number in range(draw(st.integers(1, most)))]
    drawn = [draw(activities(id, status_date)) for id in ids]
    if not reported:
        drawn = [unreported(each) for each in drawn]
    return Given(
        # Any order: the network puts them in order itself.
        activities=tuple(draw(st.permutations(drawn))),
        links=draw(links_between(ids)),
        week=draw(weeks),
        start=draw(days),
        status_date=status_date,
        ends=draw(st.sampled_from(Ends)),
    )


def unreported(activity: Activity) -> Activity:
    """The same activity, of which nothing is known."""
    return Activity(
        id=activity.id,
        duration=activity.duration,
        constraint=activity.constraint,
        deadline=activity.deadline,
        is_target=activity.is_target,
        calendar=activity.calendar,
    )
