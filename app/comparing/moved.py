"""All that moved between two states, by what moved it: dates, money and conflicts.

Between two evaluations the chain of each date is reckoned. A baseline has no chains:
what is told of them is what was kept with the change that moved the date.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from app.comparing.causes import Causes, Deed, list_deeds
from app.comparing.past import can_be_told
from app.comparing.states import OpenedState
from app.store.names import Names
from planning.compare import compare
from planning.comparison_document import moved_document
from planning.kept_money import money_parts
from planning.kept_moves import joined_moves, turned
from planning.moved_states import (
    MovedConflicts,
    MovedKroner,
    moved_conflicts,
    moved_dates,
    moved_kroner,
)
from planning.state import PlanState

Document = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class MovedOnce:
    """A date that moved as it is kept, and the change that moved it if it is known."""

    date: Document
    deed: Deed | None


@dataclass(frozen=True, slots=True)
class PaidOnce:
    """The money of a municipality that differs, and the part of each change in it.

    A part is None where its change made the money one that can be reckoned, or can't.
    `rest` is what no change between the two states accounts for; where a scenario is
    one of them, its changes come to something else together than when each was made.
    """

    money: MovedKroner
    parts: tuple[tuple[Deed, int | None], ...]
    rest: int = 0
    is_of_scenario: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """All that differs between two states.

    `is_of_history` is whether dates alone are told, as changes kept them.
    """

    one: OpenedState
    other: OpenedState
    deeds: tuple[Deed, ...]
    dates: tuple[MovedOnce, ...]
    money: tuple[PaidOnce, ...]
    conflicts: MovedConflicts
    is_of_history: bool = False


def find_moved(one: OpenedState, other: OpenedState, names: Names) -> Moved:
    """Compare two states that hold a whole plan each."""
    if can_be_told(one, other):
        return _of_history(one, other, names)
    before, after = one.plan_state, other.plan_state
    if before is None or after is None:
        raise ValueError("an earlier plan states dates alone")
    deeds = list_deeds(one, other, names)
    causes = Causes(deeds)
    dates = tuple(_with_deed(it, causes) for it in _dates(one, other, before, after))
    return Moved(
        one=one,
        other=other,
        deeds=deeds,
        dates=dates,
        money=tuple(_with_parts(it, deeds) for it in moved_kroner(before, after)),
        conflicts=moved_conflicts(before, after),
    )


def _of_history(one: OpenedState, other: OpenedState, names: Names) -> Moved:
    """What the changes between two states kept; money and conflicts are with each."""
    deeds = list_deeds(one, other, names)
    found = joined_moves(it.dates.values() for it in deeds)
    if one.revision > other.revision:
        found = tuple(map(turned, found))
    last = {id: deed for deed in deeds for id in deed.dates}
    return Moved(
        one=one,
        other=other,
        deeds=deeds,
        dates=tuple(MovedOnce(it, last[it["id"]]) for it in found),
        money=(),
        conflicts=MovedConflicts((), (), ()),
        is_of_history=True,
    )


def _dates(
    one: OpenedState, other: OpenedState, before: PlanState, after: PlanState
) -> Sequence[Document]:
    if one.evaluation is not None and other.evaluation is not None:
        found = compare(one.evaluation, other.evaluation).moved
    else:
        found = moved_dates(before, after)
    return [moved_document(it) for it in found]


def _with_deed(it: Document, causes: Causes) -> MovedOnce:
    deed = causes.of_date(it["id"], it["cause"])
    if deed is not None and it["cause"] is None and it["id"] in deed.dates:
        kept = deed.dates[it["id"]]
        it = {**it, "because": kept["because"], "cause": kept["cause"]}
    return MovedOnce(it, deed)


def _with_parts(it: MovedKroner, deeds: Sequence[Deed]) -> PaidOnce:
    told = money_parts(it, [deed.money for deed in deeds])
    by_id = {deed.id: deed for deed in deeds}
    parts = tuple((by_id[part.key], part.net) for part in told.parts)
    is_of_scenario = any(deed.money.is_tried for deed in deeds)
    return PaidOnce(it, parts, told.rest, is_of_scenario)


def by_deed(found: Iterable[MovedOnce]) -> dict[str, list[MovedOnce]]:
    """The dates by the change that moved them; "" where none is known."""
    groups: dict[str, list[MovedOnce]] = {}
    for it in found:
        groups.setdefault("" if it.deed is None else it.deed.id, []).append(it)
    return groups
