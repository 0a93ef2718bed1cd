"""How far what one state says is from what another says, and whether it is at all.

Differences are the other less the base. Between dates that the plan reckons with they
are exact days, else between what is least and most possible. Where one of the two is
silent there is no difference: nothing has been said.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from planning.capacity import average, month_of
from planning.compared import (
    Facts,
    Figures,
    MoneySum,
    Presence,
    Span,
    State,
    Statements,
)
from planning.conflicts import Conflict
from planning.slippage import Slip, slip_between
from planning.snapshot import Window
from planning.state import MonthLoad


class Show(StrEnum):
    """What of each row is looked at."""

    DATES = "dates"
    DEADLINES = "deadlines"
    CONFLICTS = "conflicts"
    MONEY = "money"
    CAPACITY = "capacity"


@dataclass(frozen=True, slots=True)
class Shift:
    """How far the first and the last date of a row are from those of the base."""

    first: Slip
    last: Slip

    @property
    def is_one(self) -> bool:
        return self.first == self.last


@dataclass(frozen=True, slots=True)
class MovedMoney:
    """What is more or less in øre; `npv` None where present values are not alike."""

    investment: int
    net: int
    npv: int | None


@dataclass(frozen=True, slots=True)
class LoadFacts:
    """What a state says of a resource: its fullest month, and those that are over.

    Months are those from the state's status date on; where nothing is asked for any
    more, the fullest is one that is past. `worst` is the month with too little by
    most; None where no month is over. `is_known` says whether it is known of any
    month how much there is.
    """

    presence: Presence
    months: tuple[MonthLoad, ...] = ()
    peak: MonthLoad | None = None
    worst: MonthLoad | None = None
    over: int = 0
    is_known: bool = False


@dataclass(frozen=True, slots=True)
class LoadRow:
    """One resource in every state."""

    key: str
    facts: tuple[LoadFacts, ...]


def shift(base: Span | None, other: Span | None) -> Shift | None:
    """How far a row has moved; None where one of the two has no date."""
    if base is None or other is None:
        return None
    is_reckoned = base.is_reckoned and other.is_reckoned
    return Shift(
        window_slip(base.first, other.first, is_reckoned=is_reckoned),
        window_slip(base.last, other.last, is_reckoned=is_reckoned),
    )


def window_slip(base: Window, other: Window, *, is_reckoned: bool) -> Slip:
    """The days from one date to another, as exactly as they are known."""
    if (base.start, base.end) == (other.start, other.end):
        return Slip(0, 0)
    if is_reckoned:
        days = other.start - base.start
        return Slip(days, days)
    return slip_between(base, other)


def moved_money(base: MoneySum | None, other: MoneySum | None) -> MovedMoney | None:
    """What differs between two sums; None where they are not of like and like."""
    if base is None or other is None or not base.is_like(other):
        return None
    is_npv_alike = base.npv is not None and base.npv_year == other.npv_year
    return MovedMoney(
        other.investment - base.investment,
        other.net - base.net,
        (other.npv or 0) - (base.npv or 0) if is_npv_alike else None,
    )


def new_conflicts(base: Facts, other: Facts) -> tuple[Conflict, ...]:
    """The conflicts that the base hasn't; those that are gone the other way round."""
    return tuple(it for key, it in other.conflicts.items() if key not in base.conflicts)


def changed_conflicts(base: Facts, other: Facts) -> tuple[Conflict, ...]:
    """The conflicts that both have, where the other tells other numbers of them."""
    return tuple(
        it
        for key, it in other.conflicts.items()
        if key in base.conflicts and it.numbers != base.conflicts[key].numbers
    )


def with_other_dates(base: Facts, other: Facts) -> int:
    """How many municipalities of both go live on another date, or have none now."""
    both = base.members & other.members
    return sum(base.dates.get(it) != other.dates.get(it) for it in both)


def with_other_limits(base: Facts, other: Facts) -> int:
    """How many municipalities of both have another limit."""
    return sum(one.limits != two.limits for one, two in _both(base, other))


