"""What all charts have in common: sizes, colours, hatching, and bytes that stay.

A chart is drawn for a light and for a dark page, wide or for a phone. Colours are
those of css/tokens.css. What is estimated is hatched and never filled: an estimate
doesn't look like a fact. Letters are outlines of DejaVu Sans, and the same values
give the same bytes. matplotlib takes half a second to load, so it is imported when
the first chart is drawn; it is drawn with by one thread at a time.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from io import BytesIO
from threading import Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

SVG = "image/svg+xml"
STYLE = re.compile(rb'(<\w[^<>]*?) style="([^"]*)"')
SHEET = re.compile(rb'\s*<style type="text/css">.*?</style>', re.DOTALL)
HATCH_WIDTH = 1.2

_drawing = Lock()


class Scheme(StrEnum):
    """The page that a chart stands on."""

    LIGHT = "light"
    DARK = "dark"


class Size(StrEnum):
    """How much room there is."""

    WIDE = "wide"
    NARROW = "narrow"


@dataclass(frozen=True, slots=True, kw_only=True)
class Palette:
    """The colours of one scheme; `series` are for costs and for gains."""

    surface: str
    ink: str
    muted: str
    line: str
    costs: tuple[str, ...]
    gains: tuple[str, ...]


PALETTES: Mapping[Scheme, Palette] = {
    Scheme.LIGHT: Palette(
        surface="#ffffff",
        ink="#16242c",
        muted="#4c5a63",
        line="#dad7cb",
        costs=("#b36018", "#5e1a12", "#877138"),
        gains=("#2f79b1", "#003456"),
    ),
    Scheme.DARK: Palette(
        surface="#172229",
        ink="#e7ecec",
        muted="#a6b4ba",
        line="#2c3a42",
        costs=("#d47755", "#ffcfb3", "#eae096"),
        gains=("#5f8cc0", "#b5d7f5"),
    ),
}
INCHES: Mapping[Size, tuple[float, float]] = {
    Size.WIDE: (9.6, 4.6),
    Size.NARROW: (4.8, 5.6),
}


def draw(
    onto: "Callable[[Figure, Axes, Palette], None]", *, scheme: Scheme, size: Size
) -> bytes:
    """Return as SVG what a function draws onto the axes it is given."""

    def onto_one(figure: "Figure", panels: "Sequence[Axes]", palette: Palette) -> None:
        onto(figure, panels[0], palette)

    return draw_panels(onto_one, scheme=scheme, inches=INCHES[size])


def draw_panels(
    onto: "Callable[[Figure, Sequence[Axes], Palette], None]",
    *,
    scheme: Scheme,
    inches: tuple[float, float],
    rows: int = 1,
    columns: int = 1,
) -> bytes:
    """Return as SVG what is drawn onto panels, row by row, on the same scales."""
    with _drawing:
        return _draw(onto, PALETTES[scheme], inches, (rows, columns))


def _draw(
    onto: "Callable[[Figure, Sequence[Axes], Palette], None]",
    palette: Palette,
    inches: tuple[float, float],
    panels: tuple[int, int],
) -> bytes:
    # Half a second, which only the first chart may take.
    from matplotlib import rc_context  # noqa: PLC0415 - see above
    from matplotlib.figure import Figure  # noqa: PLC0415 - see above

    written = BytesIO()
    with rc_context(
        {
            "svg.fonttype": "path",
            "svg.hashsalt": "bolgeplan",
            "font.family": ["DejaVu Sans"],
            "hatch.linewidth": HATCH_WIDTH,
        }
    ):
        figure = Figure(figsize=inches, facecolor=palette.surface, layout="constrained")
        grid = figure.subplots(*panels, sharex=True, sharey=True, squeeze=False)
        for axes in grid.flat:
            _dress(axes, palette)
        onto(figure, list(grid.flat), palette)
        figure.savefig(written, format="svg", metadata={"Date": None})
    return without_styles(written.getvalue())


def _dress(axes: "Axes", palette: Palette) -> None:
    """Quiet axes: lines behind, no box."""
    axes.set_facecolor(palette.surface)
    axes.set_axisbelow(True)
    axes.grid(axis="y", color=palette.line, linewidth=0.8)
    for spine in axes.spines.values():
        spine.set_visible(False)
    axes.tick_params(colors=palette.muted, labelsize=9, length=0)


def without_styles(svg: bytes) -> bytes:
    """The same picture with attributes in place of styles.

    The policy of the pages allows no style but those of our own sheets, so a
    picture with styles would be black where it is opened by itself.
    """
    plain = SHEET.sub(b"", svg)
    plain = plain.replace(
        b"<svg ", b'<svg stroke-linejoin="round" stroke-linecap="butt" ', 1
    )
    return STYLE.sub(_as_attributes, plain)


def _as_attributes(match: re.Match[bytes]) -> bytes:
    pairs = (it.partition(b":") for it in match[2].split(b";") if it.strip())
    attributes = b"".join(
        b' %s="%s"' % (name.strip(), value.strip()) for name, _colon, value in pairs
    )
    return match[1] + attributes
