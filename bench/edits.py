"""Everything after an edit: how long most take, and one in twenty.

One municipality after the other is put in another wave: the snapshot read from the
database, the network compiled, passes, conflicts, the projections of all, and what
moved by it. The move on the board is the whole answer to a request, with its writing.
"""

import itertools
from collections.abc import Callable
from dataclasses import replace

from flask import Flask

from app.store import results
from app.store.loader import load_snapshot
from bench.measuring import Case, Spent, spent
from bench.programme import OTHER_WAVE, WAVE, move_cases
from planning.compare import compare
from planning.evaluate import evaluate
from planning.snapshot import Snapshot

AMONG = 20
ROUNDS = 40

# What everything after an edit may take by the clock: the median, one in twenty.
MEDIAN_BAR_MS, SLOW_BAR_MS = 60, 100


def list_edits(app: Flask, *, rounds: int) -> list[str]:
    """Lines of a Markdown table: the median and the 95th percentile of each."""
    move, *_looking = move_cases(app)
    cases = [Case("everything after an edit", edit_of(app), MEDIAN_BAR_MS), move]
    return [
        "| an edit, ms | clock | 95 % | processor | 95 % |",
        "| --- | ---: | ---: | ---: | ---: |",
        *(line(case, rounds=min(ROUNDS, 4 * rounds)) for case in cases),
        "",
        f"The bars of the first, by the clock: {MEDIAN_BAR_MS} and {SLOW_BAR_MS} ms.",
    ]


def line(case: Case, *, rounds: int) -> str:
    """One row of the table."""
    case.work()
    taken = [spent(case.work) for _ in range(rounds)]
    cells = [
        f"{1000 * each:.1f}"
        for part in (lambda it: it.clock, lambda it: it.processor)
        for each in percentiles(taken, part)
    ]
    return f"| {case.name} | {' | '.join(cells)} |"


def percentiles(
    taken: list[Spent], part: Callable[[Spent], float]
) -> tuple[float, float]:
    """The median and what one in twenty goes beyond."""
    ordered = sorted(map(part, taken))
    return ordered[len(ordered) // 2], ordered[(len(ordered) - 1) * 19 // AMONG]


def edit_of(app: Flask) -> Callable[[], object]:
    """Return what puts the next municipality of a wave in another one."""
    with app.app_context():
        before = evaluate(load_snapshot(results.current_plan()))
    placed = before.snapshot.plan.placements
    numbers = itertools.cycle([it.municipality for it in placed if it.wave == WAVE])

    def edit() -> None:
        with app.app_context():
            snapshot = load_snapshot(results.current_plan())
        compare(before, evaluate(moved(snapshot, next(numbers))))

    return edit


def moved(snapshot: Snapshot, number: str) -> Snapshot:
    """The same with one municipality in another wave."""
    placements = tuple(
        replace(it, wave=OTHER_WAVE) if it.municipality == number else it
        for it in snapshot.plan.placements
    )
    return replace(snapshot, plan=replace(snapshot.plan, placements=placements))
