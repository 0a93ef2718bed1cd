"""When an earlier plan said that the scope of a row would go live.

A municipality that the plan does not name itself is told by its region, where the
plan names that. A trust's date is the hospitals' own, and says nothing of others.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from app.earlier_plans import GO_LIVE, KNOWN_AFTERWARDS, statement_of
from app.frozen_plans import frozen_window
from app.store.tables import StatementRow, VintageRow
from app.timeline.rows import Branch, Sort
from planning.evaluate import Evaluation
from planning.rollout import GO_LIVE as GO_LIVE_STEP
from planning.slippage import Statement, find_slippage
from planning.snapshot import Precision, Window
from planning.state import PlanState

ACTUAL = "actual"


@dataclass(frozen=True, slots=True)
class Baseline:
    """A go-live as an earlier plan gave it; `region` where it is told by that."""

    window: Window
    region: str = ""


class EarlierPlan(Protocol):
    """What one earlier plan says, asked for by row."""

    def of(self, branch: Branch) -> Baseline | None:
        """When the plan had what a row stands for, if it said so."""


class Frozen:
    """What a baseline says: of every step and every date of the programme too."""

    def __init__(self, state: PlanState) -> None:
        self._state = state

    def of(self, branch: Branch) -> Baseline | None:
        """When the baseline had what a row stands for, if it had it."""
        owner, _separator, key = branch.id.partition(".")
        if branch.sort is Sort.STEP:
            return self._step(owner, key)
        if branch.sort is Sort.DATE:
            milestone = self._state.milestones.get(key)
            return None if milestone is None else Baseline(milestone.window)
        if branch.sort is Sort.GROUP:
            return None
        window = frozen_window(self._state, f"{branch.sort}:{key}")
        return None if window is None else Baseline(window)

    def _step(self, number: str, key: str) -> Baseline | None:
        held = self._state.municipalities.get(number)
        at = None if held is None else held.dates.get(key)
        if held is None or at is None:
            return None
        if key == GO_LIVE_STEP and held.known is not None:
            return Baseline(held.known)
        end = max(at.finish, at.start + 1)
        is_day = end == at.start + 1
        precision = Precision.DAY if is_day else Precision.WINDOW
        return Baseline(Window(at.start, end, precision))


class Baselines:
    """The go-lives of one earlier plan, asked for by row; none where none is chosen."""

    def __init__(
        self,
        evaluation: Evaluation,
        vintages: Iterable[VintageRow],
        statements: Iterable[StatementRow],
        vintage: str,
    ) -> None:
        self._region_of = {
            it.number: it.region or "" for it in evaluation.snapshot.municipalities
        }
        keys: Mapping[str, VintageRow] = {it.key: it for it in vintages}
        self._statements: Sequence[Statement] = [
            statement_of(it, keys)
            for it in statements
            if it.vintage == vintage and it.kind == GO_LIVE and it.window_first
        ]

    def of(self, branch: Branch) -> Baseline | None:
        """What the plan said of a row's go-live, if it said anything."""
        owner, _separator, key = branch.id.partition(".")
        if branch.sort is Sort.STEP:
            return self._municipality(owner) if key == GO_LIVE_STEP else None
        if branch.sort is Sort.MUNICIPALITY:
            return self._municipality(key)
        if branch.sort in {Sort.WAVE, Sort.REGION, Sort.TRUST}:
            window = self._window(f"{owner}:{key}")
            return None if window is None else Baseline(window)
        return None

    def _municipality(self, number: str) -> Baseline | None:
        own = self._window(f"municipality:{number}")
        if own is not None:
            return Baseline(own)
        region = self._region_of.get(number, "")
        window = self._window(f"region:{region}")
        return None if window is None else Baseline(window, region)

    def _window(self, scope: str) -> Window | None:
        found = find_slippage(self._statements, scope)
        return found[0].statement.window if found else None


def list_choosable(
    vintages: Iterable[VintageRow], statements: Iterable[StatementRow]
) -> tuple[VintageRow, ...]:
    """The earlier plans that say of anybody when they go live, oldest first."""
    telling = {
        it.vintage
        for it in statements
        if it.kind == GO_LIVE and it.window_first and it.scopes
    }
    out = {KNOWN_AFTERWARDS, ACTUAL}
    return tuple(it for it in vintages if it.key in telling - out)
