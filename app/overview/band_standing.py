"""The band of time for a narrow page: from top to bottom, all labels beside it."""

from collections.abc import Sequence

from app.overview.band_drawing import (
    MARGIN,
    TRACK,
    Box,
    Drawing,
    DrawnStep,
    Step,
    Words,
    box_text,
    days_of,
    drawn_step,
    line_text,
    named_quarters,
)
from app.overview.band_layout import (
    Mark,
    Scale,
    push_down,
    scale_for,
    stand_beside,
)
from app.overview.map_paper import text
from app.overview.map_projection import Point
from planning.calendars import to_date

WIDTH, HEIGHT = 360.0, 560.0
BAND, LABELS, ELBOW = 78.0, 116.0, 12.0
BESIDE = 54.0
"""Where the marks of trusts stand: their wave has its own on the band."""
ROW, BADGE_WIDTH, BADGE_HEIGHT = 27.0, 52.0, 21.0
BASELINE = 5.0
"""How far below the middle of a row its letters stand."""


def draw_standing(steps: Sequence[Step], status: int, told: str) -> Drawing:
    """Draw from top to bottom; `told` stands at the status line."""
    length = HEIGHT - 2 * MARGIN
    scale = scale_for(days_of(steps, status), start=MARGIN, length=length)
    line = scale.at(status)
    places = [*(scale.at(it.day) for it in steps), line]
    *rows, status_row = push_down(places, height=ROW)
    asides = stand_beside([_mark(it, scale) for it in steps])
    left, right = BAND - TRACK / 2, BAND + TRACK / 2
    return Drawing(
        view_box=f"0 0 {WIDTH:.0f} {max(HEIGHT, *rows, status_row) + MARGIN:.0f}",
        track=box_text(left, scale.start, TRACK, length),
        past=box_text(left, scale.start, TRACK, line - scale.start),
        ticks=tuple(
            line_text(left, y, right, y) for y in map(scale.at, scale.quarters)
        ),
        years=tuple(line_text(0, y, BAND, y) for y in map(scale.at, scale.years)),
        year_words=tuple(
            Words(str(to_date(it).year), "2", text(scale.at(it) + 17))
            for it in named_quarters(scale)
        ),
        status=line_text(left - 20, line, right + 20, line),
        status_words=Words(told, text(LABELS), text(status_row + BASELINE)),
        status_end="start",
        steps=tuple(
            _step(it, row, max(BAND - aside, it.radius), scale)
            for it, row, aside in zip(steps, rows, asides, strict=True)
        ),
    )


def _mark(step: Step, scale: Scale) -> Mark:
    aside = 0.0 if step.code else BAND - BESIDE
    return Mark(scale.at(step.day), step.radius, aside)


def _step(step: Step, row: float, x: float, scale: Scale) -> DrawnStep:
    y, left = scale.at(step.day), LABELS
    begin = x if step.code else BAND
    elbow = f"H{text(BAND)}L{text(LABELS - ELBOW)} {text(row)}H{text(LABELS)}"
    badge, code = None, None
    if step.code:
        badge = box_text(LABELS, row - BADGE_HEIGHT / 2, BADGE_WIDTH, BADGE_HEIGHT)
        middle = text(LABELS + BADGE_WIDTH / 2)
        code = Words(step.code, middle, text(row + BASELINE))
        left += BADGE_WIDTH + 8
    return drawn_step(
        step,
        Point(x, y),
        f"M{text(begin)} {text(y)}{elbow}",
        window=_window(step, scale),
        badge=badge,
        code=code,
        ground=box_text(LABELS, row - ROW / 2, WIDTH - LABELS, ROW),
        words=Words(step.words, text(left), text(row + BASELINE)),
    )


def _window(step: Step, scale: Scale) -> Box | None:
    if step.window is None:
        return None
    top, bottom = (scale.at(it) for it in step.window)
    return box_text(BAND - TRACK / 2, top, TRACK, bottom - top)
