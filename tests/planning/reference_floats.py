"""What drives what, and what is critical, by the plain second reckoning."""

import networkx as nx

from planning.schedule import Ends
from tests.planning.reference import (
    FAR,
    Reckoned,
    Reckoning,
    first_day,
    holds,
    last_day,
)


def find_drivers(reckoning: Reckoning) -> dict[str, set[str]]:
    """The predecessors each of which alone would set the begin."""
    found: dict[str, set[str]] = {id: set() for id in reckoning.all}
    for id, one in reckoning.all.items():
        for before, link in reckoning.into(id):
            ends = before.early[0], before.early[2]

            def allows(day: int, one=one, link=link, ends=ends) -> bool:
                own = day, one.calendar.advance(day, one.left)
                agrees = holds(reckoning.calendar, link, ends, own)
                return agrees and reckoning.may_begin(one, day)

            if not one.done and first_day(allows, ends[0] - FAR) == one.early[1]:
                found[id].add(before.activity.id)
    return found


def free_float(reckoning: Reckoning, one: Reckoned) -> int:
    """How far it can move alone, and not beyond its total float."""
    found = [one.total_float]
    for after, link in reckoning.waiting_for(one.activity.id):
        if one.done:
            continue

        def allows(day: int, after=after, link=link) -> bool:
            own = day, one.calendar.advance(day, one.left)
            agrees = holds(reckoning.calendar, link, own, after.early[1:])
            return agrees and reckoning.may_begin(one, day)

        found.append(last_day(allows, one.early[1] + 5 * FAR) - one.early[1])
    return min(found)


def find_critical(reckoning: Reckoning, drivers: dict[str, set[str]]) -> set[str]:
    """What has no float, and what leads to a finish that floats count to."""
    left = {id: one for id, one in reckoning.all.items() if not one.done}
    finish = max(one.early[2] for one in reckoning.all.values())
    chains = nx.DiGraph(
        (driver, id) for id in left for driver in drivers[id] if driver in left
    )
    chains.add_nodes_from(left)

    found = {id for id, one in left.items() if one.total_float <= 0}
    for id, one in left.items():
        if reckoning.given.ends is Ends.NETWORK_FINISH:
            is_goal = one.early[2] == finish
        else:
            is_goal = one.activity.is_target or not reckoning.waiting_for(id)
        if is_goal:
            found |= {id, *nx.ancestors(chains, id)}
    return found
