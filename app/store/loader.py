"""Rows to snapshot: everything that the engine is given of one plan.

One query a table, columns instead of objects. Dates in rows are inclusive and turn
into half-open windows here.
"""

from typing import Any

from sqlalchemy import Row, select

from app.extensions import db
from app.store.capacity_loader import load_capacity
from app.store.circumstance_loader import (
    load_acceptances,
    load_bindings,
    load_closed_periods,
    load_components,
    load_decisions,
)
from app.store.fact_loader import load_fact_rows
from app.store.money_loader import load_money
from app.store.proposals import load_unsettled
from app.store.report_loader import load_reports, row_window
from app.store.tables import (
    DeadlineRow,
    MilestoneRow,
    MunicipalityRow,
    PlacementRow,
    PlanRow,
    ProgrammeRow,
    TrustPlacementRow,
    TrustRow,
    WaveRow,
)
from app.store.template_loader import load_template
from app.store.thresholds import load_thresholds
from planning.calendars import to_day
from planning.snapshot import (
    ActivityKind,
    ExplicitDeadline,
    HealthTrust,
    Municipality,
    Placement,
    Plan,
    ProgrammeMilestone,
    Snapshot,
    Wave,
)

ENTERED = "entered"


def load_snapshot(plan: PlanRow) -> Snapshot:
    """Read one plan and the facts it rests on, as the session sees them now."""
    plan_id = plan.id
    status_date, revision = db.session.execute(
        select(ProgrammeRow.status_date, ProgrammeRow.revision)
    ).one()
    waves = load_waves(plan_id)
    codes = {id: wave.code for id, wave in waves.items()}
    municipalities, placements = _municipalities(plan_id, codes)
    template, facts = load_template(plan_id), load_fact_rows()
    decisions, today = load_decisions(facts), to_day(status_date)
    return Snapshot(
        status_date=today,
        plan=Plan(
            name=plan.name,
            waves=tuple(waves.values()),
            placements=placements,
            template=template,
            milestones=_milestones(plan_id),
        ),
        municipalities=municipalities,
        trusts=_trusts(plan_id, codes),
        reports=load_reports(
            facts,
            decisions,
            template=template,
            municipalities=municipalities,
            today=today,
        ),
        deadlines=_deadlines(plan_id),
        decisions=decisions,
        bindings=load_bindings(),
        closed_periods=load_closed_periods(),
        components=load_components(),
        acceptances=load_acceptances(plan_id),
        money=load_money(),
        capacity=load_capacity(),
        proposals=load_unsettled(plan),
        thresholds=load_thresholds(),
        revision=revision,
    )


def load_waves(plan_id: int) -> dict[int, Wave]:
    """The waves of a plan by row, in their sequence."""
    rows = db.session.execute(
        select(
            WaveRow.id,
            WaveRow.code,
            WaveRow.sequence,
            WaveRow.alias,
            WaveRow.window_first,
            WaveRow.window_last,
            WaveRow.precision,
            WaveRow.set_day,
            WaveRow.actual_first,
            WaveRow.actual_last,
            WaveRow.actual_precision,
            WaveRow.confidence,
        )
        .where(WaveRow.plan_id == plan_id)
        .order_by(WaveRow.sequence, WaveRow.id)
    )
    return {row.id: _wave(row) for row in rows}


def _wave(row: Row[Any]) -> Wave:
    return Wave(
        code=row.code,
        sequence=row.sequence,
        aliases=(row.alias,) if row.alias else (),
        window=row_window(row.window_first, row.window_last, row.precision),
        set_day=None if row.set_day is None else to_day(row.set_day),
        actual=row_window(row.actual_first, row.actual_last, row.actual_precision),
        is_entered=row.confidence == ENTERED,
    )


def _code(codes: dict[int, str], wave_id: int | None) -> str | None:
    return None if wave_id is None else codes[wave_id]


def _milestones(plan_id: int) -> tuple[ProgrammeMilestone, ...]:
    """The programme's own dates; one without a date has no place in a network."""
    rows = db.session.execute(
        select(
            MilestoneRow.key,
            MilestoneRow.kind,
            MilestoneRow.window_first,
            MilestoneRow.window_last,
            MilestoneRow.precision,
            MilestoneRow.is_done,
            MilestoneRow.after,
        )
        .where(MilestoneRow.plan_id == plan_id)
        .order_by(MilestoneRow.track.desc(), MilestoneRow.position, MilestoneRow.id)
    )
    return tuple(
        ProgrammeMilestone(
            key=row.key,
            window=window,
            is_phase=row.kind == ActivityKind.PHASE,
            is_done=row.is_done,
            after=row.after,
        )
        for row in rows
        if (window := row_window(row.window_first, row.window_last, row.precision))
    )


def _municipalities(
    plan_id: int, codes: dict[int, str]
) -> tuple[tuple[Municipality, ...], tuple[Placement, ...]]:
    """All municipalities, and where the plan has placed those that it has."""
    placed = (PlacementRow.municipality == MunicipalityRow.number) & (
        PlacementRow.plan_id == plan_id
    )
    rows = db.session.execute(
        select(
            MunicipalityRow.number,
            MunicipalityRow.region,
            MunicipalityRow.trust,
            MunicipalityRow.population,
            MunicipalityRow.holds_option,
            PlacementRow.id.label("placement"),
            PlacementRow.wave_id,
            PlacementRow.decided_day,
        )
        .outerjoin(PlacementRow, placed)
        .order_by(MunicipalityRow.number)
    ).all()
    return tuple(map(_municipality, rows)), tuple(
        _placement(row, codes) for row in rows if row.placement is not None
    )


def _municipality(row: Row[Any]) -> Municipality:
    return Municipality(
        number=row.number,
        region=row.region,
        trust=row.trust,
        population=row.population,
        holds_option=row.holds_option,
    )


def _placement(row: Row[Any], codes: dict[int, str]) -> Placement:
    return Placement(
        municipality=row.number,
        wave=_code(codes, row.wave_id),
        decided_day=None if row.decided_day is None else to_day(row.decided_day),
    )


def _trusts(plan_id: int, codes: dict[int, str]) -> tuple[HealthTrust, ...]:
    placed = (TrustPlacementRow.trust == TrustRow.code) & (
        TrustPlacementRow.plan_id == plan_id
    )
    rows = db.session.execute(
        select(
            TrustRow.code,
            TrustPlacementRow.wave_id,
            TrustRow.actual_first,
            TrustRow.actual_last,
            TrustRow.actual_precision,
        )
        .outerjoin(TrustPlacementRow, placed)
        .order_by(TrustRow.position, TrustRow.code)
    )
    return tuple(
        HealthTrust(
            code=code,
            wave=_code(codes, wave_id),
            actual=row_window(first, last, precision),
        )
        for code, wave_id, first, last, precision in rows
    )


def _deadlines(plan_id: int) -> tuple[ExplicitDeadline, ...]:
    rows = db.session.execute(
        select(
            DeadlineRow.municipality,
            DeadlineRow.activity,
            DeadlineRow.day,
            DeadlineRow.confidence,
        )
        .where(DeadlineRow.plan_id == plan_id)
        .order_by(DeadlineRow.municipality, DeadlineRow.id)
    )
    return tuple(
        ExplicitDeadline(
            municipality=municipality,
            activity=activity,
            day=to_day(day),
            is_entered=confidence == ENTERED,
        )
        for municipality, activity, day, confidence in rows
    )
