"""Facts that can be, and that one would ask about: what should come before is unknown.

To withdraw, an option was taken up; to give notice or leave, somebody had joined; and
nobody goes live before the option is taken up.
"""

from collections.abc import Iterable, Iterator
from enum import StrEnum

from planning.rights.chain import chain_of
from planning.rights.facts import (
    ORDER,
    STAGES,
    Fact,
    FactKind,
)

JOINED = frozenset(STAGES[ORDER[FactKind.OPTION_EXERCISED] :])


class Oddity(StrEnum):
    """What is odd about a fact."""

    NOT_TAKEN_UP = "not-taken-up"
    NEVER_JOINED = "never-joined"
    LIVE_TOO_EARLY = "live-too-early"


def odd_facts(
    facts: Iterable[Fact], *, holds_option: bool = True
) -> Iterator[tuple[Fact, Oddity]]:
    """The facts of a municipality that are odd, in order."""
    told = sorted(set(facts), key=lambda it: it.order)
    for place, fact in enumerate(told):
        found = _oddity(fact, told[:place], told, holds_option=holds_option)
        if found is not None:
            yield fact, found


def _oddity(
    fact: Fact, before: list[Fact], told: list[Fact], *, holds_option: bool
) -> Oddity | None:
    held = chain_of(before, fact.last, holds_option=holds_option).held
    if fact.kind is FactKind.WITHDRAWN and FactKind.OPTION_EXERCISED not in held:
        return Oddity.NOT_TAKEN_UP if holds_option else None
    if fact.kind in (FactKind.NOTICE_GIVEN, FactKind.LEFT):
        return Oddity.NEVER_JOINED if JOINED.isdisjoint(held) else None
    if fact.kind is FactKind.IN_PRODUCTION and FactKind.OPTION_EXERCISED not in held:
        later = (it for it in told if it.kind is FactKind.OPTION_EXERCISED)
        is_after = any(it.first > fact.last for it in later)
        return Oddity.LIVE_TOO_EARLY if is_after else None
    return None
