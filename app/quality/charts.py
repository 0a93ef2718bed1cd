"""The score of the plan over time, as a picture: a step where it changed."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from flask_babel import gettext as _

from app.charts import INCHES, Palette, Scheme, Size, draw_panels
from app.filters import short_date
from app.store.tables import QualityScoreRow

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

DOTS_AN_INCH = 100
HEIGHT = 2.6
TICKS = {Size.WIDE: 6, Size.NARROW: 3}


def chart_size(size: Size) -> tuple[int, int]:
    """How wide and high the picture is, in pixels."""
    return round(INCHES[size][0] * DOTS_AN_INCH), round(HEIGHT * DOTS_AN_INCH)


def score_svg(
    scores: Sequence[QualityScoreRow], now: datetime, *, scheme: Scheme, size: Size
) -> bytes:
    """Draw the scores from the first that is kept up to now."""
    moments = [row.at for row in scores if row.at is not None]
    first = min(moments, default=now)
    lead = max((now - first) / 20, timedelta(hours=1))
    xs = [(row.at or first - lead).timestamp() for row in scores]
    ys = [row.score for row in scores]

    def onto(_figure: "Figure", panels: "Sequence[Axes]", palette: Palette) -> None:
        axes = panels[0]
        end = max(now, first + lead).timestamp()
        axes.plot(
            [*xs, end],
            [*ys, ys[-1]],
            color=palette.gains[0],
            linewidth=2,
            drawstyle="steps-post",
        )
        axes.plot(xs, ys, linestyle="none", marker="o", color=palette.gains[0])
        axes.annotate(
            str(ys[-1]),
            (end, ys[-1]),
            xytext=(4, 0),
            textcoords="offset points",
            color=palette.ink,
            fontsize=11,
            va="center",
        )
        _scales(axes, palette, (xs[0], end), TICKS[size])

    inches = (INCHES[size][0], HEIGHT)
    return draw_panels(onto, scheme=scheme, inches=inches)


def _scales(
    axes: "Axes", palette: Palette, ends: tuple[float, float], ticks: int
) -> None:
    first, last = ends
    days = [first + (last - first) * it / (ticks - 1) for it in range(ticks)]
    labels = [short_date(datetime.fromtimestamp(it).date()) for it in days]  # noqa: DTZ006 - a label
    # The later of two ticks on one day has the label.
    shown = dict(zip(labels, days, strict=True))
    axes.set_xticks(list(shown.values()), list(shown))
    axes.set_xlim(first, last + (last - first) / 20)
    axes.set_ylim(0, 104)
    axes.set_yticks(range(0, 101, 25))
    axes.set_ylabel(_("Score"), color=palette.muted, fontsize=9)
