"""What the marks of the map tell: wave, status or margin, by colour and by shape.

A reader who sees no colours has the shape, the legend, the title of each mark, and the
table; in print the same.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from flask_babel import gettext as _
from flask_babel import ngettext

from app.margin_state import MarginState, margin_state
from app.overview.live import is_live
from app.overview.map_marks import CIRCLE
from planning.evaluate import Evaluation

# In the order of the waves; two that come one after the other look least alike.
WAVE_SHAPES = (
    CIRCLE,
    "square",
    "triangle",
    "diamond",
    "hexagon",
    "plus",
    "triangle-down",
    "star",
    "cross",
    "triangle-right",
)
LEFT = "left"
LONG_MARGIN = 180
"""Half a year: the least that lies between two waves of the plan."""


class MapBy(StrEnum):
    """What the marks are told apart by; the values stand in the address."""

    WAVE = "wave"
    STATUS = "status"
    MARGIN = "margin"


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of mark: its shape, its class in the style sheet, what it is called."""

    shape: str
    style: str
    name: str


def read_by(typed: str) -> MapBy:
    """Read what the address asks for; what is not known is told by wave."""
    return next((it for it in MapBy if it.value == typed), MapBy.WAVE)


def list_kinds(evaluation: Evaluation, by: MapBy) -> dict[str, Kind]:
    """Return all kinds of mark by their key, in the order of the legend."""
    return KINDS[by](evaluation)


def find_key(
    evaluation: Evaluation, number: str, by: MapBy, *, has_left: bool = False
) -> str:
    """Return the key of the kind that a municipality is of."""
    if has_left and by is not MapBy.WAVE:
        return LEFT
    return KEY_OF[by](evaluation, number)


def _wave_kinds(evaluation: Evaluation) -> dict[str, Kind]:
    kinds = {}
    for wave in evaluation.snapshot.plan.waves:
        index = (wave.sequence - 1) % len(WAVE_SHAPES)
        kinds[wave.code] = Kind(WAVE_SHAPES[index], f"wave--{index + 1}", wave.code)
    return {**kinds, "": Kind(CIRCLE, "mark--hollow", _("without a wave"))}


def _status_kinds(_evaluation: Evaluation) -> dict[str, Kind]:
    return {
        "live": Kind(CIRCLE, "mark--good", _("Live")),
        "planned": Kind("diamond", "mark--hollow", _("Planned")),
        LEFT: Kind("cross", "mark--hollow", _("Has left")),
    }


def _margin_kinds(_evaluation: Evaluation) -> dict[str, Kind]:
    days = LONG_MARGIN
    return {
        "broken": Kind("cross", "mark--bad", _("The planned date can’t hold")),
        "tight": Kind("triangle-down", "mark--tight", _("No day to spare")),
        "short": Kind(
            "square", "mark--some", _("Up to %(days)s days to spare", days=days)
        ),
        "long": Kind(
            "plus", "mark--good", _("More than %(days)s days to spare", days=days)
        ),
        "live": Kind(CIRCLE, "mark--hollow", _("Live: no date left to hold")),
        "none": Kind("diamond", "mark--hollow", _("Without a date to hold")),
        LEFT: Kind("triangle", "mark--hollow", _("Has left: no date left to hold")),
    }


def _wave_key(evaluation: Evaluation, number: str) -> str:
    return evaluation.wave_of(number) or ""


def _status_key(evaluation: Evaluation, number: str) -> str:
    return "live" if is_live(evaluation, number) else "planned"


def _margin_key(evaluation: Evaluation, number: str) -> str:
    margin = evaluation.margins.get(number)
    state = margin_state(margin)
    if margin is not None and state is MarginState.HOLDS:
        return "short" if margin.days <= LONG_MARGIN else "long"
    if state is MarginState.NONE and is_live(evaluation, number):
        return "live"
    return state.value


KINDS: Mapping[MapBy, Callable[[Evaluation], dict[str, Kind]]] = {
    MapBy.WAVE: _wave_kinds,
    MapBy.STATUS: _status_kinds,
    MapBy.MARGIN: _margin_kinds,
}
KEY_OF: Mapping[MapBy, Callable[[Evaluation, str], str]] = {
    MapBy.WAVE: _wave_key,
    MapBy.STATUS: _status_key,
    MapBy.MARGIN: _margin_key,
}


def by_labels() -> Sequence[tuple[MapBy, str]]:
    """What can be chosen, and what it is called."""
    return (
        (MapBy.WAVE, _("Wave")),
        (MapBy.STATUS, _("Status")),
        (MapBy.MARGIN, _("Margin")),
    )


def standing(evaluation: Evaluation, number: str, *, has_left: bool = False) -> str:
    """Say in a few words where a municipality stands."""
    if has_left:
        return _("has left")
    if is_live(evaluation, number):
        return _("live")
    margin = evaluation.margins.get(number)
    if margin is None:
        return _("planned, without a date")
    if margin.days < 0:
        return str(
            ngettext(
                "planned %(num)s day too early",
                "planned %(num)s days too early",
                -margin.days,
            )
        )
    if margin.days == 0:
        return _("planned, no day to spare")
    return str(
        ngettext(
            "planned, %(num)s day to spare",
            "planned, %(num)s days to spare",
            margin.days,
        )
    )
