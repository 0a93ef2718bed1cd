"""Medians, and their ratio to a loop that is the same everywhere.

Milliseconds by the clock say how it feels on one machine on one day, whatever else
runs there. The ratio to a plain loop, timed in between, says whether the code has
become slower: it counts the processor's time alone, and one round of the loop is
one unit.
"""

import gc
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from statistics import median
from time import perf_counter, process_time
from typing import NamedTuple

LOOP = 100_000


@dataclass(frozen=True, slots=True)
class Case:
    """Something to measure; `bar_ms` is what it may take, where that is said."""

    name: str
    work: Callable[[], object]
    bar_ms: float | None = None


class Spent(NamedTuple):
    """What one round took, in seconds."""

    clock: float
    processor: float


@dataclass(frozen=True, slots=True)
class Measurement:
    """The medians of a case, by the clock and of the processor, and its units."""

    name: str
    milliseconds: float
    processor_ms: float
    units: float
    bar_ms: float | None

    @property
    def is_within(self) -> bool:
        return self.bar_ms is None or self.milliseconds < self.bar_ms


def reference() -> int:
    """One unit: whole numbers, a dictionary and a branch."""
    counted: dict[int, int] = {}
    for number in range(LOOP):
        key = number * number % 97
        if key in counted:
            counted[key] += 1
        else:
            counted[key] = 1
    return len(counted)


def measure(case: Case, *, rounds: int) -> Measurement:
    """Time the case and the loop in turn, after one round that is not counted."""
    case.work()
    works, units = [], []
    for _ in range(rounds):
        units.append(spent(reference, tidy=False))
        works.append(spent(case.work))
    processor = median(it.processor for it in works)
    return Measurement(
        case.name,
        median(it.clock for it in works) * 1000,
        processor * 1000,
        processor / median(it.processor for it in units),
        case.bar_ms,
    )


def spent(work: Callable[[], object], *, tidy: bool = True) -> Spent:
    """Time one round; what earlier rounds have left is cleared away first."""
    if tidy:
        gc.collect()
    clock, processor = perf_counter(), process_time()
    work()
    return Spent(perf_counter() - clock, process_time() - processor)


def table(measurements: Iterable[Measurement]) -> str:
    """Write the measurements as a Markdown table."""
    rows = [
        "| what | clock, ms | processor, ms | units | bar, ms | |",
        "| --- | ---: | ---: | ---: | ---: | --- |",
    ]
    for it in measurements:
        bar = "" if it.bar_ms is None else f"{it.bar_ms:.0f}"
        verdict = "" if it.bar_ms is None else "within" if it.is_within else "OVER"
        took = f"{it.milliseconds:.1f} | {it.processor_ms:.1f}"
        figures = f"{took} | {it.units:.2f} | {bar}"
        rows.append(f"| {it.name} | {figures} | {verdict} |")
    return "\n".join(rows)
