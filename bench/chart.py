"""The chart of docs/BENCHMARKS.md: how the cost grows, here and with others."""

from collections.abc import Sequence
from pathlib import Path

import matplotlib as mpl
from matplotlib.figure import Figure

from bench.others import Compared
from bench.scale import Sized

PICTURE = Path(__file__).parent.parent / "docs" / "images" / "benchmarks.svg"


def draw_chart(
    sizes: Sequence[Sized], compared: Sequence[Compared], path: Path
) -> None:
    """Write the picture; both axes are logarithmic."""
    figure = Figure(figsize=(7.2, 4.4), layout="constrained")
    axes = figure.add_subplot()
    activities = [it.size for it in sizes]
    axes.plot(activities, [it.passes for it in sizes], "o-", label="both passes")
    compiling = [it.compiling for it in sizes]
    axes.plot(activities, compiling, "s--", label="compiling")
    others = [it.size for it in compared]
    axes.plot(others, [it.plain for it in compared], "^:", label="passes, networkx")
    asked = [(it.size, it.mpxj) for it in compared if it.mpxj is not None]
    if asked:
        axes.plot(*zip(*asked, strict=True), "d:", label="passes, mpxj")
    axes.set(xscale="log", yscale="log", xlabel="activities", ylabel="milliseconds")
    axes.grid(visible=True, which="major", alpha=0.3)
    axes.legend(frameon=False)
    # The same figures make the same file.
    with mpl.rc_context({"svg.hashsalt": "benchmarks"}):
        figure.savefig(path, format="svg", metadata={"Date": None})
