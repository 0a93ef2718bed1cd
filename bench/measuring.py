"""Medians, and their ratio to a loop that is the same everywhere.

Milliseconds say how it feels on one machine on one day; the ratio to a plain loop,
timed in between on the same machine, says whether the code has become slower. One
round of the loop is one unit.
"""

import gc
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from statistics import median
from time import perf_counter

LOOP = 100_000


@dataclass(frozen=True, slots=True)
class Case:
    """Something to measure; `bar_ms` is what it may take, where that is said."""

    name: str
    work: Callable[[], object]
    bar_ms: float | None = None


@dataclass(frozen=True, slots=True)
class Measurement:
    """The median of a case, and how many units it is."""

    name: str
    milliseconds: float
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
        units.append(seconds(reference))
        works.append(seconds(case.work))
    return Measurement(
        case.name, median(works) * 1000, median(works) / median(units), case.bar_ms
    )


def seconds(work: Callable[[], object]) -> float:
    """Time one round; what earlier rounds have left is cleared away first."""
    gc.collect()
    start = perf_counter()
    work()
    return perf_counter() - start


def table(measurements: Iterable[Measurement]) -> str:
    """Write the measurements as a Markdown table."""
    rows = [
        "| what | median, ms | units | bar, ms | |",
        "| --- | ---: | ---: | ---: | --- |",
    ]
    for it in measurements:
        bar = "" if it.bar_ms is None else f"{it.bar_ms:.0f}"
        verdict = "" if it.bar_ms is None else "within" if it.is_within else "OVER"
        figures = f"{it.milliseconds:.1f} | {it.units:.2f} | {bar}"
        rows.append(f"| {it.name} | {figures} | {verdict} |")
    return "\n".join(rows)