def with_another_margin(base: Facts, other: Facts) -> int:
    """How many municipalities of both have more or less to spare."""
    return sum(one.margin != two.margin for one, two in _both(base, other))


def with_other_money(base: Facts, other: Facts) -> int:
    """How many municipalities of both are reckoned to other sums."""
    return sum(one.money != two.money for one, two in _both(base, other))


def _both(base: Facts, other: Facts) -> Iterator[tuple[Figures, Figures]]:
    yield from (
        (it, other.figures[number])
        for number, it in base.figures.items()
        if number in other.figures
    )


def differs(base: Facts, other: Facts, show: Show) -> bool:
    """Whether two states say something else of a row, in what is looked at."""
    if Presence.SILENT in (base.presence, other.presence):
        return False
    if show is not Show.DATES and (base.is_stated or other.is_stated):
        return False
    if base.presence is not other.presence:
        return True
    is_told = _told(base, show, other) != _told(other, show, base)
    return is_told or _is_hidden(base, show, other)


def _is_hidden(base: Facts, show: Show, other: Facts) -> bool:
    """Whether somebody differs though all together do not."""
    if show is Show.DEADLINES:
        is_limit = with_other_limits(base, other) > 0
        return is_limit or with_another_margin(base, other) > 0
    return show is Show.MONEY and with_other_money(base, other) > 0


def _told(facts: Facts, show: Show, beside: Facts) -> object:
    if show is Show.DEADLINES:
        return facts.limits, facts.margin
    if show is Show.CONFLICTS:
        return {key: it.numbers for key, it in facts.conflicts.items()}
    if show is Show.MONEY:
        return facts.money
    dates = None if facts.go_live is None else (facts.go_live.first, facts.go_live.last)
    is_whole = not (facts.is_stated or beside.is_stated)
    return dates, is_whole and (facts.wave, facts.members, facts.live, facts.dates)


def load_rows(states: Sequence[State]) -> tuple[LoadRow, ...]:
    """What is asked of every resource that any state knows."""
    keys = dict.fromkeys(
        key for it in states if not isinstance(it, Statements) for key in it.loads
    )
    return tuple(LoadRow(key, tuple(_load(it, key) for it in states)) for key in keys)


def _load(state: State, key: str) -> LoadFacts:
    if isinstance(state, Statements):
        return LoadFacts(Presence.SILENT)
    months = state.loads.get(key)
    if months is None:
        return LoadFacts(Presence.NOT_HERE)
    now = month_of(state.status_date)
    ahead = tuple(it for it in months if month_of(it.first) >= now)
    over = [it for it in ahead if it.over]
    return LoadFacts(
        Presence.SAID,
        months=ahead,
        peak=_most(ahead or months, [it.asked for it in ahead or months]),
        worst=_most(over, [it.over for it in over]),
        over=len(over),
        is_known=any(it.there_is is not None for it in months),
    )


def _most(months: Sequence[MonthLoad], by: Iterable[int]) -> MonthLoad | None:
    """The first of the months that have most, as an average over their days."""
    pairs = zip(months, by, strict=True)
    return max(
        pairs,
        key=lambda it: (average(it[1], month_of(it[0].first)), -it[0].first),
        default=(None, 0),
    )[0]


def loads_differ(base: LoadFacts, other: LoadFacts) -> bool:
    """Whether two states ask something else of a resource."""
    if Presence.SILENT in (base.presence, other.presence):
        return False
    told = (base.presence, base.peak, base.worst, base.over, base.is_known)
    others = (other.presence, other.peak, other.worst, other.over, other.is_known)
    return told != others or bool(differing_months(base, other))


def differing_months(base: LoadFacts, other: LoadFacts) -> int:
    """How many months that are ahead in both ask otherwise, or have otherwise."""
    if not base.months or not other.months:
        return len(base.months or other.months)
    since = max(base.months[0].first, other.months[0].first)
    pairs = {(it.first, it.asked, it.there_is) for it in base.months}
    pairs ^= {(it.first, it.asked, it.there_is) for it in other.months}
    return len({first for first, _asked, _there_is in pairs if first >= since})
