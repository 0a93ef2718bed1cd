"""Whom a conflict concerns: those it names, and those it reaches through them.

A conflict of a wave reaches everybody in it, one of a trust those whose trust it
is, and a national component all that are not live.
"""

from collections.abc import Iterator

from planning.conflicts import Conflict
from planning.evaluate import Evaluation
from planning.rollout import Owner

REGION, BINDING, COMPONENT, RESOURCE = "region", "binding", "component", "resource"


def named(conflict: Conflict) -> frozenset[str]:
    """The numbers of the municipalities that a conflict names."""
    return frozenset(filter(None, map(municipality_of, conflict.concerns)))


def municipality_of(id: str) -> str:
    """The number of the municipality that an id is or belongs to; else empty."""
    owner, __, key = id.partition(".")
    if owner == Owner.MUNICIPALITY:
        return key
    return owner if owner.isdigit() and key else ""


class Reach:
    """Answers for one plan whom each of its conflicts reaches."""

    def __init__(self, evaluation: Evaluation) -> None:
        snapshot = evaluation.snapshot
        self._wave_of = {at.municipality: at.wave for at in snapshot.plan.placements}
        self._facts = {it.number: it for it in snapshot.municipalities}
        self._planned = frozenset(
            number for number in self._facts if not evaluation.is_live(number)
        )

    def municipalities(self, conflict: Conflict) -> frozenset[str]:
        """The numbers of those named, and of those reached."""
        found = named(conflict)
        return found or frozenset(self._reached(conflict.concerns))

    def _reached(self, concerns: tuple[str, ...]) -> Iterator[str]:
        for id in concerns:
            owner, __, key = id.partition(".")
            if owner == COMPONENT:
                yield from self._planned
            for number in self._planned:
                facts = self._facts[number]
                reached_by = {
                    str(Owner.WAVE): self._wave_of.get(number),
                    str(Owner.TRUST): facts.trust,
                    REGION: facts.region,
                }
                if reached_by.get(owner) == key:
                    yield number

    def waves(self, conflict: Conflict) -> frozenset[str]:
        """The codes of the waves that it names, or that those reached are in."""
        numbers = self.municipalities(conflict)
        found = {self._wave_of.get(number) for number in numbers}
        return self._keys(conflict, Owner.WAVE) | {it for it in found if it}

    def regions(self, conflict: Conflict) -> frozenset[str]:
        """The keys of the regions that it names, or that those reached belong to."""
        found = {self._region(number) for number in self.municipalities(conflict)}
        return self._keys(conflict, REGION) | {it for it in found if it}

    def trusts(self, conflict: Conflict) -> frozenset[str]:
        """The codes of the trusts that it names, or that those reached belong to."""
        found = {self._trust(number) for number in self.municipalities(conflict)}
        return self._keys(conflict, Owner.TRUST) | {it for it in found if it}

    def _region(self, number: str) -> str | None:
        facts = self._facts.get(number)
        return None if facts is None else facts.region

    def _trust(self, number: str) -> str | None:
        facts = self._facts.get(number)
        return None if facts is None else facts.trust

    def _keys(self, conflict: Conflict, owner: str) -> frozenset[str]:
        parts = (id.partition(".") for id in conflict.concerns)
        return frozenset(key for kind, __, key in parts if kind == owner)
