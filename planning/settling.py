"""What a change of the plan, or an answer, does to the proposals of a body.

Nothing is asked twice: not what is agreed, not what was accepted before, and not what
was turned down last.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from planning.agreed import (
    agreed_dates,
    has_accepted,
    is_agreed,
    is_met,
    is_same,
    is_within,
)
from planning.proposals import Closing, Dates, Proposal


@dataclass(frozen=True, slots=True)
class Bound:
    """What the plan says of a body: its dates, and whether they are history."""

    dates: Dates
    is_live: bool = False


NOTHING_PLANNED = Bound(())


@dataclass(frozen=True, slots=True)
class Settlement:
    """What becomes of the proposals of one body after a change.

    `proposed` are the dates that the body is bound by, and those proposed; where
    these are `within` what is agreed, they are kept and nobody is asked.
    """

    closes: Closing | None = None
    proposed: tuple[Dates, Dates] | None = None
    within: bool = False


def settle(
    chain: Sequence[Proposal], *, before: Bound, after: Bound, is_undo: bool
) -> Settlement:
    """Say what a change of the plan, or an answer, does to a body's proposals.

    Args:
        chain: all proposals of the body, oldest first.
        before: what the plan said of the body.
        after: what it says now.
        is_undo: whether the change takes another one back.
    """
    last = chain[-1] if chain else None
    is_open = last is not None and last.is_undecided
    if after.is_live:
        return Settlement(closes=Closing.LIVE if is_open else None)
    if last is None:
        return _settle_first(before, after)
    if is_met(last, after.dates):
        return Settlement()
    held = is_met(last, before.dates) or has_accepted(chain, before.dates)
    bound = before.dates if held else agreed_dates(chain)
    if is_agreed(bound, after.dates) or has_accepted(chain, after.dates):
        closing = Closing.WITHDRAWN if is_undo else Closing.BACK
        return Settlement(closes=closing if is_open else None)
    if _says_so_already(last, bound, after.dates):
        return Settlement()
    return Settlement(proposed=(bound, after.dates))


def _settle_first(before: Bound, after: Bound) -> Settlement:
    """What the first change does to who was never asked anything."""
    if before.is_live or before.dates == after.dates:
        return Settlement()
    within = is_within(before.dates, after.dates)
    return Settlement(proposed=(before.dates, after.dates), within=within)


def _says_so_already(last: Proposal, bound: Dates, dates: Dates) -> bool:
    """Whether the last proposal is about these dates, open or turned down."""
    if last.closing is not None or not is_same(last.becomes, dates):
        return False
    return last.answer is not None or is_same(last.was, bound)


def differing(
    before: Mapping[str, Bound], after: Mapping[str, Bound]
) -> Iterator[tuple[str, Bound, Bound]]:
    """The bodies that the plan says something else of than before."""
    for body in {**before, **after}:
        was = before.get(body, NOTHING_PLANNED)
        now = after.get(body, NOTHING_PLANNED)
        if was != now:
            yield body, was, now
