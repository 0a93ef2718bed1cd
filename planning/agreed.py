"""What a body is bound by, and what it has said against the dates of a plan.

It is bound by what it last accepted, the day that it named itself if the plan took
that, or what the plan had before anything was proposed.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from planning.proposals import (
    GO_LIVE,
    GO_LIVE_LAST,
    Dates,
    Proposal,
    State,
    Verdict,
    go_live_of,
    last_go_live_of,
    state_of,
)


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


def is_agreed(agreed: Dates, dates: Dates) -> bool:
    """Whether dates are what is agreed, or within it."""
    return is_same(agreed, dates) or is_within(agreed, dates)


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


def is_settled(chain: Sequence[Proposal], dates: Dates) -> bool:
    """Whether a body has agreed to the dates that a plan has, one way or another."""
    return (
        is_agreed(agreed_dates(chain), dates)
        or has_accepted(chain, dates)
        or is_met(chain[-1], dates)
    )


def _is_accepted(proposal: Proposal) -> bool:
    return _verdict(proposal) is Verdict.ACCEPTED


def _answered_about(chain: Sequence[Proposal], dates: Dates) -> Proposal | None:
    """The last answer that was given about dates."""
    return next((it for it in _answered(chain) if is_same(it.becomes, dates)), None)


def is_met(proposal: Proposal, dates: Dates) -> bool:
    """Whether dates have the go-live that a body answered with."""
    answer = proposal.answer
    return (
        answer is not None
        and answer.verdict is Verdict.COUNTERED
        and answer.day == go_live_of(dates)
    )


@dataclass(frozen=True, slots=True)
class Objection:
    """Why dates are not agreed, and the proposal that this was said of."""

    state: State
    said: Proposal


def objection(
    chain: Sequence[Proposal], dates: Dates, *, today: int
) -> Objection | None:
    """Why the dates that a plan has are not agreed, where somebody has to act on it.

    They were rejected, they are not those that were asked for instead, or there is no
    answer in time. What was said holds whatever is proposed later, until it is answered
    anew. What a change is about to propose, or to close, gives the same before and
    after that.

    Args:
        chain: all proposals of the body, oldest first; at least one.
        dates: what the plan says of it, while it is not live.
        today: the status date.
    """
    last, bound = chain[-1], agreed_dates(chain)
    if is_agreed(bound, dates) or has_accepted(chain, dates):
        return None
    if (rejected := _rejected(chain, dates)) is not None:
        return Objection(State.REJECTED, rejected)
    if (countered := _countered(chain, dates)) is not None:
        return Objection(State.COUNTERED, countered)
    is_asked = is_same(last.becomes, dates) and is_same(last.was, bound)
    if is_asked and state_of(last, is_last=True, today=today) is State.UNANSWERED:
        return Objection(State.UNANSWERED, last)
    return None


def _rejected(chain: Sequence[Proposal], dates: Dates) -> Proposal | None:
    """The proposal of this go-live that was rejected, if that was the last word."""
    about = (it for it in _answered(chain) if _is_about(it, dates))
    last = next(about, None)
    return last if last is not None and _verdict(last) is Verdict.REJECTED else None


def _is_about(proposal: Proposal, dates: Dates) -> bool:
    """Whether what was proposed is the same, or was rejected for its go-live."""
    if is_same(proposal.becomes, dates):
        return True
    was, becomes, now = map(_go_live, (proposal.was, proposal.becomes, dates))
    is_rejected = _verdict(proposal) is Verdict.REJECTED
    return is_rejected and not is_same(was, becomes) and is_same(becomes, now)


def _go_live(dates: Dates) -> Dates:
    """Dates without the limits."""
    return tuple(it for it in dates if it[0] in (GO_LIVE, GO_LIVE_LAST))


def _countered(chain: Sequence[Proposal], dates: Dates) -> Proposal | None:
    """The proposal that was answered with another go-live, which dates do not have.

    What was accepted since settles it; that another one was rejected does not.
    """
    said = (it for it in _answered(chain) if _verdict(it) is not Verdict.REJECTED)
    last = next(said, None)
    if last is None or _verdict(last) is not Verdict.COUNTERED:
        return None
    return None if is_met(last, dates) or is_agreed(last.was, dates) else last


def _answered(chain: Sequence[Proposal]) -> Iterator[Proposal]:
    """Those that were answered, the newest first."""
    return (it for it in reversed(chain) if it.answer is not None)


def _verdict(proposal: Proposal) -> Verdict | None:
    return None if proposal.answer is None else proposal.answer.verdict
