"""Facts that can be, and that one would ask about: what should come before is unknown.

To withdraw, an option was taken up; to give notice or leave, somebody had joined; and
nobody goes live before the option is taken up. Nobody is out before the notice that was
given has run. What is known to a month or a year may have been before: a fact is odd
only where no day that it may have been fits.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from planning.calendars import norway
from planning.errors import DateOutOfRangeError
from planning.rights.facts import (
    OF_HOLDERS,
    ORDER,
    RESTS_ON_EXERCISE,
    STAGES,
    Fact,
    FactKind,
)
from planning.rights.leaving import Party, give_notice

JOINED = frozenset(STAGES[ORDER[FactKind.OPTION_EXERCISED] :])
EXERCISED = frozenset({FactKind.OPTION_EXERCISED})


class Oddity(StrEnum):
    """What is odd about a fact."""

    NOT_TAKEN_UP = "not-taken-up"
    NEVER_JOINED = "never-joined"
    NO_LONGER_IN = "no-longer-in"
    LIVE_TOO_EARLY = "live-too-early"
    NOTICE_RUNS = "notice-runs"


@dataclass(frozen=True, slots=True)
class _Told:
    """All that is told of a municipality, in order."""

    facts: Sequence[Fact]
    party: Party

    def holding(self, kinds: frozenset[FactKind], fact: Fact) -> list[Fact]:
        """What of the kinds may have held when the fact happened."""
        return [it for it in self.before(kinds, fact) if not self._is_ended(it, fact)]

    def before(self, kinds: frozenset[FactKind], fact: Fact) -> list[Fact]:
        """What of the kinds may have been before the fact."""
        if self.party is Party.FOUNDER:
            kinds -= OF_HOLDERS
        return [
            it
            for it in self.facts
            if it.kind in kinds and it.first <= fact.last and it != fact
        ]

    def _is_ended(self, held: Fact, fact: Fact) -> bool:
        """Whether something surely came between them that ended what held."""
        return any(
            _ends(it.kind, held.kind)
            and held.last <= it.first
            and it.last <= fact.first
            and held.order < it.order < fact.order
            for it in self.facts
        ) or self._has_run_out(held, fact)

    def _has_run_out(self, held: Fact, fact: Fact) -> bool:
        """Whether a notice between them was over; to leave is how it is over."""
        if fact.kind is FactKind.LEFT:
            return False
        over = (
            notice_ends(it.last, self.party)
            for it in self.before(frozenset({FactKind.NOTICE_GIVEN}), fact)
            if held.last <= it.first
        )
        return any(it is not None and it <= fact.first for it in over)


def odd_facts(
    facts: Iterable[Fact], *, holds_option: bool = True
) -> Iterator[tuple[Fact, Oddity]]:
    """The facts of a municipality that are odd, in order."""
    told = _told(facts, holds_option=holds_option)
    for fact in told.facts:
        found = _oddity(fact, told)
        if found is not None:
            yield fact, found


def notice_runs_to(
    left: Fact, facts: Iterable[Fact], *, holds_option: bool = True
) -> int | None:
    """The first day on which the notice before may be over; None without a notice."""
    told = _told(facts, holds_option=holds_option)
    given = told.holding(frozenset({FactKind.NOTICE_GIVEN}), left)
    over = (notice_ends(it.first, told.party) for it in given)
    # Of several notices the first counts: it runs whatever is sent after it.
    return min((it for it in over if it is not None), default=None)


def notice_ends(day: int, party: Party) -> int | None:
    """When a notice given on a day is over; None past the days that there are."""
    try:
        return give_notice(party, day, norway()).ends
    except DateOutOfRangeError:
        return None


def _told(facts: Iterable[Fact], *, holds_option: bool) -> _Told:
    party = Party.MUNICIPALITY if holds_option else Party.FOUNDER
    return _Told(sorted(set(facts), key=lambda it: it.order), party)


def _oddity(fact: Fact, told: _Told) -> Oddity | None:
    match fact.kind:
        case FactKind.WITHDRAWN if told.party is not Party.FOUNDER:
            return _never(Oddity.NOT_TAKEN_UP, EXERCISED, fact, told)
        case FactKind.NOTICE_GIVEN:
            return _never(Oddity.NEVER_JOINED, JOINED, fact, told)
        case FactKind.LEFT:
            return _never(Oddity.NEVER_JOINED, JOINED, fact, told) or _runs(fact, told)
        case FactKind.IN_PRODUCTION if not told.holding(EXERCISED, fact):
            later = (it for it in told.facts if it.kind in EXERCISED)
            is_after = any(it.first > fact.last for it in later)
            return Oddity.LIVE_TOO_EARLY if is_after else None
    return None


def _never(
    oddity: Oddity, kinds: frozenset[FactKind], fact: Fact, told: _Told
) -> Oddity | None:
    """The oddity, where nothing of the kinds may have been, or it was over."""
    if told.holding(kinds, fact):
        return None
    return Oddity.NO_LONGER_IN if told.before(kinds, fact) else oddity


def _runs(left: Fact, told: _Told) -> Oddity | None:
    """Whether it left before a notice that was given can be over."""
    over = notice_runs_to(
        left, told.facts, holds_option=told.party is not Party.FOUNDER
    )
    return Oddity.NOTICE_RUNS if over is not None and left.last < over else None


def _ends(ending: FactKind, held: FactKind) -> bool:
    """Whether a kind undoes what another one made."""
    if ending is FactKind.WITHDRAWN:
        return held in RESTS_ON_EXERCISE or held is FactKind.NOTICE_GIVEN
    return ending is FactKind.LEFT
