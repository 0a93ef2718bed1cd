"""The dates of a scope from plan to plan, down to the plan as it stands.

A scope is a trust, a region, a municipality, or a wave of the plan as it stands. A
date that two plans share is told by each; what became known after the status date
is left out.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise

from app.earlier_plans import (
    GO_LIVE,
    KNOWN_AFTERWARDS,
    scope_name,
    scope_window,
    statement_of,
)
from app.frozen_plans import FrozenPlan, frozen_window
from app.store.names import Names
from app.store.tables import StatementRow, VintageRow
from planning.evaluate import Evaluation
from planning.slippage import LATER_OFFER, Slip, find_slippage, slip_between
from planning.snapshot import Precision, Window, inclusive_window

ACTUAL_VINTAGE = "actual"
FIRM = frozenset({"documented", "entered"})


class Mark(StrEnum):
    """What a date is, and so how it is drawn."""

    PLANNED = "planned"
    DERIVED = "derived"
    LATER_OFFER = "later-offer"
    FROZEN = "frozen"
    ACTUAL = "actual"
    STANDS = "stands"


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One plan's date for a scope.

    It is of the plan as it stands, unless it has a `row` or is `frozen`.

    `said` is the date of the plan itself, `slip` the days since the plan before.
    """

    mark: Mark
    said: Window
    window: Window
    slip: Slip | None = None
    is_same: bool = False
    row: StatementRow | None = None
    vintage: VintageRow | None = None
    frozen: FrozenPlan | None = None


@dataclass(frozen=True, slots=True)
class ScopeLine:
    """All dates of one scope, oldest plan first; second offers stand apart."""

    scope: str
    name: str
    points: tuple[Point, ...]
    later_offers: tuple[Point, ...] = ()

    @property
    def slip(self) -> Slip:
        """The days from the first date to the last."""
        return slip_between(self.points[0].window, self.points[-1].window)

    @property
    def is_unchanged(self) -> bool:
        """Whether the last date is told as the first was."""
        return _days(self.points[0].window) == _days(self.points[-1].window)


class Told:
    """What all plans say, read once and asked for by scope."""

    def __init__(
        self,
        evaluation: Evaluation,
        names: Names,
        vintages: Iterable[VintageRow],
        statements: Iterable[StatementRow],
        frozen: Iterable[FrozenPlan] = (),
    ) -> None:
        self.evaluation = evaluation
        self.names = names
        self.frozen = tuple(it for it in frozen if not it.is_replaced)
        self.vintages = {it.key: it for it in vintages if it.key != KNOWN_AFTERWARDS}
        self.rows = {
            it.key: it
            for it in statements
            if it.kind == GO_LIVE and it.vintage in self.vintages and it.window_first
        }
        self._statements = [
            statement_of(it, self.vintages) for it in self.rows.values()
        ]

    def scopes(self) -> tuple[str, ...]:
        """Every scope that a plan names, first named first; a baseline names all."""
        told = self.named_by_statements()
        return told if not self.frozen else tuple(dict.fromkeys((*told, *self._all())))

    def named_by_statements(self) -> tuple[str, ...]:
        """The scopes that earlier plans name in dated statements."""
        told = (scope for row in self.rows.values() for scope in row.scopes)
        return tuple(dict.fromkeys(told))

    def _all(self) -> Iterator[str]:
        """Everybody whose date the plan as it stands gives."""
        snapshot = self.evaluation.snapshot
        yield from (f"trust:{it.code}" for it in snapshot.trusts)
        regions = dict.fromkeys(it.region for it in snapshot.municipalities)
        yield from (f"region:{it}" for it in regions if it is not None)
        yield from (f"municipality:{it.number}" for it in snapshot.municipalities)
        yield from (f"wave:{it.code}" for it in snapshot.plan.waves)

    def line(self, scope: str) -> ScopeLine | None:
        """The dates of a scope, where there are two or more."""
        stated = self._points(scope)
        points = self._with_today(scope, [*stated, *self._frozen(scope, stated)])
        if len(points) < 2:
            return None
        return ScopeLine(
            scope,
            scope_name(scope, self.names),
            _with_slips(points),
            tuple(self._points(scope + LATER_OFFER)),
        )

    def _points(self, scope: str) -> list[Point]:
        return [
            self._point(self.rows[step.statement.key], step.statement.window, scope)
            for step in find_slippage(self._statements, scope)
        ]

    def _frozen(self, scope: str, stated: Sequence[Point]) -> Iterator[Point]:
        """What baselines say, but that what is known to have been is told once."""
        for plan in self.frozen:
            window = frozen_window(plan.state, scope)
            is_told = stated and stated[-1].mark is Mark.ACTUAL
            if window is None or (is_told and stated[-1].window == window):
                continue
            day = plan.state.status_date
            said = Window(day, day + 1, Precision.DAY)
            yield Point(mark=Mark.FROZEN, said=said, window=window, frozen=plan)

    def _point(self, row: StatementRow, window: Window, scope: str) -> Point:
        vintage = self.vintages[row.vintage]
        mark = Mark.PLANNED if row.confidence in FIRM else Mark.DERIVED
        if scope.endswith(LATER_OFFER):
            mark = Mark.LATER_OFFER
        if row.vintage == ACTUAL_VINTAGE:
            mark = Mark.ACTUAL
        said = inclusive_window(
            vintage.dated_first, vintage.dated_last, Precision(vintage.precision)
        )
        return Point(mark=mark, said=said, window=window, row=row, vintage=vintage)

    def _with_today(self, scope: str, points: list[Point]) -> list[Point]:
        """Add the plan as it stands, unless it repeats what is known to have been."""
        window = scope_window(self.evaluation, scope)
        if not points or window is None:
            return points
        last = points[-1]
        if last.mark is Mark.ACTUAL and last.window == window:
            return points
        today = self.evaluation.snapshot.status_date
        said = Window(today, today + 1, Precision.DAY)
        is_live = has_happened(self.evaluation, scope)
        mark = Mark.ACTUAL if is_live else Mark.STANDS
        return [*points, Point(mark=mark, said=said, window=window)]


def _with_slips(points: Sequence[Point]) -> tuple[Point, ...]:
    return (
        points[0],
        *(
            replace(
                point,
                slip=slip_between(before.window, point.window),
                is_same=_days(before.window) == _days(point.window),
            )
            for before, point in pairwise(points)
        ),
    )


def _days(window: Window) -> tuple[int, int]:
    return window.start, window.end


def has_happened(evaluation: Evaluation, scope: str) -> bool:
    """Whether a scope is live; a region when all its municipalities are."""
    kind, _separator, key = scope.partition(":")
    snapshot = evaluation.snapshot
    if kind == "region":
        members = [it.number for it in snapshot.municipalities if it.region == key]
        return all(has_happened(evaluation, f"municipality:{it}") for it in members)
    if kind == "municipality":
        is_reported = any(
            (it.municipality, it.activity) == (key, GO_LIVE) for it in snapshot.reports
        )
        return is_reported or _is_live(evaluation, evaluation.wave_of(key))
    if kind == "trust":
        trusts = [it for it in snapshot.trusts if it.code == key]
        return any(
            it.actual is not None or _is_live(evaluation, it.wave) for it in trusts
        )
    return _is_live(evaluation, key)


def _is_live(evaluation: Evaluation, wave: str | None) -> bool:
    waves = evaluation.snapshot.plan.waves
    return any(it.code == wave and it.actual is not None for it in waves)
