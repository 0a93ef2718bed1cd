"""The windows of an option drawn on an axis of time.

Drawn twice, for a wide page and for a phone, since the letters of a drawing shrink
with it. Every coordinate is whole. The table beside it says the same in words.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from flask_babel import gettext as _

from app.filters import short_date
from app.store.names import Names
from planning.rights.options import WITHDRAWAL_LIMIT, OptionRight, RightLimit

WIDE, NARROW = 720, 326
TOP, ROW, BAR = 46, 46, 14
LEAD, TAIL = 90, 45
"""Days before the first day that matters, and after the last."""
MIDDLE_FROM, END_FROM = 0.25, 0.75


@dataclass(frozen=True, slots=True)
class Bar:
    """A right from its beginning to its last day; `used` is what is behind.

    `is_waiting` where the right begins with a vote that nobody has cast.
    """

    y: int
    label: str
    start: int
    width: int
    used: int
    derived: int | None
    is_waiting: bool = False


@dataclass(frozen=True, slots=True)
class Mark:
    """A day on the axis with its words, and from where they are written."""

    x: int
    label: str
    anchor: str = "start"


@dataclass(frozen=True, slots=True)
class Drawing:
    """One drawing in pixels."""

    kind: str
    width: int
    height: int
    bars: tuple[Bar, ...]
    years: tuple[Mark, ...]
    today: Mark
    go_live: Mark

    @property
    def has_used(self) -> bool:
        return any(it.used for it in self.bars)

    @property
    def has_open(self) -> bool:
        return any(it.used < it.width and not it.is_waiting for it in self.bars)

    @property
    def has_waiting(self) -> bool:
        return any(it.is_waiting and it.width for it in self.bars)

    @property
    def foot(self) -> int:
        """Where the rows end."""
        return self.height - 26


def drawings(option: OptionRight, names: Names) -> tuple[Drawing, ...]:
    """The wide drawing and the narrow one; none where nothing has a date."""
    if option.go_live is None or not option.limits:
        return ()
    return (
        _drawing(option, names, kind="wide", width=WIDE),
        _drawing(option, names, kind="narrow", width=NARROW),
    )


@dataclass(frozen=True, slots=True)
class _Axis:
    """Days as pixels."""

    first: int
    last: int
    width: int

    def at(self, day: int) -> int:
        span = self.last - self.first
        return round((day - self.first) * self.width / span)

    def anchor(self, x: int) -> str:
        share = x / self.width
        if share < MIDDLE_FROM:
            return "start"
        return "end" if share > END_FROM else "middle"


def _drawing(option: OptionRight, names: Names, *, kind: str, width: int) -> Drawing:
    go_live = option.go_live or 0
    limits = option.limits
    days = [option.today, go_live, *(it.day for it in limits)]
    axis = _Axis(min(days) - LEAD, max(days) + TAIL, width)
    today, live = axis.at(option.today), axis.at(go_live)
    return Drawing(
        kind=kind,
        width=width,
        height=TOP + ROW * len(limits) + 26,
        bars=tuple(_bars(option, limits, names, axis)),
        years=tuple(_years(axis)),
        today=Mark(today, _today(option), axis.anchor(today)),
        go_live=Mark(live, _go_live(go_live), axis.anchor(live)),
    )


def _today(option: OptionRight) -> str:
    return _("Status date %(day)s", day=short_date(option.today))


def _go_live(day: int) -> str:
    return _("Go-live %(day)s", day=short_date(day))


def _bars(
    option: OptionRight, limits: tuple[RightLimit, ...], names: Names, axis: _Axis
) -> Iterator[Bar]:
    for row, limit in enumerate(limits):
        # The day itself is inside, and so is all of it.
        end = axis.at(limit.day + 1)
        start = min(_begins(option, limit, axis), end)
        derived = axis.at(limit.derived_day + 1) if limit.difference else None
        yield Bar(
            y=TOP + ROW * row,
            label=_(
                "%(name)s: %(day)s",
                name=names.activity(limit.key),
                day=short_date(limit.day),
            ),
            start=start,
            width=end - start,
            used=min(max(axis.at(option.today) - start, 0), end - start),
            derived=derived,
            is_waiting=limit.key == WITHDRAWAL_LIMIT and option.can_exercise,
        )


def _begins(option: OptionRight, limit: RightLimit, axis: _Axis) -> int:
    """Most began long before; the right to withdraw begins with the vote."""
    if limit.key != WITHDRAWAL_LIMIT:
        return 0
    if option.taken_up is not None:
        return max(axis.at(option.taken_up.start), 0)
    return axis.at(option.today) if option.can_exercise else 0


def _years(axis: _Axis) -> Iterator[Mark]:
    """The first day of each year that lies on the axis."""
    first = date.fromordinal(axis.first).year + 1
    for year in range(first, date.fromordinal(axis.last).year + 1):
        x = axis.at(date(year, 1, 1).toordinal())
        yield Mark(x, str(year), axis.anchor(x))
