"""What earlier plans said of a scope, beside what the plan says now.

A scope is a trust, a region or a municipality. What became known after the status
date is no plan: it stays out of these tables.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from flask_babel import gettext as _
from sqlalchemy import select

from app.extensions import db
from app.filters import dated, moved, window
from app.provenance import ProvenancePart, Sources
from app.store.columns import Texts
from app.store.names import Names
from app.store.tables import StatementRow, VintageRow
from planning.evaluate import Evaluation
from planning.slippage import LATER_OFFER, Statement, find_slippage
from planning.snapshot import Precision, Window, inclusive_window

KNOWN_AFTERWARDS = "known-afterwards"
GO_LIVE = "go-live"
TODAY = "today"


@dataclass(frozen=True, slots=True)
class VintageStep:
    """One plan's date for a scope, and how far it is from the plan before.

    `whose` is in the lines of today alone: whose date it is.
    """

    plan: Texts
    dated: str
    told: str
    printed: str
    moved: str
    is_today: bool
    whose: str
    provenance: ProvenancePart | None


@dataclass(frozen=True, slots=True)
class ScopeHistory:
    """All that was planned for a scope, oldest first, and the later offer apart."""

    steps: tuple[VintageStep, ...]
    later_offer: tuple[VintageStep, ...]


class EarlierPlans:
    """Go-live dates of all earlier plans, read once and asked for by scope."""

    def __init__(
        self,
        vintages: Iterable[VintageRow],
        statements: Iterable[StatementRow],
        sources: Sources,
    ) -> None:
        self._vintages = {it.key: it for it in vintages if it.key != KNOWN_AFTERWARDS}
        self._rows = {
            it.key: it
            for it in statements
            if it.kind == GO_LIVE and it.vintage in self._vintages and it.window_first
        }
        self._sources = sources

    def scopes(self) -> tuple[str, ...]:
        """Every scope that two plans or more speak of."""
        told = [scope for row in self._rows.values() for scope in set(row.scopes)]
        return tuple(sorted({it for it in told if told.count(it) > 1}))

    def history(
        self,
        scope: str,
        today: Window | None = None,
        *,
        whose: str = "",
        own: tuple[str, Window | None] | None = None,
    ) -> ScopeHistory:
        """Tell how the date of a scope moved, down to the plan of today.

        `whose` date that of today is; `own` is the line of somebody within the scope.
        """
        steps = [
            replace(it, whose=whose) if it.is_today else it
            for it in self._steps(scope, today)
        ]
        if steps and own is not None and own[1] is not None:
            steps.append(_own_step(own[0], own[1]))
        return ScopeHistory(tuple(steps), self._steps(scope + LATER_OFFER, None))

    def _steps(self, scope: str, today: Window | None) -> tuple[VintageStep, ...]:
        statements = [statement_of(it, self._vintages) for it in self._rows.values()]
        if today is not None:
            statements.append(_today(scope, today))
        found = find_slippage(statements, scope)
        if not any(step.statement.key != TODAY for step in found):
            return ()
        before = [None, *(it.statement.window for it in found)]
        return tuple(
            self._step(it.statement, _moved(was, it.statement.window))
            for it, was in zip(found, before, strict=False)
        )

    def _step(self, statement: Statement, moved_text: str) -> VintageStep:
        step = replace(
            _own_step("", statement.window),
            moved=moved_text,
            is_today=statement.key == TODAY,
        )
        row = self._rows.get(statement.key)
        if row is None:
            return step
        vintage = self._vintages[row.vintage]
        return replace(
            step,
            plan=vintage.names,
            dated=dated(vintage.dated_first, vintage.dated_last, vintage.precision),
            printed=row.printed,
            provenance=self._sources.of(row),
        )


def _own_step(whose: str, today: Window) -> VintageStep:
    return VintageStep(
        plan={},
        dated="",
        told=window(today),
        printed="",
        moved="",
        is_today=True,
        whose=whose,
        provenance=None,
    )


def _moved(before: Window | None, after: Window) -> str:
    """Say how far a date is from the one before, by their first days."""
    if before is None:
        return ""
    days = after.start - before.start
    if days == 0 and not (before.is_day and after.is_day):
        return _("the same first day")
    return moved(days)


def get_earlier_plans(sources: Sources) -> EarlierPlans:
    """Read the vintages and what they say."""
    return EarlierPlans(list_vintages(), list_statements(), sources)


def list_vintages() -> Sequence[VintageRow]:
    """Earlier plans, oldest first."""
    return db.session.scalars(select(VintageRow).order_by(VintageRow.position)).all()


def list_statements() -> Sequence[StatementRow]:
    """What they say, in the order of the plans."""
    rows = select(StatementRow).order_by(StatementRow.position, StatementRow.key)
    return db.session.scalars(rows).all()


def statement_of(row: StatementRow, vintages: Mapping[str, VintageRow]) -> Statement:
    """What a row says, for the engine."""
    first = row.window_first or row.window_last or date.min
    return Statement(
        key=row.key,
        vintage=row.vintage,
        position=vintages[row.vintage].position,
        scopes=tuple(row.scopes),
        window=inclusive_window(
            first, row.window_last or first, Precision(row.precision)
        ),
    )


def _today(scope: str, window: Window) -> Statement:
    return Statement(
        key=TODAY, vintage=TODAY, position=10**6, scopes=(scope,), window=window
    )


def scope_name(scope: str, names: Names) -> str:
    """What a scope is called."""
    kind, _separator, key = scope.partition(":")
    by_kind = {
        "trust": names.trust,
        "region": names.region,
        "municipality": names.municipality,
        "wave": names.wave,
    }
    return by_kind[kind](key)


def scope_window(evaluation: Evaluation, scope: str) -> Window | None:
    """When a scope goes live by the plan of today; a region only as one."""
    kind, _separator, key = scope.partition(":")
    if kind == "trust":
        return trust_window(evaluation, key)
    if kind == "wave":
        return wave_window(evaluation, key)
    if kind == "municipality":
        return municipality_window(evaluation, key)
    windows = {
        municipality_window(evaluation, it.number)
        for it in evaluation.snapshot.municipalities
        if it.region == key
    }
    return windows.pop() if len(windows) == 1 else None


def municipality_window(evaluation: Evaluation, number: str) -> Window | None:
    """When a municipality goes live by the plan of today, or did."""
    for report in evaluation.snapshot.reports:
        if report.municipality == number and report.activity == GO_LIVE:
            return report.finish or report.start
    if evaluation.go_live(number) is None:
        return None
    return wave_window(evaluation, evaluation.wave_of(number))


def trust_window(evaluation: Evaluation, code: str) -> Window | None:
    """When a trust goes live by the plan of today, or did."""
    trust = next((it for it in evaluation.snapshot.trusts if it.code == code), None)
    if trust is None:
        return None
    return trust.actual or wave_window(evaluation, trust.wave)


def wave_window(evaluation: Evaluation, code: str | None) -> Window | None:
    """When a wave goes live by the plan of today, or did."""
    wave = next((it for it in evaluation.snapshot.plan.waves if it.code == code), None)
    if wave is None:
        return None
    if wave.actual is None and wave.set_day is not None:
        return Window(wave.set_day, wave.set_day + 1, Precision.DAY)
    return wave.actual or wave.window
