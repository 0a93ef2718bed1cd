"""What a municipality has committed itself to: a chain of dated facts.

The state at a day follows from the facts alone, in whatever order they were entered.
A fact is as exact as it is known: it may have happened from its first day on, and
has surely happened by its last, both inside. It holds from its last day; before
that it is `perhaps`. Facts follow each other by their last day, then their first.
Where that is a tie the kinds follow each other as they stand in `FactKind`, so that
what binds less comes last and holds: what isn't sure is not read as promised.

A later exercise, service agreement or start of production ends a deferral and a
no. A withdrawal undoes the exercise and what rested on it, but no production. To
have left ends all, until something of the chain happens anew: then what came before
the exercise holds again. A notice that has run out is to have left, that day. What
was undone has happened all the same, and is kept with the fact that undid it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from planning.calendars import norway
from planning.errors import DateOutOfRangeError
from planning.rights.facts import (
    ACCEDED,
    BEFORE_EXERCISE,
    BELIEVED,
    ENDS_A_NO,
    NOES,
    OF_HOLDERS,
    ORDER,
    RESTS_ON_EXERCISE,
    STAGES,
    Fact,
    FactKind,
    Origin,
)
from planning.rights.leaving import Party, give_notice

__all__ = [
    "ACCEDED",
    "BEFORE_EXERCISE",
    "BELIEVED",
    "ENDS_A_NO",
    "NOES",
    "OF_HOLDERS",
    "ORDER",
    "RESTS_ON_EXERCISE",
    "STAGES",
    "ChainState",
    "Fact",
    "FactKind",
    "Origin",
    "Undone",
    "assemble",
    "chain_of",
    "disagreeing",
]


@dataclass(frozen=True, slots=True)
class Undone:
    """A stage that was reached and holds no longer, and what undid it."""

    fact: Fact
    by: Fact


@dataclass(frozen=True, slots=True, kw_only=True)
class ChainState:
    """What is known at a day.

    `held` are the stages that hold, each with the fact that says so, and `perhaps`
    those that may have been reached. `undone` are those that held once. `reached` is
    the furthest that holds; `missing` are the stages before it that nothing is known
    of. `side` is the side fact in force; `is_order_known` is false where a no and what
    would end it may have come in either order.
    """

    held: Mapping[FactKind, Fact] = field(default_factory=dict)
    perhaps: Mapping[FactKind, Fact] = field(default_factory=dict)
    undone: Mapping[FactKind, Undone] = field(default_factory=dict)
    reached: FactKind | None = None
    missing: tuple[FactKind, ...] = ()
    side: Fact | None = None
    is_order_known: bool = True
    stages: tuple[FactKind, ...] = STAGES

    @property
    def is_known(self) -> bool:
        """Whether anything at all is known."""
        return bool(self.held or self.perhaps or self.side)

    @property
    def is_leaving(self) -> bool:
        """Whether notice is given and the end is not reached."""
        return self.side is not None and self.side.kind is FactKind.NOTICE_GIVEN

    @property
    def has_left(self) -> bool:
        """Whether the co-operation is left."""
        return self.side is not None and self.side.kind is FactKind.LEFT

    @property
    def not_known(self) -> tuple[FactKind, ...]:
        """Every stage of which nothing is known, wherever it stands."""
        known = {*self.held, *self.perhaps, *self.undone}
        return tuple(it for it in self.stages if it not in known)


def assemble(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """Tell each thing once, in order.

    What was entered as a fact beats what a source says, that beats the share register,
    that an agreement, that a decision, and that a report, where they are of one kind
    and may be the same day. Where they can't be, they disagree, and all of them stay.
    """
    unique = sorted(set(facts), key=lambda it: it.order)
    return tuple(it for it in unique if not _is_told_better(it, unique))


def _is_told_better(fact: Fact, others: Iterable[Fact]) -> bool:
    # One step stands for both agreements, and is done with the later of them.
    is_of_both = fact.origin is Origin.REPORT and fact.kind in ACCEDED
    return any(
        BELIEVED[it.origin] < BELIEVED[fact.origin]
        and (it.municipality, it.kind) == (fact.municipality, fact.kind)
        and (it.overlaps(fact) or (is_of_both and it.last < fact.first))
        for it in others
    )


def disagreeing(facts: Iterable[Fact]) -> frozenset[Fact]:
    """Facts of one kind from different origins that can't be the same day.

    A new exercise after a withdrawal is no disagreement.
    """
    told = sorted(facts, key=lambda it: it.order)
    return frozenset(
        it
        for it in told
        for other in told
        if other.origin is not it.origin
        and (other.municipality, other.kind) == (it.municipality, it.kind)
        and not _is_between(told, it, other)
    )


def _is_between(told: Iterable[Fact], one: Fact, other: Fact) -> bool:
    """Whether something came between two facts that lets both be true."""
    first, second = sorted((one, other), key=lambda it: it.order)
    return any(
        it.municipality == one.municipality
        and it.kind in (FactKind.WITHDRAWN, FactKind.LEFT, *NOES)
        and first.order < it.order < second.order
        for it in told
    )


def chain_of(
    facts: Iterable[Fact], day: int, *, holds_option: bool = True
) -> ChainState:
    """Return the state of one municipality at a day; facts of others don't belong."""
    told = sorted(set(facts), key=lambda it: it.order)
    begun = [it for it in told if it.first <= day]
    walk = _Walk(Party.MUNICIPALITY if holds_option else Party.FOUNDER)
    for fact in begun:
        if fact.last <= day:
            walk.run_out(fact.last)
            walk.take(fact)
    walk.run_out(day)
    stages = tuple(it for it in STAGES if holds_option or it not in OF_HOLDERS)
    held = {it: walk.held[it] for it in stages if it in walk.held}
    reached = next((it for it in reversed(stages) if it in held), None)
    perhaps = {
        it.kind: it for it in reversed(begun) if it.last > day and it.kind not in held
    }
    known = {*held, *perhaps}
    undone = {it: walk.undone[it] for it in stages if it in walk.undone.keys() - known}
    before = stages[: stages.index(reached)] if reached else ()
    return ChainState(
        held=held,
        perhaps=perhaps,
        undone=undone,
        reached=reached,
        missing=tuple(it for it in before if it not in {*known, *undone}),
        side=walk.side,
        is_order_known=_is_order_known(begun),
        stages=stages,
    )


