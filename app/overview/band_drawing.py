"""What both drawings of the band of time are made of, ready to print."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.overview.band_layout import Scale
from app.overview.map_marks import corners_of
from app.overview.map_paper import path_text, text
from app.overview.map_projection import Point

TRACK, MARGIN = 10.0, 16.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A wave or a trust that goes live; `code` is empty for a trust.

    `wave` is the code of the wave whose page it leads to.
    """

    day: int
    window: tuple[int, int] | None
    code: str
    wave: str
    words: str
    title: str
    shape: str
    style: str
    radius: float
    is_live: bool


@dataclass(frozen=True, slots=True)
class Words:
    """A word of the drawing; it begins, ends or has its middle there."""

    text: str
    x: str
    y: str


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the drawing, or what a box lies between."""

    x1: str
    y1: str
    x2: str
    y2: str


@dataclass(frozen=True, slots=True)
class Box:
    """A box of the drawing."""

    x: str
    y: str
    width: str
    height: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnStep:
    """A step: its window on the band, its mark, its stem and its label."""

    title: str
    wave: str
    style: str
    is_live: bool
    window: Box | None
    path: str
    x: str
    y: str
    radius: str
    stem: str
    badge: Box | None
    code: Words | None
    ground: Box
    words: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """The whole drawing."""

    view_box: str
    track: Box
    past: Box | None
    ticks: tuple[Line, ...]
    years: tuple[Line, ...]
    year_words: tuple[Words, ...]
    status: Line
    status_words: Words
    status_end: str
    steps: tuple[DrawnStep, ...]


def named_quarters(scale: Scale) -> tuple[int, ...]:
    """Where a year is named: at its beginning, and where the scale begins.

    A year whose beginning follows at once is not named before it.
    """
    first, *later = scale.quarters
    named = [first, *(it for it in later[:-1] if it in scale.years)]
    return tuple(named[1:] if named[1:2] == later[:1] else named)


def days_of(steps: Sequence[Step], status: int) -> list[int]:
    """Every day that the drawing has to reach."""
    windows = [day for it in steps if it.window for day in (it.window[0], it.window[1])]
    return [status, *(it.day for it in steps), *windows]


def drawn_step(
    step: Step,
    at: Point,
    stem: str,
    *,
    window: Box | None,
    badge: Box | None,
    code: Words | None,
    ground: Box,
    words: Words,
) -> DrawnStep:
    """A step with its mark, and what is drawn round it."""
    corners = corners_of(step.shape, at, step.radius)
    return DrawnStep(
        title=step.title,
        wave=step.wave,
        style=step.style,
        is_live=step.is_live,
        window=window,
        path=path_text(corners, closed=True) if corners else "",
        x=text(at.x),
        y=text(at.y),
        radius=text(step.radius),
        stem=stem,
        badge=badge,
        code=code,
        ground=ground,
        words=words,
    )


def line_text(x1: float, y1: float, x2: float, y2: float) -> Line:
    """A line as text."""
    return Line(text(x1), text(y1), text(x2), text(y2))


def box_text(x: float, y: float, width: float, height: float) -> Box:
    """A box as text."""
    return Box(text(x), text(y), text(width), text(height))
