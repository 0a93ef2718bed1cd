"""The chain as a drawing: its days down a line, as far apart as they are in time.

The list beside it says the same in words. Measures are pixels of the picture.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from app.dates.chain import ChainPart
from planning.explanation import ChainLink

LEAST, MOST = 46, 150
PIXELS_A_DAY = 0.3
TOP, BOTTOM = 18, 28
WIDTH = 272


@dataclass(frozen=True, slots=True)
class Mark:
    """A date on the line."""

    y: int
    label: str
    name_y: int
    name: str
    state: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """Marks from the date that is asked about down to the fact."""

    width: int
    height: int
    marks: tuple[Mark, ...]
    lines: tuple[tuple[int, int], ...]


def draw(parts: Sequence[ChainPart], links: Sequence[ChainLink]) -> Drawing:
    """Place the dates of a chain one under the other."""
    y, marks = TOP, []
    for index, (part, link) in enumerate(zip(parts, links, strict=True)):
        if index:
            apart = abs(link.start - links[index - 1].start)
            y += round(min(MOST, max(LEAST, apart * PIXELS_A_DAY)))
        name = short(part.name)
        marks.append(Mark(y, part.day, y + 15, name, part.state.value))
    ends = [mark.y for mark in marks]
    return Drawing(
        WIDTH,
        y + BOTTOM,
        tuple(marks),
        tuple(pairwise(ends)),
    )


def short(name: str, longest: int = 36) -> str:
    """A name that fits beside the line; the list has all of it."""
    return name if len(name) <= longest else f"{name[: longest - 1].rstrip()}…"
