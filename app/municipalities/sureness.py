"""How sure it is that a municipality goes live when it does: who says so."""

from dataclasses import dataclass

from app.extensions import db
from app.live import is_live
from app.municipalities import queries
from app.provenance import ProvenancePart, Sources
from app.store.tables import PlanRow, WaveRow
from planning.evaluate import Evaluation
from planning.rollout import GO_LIVE

ENTERED = "entered"


@dataclass(frozen=True, slots=True)
class SurePart:
    """Who says that it is in its wave, and that the wave goes live then.

    Both are None where nobody does; of what is live only the report is told.
    """

    placed: ProvenancePart | None
    dated: ProvenancePart | None
    reported: ProvenancePart | None


def sure_part(
    evaluation: Evaluation, plan: PlanRow, number: str, sources: Sources
) -> SurePart:
    """Tell where the wave of a municipality and its date come from."""
    report = queries.find_report(number, GO_LIVE)
    if report is not None and is_live(evaluation, number):
        return SurePart(None, None, sources.of(report))
    placement = queries.find_placement(plan, number)
    if placement is None or placement.wave_id is None:
        return SurePart(None, None, None)
    wave = db.session.get_one(WaveRow, placement.wave_id)
    return SurePart(sources.of(placement), _dated(wave, sources), None)


def _dated(wave: WaveRow, sources: Sources) -> ProvenancePart | None:
    if wave.set_day is not None:
        return ProvenancePart(ENTERED)
    return None if wave.window_first is None else sources.of(wave)
