"""A large network of its own making, the same on every run.

Activities of all durations in layers, each waiting for a few before it, with links
of every kind.
"""

from collections.abc import Iterator
from datetime import date
from random import Random

from bench.measuring import Case
from planning.calendars import norway, to_day
from planning.durations import Duration, Unit
from planning.network import Activity, Link, LinkKind, compile_network
from planning.schedule import build_schedule

START = to_day(date(2024, 1, 1))
SEED = 66
REACH = 200
LINKS_EACH = 2
KINDS = (LinkKind.FS, LinkKind.FS, LinkKind.FS, LinkKind.SS, LinkKind.FF, LinkKind.SF)


def network_cases(size: int) -> Iterator[Case]:
    """Yield what is measured on a network of so many activities."""
    activities, links = make_network(size)
    network = compile_network(activities, links)
    calendar = norway()
    count = f"{size:,} activities, {len(links):,} links"
    yield Case(f"compile: {count}", lambda: compile_network(activities, links))
    yield Case(
        f"schedule: {count}",
        lambda: build_schedule(network, calendar=calendar, start=START),
    )


def make_network(size: int) -> tuple[tuple[Activity, ...], tuple[Link, ...]]:
    """Return activities and links that form no cycle."""
    rng = Random(SEED)
    activities = tuple(
        Activity(
            id=f"A{number}", duration=Duration(rng.randint(0, 4), rng.choice(UNITS))
        )
        for number in range(size)
    )
    links = tuple(
        Link(
            predecessor=activities[before].id,
            successor=activities[number].id,
            kind=rng.choice(KINDS),
            lag=Duration(rng.randint(-2, 2)),
        )
        for number in range(1, size)
        for before in sorted(
            {rng.randrange(max(0, number - REACH), number) for _ in range(LINKS_EACH)}
        )
    )
    return activities, links


UNITS = (Unit.DAYS, Unit.WORKING_DAYS, Unit.WORKING_DAYS, Unit.WEEKS)
