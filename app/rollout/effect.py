"""What a change of the template would move, told before it is saved.

The steps that move, each in how many municipalities and by how much, and the same for
each municipality with its own dates: of the steps that move the most, so many as a
table holds. A step that comes in or goes moves by no days.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, replace

from flask_babel import gettext as _

from app.conflict_texts import conflict_text
from app.filters import plain_text, short_date
from app.live import about, is_rough
from app.move_words import move_text
from app.moved import MovedPart, tried_part
from app.moved_margins import margin_days
from app.rollout.effect_words import (
    biggest_sentence,
    count_text,
    number_text,
)
from app.store.columns import Texts
from app.store.names import Names
from app.store.sorting import sort_key
from app.store.trial import Trial
from planning.compare import Comparison, Dates, MovedDate, compare
from planning.conflicts import Conflict
from planning.evaluate import Evaluation
from planning.rollout import Owner

SHOWN_STEPS, SHOWN_PLACES, SHOWN_CONFLICTS = 3, 12, 5

ByStep = Mapping[str, Sequence[MovedDate]]


@dataclass(frozen=True, slots=True)
class MovingStep:
    """One step, in how many municipalities it moves, and how."""

    name: str
    count: int
    move: str


@dataclass(frozen=True, slots=True)
class Pair:
    """The same before and after; both empty where it stays as it is."""

    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MovingPlace:
    """One municipality; `dates` are of the steps in the heads of the columns."""

    name: str
    wave: str
    dates: tuple[Pair, ...]
    margin: Pair


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """What would come of a change; `further` says how many places are not shown."""

    told: MovedPart
    biggest: str = ""
    solved: tuple[str, ...] = ()
    steps: tuple[MovingStep, ...] = ()
    columns: tuple[str, ...] = ()
    has_margins: bool = False
    places: tuple[MovingPlace, ...] = ()
    heading: str = ""
    further: str = ""


def effect_of(
    trial: Trial,
    names: Names,
    *,
    shows_all: bool,
    concerned: Iterable[str] = (),
    typed: Texts | None = None,
) -> Effect:
    """Tell what would come of a change.

    `concerned` are the steps that are changed or linked: their dates are told before
    those of others. `typed` names a step that is not there yet.
    """
    if trial.change is None:
        return Effect(told=tried_part(trial, names))
    added = list_added(trial)
    named = names_with(names, added, typed)
    told = tried_part(trial, named)
    found = compare(trial.before, trial.after)
    by_step = group_by_step(found, trial)
    if not by_step and not found.margins:
        return Effect(told=told, solved=tuple(solved(found.conflicts_gone, named)))
    teller = _Teller(trial, named, found, by_step)
    return teller.effect(told, shows_all=shows_all, first={*concerned, *added})


def list_added(trial: Trial) -> list[str]:
    """The steps that a change would add."""
    was = {step.key for step in trial.before.snapshot.plan.template.activities}
    return [
        step.key
        for step in trial.after.snapshot.plan.template.activities
        if step.key not in was
    ]


def names_with(names: Names, added: Iterable[str], typed: Texts | None) -> Names:
    """The names, with those of the steps that a change would add."""
    if typed is None:
        return names
    fresh = dict.fromkeys(added, plain_text(typed))
    return replace(names, activities={**names.activities, **fresh})


def group_by_step(found: Comparison, trial: Trial) -> ByStep:
    """What moves of each step, in the order of the template."""
    groups: dict[str, list[MovedDate]] = defaultdict(list)
    for it in found.moved:
        if it.owner is Owner.MUNICIPALITY:
            groups[it.key].append(it)
    steps = (
        *trial.after.snapshot.plan.template.activities,
        *trial.before.snapshot.plan.template.activities,
    )
    keys = dict.fromkeys(step.key for step in steps)
    return {key: groups[key] for key in keys if key in groups}


def solved(gone: Iterable[Conflict], names: Names) -> list[str]:
    """The first of the conflicts that a change would solve."""
    return [conflict_text(it, names) for it in list(gone)[:SHOWN_CONFLICTS]]


class _Teller:
    """Puts what moves into words, for one change."""

    def __init__(
        self, trial: Trial, names: Names, found: Comparison, by_step: ByStep
    ) -> None:
        self._trial = trial
        self._names = names
        self._found = found
        self._by_step = by_step
        self._margins = {it.municipality: it for it in found.margins}

    def effect(self, told: MovedPart, *, shows_all: bool, first: Set[str]) -> Effect:
        keys = self._biggest_steps(first)
        numbers = self._places()
        shown = numbers if shows_all else numbers[:SHOWN_PLACES]
        left = len(numbers) - len(shown)
        return Effect(
            told=told,
            biggest=self._biggest(),
            solved=tuple(solved(self._found.conflicts_gone, self._names)),
            steps=tuple(
                MovingStep(self._names.activity(key), count, move)
                for key, moves in self._by_step.items()
                for count, move in _lines(moves)
            ),
            columns=tuple(map(self._names.activity, keys)),
            has_margins=bool(self._margins),
            places=tuple(self._place(number, keys) for number in shown),
            heading=_("%(count)s, each with its dates", count=count_text(len(numbers))),
            further=number_text(len(numbers)) if left else "",
        )

    def _biggest(self) -> str:
        """Which date moves the most; empty where none does."""
        moves = [it for group in self._by_step.values() for it in group if it.days]
        if not moves:
            return ""
        return biggest_sentence(max(moves, key=lambda it: abs(it.days)), self._names)

    def _biggest_steps(self, first: Set[str]) -> list[str]:
        """The steps that move the most, in the order of the template."""

        def size(key: str) -> tuple[bool, int, int]:
            moves = self._by_step[key]
            return key in first, max(abs(it.days) for it in moves), len(moves)

        biggest = sorted(self._by_step, key=size, reverse=True)[:SHOWN_STEPS]
        return [key for key in self._by_step if key in biggest]

    def _places(self) -> list[str]:
        """Everybody that anything moves for, who is moved the most first."""
        most = dict.fromkeys(self._margins, 0)
        for group in self._by_step.values():
            for it in group:
                most[it.owner_id] = max(most.get(it.owner_id, 0), abs(it.days))
        return sorted(
            most,
            key=lambda it: (-most[it], sort_key(self._names.municipality(it))),
        )

    def _place(self, number: str, keys: Iterable[str]) -> MovingPlace:
        margin = self._margins.get(number)
        return MovingPlace(
            name=self._names.municipality(number),
            wave=self._trial.after.wave_of(number) or "",
            dates=tuple(self._dates(number, key) for key in keys),
            margin=Pair(margin_days(margin.before), margin_days(margin.after))
            if margin
            else Pair(),
        )

    def _dates(self, number: str, key: str) -> Pair:
        move = next((it for it in self._by_step[key] if it.owner_id == number), None)
        if move is None:
            return Pair()
        was, now = _told_days(move)
        return Pair(
            self._day(self._trial.before, move, was),
            self._day(self._trial.after, move, now),
        )

    def _day(self, evaluation: Evaluation, move: MovedDate, day: int | None) -> str:
        if day is None:
            return _("not there")
        if is_rough(evaluation, move.owner_id):
            return about(day, day)
        return short_date(day)


def _told_days(move: MovedDate) -> tuple[int | None, int | None]:
    """The day before and after: the first, or the last where only that moves."""
    was, now = move.before, move.after
    if was is None or now is None or was[0] != now[0]:
        return (was and was[0], now and now[0])
    return _last(was), _last(now)


def _last(dates: Dates) -> int:
    """The last day of work; a milestone's own."""
    start, finish = dates
    return max(finish - 1, start)


def _lines(moves: Sequence[MovedDate]) -> list[tuple[int, str]]:
    """How many move and by how much; how many a step comes in for, or goes from."""
    by_days = [it.days for it in moves if it.before and it.after]
    came = sum(it.before is None for it in moves)
    went = sum(it.after is None for it in moves)
    lines = [(len(by_days), move_text(by_days))] if by_days else []
    lines += [(came, _("is added"))] if came else []
    lines += [(went, _("goes"))] if went else []
    return lines
