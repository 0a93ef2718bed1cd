"""Options as objects of the plan: who holds one, what moves it, when it closes.

The days are those of the network: a limit is where the schedule has it, counted back
from go-live or named by a letter, and both are kept. Every limit is the last day on
which the thing may be done. When a municipality's right opened is no day of the plan:
every option rests on an agreement of 2016.

Whoever is live has taken its option up, whether or not anybody has told when. A
decision counts once it may have been made by the status date; of several votes for
it the first counts. A withdrawal takes back what was decided and reported before it,
and the option can be taken up anew while there is time. Who has left has no limits.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from planning.evaluate import Evaluation, Limit
from planning.rights.regret import RegretWindow
from planning.rights.ways_out import (
    WayOut,
    standing_reports,
    votes_for,
    ways_out,
)
from planning.rollout import GOVERNED_BY_LIMIT
from planning.snapshot import ReportState, Window

PREPROJECT_LIMIT = "preproject-limit"
WITHDRAWAL_LIMIT = "withdrawal-limit"
OPTION_LIMIT = "option-limit"
OPTION_EXERCISED = "option-exercised"
GOVERNS = {limit: step for step, limit in GOVERNED_BY_LIMIT.items()}

CLOSING_DAYS = 90
"""An option that closes within so many days is about to."""


class OptionState(StrEnum):
    """How it stands with an option; the values stand in addresses."""

    OPEN = "open"
    CLOSING = "closing"
    PASSED = "passed"
    TAKEN_UP = "taken-up"
    WITHDRAWN = "withdrawn"
    LIVE = "live"
    LEFT = "left"
    UNDATED = "undated"


UNDECIDED = frozenset({OptionState.OPEN, OptionState.CLOSING})


class Trigger(StrEnum):
    """What moves a limit when it moves."""

    GO_LIVE = "go-live"
    NAMED = "named"


@dataclass(frozen=True, slots=True, kw_only=True)
class RightLimit:
    """The last day of a right: the one that holds, and the one derived.

    A named day holds whatever the wave does, and moves only where somebody names
    another. `derived_day` is counted back from go-live.
    """

    key: str
    day: int
    derived_day: int
    trigger: Trigger

    @property
    def difference(self) -> int:
        """How many days later the day that holds is than the one derived."""
        return self.day - self.derived_day


@dataclass(frozen=True, slots=True, kw_only=True)
class OptionRight:
    """One municipality's option, as it stands on the status date.

    `taken_up` is when the council is known to have voted for it; `way_out` says that
    it has withdrawn, gives notice or has left. Without a dated wave, and after that,
    there are no limits.
    """

    holder: str
    state: OptionState
    today: int
    wave: str | None = None
    go_live: int | None = None
    preproject: RightLimit | None = None
    exercise: RightLimit | None = None
    withdrawal: RightLimit | None = None
    taken_up: Window | None = None
    way_out: WayOut | None = None

    @property
    def limits(self) -> tuple[RightLimit, ...]:
        """Those there are, in the order of the right."""
        found = (self.preproject, self.exercise, self.withdrawal)
        return tuple(it for it in found if it is not None)

    @property
    def days_left(self) -> int | None:
        """From the status date to the last day for the option."""
        return None if self.exercise is None else self.exercise.day - self.today

    def regret(self, vote: int) -> RegretWindow | None:
        """What a vote on that day leaves to regret in."""
        if self.withdrawal is None:
            return None
        return RegretWindow(vote, self.withdrawal.day)

    @property
    def regret_on_last_day(self) -> RegretWindow | None:
        """What a vote on the last day of the option leaves."""
        return None if self.exercise is None else self.regret(self.exercise.day)

    @property
    def regret_of_vote(self) -> RegretWindow | None:
        """What the vote that is known left; of a month it is reckoned from the last."""
        if self.taken_up is None or self.state is not OptionState.TAKEN_UP:
            return None
        return self.regret(self.taken_up.last)

    @property
    def can_withdraw(self) -> bool:
        """Whether an accession can be taken back on the status date."""
        limit = self.withdrawal
        is_ahead = limit is not None and self.today <= limit.day
        return is_ahead and self.state is OptionState.TAKEN_UP

    @property
    def can_exercise(self) -> bool:
        """Whether the option can still be taken up in time for its wave."""
        if self.state is OptionState.WITHDRAWN:
            return self.days_left is not None and self.days_left >= 0
        return self.state in UNDECIDED


def options_of(evaluation: Evaluation) -> tuple[OptionRight, ...]:
    """The option of every municipality that holds one, in the snapshot's order."""
    reader = _Reader(evaluation)
    return tuple(
        reader.option(it.number)
        for it in evaluation.snapshot.municipalities
        if it.holds_option
    )


