"""Whose dates are told: a municipality's, a region's, a wave's, or all of them.

The whole programme has no key; where one chooses between scopes it is offered only
where it is asked for.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from flask import url_for
from flask_babel import gettext as _

from app.store.names import Names
from app.store.sorting import sort_key
from planning.evaluate import Evaluation
from planning.snapshot import Snapshot


class ScopeKind(StrEnum):
    """What a scope is; the values stand in addresses and in the database."""

    MUNICIPALITY = "municipality"
    REGION = "region"
    WAVE = "wave"
    PROGRAMME = "programme"


@dataclass(frozen=True, slots=True)
class Scope:
    """One scope: `wave:K13`, `region:namdal`, `municipality:1516`."""

    kind: ScopeKind
    key: str

    @property
    def value(self) -> str:
        """The scope as it stands in an address and in an event's identity."""
        return f"{self.kind}:{self.key}"


WHOLE = Scope(ScopeKind.PROGRAMME, "")


def find_scope(evaluation: Evaluation, value: str) -> Scope | None:
    """The scope that is asked for, if the plan has it; a wave by its alias too."""
    if value == WHOLE.value:
        return WHOLE
    kind, _separator, key = value.partition(":")
    if kind == ScopeKind.WAVE:
        waves = evaluation.snapshot.plan.waves
        key = next((it.code for it in waves if key in it.aliases), key)
    return next((it for it in list_scopes(evaluation) if it == _scope(kind, key)), None)


def list_scopes(evaluation: Evaluation) -> Iterator[Scope]:
    """Every scope of the plan but the whole of it, kind by kind."""
    snapshot = evaluation.snapshot
    for it in snapshot.municipalities:
        yield Scope(ScopeKind.MUNICIPALITY, it.number)
    for region in sorted({it.region for it in snapshot.municipalities if it.region}):
        yield Scope(ScopeKind.REGION, region)
    for wave in snapshot.plan.waves:
        yield Scope(ScopeKind.WAVE, wave.code)


def members_of(snapshot: Snapshot, scope: Scope) -> list[str]:
    """The municipalities of a scope, in the order of the snapshot."""
    if scope.kind is ScopeKind.PROGRAMME:
        return [it.number for it in snapshot.municipalities]
    if scope.kind is ScopeKind.MUNICIPALITY:
        return [it.number for it in snapshot.municipalities if it.number == scope.key]
    if scope.kind is ScopeKind.REGION:
        return [it.number for it in snapshot.municipalities if it.region == scope.key]
    placed = snapshot.plan.placements
    return [it.municipality for it in placed if it.wave == scope.key]


def scope_name(scope: Scope, names: Names) -> str:
    """What a scope is called by itself: "Wave K13"."""
    match scope.kind:
        case ScopeKind.MUNICIPALITY:
            return names.municipality(scope.key)
        case ScopeKind.REGION:
            return names.region(scope.key)
        case ScopeKind.WAVE:
            return _("Wave %(code)s", code=scope.key)
        case ScopeKind.PROGRAMME:
            return _("The whole programme")


def scope_inside(scope: Scope, names: Names) -> str:
    """The same inside a sentence: "If wave K13 leaves"."""
    match scope.kind:
        case ScopeKind.WAVE:
            return _("wave %(code)s", code=scope.key)
        case ScopeKind.PROGRAMME:
            return _("the whole programme")
        case _:
            return scope_name(scope, names)


def scope_url(scope: Scope) -> str:
    """The page of a scope."""
    match scope.kind:
        case ScopeKind.MUNICIPALITY:
            return url_for("municipalities.municipality", number=scope.key)
        case ScopeKind.REGION:
            return url_for("municipalities.index", region=scope.key)
        case ScopeKind.WAVE:
            return url_for("waves.wave", code=scope.key)
        case ScopeKind.PROGRAMME:
            return url_for("overview.overview")


def kind_name(kind: ScopeKind) -> str:
    """What scopes of a kind are called together."""
    return {
        ScopeKind.MUNICIPALITY: _("Municipalities"),
        ScopeKind.REGION: _("Regions"),
        ScopeKind.WAVE: _("Waves"),
        ScopeKind.PROGRAMME: _("Programme"),
    }[kind]


def scope_choices(
    evaluation: Evaluation, names: Names, *, with_whole: bool = False
) -> dict[str, dict[str, str]]:
    """The scopes as groups of a list to choose from, each by its name."""
    groups: dict[str, dict[str, str]] = {}
    if with_whole:
        whole = {WHOLE.value: scope_name(WHOLE, names)}
        groups[kind_name(ScopeKind.PROGRAMME)] = whole
    for kind in (ScopeKind.MUNICIPALITY, ScopeKind.REGION, ScopeKind.WAVE):
        scopes = [it for it in list_scopes(evaluation) if it.kind is kind]
        if kind is not ScopeKind.WAVE:
            scopes.sort(key=lambda it: sort_key(scope_name(it, names)))
        groups[kind_name(kind)] = {it.value: scope_name(it, names) for it in scopes}
    return groups


def read_scope(value: str) -> Scope:
    """A scope as it was kept, whether the plan still has it or not."""
    kind, _separator, key = value.partition(":")
    return Scope(ScopeKind(kind), key)


def _scope(kind: str, key: str) -> Scope | None:
    return Scope(ScopeKind(kind), key) if kind in set(ScopeKind) else None
