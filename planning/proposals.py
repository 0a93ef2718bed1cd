"""Dates that bind somebody who decides for itself: proposed, and answered.

A municipality or a trust is bound by its go-live and by the limits that are counted
back from it. Where the plan gets other dates, these are a proposal until the body
has accepted them. What a body is bound by meanwhile is what it last accepted, or
what the plan had before anything was proposed. Of each body only the last proposal
can be open: a newer one overtakes it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

Dates = tuple[tuple[str, int], ...]
"""Days by what falls on them, go-live first; empty where nothing is planned."""

GO_LIVE = "go-live"
GO_LIVE_LAST = "go-live-last"
"""The last day of the window that go-live falls in; its first where it is a day.

What was kept before windows were has none: how exact it was is not known.
"""


class Verdict(StrEnum):
    """What a body answers; the values stand in rows and files."""

    ACCEPTED = "accepted"
    REJECTED = "rejected"
    COUNTERED = "countered"


class Closing(StrEnum):
    """Why a proposal was closed without an answer."""

    WITHDRAWN = "withdrawn"
    """The change that made it was undone."""
    BACK = "back"
    """The plan came back to the dates that the body is bound by."""
    LIVE = "live"
    """The body has gone live."""
    WITHIN = "within"
    """The day lies within the window that is agreed: nobody is asked."""


class State(StrEnum):
    """How a proposal stands."""

    OPEN = "open"
    UNANSWERED = "unanswered"
    """Open, and the day to answer by has passed."""
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    COUNTERED = "countered"
    WITHDRAWN = "withdrawn"
    BACK = "back"
    LIVE = "live"
    WITHIN = "within"
    OVERTAKEN = "overtaken"


OPEN_STATES = frozenset({State.OPEN, State.UNANSWERED})


@dataclass(frozen=True, slots=True)
class Answer:
    """What a body answered; `day` is the go-live that it proposes instead."""

    verdict: Verdict
    day: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """Dates proposed to one body instead of those that it is bound by."""

    id: int
    body: str
    was: Dates
    becomes: Dates
    answer_by: int
    answer: Answer | None = None
    closing: Closing | None = None

    @property
    def is_undecided(self) -> bool:
        """Whether an answer could still be given, if nothing newer is proposed."""
        return self.answer is None and self.closing is None

    @property
    def days(self) -> int:
        """By how many days go-live is moved; none where one of them has no date."""
        was, becomes = go_live_of(self.was), go_live_of(self.becomes)
        return 0 if was is None or becomes is None else becomes - was


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


def go_live_of(dates: Dates) -> int | None:
    """The day of go-live, where there is one."""
    return next((day for key, day in dates if key == GO_LIVE), None)


def last_go_live_of(dates: Dates) -> int | None:
    """The last day that go-live may fall on, where that was kept."""
    return next((day for key, day in dates if key == GO_LIVE_LAST), None)


def is_same(one: Dates, other: Dates) -> bool:
    """Whether dates are the same, as far as both say how exact they are."""
    if last_go_live_of(one) is None or last_go_live_of(other) is None:
        one, other = _without_last(one), _without_last(other)
    return one == other


def _without_last(dates: Dates) -> Dates:
    return tuple(it for it in dates if it[0] != GO_LIVE_LAST)


def is_inside(agreed: Dates, dates: Dates) -> bool:
    """Whether go-live only has less of the window that is agreed."""
    was, now = dict(agreed), dict(dates)
    if GO_LIVE_LAST not in was or GO_LIVE_LAST not in now:
        return False
    outer, inner = (
        (was[GO_LIVE], was[GO_LIVE_LAST]),
        (now[GO_LIVE], now[GO_LIVE_LAST]),
    )
    return outer != inner and outer[0] <= inner[0] and inner[1] <= outer[1]


def is_within(agreed: Dates, dates: Dates) -> bool:
    """Whether dates only narrow a window that is agreed, and no limit comes earlier."""
    was, now = dict(agreed), dict(dates)
    if was.keys() != now.keys() or not is_inside(agreed, dates):
        return False
    limits = was.keys() - {GO_LIVE, GO_LIVE_LAST}
    return all(now[key] >= was[key] for key in limits)


def _is_agreed(agreed: Dates, dates: Dates) -> bool:
    return is_same(agreed, dates) or is_within(agreed, dates)


def state_of(proposal: Proposal, *, is_last: bool, today: int) -> State:
    """How a proposal stands on a day; `is_last` of its body."""
    if proposal.answer is not None:
        return State(proposal.answer.verdict.value)
    if proposal.closing is not None:
        return State(proposal.closing.value)
    if not is_last:
        return State.OVERTAKEN
    return State.UNANSWERED if today > proposal.answer_by else State.OPEN


def agreed_dates(chain: Sequence[Proposal]) -> Dates:
    """What a body is bound by after its proposals, oldest first; at least one."""
    at = chain[0].was
    for index, proposal in enumerate(chain):
        following = chain[index + 1] if index + 1 < len(chain) else None
        if _is_accepted(proposal):
            at = proposal.becomes
        if following is not None and (
            is_met(proposal, following.was)
            or has_accepted(chain[: index + 1], following.was)
        ):
            at = following.was
    return at


def has_accepted(chain: Sequence[Proposal], dates: Dates) -> bool:
    """Whether a body has accepted these very dates: it is not asked about them anew."""
    given = _answered_about(chain, dates)
    return given is not None and _is_accepted(given)


def _is_accepted(proposal: Proposal) -> bool:
    answer = proposal.answer
    return answer is not None and answer.verdict is Verdict.ACCEPTED


def _answered_about(chain: Sequence[Proposal], dates: Dates) -> Proposal | None:
    """The last answer that was given about dates."""
    about = (it for it in reversed(chain) if it.answer is not None)
    return next((it for it in about if is_same(it.becomes, dates)), None)


def is_met(proposal: Proposal, dates: Dates) -> bool:
    """Whether dates have the go-live that a body answered with."""
    answer = proposal.answer
    return (
        answer is not None
        and answer.verdict is Verdict.COUNTERED
        and answer.day == go_live_of(dates)
    )


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
    if _is_agreed(bound, after.dates) or has_accepted(chain, after.dates):
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


def objection(chain: Sequence[Proposal], dates: Dates, *, today: int) -> State | None:
    """Why the dates that a plan has are not agreed, where somebody has to act on it.

    They were rejected or answered with others, or there is no answer in time. What a
    change is about to propose, or to close, gives the same before and after that.

    Args:
        chain: all proposals of the body, oldest first; at least one.
        dates: what the plan says of it, while it is not live.
        today: the status date.
    """
    last = chain[-1]
    bound = agreed_dates(chain)
    if last.closing is not None or not is_same(last.becomes, dates):
        return None
    if _is_agreed(bound, dates) or has_accepted(chain, dates):
        return None
    state = state_of(last, is_last=True, today=today)
    if state is State.UNANSWERED:
        return state if is_same(last.was, bound) else None
    if state is State.COUNTERED:
        return None if is_met(last, dates) else state
    return state if state is State.REJECTED else None


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
