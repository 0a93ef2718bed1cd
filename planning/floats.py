"""What sets a date, what float it leaves, and what is critical.

Everything here looks at finished passes and moves nothing. Drivers are positions
in the network; what is done drives, but no chain goes on beyond it.
"""

from collections.abc import Iterable, Sequence

from planning.network import Neighbour
from planning.passes import Dates, Task, earliest_begin, latest_begin

Positions = tuple[int, ...]


def find_drivers(task: Task, early: Dates) -> tuple[Positions, ...]:
    """The predecessors whose bound is where each activity begins."""
    return tuple(_drivers(task, index, early) for index in range(len(task.works)))


def _drivers(task: Task, index: int, early: Dates) -> Positions:
    work, begin = task.works[index], early.begins[index]
    if work.is_done:
        return ()
    found = set()
    for link in task.network.predecessors[index]:
        if work.snap_up(earliest_begin(task, index, link, early)) == begin:
            found.add(link.position)
    return tuple(sorted(found))


def find_holders(task: Task, planned: Dates, index: int) -> Positions:
    """The successors whose planned dates set an as-late-as-possible one."""
    found = {
        link.position
        for link in task.network.successors[index]
        if _latest(task, index, link, planned) == planned.begins[index]
    }
    return tuple(sorted(found))


def free_float(task: Task, early: Dates, index: int, total: int) -> int:
    """The least of what the successors' early dates leave, and of total float."""
    begin = early.begins[index]
    for link in task.holders[index]:
        total = min(total, _latest(task, index, link, early) - begin)
    return total


def _latest(task: Task, index: int, link: Neighbour, after: Dates) -> int:
    return task.works[index].snap_down(latest_begin(task, index, link, after))


def find_chains(
    task: Task, drivers: Sequence[Positions], goals: Iterable[int]
) -> frozenset[int]:
    """Everything that drives one of the goals, and the goals."""
    found: set[int] = set()
    waiting = list(goals)
    while waiting:
        index = waiting.pop()
        if index not in found and not task.works[index].is_done:
            found.add(index)
            waiting.extend(drivers[index])
    return frozenset(found)


def find_path(task: Task, drivers: Sequence[Positions], goals: Positions) -> Positions:
    """One driving chain to a goal, first to last, the first at every choice.

    A goal that something waits for is passed over where there is one that ends
    the network.
    """
    ends = [goal for goal in goals if not task.holders[goal]]
    choice = list(ends or goals)
    path: list[int] = []
    while choice:
        path.append(min(choice))
        choice = [each for each in drivers[path[-1]] if not task.works[each].is_done]
    return tuple(reversed(path))
