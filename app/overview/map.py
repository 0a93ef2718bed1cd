"""The municipalities on a map and in its table, ready to print.

Numbers of the drawing are text already, in the units of its frame.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from flask import url_for
from flask_babel import gettext as _
from flask_babel import ngettext

from app.filters import number, signed_days
from app.overview.due import DEFAULT_RANGE
from app.overview.map_drawing import Drawing, draw
from app.overview.map_kinds import (
    Kind,
    MapBy,
    by_labels,
    find_key,
    list_kinds,
    standing,
)
from app.overview.map_marks import Mark, Place, corners_of
from app.overview.map_paper import MapGround, ground, path_text, text
from app.overview.map_projection import Point
from app.store.names import Names
from app.ways_out import list_left
from planning.evaluate import Evaluation

ROOM_FOR_CODE = 16.5
"""The radius from which the code of a wave fits inside a mark."""
EASY_TO_HIT = 13.0
ROUND_THE_MARK = 5.0
"""How far what can be hit, and the ring of the focus, reach past a mark."""
LEGEND_MIDDLE, LEGEND_RADIUS = Point(12, 12), 7.5


@dataclass(frozen=True, slots=True)
class MapChoice:
    """One thing that the marks can be told apart by."""

    value: str
    label: str
    url: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class Drawn:
    """A shape: a circle where it has no path."""

    x: str
    y: str
    radius: str
    path: str
    style: str


@dataclass(frozen=True, slots=True)
class MapMark:
    """A municipality on the map: what it is called, and what stands inside it."""

    number: str
    title: str
    shape: Drawn
    reach: str
    code: str


@dataclass(frozen=True, slots=True)
class LegendLine:
    """What a kind of mark means, and how many there are."""

    shape: Drawn
    name: str
    count: str


@dataclass(frozen=True, slots=True)
class MapLine:
    """A municipality in the table beside the map."""

    number: str
    name: str
    trust: str
    population: str
    wave: str
    sequence: int
    standing: str
    margin: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MapPart:
    """The map, its legend and its table; `asked` is None for the first choice."""

    asked: str | None
    choices: tuple[MapChoice, ...]
    marks: tuple[MapMark, ...]
    ground: MapGround
    legend: tuple[LegendLine, ...]
    lines: tuple[MapLine, ...]
    summary: str


def map_part(
    evaluation: Evaluation,
    places: Sequence[Place],
    names: Names,
    *,
    by: MapBy,
    days: int,
) -> MapPart:
    """Draw the municipalities by name; `days` is what else the address asks for."""
    drawing = draw(tuple(places), _named_trusts(places, names))
    kinds = list_kinds(evaluation, by)
    gone = list_left(evaluation)
    keys = {
        it.number: find_key(evaluation, it.number, by, has_left=it.number in gone)
        for it in places
    }
    lines = _lines(evaluation, places, names, gone)
    return MapPart(
        asked=None if by is MapBy.WAVE else by.value,
        choices=_choices(by, days),
        marks=_marks(drawing, kinds, keys, lines, by),
        ground=ground(drawing, max((it.population for it in places), default=0)),
        legend=_legend(kinds, Counter(keys.values())),
        lines=lines,
        summary=_summary(by),
    )


def _named_trusts(places: Sequence[Place], names: Names) -> tuple[tuple[str, str], ...]:
    codes = sorted({it.trust for it in places} - {""})
    return tuple((it, names.trust(it)) for it in codes)


def _choices(by: MapBy, days: int) -> tuple[MapChoice, ...]:
    asked_days = None if days == DEFAULT_RANGE else days
    return tuple(
        MapChoice(
            it.value,
            label,
            url_for("overview.overview", map=it.value, days=asked_days),
            it is by,
        )
        for it, label in by_labels()
    )


def _drawn(kind: Kind, at: Point, radius: float) -> Drawn:
    corners = corners_of(kind.shape, at, radius)
    path = path_text(corners, closed=True) if corners else ""
    return Drawn(text(at.x), text(at.y), text(radius), path, kind.style)


def _marks(
    drawing: Drawing,
    kinds: Mapping[str, Kind],
    keys: Mapping[str, str],
    lines: Sequence[MapLine],
    by: MapBy,
) -> tuple[MapMark, ...]:
    line_of = {it.number: it for it in lines}
    return tuple(
        MapMark(
            number=it.number,
            title=_title(line_of[it.number]),
            shape=_drawn(kinds[keys[it.number]], it.at, it.radius),
            reach=text(max(it.radius * 1.15 + ROUND_THE_MARK, EASY_TO_HIT)),
            code=_code(it, line_of[it.number], by),
        )
        for it in drawing.marks
    )


def _code(mark: Mark, line: MapLine, by: MapBy) -> str:
    return line.wave if by is MapBy.WAVE and mark.radius >= ROOM_FOR_CODE else ""


def _title(line: MapLine) -> str:
    given = {
        "name": line.name,
        "standing": line.standing,
        "population": line.population,
    }
    if not line.wave:
        return _(
            "%(name)s, in no wave: %(standing)s. Inhabitants: %(population)s", **given
        )
    return _(
        "%(name)s in %(wave)s: %(standing)s. Inhabitants: %(population)s",
        wave=line.wave,
        **given,
    )


def _legend(
    kinds: Mapping[str, Kind], counts: Mapping[str, int]
) -> tuple[LegendLine, ...]:
    """Only what is on the map: a mark that nobody has is nothing to look for."""
    return tuple(
        LegendLine(
            _drawn(kind, LEGEND_MIDDLE, LEGEND_RADIUS),
            kind.name,
            ngettext(
                "%(num)s municipality", "%(num)s municipalities", counts.get(key, 0)
            ),
        )
        for key, kind in kinds.items()
        if counts.get(key)
    )


def _lines(
    evaluation: Evaluation,
    places: Sequence[Place],
    names: Names,
    gone: frozenset[str],
) -> tuple[MapLine, ...]:
    sequences = {it.code: it.sequence for it in evaluation.snapshot.plan.waves}
    wave_of = {it.number: evaluation.wave_of(it.number) or "" for it in places}
    return tuple(
        MapLine(
            number=it.number,
            name=it.name,
            trust=names.trust(it.trust) if it.trust else "",
            population=number(it.population),
            wave=wave_of[it.number],
            sequence=sequences.get(wave_of[it.number], 0),
            standing=standing(evaluation, it.number, has_left=it.number in gone),
            margin=_margin(evaluation, it.number),
        )
        for it in places
    )


def _margin(evaluation: Evaluation, municipality: str) -> str:
    margin = evaluation.margins.get(municipality)
    return "" if margin is None else signed_days(margin.days)


def _summary(by: MapBy) -> str:
    texts: Mapping[MapBy, str] = {
        MapBy.WAVE: _("Colour and shape tell the wave, size the inhabitants."),
        MapBy.STATUS: _("Colour and shape tell the status, size the inhabitants."),
        MapBy.MARGIN: _(
            "Colour and shape tell the days to spare before go-live, size the"
            " inhabitants."
        ),
    }
    return texts[by]
