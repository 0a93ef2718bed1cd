"""From days to places on the drawing: the scale, its range, its ticks.

A day lies at the left edge of the place that it takes; x is in pixels from the left
of the drawing and grows with the day. A range is of whole quarters, and at the zoom
of months of whole months.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from planning.calendars import FIRST_DAY, LAST_DAY, to_date, to_day

LEAST_WIDTH = 1040
"""What is short is drawn on a larger scale than asked for, to fill the sheet."""


class Zoom(StrEnum):
    """How closely is looked, named by what the finest ticks part."""

    YEAR = "year"
    QUARTER = "quarter"
    MONTH = "month"


PIXELS_PER_DAY = {Zoom.YEAR: 0.44, Zoom.QUARTER: 1.1, Zoom.MONTH: 3.0}
MONTHS_OF_TICK = {Zoom.YEAR: 3, Zoom.QUARTER: 3, Zoom.MONTH: 1}
MONTHS_OF_GROUP = {Zoom.YEAR: 12, Zoom.QUARTER: 12, Zoom.MONTH: 3}


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days from `start` up to, not including, `finish`."""

    start: int
    finish: int


@dataclass(frozen=True, slots=True)
class Scale:
    """The days from `first` up to, not including, `end`, and how wide each is."""

    first: int
    end: int
    per_day: float

    @property
    def width(self) -> int:
        """The width of the whole drawing."""
        return round(self.x(self.end))

    def x(self, day: int) -> float:
        """Where a day begins."""
        return (day - self.first) * self.per_day


def fit_scale(first: int, last: int, zoom: Zoom) -> Scale:
    """The scale on which the days from first to last, both inside, are drawn."""
    months = MONTHS_OF_TICK[zoom]
    begin = _period(max(first, FIRST_DAY), months).start
    end = _period(min(last, LAST_DAY), months).finish
    return Scale(begin, end, max(PIXELS_PER_DAY[zoom], LEAST_WIDTH / (end - begin)))


def list_ticks(scale: Scale, zoom: Zoom) -> tuple[Stretch, ...]:
    """The quarters or months of a scale, in their order."""
    return tuple(_periods(scale, MONTHS_OF_TICK[zoom]))


def list_groups(scale: Scale, zoom: Zoom) -> tuple[Stretch, ...]:
    """The years or quarters over them; the outermost may be cut short."""
    return tuple(
        Stretch(max(it.start, scale.first), min(it.finish, scale.end))
        for it in _periods(scale, MONTHS_OF_GROUP[zoom])
    )


def _periods(scale: Scale, months: int) -> Iterator[Stretch]:
    day = scale.first
    while day < scale.end:
        found = _period(day, months)
        yield found
        day = found.finish


def _period(day: int, months: int) -> Stretch:
    """The month, quarter or year that a day lies in."""
    at = to_date(day)
    first = date(at.year, (at.month - 1) // months * months + 1, 1)
    following = first.month + months
    end = date(first.year + (following - 1) // 12, (following - 1) % 12 + 1, 1)
    return Stretch(to_day(first), to_day(end))
