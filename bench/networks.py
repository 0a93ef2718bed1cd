"""Large networks of their own making, the same on every run.

Like the programme: so many municipalities that go through some dozens of steps each,
tied to the day of a wave, with links of every kind, lags in every unit, limits, and
what is placed as late as possible. A chain is the narrowest network that there is.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from itertools import pairwise
from random import Random

from bench.measuring import Case
from planning.calendars import norway, to_day
from planning.durations import ZERO, Duration, Unit
from planning.network import (
    Activity,
    Constraint,
    ConstraintKind,
    Link,
    LinkKind,
    Network,
    compile_network,
)
from planning.outside import Asked
from planning.placing import place
from planning.schedule import build_schedule
from planning.structure import forget_structures

START = to_day(date(2024, 1, 1))
SEED = 66
STEPS = 27
NETWORK_SIZES = (1_700, 17_000, 170_000)
WAVE = 7 * STEPS + 1
KINDS = (LinkKind.FS, LinkKind.FS, LinkKind.FS, LinkKind.SS, LinkKind.FF, LinkKind.SF)
UNITS = (Unit.DAYS, Unit.WORKING_DAYS, Unit.WORKING_DAYS, Unit.WEEKS, Unit.MONTHS)
AS_LATE = Constraint(kind=ConstraintKind.AS_LATE_AS_POSSIBLE)

# What the passes and compiling may take, in milliseconds, by activities.
PASSES_BARS = {1_700: 2, 17_000: 10, 170_000: 100}
COMPILE_BARS = {1_700: 3, 17_000: 20, 170_000: 250}


def network_cases(size: int) -> Iterator[Case]:
    """Yield what is measured on a network of so many activities."""
    activities, links = make_network(size)
    title = f"{size:,} activities, {len(links):,} links"

    network = compile_network(activities, links)
    calendar = norway()
    yield Case(
        f"compile: {title}",
        lambda: compile_anew(activities, links),
        COMPILE_BARS.get(size),
    )
    yield Case(
        f"both passes: {title}", lambda: both_passes(network), PASSES_BARS.get(size)
    )
    yield Case(
        f"schedule: {title}",
        lambda: build_schedule(network, calendar=calendar, start=START),
    )


def compile_anew(activities: Iterable[Activity], links: Iterable[Link]) -> Network:
    """Compile a network whose shape is remembered, as if it were not."""
    forget_structures()
    return compile_network(activities, links)


def both_passes(network: Network) -> object:
    """Early, planned and late dates of all, from the compiled network."""
    asked = Asked(network, norway(), START, None)
    return place(asked, to_own_finish=True)


@cache
def make_network(size: int) -> tuple[tuple[Activity, ...], tuple[Link, ...]]:
    """Return activities and links that form no cycle."""
    rng = Random(SEED)
    activities: list[Activity] = []
    links: list[Link] = []
    wave = ""
    while len(activities) < size:
        name = f"{len(activities)}"
        if len(activities) % WAVE == 0:
            wave = f"wave.{name}"
            activities.append(make_wave(rng, wave))
        steps = range(min(STEPS, size - len(activities)))
        made = [make_step(rng, f"{name}.{number}", number) for number in steps]
        links += links_between(rng, made)
        links += [Link(predecessor=wave, successor=each.id) for each in made[-1:]]
        # As in a template, the steps don't stand in the order of their links.
        at = rng.randrange(STEPS)
        activities += made[at:] + made[:at]
    return tuple(activities), tuple(links)


def make_wave(rng: Random, id: str) -> Activity:
    """The day of a wave."""
    on = Constraint(
        kind=ConstraintKind.MUST_START_ON, day=START + rng.randint(700, 1500)
    )
    return Activity(id=id, duration=ZERO, constraint=on, is_target=True)


def make_step(rng: Random, id: str, number: int) -> Activity:
    """A step; the last of a municipality has a limit."""
    unit = rng.choice(UNITS)
    most = 2 if unit is Unit.MONTHS else 15
    step = Activity(
        id=id,
        duration=Duration(rng.randint(0, most), unit),
        constraint=AS_LATE if rng.random() < 0.5 else None,
    )
    if number < STEPS - 1:
        return step
    return replace(step, deadline=START + rng.randint(700, 1500), is_target=True)


def links_between(rng: Random, steps: list[Activity]) -> Iterator[Link]:
    """Each step waits for one to three of those before it."""
    for number in range(1, len(steps)):
        wanted = rng.choice((1, 2, 2, 2, 4))
        for before in sorted({rng.randrange(number) for _ in range(wanted)}):
            amount = rng.randint(-2, 6) if rng.random() < 0.4 else 0
            yield Link(
                predecessor=steps[before].id,
                successor=steps[number].id,
                kind=rng.choice(KINDS),
                lag=Duration(amount, rng.choice(UNITS)),
            )


def make_chain(size: int) -> tuple[tuple[Activity, ...], tuple[Link, ...]]:
    """Return so many activities that wait for each other one by one."""
    activities = tuple(
        Activity(id=f"C{number}", duration=Duration(number % 2))
        for number in range(size)
    )
    links = tuple(
        Link(predecessor=before.id, successor=after.id)
        for before, after in pairwise(activities)
    )
    return activities, links
