"""Where a municipality is placed, with the form that moves it."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.go_live import GoLivePart, wave_go_live
from app.store.names import Names
from app.waves.margins import MarginMark, margin_mark
from app.waves.move_forms import MoveForm
from planning.evaluate import Evaluation


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacementPage:
    """A municipality, its wave and the form; `query` is the filter of the board."""

    number: str
    name: str
    wave: str
    sequence: int
    go_live: GoLivePart | None
    margin: MarginMark | None
    form: MoveForm
    query: Mapping[str, str]


def placement_page(
    evaluation: Evaluation,
    names: Names,
    number: str,
    form: MoveForm,
    *,
    query: Mapping[str, str],
) -> PlacementPage:
    """Tell where a municipality is placed."""
    code = evaluation.wave_of(number)
    wave = next((it for it in evaluation.snapshot.plan.waves if it.code == code), None)
    return PlacementPage(
        number=number,
        name=names.municipality(number),
        wave="" if wave is None else wave.code,
        sequence=0 if wave is None else wave.sequence,
        go_live=None if wave is None else wave_go_live(wave),
        margin=margin_mark(evaluation.margins.get(number)),
        form=form,
        query=query,
    )