class _Walk:
    """The facts one after the other."""

    def __init__(self, party: Party) -> None:
        self.held: dict[FactKind, Fact] = {}
        self.undone: dict[FactKind, Undone] = {}
        self.side: Fact | None = None
        self._party = party
        self._earlier: dict[FactKind, Fact] = {}

    def run_out(self, day: int) -> None:
        """Let a notice in force be over, where it ends by the day."""
        notice = self.side
        if notice is not None and notice.kind is FactKind.NOTICE_GIVEN:
            left = _when_over(notice, self._party)
            if left is not None and left.last <= day:
                self._step_aside(left)

    def take(self, fact: Fact) -> None:
        """Let one more have happened."""
        if fact.kind in STAGES:
            self._reach(fact)
        elif self._is_heard(fact):
            self._step_aside(fact)

    def _reach(self, fact: Fact) -> None:
        side = None if self.side is None else self.side.kind
        ends_it = fact.kind in ENDS_A_NO and side in NOES
        if side is FactKind.LEFT:
            self.held |= self._earlier
        if ends_it or side is FactKind.LEFT:
            self.side = None
        self.held.setdefault(fact.kind, fact)

    def _is_heard(self, fact: Fact) -> bool:
        """Who has left has nothing to put off; who leaves can only have left.

        That somebody tells it beats the day that is counted.
        """
        side = None if self.side is None else self.side.kind
        if self.side is not None and side is FactKind.LEFT:
            is_counted = self.side.origin is Origin.NOTICE
            return is_counted and fact.kind is FactKind.LEFT
        return side is not FactKind.NOTICE_GIVEN or fact.kind in (
            FactKind.LEFT,
            FactKind.WITHDRAWN,
        )

    def _step_aside(self, fact: Fact) -> None:
        counted, self.side = self.side, fact
        if fact.kind is FactKind.WITHDRAWN:
            self._undo(RESTS_ON_EXERCISE, fact)
        elif fact.kind is FactKind.LEFT:
            for kind in BEFORE_EXERCISE:
                if kind in self.held:
                    self._earlier[kind] = self.held[kind]
            self._undo(STAGES, fact)
            for kind, it in self.undone.items():
                if it.by == counted:
                    self.undone[kind] = Undone(it.fact, fact)

    def _undo(self, kinds: Iterable[FactKind], by: Fact) -> None:
        for kind in kinds:
            fact = self.held.pop(kind, None)
            if fact is not None:
                self.undone[kind] = Undone(fact, by)


def _when_over(notice: Fact, party: Party) -> Fact | None:
    """To have left by a notice, as exactly as it is known when that was given.

    None past the days that there are: it never runs out.
    """
    try:
        first, last = (
            give_notice(party, day, norway()).ends
            for day in (notice.first, notice.last)
        )
    except DateOutOfRangeError:
        return None
    return replace(
        notice, kind=FactKind.LEFT, first=first, last=last, origin=Origin.NOTICE
    )


def _is_order_known(facts: Iterable[Fact]) -> bool:
    """Whether each no surely came before, or after, what would end it."""
    told = list(facts)
    endings = [it for it in told if it.kind in ENDS_A_NO]
    return not any(
        it.overlaps(ending) for it in told if it.kind in NOES for ending in endings
    )
