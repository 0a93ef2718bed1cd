"""The cash flow of a municipality as a picture: a bar up and a bar down each year.

Down stand what the platform and the loan take, up what is saved and gained; the
line is what is left. Values are kroner in millions.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from flask_babel import gettext as _

from app.charts import Palette, Scheme, Size, draw
from app.money_units import MILLION, as_number

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

HATCHES = ("////", "\\\\\\\\", "xxxx")
MOST_LABELS = 6


@dataclass(frozen=True, slots=True)
class Series:
    """One kind of flow over the years; what is estimated is hatched."""

    label: str
    sums: tuple[int, ...]
    is_estimate: bool = False

    @property
    def shown_label(self) -> str:
        if not self.is_estimate:
            return self.label
        return _("%(what)s (estimate)", what=self.label)


@dataclass(frozen=True, slots=True, kw_only=True)
class CashFlow:
    """What a chart shows; sums are øre, costs are positive."""

    years: tuple[int, ...]
    costs: tuple[Series, ...]
    gains: tuple[Series, ...]
    net: Series


def cash_flow_svg(flow: CashFlow, *, scheme: Scheme, size: Size) -> bytes:
    """Draw the flows of a municipality."""

    def onto(figure: "Figure", axes: "Axes", palette: Palette) -> None:
        _stack(axes, flow.years, flow.costs, palette.costs, sign=-1)
        _stack(axes, flow.years, flow.gains, palette.gains, sign=1)
        _line(axes, flow, palette)
        _label(axes, flow, palette)
        _legend(figure, axes, palette, columns=3 if size is Size.WIDE else 1)

    return draw(onto, scheme=scheme, size=size)


def _stack(
    axes: "Axes",
    years: Sequence[int],
    series: Sequence[Series],
    colours: Sequence[str],
    *,
    sign: int,
) -> None:
    base = [0.0] * len(years)
    for one, colour, hatch in zip(series, colours, HATCHES, strict=False):
        heights = [sign * ore / MILLION for ore in one.sums]
        axes.bar(
            years,
            heights,
            bottom=base,
            label=one.shown_label,
            width=0.72,
            color="none" if one.is_estimate else colour,
            edgecolor=colour,
            hatch=hatch if one.is_estimate else None,
            linewidth=1,
        )
        base = [low + height for low, height in zip(base, heights, strict=True)]


def _line(axes: "Axes", flow: CashFlow, palette: Palette) -> None:
    axes.axhline(0, color=palette.muted, linewidth=1)
    axes.plot(
        flow.years,
        [ore / MILLION for ore in flow.net.sums],
        label=flow.net.shown_label,
        color=palette.ink,
        linewidth=2,
        linestyle="--" if flow.net.is_estimate else "-",
        marker="o",
        markersize=5,
        markerfacecolor=palette.surface if flow.net.is_estimate else palette.ink,
    )


def _label(axes: "Axes", flow: CashFlow, palette: Palette) -> None:
    step = max(1, -(-len(flow.years) // MOST_LABELS))
    axes.set_xticks(flow.years[::step])
    axes.yaxis.set_major_formatter(_tick)
    axes.set_title(
        _("Million kroner a year"),
        loc="left",
        color=palette.muted,
        fontsize=9,
    )


def _tick(value: float, _position: float) -> str:
    return as_number(round(Decimal(value), 1), "#,##0.0")


def _legend(figure: "Figure", axes: "Axes", palette: Palette, *, columns: int) -> None:
    legend = figure.legend(
        *axes.get_legend_handles_labels(),
        loc="outside lower left",
        ncols=columns,
        frameon=False,
        fontsize=9,
    )
    for text in legend.get_texts():
        text.set_color(palette.ink)
