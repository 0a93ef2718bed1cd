"""Where words stand on a map: beside their mark, or in their area, on nothing else.

Letters are reckoned to be LETTER of their size wide; a label that finds no room is left
out rather than put on top of another.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from math import hypot
from textwrap import wrap

from app.overview.map_ground import TrustArea, grid, is_within
from app.overview.map_marks import Mark
from app.overview.map_projection import HEIGHT, WIDTH, Point

LETTER = 0.56
STEP = 20.0
AIR = 4.0
MOST_CORNER = 7.0
LINE = 1.15
"""How far apart the lines of a label are, in sizes of its letters."""


@dataclass(frozen=True, slots=True)
class Label:
    """Words in one line or more; `anchor` says which part stands at the point."""

    text: str
    at: Point
    anchor: str


@dataclass(frozen=True, slots=True)
class Box:
    """A place that is taken."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "Box") -> bool:
        """Whether two boxes share a spot."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )

    def meets_mark(self, mark: Mark) -> bool:
        """Whether a mark reaches into the box."""
        across = max(self.left - mark.at.x, 0.0, mark.at.x - self.right)
        down = max(self.top - mark.at.y, 0.0, mark.at.y - self.bottom)
        return hypot(across, down) < mark.radius + 1

    @property
    def middle(self) -> Point:
        """The middle of the box."""
        return Point((self.left + self.right) / 2, (self.top + self.bottom) / 2)

    @property
    def is_inside(self) -> bool:
        """Whether the whole box is in the frame."""
        edge = AIR
        return (
            self.left >= edge
            and self.top >= edge
            and self.right <= WIDTH - edge
            and self.bottom <= HEIGHT - edge
        )


def _reach(mark: Mark) -> float:
    """How far a mark reaches whatever its shape, but for the tips of large ones."""
    return mark.radius + 1 + min(mark.radius * 0.35, MOST_CORNER)


def box_of(label: Label, size: float) -> Box:
    """What a label takes up, at a size of its letters."""
    lines = label.text.split("\n")
    width = max(map(len, lines)) * LETTER * size
    below = (len(lines) - 1) * LINE * size
    left = {
        "start": label.at.x,
        "middle": label.at.x - width / 2,
        "end": label.at.x - width,
    }[label.anchor]
    return Box(
        left, label.at.y - size * 0.8, left + width, label.at.y + below + size * 0.25
    )


def label_towns(
    towns: Sequence[tuple[str, Mark]],
    marks: Sequence[Mark],
    size: float,
    taken: Sequence[Box] = (),
) -> tuple[Label, ...]:
    """Write each name beside its mark where there is room, the first first."""
    found: list[Label] = []
    boxes = list(taken)
    for name, mark in towns:
        for label in _beside(name, mark, size):
            box = box_of(label, size)
            if not box.is_inside or any(map(box.meets, boxes)):
                continue
            if any(box.meets_mark(it) for it in marks if it != mark):
                continue
            found.append(label)
            boxes.append(box)
            break
    return tuple(found)


def _beside(name: str, mark: Mark, size: float) -> Iterator[Label]:
    far = _reach(mark) + AIR
    x, y, middle = mark.at.x, mark.at.y, mark.at.y + size * 0.3
    slant = far * 0.72
    yield Label(name, Point(x + far, middle), "start")
    yield Label(name, Point(x - far, middle), "end")
    yield Label(name, Point(x, y - far), "middle")
    yield Label(name, Point(x, y + far + size * 0.75), "middle")
    yield Label(name, Point(x - slant, y - slant), "end")
    yield Label(name, Point(x + slant, y - slant), "start")
    yield Label(name, Point(x - slant, y + slant + size * 0.6), "end")
    yield Label(name, Point(x + slant, y + slant + size * 0.6), "start")


def label_areas(
    areas: Sequence[tuple[str, TrustArea]],
    marks: Sequence[Mark],
    size: float,
    taken: Sequence[Box] = (),
) -> tuple[Label, ...]:
    """Write each name in its area, or else beside it, as near to its middle as can be.

    What finds room inside is written first: the others can go round it.
    """
    found: list[Label] = []
    boxes = list(taken)
    waiting = list(areas)
    for may_be_outside in (False, True):
        for name, area in tuple(waiting):
            others = [it for _name, it in areas if it != area]
            for label in (Label(name, it, "middle") for it in _by_middle(area)):
                box = box_of(label, size)
                if not box.is_inside or any(map(box.meets, boxes)):
                    continue
                if any(map(box.meets_mark, marks)) or _meets_areas(box, others):
                    continue
                if may_be_outside or _is_in(box.middle, area):
                    found.append(label)
                    boxes.append(box)
                    waiting.remove((name, area))
                    break
    return tuple(found)


def _by_middle(area: TrustArea) -> list[Point]:
    corners = list(chain.from_iterable(area.pieces))
    x = sum(it.x for it in corners) / len(corners)
    y = sum(it.y for it in corners) / len(corners)
    return sorted(grid(STEP), key=lambda it: (hypot(it.x - x, it.y - y), it.x, it.y))


def _meets_areas(box: Box, areas: Sequence[TrustArea]) -> bool:
    """Whether an end or the middle of a box lies in one of some areas."""
    down = box.middle.y
    spots = (Point(box.left, down), box.middle, Point(box.right, down))
    return any(_is_in(spot, area) for spot in spots for area in areas)


def _is_in(point: Point, area: TrustArea) -> bool:
    return any(is_within(point, piece) for piece in area.pieces)


def wrapped(text: str, width: int) -> str:
    """The same in lines of so many letters, as far as its words allow."""
    return "\n".join(wrap(text, width, break_long_words=False, break_on_hyphens=False))
