"""What a timeline is of: the programme, a wave, a region, a trust, a municipality."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from app.store.names import Names
from app.store.sorting import sort_key
from app.timeline.rows import Branch, Sort
from app.timeline.scale import Zoom
from planning.evaluate import Evaluation
from planning.rollout import Owner, programme_id, trust_id, wave_id
from planning.snapshot import HealthTrust, Municipality

PROGRAMME, WITHOUT = "programme", "without"
LONGEST_NAME = 60


class ScopeKind(StrEnum):
    """What a scope is; the values stand in addresses."""

    PROGRAMME = "programme"
    WAVE = "wave"
    REGION = "region"
    TRUST = "trust"
    MUNICIPALITY = "municipality"


@dataclass(frozen=True, slots=True)
class Scope:
    """One scope: `wave:K13`, `region:namdal`; the programme has no key."""

    kind: ScopeKind
    key: str = ""

    @property
    def value(self) -> str:
        """The scope as it stands in an address."""
        return f"{self.kind}:{self.key}" if self.key else str(self.kind)

    @property
    def zoom(self) -> Zoom:
        """How closely it is looked at where nobody says it."""
        return Zoom.YEAR if self.kind is ScopeKind.PROGRAMME else Zoom.QUARTER


WHOLE = Scope(ScopeKind.PROGRAMME)


def municipality_id(number: str) -> str:
    """The id of the branch that gathers the steps of a municipality."""
    return f"{Owner.MUNICIPALITY}.{number}"


def find_scope(evaluation: Evaluation, value: str) -> Scope:
    """The scope that an address asks for; the programme where there is none such."""
    kind, _separator, key = value.partition(":")
    known = list_keys(evaluation)
    aliases = {
        alias: wave.code
        for wave in evaluation.snapshot.plan.waves
        for alias in wave.aliases
    }
    if kind == ScopeKind.WAVE:
        key = aliases.get(key, key)
    if kind in known and key in known[ScopeKind(kind)]:
        return Scope(ScopeKind(kind), key)
    return WHOLE


def unknown_name(value: str, found: Scope) -> str:
    """What an address asks for that there is none of; empty where it was found."""
    if found != WHOLE or value in {"", PROGRAMME}:
        return ""
    return (value.partition(":")[2] or value)[:LONGEST_NAME]


def list_keys(evaluation: Evaluation) -> dict[ScopeKind, tuple[str, ...]]:
    """The keys of all scopes but the programme, by kind."""
    snapshot = evaluation.snapshot
    regions = {it.region for it in snapshot.municipalities if it.region}
    trusts = {it.trust for it in snapshot.municipalities if it.trust}
    return {
        ScopeKind.WAVE: tuple(it.code for it in snapshot.plan.waves),
        ScopeKind.REGION: tuple(sorted(regions)),
        ScopeKind.TRUST: tuple(it.code for it in snapshot.trusts if it.code in trusts),
        ScopeKind.MUNICIPALITY: tuple(it.number for it in snapshot.municipalities),
    }


class Trees:
    """Puts up the branches of any scope of one plan."""

    def __init__(self, evaluation: Evaluation, names: Names) -> None:
        self._evaluation = evaluation
        self._names = names
        self._wave_of = {
            at.municipality: at.wave for at in evaluation.snapshot.plan.placements
        }

    def of(self, scope: Scope) -> tuple[Branch, ...]:
        """The branches of a scope; but for the programme one, and always unfolded."""
        municipalities = self._evaluation.snapshot.municipalities
        if scope.kind is ScopeKind.WAVE:
            return (self._wave(scope.key),)
        if scope.kind is ScopeKind.REGION:
            members = [it for it in municipalities if it.region == scope.key]
            inside = self._by_name(members)
            return (Branch(f"region.{scope.key}", Sort.REGION, scope.key, inside),)
        if scope.kind is ScopeKind.TRUST:
            members = [it for it in municipalities if it.trust == scope.key]
            inside = self._by_wave(members)
            return (Branch(trust_id(scope.key), Sort.TRUST, scope.key, inside),)
        if scope.kind is ScopeKind.MUNICIPALITY:
            return (self._municipality(scope.key),)
        return tuple(self._programme())

    def _programme(self) -> Iterable[Branch]:
        plan = self._evaluation.snapshot.plan
        dates = tuple(
            Branch(programme_id(it.key), Sort.DATE)
            for it in sorted(plan.milestones, key=lambda it: it.window.start)
        )
        if dates:
            yield Branch(PROGRAMME, Sort.GROUP, PROGRAMME, dates)
        yield from (self._wave(it.code) for it in plan.waves)
        rest = self._members(None)
        if rest:
            yield Branch(WITHOUT, Sort.GROUP, WITHOUT, self._by_name(rest))

    def _wave(self, code: str) -> Branch:
        trusts = tuple(
            Branch(trust_id(it.code), Sort.TRUST)
            for it in self._evaluation.snapshot.trusts
            if it.wave == code and self._is_dated(it)
        )
        inside = (*trusts, *self._by_name(self._members(code)))
        return Branch(wave_id(code), Sort.WAVE, code, inside)

    def _is_dated(self, trust: HealthTrust) -> bool:
        return trust_id(trust.code) in self._evaluation.nodes

    def _members(self, code: str | None) -> list[Municipality]:
        return [
            it
            for it in self._evaluation.snapshot.municipalities
            if self._wave_of.get(it.number) == code
        ]

    def _by_name(self, members: Iterable[Municipality]) -> tuple[Branch, ...]:
        name = self._names.municipality
        ordered = sorted(members, key=lambda it: sort_key(name(it.number)))
        return tuple(self._municipality(it.number) for it in ordered)

    def _by_wave(self, members: list[Municipality]) -> tuple[Branch, ...]:
        """Those of the first wave first; by name within it, and last those of none."""
        codes = [*(it.code for it in self._evaluation.snapshot.plan.waves), None]
        return tuple(
            branch
            for code in codes
            for branch in self._by_name(
                it for it in members if self._wave_of.get(it.number) == code
            )
        )

    def _municipality(self, number: str) -> Branch:
        steps = tuple(
            Branch(at.id, Sort.STEP) for at in self._evaluation.activities_of(number)
        )
        return Branch(municipality_id(number), Sort.MUNICIPALITY, number, steps)
