"""The template as shapes on a scale of months before and after go-live.

A row is ROW pixels high, and its middle at MIDDLE. x is in pixels from the left edge
of the first month; every month before go-live is counted back from it as the engine
counts. A step that takes no time is a mark, a phase a bracket over what it holds.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from planning.calendars import Calendar
from planning.durations import Duration, Unit
from planning.rollout import GO_LIVE, WAVE_GO_LIVE
from planning.snapshot import ActivityKind, TemplateActivity, TemplateLink

ROW, MIDDLE, WIDTH, AIR = 28, 14, 980, 15
TICK_MONTHS = 3
LEAST_BAR = 3.0
LEANING = 22.0

Dates = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Tick:
    """A month that the scale names: so many after go-live, or before."""

    months: int
    x: str


@dataclass(frozen=True, slots=True)
class Mark:
    """A step as a path; `end` is where words beside it can begin."""

    style: str
    d: str
    end: str


class Scale:
    """From days to pixels, from a whole number of months before to one after."""

    def __init__(self, go_live: int, dates: Iterable[Dates], calendar: Calendar):
        self._go_live = go_live
        self._calendar = calendar
        held = list(dates)
        self.first = self._reach(min([it[0] for it in held], default=go_live), -1)
        self.last = self._reach(max([it[1] for it in held], default=go_live), 1)
        self._begin = self._day(self.first)
        self._per_day = WIDTH / (self._day(self.last) - self._begin)

    def x(self, day: int) -> float:
        """Where a day begins."""
        return AIR + (day - self._begin) * self._per_day

    def ticks(self) -> tuple[Tick, ...]:
        """The months that are named, and where they begin."""
        months = range(self.first, self.last + 1, TICK_MONTHS)
        return tuple(Tick(it, place(self.x(self._day(it)))) for it in months)

    def months(self, height: int) -> str:
        """A line for every month, over the height of the drawing."""
        days = (self._day(it) for it in range(self.first, self.last + 1))
        return "".join(f"M{place(self.x(day))} 0V{height}" for day in days)

    def _reach(self, day: int, step: int) -> int:
        """The first named month beyond a day, with some room to it."""
        months = step * TICK_MONTHS
        while (self._day(months) - day) * step < 0:
            months += step * TICK_MONTHS
        return months

    def _day(self, months: int) -> int:
        count = Duration(abs(months), Unit.MONTHS)
        if months < 0:
            return self._calendar.retreat(self._go_live, count)
        return self._calendar.advance(self._go_live, count)


def place(value: float) -> str:
    """A place on the drawing, to a tenth of a pixel."""
    return f"{value:.1f}".removesuffix(".0")


def mark_of(
    step: TemplateActivity, dates: Dates, scale: Scale, *, is_assumed: bool
) -> Mark:
    """The path that a step is drawn by."""
    x = scale.x(dates[0])
    assumed = " is-assumed" if is_assumed else ""
    if step.kind is ActivityKind.LIMIT:
        d = f"M{place(x)} 24V4h11l-3.500 5 3.500 5h-11"
        return Mark("t-limit", d, place(x + 17))
    if step.duration.is_zero:
        half = 9 if step.key == GO_LIVE else 6
        d = f"M{place(x)} {MIDDLE - half}l{half} {half}-{half} {half}-{half}-{half}z"
        style = "t-go-live" if step.key == GO_LIVE else "t-milestone"
        return Mark(style, d, place(x + half + 6))
    right = max(scale.x(dates[1]), x + LEAST_BAR)
    if step.kind is ActivityKind.PHASE:
        d = f"M{place(x)} 20V9H{place(right)}V20l-6-5H{place(x + 6)}z"
        return Mark(f"t-phase{assumed}", d, place(right + 6))
    d = f"M{place(x)} 7H{place(right)}V21H{place(x)}z"
    return Mark(f"t-work{assumed}", d, place(right + 6))


def link_paths(
    links: Iterable[TemplateLink],
    rows: Mapping[str, int],
    dates: Mapping[str, Dates],
    scale: Scale,
) -> Iterator[tuple[TemplateLink, str]]:
    """Each link as a curve from its first step to its second, if both are drawn.

    Rows count from the top of the drawing.
    """
    for link in links:
        # The date of the wave is drawn where go-live is.
        before = GO_LIVE if link.predecessor == WAVE_GO_LIVE else link.predecessor
        if before == link.successor or not {before, link.successor} <= rows.keys():
            continue
        x = scale.x(dates[before][link.kind[0] == "F"])
        to = scale.x(dates[link.successor][link.kind[1] == "F"])
        y, below = (rows[key] * ROW + MIDDLE for key in (before, link.successor))
        curve = f"C{place(x + LEANING)} {y} {place(to - LEANING)} {below} "
        yield link, f"M{place(x)} {y}{curve}{place(to)} {below}"
