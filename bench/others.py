"""The same passes by others, in the same run: plainly over networkx, and by mpxj.

mpxj is a library in Java that schedules as Microsoft Project does: working hours of
a plain week, months of so many days, no limits. It is asked where Java is there.
"""

import shutil
import subprocess
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import process_time

from bench.networks import START, both_passes, make_network
from bench.plain import PlainGraph
from planning.calendars import norway, to_date
from planning.network import Activity, Link, compile_network
from planning.schedule import Ends, build_schedule

PROGRAM = Path(__file__).parent / "Scheduling.java"

# The slow ones need not be asked as often.
FEW = 3


@dataclass(frozen=True, slots=True)
class Compared:
    """How long both passes take, in milliseconds of the processor.

    Of mpxj, which has a process of its own, by the clock.
    """

    size: int
    ours: float
    plain: float
    mpxj: float | None


def compare_with_others(size: int, *, rounds: int) -> Compared:
    """Time both passes of one network by all who can."""
    activities, links = make_network(size)
    network = compile_network(activities, links)
    graph = PlainGraph(activities, links, norway(), START)
    refuse_other_dates(graph, activities, links)
    both_passes(network)
    return Compared(
        size,
        median(timed(lambda: both_passes(network)) for _ in range(rounds)),
        median(timed(graph.passes) for _ in range(min(rounds, FEW))),
        time_mpxj(activities, links, rounds=min(rounds, FEW)),
    )


def timed(work: Callable[[], object]) -> float:
    """Milliseconds of the processor: as by the clock where nothing else runs."""
    begun = process_time()
    work()
    return (process_time() - begun) * 1000


def refuse_other_dates(
    graph: PlainGraph, activities: Iterable[Activity], links: Iterable[Link]
) -> None:
    """Stop where the two don't find the same dates: then they don't do the same."""
    found = build_schedule(
        compile_network(activities, links),
        calendar=norway(),
        start=START,
        ends=Ends.OWN_FINISH,
    ).activities
    early, late = graph.passes()
    for id, at in found.items():
        ours = (at.early_start, at.early_finish), (at.late_start, at.late_finish)
        if ours != (early[id], late[id]):
            raise RuntimeError(f"the dates of {id} differ")


def time_mpxj(
    activities: Iterable[Activity], links: Iterable[Link], *, rounds: int
) -> float | None:
    """The median of mpxj's scheduler; None where it can't be asked."""
    java, found = shutil.which("java"), find_spec("mpxj")
    if java is None or found is None or found.origin is None:
        return None
    classes = f"{Path(found.origin).parent / 'lib'}/*"
    start = f"{to_date(START).isoformat()}T08:00:00"
    with TemporaryDirectory() as folder:
        file = Path(folder) / "network.txt"
        file.write_text("\n".join(lines_of(activities, links)), encoding="utf-8")
        command = [java, "-cp", classes, str(PROGRAM), str(file), start, str(rounds)]
        # Every word of it is ours.
        answer = subprocess.run(  # noqa: S603 - see above
            command, capture_output=True, text=True, check=False
        )
    return float(answer.stdout) if answer.returncode == 0 else None


def lines_of(activities: Iterable[Activity], links: Iterable[Link]) -> Iterable[str]:
    """Write a network as the program reads it."""
    for each in activities:
        yield f"A {each.id} {each.duration.amount} {each.duration.unit}"
    for link in links:
        ends = f"{link.predecessor} {link.successor} {link.kind}"
        yield f"L {ends} {link.lag.amount} {link.lag.unit}"


def table_of_others(compared: Iterable[Compared]) -> str:
    """Write what was compared as a Markdown table."""
    rows = [
        "| both passes, ms | here | networkx | times | mpxj | times |",
        "| --- | ---: | ---: | ---: | ---: | ---: |",
    ]
    for it in compared:
        theirs = "no Java here | " if it.mpxj is None else ratio(it.mpxj, it.ours)
        rows.append(
            f"| {it.size:,} activities | {it.ours:.2f} | {ratio(it.plain, it.ours)}"
            f" | {theirs} |"
        )
    return "\n".join(rows)


def ratio(theirs: float, ours: float) -> str:
    """Two cells: how long, and how many times as long."""
    return f"{theirs:.1f} | {theirs / ours:.0f}"
