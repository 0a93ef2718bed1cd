"""Baselines as plans of their time: what each says of when a scope goes live.

One that has been tampered with is left out: nothing is told that nobody approved.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from flask import url_for

from app.store.baselines import find_state, list_baselines, replaced_by
from planning.snapshot import Window
from planning.state import PlanState

PREFIX = "baseline:"


@dataclass(frozen=True, slots=True)
class FrozenPlan:
    """A baseline and its state; `key` is how an address names it.

    `replaced_by` is the name of the one that took its place; empty where none has.
    """

    id: int
    name: str
    replaced_by: str
    state: PlanState

    @property
    def key(self) -> str:
        return f"{PREFIX}{self.id}"

    @property
    def url(self) -> str:
        return url_for("baselines.baseline", baseline_id=self.id)


def list_frozen_plans() -> tuple[FrozenPlan, ...]:
    """All baselines that are what they were, the oldest first."""
    rows = list_baselines()
    replaced = {id: it.name for id, it in replaced_by(rows).items()}
    found = ((it, find_state(it)) for it in rows)
    return tuple(
        FrozenPlan(row.id, row.name, replaced.get(row.id, ""), state)
        for row, state in found
        if state is not None
    )


def frozen_window(state: PlanState, scope: str) -> Window | None:
    """When a scope was to go live; a region only where it was to go as one."""
    kind, _separator, key = scope.partition(":")
    if kind == "region":
        members = (it for it in state.municipalities.values() if it.region == key)
        return _only(it.known for it in members)
    if kind == "wave":
        wave = state.wave(key)
        return None if wave is None else wave.known
    if kind == "trust":
        trust = state.trusts.get(key)
        return None if trust is None else trust.known
    held = state.municipalities.get(key)
    return None if held is None else held.known


def _only(windows: Iterable[Window | None]) -> Window | None:
    found = set(windows)
    return found.pop() if len(found) == 1 else None
