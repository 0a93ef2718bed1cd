"""Steps of the template that are done by what the chain of facts tells.

What is entered as a fact, in the share register or as an agreement is not reported
once more: the step that it is counts as done, where nobody has said anything of that
step. It follows from the facts each time, so that it is the same in whatever order
they were entered, and is gone with them. A report that somebody made stands, and says
more than a fact does. What a withdrawal has undone is not done; go-live is nobody's
to tell but who reports it. To have left undoes no step that was done before.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from planning.circumstances import Decision
from planning.nodes import GO_LIVE
from planning.rights.chain import ChainState, assemble, chain_of
from planning.rights.facts import STAGES, Fact, FactKind
from planning.rights.told import REPORTED
from planning.rights.ways_out import TOLD
from planning.snapshot import Precision, Report, ReportState, Window

LEAVING = frozenset({FactKind.NOTICE_GIVEN, FactKind.LEFT})
FOLLOWING: Mapping[str, tuple[FactKind, ...]] = {
    step: kinds for step, kinds in REPORTED.items() if step != GO_LIVE
}
"""The steps that follow from facts, and the facts that it takes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What is known beside the reports: facts, and what councils decided.

    `steps` are those of the template; `founders` hold no option.
    """

    facts: tuple[Fact, ...]
    decisions: tuple[Decision, ...] = ()
    steps: Collection[str] = field(default_factory=frozenset)
    founders: Collection[str] = field(default_factory=frozenset)


def with_told(
    reports: Iterable[Report], known: Known, today: int
) -> tuple[Report, ...]:
    """The reports with those that follow from facts, where nobody has said anything."""
    made = tuple(reports)
    said = {(it.municipality, it.activity) for it in made}
    told = (it for it in _told(known, today) if it.activity in known.steps)
    found = (it for it in told if (it.municipality, it.activity) not in said)
    return (*made, *found)


def _told(known: Known, today: int) -> Iterator[Report]:
    stages: dict[str, list[Fact]] = {}
    for fact in known.facts:
        if fact.kind in STAGES:
            stages.setdefault(fact.municipality, []).append(fact)
    sides = _sides(known.decisions, stages)
    for number in sorted(stages):
        told = (*assemble(stages[number]), *sides.get(number, ()))
        is_founder = number in known.founders
        yield from _done(number, _state(told, today, holds_option=not is_founder))


def _sides(
    decisions: Iterable[Decision], numbers: Collection[str]
) -> dict[str, list[Fact]]:
    """What was decided or happened aside from the chain."""
    found: dict[str, list[Fact]] = {}
    for it in decisions:
        kind = TOLD.get(it.outcome)
        if kind is not None and kind not in STAGES and it.municipality in numbers:
            side = Fact(
                municipality=it.municipality, kind=kind, first=it.first, last=it.last
            )
            found.setdefault(it.municipality, []).append(side)
    return found


def _state(facts: Iterable[Fact], today: int, *, holds_option: bool) -> ChainState:
    """The chain today; of who has left, as it was before."""
    told = tuple(facts)
    state = chain_of(told, today, holds_option=holds_option)
    if not state.has_left:
        return state
    stayed = (it for it in told if it.kind not in LEAVING)
    return chain_of(stayed, today, holds_option=holds_option)


def _done(number: str, state: ChainState) -> Iterator[Report]:
    for step, kinds in FOLLOWING.items():
        if any(it not in state.held for it in kinds):
            continue
        # What takes several is done with the last of them.
        fact = max((state.held[it] for it in kinds), key=lambda it: it.order)
        when = Window(fact.first, fact.last + 1, Precision(fact.precision))
        yield Report(
            municipality=number,
            activity=step,
            state=ReportState.DONE,
            start=when,
            finish=when,
            told_by=fact.origin.value,
        )
