"""What one plan says of a scope, and all that plans say of it, in their order.

A baseline that another has replaced is shown among the others, and nothing is counted
from it or to it. A plan that gives a date for some of several only is a gap.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise

from app.frozen_plans import FrozenPlan
from app.store.tables import StatementRow, VintageRow
from planning.slippage import Slip, slip_between
from planning.snapshot import Window


class Mark(StrEnum):
    """What a date is, and so how it is drawn."""

    PLANNED = "planned"
    DERIVED = "derived"
    LATER_OFFER = "later-offer"
    FROZEN = "frozen"
    REPLACED = "replaced"
    ACTUAL = "actual"
    STANDS = "stands"


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One plan's date for a scope.

    It is of the plan as it stands, unless it has a `row` or is `frozen`.

    `said` is the date of the plan itself, `slip` the days since the plan before.
    `through` is the wider scope whose date it is, where the plan names that alone.
    """

    mark: Mark
    said: Window
    window: Window
    slip: Slip | None = None
    is_same: bool = False
    row: StatementRow | None = None
    vintage: VintageRow | None = None
    frozen: FrozenPlan | None = None
    through: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """A plan that gives a date for some of several only; `missing` are the others."""

    missing: tuple[str, ...]
    members: int
    vintage: VintageRow | None = None
    frozen: FrozenPlan | None = None


@dataclass(frozen=True, slots=True)
class ScopeLine:
    """All that plans say of one scope, oldest plan first; second offers stand apart.

    `is_end` is whether it is the first or the last of several.
    """

    scope: str
    name: str
    told: tuple[Point | Gap, ...]
    later_offers: tuple[Point, ...] = ()
    is_end: bool = False

    @property
    def points(self) -> tuple[Point, ...]:
        """The dates that there are."""
        return tuple(it for it in self.told if isinstance(it, Point))

    @property
    def counted(self) -> tuple[Point, ...]:
        """The dates that are counted between."""
        return tuple(it for it in self.points if it.mark is not Mark.REPLACED)

    @property
    def slip(self) -> Slip | None:
        """The days from the first date to the last; None where there is one alone."""
        if len(self.counted) < 2:
            return None
        return slip_between(self.counted[0].window, self.counted[-1].window)

    @property
    def is_unchanged(self) -> bool:
        """Whether the last date is told as the first was."""
        return _days(self.counted[0].window) == _days(self.counted[-1].window)


def line_of(
    scope: str,
    name: str,
    told: Sequence[Point | Gap],
    later_offers: Sequence[Point] = (),
    *,
    is_end: bool = False,
) -> ScopeLine | None:
    """All that plans say of a scope; None where no date of it can be counted from."""
    counted = tuple(_with_slips(told))
    line = ScopeLine(scope, name, counted, tuple(later_offers), is_end)
    return line if line.counted else None


def _with_slips(told: Sequence[Point | Gap]) -> Iterator[Point | Gap]:
    counted = [it for it in told if _is_counted(it)]
    before = {id(after): was for was, after in pairwise(counted)}
    for it in told:
        was = before.get(id(it))
        if isinstance(it, Gap) or not isinstance(was, Point):
            yield it
            continue
        yield replace(
            it,
            slip=slip_between(was.window, it.window),
            is_same=_days(was.window) == _days(it.window),
        )


def _is_counted(it: Point | Gap) -> bool:
    return isinstance(it, Point) and it.mark is not Mark.REPLACED


def _days(window: Window) -> tuple[int, int]:
    return window.start, window.end
