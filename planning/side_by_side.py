"""States of the plan side by side: what each says of everybody that any of them knows.

Who goes live with another wave, or is not there, keeps a row: nobody is lost. The
first state is the base that the others are told against.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from planning.compared import (
    NO_GROUP,
    NOT_HERE,
    SILENT,
    By,
    Facts,
    Figures,
    Identity,
    Presence,
    Row,
    Span,
    State,
    Statements,
    money_sum,
)
from planning.conflicts import Conflict
from planning.rollout import Owner
from planning.snapshot import Precision, Window
from planning.state import MunicipalityState, PlanState


@dataclass(frozen=True, slots=True)
class SideBySide:
    """All rows: the whole plan, the groups that were asked for, and everybody."""

    whole: Row
    groups: tuple[Row, ...]
    municipalities: tuple[Row, ...]


def side_by_side(states: Sequence[State], by: By) -> SideBySide:
    """Lay states beside each other; a group or municipality of any has its row."""
    readers = [_reader(it) for it in states]
    groups = () if by is By.MUNICIPALITY else _keys(it.groups(by) for it in readers)
    numbers = _keys(it.numbers() for it in readers)
    return SideBySide(
        whole=Row("", tuple(it.whole() for it in readers)),
        groups=tuple(
            Row(key, tuple(it.group(by, key) for it in readers)) for key in groups
        ),
        municipalities=tuple(
            Row(number, tuple(it.municipality(number) for it in readers))
            for number in sorted(numbers)
        ),
    )


def is_moved(row: Row) -> bool:
    """Whether a municipality is in another wave in some state, or in none."""
    return len({it.wave for it in row.facts if it.is_said}) > 1


def is_partly_here(row: Row) -> bool:
    """Whether a row is there in one state and not in another."""
    found = {it.presence for it in row.facts}
    return {Presence.SAID, Presence.NOT_HERE} <= found


def _keys(found: Iterable[Iterable[str]]) -> tuple[str, ...]:
    """Every key, in the order of the first state that knows it; nothing stands last."""
    keys = list(dict.fromkeys(key for keys in found for key in keys))
    return tuple(sorted(keys, key=lambda key: key == NO_GROUP))


def _reader(state: State) -> "_Plan | _Stated":
    return _Plan(state) if isinstance(state, PlanState) else _Stated(state)


class _Stated:
    """Reads what an earlier plan states: dates, of those it names."""

    def __init__(self, state: Statements) -> None:
        self._windows = state.windows

    def groups(self, by: By) -> Iterator[str]:
        for scope in self._windows:
            kind, _separator, key = scope.partition(":")
            if kind == by:
                yield key

    def numbers(self) -> Iterator[str]:
        yield from self.groups(By.MUNICIPALITY)

    def whole(self) -> Facts:
        return SILENT

    def group(self, by: By, key: str) -> Facts:
        window = self._windows.get(f"{by}:{key}")
        if window is None:
            return SILENT
        return Facts(go_live=Span(window, window, is_reckoned=False))

    def municipality(self, number: str) -> Facts:
        return self.group(By.MUNICIPALITY, number)


class _Plan:
    """Reads a whole state; everything is looked up once."""

    def __init__(self, state: PlanState) -> None:
        self._state = state
        self._all = state.municipalities
        self._members: dict[By, dict[str, list[str]]] = {
            By.WAVE: {it.code: [] for it in state.waves},
            By.REGION: {},
            By.TRUST: {code: [] for code in state.trusts},
        }
        for number, it in self._all.items():
            for by, key in (
                (By.WAVE, it.wave),
                (By.REGION, it.region),
                (By.TRUST, it.trust),
            ):
                self._members[by].setdefault(key or NO_GROUP, []).append(number)
        self._conflicts = _by_owner(state.conflicts)
        self._waves = {it.code: it for it in state.waves}

    def groups(self, by: By) -> Iterable[str]:
        return self._members[by]

    def numbers(self) -> Iterable[str]:
        return self._all

    def whole(self) -> Facts:
        open_ones = (it for it in self._state.conflicts if it.accepted is None)
        return self._together(
            self._all,
            _span(it.known for it in self._all.values()),
            {it.identity: it for it in open_ones},
        )

    def group(self, by: By, key: str) -> Facts:
        members = self._members[by].get(key)
        if members is None and key == NO_GROUP:
            members = []
        if members is None:
            return NOT_HERE
        conflicts = dict(self._conflicts.get(f"{by}.{key}", {}))
        for number in members:
            conflicts |= self._conflicts.get(number, {})
        return self._together(members, self._go_live(by, key, members), conflicts)

    def municipality(self, number: str) -> Facts:
        it = self._all.get(number)
        if it is None:
            return NOT_HERE
        return Facts(
            wave=it.wave,
            members=frozenset({number}),
            live=int(it.is_live),
            go_live=_span([it.known]),
            limits=_limits([it]),
            margin=it.margin_days,
            conflicts=self._conflicts.get(number, {}),
            money=money_sum({number: it.money}),
        )

    def _go_live(self, by: By, key: str, members: Iterable[str]) -> Span | None:
        """Of a wave or a trust its own date; else from the first to the last of all."""
        if by is By.WAVE and key in self._waves:
            return _span([self._waves[key].known])
        if by is By.TRUST and key in self._state.trusts:
            return _span([self._state.trusts[key].known])
        return _span(self._all[number].known for number in members)

    def _together(
        self,
        members: Iterable[str],
        go_live: Span | None,
        conflicts: Mapping[Identity, Conflict],
    ) -> Facts:
        found = {number: self._all[number] for number in members}
        margins = [it.margin_days for it in found.values()]
        return Facts(
            members=frozenset(found),
            live=sum(it.is_live for it in found.values()),
            go_live=go_live,
            dates={
                number: it.known for number, it in found.items() if it.known is not None
            },
            limits=_limits(found.values()),
            figures={number: _figures(it) for number, it in found.items()},
            margin=min((it for it in margins if it is not None), default=None),
            conflicts=conflicts,
            money=money_sum({number: it.money for number, it in found.items()}),
        )


def _span(windows: Iterable[Window | None]) -> Span | None:
    found = [it for it in windows if it is not None]
    if not found:
        return None
    return Span(
        min(found, key=lambda it: (it.start, it.end)),
        max(found, key=lambda it: (it.end, it.start)),
    )


def _limits(municipalities: Iterable[MunicipalityState]) -> dict[str, Span]:
    """Of each limit the first and the last day among those who are not live."""
    days: dict[str, list[int]] = {}
    for it in municipalities:
        for limit in () if it.is_live else it.limits:
            days.setdefault(limit.key, []).append(limit.day)
    return {
        key: Span(_one_day(min(found)), _one_day(max(found)))
        for key, found in days.items()
    }


def _figures(it: MunicipalityState) -> Figures:
    """What a sum of many may hide: one comes later and another sooner."""
    limits = () if it.is_live else tuple((at.key, at.day) for at in it.limits)
    money = None if it.money is None else it.money.told
    return Figures(limits, it.margin_days, money)


def _one_day(day: int) -> Window:
    return Window(day, day + 1, Precision.DAY)


def _by_owner(
    conflicts: Iterable[Conflict],
) -> dict[str, dict[Identity, Conflict]]:
    """The open conflicts by the number or the id that they name."""
    found: dict[str, dict[Identity, Conflict]] = {}
    for conflict in conflicts:
        if conflict.accepted is None:
            for owner in {_owner(id) for id in conflict.concerns}:
                found.setdefault(owner, {})[conflict.identity] = conflict
    return found


def _owner(id: str) -> str:
    """The number of a municipality and of its steps; anything else is its own."""
    owner, _separator, key = id.partition(".")
    if owner == Owner.MUNICIPALITY:
        return key
    return owner if owner.isdigit() else id
