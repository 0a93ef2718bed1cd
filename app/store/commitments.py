"""The facts of the chain, gathered from all that tells one, each thing once.

Facts stand in rows of their own, in the registers of shares and of agreements, in
decisions and in reports of what is done. What is reported as done without a date was
done by the status date at the latest.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Row, select

from app.extensions import db
from app.store import results
from app.store.agreements import agreement_register
from app.store.loader import ENTERED
from app.store.shares import share_register
from app.store.tables import CommitmentFactRow, DecisionRow, ReportRow
from planning.calendars import to_day
from planning.circumstances import Outcome
from planning.rights.chain import Fact, FactKind, Origin, assemble
from planning.rights.told import DECIDED, REPORTED, registered
from planning.rights.ways_out import released
from planning.rollout import GO_LIVE
from planning.snapshot import ReportState

Facts = tuple[Fact, ...]
BY_THEN = "by"
"""The precision of what is reported as done, and not when."""


def facts_by_municipality() -> Mapping[str, Facts]:
    """The facts of every municipality that has any, in order; kept by revision."""
    key = ("facts", results.revision())
    found: Mapping[str, Facts] | None = results.results().find(key)
    if found is None:
        found = _gathered()
        results.results().keep(key, found)
    return found


def facts_of(number: str) -> Facts:
    """The facts of one municipality, in order."""
    return facts_by_municipality().get(number, ())


def _gathered() -> Mapping[str, Facts]:
    told: dict[str, list[Fact]] = {}
    for fact in _told():
        told.setdefault(fact.municipality, []).append(fact)
    return {number: assemble(facts) for number, facts in told.items()}


def _told() -> Iterator[Fact]:
    yield from _facts()
    register = share_register()
    yield from registered(register.ledger, register.rules.owners)
    yield from agreement_register().facts()
    yield from _decided()
    yield from _reported()
    yield from _live()


def _facts() -> Iterator[Fact]:
    for row in db.session.execute(
        select(
            CommitmentFactRow.id,
            CommitmentFactRow.municipality,
            CommitmentFactRow.kind,
            CommitmentFactRow.happened_first.label("first"),
            CommitmentFactRow.happened_last.label("last"),
            CommitmentFactRow.precision,
            CommitmentFactRow.case_number,
            CommitmentFactRow.source,
            CommitmentFactRow.confidence,
        )
    ):
        origin = Origin.FACT if row.confidence == ENTERED else Origin.SOURCE
        yield _fact(row, FactKind(row.kind), origin, case_number=row.case_number)


def _decided() -> Iterator[Fact]:
    for row in db.session.execute(
        select(
            DecisionRow.id,
            DecisionRow.municipality,
            DecisionRow.outcome,
            DecisionRow.decided_first.label("first"),
            DecisionRow.decided_last.label("last"),
            DecisionRow.precision,
            DecisionRow.case_number,
            DecisionRow.source,
        )
    ):
        kind = DECIDED.get(Outcome(row.outcome))
        if kind is not None:
            yield _fact(row, kind, Origin.DECISION, case_number=row.case_number)


def _reported() -> Iterator[Fact]:
    by_then = results.programme().status_date
    for row in db.session.execute(
        select(
            ReportRow.id,
            ReportRow.municipality,
            ReportRow.activity,
            ReportRow.finish_first,
            ReportRow.finish_last,
            ReportRow.start_first,
            ReportRow.start_last,
            ReportRow.precision,
            ReportRow.source,
        ).where(
            ReportRow.state == ReportState.DONE.value,
            ReportRow.activity.in_(REPORTED),
        )
    ):
        first, last = _done(row)
        for kind in REPORTED[row.activity]:
            yield Fact(
                municipality=row.municipality,
                kind=kind,
                first=to_day(first or by_then),
                last=to_day(last or by_then),
                precision=row.precision if first else BY_THEN,
                sources=tuple(row.source.split()),
                origin=Origin.REPORT,
                key=row.id,
            )


def _live() -> Iterator[Fact]:
    """Who went live with the wave, where nobody has reported otherwise or left."""
    snapshot = results.evaluation(results.current_plan()).snapshot
    actual = {it.code: it.actual for it in snapshot.plan.waves if it.actual is not None}
    reported = {it.municipality for it in snapshot.reports if it.activity == GO_LIVE}
    reported |= released(snapshot)
    for placement in snapshot.plan.placements:
        window = actual.get(placement.wave or "")
        if window is not None and placement.municipality not in reported:
            yield Fact(
                municipality=placement.municipality,
                kind=FactKind.IN_PRODUCTION,
                first=window.start,
                last=window.last,
                precision=window.precision,
                origin=Origin.REPORT,
            )


def _done(row: Row[Any]) -> tuple[date | None, date | None]:
    """When it was done, as exactly as it is known; one date alone is both."""
    days: Sequence[tuple[date | None, date | None]] = (
        (row.finish_first, row.finish_last),
        (row.start_first, row.start_last),
    )
    first, last = next((it for it in days if any(it)), (None, None))
    return first or last, last or first


def _fact(row: Row[Any], kind: FactKind, origin: Origin, *, case_number: str) -> Fact:
    return Fact(
        municipality=row.municipality,
        kind=kind,
        first=to_day(row.first),
        last=to_day(row.last),
        precision=row.precision,
        case_number=case_number,
        sources=tuple(row.source.split()),
        origin=origin,
        key=row.id,
    )
