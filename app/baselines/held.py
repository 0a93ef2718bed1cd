"""What a baseline holds, ready to print: waves, municipalities, conflicts then.

Names are those of today; who has gone since stands by its number or code.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from flask_babel import gettext as _

from app.conflict_texts import conflict_text
from app.filters import long_date, window
from app.money_words import about_text, provenance_text, weakest
from app.store.names import Names
from app.store.sorting import sort_key
from planning.conflicts import Conflict, Severity
from planning.rollout import LIMIT_KEYS
from planning.snapshot import ActivityKind
from planning.state import MoneyState, MunicipalityState, PlanState, WaveState

# What the result rests on; few know their own project's cost.
MAIN = ("investment", "platform", "legacy", "benefit")


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldWave:
    """A wave as it was then."""

    code: str
    sequence: int
    go_live: str
    reckoned: str
    is_live: bool
    is_set: bool
    municipalities: int


@dataclass(frozen=True, slots=True)
class HeldMoney:
    """The key figures of a municipality as they were then."""

    investment: str
    net: str
    npv: str
    known: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldMunicipality:
    """A municipality as it was then; `limits` in the order of `Held.limits`."""

    number: str
    name: str
    wave: str
    sequence: int
    go_live: str
    is_live: bool
    limits: tuple[str, ...]
    margin: int | None
    money: HeldMoney | None


@dataclass(frozen=True, slots=True)
class HeldConflict:
    """A conflict as it was then."""

    severity: str
    text: str
    accepted: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """Everything that a baseline shows of what it holds."""

    status_date: str
    waves: tuple[HeldWave, ...]
    limits: tuple[str, ...]
    municipalities: tuple[HeldMunicipality, ...]
    milestones: tuple[tuple[str, str], ...]
    conflicts: tuple[HeldConflict, ...]
    open_errors: int
    open_warnings: int


def held_part(state: PlanState, names: Names) -> Held:
    """What a state holds, in words."""
    keys = _limit_keys(state)
    waves = {it.code: it for it in state.waves}
    municipalities = [
        _municipality(number, it, keys, names=names, wave=waves.get(it.wave or ""))
        for number, it in state.municipalities.items()
    ]
    return Held(
        status_date=long_date(state.status_date),
        waves=tuple(_wave(it, state) for it in state.waves),
        limits=tuple(names.activity(key) for key in keys),
        municipalities=tuple(sorted(municipalities, key=lambda it: sort_key(it.name))),
        milestones=tuple(
            (names.milestone(key), window(it.window))
            for key, it in state.milestones.items()
        ),
        conflicts=tuple(_conflict(it, names) for it in _sorted(state.conflicts)),
        open_errors=_count(state, Severity.ERROR),
        open_warnings=_count(state, Severity.WARNING),
    )


def _limit_keys(state: PlanState) -> tuple[str, ...]:
    """The limits of the template of then; those of today first, in their order."""
    found = {
        key
        for it in state.municipalities.values()
        for key, step in it.dates.items()
        if step.kind is ActivityKind.LIMIT
    }
    return tuple(key for key in LIMIT_KEYS if key in found)


def _wave(it: WaveState, state: PlanState) -> HeldWave:
    known = it.known
    is_reckoned = known is not None and not known.is_day and it.day is not None
    return HeldWave(
        code=it.code,
        sequence=it.sequence,
        go_live="" if known is None else window(known),
        reckoned=long_date(it.day) if is_reckoned and it.day is not None else "",
        is_live=it.is_live,
        is_set=not it.is_live and it.set_day is not None,
        municipalities=sum(at.wave == it.code for at in state.municipalities.values()),
    )


def _municipality(
    number: str,
    it: MunicipalityState,
    keys: tuple[str, ...],
    *,
    names: Names,
    wave: WaveState | None,
) -> HeldMunicipality:
    limits = {at.key: long_date(at.day) for at in it.limits}
    return HeldMunicipality(
        number=number,
        name=names.municipality(number),
        wave=it.wave or "",
        sequence=1 if wave is None else wave.sequence,
        go_live="" if it.known is None else window(it.known),
        is_live=it.is_live,
        limits=tuple(limits.get(key, "") for key in keys),
        margin=it.margin_days,
        money=None if it.money is None else held_money(it.money),
    )


def held_money(it: MoneyState) -> HeldMoney:
    """The key figures of a municipality, each told as it is known."""
    invested = it.investment
    return HeldMoney(
        investment=about_text(
            invested.likely, invested.low, invested.high, invested.basis
        ),
        net=_result(it, it.summary.average_annual.net, *_nets(it)),
        npv=_result(it, it.summary.npv, *_npvs(it)),
        known=provenance_text(it.provenance),
    )


def _result(it: MoneyState, likely: int, low: int, high: int) -> str:
    basis = weakest(it.sums[name].basis for name in MAIN)
    return about_text(likely, low, high, basis, is_signed=True)


def _nets(it: MoneyState) -> Iterator[int]:
    for end in (it.unfavourable, it.favourable):
        yield (end or it.summary).average_annual.net


def _npvs(it: MoneyState) -> Iterator[int]:
    for end in (it.unfavourable, it.favourable):
        yield (end or it.summary).npv


def _sorted(conflicts: tuple[Conflict, ...]) -> list[Conflict]:
    """Open ones first, the worst of them first."""
    order = list(Severity)
    return sorted(
        conflicts, key=lambda it: (it.accepted is not None, order.index(it.severity))
    )


def _conflict(it: Conflict, names: Names) -> HeldConflict:
    accepted = _("Accepted: %(reason)s", reason=it.accepted) if it.accepted else ""
    return HeldConflict(it.severity.value, conflict_text(it, names), accepted)


def _count(state: PlanState, severity: Severity) -> int:
    return sum(
        it.accepted is None and it.severity is severity for it in state.conflicts
    )
