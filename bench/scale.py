"""How the cost of compiling and of both passes grows with the network."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import log

import numpy

from bench.networks import both_passes, compile_anew, make_chain, make_network
from bench.others import timed
from planning.network import compile_network

SIZES = (1_000, 1_700, 5_000, 17_000, 50_000, 170_000, 200_000)
CHAIN = 10_000


@dataclass(frozen=True, slots=True)
class Sized:
    """The least that was needed for a network, in milliseconds of the processor."""

    size: int
    compiling: float
    passes: float


def measure_sizes(most: int, *, rounds: int) -> list[Sized]:
    """Time networks of all sizes up to the largest wanted."""
    return [
        measure_size(size, rounds=rounds)
        for size in [size for size in SIZES if size <= most] or [most]
    ]


def measure_size(size: int, *, rounds: int) -> Sized:
    """Time one network; what else runs on the machine is no cost of it."""
    activities, links = make_network(size)
    network = compile_network(activities, links)
    return Sized(
        size,
        min(timed(lambda: compile_anew(activities, links)) for _ in range(rounds)),
        min(timed(lambda: both_passes(network)) for _ in range(rounds)),
    )


def measure_chain(most: int, *, rounds: int) -> Sized:
    """Time what has a level for every activity."""
    activities, links = make_chain(min(CHAIN, most))
    network = compile_network(activities, links)
    return Sized(
        len(activities),
        min(timed(lambda: compile_anew(activities, links)) for _ in range(rounds)),
        min(timed(lambda: both_passes(network)) for _ in range(rounds)),
    )


def exponent(sizes: Sequence[int], taken: Sequence[float]) -> float:
    """How fast the cost grows: 1 is in proportion to the size."""
    if len(sizes) < 2:
        return 1.0
    slope, _at_one = numpy.polyfit([*map(log, sizes)], [*map(log, taken)], 1)
    return float(slope)


def lines_of_sizes(found: Sequence[Sized], chain: Sized) -> Iterable[str]:
    """Write the sizes as a Markdown table, and how the cost grows."""
    yield "| activities | compiling, ms | both passes, ms |"
    yield "| ---: | ---: | ---: |"
    for it in [*found, chain]:
        name = " in a chain" if it is chain else ""
        yield f"| {it.size:,}{name} | {it.compiling:.2f} | {it.passes:.2f} |"
    sizes = [it.size for it in found]
    grown = exponent(sizes, [it.passes for it in found])
    compiling = exponent(sizes, [it.compiling for it in found])
    yield ""
    yield f"The cost grows with the size to the power of {grown:.2f}, of compiling "
    yield f"{compiling:.2f}."