def find_option(evaluation: Evaluation, number: str) -> OptionRight | None:
    """The option of one municipality; None where it holds none."""
    holders = {
        it.number for it in evaluation.snapshot.municipalities if it.holds_option
    }
    if number not in holders:
        return None
    return _Reader(evaluation).option(number)


class _Reader:
    """Reads options out of one evaluation, its facts looked through once."""

    def __init__(self, evaluation: Evaluation) -> None:
        self._evaluation = evaluation
        snapshot = evaluation.snapshot
        self._today = snapshot.status_date
        self._named = {
            (it.municipality, it.activity): it.day for it in snapshot.deadlines
        }
        self._done = {
            (it.municipality, it.activity): it
            for it in standing_reports(
                snapshot.reports, snapshot.decisions, snapshot.status_date
            )
            if it.state is ReportState.DONE
        }
        self._voted = votes_for(snapshot)
        self._ways = ways_out(snapshot)
        self._wave_of = {it.municipality: it.wave for it in snapshot.plan.placements}

    def option(self, number: str) -> OptionRight:
        """One option with its limits and how it stands."""
        way = self._ways.get(number)
        has_left = way is not None and way.has_left
        limits = {} if has_left else {it.key: it for it in self._limits(number)}
        exercise = limits.get(OPTION_LIMIT)
        return OptionRight(
            holder=number,
            state=self._state(number, exercise),
            today=self._today,
            wave=self._wave_of.get(number),
            go_live=self._evaluation.go_live(number),
            preproject=limits.get(PREPROJECT_LIMIT),
            exercise=exercise,
            withdrawal=limits.get(WITHDRAWAL_LIMIT),
            taken_up=self._taken_up(number),
            way_out=way,
        )

    def _limits(self, number: str) -> Iterator[RightLimit]:
        for limit in self._evaluation.limits(number):
            if limit.key in (PREPROJECT_LIMIT, WITHDRAWAL_LIMIT, OPTION_LIMIT):
                yield self._limit(number, limit)

    def _limit(self, number: str, limit: Limit) -> RightLimit:
        """A day may be named for the limit, or for what has to happen by it."""
        keys = (limit.key, GOVERNS.get(limit.key, limit.key))
        named = (self._named.get((number, key)) for key in keys)
        day = next((it for it in named if it is not None), None)
        return RightLimit(
            key=limit.key,
            day=limit.day if day is None else day,
            derived_day=limit.derived_day,
            trigger=Trigger.GO_LIVE if day is None else Trigger.NAMED,
        )

    def _state(self, number: str, limit: RightLimit | None) -> OptionState:
        way = self._ways.get(number)
        if way is not None and way.has_left:
            return OptionState.LEFT
        if self._evaluation.is_live(number):
            return OptionState.LIVE
        if way is not None and way.has_withdrawn:
            return OptionState.WITHDRAWN
        if number in self._voted or (number, OPTION_EXERCISED) in self._done:
            return OptionState.TAKEN_UP
        return self._undecided(limit)

    def _undecided(self, limit: RightLimit | None) -> OptionState:
        if limit is None:
            return OptionState.UNDATED
        left = limit.day - self._today
        if left < 0:
            return OptionState.PASSED
        return OptionState.CLOSING if left <= CLOSING_DAYS else OptionState.OPEN

    def _taken_up(self, number: str) -> Window | None:
        """When the option was taken up: as it is reported, else as it is decided."""
        report = self._done.get((number, OPTION_EXERCISED))
        known = None if report is None else report.finish or report.start
        return known or self._voted.get(number)
