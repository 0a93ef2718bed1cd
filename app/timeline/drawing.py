"""Shapes as paths: what stands in the drawing, in as few letters as will do.

A row is ROW pixels high and its middle is at MIDDLE. What is done, presumed or ahead
differs by what fills its shape, what is assumed by its outline. What is presumed
against a decision is crossed out.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.timeline.bars import Kind, Shape
from app.timeline.facts import Form, State
from app.timeline.scale import Scale, Stretch

ROW, MIDDLE = 28, 14
HALF = {Form.MILESTONE: 6, Form.GO_LIVE: 8, Form.LIMIT: 6}
CAP, NARROW = 4, 9
TOOTH, MOST_TEETH = 8, 40
NARROWEST_BASELINE = 4


@dataclass(frozen=True, slots=True)
class Path:
    """One path of the drawing; the style is its class."""

    style: str
    d: str


def place(value: float) -> str:
    """A place on the drawing, to a tenth of a pixel."""
    return f"{value:.1f}".removesuffix(".0")


def paths_of(shape: Shape) -> tuple[Path, ...]:
    """The paths that draw a shape."""
    return tuple(_PATHS[shape.kind](shape))


def _summary(shape: Shape) -> Iterator[Path]:
    x, right = place(shape.x), place(shape.right)
    if shape.right - shape.x < NARROW:
        yield Path("s", f"M{x} 10H{right}V18H{x}Z")
        return
    inner, outer = place(shape.x + CAP), place(shape.right - CAP)
    yield Path("s", f"M{x} 10H{right}V19L{outer} 15H{inner}L{x} 19Z")


def _bar(shape: Shape) -> Iterator[Path]:
    x, right = place(shape.x), place(shape.right)
    style = f"b b-{shape.state}" + (" b-assumed" if shape.is_assumed else "")
    yield Path(style, f"M{x} 8H{right}V20H{x}Z")
    if shape.middle is not None and shape.middle > shape.x:
        yield Path("b b-done", f"M{x} 8H{place(shape.middle)}V20H{x}Z")
    if shape.state is State.PRESUMED:
        yield Path("stripes", f"M{x} 14H{right}")
    if shape.state is State.NOT_DONE:
        yield Path("b b-not-done", f"M{x} 8L{right} 20M{x} 20L{right} 8")
    if line := _line_below(shape):
        yield Path(line, f"M{x} 22.5H{right}")


def _point(shape: Shape) -> Iterator[Path]:
    assert shape.point is not None  # noqa: S101 - what else would it be drawn from
    half = HALF[shape.point.form]
    style = f"m m-{shape.state}" + (" b-assumed" if shape.is_assumed else "")
    if shape.point.form is Form.LIMIT:
        yield Path(f"{style} limit", f"M{place(shape.x)} 23V5h10l-3 4.5 3 4.5h-10")
        return
    is_wide = shape.point.window is not None
    outline, left = (_lozenge if is_wide else _diamond)(shape, half)
    yield Path(f"{style} wide" if is_wide else style, outline)
    if shape.state is State.PRESUMED:
        yield Path("m m-done", left)
    if shape.state is State.AGAINST:
        x, foot, arm = place(shape.x - half), MIDDLE + half, 2 * half
        cross = f"M{x} {MIDDLE - half}l{arm} {arm}M{x} {foot}l{arm} -{arm}"
        yield Path("m m-against", cross)
    if line := _line_below(shape):
        around = place(shape.x - half)
        yield Path(line, f"M{around} 24.5h{2 * half}")


def _line_below(shape: Shape) -> str:
    """The line below what is critical, whole, or nearly so, broken."""
    if shape.is_critical:
        return "critical"
    return "near-critical" if shape.is_near_critical else ""


def _diamond(shape: Shape, half: int) -> tuple[str, str]:
    """A diamond on a day, and its left half."""
    top = f"M{place(shape.x)} {MIDDLE - half}"
    return (
        f"{top}l{half} {half} -{half} {half} -{half} -{half}Z",
        f"{top}v{2 * half}l-{half} -{half}Z",
    )


def _lozenge(shape: Shape, half: int) -> tuple[str, str]:
    """A diamond drawn out over the days that a date is known to, and its left half."""
    inner = min(float(half), (shape.right - shape.x) / 2)
    x, left = place(shape.x), place(shape.x + inner)
    right, far = place(shape.right), place(shape.right - inner)
    middle = place((shape.x + shape.right) / 2)
    top, foot = MIDDLE - half, MIDDLE + half
    return (
        f"M{x} 14L{left} {top}H{far}L{right} 14L{far} {foot}H{left}Z",
        f"M{x} 14L{left} {top}H{middle}V{foot}H{left}Z",
    )


def _room(shape: Shape) -> Iterator[Path]:
    x, right = place(shape.x), place(shape.right)
    yield Path("room", f"M{x} 11v6M{x} 14H{right}M{right} 11v6")


def _margin(shape: Shape) -> Iterator[Path]:
    yield Path("margin", f"M{place(shape.x)} 6V2H{place(shape.right)}V6")


def _lack(shape: Shape) -> Iterator[Path]:
    """Teeth: the days that are missing."""
    width = shape.right - shape.x
    teeth = min(max(round(width / TOOTH), 1), MOST_TEETH)
    half = place(width / teeth / 2)
    yield Path("lack", f"M{place(shape.x)} 6" + f"l{half} -4 {half} 4" * teeth)


def _late(shape: Shape) -> Iterator[Path]:
    yield Path("late", f"M{place(shape.x)} 14H{place(shape.right)}m-4 -3l4 3 -4 3")


def _baseline(shape: Shape) -> Iterator[Path]:
    x, right = place(shape.x), place(shape.right)
    if shape.right - shape.x < NARROWEST_BASELINE:
        yield Path("baseline", f"M{x} 21l3 3 -3 3 -3 -3Z")
        return
    yield Path("baseline", f"M{x} 22.5H{right}V26H{x}Z")


_PATHS = {
    Kind.SUMMARY: _summary,
    Kind.BAR: _bar,
    Kind.POINT: _point,
    Kind.ROOM: _room,
    Kind.MARGIN: _margin,
    Kind.LACK: _lack,
    Kind.LATE: _late,
    Kind.BASELINE: _baseline,
}


def upright(days: Sequence[int], scale: Scale) -> str:
    """Lines over the whole height of a row."""
    return "".join(f"M{place(scale.x(day))} 0V{ROW}" for day in days)


def bands(stretches: Sequence[Stretch], scale: Scale) -> str:
    """Bands over the whole height of a row; those that touch are one."""
    merged: list[Stretch] = []
    for it in stretches:
        if merged and it.start <= merged[-1].finish:
            merged[-1] = Stretch(merged[-1].start, max(merged[-1].finish, it.finish))
        else:
            merged.append(it)
    return "".join(
        f"M{place(scale.x(it.start))} 0H{place(scale.x(it.finish))}V{ROW}"
        f"H{place(scale.x(it.start))}Z"
        for it in merged
    )
