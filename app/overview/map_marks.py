"""The marks of a map: how large each is, and where it stands.

A mark's area is in proportion to the inhabitants. Marks that would cover each other are
pushed apart, the smaller the further; the same places always end up at the same spots,
in whatever order they are given.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import cos, hypot, pi, sin, sqrt

from app.overview.map_projection import HEIGHT, WIDTH, Frame, Point

LARGEST_RADIUS = 58.0
LEAST_ROOM = 5.0
"""What the smallest mark takes up: its neighbours leave it in sight."""
GAP = 1.5
ROUNDS = 400
TURN = pi * (3 - sqrt(5))
"""The golden angle: marks on one spot part in different directions."""


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """What a municipality is drawn by."""

    number: str
    name: str
    centre: str
    trust: str
    population: int
    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark in the drawing; its area is that of a circle with its radius."""

    number: str
    at: Point
    radius: float

    @property
    def room(self) -> float:
        """The radius of what no other mark should stand on."""
        return max(self.radius, LEAST_ROOM) + GAP


def radius_of(population: int, largest: int) -> float:
    """The radius of a mark where the largest population has LARGEST_RADIUS."""
    return LARGEST_RADIUS * sqrt(population / largest) if population > 0 else 0.0


def draw_marks(places: Sequence[Place], frame: Frame) -> tuple[Mark, ...]:
    """Return a mark for each place, the largest first so that the small stay on top."""
    ordered = sorted(places)
    largest = max((it.population for it in ordered), default=0)
    marks = [
        Mark(
            it.number,
            frame.place(it.latitude, it.longitude),
            radius_of(it.population, largest),
        )
        for it in ordered
    ]
    placed = _push_apart(marks)
    return tuple(sorted(placed, key=lambda it: (-it.radius, it.number)))


def _push_apart(marks: Sequence[Mark]) -> list[Mark]:
    """Move what overlaps, a little at a time, until nothing does."""
    rooms = [it.room for it in marks]
    spots = [[it.at.x, it.at.y] for it in marks]
    _hold_inside(spots, rooms)
    for _round in range(ROUNDS):
        if not _push_once(spots, rooms):
            break
        _hold_inside(spots, rooms)
    return [
        Mark(it.number, Point(*spot), it.radius)
        for it, spot in zip(marks, spots, strict=True)
    ]


def _push_once(spots: list[list[float]], rooms: Sequence[float]) -> bool:
    moved = False
    for first, one in enumerate(spots):
        for second in range(first + 1, len(spots)):
            other = spots[second]
            wanted = rooms[first] + rooms[second]
            across, down = other[0] - one[0], other[1] - one[1]
            if across * across + down * down >= wanted * wanted - 0.01:
                continue
            moved = True
            _part(one, other, (across, down), (rooms[first], rooms[second]), second)
    return moved


def _part(
    one: list[float],
    other: list[float],
    between: tuple[float, float],
    rooms: tuple[float, float],
    turn: int,
) -> None:
    """Move two that overlap until they don't: each as far as the other is large."""
    apart = hypot(*between)
    if apart < 1e-6:
        way = (cos(turn * TURN), sin(turn * TURN))
    else:
        way = (between[0] / apart, between[1] / apart)
    push = sum(rooms) - apart
    share = rooms[1] ** 2 / (rooms[0] ** 2 + rooms[1] ** 2)
    for axis in (0, 1):
        one[axis] -= way[axis] * push * share
        other[axis] += way[axis] * push * (1 - share)


def _hold_inside(spots: list[list[float]], rooms: Sequence[float]) -> None:
    for spot, room in zip(spots, rooms, strict=True):
        spot[0] = min(max(spot[0], room), WIDTH - room)
        spot[1] = min(max(spot[1], room), HEIGHT - room)


def _ring(count: int, *, start: float = -90.0) -> tuple[tuple[float, float], ...]:
    """Corners on a circle, from the top."""
    angles = [(start + 360 * step / count) * pi / 180 for step in range(count)]
    return tuple((cos(angle), sin(angle)) for angle in angles)


def _star() -> tuple[tuple[float, float], ...]:
    outer, inner = _ring(5), _ring(5, start=-54.0)
    return tuple(
        corner
        for far, near in zip(outer, inner, strict=True)
        for corner in (far, (near[0] * 0.5, near[1] * 0.5))
    )


_ARM = 0.38
_PLUS = (
    (-_ARM, -1), (_ARM, -1), (_ARM, -_ARM), (1, -_ARM), (1, _ARM), (_ARM, _ARM),
    (_ARM, 1), (-_ARM, 1), (-_ARM, _ARM), (-1, _ARM), (-1, -_ARM), (-_ARM, -_ARM),
)  # fmt: skip
_SLANT = sqrt(0.5)

CIRCLE = "circle"
SHAPES: Mapping[str, tuple[tuple[float, float], ...]] = {
    "square": ((-1, -1), (1, -1), (1, 1), (-1, 1)),
    "diamond": _ring(4),
    "triangle": _ring(3),
    "triangle-down": _ring(3, start=90.0),
    "plus": _PLUS,
    "star": _star(),
    "hexagon": _ring(6, start=0.0),
    "cross": tuple(((x - y) * _SLANT, (x + y) * _SLANT) for x, y in _PLUS),
    "triangle-right": _ring(3, start=0.0),
}
"""The corners of every shape but the circle; their scale is of no matter."""


def area(corners: Sequence[tuple[float, float]]) -> float:
    """The area inside some corners."""
    following = [*corners[1:], *corners[:1]]
    pairs = zip(corners, following, strict=True)
    return abs(sum(x * down - across * y for (x, y), (across, down) in pairs)) / 2


def corners_of(shape: str, at: Point, radius: float) -> tuple[Point, ...]:
    """The corners of a shape with the area of a circle; a circle has none."""
    if shape == CIRCLE:
        return ()
    corners = SHAPES[shape]
    scale = radius * sqrt(pi / area(corners))
    return tuple(Point(at.x + x * scale, at.y + y * scale) for x, y in corners)
