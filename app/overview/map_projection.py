"""From degrees to a drawing: a conic projection of Mid-Norway, and its frame.

Lambert's conformal conic with two parallels that keep their length: shapes hold, and
distances are true within a percent between 61.5° and 66° N. On the ground x is
kilometres east of the middle meridian, y kilometres north; in the drawing x runs right
and y down, in units of which the frame is WIDTH wide. The earth is a sphere.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from math import cos, log, pi, radians, sin, tan

EARTH_KM = 6371.0
MIDDLE_MERIDIAN = 9.5
PARALLELS = (62.4, 64.6)
ORIGIN = 63.5

WIDTH, HEIGHT = 1000.0, 860.0
PADDING = 82.0
NARROWEST_KM = 40.0
"""No closer is a single place looked at."""


@dataclass(frozen=True, slots=True)
class Point:
    """A place on the ground, in km, or in the drawing."""

    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Frame:
    """How the ground lies in the drawing: its middle there, and units to a km."""

    middle: Point
    scale: float

    def place(self, latitude: float, longitude: float) -> Point:
        """Where a position stands in the drawing."""
        at = project(latitude, longitude)
        return Point(
            WIDTH / 2 + (at.x - self.middle.x) * self.scale,
            HEIGHT / 2 - (at.y - self.middle.y) * self.scale,
        )


def _opening(latitude: float) -> float:
    return tan(pi / 4 + radians(latitude) / 2)


_SOUTH, _NORTH = (radians(it) for it in PARALLELS)
CONE = log(cos(_SOUTH) / cos(_NORTH)) / log(
    _opening(PARALLELS[1]) / _opening(PARALLELS[0])
)
_FACTOR = EARTH_KM * cos(_SOUTH) * _opening(PARALLELS[0]) ** CONE / CONE


def _distance_to_top(latitude: float) -> float:
    """Km from the point of the cone, along a meridian."""
    return float(_FACTOR / _opening(latitude) ** CONE)


def project(latitude: float, longitude: float) -> Point:
    """Where a position lies on the flat ground, in km."""
    radius = _distance_to_top(latitude)
    turned = CONE * radians(longitude - MIDDLE_MERIDIAN)
    return Point(radius * sin(turned), _distance_to_top(ORIGIN) - radius * cos(turned))


def fit(positions: Iterable[tuple[float, float]]) -> Frame:
    """Return the closest look at all positions, with room around them."""
    points = [project(*it) for it in positions] or [project(ORIGIN, MIDDLE_MERIDIAN)]
    xs, ys = [it.x for it in points], [it.y for it in points]
    width = max(max(xs) - min(xs), NARROWEST_KM)
    height = max(max(ys) - min(ys), NARROWEST_KM)
    return Frame(
        Point((min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2),
        min((WIDTH - 2 * PADDING) / width, (HEIGHT - 2 * PADDING) / height),
    )


def is_inside(point: Point, room: float = 0.0) -> bool:
    """Whether a point lies in the frame, so far from its edges at least."""
    return room <= point.x <= WIDTH - room and room <= point.y <= HEIGHT - room
