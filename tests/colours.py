"""How colours look to others: to eyes that lack a cone, and on grey paper.

Colours are sRGB, written "#0a3a5c". The three ways of seeing without a cone are the
matrices of G. M. Machado, M. M. Oliveira and L. A. F. Fernandes, "A
Physiologically-based Model for Simulation of Color Vision Deficiency", IEEE
Transactions on Visualization and Computer Graphics 15 (2009), severity 1.0, applied
to linear RGB. Grey keeps the luminance. How far colours lie apart is CIEDE2000, as
in G. Sharma, W. Wu and E. N. Dalal, "The CIEDE2000 color-difference formula",
Color Research & Application 30 (2005), under daylight (D65). Contrast is that of
WCAG 2.1.
"""

from collections.abc import Callable, Mapping
from math import atan2, cos, degrees, exp, hypot, radians, sin, sqrt

Colour = tuple[float, float, float]
"""Linear red, green and blue, from 0 to 1."""
Matrix = tuple[Colour, Colour, Colour]

PROTANOPIA: Matrix = (
    (0.152286, 1.052583, -0.204868),
    (0.114503, 0.786281, 0.099216),
    (-0.003882, -0.048116, 1.051998),
)
DEUTERANOPIA: Matrix = (
    (0.367322, 0.860646, -0.227968),
    (0.280085, 0.672501, 0.047413),
    (-0.011820, 0.042940, 0.968881),
)
TRITANOPIA: Matrix = (
    (1.255528, -0.076749, -0.178779),
    (-0.078411, 0.930809, 0.147602),
    (0.004733, 0.691367, 0.303900),
)
LUMINANCE: Colour = (0.2126, 0.7152, 0.0722)
TO_XYZ: Matrix = (
    (0.4124564, 0.3575761, 0.1804375),
    LUMINANCE,
    (0.0193339, 0.1191920, 0.9503041),
)
DAYLIGHT: Colour = (0.95047, 1.0, 1.08883)


def linear(written: str) -> Colour:
    """Return a colour as light, not as a screen is told it."""
    red, green, blue = (
        _to_light(int(written[at : at + 2], 16) / 255) for at in (1, 3, 5)
    )
    return red, green, blue


def _to_light(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4


def luminance(colour: Colour) -> float:
    """Return how light a colour is, from 0 to 1."""
    return sum(part * share for part, share in zip(colour, LUMINANCE, strict=True))


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, from 1 to 21."""
    darker, lighter = sorted(luminance(linear(it)) for it in (one, other))
    return (lighter + 0.05) / (darker + 0.05)


def _seen_through(matrix: Matrix, colour: Colour) -> Colour:
    red, green, blue = (
        min(1.0, max(0.0, sum(a * b for a, b in zip(row, colour, strict=True))))
        for row in matrix
    )
    return red, green, blue


def _grey(colour: Colour) -> Colour:
    return (luminance(colour),) * 3


SIGHTS: Mapping[str, Callable[[Colour], Colour]] = {
    "all three cones": lambda colour: colour,
    "protanopia": lambda colour: _seen_through(PROTANOPIA, colour),
    "deuteranopia": lambda colour: _seen_through(DEUTERANOPIA, colour),
    "tritanopia": lambda colour: _seen_through(TRITANOPIA, colour),
    "grey paper": _grey,
}
"""Ways to see, by name."""


def distance(one: str, other: str, sight: str) -> float:
    """Return how far two colours lie apart to a way of seeing, in CIEDE2000."""
    see = SIGHTS[sight]
    return ciede2000(lab(see(linear(one))), lab(see(linear(other))))


def lab(colour: Colour) -> Colour:
    """Return lightness, green to red, and blue to yellow of a colour."""
    x, y, z = (
        _cube_root(sum(a * b for a, b in zip(row, colour, strict=True)) / white)
        for row, white in zip(TO_XYZ, DAYLIGHT, strict=True)
    )
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def _cube_root(value: float) -> float:
    if value > (6 / 29) ** 3:
        return float(value ** (1 / 3))
    return value / (3 * (6 / 29) ** 2) + 4 / 29


def ciede2000(one: Colour, other: Colour) -> float:
    """Return the difference of two colours in L*a*b*."""
    mean_chroma = (hypot(*one[1:]) + hypot(*other[1:])) / 2
    stretch = 1.5 - 0.5 * sqrt(mean_chroma**7 / (mean_chroma**7 + 25**7))
    chromas = [hypot(it[1] * stretch, it[2]) for it in (one, other)]
    hues = [_hue(it[1] * stretch, it[2]) for it in (one, other)]
    turn = _turn(hues, chromas)
    light, chroma = (one[0] + other[0]) / 2, sum(chromas) / 2
    hue = _mean_hue(hues, chromas)
    weight = 1 + 0.015 * (light - 50) ** 2 / sqrt(20 + (light - 50) ** 2)
    by_light = (other[0] - one[0]) / weight
    by_chroma = (chromas[1] - chromas[0]) / (1 + 0.045 * chroma)
    span = 2 * sqrt(chromas[0] * chromas[1]) * sin(radians(turn / 2))
    by_hue = span / (1 + 0.015 * chroma * _hue_weight(hue))
    return sqrt(
        by_light**2
        + by_chroma**2
        + by_hue**2
        + _rotation(hue, chroma) * by_chroma * by_hue
    )


def _hue(a: float, b: float) -> float:
    return degrees(atan2(b, a)) % 360 if (a, b) != (0, 0) else 0.0


def _turn(hues: list[float], chromas: list[float]) -> float:
    if chromas[0] * chromas[1] == 0:
        return 0.0
    return (hues[1] - hues[0] + 180) % 360 - 180


def _mean_hue(hues: list[float], chromas: list[float]) -> float:
    total = hues[0] + hues[1]
    if chromas[0] * chromas[1] == 0:
        return total
    if abs(hues[0] - hues[1]) <= 180:
        return total / 2
    return (total + 360) / 2 if total < 360 else (total - 360) / 2


def _hue_weight(hue: float) -> float:
    terms = ((-0.17, 1, -30), (0.24, 2, 0), (0.32, 3, 6), (-0.20, 4, -63))
    return 1 + sum(share * cos(radians(n * hue + by)) for share, n, by in terms)


def _rotation(hue: float, chroma: float) -> float:
    angle = 30 * exp(-(((hue - 275) / 25) ** 2))
    return -2 * sqrt(chroma**7 / (chroma**7 + 25**7)) * sin(radians(2 * angle))
