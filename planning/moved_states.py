"""What moved between two states of the plan that are no evaluations any more.

Told as `planning.compare` tells it, without what pulled a date along: that is known to
the change that moved it. Of who is live before and after, what nobody reported and
lies in the past is left out. Money is compared over the calendar years that both
reckon with, a loan in full; sums are øre, after less before.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from planning.compare import Dates, MovedDate
from planning.conflicts import Conflict
from planning.finance.projection import YearFlow
from planning.rollout import (
    GO_LIVE,
    Owner,
    activity_id,
    programme_id,
    trust_id,
    wave_id,
)
from planning.snapshot import ActivityKind
from planning.state import MoneyState, MunicipalityState, PlanState


@dataclass(frozen=True, slots=True)
class StateDate:
    """A date of a state: whose it is, and when."""

    owner: Owner
    owner_id: str
    key: str
    kind: ActivityKind
    dates: Dates
    is_over: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class MovedKroner:
    """The money of one municipality; a side is None where it can't be reckoned.

    `net` is how much better off it is over the years compared, `first` to `last`.
    """

    municipality: str
    before: MoneyState | None
    after: MoneyState | None
    first: int | None = None
    last: int | None = None
    net: int | None = None

    @property
    def is_told(self) -> bool:
        """Whether any sum is another one, and not the range of an estimate alone."""
        if self.before is None or self.after is None:
            return True
        return bool(self.net) or self.before.told != self.after.told


@dataclass(frozen=True, slots=True)
class MovedConflicts:
    """The open conflicts that came and went, and those with other numbers now."""

    new: tuple[Conflict, ...]
    gone: tuple[Conflict, ...]
    changed: tuple[tuple[Conflict, Conflict], ...]


def moved_dates(before: PlanState, after: PlanState) -> tuple[MovedDate, ...]:
    """Every date that is another one, or is not there in one of the two."""
    was, now = dict(_dates(before)), dict(_dates(after))
    return tuple(
        _moved(id, was, now) for id in {**was, **now} if _is_moved(id, was, now)
    )


def _is_moved(
    id: str, was: Mapping[str, StateDate], now: Mapping[str, StateDate]
) -> bool:
    there = [it for it in (was.get(id), now.get(id)) if it is not None]
    if len(there) == 2 and there[0].dates == there[1].dates:
        return False
    return not all(it.is_over for it in there)


def _moved(
    id: str, was: Mapping[str, StateDate], now: Mapping[str, StateDate]
) -> MovedDate:
    it = now.get(id) or was[id]
    before = was[id].dates if id in was else None
    after = now[id].dates if id in now else None
    days = 0
    if before is not None and after is not None:
        days = (after[0] - before[0]) or (after[1] - before[1])
    return MovedDate(
        id=id,
        owner=it.owner,
        owner_id=it.owner_id,
        key=it.key,
        kind=it.kind,
        before=before,
        after=after,
        days=days,
        because=None,
        cause=None,
    )


def _dates(state: PlanState) -> Iterator[tuple[str, StateDate]]:
    for key, milestone in state.milestones.items():
        kind = ActivityKind.PHASE if milestone.is_phase else ActivityKind.MILESTONE
        dates = milestone.start, milestone.finish
        yield programme_id(key), StateDate(Owner.PROGRAMME, "", key, kind, dates)
    for wave in state.waves:
        if wave.day is not None:
            yield wave_id(wave.code), _go_live(Owner.WAVE, wave.code, wave.day)
    for code, trust in state.trusts.items():
        if trust.go_live is not None:
            yield trust_id(code), _go_live(Owner.TRUST, code, trust.go_live)
    for number, it in state.municipalities.items():
        for key, step in it.dates.items():
            is_over = (
                it.is_live and step.is_presumed and step.finish <= state.status_date
            )
            dates = step.start, step.finish
            yield (
                activity_id(number, key),
                StateDate(Owner.MUNICIPALITY, number, key, step.kind, dates, is_over),
            )


def _go_live(owner: Owner, code: str, day: int) -> StateDate:
    return StateDate(owner, code, GO_LIVE, ActivityKind.MILESTONE, (day, day))


def moved_kroner(before: PlanState, after: PlanState) -> tuple[MovedKroner, ...]:
    """The municipalities with other sums, or whose money can't be reckoned in one."""
    numbers = {**before.municipalities, **after.municipalities}
    pairs = (
        (number, _money(before, number), _money(after, number)) for number in numbers
    )
    found = (_kroner(number, was, now) for number, was, now in pairs if was != now)
    return tuple(it for it in found if it.is_told)


def _money(state: PlanState, number: str) -> MoneyState | None:
    found: MunicipalityState | None = state.municipalities.get(number)
    return None if found is None else found.money


def _kroner(number: str, was: MoneyState | None, now: MoneyState | None) -> MovedKroner:
    if was is None or now is None or not (was.years and now.years):
        return MovedKroner(municipality=number, before=was, after=now)
    first = min(was.years[0].year, now.years[0].year)
    last = min(was.years[-1].year, now.years[-1].year)
    return MovedKroner(
        municipality=number,
        before=was,
        after=now,
        first=first,
        last=last,
        net=_gained(now, last) - _gained(was, last),
    )


def _gained(money: MoneyState, last: int) -> int:
    """What a projection brings up to a year; its loan counts in full."""
    loan = sum(it.interest + it.instalment for it in money.years)
    return sum(_yearly(it) for it in money.years if it.year <= last) - loan


def _yearly(it: YearFlow) -> int:
    return it.legacy_saved + it.benefit - it.platform - it.project


def moved_conflicts(before: PlanState, after: PlanState) -> MovedConflicts:
    """What happened to the open conflicts."""
    was, now = _open(before), _open(after)
    both = ((was[key], it) for key, it in now.items() if key in was)
    return MovedConflicts(
        new=tuple(it for key, it in now.items() if key not in was),
        gone=tuple(it for key, it in was.items() if key not in now),
        changed=tuple((old, it) for old, it in both if old.numbers != it.numbers),
    )


def _open(state: PlanState) -> dict[tuple[str, tuple[str, ...]], Conflict]:
    return {it.identity: it for it in state.conflicts if it.accepted is None}
