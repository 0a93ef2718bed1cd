"""What lies under the marks of a map: lines of degrees, areas of trusts, a scale.

The area of a trust is what lies within REACH of one of its municipalities and nearer to
it than to one of another trust, less a gap: areas never meet, so that their edges can
be seen without colour.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import cos, floor, hypot, pi, sin

from app.overview.map_projection import (
    HEIGHT,
    WIDTH,
    Frame,
    Point,
    is_inside,
)

REACH = 78.0
HALF_GAP = 3.0
CORNERS = 30
SAMPLES = 24
SCALE_KM = 50
WEST, EAST = -2, 34
SOUTH, NORTH = 55, 74


@dataclass(frozen=True, slots=True)
class DegreeLine:
    """A line of latitude or longitude, and where its label stands: on an edge."""

    degrees: int
    is_latitude: bool
    points: tuple[Point, ...]
    label: Point


@dataclass(frozen=True, slots=True)
class TrustArea:
    """The area of a trust as pieces that overlap; together they are the area."""

    trust: str
    pieces: tuple[tuple[Point, ...], ...]


def draw_degrees(frame: Frame) -> tuple[DegreeLine, ...]:
    """Every degree of latitude and every other of longitude that crosses the frame."""
    return tuple(_parallels(frame)) + tuple(_meridians(frame))


def _parallels(frame: Frame) -> Iterator[DegreeLine]:
    for degrees in range(SOUTH, NORTH):
        longitudes = _between(WEST, EAST, 6)
        points = [frame.place(degrees, it) for it in longitudes]
        seen = _seen(points)
        if seen:
            yield DegreeLine(degrees, True, seen, _crossing_left(points))


def _meridians(frame: Frame) -> Iterator[DegreeLine]:
    for degrees in range(WEST, EAST, 2):
        points = [frame.place(it, degrees) for it in _between(SOUTH, NORTH, 6)]
        seen = _seen(points)
        if seen:
            yield DegreeLine(degrees, False, seen, _crossing_bottom(points))


def _between(first: int, last: int, steps: int) -> list[float]:
    return [first + it / steps for it in range((last - first) * steps + 1)]


def _seen(points: Sequence[Point]) -> tuple[Point, ...]:
    """The part of a line that is in the frame, and a step more at both ends."""
    inside = [index for index, it in enumerate(points) if is_inside(it)]
    if not inside:
        return ()
    return tuple(points[max(inside[0] - 1, 0) : inside[-1] + 2])


def _crossing_left(points: Sequence[Point]) -> Point:
    """Where a line comes in from the left."""
    for one, other in pairwise(points):
        if one.x <= 0 < other.x:
            part = -one.x / (other.x - one.x)
            return Point(0.0, one.y + part * (other.y - one.y))
    return Point(0.0, points[0].y)


def _crossing_bottom(points: Sequence[Point]) -> Point:
    """Where a line comes in from below."""
    for one, other in pairwise(points):
        if one.y >= HEIGHT > other.y:
            part = (HEIGHT - one.y) / (other.y - one.y)
            return Point(one.x + part * (other.x - one.x), HEIGHT)
    return Point(points[0].x, HEIGHT)


def scale_length(frame: Frame) -> float:
    """How long SCALE_KM is in the drawing."""
    return frame.scale * SCALE_KM


def draw_areas(members: Sequence[tuple[str, Point]]) -> tuple[TrustArea, ...]:
    """The area of every trust, from the spots of its municipalities."""
    trusts = sorted({trust for trust, _at in members if trust})
    return tuple(TrustArea(it, tuple(_pieces(it, members))) for it in trusts)


def _pieces(
    trust: str, members: Sequence[tuple[str, Point]]
) -> Iterator[tuple[Point, ...]]:
    others = [at for other, at in members if other != trust]
    for own, at in members:
        if own != trust:
            continue
        piece = _disc(at)
        for other in others:
            if hypot(other.x - at.x, other.y - at.y) < 2 * REACH + HALF_GAP:
                piece = _nearer(piece, at, other)
        if len(piece) > 2:
            yield tuple(piece)


def _disc(at: Point) -> list[Point]:
    angles = [2 * pi * step / CORNERS for step in range(CORNERS)]
    return [Point(at.x + REACH * cos(it), at.y + REACH * sin(it)) for it in angles]


def _nearer(piece: Sequence[Point], own: Point, other: Point) -> list[Point]:
    """The part of a piece that is nearer to its own spot, less half of the gap."""
    across, down = other.x - own.x, other.y - own.y
    apart = hypot(across, down)
    if apart == 0:
        return list(piece)
    edge = apart / 2 - HALF_GAP
    depths = [
        ((it.x - own.x) * across + (it.y - own.y) * down) / apart - edge for it in piece
    ]
    kept: list[Point] = []
    for index, (point, depth) in enumerate(zip(piece, depths, strict=True)):
        before, was = piece[index - 1], depths[index - 1]
        if (was > 0) != (depth > 0):
            part = was / (was - depth)
            kept.append(
                Point(
                    before.x + part * (point.x - before.x),
                    before.y + part * (point.y - before.y),
                )
            )
        if depth <= 0:
            kept.append(point)
    return kept


def is_within(point: Point, piece: Sequence[Point]) -> bool:
    """Whether a point lies in a convex piece."""
    sides = set()
    for index, b in enumerate(piece):
        a = piece[index - 1]
        turn = (b.x - a.x) * (point.y - a.y) - (b.y - a.y) * (point.x - a.x)
        sides.add(turn >= 0)
        if len(sides) > 1:
            return False
    return True


def grid(step: float) -> Iterator[Point]:
    """Points all over the frame, row by row."""
    for down in range(1, floor(HEIGHT / step)):
        for across in range(1, floor(WIDTH / step)):
            yield Point(across * step, down * step)
