"""The one move that takes an overload away with the least moved.

A municipality may go with an earlier or a later wave, or a wave by one to six
months earlier or later. What is moved is counted in days, those of each
municipality by themselves. No move may leave any month worse than it is, of any
resource, nor carry the load to where nobody has entered what there is.

Every move is looked at with its work shifted by as many days as go-live; the
nearest are then reckoned anew with all their dates.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction

from planning.capacity import (
    Ask,
    Capacity,
    Load,
    average,
    list_asks,
    month_of,
    spread,
)
from planning.conflicts.closed_periods import can_keep, falls_in
from planning.conflicts.going_there import can_go, schedule_there
from planning.conflicts.survey import Survey, iso
from planning.conflicts.values import Mend, MendKind
from planning.durations import Duration, Unit
from planning.rollout import GO_LIVE

MOST_MONTHS = 6
MOST_TRIED = 3
MOST_ASKED = 40


@dataclass(frozen=True, slots=True)
class Lightening:
    """A move, how many months stay overloaded after it, and by how much in all."""

    mend: Mend
    left: int
    left_in_all: Fraction


@dataclass(frozen=True, slots=True)
class Move:
    """Who would go live on another day, and the mend that does it."""

    mend: Mend
    numbers: tuple[str, ...]
    day: int
    cost: int


@dataclass(frozen=True, slots=True)
class Outcome:
    """What would be left of an overload: so much, in so many months.

    The amount is in part-days; in all, it is the averages of the months together.
    """

    amount: int
    months: int
    in_all: Fraction


def find_lightening(survey: Survey, found: Capacity, load: Load) -> Lightening | None:
    """The move after which least is left of an overload; None where none helps."""
    search = _Search(survey, found, load)
    best: tuple[tuple[int, int], Move, Outcome] | None = None
    tried = 0
    for move in search.promising()[:MOST_ASKED]:
        if not _can_be(survey, move):
            continue
        after = search.exactly(move)
        tried += 1
        if after is not None and after.amount < search.amount:
            rank = (after.amount, move.cost)
            if best is None or rank < best[0]:
                best = (rank, move, after)
        if tried == MOST_TRIED or (best is not None and not best[2].amount):
            break
    if best is None:
        return None
    __, move, left = best
    return Lightening(move.mend, left.months, left.in_all)


def _can_be(survey: Survey, move: Move) -> bool:
    """Whether all whom it moves can go live that day."""
    if move.mend.kind == MendKind.MOVE_TO_WAVE:
        return can_go(survey, move.numbers[0], move.day)
    return all(can_keep(survey, it, move.day) for it in move.numbers)


class _Search:
    """Knows what is asked for now, and what a move would make of it."""

    def __init__(self, survey: Survey, found: Capacity, load: Load) -> None:
        self._survey = survey
        self._load = load
        self._since = month_of(survey.today)
        self._asks: dict[str, list[Ask]] = {}
        asks = list_asks(survey.snapshot, survey.schedule, calendar=survey.calendar)
        for ask in asks:
            # Of what nobody has entered, nothing can become worse.
            if found.loads[ask.resource].there_is:
                self._asks.setdefault(ask.municipality, []).append(ask)
        # What is left of each resource in the months that are known.
        self._left = {
            (it.resource, month): there - it.total(month)
            for it in found.loads.values()
            for month, there in it.there_is.items()
        }
        self._over = load.overloads(self._since)
        self.amount = sum(map(load.over, self._over))

    def promising(self) -> list[Move]:
        """The moves that seem to help: first those that help wholly, the nearest."""
        found = []
        for move in self._moves():
            after = self._after(move.numbers, self._shifted(move))
            if after is not None and after.amount < self.amount:
                found.append((after.amount, move.cost, move))
        found.sort(key=lambda it: it[:2])
        return [move for _amount, _cost, move in found]

    def exactly(self, move: Move) -> Outcome | None:
        """What a move leaves, with all dates of those who move reckoned anew."""
        survey = self._survey
        schedule = schedule_there(survey, move.numbers, move.day)
        asks = list_asks(
            survey.snapshot, schedule, calendar=survey.calendar, only=move.numbers
        )
        return self._after(move.numbers, asks)

    def _moves(self) -> Iterator[Move]:
        """Every single move of those who ask in the months in question."""
        load, survey = self._load, self._survey
        asking = {it for month in self._over for it in load.asked[month]}
        ahead = [it for it in survey.ahead if it in asking]
        for number in ahead:
            yield from self._to_other_waves(number)
        waves = {survey.wave_of.get(it) for it in ahead}
        for day, code in survey.open_waves:
            if code in waves:
                yield from self._to_other_months(code, day)

    def _to_other_waves(self, number: str) -> Iterator[Move]:
        now = self._go_live(number)
        for day, code in self._survey.open_waves:
            if day != now:
                mend = Mend(MendKind.MOVE_TO_WAVE, code, number)
                yield Move(mend, (number,), day, abs(day - now))

    def _to_other_months(self, code: str, now: int) -> Iterator[Move]:
        survey = self._survey
        members = tuple(it for it in survey.ahead if survey.wave_of.get(it) == code)
        for count in range(1, MOST_MONTHS + 1):
            months = Duration(count, Unit.MONTHS)
            for day in (
                survey.calendar.advance(now, months),
                survey.calendar.retreat(now, months),
            ):
                periods = survey.snapshot.closed_periods
                if day >= survey.today and not any(falls_in(it, day) for it in periods):
                    mend = Mend(MendKind.SET_WAVE_DAY, code, iso(day))
                    cost = sum(abs(day - self._go_live(it)) for it in members)
                    yield Move(mend, members, day, cost)

    def _go_live(self, number: str) -> int:
        at = self._survey.activity(number, GO_LIVE)
        assert at is not None  # noqa: S101 - who asks has a go-live
        return at.start

    def _shifted(self, move: Move) -> Iterator[Ask]:
        """What those who move ask for, as many days later as they go live."""
        for number in move.numbers:
            by = move.day - self._go_live(number)
            for it in self._asks.get(number, ()):
                yield Ask(
                    it.resource, it.municipality, it.parts, it.start + by, it.end + by
                )

    def _after(self, numbers: Iterable[str], asks: Iterable[Ask]) -> Outcome | None:
        """What is left with other asks of some; None where it is worse elsewhere."""
        change: dict[tuple[str, int], int] = {}
        before = (it for number in numbers for it in self._asks.get(number, ()))
        for sign, some in ((-1, before), (1, asks)):
            for ask in some:
                for month, days in spread(ask.start, ask.end):
                    at = (ask.resource, month)
                    change[at] = change.get(at, 0) + sign * ask.parts * days
        own = {month: self._load.over(month) for month in self._over}
        for (resource, month), more in change.items():
            if month < self._since or not more:
                continue
            is_own = resource == self._load.resource
            left = self._left.get((resource, month))
            if left is None:
                if is_own and more > 0:
                    return None
                continue
            over = max(0, more - left)
            if over > max(0, -left):
                return None
            if is_own:
                own[month] = over
        remaining = {month: it for month, it in own.items() if it}
        in_all = sum(
            (average(it, month) for month, it in remaining.items()), Fraction()
        )
        return Outcome(sum(remaining.values()), len(remaining), in_all)
