"""How the date of a scope moved from one plan to the next.

A scope is a trust, a region, a municipality; a code of a wave means nothing
outside its own plan and is never followed from one to another. What is known to a
window has moved by no fewer days than `least` and no more than `most`. Several who go
live apart have two dates: that of the first of them, and that of the last.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from planning.snapshot import Precision, Window

LATER_OFFER = "#later"
# The mean month of the calendar: 400 years have 146 097 days and 4 800 months.
DAYS_OF_400_YEARS, MONTHS_OF_400_YEARS = 146_097, 4_800


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One go-live date that one vintage gives for some scopes."""

    key: str
    vintage: str
    position: int
    scopes: tuple[str, ...]
    window: Window


@dataclass(frozen=True, slots=True)
class SlippageStep:
    """A vintage's date for the scope, and the days since the vintage before."""

    statement: Statement
    days: int | None


def find_slippage(
    statements: Iterable[Statement], scope: str
) -> tuple[SlippageStep, ...]:
    """The dates of one scope, oldest vintage first.

    Days are counted between first days of windows. The second of two dates that
    a vintage offered is another line: ask for `scope` + `#later`.
    """
    told = sorted(
        (it for it in statements if scope in it.scopes), key=lambda it: it.position
    )
    before = [None, *(it.window.start for it in told)]
    return tuple(
        SlippageStep(it, None if was is None else it.window.start - was)
        for it, was in zip(told, before, strict=False)
    )


@dataclass(frozen=True, slots=True)
class Slip:
    """How far a date moved, in days or months; what is negative is earlier."""

    least: int
    most: int

    @property
    def is_exact(self) -> bool:
        return self.least == self.most

    def in_months(self) -> "Slip":
        """The same in whole months, to the nearest."""
        return Slip(_months(self.least), _months(self.most))


def slip_between(before: Window, after: Window) -> Slip:
    """The days from one date to another, each as exactly as it is known."""
    return Slip(after.start - before.last, after.last - before.start)


@dataclass(frozen=True, slots=True)
class Ends:
    """When the first and when the last of several go live, as exactly as is known."""

    first: Window
    last: Window

    @property
    def is_one(self) -> bool:
        """Whether all go live as one, for all that is known."""
        return (self.first.start, self.first.end) == (self.last.start, self.last.end)


def ends_of(windows: Iterable[Window]) -> Ends:
    """When the first and when the last of them is.

    The first comes no earlier than any may, and no later than the one that has to be
    first; with the last it is the other way round.

    Raises:
        ValueError: there are none.
    """
    found = tuple(windows)
    starts, ends = [it.start for it in found], [it.end for it in found]
    return Ends(
        _as_known(found, min(starts), min(ends)),
        _as_known(found, max(starts), max(ends)),
    )


def _as_known(found: tuple[Window, ...], start: int, end: int) -> Window:
    """The days from one to the other, told as one of them is where it is the same."""
    same = (it for it in found if (it.start, it.end) == (start, end))
    return next(same, Window(start, end, Precision.WINDOW))


def _months(days: int) -> int:
    months = (2 * abs(days) * MONTHS_OF_400_YEARS + DAYS_OF_400_YEARS) // (
        2 * DAYS_OF_400_YEARS
    )
    return months if days >= 0 else -months
