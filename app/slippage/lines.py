"""The dates of a scope from plan to plan, down to the plan as it stands.

A scope is a trust, a region, a municipality, or a wave of the plan as it stands. A
date that two plans share is told by each; what became known after the status date
is left out. What a plan says of a region it says of each municipality in it, and what
it says of a wave of each municipality that was decided into it.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from app.earlier_plans import (
    GO_LIVE,
    KNOWN_AFTERWARDS,
    scope_name,
    scope_window,
    statement_of,
)
from app.frozen_plans import FrozenPlan, frozen_window
from app.slippage.points import Mark, Point, ScopeLine, line_of
from app.store.names import Names
from app.store.tables import StatementRow, VintageRow
from planning.calendars import to_day
from planning.evaluate import Evaluation
from planning.slippage import LATER_OFFER, Statement, find_slippage
from planning.snapshot import Precision, Window, inclusive_window

ACTUAL_VINTAGE = "actual"
FIRM = frozenset({"documented", "entered"})


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
        self.frozen = tuple(frozen)
        self.vintages = {it.key: it for it in vintages if it.key != KNOWN_AFTERWARDS}
        self.rows = {
            it.key: it
            for it in statements
            if it.kind == GO_LIVE and it.vintage in self.vintages and it.window_first
        }
        self.statements = _widened(
            [statement_of(it, self.vintages) for it in self.rows.values()],
            _wider_scopes(evaluation, self.rows),
        )
        self.by_vintage: dict[str, dict[str, Statement]] = {}
        self._by_scope: dict[str, list[Statement]] = {}
        for it in self.statements:
            said = self.by_vintage.setdefault(it.vintage, {})
            for scope in it.scopes:
                said.setdefault(scope, it)
                self._by_scope.setdefault(scope, []).append(it)

    def scopes(self) -> tuple[str, ...]:
        """Every scope that has a date of its own, those that plans name first."""
        return tuple(dict.fromkeys((*self.named_by_statements(), *self._all())))

    def named_by_statements(self) -> tuple[str, ...]:
        """The scopes that earlier plans name in dated statements."""
        told = (scope for row in self.rows.values() for scope in row.scopes)
        return tuple(dict.fromkeys(told))

    def _all(self) -> Iterator[str]:
        """Everybody whose date the plan as it stands gives."""
        snapshot = self.evaluation.snapshot
        yield from (f"trust:{it.code}" for it in snapshot.trusts)
        yield from (f"municipality:{it.number}" for it in snapshot.municipalities)
        yield from (f"wave:{it.code}" for it in snapshot.plan.waves)

    def line(self, scope: str) -> ScopeLine | None:
        """The dates of a scope, where there are two or more."""
        stated = self.points(scope)
        points = self._with_today(scope, [*stated, *self._frozen(scope, stated)])
        if len(points) < 2:
            return None
        name = scope_name(scope, self.names)
        return line_of(scope, name, points, self.points(scope + LATER_OFFER))

    def points(self, scope: str) -> list[Point]:
        """What earlier plans say of a scope."""
        return [
            self.point(self.rows[step.statement.key], step.statement.window, scope)
            for step in find_slippage(self._by_scope.get(scope, ()), scope)
        ]

    def _frozen(self, scope: str, stated: Sequence[Point]) -> Iterator[Point]:
        """What baselines say, but that what is known to have been is told once."""
        for plan in self.frozen:
            window = frozen_window(plan.state, scope)
            is_told = stated and stated[-1].mark is Mark.ACTUAL
            if window is None or (is_told and stated[-1].window == window):
                continue
            yield frozen_point(plan, window)

    def point(self, row: StatementRow, window: Window, scope: str) -> Point:
        """What one statement says of a scope."""
        vintage = self.vintages[row.vintage]
        mark = Mark.PLANNED if row.confidence in FIRM else Mark.DERIVED
        if scope.endswith(LATER_OFFER):
            mark = Mark.LATER_OFFER
        if row.vintage == ACTUAL_VINTAGE:
            mark = Mark.ACTUAL
        return Point(
            mark=mark,
            said=inclusive_window(
                vintage.dated_first, vintage.dated_last, Precision(vintage.precision)
            ),
            window=window,
            row=row,
            vintage=vintage,
            through=_through(row, scope),
        )

    def _with_today(self, scope: str, points: list[Point]) -> list[Point]:
        """Add the plan as it stands, unless it repeats what is known to have been."""
        window = scope_window(self.evaluation, scope)
        if not points or window is None:
            return points
        last = points[-1]
        if last.mark is Mark.ACTUAL and last.window == window:
            return points
        is_live = has_happened(self.evaluation, scope)
        return [*points, self.today(window, is_live=is_live)]

    def today(self, window: Window, *, is_live: bool) -> Point:
        """What the plan as it stands says."""
        today = self.evaluation.snapshot.status_date
        mark = Mark.ACTUAL if is_live else Mark.STANDS
        said = Window(today, today + 1, Precision.DAY)
        return Point(mark=mark, said=said, window=window)


def frozen_point(plan: FrozenPlan, window: Window) -> Point:
    """What a baseline says."""
    day = plan.state.status_date
    return Point(
        mark=Mark.REPLACED if plan.replaced_by else Mark.FROZEN,
        said=Window(day, day + 1, Precision.DAY),
        window=window,
        frozen=plan,
    )


def _wider_scopes(
    evaluation: Evaluation, rows: Mapping[str, StatementRow]
) -> dict[str, list[str]]:
    """By statement, the municipalities that it gives a date as part of a wider scope.

    A wave is found by the day that the municipality was decided with: its first.
    """
    snapshot = evaluation.snapshot
    days = {it.municipality: it.decided_day for it in snapshot.plan.placements}
    found: dict[str, list[str]] = {}
    for key, row in rows.items():
        scopes, first = set(row.scopes), row.window_first
        day = to_day(first) if first is not None and _wave_of(row) else None
        found[key] = [
            it.number
            for it in snapshot.municipalities
            if f"region:{it.region}" in scopes
            or (day is not None and days.get(it.number) == day)
        ]
    return found


def _wave_of(row: StatementRow) -> str:
    """The wave that a plan names; what has happened is known of each by itself."""
    if row.vintage == ACTUAL_VINTAGE:
        return ""
    return next((it for it in row.scopes if it.startswith("wave:")), "")


def _widened(
    statements: Sequence[Statement], wider: Mapping[str, Sequence[str]]
) -> list[Statement]:
    """Let each statement speak of everybody that it gives a date for, once a plan."""
    named = {(it.vintage, scope) for it in statements for scope in it.scopes}
    found = []
    for it in statements:
        more = (f"municipality:{number}" for number in wider[it.key])
        new = [scope for scope in more if (it.vintage, scope) not in named]
        named |= {(it.vintage, scope) for scope in new}
        found.append(replace(it, scopes=(*it.scopes, *new)))
    return found


def _through(row: StatementRow, scope: str) -> str:
    """The wider scope that a plan names instead of a municipality."""
    if scope in row.scopes or not scope.startswith("municipality:"):
        return ""
    wide = (it for it in row.scopes if it.startswith(("region:", "wave:")))
    return next(wide, "")


def has_happened(evaluation: Evaluation, scope: str) -> bool:
    """Whether a scope is live."""
    kind, _separator, key = scope.partition(":")
    snapshot = evaluation.snapshot
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
