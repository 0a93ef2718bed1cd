"""What an activity waits for and what waits for it, in days and as arrows.

An arrow is drawn in pieces, one on each row that it passes, so that rows stay whole
wherever a page is turned. Its ends are those that the link binds: a finish is left to
the right, a start is reached from the left.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from app.lag_words import LagWords
from app.timeline.drawing import MIDDLE, ROW, Path, place
from app.timeline.scale import Scale
from planning.evaluate import Evaluation
from planning.network import LinkKind, Neighbour
from planning.schedule import ScheduledActivity

OUT = 7
HEAD = "m-5 -3l5 3 -5 3"
HEAD_BACK = "m5 -3l-5 3 5 3"
LEAVES_START = frozenset({LinkKind.SS, LinkKind.SF})
REACHES_FINISH = frozenset({LinkKind.FF, LinkKind.SF})


@dataclass(frozen=True, slots=True)
class Bond:
    """A link of an activity with another one, which comes before it or after.

    `lag` is the time between them in words, empty where there is none.
    `sets_date` says that the activity is on its planned date because of the other.
    """

    other: str
    is_before: bool
    kind: LinkKind
    lag: str
    sets_date: bool


def list_bonds(evaluation: Evaluation, id: str) -> tuple[Bond, ...]:
    """The links of an activity, those that come before it first."""
    network, words = evaluation.network, LagWords(evaluation)
    index = network.index[id]
    setting = _setting(evaluation.schedule.activities[id])

    def bond(link: Neighbour, *, is_before: bool) -> Bond:
        other = network.activities[link.position].id
        ends = (other, id) if is_before else (id, other)
        lag = "" if link.lag.is_zero else words.between(*ends, link.kind, link.lag)
        return Bond(other, is_before, link.kind, lag, other in setting)

    return (
        *(bond(it, is_before=True) for it in network.predecessors[index]),
        *(bond(it, is_before=False) for it in network.successors[index]),
    )


def _setting(at: ScheduledActivity) -> tuple[str, ...]:
    """What sets a planned date: what comes after it where it is counted back."""
    if at.done:
        return ()
    is_late = at.early_start > at.start
    return at.held_by if at.held_by and not is_late else at.driven_by


@dataclass(frozen=True, slots=True)
class Arrow:
    """Where an arrow goes: from a place on one row to one on another."""

    row: int
    x: float
    leaves_left: bool
    to_row: int
    to_x: float
    reaches_right: bool


def draw_arrows(
    evaluation: Evaluation,
    id: str,
    bonds: Sequence[Bond],
    rows: Mapping[str, int],
    scale: Scale,
) -> dict[int, list[Path]]:
    """The pieces of all arrows between rows that are shown, by row."""
    pieces: dict[int, list[Path]] = {}
    if id not in rows:
        return pieces
    for bond in bonds:
        if bond.other not in rows:
            continue
        ends = (bond.other, id) if bond.is_before else (id, bond.other)
        arrow = _arrow(evaluation, ends, bond.kind, rows, scale)
        style = "arrow arrow-sets" if bond.sets_date else "arrow"
        for row, d in draw_pieces(arrow):
            pieces.setdefault(row, []).append(Path(style, d))
    return pieces


def _arrow(
    evaluation: Evaluation,
    ends: tuple[str, str],
    kind: LinkKind,
    rows: Mapping[str, int],
    scale: Scale,
) -> Arrow:
    start, end = (evaluation.schedule.activities[it] for it in ends)
    leaves_left, reaches_right = kind in LEAVES_START, kind in REACHES_FINISH
    return Arrow(
        rows[ends[0]],
        scale.x(start.start if leaves_left else start.finish),
        leaves_left,
        rows[ends[1]],
        scale.x(end.finish if reaches_right else end.start),
        reaches_right,
    )


def draw_pieces(arrow: Arrow) -> Iterator[tuple[int, str]]:
    """The parts of an arrow row by row, from its beginning to its head."""
    down = arrow.to_row > arrow.row
    out = arrow.x + (-OUT if arrow.leaves_left else OUT)
    yield arrow.row, f"M{place(arrow.x)} {MIDDLE}H{place(out)}V{ROW if down else 0}"
    step = 1 if down else -1
    for row in range(arrow.row + step, arrow.to_row, step):
        yield row, f"M{place(out)} 0V{ROW}"
    yield arrow.to_row, _last_piece(arrow, out, from_above=down)


def _last_piece(arrow: Arrow, out: float, *, from_above: bool) -> str:
    edge, near = (0, 3) if from_above else (ROW, ROW - 3)
    side = 1 if arrow.reaches_right else -1
    beside = arrow.to_x + side * OUT
    begun = f"M{place(out)} {edge}"
    # Where the way down lies past the end, it goes round it.
    if (beside - out) * side > 0:
        begun += f"V{near}H{place(beside)}"
    head = HEAD_BACK if arrow.reaches_right else HEAD
    return f"{begun}V{MIDDLE}H{place(arrow.to_x)}{head}"
