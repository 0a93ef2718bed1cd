"""What each of several changes did to a municipality's money, from what each kept.

A change keeps by how much each year is better for a municipality, and what its whole
loan costs more: added up to the same year, what changes kept comes to the difference
of the two states between which they lie, to the øre. What a change that was undone
did and what its undoing did are left out where they are equal.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from planning.money import KRONE
from planning.moved_states import MovedKroner

Document = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptMoney:
    """What a change kept of everybody's money, by municipality.

    `reckoned` are those whose money could be reckoned before it, or after it, and not
    both. A change that is gone back over is `is_turned`. One of a scenario `is_tried`:
    what it kept is of the plan when it was made, and the plan may have moved since.
    """

    key: str
    money: Mapping[str, Document] = field(default_factory=dict, repr=False)
    reckoned: frozenset[str] = frozenset()
    undoes: str | None = None
    is_turned: bool = False
    is_tried: bool = False


@dataclass(frozen=True, slots=True)
class MoneyPart:
    """What one change did, in øre; None where one of its sides can't be reckoned."""

    key: str
    net: int | None


@dataclass(frozen=True, slots=True)
class MoneyParts:
    """The parts of a sum, the largest first, and what no change between accounts for.

    All of them together are the sum.
    """

    parts: tuple[MoneyPart, ...]
    rest: int = 0


def money_parts(moved: MovedKroner, kept: Sequence[KeptMoney]) -> MoneyParts:
    """What made the money of one municipality another, of changes oldest first."""
    number = moved.municipality
    unknown = [MoneyPart(it.key, None) for it in kept if number in it.reckoned]
    if moved.net is None or moved.last is None:
        return MoneyParts(tuple(unknown))
    nets = {
        it.key: _signed(it, kept_gain(it.money[number], moved.last))
        for it in kept
        if number in it.money
    }
    rest = moved.net - sum(nets.values())
    telling = [it for it in kept if it.key in nets]
    tried = [it.key for it in telling if it.is_tried]
    are_exact = not unknown and all("gains" in it.money[number] for it in telling)
    if len(tried) == 1 and are_exact:
        # What the others did is known to the øre: all that is left is of this one.
        nets[tried[0]] += rest
        rest = 0
    held = _without_undone(nets, kept)
    found = {key: net for key, net in held.items() if net} or held
    parts = [MoneyPart(key, net) for key, net in found.items()]
    parts.sort(key=lambda it: -abs(it.net or 0))
    return MoneyParts((*parts, *unknown), rest)


def _signed(kept: KeptMoney, ore: int) -> int:
    return -ore if kept.is_turned else ore


def _without_undone(
    nets: Mapping[str, int], kept: Sequence[KeptMoney]
) -> dict[str, int]:
    """The same without what a later change took back to the øre."""
    held = dict(nets)
    for it in reversed(kept):
        undone = it.undoes or ""
        if it.key in held and undone in held and held[it.key] == -held[undone]:
            del held[it.key], held[undone]
    return held


def kept_gain(document: Document, last: int) -> int:
    """By how much a change left one better off up to a year, in øre.

    An older change kept no years: what it told over its own is taken.
    """
    runs = document.get("gains", ())
    if not runs:
        return _kroner(document, "net") * KRONE
    years = sum(
        kroner * (min(end, last) - first + 1)
        for first, end, kroner in runs
        if first <= last
    )
    _first, end, kroner = runs[-1]
    beyond = kroner * max(0, last - end)
    return int(years + beyond - _kroner(document, "loan")) * KRONE


def _kroner(document: Document, line: str) -> int:
    found = document["lines"].get(line)
    return 0 if found is None else int(found["kroner"])
