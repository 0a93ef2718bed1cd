"""The histogram of a resource: a column a month, stacked by wave.

Sizes are in pixels, as the text in it is. A column leads to who asks in its month.
What there is, is a line; what is over it is hatched, and told above the column.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import floor, log10

MONTH, BAR = 34, 26
LEFT, RIGHT, TOP, HEIGHT, BELOW = 46, 12, 24, 208, 38
LEAST_LABELLED = 12.0
MOST_TICKS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Stack:
    """A month to draw: what each wave asks for, bottom first, and what there is."""

    label: str
    year: str
    title: str
    url: str
    parts: tuple[tuple[str, int, float], ...]
    there_is: float | None
    over: str
    is_past: bool
    is_chosen: bool

    @property
    def total(self) -> float:
        """What all ask for."""
        return sum(amount for _code, _sequence, amount in self.parts)


@dataclass(frozen=True, slots=True)
class Segment:
    """What one wave asks for, as a piece of a column; a low one has no label."""

    y: str
    height: str
    middle: str
    sequence: int
    code: str
    is_muted: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A month as a column."""

    x: str
    middle: str
    label: str
    title: str
    url: str
    segments: tuple[Segment, ...]
    top: str
    over_height: str
    over: str
    is_past: bool
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class Tick:
    """A line across, and what it stands for."""

    y: str
    words: str
    text: str


@dataclass(frozen=True, slots=True)
class Year:
    """Where a year begins."""

    x: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Histogram:
    """The whole drawing."""

    width: int
    height: int
    left: int
    right: int
    top: int
    bar: int
    base: int
    label_y: int
    year_y: int
    columns: tuple[Column, ...]
    ticks: tuple[Tick, ...]
    years: tuple[Year, ...]
    supply: str


def draw(stacks: Sequence[Stack], wave: str = "") -> Histogram:
    """Draw some months; other waves than the one that is looked at step back."""
    most = max((max(it.total, it.there_is or 0.0) for it in stacks), default=0.0)
    step = tick_step(most)
    scale = HEIGHT / (most or 1.0)
    width = LEFT + MONTH * len(stacks) + RIGHT
    return Histogram(
        width=width,
        height=TOP + HEIGHT + BELOW,
        left=LEFT,
        right=width - RIGHT,
        top=TOP,
        bar=BAR,
        base=TOP + HEIGHT,
        label_y=TOP + HEIGHT + 15,
        year_y=TOP + HEIGHT + 31,
        columns=tuple(
            _column(it, LEFT + MONTH * index, scale, wave)
            for index, it in enumerate(stacks)
        ),
        ticks=tuple(
            _tick(step * index, scale) for index in range(floor(most / step + 1e-9) + 1)
        ),
        years=tuple(
            Year(_text(LEFT + MONTH * index), it.year)
            for index, it in enumerate(stacks)
            if index == 0 or it.year != stacks[index - 1].year
        ),
        supply=_supply([it.there_is for it in stacks], scale),
    )


def tick_step(most: float) -> float:
    """1, 2 or 5 times a power of ten, so that there are few lines across."""
    if most <= 0:
        return 1.0
    least = most / MOST_TICKS
    power = 10.0 ** floor(log10(least))
    return next(it * power for it in (1, 2, 5, 10) if it * power >= least * 0.999)


def _column(stack: Stack, x: int, scale: float, wave: str) -> Column:
    top = TOP + HEIGHT - stack.total * scale
    over = 0.0
    if stack.over and stack.there_is is not None:
        over = (stack.total - stack.there_is) * scale
    return Column(
        x=_text(x + (MONTH - BAR) / 2),
        middle=_text(x + MONTH / 2),
        label=stack.label,
        title=stack.title,
        url=stack.url,
        segments=tuple(_segments(stack, scale, wave)),
        top=_text(top),
        over_height=_text(over) if over else "",
        over=stack.over,
        is_past=stack.is_past,
        is_chosen=stack.is_chosen,
    )


def _segments(stack: Stack, scale: float, wave: str) -> Iterable[Segment]:
    bottom = float(TOP + HEIGHT)
    for code, sequence, amount in stack.parts:
        height = amount * scale
        bottom -= height
        label = code if height >= LEAST_LABELLED else ""
        yield Segment(
            _text(bottom),
            _text(height),
            _text(bottom + height / 2),
            sequence,
            label,
            bool(wave) and code != wave,
        )


def _tick(value: float, scale: float) -> Tick:
    y = TOP + HEIGHT - value * scale
    return Tick(_text(y), _text(y + 4), f"{value:g}")


def _supply(amounts: Sequence[float | None], scale: float) -> str:
    """The line of what there is; it is broken where that is not known."""
    path: list[str] = []
    before: float | None = None
    for index, amount in enumerate(amounts):
        x = LEFT + MONTH * index
        if amount is not None:
            y = _text(TOP + HEIGHT - amount * scale)
            path.append(f"{'M' + str(x) + ' ' if before is None else 'V'}{y}")
            path.append(f"H{x + MONTH}")
        before = amount
    return "".join(path)


def _text(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
