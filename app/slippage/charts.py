"""How planned go-lives moved, as a picture: a small one for each scope.

To the right stands the date of the plan, upwards the go-live that it gave. A window
is a bar from its first day to its last, a day is a dot, and a plan whose own date is
no day has a thin line as long as it may be. What is derived is hollow. All panels
have the same scales, so that slopes compare.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from flask_babel import gettext as _

from app.charts import Palette, Scheme, Size, draw_panels
from app.slippage.points import Mark, Point, ScopeLine
from app.slippage.texts import plan_text, slip_label
from planning.calendars import to_date, to_day

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

DOTS_AN_INCH = 100
COLUMNS = 3
BAR_WIDTH = 7
WIDE_INCHES, NARROW_INCHES = 9.6, 4.8
FEW_ROWS = 3
HIGH_INCHES, LOW_INCHES, AROUND_INCHES = 2.9, 2.0, 1.2
LEAST_DAYS = 540
MARGIN_DAYS = 60


@dataclass(frozen=True, slots=True)
class Picture:
    """How large a chart is, in inches, and how its panels stand."""

    inches: tuple[float, float]
    rows: int
    columns: int

    @property
    def width(self) -> int:
        return round(self.inches[0] * DOTS_AN_INCH)

    @property
    def height(self) -> int:
        return round(self.inches[1] * DOTS_AN_INCH)


def picture_of(panels: int, *, is_wide: bool) -> Picture:
    """The size of a chart with so many panels."""
    columns = min(COLUMNS, panels) if is_wide else 1
    rows = -(-panels // columns)
    width = WIDE_INCHES if is_wide else NARROW_INCHES
    panel = HIGH_INCHES if rows < FEW_ROWS else LOW_INCHES
    height = rows * panel + AROUND_INCHES
    return Picture((width, round(height, 1)), rows, columns)


def slippage_svg(lines: Sequence[ScopeLine], *, scheme: Scheme, size: Size) -> bytes:
    """Draw the dates of each scope by the date of the plan that gave them."""
    picture = picture_of(len(lines), is_wide=size is Size.WIDE)

    def onto(figure: "Figure", panels: "Sequence[Axes]", palette: Palette) -> None:
        for axes, line in zip(panels, lines, strict=False):
            _panel(axes, line, palette)
        for axes in panels[len(lines) :]:
            axes.set_axis_off()
        _scales(panels[0], lines)
        _show_ticks(panels, lines, picture, palette)
        _legend(figure, lines, palette, columns=3 if size is Size.WIDE else 1)

    return draw_panels(
        onto,
        scheme=scheme,
        inches=picture.inches,
        rows=picture.rows,
        columns=picture.columns,
    )


def _panel(axes: "Axes", line: ScopeLine, palette: Palette) -> None:
    axes.grid(axis="x", color=palette.line, linewidth=0.8)
    axes.plot(
        [_middle(it.said) for it in line.counted],
        [_middle(it.window) for it in line.counted],
        color=palette.muted,
        linewidth=1.2,
        zorder=2,
    )
    for point in (*line.later_offers, *line.points):
        _point(axes, point, palette)
    axes.set_title(
        f"{line.name}\n{slip_label(line)}",
        loc="left",
        color=palette.ink,
        fontsize=9.5,
        linespacing=1.35,
    )


def _point(axes: "Axes", point: Point, palette: Palette) -> None:
    at = _middle(point.said)
    style = _styles(palette)[point.mark]
    if not point.said.is_day:
        axes.hlines(
            _middle(point.window),
            point.said.start,
            point.said.last,
            color=style["markeredgecolor"],
            linewidth=1,
            zorder=3,
        )
    if point.window.is_day:
        axes.plot([at], [point.window.start], **style)
        return
    axes.plot(
        [at, at],
        [point.window.start, point.window.end],
        color=style["markeredgecolor"],
        linewidth=BAR_WIDTH,
        solid_capstyle="butt",
        zorder=4,
    )
    if style["markerfacecolor"] == palette.surface:
        axes.plot(
            [at, at],
            [point.window.start + 4, point.window.end - 4],
            color=palette.surface,
            linewidth=BAR_WIDTH - 3,
            solid_capstyle="butt",
            zorder=5,
        )
    if point.mark in {Mark.ACTUAL, Mark.STANDS}:
        # Hollow: the day is somewhere in the bar, and not known.
        axes.plot(
            [at],
            [_middle(point.window)],
            **{**style, "markerfacecolor": palette.surface},
        )


def _styles(palette: Palette) -> Mapping[Mark, dict[str, Any]]:
    """How each kind of date looks: by its form and its filling, not colour alone."""
    plain = {"linestyle": "none", "markersize": 7, "markeredgewidth": 1.6, "zorder": 6}
    planned, actual, later = palette.gains[0], palette.costs[1], palette.muted
    faces = {
        Mark.PLANNED: ("o", planned, planned),
        Mark.DERIVED: ("o", planned, palette.surface),
        Mark.LATER_OFFER: ("s", later, palette.surface),
        Mark.FROZEN: ("h", planned, planned),
        Mark.REPLACED: ("X", later, palette.surface),
        Mark.ACTUAL: ("D", actual, actual),
        Mark.STANDS: ("^", palette.ink, palette.ink),
    }
    return {
        mark: {
            **plain,
            "marker": form,
            "markeredgecolor": edge,
            "markerfacecolor": face,
        }
        for mark, (form, edge, face) in faces.items()
    }


def _middle(window: Any) -> float:
    return float(window.start + window.last) / 2


def _scales(axes: "Axes", lines: Sequence[ScopeLine]) -> None:
    points = [it for line in lines for it in (*line.points, *line.later_offers)]
    axes.set_xlim(
        *_limits([day for it in points for day in (it.said.start, it.said.last)])
    )
    axes.set_ylim(
        *_limits([day for it in points for day in (it.window.start, it.window.last)])
    )


def _limits(days: Sequence[int]) -> tuple[int, int]:
    first, last = min(days) - MARGIN_DAYS, max(days) + MARGIN_DAYS
    missing = max(0, LEAST_DAYS - (last - first))
    return first - missing // 2, last + missing // 2


def _show_ticks(
    panels: "Sequence[Axes]",
    lines: Sequence[ScopeLine],
    picture: Picture,
    palette: Palette,
) -> None:
    """Each year begins at a line; the outermost panels name years and axes."""
    first = panels[0]
    for axis, (low, high) in (
        (first.xaxis, first.get_xlim()),
        (first.yaxis, first.get_ylim()),
    ):
        years = range(to_date(int(low)).year, to_date(int(high)).year + 2)
        starts = {year: to_day(date(year, 1, 1)) for year in years}
        shown = {year: day for year, day in starts.items() if low <= day <= high}
        axis.set_ticks(list(shown.values()), [str(year) for year in shown])
    for number, axes in enumerate(panels[: len(lines)]):
        if number + picture.columns >= len(lines):
            axes.tick_params(labelbottom=True)
            axes.set_xlabel(_("Date of the plan"), color=palette.muted, fontsize=9)
        if number % picture.columns == 0:
            axes.set_ylabel(_("Go-live"), color=palette.muted, fontsize=9)


def _legend(
    figure: "Figure", lines: Sequence[ScopeLine], palette: Palette, *, columns: int
) -> None:
    from matplotlib.lines import Line2D  # noqa: PLC0415 - loaded with the first chart

    texts = {
        Mark.PLANNED: _("Planned (bar: from the first day to the last)"),
        Mark.DERIVED: _("Planned, derived from the sources"),
        Mark.LATER_OFFER: _("The later of two dates that were offered"),
        Mark.FROZEN: _("Planned in a baseline"),
        Mark.REPLACED: _("Planned in a baseline that was replaced: not counted"),
        Mark.ACTUAL: _("Went live"),
        Mark.STANDS: plan_text(),
    }
    seen = {it.mark for line in lines for it in (*line.points, *line.later_offers)}
    handles = [
        Line2D([], [], label=text, **_styles(palette)[mark])
        for mark, text in texts.items()
        if mark in seen
    ]
    legend = figure.legend(
        handles=handles,
        loc="outside lower left",
        ncols=columns,
        frameon=False,
        fontsize=9,
    )
    for text in legend.get_texts():
        text.set_color(palette.ink)
