"""The ownership over time as a picture: parts of the whole, in steps."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from app.charts import INCHES, Palette, Scheme, Size, draw
from app.filters import short_date
from app.shares.course import Course
from planning.calendars import to_date

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

DOTS_AN_INCH = 100
TICKS = {Size.WIDE: 5, Size.NARROW: 3}
LEAST_DAYS = 30


def chart_size(size: Size) -> tuple[int, int]:
    """How wide and high the picture is, in pixels."""
    wide, high = INCHES[size]
    return round(wide * DOTS_AN_INCH), round(high * DOTS_AN_INCH)


def ownership_svg(course: Course, *, scheme: Scheme, size: Size) -> bytes:
    """Draw how the parts of the owners went, each in its own colour and hatch."""

    def onto(figure: "Figure", axes: "Axes", palette: Palette) -> None:
        first = course.moments[0].day
        end = max(course.last_day, first + LEAST_DAYS)
        days = [*(it.day for it in course.moments), end]
        parts = [it.parts for it in course.moments]
        columns = list(zip(*parts, strict=True))
        low = [0.0] * len(days)
        colours = _colours(palette, len(columns))
        for name, column, colour in zip(course.owners, columns, colours, strict=True):
            high = [
                below + float(part) * 100
                for below, part in zip(low, [*column, column[-1]], strict=True)
            ]
            axes.fill_between(
                days,
                low,
                high,
                step="post",
                facecolor=colour,
                edgecolor=palette.surface,
                linewidth=1,
                label=name,
            )
            low = high
        _scales(axes, (first, end), TICKS[size])
        figure.legend(
            loc="outside lower left",
            ncols=3 if size is Size.WIDE else 1,
            frameon=False,
            labelcolor=palette.ink,
            fontsize=9,
        )

    return draw(onto, scheme=scheme, size=size)


def _colours(palette: Palette, count: int) -> Sequence[str]:
    all_of_them = (
        palette.gains[1],
        palette.gains[0],
        palette.costs[0],
        palette.costs[2],
        palette.muted,
    )
    return all_of_them[:count]


def _scales(axes: "Axes", ends: tuple[int, int], ticks: int) -> None:
    first, last = ends
    days = [first + (last - first) * it // (ticks - 1) for it in range(ticks)]
    axes.set_xticks(days, [short_date(to_date(it)) for it in days])
    axes.tick_params(axis="x", pad=8)
    axes.set_xlim(first, last)
    axes.set_ylim(0, 100)
    axes.set_yticks(range(0, 101, 25), [f"{it} %" for it in range(0, 101, 25)])
