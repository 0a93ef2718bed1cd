"""The band of time for a wide page: waves above it, trusts below.

Letters are reckoned as wide as those of most system fonts or a little wider; a label
that comes out narrower leaves more room, not less.
"""

from collections.abc import Sequence
from dataclasses import dataclass

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
    Label,
    Mark,
    Placed,
    Scale,
    place_in_lanes,
    scale_for,
    stand_beside,
)
from app.overview.map_paper import text
from app.overview.map_projection import Point
from planning.calendars import to_date

WIDTH = 1000.0
LETTER = 6.4
EDGE = 6.0
TOP, WAVE_LANE, TRUST_LANE, STEM = 22.0, 36.0, 22.0, 24.0
BELOW = 24.0
BADGE_WIDTH, BADGE_HEIGHT = 40.0, 17.0


@dataclass(frozen=True, slots=True)
class Frame:
    """Where the band lies, where trusts are, and how far down the drawing reaches."""

    scale: Scale
    middle: float
    trusts: float
    bottom: float


def draw_lying(steps: Sequence[Step], status: int, told: str) -> Drawing:
    """Draw from left to right; `told` stands at the status line."""
    length = WIDTH - 2 * MARGIN
    scale = scale_for(days_of(steps, status), start=MARGIN, length=length)
    line = scale.at(status)
    waves, trusts = (
        [it for it in steps if bool(it.code) == is_wave] for is_wave in (True, False)
    )
    above, below = (_lanes(some, scale, line) for some in (waves, trusts))
    middle = TOP + _count(above) * WAVE_LANE + STEM
    under = stand_beside([Mark(scale.at(it.day), it.radius) for it in waves])
    at_trusts = middle + BELOW + max(under, default=0.0)
    bottom = at_trusts + 4 + _count(below) * TRUST_LANE
    frame = Frame(scale, middle, at_trusts, bottom)
    return Drawing(
        view_box=f"0 0 {WIDTH:.0f} {frame.bottom + 28:.0f}",
        track=box_text(scale.start, middle - TRACK / 2, length, TRACK),
        past=box_text(scale.start, middle - TRACK / 2, line - scale.start, TRACK),
        ticks=tuple(
            line_text(x, middle - TRACK / 2, x, middle + TRACK / 2)
            for x in map(scale.at, scale.quarters)
        ),
        years=tuple(
            line_text(x, 4, x, frame.bottom) for x in map(scale.at, scale.years)
        ),
        year_words=tuple(
            Words(str(to_date(it).year), text(scale.at(it) + 5), "14")
            for it in named_quarters(scale)
        ),
        status=line_text(line, TOP, line, frame.bottom + 4),
        status_words=Words(told, text(line), text(frame.bottom + 18)),
        status_end="middle",
        steps=(
            *(
                _wave(it, at, middle + aside, frame)
                for it, at, aside in zip(waves, above, under, strict=True)
            ),
            *(_trust(it, at, frame) for it, at in zip(trusts, below, strict=True)),
        ),
    )


def _count(placed: Sequence[Placed]) -> int:
    return max((it.lane + 1 for it in placed), default=0)


def _lanes(steps: Sequence[Step], scale: Scale, line: float) -> tuple[Placed, ...]:
    labels = [Label(scale.at(it.day), width_of(it)) for it in steps]
    return place_in_lanes(labels, start=EDGE, end=WIDTH - EDGE, line=line)


def width_of(step: Step) -> float:
    """How wide a label is; the code of a wave stands over its words."""
    letters = len(step.words) * LETTER
    return max(letters, BADGE_WIDTH) if step.code else letters


def _wave(step: Step, placed: Placed, y: float, frame: Frame) -> DrawnStep:
    x, width = frame.scale.at(step.day), width_of(step)
    centre = placed.left + width / 2
    top = frame.middle - STEM - (placed.lane + 1) * WAVE_LANE
    return drawn_step(
        step,
        Point(x, y),
        f"M{text(x)} {text(y)}V{text(top + BADGE_HEIGHT)}",
        window=_window(step, frame),
        badge=box_text(centre - BADGE_WIDTH / 2, top, BADGE_WIDTH, BADGE_HEIGHT),
        code=Words(step.code, text(centre), text(top + 12.8)),
        ground=box_text(placed.left, top, width, BADGE_HEIGHT + 15),
        words=Words(step.words, text(centre), text(top + BADGE_HEIGHT + 11.5)),
    )


def _trust(step: Step, placed: Placed, frame: Frame) -> DrawnStep:
    x, width = frame.scale.at(step.day), width_of(step)
    at, top = frame.trusts, frame.trusts + 4 + placed.lane * TRUST_LANE
    return drawn_step(
        step,
        Point(x, at),
        f"M{text(x)} {text(at)}V{text(top)}",
        window=None,
        badge=None,
        code=None,
        ground=box_text(placed.left, top, width, 18),
        words=Words(step.words, text(placed.left + width / 2), text(top + 13)),
    )


def _window(step: Step, frame: Frame) -> Box | None:
    if step.window is None:
        return None
    left, right = (frame.scale.at(it) for it in step.window)
    return box_text(left, frame.middle - TRACK / 2, right - left, TRACK)
