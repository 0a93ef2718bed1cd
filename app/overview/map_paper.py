"""The ground of a map as it is printed: paths, words and keys as text."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from flask_babel import gettext as _

from app.filters import number
from app.overview.map_drawing import NARROW_LETTERS, WIDE_LETTERS, Drawing
from app.overview.map_ground import SCALE_KM, DegreeLine
from app.overview.map_labels import LINE, Label
from app.overview.map_marks import radius_of
from app.overview.map_projection import HEIGHT, WIDTH, Point

KEY_LEFT, KEY_TOP, KEY_WORDS = 818.0, 600.0, 868.0
KEY_POPULATIONS = (100_000, 10_000, 1_000)
KEY_ROOM = 34.0
EDGE = 10.0


@dataclass(frozen=True, slots=True)
class MapWord:
    """A word on the map; `style` says what sort it is, and how it is anchored."""

    text: str
    x: str
    y: str
    style: str


@dataclass(frozen=True, slots=True)
class SizeKey:
    """How large a mark is for so many inhabitants."""

    x: str
    y: str
    radius: str
    words: MapWord


@dataclass(frozen=True, slots=True)
class ScaleKey:
    """How long some kilometres are."""

    path: str
    words: MapWord


@dataclass(frozen=True, slots=True, kw_only=True)
class MapGround:
    """All that lies under the marks, and the words over it."""

    view_box: str
    lines: tuple[str, ...]
    degrees: tuple[MapWord, ...]
    areas: tuple[str, ...]
    wide: tuple[MapWord, ...]
    narrow: tuple[MapWord, ...]
    sizes: tuple[SizeKey, ...]
    sizes_title: MapWord
    scale: ScaleKey


def text(value: float) -> str:
    """A number of the drawing, to a tenth of a unit."""
    return f"{value:.1f}".removesuffix(".0")


def path_text(points: Iterable[Point], *, closed: bool = False) -> str:
    """A line through some points, or round them."""
    joined = "L".join(f"{text(it.x)} {text(it.y)}" for it in points)
    return f"M{joined}{'Z' if closed else ''}"


def ground(drawing: Drawing, largest: int) -> MapGround:
    """Put the ground of a drawing into text; `largest` is the largest population."""
    return MapGround(
        view_box=f"0 0 {WIDTH:.0f} {HEIGHT:.0f}",
        lines=tuple(path_text(it.points) for it in drawing.degrees),
        degrees=tuple(_degrees(it) for it in drawing.degrees if _has_room(it)),
        areas=tuple(
            "".join(_rough(piece) for piece in area.pieces) for area in drawing.areas
        ),
        wide=_words(drawing.wide.towns, drawing.wide.trusts, WIDE_LETTERS),
        narrow=_words(drawing.narrow.towns, drawing.narrow.trusts, NARROW_LETTERS),
        sizes=_size_keys(largest),
        sizes_title=_word(
            Label(_("Inhabitants"), Point(KEY_LEFT - 40, KEY_TOP), "start"), "key"
        ),
        scale=_scale_key(drawing.scale),
    )


def _rough(piece: Sequence[Point]) -> str:
    """A piece of an area to whole units: its edge is soft anyway."""
    return f"M{'L'.join(f'{it.x:.0f} {it.y:.0f}' for it in piece)}Z"


def _word(label: Label, sort: str) -> MapWord:
    style = f"map__{sort} map__word--{label.anchor}"
    return MapWord(label.text, text(label.at.x), text(label.at.y), style)


def _words(
    towns: Iterable[Label], trusts: Iterable[Label], size: float
) -> tuple[MapWord, ...]:
    return (
        *(_word(line, "trust") for it in trusts for line in _lines(it, size)),
        *(_word(it, "town") for it in towns),
    )


def _lines(label: Label, size: float) -> Iterator[Label]:
    """Each line of a label as one of its own."""
    for index, line in enumerate(label.text.split("\n")):
        down = Point(label.at.x, label.at.y + index * LINE * size)
        yield Label(line, down, label.anchor)


def _has_room(line: DegreeLine) -> bool:
    """Whether the label of a line can be read where it stands."""
    if line.is_latitude:
        return NARROW_LETTERS < line.label.y < HEIGHT - 2 * NARROW_LETTERS
    return 2 * NARROW_LETTERS < line.label.x < WIDTH - 2 * NARROW_LETTERS


def _degrees(line: DegreeLine) -> MapWord:
    if line.is_latitude:
        at = Point(EDGE, line.label.y - EDGE / 2)
        return _word(
            Label(_("%(degrees)s° N", degrees=line.degrees), at, "start"), "degree"
        )
    at = Point(line.label.x, HEIGHT - EDGE)
    return _word(
        Label(_("%(degrees)s° E", degrees=line.degrees), at, "middle"), "degree"
    )


def _size_keys(largest: int) -> tuple[SizeKey, ...]:
    """Marks of round numbers of inhabitants, one below the other."""
    keys, top = [], KEY_TOP + EDGE
    for population in KEY_POPULATIONS:
        if population > largest:
            continue
        radius = radius_of(population, largest)
        room = max(2 * radius + EDGE, KEY_ROOM)
        middle = top + room / 2
        words = Label(number(population), Point(KEY_WORDS, middle + EDGE / 2), "start")
        keys.append(
            SizeKey(text(KEY_LEFT), text(middle), text(radius), _word(words, "key"))
        )
        top += room
    return tuple(keys)


def _scale_key(length: float) -> ScaleKey:
    left, down = KEY_LEFT - 40, HEIGHT - 62
    bar = (
        Point(left, down - 6),
        Point(left, down),
        Point(left + length, down),
        Point(left + length, down - 6),
    )
    words = Label(
        _("%(distance)s km", distance=SCALE_KM),
        Point(left + length + EDGE, down + 2),
        "start",
    )
    return ScaleKey(path_text(bar), _word(words, "key"))
