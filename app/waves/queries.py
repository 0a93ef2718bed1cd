"""Reads of waves and of who is placed in them."""

from collections.abc import Sequence

from flask import abort
from sqlalchemy import select

from app.extensions import db
from app.store.tables import PlacementRow, PlanRow, WaveRow


def list_waves(plan: PlanRow) -> Sequence[WaveRow]:
    """The waves of a plan in their sequence."""
    return db.session.scalars(
        select(WaveRow)
        .where(WaveRow.plan_id == plan.id)
        .order_by(WaveRow.sequence, WaveRow.id)
    ).all()


def find_wave(plan: PlanRow, typed: str) -> WaveRow | None:
    """Return a wave by its code or alias, in capital letters or small."""
    wanted = typed.strip().upper()
    return next(
        (
            wave
            for wave in list_waves(plan)
            if wanted and wanted in {wave.code.upper(), wave.alias.upper()}
        ),
        None,
    )


def get_wave(plan: PlanRow, typed: str) -> WaveRow:
    """The same; an unknown code is not found."""
    return find_wave(plan, typed) or abort(404)


def get_placement(plan: PlanRow, municipality: str) -> PlacementRow:
    """Return where a municipality is placed; an unknown number is not found."""
    found = db.session.scalar(
        select(PlacementRow).where(
            PlacementRow.plan_id == plan.id,
            PlacementRow.municipality == municipality,
        )
    )
    return found or abort(404)
