"""How the date of a scope moved from one plan to the next.

A scope is a trust, a region, a municipality; a code of a wave means nothing
outside its own plan and is never followed from one to another.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from planning.snapshot import Window

LATER_OFFER = "#later"


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
