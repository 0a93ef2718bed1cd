"""The drawing of a map, from places alone: what can be looked at is told elsewhere.

It is drawn once for the same places and kept: it takes longer than a page may.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from app.overview.map_ground import (
    DegreeLine,
    TrustArea,
    draw_areas,
    draw_degrees,
    scale_length,
)
from app.overview.map_labels import (
    Box,
    Label,
    box_of,
    label_areas,
    label_towns,
    wrapped,
)
from app.overview.map_marks import Mark, Place, draw_marks
from app.overview.map_projection import HEIGHT, WIDTH, fit

WIDE_LETTERS = 15.0
NARROW_LETTERS = 30.0
"""A phone shows the drawing at about a third: its letters are twice as large."""
WIDE_TOWNS, NARROW_TOWNS = 14, 6
NARROW_LINE = 17
KEPT = 8


@dataclass(frozen=True, slots=True)
class Words:
    """The words on a map, for one size of its letters."""

    towns: tuple[Label, ...]
    trusts: tuple[Label, ...]


@dataclass(frozen=True, slots=True)
class Drawing:
    """Marks and ground, in the units of the frame."""

    marks: tuple[Mark, ...]
    degrees: tuple[DegreeLine, ...]
    areas: tuple[TrustArea, ...]
    wide: Words
    narrow: Words
    scale: float


@lru_cache(maxsize=KEPT)
def draw(places: tuple[Place, ...], trusts: tuple[tuple[str, str], ...]) -> Drawing:
    """Draw some places; `trusts` are the codes and names of those that are written."""
    frame = fit((it.latitude, it.longitude) for it in places)
    marks = draw_marks(places, frame)
    by_number = {it.number: it for it in places}
    areas = draw_areas([(by_number[it.number].trust, it.at) for it in marks])
    towns = [(by_number[it.number].centre, it) for it in marks]
    names = dict(trusts)
    named = [(names[it.trust], it) for it in areas if it.trust in names]
    folded = [(wrapped(name, NARROW_LINE), it) for name, it in named]
    return Drawing(
        marks=marks,
        degrees=draw_degrees(frame),
        areas=areas,
        wide=_words(towns[:WIDE_TOWNS], named, marks, WIDE_LETTERS),
        narrow=_words(towns[:NARROW_TOWNS], folded, marks, NARROW_LETTERS),
        scale=scale_length(frame),
    )


def _words(
    towns: Sequence[tuple[str, Mark]],
    areas: Sequence[tuple[str, TrustArea]],
    marks: Sequence[Mark],
    size: float,
) -> Words:
    """Towns first; trusts where they leave room. Degrees and keys have their own."""
    edges = [
        Box(0, 0, size * 3, HEIGHT),
        Box(0, HEIGHT - size * 1.6, WIDTH, HEIGHT),
        Box(WIDTH * 0.74, HEIGHT * 0.66, WIDTH, HEIGHT),
    ]
    written = label_towns(towns, marks, size, edges)
    taken = [*edges, *(box_of(it, size) for it in written)]
    return Words(written, label_areas(areas, marks, size, taken))
