"""Dates that bind somebody who decides for itself: proposed, and answered.

A municipality or a trust is bound by its go-live and by the limits that are counted
back from it. Where the plan gets other dates, these are a proposal until the body
has accepted them. Of each body only the last proposal can be open: a newer one
overtakes it.
"""

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


def go_live_of(dates: Dates) -> int | None:
    """The day of go-live, where there is one."""
    return next((day for key, day in dates if key == GO_LIVE), None)


def last_go_live_of(dates: Dates) -> int | None:
    """The last day that go-live may fall on, where that was kept."""
    return next((day for key, day in dates if key == GO_LIVE_LAST), None)


def state_of(proposal: Proposal, *, is_last: bool, today: int) -> State:
    """How a proposal stands on a day; `is_last` of its body."""
    if proposal.answer is not None:
        return State(proposal.answer.verdict.value)
    if proposal.closing is not None:
        return State(proposal.closing.value)
    if not is_last:
        return State.OVERTAKEN
    return State.UNANSWERED if today > proposal.answer_by else State.OPEN
